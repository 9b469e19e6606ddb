"""No page asks the database while it is rendered: whatever is shown has been read before."""

import pytest
from django.template import engines
from django.test import Client

from strikes.models import Question
from tests.closed_database import QueryWhileRendering, closed_while_rendering
from tests.crawl import crawl
from tests.markers import Markers
from tests.test_whole_site import addresses, markers  # noqa: F401

pytestmark = pytest.mark.django_db
LISTS = (
    "/incidents/?date_from=2017&certain=on&sort=killed",
    "/incidents/?date_from=yesterday&near=0&km=-1",
    "/incidents/?country=country-public&party=state-public&disputed=killed",
    "/incidents/?place=nowhere&without=nobody&differ=killed",
    "/incidents/?near=0,0&after=x",
    "/parties/?q=state&kind=nothing&page=2",
)


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


def test_no_public_page_asks_the_database_while_it_is_rendered(markers: Markers, client: Client):  # noqa: F811
    asked_for = [*addresses(), *LISTS]

    with closed_while_rendering():
        read = crawl(client, asked_for)
        refused = client.get("/incidents/", headers={"host": "not a host"})

    assert {response.status_code for response in read.values()} >= {200, 404, 410}
    assert refused.status_code == 400
