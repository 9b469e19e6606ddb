"""The rules have a version, and each says what it changed."""

from strikes.rules.version import CHANGES, VERSION


def test_the_versions_rise_one_by_one_and_the_last_is_the_one_that_holds():
    assert [entry.version for entry in CHANGES] == list(range(1, VERSION + 1))
    assert [entry.since for entry in CHANGES] == sorted(entry.since for entry in CHANGES)


def test_every_version_says_what_changed_in_sentences():
    assert all(entry.says for entry in CHANGES)
    assert all(str(said).endswith(".") and str(said)[0].isupper() for entry in CHANGES for said in entry.says)
