"""How a text is understood that an editor is typing: what the boxes of the desk ask for at each pause."""

from collections.abc import Callable

from django.http import HttpRequest, JsonResponse

from sources.admin.fields import echo_date, said
from sources.admin.known_addresses import address_of, owner, sentence
from strikes.answers.typed import count as typed_count
from strikes.answers.typed import point as typed_point

READERS: dict[str, Callable[[str], str]] = {
    "date": echo_date,
    "number": typed_count.echo,
    "point": typed_point.echo,
}


def understood(request: HttpRequest, kind: str) -> JsonResponse:
    """How a text is understood: the words, or the sentence that refuses it."""
    text = request.GET.get("text", "").strip()
    if kind == "address":
        return _address(text, request.GET.get("besides", ""))
    reader = READERS.get(kind)
    if reader is None:
        return JsonResponse({"said": ""}, status=404)
    try:
        words, is_refused = said(reader(text)) if text else "", False
    except ValueError as error:
        words, is_refused = str(error), True
    return JsonResponse({"said": words, "refused": is_refused})


def _address(url: str, besides: str) -> JsonResponse:
    """The source that has this address already, with a link to it."""
    source = int(besides) if besides.isdecimal() and len(besides) < 19 else None
    found = owner(url.replace("\0", ""), source) if "://" in url else None
    if found is None:
        return JsonResponse({"said": ""})
    link = {"href": address_of(found[0]), "text": str(found[0])}
    return JsonResponse({"said": sentence(is_one=found[1]), "refused": found[1], "link": link})
