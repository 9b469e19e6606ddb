"""`accused` gives the parties that are said to have carried it out, by others or by themselves. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Claim, Party
from strikes.rules.stands import authority_of
from strikes.vocabulary.terms import Basis, PartyGroup

WHO, RESPONSIBLE = "carried-out-by", "responsibility-accepted"


def accused(claims: Iterable[Claim], parties: Mapping[str, Party]) -> set[str]:
    """Whom these claims, none of which denies its answer, name as having carried it out (slugs).

    A party to the conflict names itself where it speaks of its own operation, and any party where it accepts
    responsibility.
    """
    return {name for claim in claims for name in _named(claim, parties[claim.party])}


def _named(claim: Claim, party: Party) -> Iterator[str]:
    answer = claim.answer or Answer()
    if claim.question == WHO:
        yield from (name for _key, name in answer.names)
    if party.group is PartyGroup.CONFLICT and claim.basis is Basis.OWN_OPERATION:
        yield authority_of(party)
    if claim.question == RESPONSIBLE and answer.yes:
        yield authority_of(party)
