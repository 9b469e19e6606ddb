"""No page asks the database while it is rendered: whatever is shown has been read before."""

import pytest
from django.template import engines

from strikes.models import Question
from tests.closed_database import QueryWhileRendering, closed_while_rendering

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "template",
    [
        "{% for question in questions %}{{ question }}{% endfor %}",
        "{{ questions.first.label }}",
        "{% if not questions %}none{% endif %}",
        "{% if 1 == 2 or questions.last %}some{% endif %}",
    ],
)
def test_a_query_from_a_template_is_caught(template: str):
    page, lazy = engines["django"].from_string(template), Question.objects.order_by("pk")

    with closed_while_rendering():
        page.render({"questions": list(Question.objects.all())})
        with pytest.raises(QueryWhileRendering, match="strikes_question"):
            page.render({"questions": lazy})


def test_a_query_from_an_included_template_is_caught_under_its_name():
    lazy = {"loosened": Question.objects.filter(code="nothing")}
    page = engines["django"].from_string('{% include "strikes/_loosened.html" %}')

    with closed_while_rendering(), pytest.raises(QueryWhileRendering, match=r"^strikes/_loosened\.html ran 1 queries"):
        page.render({"found": lazy})
