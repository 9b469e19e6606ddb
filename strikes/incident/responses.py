"""What the pages of an incident and of a claim show: one way from a dossier to a response, for readers and previews."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from strikes.dossiers.dossier import Withdrawal
from strikes.incident.page import IncidentPage

GONE = 410


class Filed(Protocol):
    """The row of an incident, as far as its pages need it."""

    code: Any

    @property
    def has_notice(self) -> bool: ...

    def notice(self) -> Withdrawal: ...


# Makes the page of an incident that has no notice: readers' from what is public, previews' with the drafts.
PageOf = Callable[[Any], IncidentPage]


@dataclass(frozen=True)
class Page:
    """A template and what it shows."""

    template: str
    context: dict[str, Any]
    status: int = 200

    def response(self, request: HttpRequest, **more: Any) -> HttpResponse:
        response = render(request, self.template, self.context | more, status=self.status)
        if self.status == GONE:
            response["X-Robots-Tag"] = "noindex"
        return response


def incident_page(incident: Filed, page_of: PageOf, parties: Sequence[str] = ()) -> Page:
    """The incident, its matrix of these parties alone where some are followed; or the notice that it was withdrawn."""
    if incident.has_notice:
        return _notice_page(incident, incident.notice())
    page = page_of(incident)
    return Page("strikes/incident_detail.html", _context(page, page, followed=page.followed(parties)))


def accounts_page(incident: Filed, page_of: PageOf) -> Page:
    """Every account of the incident, or the notice that it was withdrawn."""
    if incident.has_notice:
        return _notice_page(incident, incident.notice())
    page = page_of(incident)
    return Page("strikes/incident_accounts.html", _context(page, page))


def question_page(incident: Filed, question: str, page_of: PageOf) -> Page | None:
    """One question of the incident, or the notice that it was withdrawn; None if the archive asks no such question."""
    if incident.has_notice:
        return _notice_page(incident, incident.notice())
    page = page_of(incident)
    if question not in page.accounts.questions:
        return None
    return Page("strikes/question_of_incident.html", _context(page, page.question(question)))


def claim_page(incident: Filed, number: int, page_of: PageOf) -> Page | None:
    """One claim of the incident, or the notice that it, or the incident, was withdrawn; None if there is neither.

    Of a withdrawn incident every number is answered alike: which claims it had is part of what was withdrawn.
    """
    if incident.has_notice:
        return _notice_page(incident, incident.notice())
    page = page_of(incident)
    if number in page.accounts.claims:
        # How to cite it: in a preview too by the public address.
        cited_at = reverse("strikes:claim_detail", args=[incident.code, number])
        context = _context(page, page.claim(number), cited_at=cited_at, row=incident)
        return Page("strikes/claim_detail.html", context)
    notices = {notice.claim: notice for notice in page.dossier.withdrawn}
    return _notice_page(incident, notices[number]) if number in notices else None


def _context(page: IncidentPage, shown: object, **more: Any) -> dict[str, Any]:
    """What every page of the incident shows, and what this one does, as `page`."""
    return {"incident": page.dossier.incident, "accounts": page.accounts, "page": shown} | more


def _notice_page(incident: Filed, notice: Withdrawal) -> Page:
    # Of the incident its code alone, which stands in the address already.
    return Page("strikes/withdrawn.html", {"code": incident.code, "notice": notice}, GONE)
