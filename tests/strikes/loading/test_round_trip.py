"""dump → load → dump: whatever is valid comes back from the archive as it went in, byte for byte."""

from pathlib import Path

import pytest
from django.conf import settings as site
from django.db import connection, transaction
from hypothesis import HealthCheck, assume, given

from strikes.dossiers.canonical import canonical
from strikes.dossiers.check.dossier import check
from strikes.dossiers.codec import dump
from strikes.dossiers.codec import load as read
from strikes.dossiers.dossier import Dossier
from strikes.loading.load import load
from strikes.models import Incident
from strikes.models.dossiers.whole import whole_dossier
from tests.examples import examples
from tests.strikes.dossiers.builders import QUESTIONS
from tests.strikes.dossiers.strategies import dossiers

pytestmark = pytest.mark.django_db
FILES = sorted((site.BASE_DIR / "strikes" / "dossiers" / "incidents").glob("*.json"))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example]


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A path that each example writes anew."""
    return tmp_path_factory.mktemp("dossiers") / "dossier.json"


def given_back(file: Path, content: bytes) -> Dossier:
    """The dossier that an archive gives back which loads these bytes, and loads them again for nothing."""
    file.write_bytes(content)
    with transaction.atomic():
        load([file])
        assert load([file]).is_empty
        dossier = whole_dossier(Incident.objects.select_related("place").get())
        transaction.set_rollback(True)
    return dossier


@examples(100, suppress_health_check=SLOW)
@given(dossiers())
def test_every_dossier_that_is_drawn_is_valid_and_canonical(dossier):
    assert check(dossier, QUESTIONS) == []
    assert read(dump(dossier)) == dossier
    assert canonical(dossier, QUESTIONS) == dossier


@examples(50, suppress_health_check=SLOW)
@given(dossiers())
def test_a_dossier_comes_back_from_the_archive_as_it_went_in(file, dossier):
    content = dump(dossier)

    again = given_back(file, content)

    assert again == dossier
    assert dump(again) == content


@examples(8, suppress_health_check=SLOW)
@given(dossiers(), dossiers())
def test_an_edit_of_everything_at_once_comes_back_as_the_edit(file, before, after):
    assume(_evidence(before) <= _evidence(after))
    file.write_bytes(dump(before))
    with transaction.atomic():
        load([file])
        again = given_back(file, dump(after))
        transaction.set_rollback(True)

    assert again == after


def _evidence(dossier: Dossier) -> set[tuple[str, int]]:
    """The claims and captures, which a file may not drop once the archive has them."""
    captures = {(source.code, capture.number) for source in dossier.sources for capture in source.captures}
    return captures | {("", claim.number) for claim in dossier.claims}


def test_the_order_of_a_dump_does_not_hang_on_the_collation_of_the_database(tmp_path):
    collations = "SELECT collname FROM pg_collation WHERE collname = 'en-x-icu'"
    slugs = [("strikes_party", "slug"), ("sources_publisher", "slug"), ("sources_source", "code")]
    with connection.cursor() as cursor:
        cursor.execute(collations)
        if cursor.fetchone() is None:
            pytest.skip("This server has no collation of ICU.")
        for table, column in slugs:
            cursor.execute(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar(80) COLLATE "en-x-icu"')

    for path in FILES:
        assert dump(given_back(tmp_path / "dossier.json", path.read_bytes())) == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_dossier_of_this_repository_is_canonical_and_comes_back_as_it_is(path, tmp_path):
    content = path.read_bytes()
    dossier = read(content)

    assert check(dossier, QUESTIONS) == []
    assert dump(canonical(dossier, QUESTIONS)) == content
    assert dump(given_back(tmp_path / "dossier.json", content)) == content


def test_a_dossier_of_this_repository_has_the_name_of_its_incident():
    assert [path.stem for path in FILES] == [read(path.read_bytes()).incident.code.lower() for path in FILES]
