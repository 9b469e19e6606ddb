"""The questions that a filter offers, and how many incidents each of them would find."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, Func, IntegerField, OuterRef

from strikes.models import ListingQuestion, Question
from strikes.models.listing import ListingQuerySet

MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Offered:
    """Questions as (code, label), by the filter in which they are offered: those of which one listing comes out so."""

    disputed: list[tuple[str, str]]
    differ: list[tuple[str, str]]
    moved: list[tuple[str, str]]
    one_account: list[tuple[str, str]]


def offered() -> Offered:
    """What can be asked for: one query, that looks up a row for each question and filter."""
    rows = ListingQuestion.objects.filter(question=OuterRef("pk"))
    found = {
        "disputed": rows.disputed(),
        "differ": rows.differing(),
        "moved": rows.moved(),
        "one_account": rows.of_one_account(),
    }
    questions = Question.objects.annotate(**{f"is_{name}": Exists(each) for name, each in found.items()})
    listed = list(questions.values("code", "label", *(f"is_{name}" for name in found)).order_by("position", "pk"))
    return Offered(**{name: [(row["code"], row["label"]) for row in listed if row[f"is_{name}"]] for name in found})


def disputed_among(listings: ListingQuerySet) -> dict[str, int]:
    """How many of these listings are disputed on each question, by its code; they are at most `MOST_COUNTED`."""
    # The limit keeps the planner from walking all that is disputed.
    ids = listings.order_by().values("pk")[: MOST_COUNTED + 1]
    counted = ListingQuestion.objects.disputed().filter(listing__in=ids).order_by().values("question__code")
    return dict(counted.annotate(total=Count("pk")).values_list("question__code", "total"))


def disputed_anywhere() -> dict[str, int]:
    """How many listings at all are disputed on each question, by its code: one more than `MOST_COUNTED` stands for more."""
    ids = ListingQuestion.objects.disputed().filter(question=OuterRef("pk")).order_by().values("listing")
    counted = Func(ArraySubquery(ids[: MOST_COUNTED + 1]), function="cardinality", output_field=IntegerField())
    questions = Question.objects.annotate(total=counted).filter(total__gt=0)
    return dict(questions.values_list("code", "total"))
