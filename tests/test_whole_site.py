"""Public by descent: nothing unpublished, withheld or protected stands in any byte of the public site or its log."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, get_args

import msgspec
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import DjangoDbBlocker

from sources.history import HISTORIES
from sources.models import Address, Capture, Publisher, Source
from strikes.dossiers import dossier
from strikes.models import Choice, Citation, Claim, Import, Incident, Inclusion, Party, Question
from strikes.models.dossiers.public import public_dossier
from strikes.views import public as views
from strikes.vocabulary.terms import CitationRole, State, SupersessionKind
from strikes.wording.method import VOCABULARIES
from tests.archive import (
    Cast,
    list_all,
    make_cast,
    make_claims,
    make_whole_incident,
    make_whole_publisher,
    make_whole_source,
)
from tests.builders import make_account, make_relation, make_relay, make_supersession
from tests.closed_database import closed_while_rendering
from tests.crawl import ASKED_UNBIDDEN, crawl, everything, public_addresses
from tests.markers import KEY, Markers, Rows, all_models, all_rows, begin_keys_high

PUBLIC, DRAFT, WITHDRAWN, NEVER = "SY-2017-0316-A", "ZZ-1911-0101-D", "ZZ-1912-0202-W", "ZZ-1913-0303-N"
# What pages may show of a protected claim. Everything else of it is marked, a field made tomorrow too.
PUBLIC_OF_PROTECTED = ("also_covers", "statement", "note", "value_text", "speaker_name")
VOCABULARY = {Question, Inclusion, Choice}
# Lists as they are when something is asked of them; without links to these.
LISTS = (
    "/incidents/?date_from=2017&certain=on&sort=killed",
    "/incidents/?date_from=yesterday&near=0&km=-1",
    "/incidents/?country=country-public&party=state-public&disputed=killed",
    "/incidents/?place=nowhere&without=nobody&differ=killed",
    "/incidents/?near=0,0&after=x",
    "/parties/?q=state&kind=nothing&page=2",
)


@dataclass(frozen=True)
class Reading:
    """Every response of the public site by its address, and the log of answering them."""

    pages: dict[str, HttpResponseBase]
    log: io.StringIO


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def markers(module_db: DjangoDbBlocker) -> Markers:
    """An archive with one published incident, and markers in all that the public may not see."""
    with module_db.unblock():
        return make_archive()


@pytest.fixture(scope="module")
def reading(markers: Markers, module_db: DjangoDbBlocker) -> Reading:
    """The public site read whole, once, with no query from a template."""
    with module_db.unblock(), logged() as log, closed_while_rendering():
        return Reading(crawl(Client().get, [*addresses(), *LISTS]), log)


def make_archive() -> Markers:
    begin_keys_high()
    editor, reviewer = make_account("editor"), make_account("reviewer")
    cast = make_cast("public")
    incident = make_whole_incident(cast, PUBLIC)
    claims = make_claims(incident, cast)
    make_relay(cast.post, cast.withheld)
    public = all_rows()
    make_unpublished(incident, claims)
    # Who reads what a withheld source reprints is led to it.
    make_relay(cast.withheld, make_whole_source("behind-withheld", make_whole_publisher("behind")))
    Claim.objects.update(last_edited_by=editor)
    Claim.objects.filter(state=State.PUBLISHED).update(approved_by=reviewer)

    hidden = {model: keys - public[model] for model, keys in all_rows().items() if model not in VOCABULARY}
    add_withheld(hidden, cast)
    markers = Markers()
    # Of what is withdrawn the reason is public, and nothing else.
    markers.mark(hidden, leaving=("withdrawn_reason",))
    markers.mark({Claim: {claim.pk for claim in claims if claim.is_protected}}, leaving=PUBLIC_OF_PROTECTED)
    connection.check_constraints()
    markers.mark({history: keys(history.objects.all()) for history in HISTORIES.values()})
    list_all()
    return markers


def make_unpublished(incident: Incident, claims: list[Claim]) -> None:
    """A draft and a withdrawn incident, and claims of each state under the published one, with links both ways."""
    for code, state in ((DRAFT, State.DRAFT), (WITHDRAWN, State.WITHDRAWN)):
        cast = make_cast(f"incident-{state}")
        make_claims(make_whole_incident(cast, code, state), cast)
        cast = make_cast(f"claims-{state}")
        for claim in make_claims(incident, cast, state):
            if claim.question == claims[0].question and claim.party == cast.state:
                link(claim, claims[0])
                link(claims[1], claim)


def link(later: Claim, earlier: Claim) -> None:
    make_supersession(later, earlier, reason="Read so.", words="Words.")
    make_relation(later, earlier, kind="supports", by="party", reason="Said so.")


def add_withheld(hidden: Rows, cast: Cast) -> None:
    """All of a withheld source, of citations of it and of withheld citations; accounts; and the record of imports."""
    withheld = Source.objects.filter(pk=cast.withheld.pk)
    hidden[Source] |= keys(withheld)
    hidden[Address] |= keys(Address.objects.filter(source__in=withheld))
    hidden[Capture] |= keys(Capture.objects.filter(source__in=withheld))
    hidden[Party] |= keys(Party.objects.filter(slug="hidden-public"))
    hidden[Publisher] |= keys(Publisher.objects.filter(slug__startswith="hidden-public"))
    hidden[Citation] |= keys(Citation.objects.filter(is_withheld=True) | Citation.objects.filter(source__in=withheld))
    hidden[Import] |= keys(Import.objects.all())
    hidden[User] |= keys(User.objects.all())


def keys(rows: QuerySet[Any]) -> set[int]:
    return set(rows.values_list("pk", flat=True))


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What the site's own handler writes, in its own format."""
    written = io.StringIO()
    handler = next(each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


@pytest.fixture
def as_editor(markers: Markers) -> Client:
    client = Client()
    client.force_login(User.objects.earliest("pk"))
    return client


def addresses() -> list[str]:
    values = {
        "code": [PUBLIC, DRAFT, WITHDRAWN, NEVER],
        "number": [str(number) for number in range(1, 60)],
        "source": [*Source.objects.values_list("code", flat=True), "never"],
        "publisher": [*Publisher.objects.values_list("slug", flat=True), "never"],
        "party": [*Party.objects.values_list("slug", flat=True), "never"],
        "question": [*Question.objects.filter(claims__isnull=False).distinct().values_list("code", flat=True), "never"],
        "kind": [kind.value for kind in SupersessionKind],
    }
    return [*public_addresses(values), *ASKED_UNBIDDEN]


def internal_names() -> re.Pattern[bytes]:
    """Names of columns that are no keys of the public dossier."""
    fields = {name for model in all_models() for each in model._meta.fields for name in (each.name, each.attname)}
    structs = [each for each in vars(dossier).values() if isinstance(each, type) and issubclass(each, msgspec.Struct)]
    public = {name for struct in structs for name in struct.__struct_fields__} | set(get_args(dossier.Level))
    # The method page names the terms of every vocabulary.
    public |= {code for vocabulary in VOCABULARIES for code, _label, _definition in vocabulary.terms}
    return re.compile(rb"\b(%s)\b" % "|".join(name for name in fields - public if "_" in name).encode())


def leaks(markers: Markers, response: HttpResponseBase, address: str = "") -> set[str]:
    """What of the archive's inside these bytes show, by its place."""
    seen = everything(response)
    if f"/incidents/{WITHDRAWN}/" in address:
        # Who asks for a withdrawn incident knows its code.
        seen = seen.replace(WITHDRAWN.encode(), b"")
    names = {f"the name {match.decode()}" for match in internal_names().findall(seen)}
    return markers.found_in(seen) | names | {f"the key {match.decode()}" for match in KEY.findall(seen)}


def test_markers_stand_in_every_text_field_that_can_be_hidden(markers: Markers):
    models = set(all_models()) - VOCABULARY
    marked = set(markers.places.values())

    assert {model.__name__ for model in models} - {place.partition(".")[0] for place in marked} <= {
        "Alternative",
        "Membership",
        "Relay",
    }
    for field in (
        "Claim.statement",
        "Claim.speaker_role",
        "Claim.value_text",
        "Citation.printed",
        "Source.title",
        "User.email",
    ):
        assert field in marked


def test_nothing_hidden_stands_in_any_page(markers: Markers, reading: Reading):
    found = {address: leaks(markers, response, address) for address, response in reading.pages.items()}

    assert {address: shown for address, shown in found.items() if shown} == {}


def test_an_editor_is_answered_the_same_bytes(reading: Reading, as_editor: Client):
    signed_in = crawl(as_editor.get, [*addresses(), *LISTS])

    assert {address: everything(response) for address, response in signed_in.items()} == {
        address: everything(response) for address, response in reading.pages.items()
    }


def test_links_from_the_first_page_lead_to_what_is_published_and_to_nothing_else(reading: Reading, client: Client):
    read = crawl(reading.pages.__getitem__, ["/"])

    page = everything(read[f"/incidents/{PUBLIC}/accounts/"]).decode()
    for shown in (
        "Party residents-public",
        "قال الأهالي public",
        "massacre, says public",
        "withholds to protect a speaker",
    ):
        assert shown in page
    assert "It was entered twice." in page
    for code, status in ((DRAFT, 404), (WITHDRAWN, 410), (NEVER, 404)):
        assert client.get(f"/incidents/{code}/").status_code == status


def test_the_public_dossier_holds_nothing_hidden_whatever_pages_show_of_it(markers: Markers):
    shown = msgspec.json.encode(public_dossier(Incident.objects.get(code=PUBLIC)))

    assert b"massacre, says public" in shown
    assert markers.found_in(shown) == set()
    for code in (DRAFT, WITHDRAWN):
        with pytest.raises(ValueError, match="is not published"):
            public_dossier(Incident.objects.get(code=code))


def test_no_public_page_asks_the_database_while_it_is_rendered(reading: Reading, client: Client):
    with closed_while_rendering():
        refused = client.get("/incidents/", headers={"host": "not a host"})

    assert {response.status_code for response in reading.pages.values()} >= {200, 404, 410}
    assert refused.status_code == 400


def test_a_draft_and_what_was_never_there_are_answered_alike(markers: Markers, client: Client):
    never = everything(client.get(f"/incidents/{NEVER}/"))

    assert everything(client.get(f"/incidents/{DRAFT}/")) == never


def test_what_is_withdrawn_is_answered_with_its_notice_alone(markers: Markers, client: Client):
    incident = Incident.objects.get(code=WITHDRAWN)
    claim = Claim.objects.filter(incident__code=PUBLIC, state=State.WITHDRAWN)[0]
    of_incident, of_claim = f"/incidents/{WITHDRAWN}/", f"/incidents/{PUBLIC}/claims/{claim.number}/"
    addresses = [of_incident, f"{of_incident}claims/1/", f"{of_incident}claims/999/", of_claim]

    answers = {address: client.get(address) for address in addresses}

    for address, response in answers.items():
        assert response.status_code == 410
        assert response["X-Robots-Tag"] == "noindex"
        assert leaks(markers, response, address) == set()
        assert "on 26 November 2026" in everything(response).decode()
        assert claim.withdrawn_reason in everything(response).decode()
    # Which claims a withdrawn incident had is not told either.
    assert incident.claims.count() == 15
    assert answers[addresses[1]].content == answers[addresses[2]].content == answers[of_incident].content


def test_no_error_page_shows_anything_hidden(markers: Markers, monkeypatch: pytest.MonkeyPatch):
    client = Client(raise_request_exception=False)

    def fail(*_shown: object) -> None:
        with transaction.atomic():
            Citation.objects.filter(is_withheld=True).update(role=CitationRole.PRINTED_DIFFERENTLY, printed="")

    with logged() as log:
        bad = client.get("/incidents/", headers={"host": "not a host"})
        monkeypatch.setattr(views, "IncidentPage", fail)
        broken = client.get(f"/incidents/{PUBLIC}/")
        posted = client.post("/healthz", {"file": SimpleUploadedFile("a.txt", b"a")})

    assert [bad.status_code, broken.status_code, posted.status_code] == [400, 500, 405]
    for response in (bad, broken, posted):
        assert leaks(markers, response) == set()
    assert "citation_printed_differently" in log.getvalue()
    assert markers.found_in(log.getvalue().encode()) == set()


def test_the_log_of_a_whole_reading_shows_nothing_hidden(markers: Markers, reading: Reading):
    # The address asked for is the reader's own words.
    written = re.sub(
        rf"/(incidents/({DRAFT}|{WITHDRAWN})|(sources|publishers|parties)/[^/ ]+)/", "", reading.log.getvalue()
    )
    assert "Not Found" in written
    assert markers.found_in(written.encode()) == set()
