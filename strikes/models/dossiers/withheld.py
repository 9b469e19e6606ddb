"""What the public dossier leaves out of a withheld source, a withheld citation and a protected speaker.

Of a withheld source readers learn that there is one, and its kind. Hidden are its code, publisher, titles, language,
authors, addresses, day, note, captures and what it relays; and the sources that only it leads to. Of a citation that is
withheld, or that is of such a source, stay its role and whose wording it is. Of a protected speaker stays that there is
one: even a role can say who it was.
"""

from collections.abc import Iterable

from sources.models import Source
from sources.vocabulary import SourceKind
from strikes.dossiers import dossier as plain
from strikes.models.citation import Citation
from strikes.vocabulary.terms import HowNamed

HIDDEN_SPEAKER = plain.Speaker(how_named=HowNamed.PROTECTED)
# Columns of a citation; the capture that was read is hidden too, and who alleges a misprint.
HIDDEN_OF_CITATION = ("locator", "quotation", "language", "translation", "translator", "printed")


def is_hidden_citation(citation: Citation) -> bool:
    """Whether the public reads of it only its role and whose wording it is; its source must be at hand."""
    return citation.is_withheld or citation.source.is_withheld


def hidden_source(source: Source, code: str) -> plain.Source:
    """The withheld source under this code: that there is one, and its kind."""
    return plain.Source(
        code=code,
        publisher="",
        title="",
        language="",
        kind=SourceKind(source.kind),
        is_withheld=True,
    )


def codes_of_withheld(sources: Iterable[Source]) -> dict[int, str]:
    """The codes under which the withheld ones of these sources are shown, by their keys."""
    return {source.pk: f"withheld-{number}" for number, source in enumerate(sources, 1) if source.is_withheld}


def sources_shown(sources: Iterable[Source], cited: set[int]) -> list[Source]:
    """The sources cited, and those that they relay: but nothing behind one that is withheld, which would tell of it."""
    by_id = {source.pk: source for source in sources}
    shown, ahead = set(), set(cited)
    while ahead:
        pk = ahead.pop()
        shown.add(pk)
        if not by_id[pk].is_withheld:
            ahead |= {each["pk"] for each in by_id[pk].relayed if not by_id[each["pk"]].is_withheld} - shown  # type: ignore[attr-defined]
    return [source for source in by_id.values() if source.pk in shown]
