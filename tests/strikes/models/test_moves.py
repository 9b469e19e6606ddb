"""Whether a replaced claim is a move is decided in SQL for lists and by the rules for pages: both say the same."""

from typing import Any

import pytest

from strikes.models import Supersession
from strikes.models.dossiers.whole import whole_dossier
from strikes.models.question import questions_in_archive
from strikes.rules.positions import positions
from strikes.vocabulary.terms import SupersessionKind
from tests.builders import make_claim, make_incident, make_party, make_supersession


@pytest.mark.django_db
def test_sql_and_the_rules_agree_on_what_is_a_move():
    incident, state = make_incident(), make_party()
    office, residents, other = make_party(authority=state), make_party(is_collective=True), make_party()
    for earlier, later in [(state, state), (state, office), (residents, residents), (state, other)]:
        for kind in SupersessionKind:
            make_supersession(
                make_claim(incident=incident, party=later),
                make_claim(incident=incident, party=earlier),
                kind=kind,
                words="They were wrong." if later is other else "",
            )

    found = positions(whole_dossier(incident), questions_in_archive())
    by_rule = {
        (each.later.number, each.earlier.number): each.is_moved for all_of in found.values() for each in all_of.moves
    }
    rows: Any = Supersession.objects.with_moves()
    in_sql = {(row.later.number, row.earlier.number): row.is_move for row in rows}

    assert by_rule == in_sql
    assert list(in_sql.values()).count(True) == 4
