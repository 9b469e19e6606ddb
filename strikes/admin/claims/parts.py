"""What stands under a claim and is edited with it: citations, alternatives, supersessions and relations."""

from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest

from sources.admin.records import StackedParts
from sources.admin.telling import with_what_tells
from strikes.admin.claims.choosing import ChoiceOfQuestion, ClaimOfIncident
from strikes.admin.claims.first_step import begun
from strikes.admin.claims.form import asked
from strikes.admin.claims.formsets import AlternativeFormSet, CitationFormSet
from strikes.models import Alternative, Choice, Citation, Claim, ClaimRelation, Supersession

OTHER_END = {"earlier", "to_claim"}


class _UnderClaim(StackedParts):
    """An inline whose fields offer what belongs to the claim above."""

    def formfield_for_foreignkey(self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in OTHER_END:
            kwargs["form_class"] = ClaimOfIncident
        if db_field.name == "choice":
            kwargs["form_class"] = ChoiceOfQuestion
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        fields: Any = formset.form.base_fields
        for name in OTHER_END & fields.keys():
            fields[name].offer(_others(request, obj), asked(obj, begun(request)))
        if "choice" in fields:
            fields["choice"].queryset = Choice.objects.filter(question=asked(obj, begun(request)))
        return formset


def _others(request: HttpRequest, claim: Claim | None) -> QuerySet[Claim]:
    """The other claims of the incident."""
    incident = claim.incident_id if claim else begun(request)["incident"].pk
    others: QuerySet[Claim] = Claim.objects.filter(incident=incident)
    if claim:
        others = others.exclude(pk=claim.pk)
    return with_what_tells(others).order_by("number")


class CitationInline(_UnderClaim):
    model = Citation
    formset = CitationFormSet
    radio_fields = {"wording": admin.HORIZONTAL}
    autocomplete_fields = ["source", "capture", "alleged_by"]
    fields = [
        ("source", "capture", "locator"),
        "quotation",
        "wording",
        ("role", "position"),
        ("language", "translator"),
        "translation",
        ("printed", "alleged_by"),
        "is_withheld",
    ]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1


class AlternativeInline(_UnderClaim):
    model = Alternative
    formset = AlternativeFormSet
    autocomplete_fields = ["party"]
    fields = [("party", "choice")]


class SupersessionInline(_UnderClaim):
    model = Supersession
    fk_name = "later"
    fields = ["earlier", "kind", "words", "reason"]


class RelationInline(_UnderClaim):
    model = ClaimRelation
    fk_name = "from_claim"
    fields = ["to_claim", "kind", "by", "reason"]
