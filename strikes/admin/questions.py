"""The admin of the vocabulary: questions and their choices."""

from django.contrib import admin

from sources.admin import PermanentNames
from sources.refusals import RefusalsInWords
from sources.telling import TELLING
from strikes.admin.listed import Listed
from strikes.models import Choice, Question


class ChoiceInline(admin.TabularInline):
    model = Choice
    extra = 0
    formfield_overrides = TELLING
    autocomplete_fields = ["parent"]


@admin.register(Question)
class QuestionAdmin(PermanentNames, Listed, RefusalsInWords):
    list_display = ["label", "kind", "rule", "is_exclusive", "unit", "included_in", "position", "code"]
    list_filter = ["kind", "rule", "is_exclusive"]
    list_select_related = ["included_in"]
    search_fields = ["label", "code", "definition"]
    formfield_overrides = TELLING
    autocomplete_fields = ["included_in"]
    permanent = ("code",)
    inlines = [ChoiceInline]
    fields = ["label", "code", "definition", "kind", "rule", "is_exclusive", "unit", "included_in", "position"]


@admin.register(Choice)
class ChoiceAdmin(PermanentNames, Listed, RefusalsInWords):
    list_display = ["label", "question", "parent", "position", "code"]
    list_select_related = ["question", "parent"]
    search_fields = ["label", "code", "question__label"]
    formfield_overrides = TELLING
    autocomplete_fields = ["question", "parent"]
    permanent = ("question", "code")
    fields = ["question", "label", "code", "definition", "parent", "position"]
