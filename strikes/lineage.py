"""Lineage: which claims go back to the same origin, and who printed them. Pure.

A claim that rests on what its party did, counted, saw or inquired into is a root, and its authority the origin. Any
other is followed upstream, along *repeats* and *relies on*; one that is known only through another party goes back to
that party. A compilation is never a
root, and a claim whose ground nobody states is counted apart, not taken for an origin of its own. Nothing is merged
sideways: two parties quoted in one dispatch stay two origins.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from strikes.dossiers.dossier import Dossier
from strikes.vocabulary.terms import Basis, CitationRole, RelationKind

ROOTS = frozenset({Basis.OWN_OPERATION, Basis.EYEWITNESS, Basis.COUNTED, Basis.OWN_INQUIRY, Basis.IMAGERY})
UPSTREAM = frozenset({RelationKind.RELIES_ON, RelationKind.REPEATS})
PRINTS = frozenset({CitationRole.EVIDENCE, CitationRole.REPEATS})


@dataclass(frozen=True)
class Origin:
    """An authority that claims go back to (its slug), the claims (their numbers), and the publishers that print them."""

    authority: str
    claims: tuple[int, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    """The known origins of some claims, and those of the claims that do not say where they come from."""

    known: tuple[Origin, ...]
    unknown: tuple[int, ...]


class Lineage:
    """The lineage of the claims of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.claims = {claim.number: claim for claim in dossier.claims}
        self.authority = {party.slug: party.authority or party.slug for party in dossier.parties}
        self.sources = {source.code: source for source in dossier.sources}
        self._roots: dict[int, frozenset[str]] = {}

    def origins(self, numbers: Iterable[int]) -> Origins:
        """The origins of these claims, in the order in which they come, and the claims that do not say."""
        found: dict[str, list[int]] = {}
        unknown: list[int] = []
        for number in dict.fromkeys(numbers):
            roots = self.roots(number)
            for root in sorted(roots):
                found.setdefault(root, []).append(number)
            if not roots:
                unknown.append(number)
        known = (Origin(root, tuple(claims), tuple(self.publishers(claims))) for root, claims in found.items())
        return Origins(tuple(known), tuple(unknown))

    def roots(self, number: int) -> frozenset[str]:
        """The authorities that the claim goes back to; none where it does not say."""
        if number not in self._roots:
            self._roots[number] = frozenset(self._upstream(number))
        return self._roots[number]

    def printed_from(self, code: str) -> frozenset[str]:
        """The sources that a source goes back to by what it relays; itself where it relays none that is known here."""
        ends, ahead, seen = set[str](), [code], set[str]()
        while ahead:
            each = ahead.pop()
            if each in seen:
                continue
            seen.add(each)
            source = self.sources.get(each)
            upstream = [relayed for relayed in source.relays if relayed in self.sources] if source else []
            ahead += upstream
            if not upstream:
                ends.add(each)
        return frozenset(ends)

    def _upstream(self, number: int) -> Iterator[str]:
        """Roots reached from a claim; a circle of claims that repeat each other reaches none."""
        ahead, seen = [number], set[int]()
        while ahead:
            claim = self.claims[ahead.pop()]
            if claim.number in seen:
                continue
            seen.add(claim.number)
            if claim.told_by:
                yield self.authority[claim.told_by]
            elif claim.basis in ROOTS:
                yield self.authority[claim.party]
            else:
                links = (link for link in claim.relations if link.kind in UPSTREAM)
                ahead += [link.claim for link in links if link.claim in self.claims]

    def publishers(self, numbers: Iterable[int]) -> Iterator[str]:
        """The publishers of the sources in which the claims are read, each once."""
        citations = (citation for number in numbers for citation in self.claims[number].citations)
        cited = dict.fromkeys(citation.source for citation in citations if citation.role in PRINTS)
        sources = (self.sources[code] for code in cited if code in self.sources)
        return iter(dict.fromkeys(source.publisher for source in sources if source.publisher))
