"""A test that commits leaves the database as it found it."""

import pytest

from strikes.models import Claim, Party, Question
from tests.builders import make_claim, make_party
from tests.emptying import Emptying, with_rows

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_was_committed_is_taken_out_and_the_questions_stay(django_db_setup: Emptying):
    questions = Question.objects.count()
    make_claim(published=True)

    django_db_setup.take_out()

    assert not Claim.objects.exists()
    assert not with_rows(django_db_setup.empty)
    assert Question.objects.count() == questions > 0


def test_questions_that_were_changed_are_as_they_were(django_db_setup: Emptying):
    labels = set(Question.objects.values_list("label", flat=True))
    Question.objects.update(label="Changed")

    django_db_setup.take_out()

    assert set(Question.objects.values_list("label", flat=True)) == labels


def test_what_a_module_commits_stays_until_its_end(django_db_setup: Emptying):
    with django_db_setup.put_off():
        make_party()
        django_db_setup.take_out()
        assert Party.objects.exists()

    assert not Party.objects.exists()
