"""The lists of the admin, sorted by a day that is not always known."""

import pytest
from django.db.models import Model
from django.test import Client

from sources.models import Source
from strikes.models import Claim
from tests.builders import make_claim, make_source
from tests.strikes.admin.test_every_model import address


def days(client: Client, model: type[Model], column: str, direction: str) -> list[str]:
    changelist = client.get(address(model, "changelist")).context["cl"]
    number = changelist.list_display.index(column)
    rows = client.get(address(model, "changelist"), {"o": f"{direction}{number}"}).context["cl"].result_list
    return [str(getattr(row, "published" if model is Source else "stated")) for row in rows]


@pytest.mark.parametrize(("direction", "order"), [("", ["2016", "2017"]), ("-", ["2017", "2016"])])
def test_rows_of_an_unknown_day_come_last_whichever_way_they_are_sorted(
    as_editor: Client, direction: str, order: list[str]
):
    for day in ("2017", None, "2016"):
        make_source(published=day)
        make_claim(stated=day)

    assert days(as_editor, Source, "shown_published", direction) == [*order, "None"]
    assert days(as_editor, Claim, "shown_stated", direction) == [*order, "None"]
