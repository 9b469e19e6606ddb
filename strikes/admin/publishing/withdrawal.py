"""The page on which records are withdrawn: it says what will happen, and asks for the public reason.

It has an address of its own, `withdraw/?ids=1,2`, to which the action of the list and the button of the form lead.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strikes.admin.publishing.publishable import PublishableRow, name_of
from strikes.admin.publishing.requirements import refusal_to_withdraw
from strikes.models import Claim, Incident
from strikes.models.publication import LONGEST_REASON
from strikes.vocabulary.terms import State

MOST = 100  # at a time: one reason rarely fits more, and the address must hold their keys


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "Public, in one sentence: “It was entered twice; see claim 4.” It repeats nothing of what is withdrawn, and names nobody whom that could harm."
        ),
    )

    def clean_reason(self) -> str:
        """One line."""
        return " ".join(self.cleaned_data["reason"].split())


def keys_in(ids: str) -> list[int]:
    """The keys that an address names, parted by commas; none where any of them is no key, or where they are too many."""
    keys = ids.split(",")
    if len(keys) > MOST or not all(key.isascii() and key.isdecimal() and len(key) < 19 for key in keys):
        return []
    return [int(key) for key in keys]


def address_of_form(row: PublishableRow) -> str:
    return reverse(f"admin:strikes_{row._meta.model_name}_change", args=[row.pk])


def what_will_happen(rows: Sequence[Any]) -> dict[str, Any]:
    """What the page says of these rows: which are withdrawn, which cannot be and why, and what else changes."""
    refusals = {row: refusal_to_withdraw(row) for row in rows}
    going = [row for row in rows if not refusals[row]]
    return {
        "title": _("Withdraw from this archive"),
        "going": [(name_of(row), address_of_form(row), row.get_absolute_url()) for row in going],
        "refused": [(name_of(row), address_of_form(row), said) for row, said in refusals.items() if said],
        "consequences": [*_of_claims([row for row in going if isinstance(row, Claim)])]
        if rows and isinstance(rows[0], Claim)
        else [*_of_incidents([row for row in going if isinstance(row, Incident)])],
    }


def _of_claims(claims: Sequence[Claim]) -> list[str]:
    public = {claim.incident.code for claim in claims if claim.incident.state == State.PUBLISHED}
    said = _("Claims withdrawn: %(claims)s. Incidents whose page and listing change: %(count)s%(codes)s.")
    codes = f" ({', '.join(sorted(public))})" if public else ""
    return [
        said % {"claims": len(claims), "count": len(public), "codes": codes},
        _("What they supersede stands again, and no comparison counts them."),
    ]


def _of_incidents(incidents: Sequence[Incident]) -> list[str]:
    listed = sum(incident.state == State.PUBLISHED for incident in incidents)
    claims = Claim.objects.published().filter(incident__in=incidents).count()
    said = _("Incidents withdrawn: %(incidents)s. Listings removed: %(listed)s. Claims that go with them: %(claims)s.")
    return [
        said % {"incidents": len(incidents), "listed": listed, "claims": claims},
        _("The addresses of all their claims answer 410 too, with the same day and reason."),
    ]
