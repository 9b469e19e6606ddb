"""Parties that a reader chose to follow: what they say on each question, one column a party. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from strikes.answers.comparison import Verdict
from strikes.dossiers.dossier import Claim, Party
from strikes.incident.mentions import MOST_PAIRED, Mentions, SaidAlike
from strikes.rules.conflicts import Conflict
from strikes.rules.findings import Finding
from strikes.vocabulary.terms import PartyGroup
from strikes.wording.claims import answered_elsewhere
from strikes.wording.conflicts import differs, excludes
from strikes.wording.names import DossierNames

MOST_FOLLOWED = 6


@dataclass(frozen=True)
class Cell:
    """What a party says, and which of the other followed parties it excludes or differs from in number, in words.

    All is empty where no claim is recorded here.
    """

    party: Party
    said: tuple[SaidAlike, ...] = ()
    excludes: str = ""
    differs: str = ""


@dataclass(frozen=True)
class FollowedQuestion:
    """One question with a cell for each party."""

    finding: Finding
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class FollowedParties:
    """The parties chosen, by group, and the questions on which one of them has a claim.

    `unknown` and `too_many` are how many values were left out, because no party of that name speaks here or because
    more were chosen than fit.
    """

    parties: tuple[Party, ...]
    rows: tuple[FollowedQuestion, ...]
    unanswered: int
    unknown: int
    too_many: int

    @property
    def slugs(self) -> set[str]:
        return {party.slug for party in self.parties}

    @property
    def width(self) -> int:
        return len(self.parties)


def followed_parties(
    asked: Sequence[str], findings: Sequence[Finding], names: DossierNames, claims: Sequence[Claim]
) -> FollowedParties:
    """What the parties with these slugs say; a slug may come from anywhere."""
    speaking = {slug for claim in claims for slug in (claim.party, claim.listed_under)}
    known = [slug for slug in dict.fromkeys(asked) if slug in speaking]
    groups = list(PartyGroup)
    chosen = sorted(known[:MOST_FOLLOWED], key=lambda slug: groups.index(names.parties[slug].group))
    rows = [row for finding in findings if (row := _row(finding, chosen, names))]
    return FollowedParties(
        parties=tuple(names.parties[slug] for slug in chosen),
        rows=tuple(rows),
        unanswered=len(findings) - len(rows),
        unknown=len({*asked} - speaking),
        too_many=len(known) - len(chosen),
    )


def _row(finding: Finding, chosen: Sequence[str], names: DossierNames) -> FollowedQuestion | None:
    claims = [*(stand.claim for lane in finding.lanes for stand in lane.stands if not stand.whole)]
    claims += [claim for claim, _why in finding.positions.beside]
    own = [[claim for claim in claims if slug in (claim.party, claim.told_by)] for slug in chosen]
    if not any(own):
        return None
    mentions = Mentions(finding, names, lambda claim: answered_elsewhere(claim, finding.asked, names))
    lanes = [lane for lane in finding.lanes if any(stand.claim.party in chosen for stand in lane.stands)]
    has_pairs = len(finding.lanes) <= MOST_PAIRED
    conflicts = [conflict for lane in lanes for conflict in finding.conflicts_of(lane)] if has_pairs else []
    cells = (
        Cell(
            names.parties[slug],
            mentions.in_full(said),
            excludes(_against(conflicts, slug, chosen, Verdict.EXCLUDE, names)),
            differs(_against(conflicts, slug, chosen, Verdict.DIFFER, names)),
        )
        for slug, said in zip(chosen, own, strict=True)
    )
    return FollowedQuestion(finding, names.asked(*finding.asked), tuple(cells))


def _against(
    conflicts: Iterable[Conflict], slug: str, chosen: Sequence[str], verdict: Verdict, names: DossierNames
) -> list[str]:
    """The names of the other followed parties that a party is in conflict with, by this verdict."""
    others = set[str]()
    for conflict in conflicts:
        mine, theirs = ({stand.claim.party for stand in side} for side in conflict.stands)
        if conflict.verdict is verdict and slug in mine:
            others |= theirs - {slug}
    return [names.party(other) for other in chosen if other in others]
