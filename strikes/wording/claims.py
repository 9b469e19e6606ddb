"""What a claim says, in words: its answer, what its party does with the answer, and who speaks. Pure."""

import re
from typing import assert_never

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec.structs import replace

from strikes.answers import KINDS, count
from strikes.answers.answer import Answer, Label
from strikes.dossiers.dossier import Claim, Speaker
from strikes.rules.lanes import Lane
from strikes.rules.stands import Asked, Stand, Voice, voice_of
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import AnswerKind, Basis, Beside, HowNamed, ProofStandard, Scope, Stance, Strength, Unit
from strikes.wording.names import DossierNames, lowered, said_of

# What stands before an answer that is a clause, as those to yes or no are: “could not establish that fighters were there”.
_BEFORE_CLAUSE = {
    Stance.NO_EVIDENCE: gettext_lazy("found no evidence that"),
    Stance.NOT_ESTABLISHED: gettext_lazy("could not establish that"),
    Stance.NOT_RULED_OUT: gettext_lazy("does not rule out that"),
    Stance.DECLINES: gettext_lazy("declines to say whether"),
    Stance.INVESTIGATING: gettext_lazy("is investigating whether"),
}
SAID_BY_ROW = (Strength.POSSIBLE, Strength.DOUBTS, Strength.UNLIKELY)  # of an answer that is asserted
_SENTENCE = re.compile(r"^(?:no|not|none)\b|\b(?:was|were|is|are|did|has|have|had|could)\b")


def show_answer(answer: Answer, kind: AnswerKind, unit: Unit | None, label: Label) -> str:
    """An answer in words; a number counts in the unit of its question, unless the answer has a unit of its own."""
    if kind is AnswerKind.COUNT:
        answer = replace(answer, unit=answer.unit or unit)
    # Within a list or a sentence the full stop of a text would stand before a comma.
    return str(KINDS[kind].show(answer, label)).removesuffix(".")


def with_stance(kind: AnswerKind, stance: Stance, strength: Strength, answer: str) -> str:
    """An answer with what is said of it, in few words: “denies: a mosque”, “likely not: a mosque”, “1 person (possible)”."""
    if not answer:
        return _without_answer(kind, stance)
    match stance:
        case Stance.ASSERTS:
            return _weighed(strength, answer)
        case Stance.DENIES:
            return _denied(strength, answer)
        case _:
            said = answer if strength is Strength.FACT else _with_strength(answer, strength)
            return f"{_before_answer(kind, stance)} {said}"


def _before_answer(kind: AnswerKind, stance: Stance) -> str:
    """What a party does, as it stands before its answer: “denies:”, of a clause “could not establish that”."""
    if kind is AnswerKind.YES_NO and stance in _BEFORE_CLAUSE:
        return str(_BEFORE_CLAUSE[stance])
    return _("%(stance)s:") % {"stance": stance.label}


def _without_answer(kind: AnswerKind, stance: Stance) -> str:
    """A stance after which no answer stands: “declines to say”; of a question of yes or no “does not rule it out”."""
    if kind is AnswerKind.YES_NO and stance is Stance.NOT_ESTABLISHED:
        return _("could not establish it")
    if kind is AnswerKind.YES_NO and stance is Stance.NOT_RULED_OUT:
        return _("does not rule it out")
    return str(stance.label)


def told_answer(claim: Claim, names: DossierNames) -> str:
    """The answer after the name of who tells it, which says already that it was denied: “a war crime (possible)”."""
    answer = answer_of(claim, names)
    return with_strength(claim.stance, claim.strength, answer)


def with_strength(stance: Stance, strength: Strength, answer: str) -> str:
    """An answer with how strongly it is said, where its stance is said already."""
    if not answer or not (beside := strength_beside(stance, strength)):
        return answer
    return _("%(answer)s (%(strength)s)") % {"answer": answer, "strength": beside}


def _weighed(strength: Strength, answer: str) -> str:
    """An answer with how strongly it is said; nothing beside what is said as a fact."""
    match strength:
        case Strength.FACT:
            return answer
        case Strength.LIKELY | Strength.POSSIBLE:
            return _with_strength(answer, strength)
        case Strength.DOUBTS | Strength.UNLIKELY:
            return _("%(strength)s: %(answer)s") % {"strength": strength.label, "answer": answer}
        case _:
            assert_never(strength)


def _with_strength(answer: str, strength: Strength) -> str:
    return _("%(answer)s (%(strength)s)") % {"answer": answer, "strength": strength.label}


def _denied(strength: Strength, answer: str) -> str:
    """A denial with its strength, which is never a second negation."""
    match strength:
        case Strength.LIKELY:
            return _("likely not: %(answer)s") % {"answer": answer}
        case Strength.POSSIBLE:
            return _("possibly not: %(answer)s") % {"answer": answer}
        case Strength.FACT | Strength.DOUBTS | Strength.UNLIKELY:
            return _("denies: %(answer)s") % {"answer": answer}
        case _:
            assert_never(strength)


def strength_beside(stance: Stance, strength: Strength) -> str:
    """How strongly an answer is said, as a note beside it; empty for a fact, and where it would deny a denial."""
    is_negation = strength in (Strength.DOUBTS, Strength.UNLIKELY)
    if strength is Strength.FACT or (stance is Stance.DENIES and is_negation):
        return ""
    return str(strength.label)


def stance_then_answer(kind: AnswerKind, stance: Stance, answer: str) -> tuple[str, str]:
    """What a party does with an answer, and the answer, if it follows: “asserts” and “it was hit”, “denies:” and “a mosque”.

    What it does ends in no colon where nothing follows: “does not rule it out”.
    """
    if not answer:
        return _without_answer(kind, stance), ""
    if stance is Stance.ASSERTS:
        return str(stance.label), answer
    if stance is Stance.DENIES and kind is AnswerKind.PARTY:
        return _("denies that it was"), answer
    return _before_answer(kind, stance), answer


def stance_and_answer(kind: AnswerKind, stance: Stance, answer: str) -> str:
    """An answer beside the label of its question: “a mosque”, “denies: a mosque”, “denies that it was Russia”."""
    if stance is Stance.ASSERTS:
        return answer
    return " ".join(each for each in stance_then_answer(kind, stance, answer) if each)


def answer_to(question: Question, answer: Answer, names: DossierNames) -> str:
    """An answer to the question in words."""
    return show_answer(answer, question.kind, question.unit, names.labels(question))


def answer_of(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim in words, or the claim that it denies in place of one; empty where there is neither."""
    if claim.answer:
        return answer_to(names.questions[claim.question], claim.answer, names)
    denied = names.claims.get(claim.denies or 0)
    return what_is_denied(names.voice(denied), answer_of(denied, names)) if denied else ""


def what_is_denied(voice: str, answer: str) -> str:
    """What somebody else says, as a denial that gives no answer of its own names it: “what Airwars said (49 people)”."""
    said = _("what %(party)s said") % {"party": voice}
    return f"{said} ({answer})" if answer else said


def said_by(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim with what its party says of it: “denies: a mosque”."""
    kind = names.questions[claim.question].kind
    return with_stance(kind, claim.stance, claim.strength, answer_of(claim, names))


def said_with_scope(claim: Claim, names: DossierNames) -> str:
    """The same, with what else the claim covers: “about 200 people (covers more than this event: several places)”."""
    said, covers = said_by(claim, names), scope_in_words(claim)
    return _("%(said)s (%(covers)s)") % {"said": said, "covers": covers} if covers else said


def said_after_name(claim: Claim, names: DossierNames) -> tuple[str, str]:
    """What stands between the name of a party and its answer, and the answer: “:” and “1 person (possible)”, “denies: Russia”.

    Who tells something of another is named with what that did, and the answer follows.
    """
    answer = answer_of(claim, names)
    weighed = with_strength(claim.stance, claim.strength, answer)
    if claim.told_by or claim.stance is Stance.ASSERTS:
        return ":" if answer else "", weighed
    if claim.stance is Stance.DENIES:
        return "", _("denies: %(answer)s") % {"answer": weighed}
    return "", said_by(claim, names)


def answered_by(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim as the row of a table names it: “not a mosque”, “unlikely: 42 people”, “could not establish”."""
    answer, kind = answer_of(claim, names), names.questions[claim.question].kind
    if not claim.stance.takes_position:
        return with_stance(kind, claim.stance, Strength.FACT, answer)
    match voice_of(claim):
        case Voice.POSSIBLE:
            return _("possible: %(answer)s") % {"answer": answer}
        case Voice.DENIES if claim.stance is Stance.DENIES:
            return _not(claim, kind, answer)
        case Voice.DENIES:
            return with_stance(kind, claim.stance, claim.strength, answer)
        case _:
            return answer


def _not(claim: Claim, kind: AnswerKind, answer: str) -> str:
    """A denied answer as a row names it: “not a mosque”; “denied: …” where “not” would twist it or say it twice.

    So it would a number, several things, and a choice that is a sentence, such as “a warning was given”.
    """
    is_thing = kind in (AnswerKind.PARTY, AnswerKind.CHOICE, AnswerKind.PLACE)
    is_one = claim.answer is not None and not claim.answer.one_of and not count.hedge_of(claim.answer)
    if is_thing and is_one and not _SENTENCE.search(answer):
        return _("not %(answer)s") % {"answer": answer}
    return _("denied: %(answer)s") % {"answer": answer}


def answer_of_lane(lane: Lane, names: DossierNames) -> str:
    """The answer that the claims of a lane share, as the row of a table names it."""
    shown = _naming(lane)
    answer = answered_by(shown.claim, names)
    # The number of a whole bounds the part: it is none of the part.
    return f"{answer} ({said_of(names.question(shown.whole))})" if shown.is_bound and shown.whole else answer


def _naming(lane: Lane) -> Stand:
    """The claim of a lane whose words name its row: a denial, if there is one."""
    return next((stand for stand in lane.stands if stand.claim.stance is Stance.DENIES), lane.stands[0])


def strength_beside_row(claim: Claim, lane: Lane | None) -> str:
    """How strongly a claim of the lane is said, as a note in its row; empty where the words that name the row say it.

    Without a lane its own words name the row.
    """
    naming = _naming(lane).claim if lane else claim
    is_in_words = claim.stance is Stance.ASSERTS and claim.strength in SAID_BY_ROW
    if is_in_words and (naming.stance, naming.strength) == (claim.stance, claim.strength):
        return ""
    if is_in_words and claim.strength is not Strength.POSSIBLE:
        return _("says: %(strength)s") % {"strength": claim.strength.label}
    return strength_beside(claim.stance, claim.strength)


def told_or_answered(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim, with who tells it and of whom where it is not the party's own: “A says that B denied: 42 people”."""
    if not claim.told_by:
        return answered_by(claim, names)
    answer = told_answer(claim, names)
    return f"{names.voice(claim)}: {answer}" if answer else names.voice(claim)


def answered_elsewhere(claim: Claim, asked: Asked, names: DossierNames) -> str:
    """The answer of a claim where another claim stands, with how strongly it is said and what else it covers.

    Its question is named where that is another than the one asked.
    """
    notes = [scope_in_words(claim)]
    if claim.stance is Stance.ASSERTS and claim.strength is Strength.LIKELY:
        notes.insert(0, str(claim.strength.label))
    if (claim.question, claim.subject) != asked:
        notes.append(lowered(names.asked(claim.question, claim.subject)))
    said = "; ".join(filter(None, notes))
    answer = _as_thing(claim, names)
    return _("%(answer)s (%(notes)s)") % {"answer": answer, "notes": said} if said else answer


def _as_thing(claim: Claim, names: DossierNames) -> str:
    """What a claim says, so that it can stand after “replaced by”: “not a mosque”, “a denial: 42 people”."""
    answered = answered_by(claim, names)
    if claim.stance is not Stance.DENIES:
        return answered
    if claim.strength in (Strength.LIKELY, Strength.POSSIBLE):
        return said_by(claim, names)
    answer = answer_of(claim, names)
    is_not = answered == _("not %(answer)s") % {"answer": answer}
    return answered if is_not else _("a denial: %(answer)s") % {"answer": answer}


def basis_in_words(basis: Basis) -> str:
    """On what a claim rests: “basis: eyewitness”; empty where it is not stated."""
    return "" if basis is Basis.NOT_STATED else _("basis: %(basis)s") % {"basis": basis.label}


def scope_in_words(claim: Claim) -> str:
    """What a claim covers beside this event, or which part of it; empty where it covers the event and no more."""
    match claim.scope:
        case Scope.EVENT:
            return ""
        case Scope.PART:
            said = _("covers only a part of this event")
        case Scope.WIDER:
            said = _("covers more than this event")
        case _:
            assert_never(claim.scope)
    return f"{said}: {claim.also_covers}" if claim.also_covers else said


def proof_standard_in_words(standard: ProofStandard) -> str:
    return _("standard: %(standard)s") % {"standard": standard.label}


def speaker_in_words(speaker: Speaker) -> str:
    """Who speaks, and how the source names that person: “Eric Pahon, spokesman, by name”.

    Empty where an organisation speaks as such, without a person put forward.
    """
    how = speaker.how_named.label
    if speaker.name:
        said = ", ".join(str(each) for each in (speaker.name, speaker.role, how) if each)
    elif speaker.role and speaker.how_named is HowNamed.ORGANISATION:
        said = speaker.role
    elif speaker.role:
        said = _("%(role)s (%(how)s)") % {"role": speaker.role, "how": how}
    elif speaker.how_named is HowNamed.ORGANISATION:
        said = ""
    else:
        said = _("speaker: %(how)s") % {"how": how}
    return ", ".join(each for each in (said, speaker.reason_unnamed) if each)


def why_not_compared(claim: Claim, why: Beside) -> str:
    """Why a claim decides nothing, as a note: “apparent error”, “covers more: the next village”."""
    return with_covered(claim, why) if why in (Beside.PART, Beside.WIDER) else str(why.label)


def with_covered(claim: Claim, why: Beside) -> str:
    """Why a claim decides nothing, with what else it covers where it says so."""
    if not claim.also_covers:
        return str(why.label)
    return _("%(why)s: %(covers)s") % {"why": why.label, "covers": claim.also_covers}
