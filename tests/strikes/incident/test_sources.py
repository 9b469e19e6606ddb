"""The sources of an incident, and who printed the numbers of the dead."""

from pathlib import Path

import pytest

from strikes.dossiers.codec import load
from strikes.incident.page import IncidentPage
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.rules.cast import case, related, says, supersedes

DOSSIERS = sorted(Path("strikes/dossiers/incidents").glob("*.json"))


def origins(page: IncidentPage) -> list[tuple[str, str, str]]:
    """Of each class of the dead: its label, its origins among the sources, and its origins beside the numbers."""
    beside = {chart.label: chart.origins for chart in (*page.charts.drawn, *page.charts.alone)}
    found = [(each.question.label, each.origins) for each in page.sources.numbers]
    return [(label, said, beside[label]) for label, said in found if label in beside]


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: str(path.stem))
def test_a_page_counts_the_origins_of_a_number_once(path: Path):
    found = origins(IncidentPage(load(path.read_bytes()), QUESTIONS))

    assert found
    for _label, among_sources, beside_numbers in found:
        assert among_sources == beside_numbers


def test_what_is_no_longer_held_has_no_origin_and_a_compilation_is_told_apart():
    page = IncidentPage(
        case(
            says(1, "monitor", "killed", {"best": 42}, basis="counted"),
            says(2, "monitor", "killed", {"best": 46}, basis="counted", **supersedes(1)),
            says(3, "newsroom", "killed", {"best": 46}, basis="told_by", **related(2, "repeats")),
            says(4, "other-state", "killed", {"best": 50}, basis="compilation"),
            says(5, "posts", "killed", {"best": 60}),
        ),
        QUESTIONS,
    )

    ((label, among_sources, beside_numbers),) = origins(page)

    assert label == "Killed"
    assert among_sources == beside_numbers
    assert among_sources == (
        "1 known origin (A Monitor), printed by 1 publisher; 1 compilation, no origin of its own; 1 claim does not say"
    )
