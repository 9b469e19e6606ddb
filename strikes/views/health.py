"""The address that a load balancer or a monitor asks."""

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where the database answers, else 503; the reason stays in the log of the server."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        state, status = {"status": "unavailable", "database": "no answer"}, 503
    else:
        state, status = {"status": "ok", "database": "ok"}, 200
    return JsonResponse(state, status=status, headers={"Cache-Control": "no-store"})
