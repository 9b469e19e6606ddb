"""`positions` gives, by question and subject, the claims of a dossier that count, those that do not, and the moves. Pure.

An authority's position is its claims that count: `rules.counted` says which. The others are kept with the reason why
they decide nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from strikes.dossiers.dossier import Claim, Dossier
from strikes.rules.changes import Links, Move, asked_by
from strikes.rules.counted import Counting
from strikes.rules.stands import Asked, Stand, answer_of, day_stated, grouped, stand_of
from strikes.rules.wholes import Wholes
from strikes.vocabulary.questions import Question, Questions
from strikes.vocabulary.terms import Beside


@dataclass(frozen=True)
class Positions:
    """All that is said of one question: the claims that count, the others with the reason why not, and the moves."""

    stands: tuple[Stand, ...]
    beside: tuple[tuple[Claim, Beside], ...]
    moves: tuple[Move, ...]


def positions(dossier: Dossier, questions: Questions, links: Links | None = None) -> dict[Asked, Positions]:
    """The positions on every question that a claim of the dossier answers, in the order of the questions.

    `links` are those of the same dossier, where whoever calls has read them already.
    """
    moves = _moves_by_question(links or Links(dossier, questions))
    return _Reading(dossier, questions.by_code()).positions(moves)


def _moves_by_question(links: Links) -> dict[Asked, list[Move]]:
    """What took the place of what: under the question of the earlier claim and that of the later."""
    found: dict[Asked, list[Move]] = defaultdict(list)
    for move in links.moves:
        for asked in {asked_by(each) for each in (move.earlier, move.later)}:
            found[asked].append(move)
    return found


class _Reading:
    """One dossier, read claim by claim."""

    def __init__(self, dossier: Dossier, questions: Mapping[str, Question]) -> None:
        self.questions = questions
        self.claims = sorted(dossier.claims, key=day_stated)
        self.parties = {party.slug: party for party in dossier.parties}
        self.by_number = {claim.number: claim for claim in self.claims}
        self.counting = Counting(dossier)

    def positions(self, moves: Mapping[Asked, list[Move]]) -> dict[Asked, Positions]:
        claims = grouped(self.claims, asked_by)
        beside = {asked: [(claim, self.counting.why_not(claim)) for claim in found] for asked, found in claims.items()}
        own = {asked: [self._stand(claim) for claim, why in found if why is None] for asked, found in beside.items()}
        wholes = Wholes(own, self.questions)
        order = {code: position for position, code in enumerate(self.questions)}
        return {
            asked: Positions(
                stands=tuple(wholes.compared(asked)),
                beside=tuple((claim, why) for claim, why in beside[asked] if why is not None),
                moves=tuple(moves.get(asked, ())),
            )
            for asked in sorted(claims, key=lambda asked: (order[asked.question], asked.subject or ""))
        }

    def _stand(self, claim: Claim) -> Stand:
        answer = answer_of(claim, self.by_number)
        assert answer is not None
        return stand_of(claim, self.parties[claim.party], answer)
