"""The admin of the vocabulary: questions and their choices."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.records import TabularParts
from strikes.admin.lists.columns import counted
from strikes.admin.records import PublicRecordAdmin
from strikes.models import Choice, Question

CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "question__id__exact")


class ChoiceInline(TabularParts):
    model = Choice
    autocomplete_fields = ["parent"]


@admin.register(Question)
class QuestionAdmin(PublicRecordAdmin):
    list_display = ["label", "kind", "rule", "is_exclusive", "unit", "included_in", CLAIMS, "position", "code"]
    list_filter = ["kind", "rule", "is_exclusive"]
    list_select_related = ["included_in"]
    search_fields = ["label", "code", "definition"]
    autocomplete_fields = ["included_in"]
    permanent = ("code",)
    inlines = [ChoiceInline]
    fields = ["label", "code", "definition", "kind", "rule", "is_exclusive", "unit", "included_in", "position"]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_claims()


@admin.register(Choice)
class ChoiceAdmin(PublicRecordAdmin):
    list_display = ["label", "question", "parent", "position", "code"]
    list_select_related = ["question", "parent"]
    search_fields = ["label", "code", "question__label"]
    autocomplete_fields = ["question", "parent"]
    permanent = ("question", "code")
    fields = ["question", "label", "code", "definition", "parent", "position"]
