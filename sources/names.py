"""Names as they are compared: whoever looks one up does not know its accents, vowel marks and apostrophes by heart.

`normalise` reads a name in Python, for columns that are kept beside one; the lookup `alike` has the database read any
column of text so: `Party.objects.filter(name__alike="medecins")`.
"""

import sys
import unicodedata
from typing import Any

from django.db.models.lookups import Contains

# Tatweel, and what writers put for a hamza or an ayn, or leave away; a hyphen parts words.
_SPACES, _NOTHING = "-‑", "ـ'’‘`ʼʿʾ"
_LEFT_OUT = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(_NOTHING, ""))


def normalise(text: str) -> str:
    """The name as it is compared: case folded, without accents, vowel marks, tatweel, apostrophes and hyphens.

    PostgreSQL's `unaccent` keeps Arabic vowel marks, so this is done here for all scripts alike.
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LEFT_OUT))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1: the share of their trigrams that both have, in whatever order words stand."""
    first, second = _trigrams(one), _trigrams(other)
    return len(first & second) / (len(first | second) or 1)


def _trigrams(text: str) -> set[str]:
    """Each three signs on end of each word, which begins with two spaces and ends with one."""
    words = (f"  {word} " for word in normalise(text).split())
    return {word[start : start + 3] for word in words for start in range(len(word) - 2)}


def _marks() -> str:
    """All combining marks as a class of a regular expression that PostgreSQL reads."""
    ends: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.combining(chr(code)):
            if ends and ends[-1][1] == code - 1:
                ends[-1][1] = code
            else:
                ends.append([code, code])
    return "[" + "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ends) + "]"


class Alike(Contains):
    """The column holds the text, both compared as `normalise` compares names."""

    lookup_name = "alike"
    _marks = _marks()

    def get_prep_lookup(self) -> str:
        return normalise(str(self.rhs))

    def process_lhs(self, compiler: Any, connection: Any, lhs: Any = None) -> Any:
        column, params = super().process_lhs(compiler, connection, lhs)
        spaced = f"translate(lower({column}), %s, %s)"
        letters = f"regexp_replace(normalize({spaced}, NFKD), %s, '', 'g')"
        return letters, [*params, _SPACES + _NOTHING, " " * len(_SPACES), self._marks]

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        return f"LIKE {rhs}"
