"""The schema mirrors the vocabularies and the structs, so that neither is changed alone."""

import json
from typing import Any, get_args

import msgspec
import pytest
from jsonschema_rs import meta

from sources.vocabulary import Consulted, PublisherKind, SourceKind
from strikes.answers.answer import Answer
from strikes.dossiers import dossier as plain
from strikes.dossiers.codec import SCHEMA
from strikes.vocabulary import terms

WHOLE = json.loads(SCHEMA.read_text())
PARTS = WHOLE["$defs"]
INCIDENT = WHOLE["properties"]["incident"]
STRUCTS: list[tuple[type[msgspec.Struct], dict[str, Any]]] = [
    (plain.Dossier, WHOLE),
    (plain.Incident, INCIDENT),
    (plain.OtherArchive, INCIDENT["properties"]["other_archives"]["items"]),
    (plain.Place, PARTS["place"]),
    (plain.PlaceName, PARTS["place"]["properties"]["names"]["items"]),
    (plain.Publisher, PARTS["publisher"]),
    (plain.Party, PARTS["party"]),
    (plain.Source, PARTS["source"]),
    (plain.Capture, PARTS["capture"]),
    (plain.Subject, PARTS["subject"]),
    (plain.NewChoice, PARTS["newChoice"]),
    (plain.Claim, PARTS["claim"]),
    (plain.Speaker, PARTS["speaker"]),
    (Answer, PARTS["answer"]),
    (plain.Citation, PARTS["citation"]),
    (plain.Supersession, PARTS["supersession"]),
    (plain.Relation, PARTS["relation"]),
    (plain.Withdrawal, PARTS["withdrawal"]),
]
VOCABULARIES = [
    ("publisher", "kind", PublisherKind),
    ("party", "kind", terms.PartyKind),
    ("party", "group", terms.PartyGroup),
    ("source", "kind", SourceKind),
    ("source", "consulted", Consulted),
    ("subject", "kind", terms.SubjectKind),
    ("speaker", "how_named", terms.HowNamed),
    ("answer", "hedge", terms.Hedge),
    ("answer", "unit", terms.Unit),
    ("answer", "precision", terms.LocationPrecision),
    ("claim", "stance", terms.Stance),
    ("claim", "strength", terms.Strength),
    ("claim", "proof_standard", terms.ProofStandard),
    ("claim", "basis", terms.Basis),
    ("claim", "scope", terms.Scope),
    ("citation", "wording", terms.Wording),
    ("citation", "role", terms.CitationRole),
    ("supersession", "kind", terms.SupersessionKind),
    ("relation", "kind", terms.RelationKind),
    ("relation", "by", terms.RelatedBy),
]


def all_schemas(schema: Any) -> list[dict[str, Any]]:
    """Every object within the schema, the whole included."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return [found for one in inner for found in all_schemas(one)] + ([schema] if isinstance(schema, dict) else [])


def test_the_schema_is_a_valid_one_of_the_version_2020_12():
    assert WHOLE["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert meta.is_valid(WHOLE)


@pytest.mark.parametrize(("part", "key", "vocabulary"), VOCABULARIES)
def test_a_vocabulary_in_the_schema_is_that_of_the_archive_term_for_term(part, key, vocabulary):
    assert PARTS[part]["properties"][key]["enum"] == vocabulary.values


def test_the_vocabularies_that_stand_apart_are_those_of_the_archive():
    assert PARTS["publication"]["enum"] == terms.State.values
    assert INCIDENT["properties"]["precision"]["enum"] == terms.LocationPrecision.values
    assert PARTS["place"]["properties"]["level"]["enum"] == [level.name.lower() for level in terms.PlaceLevel]
    assert list(get_args(plain.Level)) == [level.name.lower() for level in terms.PlaceLevel]


def test_no_vocabulary_of_the_schema_was_forgotten_here():
    enums = [schema["enum"] for schema in all_schemas(WHOLE) if isinstance(schema.get("enum"), list)]

    assert len(enums) == len(VOCABULARIES) + 3


@pytest.mark.parametrize(("struct", "schema"), STRUCTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_part_has_the_keys_of_its_struct_in_the_same_order(struct, schema):
    keys = [key for key in schema["properties"] if not key.startswith("$")]

    assert keys == list(struct.__struct_fields__)


@pytest.mark.parametrize(("struct", "schema"), STRUCTS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_a_part_requires_is_what_has_no_default_in_its_struct(struct, schema):
    required = [field.name for field in msgspec.structs.fields(struct) if field.required]

    assert schema["required"] == required


@pytest.mark.parametrize(("struct", "schema"), STRUCTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_part_takes_no_other_keys(struct, schema):
    assert schema["additionalProperties"] is False


def test_no_part_of_the_schema_was_forgotten_here():
    objects = [schema for schema in all_schemas(WHOLE) if schema.get("type") == "object"]

    assert len(objects) == len(STRUCTS)


def test_every_property_of_the_schema_is_described():
    properties = [
        (name, value)
        for _struct, schema in STRUCTS
        for name, value in schema["properties"].items()
        if "description" not in value
    ]

    assert [name for name, value in properties if "description" not in PARTS[value["$ref"].rpartition("/")[2]]] == []
