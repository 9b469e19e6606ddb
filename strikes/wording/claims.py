"""What a claim says, in words: its answer, what its party does with the answer, and who speaks. Pure."""

from django.utils.translation import gettext as _
from msgspec.structs import replace

from strikes.answers import KINDS
from strikes.answers.answer import Answer, Label
from strikes.dossiers.dossier import Claim, Speaker
from strikes.rules.positions import Asked, Voice, voice_of
from strikes.vocabulary.questions import Question
from strikes.vocabulary.terms import AnswerKind, Beside, ProofStandard, Scope, Stance, Strength, Unit
from strikes.wording.names import DossierNames, lowered


def show_answer(answer: Answer, kind: AnswerKind, unit: Unit | None, label: Label) -> str:
    """An answer in words; a number counts in the unit of its question, unless the answer has a unit of its own."""
    if kind is AnswerKind.COUNT:
        answer = replace(answer, unit=answer.unit or unit)
    return str(KINDS[kind].show(answer, label))


def with_stance(stance: Stance, strength: Strength, answer: str) -> str:
    """An answer with what is said of it, in few words: “denies: a mosque”, “1 person (likely or apparent)”."""
    if strength is not Strength.FACT:
        answer = _("%(answer)s (%(strength)s)") % {"answer": answer, "strength": strength.label}
    return answer if stance is Stance.ASSERTS else _with_label(stance, answer)


def _with_label(stance: Stance, answer: str) -> str:
    return _("%(stance)s: %(answer)s") % {"stance": stance.label, "answer": answer} if answer else str(stance.label)


def stance_and_answer(stance: Stance, answer: str) -> str:
    """An answer beside the label of its question: “a mosque”, “denies a mosque”."""
    if stance is Stance.ASSERTS:
        return answer
    return _("%(stance)s %(answer)s") % {"stance": stance.label, "answer": answer}


def answer_to(question: Question, answer: Answer, names: DossierNames) -> str:
    """An answer to the question in words."""
    return show_answer(answer, question.kind, question.unit, names.labels(question))


def answer_of(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim in words; empty where it gives none."""
    return answer_to(names.questions[claim.question], claim.answer, names) if claim.answer else ""


def said_by(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim with what its party says of it: “denies: a mosque”."""
    return with_stance(claim.stance, claim.strength, answer_of(claim, names))


def answered_by(claim: Claim, names: DossierNames) -> str:
    """The answer of a claim as the row of a table names it: “denied: a mosque”, “could not establish”."""
    answer = answer_of(claim, names)
    if not claim.stance.takes_position:
        return _with_label(claim.stance, answer)
    match voice_of(claim):
        case Voice.POSSIBLE:
            return _("possible: %(answer)s") % {"answer": answer}
        case Voice.DENIES if claim.stance is Stance.DENIES:
            return _("denied: %(answer)s") % {"answer": answer}
        case Voice.DENIES:
            return _("doubted: %(answer)s") % {"answer": answer}
        case _:
            return answer


def answered_elsewhere(claim: Claim, asked: Asked, names: DossierNames) -> str:
    """The answer of a claim, with its question where that is another than the one asked."""
    answer = answered_by(claim, names)
    if (claim.question, claim.subject) == asked:
        return answer
    question = lowered(names.asked(claim.question, claim.subject))
    return _("%(answer)s, on %(question)s") % {"answer": answer, "question": question}


def basis_in_words(claim: Claim, known_through: str = "") -> str:
    """On what a claim rests, and the party through whose words alone it is known: “basis: counted; known through Hamas”."""
    said = _("basis: %(basis)s") % {"basis": claim.basis.label}
    return _("%(basis)s; known through %(party)s") % {"basis": said, "party": known_through} if known_through else said


def scope_in_words(claim: Claim) -> str:
    """What a claim covers beside this event, or which part of it; empty where it covers the event and no more."""
    if claim.scope is Scope.EVENT:
        return ""
    said = _("covers %(scope)s") % {"scope": claim.scope.label}
    return f"{said}: {claim.also_covers}" if claim.also_covers else said


def proof_standard_in_words(standard: ProofStandard) -> str:
    return _("standard: %(standard)s") % {"standard": standard.label}


def speaker_in_words(speaker: Speaker) -> str:
    """Who speaks, and how the source names that person: “Eric Pahon, spokesman, named”, “speaker: the organisation”."""
    how = speaker.how_named.label
    if speaker.name:
        said = ", ".join(str(each) for each in (speaker.name, speaker.role, how) if each)
    elif speaker.role:
        said = _("%(role)s (%(how)s)") % {"role": speaker.role, "how": how}
    else:
        said = _("speaker: %(how)s") % {"how": how}
    return f"{said}, {speaker.reason_unnamed}" if speaker.reason_unnamed else said


def why_not_compared(claim: Claim, why: Beside, names: DossierNames) -> str:
    """Why a claim decides nothing, as a note: “known only through Hamas”, “covers more: the next village”."""
    if claim.told_by:
        return _("known only through %(party)s") % {"party": names.party(claim.told_by)}
    return with_covered(claim, why) if why in (Beside.PART, Beside.WIDER) else str(why.label)


def with_covered(claim: Claim, why: Beside) -> str:
    """Why a claim decides nothing, with what else it covers where it says so."""
    if not claim.also_covers:
        return str(why.label)
    return _("%(why)s: %(covers)s") % {"why": why.label, "covers": claim.also_covers}
