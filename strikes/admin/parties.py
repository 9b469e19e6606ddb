"""The admin of parties."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.forms import PartFormSet
from sources.admin.records import TabularParts
from strikes.admin.lists.columns import Missing, counted
from strikes.admin.records import PublicRecordAdmin
from strikes.models import Membership, Party
from strikes.models.party import JOINT, TOO_FEW_MEMBERS

CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "party__id__exact")


class MembershipFormSet(PartFormSet):
    """The members of one party: none, or at least two of a joint party."""

    model = Membership

    def clean(self) -> None:
        super().clean()
        members = list(self.left())
        if len(members) == 1:
            raise ValidationError(TOO_FEW_MEMBERS)
        if members and self.instance.authority_id:
            raise ValidationError(JOINT)


class MembershipInline(TabularParts):
    model = Membership
    formset = MembershipFormSet
    fk_name = "joint"
    autocomplete_fields = ["member"]
    verbose_name_plural = _("members, where several parties make one finding")


@admin.register(Party)
class PartyAdmin(PublicRecordAdmin):
    list_display = ["name", "kind", "group", "authority", "part_of", "country", "is_collective", CLAIMS, "slug"]
    list_filter = [Missing, "group", "kind", "is_collective"]
    list_select_related = ["authority", "part_of"]
    search_fields = ["name__alike", "short_name__alike", "original_name__alike", "slug"]
    autocomplete_fields = ["authority", "part_of", "publisher"]
    prepopulated_fields = {"slug": ["name"]}
    permanent = ("slug",)
    inlines = [MembershipInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "short_name", ("original_name", "original_language")]}),
        (
            _("Who it is"),
            {
                "description": _(
                    "A party makes claims, or is said to have acted. Who prints its words is a publisher."
                ),
                "fields": ["kind", "group", "country", "is_collective"],
            },
        ),
        (
            _("Whose position it states"),
            {
                "description": _(
                    "An office states the position of its authority, and the two are never told as two voices. A part of "
                    "a wider party states its own. A joint party, whose members stand below, is one voice of its own."
                ),
                "fields": ["authority", "part_of", "publisher"],
            },
        ),
        (None, {"fields": ["note"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_claims()


@admin.register(Membership)
class MembershipAdmin(PublicRecordAdmin):
    list_display = ["joint", "member"]
    list_select_related = ["joint", "member"]
    search_fields = ["joint__name__alike", "member__name__alike"]
    autocomplete_fields = ["joint", "member"]
    permanent = ("joint",)
