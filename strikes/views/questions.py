"""Questions: what each means, where it is disputed, and all that is said on one of them of one incident."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from strikes.incident.responses import question_page
from strikes.models import Incident, ListingQuestion
from strikes.models.question import questions_in_archive
from strikes.views.public import public_incident, public_page

ROWS = 50


@public_page
def question_of_incident(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """One question of an incident: every claim on it in full, what is in conflict and why; or its withdrawal."""
    incident = get_object_or_404(Incident.objects.answering().for_page(), code=code)
    page = question_page(incident, question, public_incident)
    if page is None:
        raise Http404
    return page.response(request)


@public_page
def question_list(request: HttpRequest) -> HttpResponse:
    """Every question of the archive, and in how many incidents it is disputed."""
    totals = ListingQuestion.objects.totals()
    questions = [(question, totals.get(question.code)) for question in questions_in_archive().questions]
    return render(request, "strikes/question_list.html", {"questions": questions})


@public_page
def question_detail(request: HttpRequest, question: str) -> HttpResponse:
    """What one question asks, how its answers are compared, and the incidents in which they part."""
    questions = questions_in_archive().by_code()
    if question not in questions:
        raise Http404
    parted = ListingQuestion.objects.for_question(question)
    context = {
        "question": questions[question],
        "whole": questions.get(questions[question].included_in or ""),
        "parts": [each for each in questions.values() if each.included_in == question],
        "page": Paginator(parted, ROWS).get_page(request.GET.get("page")),
    }
    return render(request, "strikes/question_detail.html", context)
