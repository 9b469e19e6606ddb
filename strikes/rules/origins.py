"""`Lineage` gives the origins of claims of a dossier: the authorities that they go back to, and who printed them. Pure.

A claim of first hand, such as a count or an inquiry of the party's own, has its authority as origin. Any other is
followed upstream, along *repeats* and *relies on*. One that ends at authorities and at claims that do not say too is
counted with neither. One that is known only through another party goes back to that
party. A compilation is never an origin. A claim whose ground nobody states is counted apart. Two parties quoted in
one dispatch stay two origins.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from strikes.dossiers.dossier import Dossier
from strikes.rules.findings import Finding

Ends: TypeAlias = tuple[frozenset[str], frozenset[int]]


@dataclass(frozen=True)
class Origin:
    """An authority that claims go back to (its slug), the claims (their numbers), and the publishers that print them."""

    authority: str
    claims: tuple[int, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class Origins:
    """The known origins of some claims, and the claims they end at that do not say: a repeat of one adds none.

    `partly` are those of the claims that go back to known origins and to claims that do not say: they count in neither.
    """

    known: tuple[Origin, ...]
    unknown: tuple[int, ...]
    partly: tuple[int, ...] = ()


def traced(finding: Finding) -> Iterator[int]:
    """The numbers of the claims on a question of which a reader asks where they come from, as every page counts them.

    These are the positions. Of the claims that are not compared they are the numbers of a part or of more, what is
    known through another party, and what nobody signs.
    """
    yield from (stand.claim.number for stand in finding.positions.stands if not stand.whole)
    yield from (claim.number for claim, why in finding.positions.beside if why.has_origin)


class Lineage:
    """The lineage of the claims of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.claims = {claim.number: claim for claim in dossier.claims}
        self.authority = {party.slug: party.authority or party.slug for party in dossier.parties}
        self.sources = {source.code: source for source in dossier.sources}
        self._ends: dict[int, Ends] = {}

    def origins(self, numbers: Iterable[int]) -> Origins:
        """The origins of these claims, in the order in which they come, and the claims that do not say."""
        found: dict[str, list[int]] = {}
        unknown: dict[int, None] = {}
        partly: list[int] = []
        for number in dict.fromkeys(numbers):
            authorities, unsaid = self._ends_of(number)
            if authorities and unsaid:
                partly.append(number)
                continue
            for authority in sorted(authorities):
                found.setdefault(authority, []).append(number)
            unknown |= dict.fromkeys(sorted(unsaid))
        known = (Origin(root, tuple(claims), self.publishers(claims)) for root, claims in found.items())
        return Origins(tuple(known), tuple(unknown), tuple(partly))

    def roots(self, number: int) -> frozenset[str]:
        """The authorities that the claim goes back to; none where it does not say."""
        return self._ends_of(number)[0]

    def is_partly_known(self, number: int) -> bool:
        """Whether the claim goes back to claims that do not say, beside those authorities."""
        return all(self._ends_of(number))

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

    def publishers(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The publishers of the sources in which the claims are read, each once (their slugs)."""
        citations = (citation for number in numbers for citation in self.claims[number].citations)
        cited = dict.fromkeys(citation.source for citation in citations if citation.role.is_print)
        sources = (self.sources[code] for code in cited if code in self.sources)
        return tuple(dict.fromkeys(source.publisher for source in sources if source.publisher))

    def _ends_of(self, number: int) -> Ends:
        if number not in self._ends:
            self._ends[number] = self._upstream(number)
        return self._ends[number]

    def _upstream(self, number: int) -> Ends:
        """The authorities reached from a claim, and the claims that say no more: itself, where all go in a circle."""
        ahead, seen = [number], set[int]()
        authorities, unsaid = set[str](), set[int]()
        while ahead:
            claim = self.claims[ahead.pop()]
            if claim.number in seen:
                continue
            seen.add(claim.number)
            links = [link.claim for link in claim.relations if link.kind.is_upstream and link.claim in self.claims]
            if claim.told_by:
                authorities.add(self.authority[claim.told_by])
            elif claim.basis.is_first_hand:
                authorities.add(self.authority[claim.party])
            elif links:
                ahead += links
            else:
                unsaid.add(claim.number)
        return frozenset(authorities), frozenset(unsaid or (() if authorities else {min(seen)}))
