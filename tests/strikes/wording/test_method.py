"""The numbers of the rules as the method page states them: a literal table."""

from strikes.rules.version import CHANGES, VERSION
from strikes.wording.method import VOCABULARIES, Rules

COMPARED = {
    "46": "46",
    "37 to 62": "37 to 62",
    "50, and at least 46": "46 or more",
    "50, and at most 62": "62 or fewer",
    "about 50": "45 to 55",
    "about 50, perhaps more": "45 or more",
    "nearly 50": "45 to 50",
    "50 so far": "50 or more",
    "at least 46": "46 or more",
    "more than 46": "47 or more",
    "at most 46": "46 or fewer",
    "fewer than 46": "45 or fewer",
    "at most 25 to 30": "30 or fewer",
    "100 to 300, at the low end": "100 to 300",
    "several": "3 to 20",
    "dozens": "24 to 99",
    "scores": "40 to 199",
    "hundreds": "200 to 999",
    "some, no number given": "1 or more",
    "most of them": "1 or more",
    "none known": "in no range",
    "most of them, where the party itself gave 49": "25 to 49",
}


def test_each_form_of_a_number_stands_beside_what_it_is_compared_as():
    assert dict(Rules(40).numbers) == COMPARED


def test_margins_and_radii_are_those_of_the_rules():
    rules = Rules(40)

    assert (rules.about_percent, rules.nearly_percent, rules.most_pairs) == (10, 90, 40)
    margins = rules.clock_minutes, rules.about_clock_minutes, rules.nearly_clock_minutes, rules.open_hours
    assert margins == (15, 30, 30, 12)
    assert [(str(label), metres) for label, metres in rules.radii] == [
        ("exact site", 10),
        ("vicinity", 100),
        ("locality", 1_000),
    ]


def test_the_version_of_the_rules_stands_with_its_changes_the_newest_first():
    rules = Rules(40)

    assert rules.version == VERSION == rules.changes[0].version
    assert rules.changes == CHANGES[::-1]


def test_every_vocabulary_has_a_heading_and_its_terms():
    codes = [vocabulary.code for vocabulary in VOCABULARIES]

    assert len(set(codes)) == len(codes)
    assert all(str(vocabulary.heading) and vocabulary.terms for vocabulary in VOCABULARIES)
    hedges = next(vocabulary for vocabulary in VOCABULARIES if vocabulary.code == "hedge")
    assert ("at_least", "at least", "The number or more.") in [tuple(map(str, term)) for term in hedges.terms]
