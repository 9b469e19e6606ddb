"""Questions: what each means, where it is disputed, and all that is said on one of them of one incident."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from strikes.directory.questions import question_in_archive, questions_with_totals
from strikes.incident.responses import question_page
from strikes.models import Incident
from strikes.views.public import page_of_incident, public_incident, public_page, shown


@page_of_incident
def question_of_incident(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """One question of an incident: every claim on it in full, what is in conflict and why; or its withdrawal."""
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    page = question_page(incident, question, public_incident)
    if page is None:
        raise Http404
    return page.response(request)


@public_page
def question_list(request: HttpRequest) -> HttpResponse:
    """Every question of the archive, and in how many incidents it is disputed."""
    return render(request, "strikes/question_list.html", {"questions": questions_with_totals()})


@public_page
def question_detail(request: HttpRequest, question: str) -> HttpResponse:
    """What one question asks, how its answers are compared, and the incidents in which they part."""
    return shown(request, "strikes/question_detail.html", question_in_archive(question, request.GET.get("page")))
