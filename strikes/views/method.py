"""How this archive works: its rules and vocabularies, from the definitions that the code uses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from strikes.incident.reasons import MOST_PAIRS
from strikes.models.approved import approved_questions
from strikes.views.public import public_page
from strikes.wording.method import VOCABULARIES, Rules


@public_page
def method(request: HttpRequest) -> HttpResponse:
    """Rules in words, every question, every term."""
    questions = approved_questions().questions
    return render(
        request, "method.html", {"vocabularies": VOCABULARIES, "rules": Rules(MOST_PAIRS), "questions": questions}
    )
