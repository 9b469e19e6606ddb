"""The admin of the vocabulary: questions and their choices."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.records import TabularParts
from strikes.admin.lists.columns import counted
from strikes.admin.records import PublicRecordAdmin
from strikes.models import Choice, Inclusion, Question

CLAIMS = counted(_("claims"), "number_of_claims", "strikes_claim", "question__id__exact")


class InclusionInline(TabularParts):
    model = Inclusion
    fk_name = "part"
    autocomplete_fields = ["whole"]


class ChoiceInline(TabularParts):
    model = Choice
    autocomplete_fields = ["parent"]


@admin.register(Question)
class QuestionAdmin(PublicRecordAdmin):
    list_display = ["label", "kind", "rule", "is_exclusive", "unit", CLAIMS, "position", "code"]
    list_filter = ["kind", "rule", "is_exclusive"]
    search_fields = ["label", "code", "definition", "yes", "no"]
    permanent = ("code",)
    inlines = [InclusionInline, ChoiceInline]
    fields = ["label", "code", "definition", "kind", ("yes", "no"), "rule", "is_exclusive", "unit", "position"]

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.with_claims()


@admin.register(Inclusion)
class InclusionAdmin(PublicRecordAdmin):
    list_display = ["part", "whole"]
    list_select_related = ["part", "whole"]
    search_fields = ["part__label", "whole__label"]
    autocomplete_fields = ["part", "whole"]
    permanent = ("part",)


@admin.register(Choice)
class ChoiceAdmin(PublicRecordAdmin):
    list_display = ["label", "question", "parent", "position", "code"]
    list_select_related = ["question", "parent"]
    search_fields = ["label", "code", "question__label"]
    autocomplete_fields = ["question", "parent"]
    permanent = ("question", "code")
    fields = ["question", "label", "code", "definition", "parent", "position"]
