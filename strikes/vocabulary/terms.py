"""The fixed vocabularies: each term with its code, its definition and its label.

Vocabularies that editors extend (questions and their choices) are tables; `questions.json` beside this file is
what an archive begins with. The words are those of this archive's method; where a term is taken from elsewhere its
class says from where.
"""

from typing import Any, assert_never

from django.db import models
from django.utils.translation import gettext_lazy as _


class Term(models.TextChoices):
    """A choice that carries its definition: NAME = value, definition, label."""

    definition: Any

    def __new__(cls, value: str, definition: Any = "") -> "Term":
        term = str.__new__(cls, value)
        term._value_ = value
        term.definition = definition
        return term


class State(Term):
    """Where a record stands on its way to the public."""

    DRAFT = "draft", _("Being worked on; seen by editors alone."), _("draft")
    PUBLISHED = "published", _("Approved by someone other than its last editor, and public."), _("published")
    WITHDRAWN = "withdrawn", _("Was public and was taken back, with a reason."), _("withdrawn")


class Stance(Term):
    """What a claim does with its answer. Never inferred from silence."""

    ASSERTS = "asserts", _("Says that the answer is so."), _("asserts")
    DENIES = (
        "denies",
        _("Says that the answer, or what another claim says, is not so."),
        _("denies"),
    )
    NO_EVIDENCE = (
        "no_evidence",
        _("Looked, and says that it found no evidence of the answer. A finding of its own: no denial, and no silence."),
        _("found no evidence of"),
    )
    NOT_ESTABLISHED = (
        "not_established",
        _("Looked, and says it could not establish the answer."),
        _("could not establish"),
    )
    NOT_RULED_OUT = "not_ruled_out", _("Says that the answer cannot be excluded."), _("does not rule out")
    DECLINES = "declines", _("Was asked, and declines to say."), _("declines to say")
    INVESTIGATING = "investigating", _("Says that it is looking into the question."), _("is investigating")
    CONDITIONAL = "conditional", _("Says what it would do or hold if something came true."), _("would, on a condition")
    RETRACTS = "retracts", _("Takes back what it said, and puts nothing in its place."), _("retracts")

    @property
    def takes_position(self) -> bool:
        """Whether the party says that the answer is so, or that it is not: only such claims are compared."""
        match self:
            case Stance.ASSERTS | Stance.DENIES:
                return True
            case (
                Stance.NO_EVIDENCE
                | Stance.NOT_ESTABLISHED
                | Stance.NOT_RULED_OUT
                | Stance.DECLINES
                | Stance.INVESTIGATING
                | Stance.CONDITIONAL
                | Stance.RETRACTS
            ):
                return False
            case _:
                assert_never(self)

    @property
    def needs_answer(self) -> bool:
        """Whether the claim says nothing without an answer. A denial may name another claim in place of one."""
        match self:
            case Stance.ASSERTS | Stance.DENIES | Stance.NO_EVIDENCE:
                return True
            case (
                Stance.NOT_ESTABLISHED
                | Stance.NOT_RULED_OUT
                | Stance.DECLINES
                | Stance.INVESTIGATING
                | Stance.CONDITIONAL
                | Stance.RETRACTS
            ):
                return False
            case _:
                assert_never(self)


class Strength(Term):
    """How strongly the party spoke, in its own words' measure."""

    FACT = "fact", _("Said plainly, without a word of doubt."), _("as fact")
    LIKELY = "likely", _("Said to be likely, probable or apparent."), _("likely or apparent")
    POSSIBLE = "possible", _("Said to be possible: may, might, could."), _("possible")
    DOUBTS = "doubts", _("The party says that it doubts it."), _("doubts")
    UNLIKELY = "unlikely", _("Said to be unlikely or improbable."), _("unlikely")


class ProofStandard(Term):
    """Standards of proof that claimants name for themselves; sources: the UN commissions' reports, US Department of
    Defense instructions on civilian harm assessments, Iraq Body Count's method."""

    REASONABLE_GROUNDS = (
        "reasonable_grounds",
        _("The standard of United Nations commissions of inquiry."),
        _("reasonable grounds to believe"),
    )
    MORE_LIKELY_THAN_NOT = (
        "more_likely_than_not",
        _("The standard of United States civilian casualty assessments."),
        _("more likely than not"),
    )
    INDEPENDENT_SOURCES = (
        "independent_sources",
        _("The standard of Iraq Body Count."),
        _("two or more independent sources"),
    )


class Basis(Term):
    """What the party says its claim rests on."""

    OWN_OPERATION = "own_operation", _("The party took part in what it speaks of."), _("own operation")
    EYEWITNESS = "eyewitness", _("The speaker was there, or saw the place soon after."), _("eyewitness")
    COUNTED = "counted", _("The party counted, recovered or treated people itself."), _("counted or recovered")
    OWN_INQUIRY = "own_inquiry", _("The party's own interviews, visits, documents or assessment."), _("own inquiry")
    IMAGERY = "imagery", _("Photographs, video, aerial or satellite images that the party looked at."), _("imagery")
    INTELLIGENCE = "intelligence", _("Intelligence that the party says it holds, of whatever kind."), _("intelligence")
    TOLD_BY = "told_by", _("The party passes on what others told it."), _("told by others")
    COMPILATION = "compilation", _("The party put together what others had published."), _("compilation")
    NOT_STATED = "not_stated", _("The material read does not say."), _("not stated")

    @property
    def is_first_hand(self) -> bool:
        """Whether the party did, saw, counted or inquired itself: such a claim is an origin, and goes back to no other."""
        match self:
            case (
                Basis.OWN_OPERATION
                | Basis.EYEWITNESS
                | Basis.COUNTED
                | Basis.OWN_INQUIRY
                | Basis.IMAGERY
                | Basis.INTELLIGENCE
            ):
                return True
            case Basis.TOLD_BY | Basis.COMPILATION | Basis.NOT_STATED:
                return False
            case _:
                assert_never(self)


class HowNamed(Term):
    """Who voiced the claim, as the publication names them."""

    NAMED = "named", _("The speaker's name is published."), _("by name")
    ORGANISATION = "organisation", _("The organisation itself speaks; no person is put forward."), _("the organisation")
    SPOKESPERSON = (
        "spokesperson",
        _("Speaks officially for the organisation; the role is published, the name is not."),
        _("by role, without a name"),
    )
    UNNAMED_OFFICIAL = (
        "unnamed_official",
        _("An official who speaks without being named, and binds no authority."),
        _("unnamed official"),
    )
    UNNAMED = "unnamed", _("Somebody else whose name is not published."), _("unnamed")
    PROTECTED = "protected", _("This archive withholds who spoke; it keeps no name."), _("withheld by this archive")


class Hedge(Term):
    """The word that goes with a number or a clock time. What each means in a comparison stands with the rules."""

    EXACT = "exact", _("The number, or the range, with no word beside it."), _("exactly")
    ABOUT = "about", _("About, around, some, roughly."), _("about")
    ABOUT_OR_MORE = (
        "about_or_more",
        _("About the number, with a word that it may be more: about 26, perhaps more."),
        _("about, perhaps more"),
    )
    AT_LEAST = "at_least", _("The number or more."), _("at least")
    MORE_THAN = "more_than", _("More than the number."), _("more than")
    AT_MOST = "at_most", _("The number or fewer: up to, as many as; at most 25 to 30."), _("at most")
    FEWER_THAN = "fewer_than", _("Fewer than the number."), _("fewer than")
    NEARLY = "nearly", _("A little under: nearly, close to, just before."), _("nearly")
    LOW_END = (
        "low_end",
        _("A range, with a word that the number is near its lower end: 100 to 300, at the low end."),
        _("at the low end"),
    )
    SEVERAL = "several", _("Said as several."), _("several")
    DOZENS = "dozens", _("Said as dozens."), _("dozens")
    SCORES = "scores", _("Said as scores."), _("scores")
    HUNDREDS = "hundreds", _("Said as hundreds."), _("hundreds")
    MOST_OF = "most_of", _("Most or the majority of those spoken of; mostly, mainly."), _("most of")
    SOME = "some", _("Says that there were some and gives no number."), _("some, no number given")
    NONE_KNOWN = "none_known", _("Says that it knows of none. Not the same as none."), _("none known")
    SO_FAR = "so_far", _("The number counted at that time, expected to change."), _("so far")


class Unit(Term):
    """What a number counts."""

    PERSONS = "persons", _("People."), _("people")
    FAMILIES = "families", _("Families or households."), _("families")
    STRIKES = "strikes", _("Strikes, raids or attacks."), _("strikes")
    MUNITIONS = "munitions", _("Bombs, missiles, shells or rockets."), _("munitions")
    AIRCRAFT = "aircraft", _("Aircraft, crewed or not."), _("aircraft")
    BUILDINGS = "buildings", _("Buildings."), _("buildings")
    VEHICLES = "vehicles", _("Vehicles."), _("vehicles")
    MINUTES = "minutes", _("Minutes of time."), _("minutes")
    HOURS = "hours", _("Hours of time."), _("hours")
    METRES = "metres", _("Metres of distance."), _("metres")
    PERCENT = "percent", _("Parts of a hundred of what is spoken of."), _("per cent")


class Scope(Term):
    """What a number or an answer covers."""

    EVENT = "event", _("This event as a whole."), _("this event")
    PART = "part", _("Only a part of it, such as one building or one hospital."), _("a part of it")
    WIDER = "wider", _("More than this event: another place or day is counted in."), _("wider than this event")


class AnswerKind(Term):
    """The kind of answer that a question takes."""

    PARTY = "party", _("A party, or one of several."), _("party")
    CHOICE = "choice", _("One of the question's choices, with a number where things are counted."), _("choice")
    COUNT = "count", _("A number with its hedge and unit."), _("number")
    PLACE = "place", _("A place, a point, or both, with a precision."), _("place")
    TIME = "time", _("A date, or clock times."), _("time")
    YES_NO = "yes_no", _("Yes or no."), _("yes or no")
    TEXT = "text", _("Words."), _("text")


class Rule(Term):
    """How two answers to one question are compared."""

    SAME_OR_WITHIN = (
        "same_or_within",
        _("Two answers agree if they are the same or one contains the other."),
        _("same, or one within the other"),
    )
    INTERVAL = "interval", _("Two numbers agree if the intervals that they state meet."), _("intervals meet")
    PLACE = "place", _("Two places agree if their circles meet, or one lies within the other."), _("places meet")
    DATE = "date", _("Two dates agree if they share a day."), _("days overlap")
    CLOCK = "clock", _("Two clock times agree if they overlap, each taken with a margin."), _("clock times overlap")
    YES_NO = "yes_no", _("Yes and no cannot both be so."), _("yes against no")
    NEVER = "never", _("Shown side by side and never compared by rule."), _("never compared")


class QuestionState(Term):
    """What the accounts of one question make together, from nothing to dispute."""

    NO_CLAIM = (
        "no_claim",
        _(
            "No claim that asserts or denies an answer is recorded in this archive; of what anybody kept silent on, that says nothing."
        ),
        _("no claim recorded here"),
    )
    NO_ANSWER = (
        "no_answer",
        _(
            "Somebody spoke to the question and gave no answer: could not establish it, declined to say, or is inquiring."
        ),
        _("no answer recorded"),
    )
    ONE_ACCOUNT = "one_account", _("One authority answers it, or several of its offices."), _("only one party answers")
    SAME = "same", _("All who answer it give the same answer."), _("same answer")
    NOT_COMPARED = (
        "not_compared",
        _(
            "Answers stand beside each other, and no rule compares them: words, numbers of a part or of more, what nobody signs, the finding of no evidence."
        ),
        _("side by side, not compared"),
    )
    NOT_IN_CONFLICT = (
        "not_in_conflict",
        _(
            "The answers are different, and no rule sets one against another. The archive does not say that all can be so."
        ),
        _("no rule sets these against each other"),
    )
    DIFFER = (
        "differ",
        _("Numbers are stated whose intervals do not meet. The question can be disputed beside that."),
        _("numbers differ"),
    )
    DISPUTED = (
        "disputed",
        _("Answers exclude each other, one denies what another asserts, or somebody says that two contradict."),
        _("disputed"),
    )


# The states in which accounts are in conflict, the graver first.
IN_CONFLICT = (QuestionState.DISPUTED, QuestionState.DIFFER)


class Beside(Term):
    """Why a claim is shown beside a question and decides nothing."""

    NO_ANSWER = "no_answer", _("It neither asserts nor denies an answer."), _("gives no answer")
    NO_EVIDENCE = (
        "no_evidence",
        _("It says that no evidence was found, which neither asserts nor denies."),
        _("found no evidence"),
    )
    SUPERSEDED = "superseded", _("A later claim stands in its place."), _("superseded")
    RETRACTED = "retracted", _("It was taken back, and nothing was put in its place."), _("retracted")
    OVERTAKEN = (
        "overtaken",
        _("It reports what another is about to say, or has found; that other has stated it since."),
        _("overtaken by a later claim"),
    )
    TOLD = (
        "told",
        _("It is what the teller claims, and no position of the one quoted."),
        _("known only through another party"),
    )
    UNSIGNED = "unsigned", _("Its author is not known."), _("not signed")
    ERROR = "error", _("It appears to be a slip."), _("apparent error")
    PART = "part", _("It is not of the whole event: of one building or one hospital, say."), _("of a part only")
    WIDER = "wider", _("Another place or day is counted in."), _("covers more")

    @property
    def is_replaced(self) -> bool:
        """Whether the party no longer holds it."""
        return self in (Beside.SUPERSEDED, Beside.RETRACTED)

    @property
    def has_origin(self) -> bool:
        """Whether one asks where it comes from: an answer that is still held, and by no slip."""
        match self:
            case Beside.TOLD | Beside.UNSIGNED | Beside.PART | Beside.WIDER:
                return True
            case (
                Beside.NO_ANSWER
                | Beside.NO_EVIDENCE
                | Beside.SUPERSEDED
                | Beside.RETRACTED
                | Beside.OVERTAKEN
                | Beside.ERROR
            ):
                return False
            case _:
                assert_never(self)


class LocationPrecision(Term):
    """How precisely a point is known; the radii that are compared are `RADIUS_M` in `answers.place`."""

    SITE = "site", _("The exact site, within 10 m."), _("exact site")
    VICINITY = "vicinity", _("Near the site, within 100 m."), _("vicinity")
    LOCALITY = "locality", _("The neighbourhood or locality, within 1 km."), _("locality")
    SETTLEMENT = "settlement", _("The town or village as a whole."), _("settlement")
    DISTRICT = "district", _("The district as a whole; never drawn as a pin."), _("district")
    REGION = "region", _("The region or governorate as a whole; never drawn as a pin."), _("region")
    COUNTRY = "country", _("The country as a whole; never drawn as a pin."), _("country")


class Wording(Term):
    """Whose words stand at the place that is cited."""

    OWN = "own", _("The party's own words."), _("the party's own words")
    REPORTED = "reported", _("The party's statement in the writer's words."), _("reported speech")
    SUMMARY = "summary", _("Somebody else's summary of the statement."), _("a third party's summary")


class CitationRole(Term):
    """What a citation does for its claim."""

    EVIDENCE = (
        "evidence",
        _("The claim can be read there; a published claim has at least one such citation."),
        _("evidence"),
    )
    REPEATS = "repeats", _("Prints the same claim again."), _("repeats")
    PRINTED_DIFFERENTLY = (
        "printed_differently",
        _("Relays the claim and departs from it; shown and never compared."),
        _("printed differently"),
    )
    CONTEXT = "context", _("Helps to understand the claim without stating it."), _("context")

    @property
    def is_print(self) -> bool:
        """Whether the source prints the claim as it was made."""
        match self:
            case CitationRole.EVIDENCE | CitationRole.REPEATS:
                return True
            case CitationRole.PRINTED_DIFFERENTLY | CitationRole.CONTEXT:
                return False
            case _:
                assert_never(self)


class SupersessionKind(Term):
    """What a later claim does with an earlier one of the same authority."""

    UPDATES = (
        "updates",
        _("A running count or a first report brought up to date; not a change of position."),
        _("updates"),
    )
    CORRECTS = "corrects", _("Puts its own error right."), _("corrects")
    CHANGES_ACCOUNT = "changes_account", _("Says something else than it said before."), _("changes account")


# The kinds by which an authority moves: what it said before was wrong, or is said no more.
MOVES = (SupersessionKind.CORRECTS, SupersessionKind.CHANGES_ACCOUNT)


class RelationKind(Term):
    """How one claim bears on another."""

    RELIES_ON = "relies_on", _("Takes the other claim as its ground."), _("relies on")
    REPEATS = "repeats", _("Says the same, taken from the other claim."), _("repeats")
    CONTRADICTS = "contradicts", _("Cannot be so if the other is so."), _("contradicts")
    NOT_CONTRADICTING = (
        "not_contradicting",
        _("Can be so together with the other, though a rule would part them."),
        _("does not contradict"),
    )
    CASTS_DOUBT = "casts_doubt", _("Speaks against the other without excluding it."), _("casts doubt on")
    SUPPORTS = "supports", _("Speaks for the other."), _("supports")
    OVERTAKEN_BY = (
        "overtaken_by",
        _("Reports what the party of the other claim later stated there itself; it counts no more. Needs a reason."),
        _("overtaken by"),
    )

    @property
    def is_upstream(self) -> bool:
        """Whether the other claim is where this one comes from."""
        match self:
            case RelationKind.RELIES_ON | RelationKind.REPEATS:
                return True
            case (
                RelationKind.CONTRADICTS
                | RelationKind.NOT_CONTRADICTING
                | RelationKind.CASTS_DOUBT
                | RelationKind.SUPPORTS
                | RelationKind.OVERTAKEN_BY
            ):
                return False
            case _:
                assert_never(self)


class RelatedBy(Term):
    """Who relates two claims."""

    EDITOR = "editor", _("An editor of this archive."), _("an editor")
    PARTY = "party", _("The party that made the first claim."), _("the party itself")


class SubjectKind(Term):
    """What kind of thing of the incident a claim is about."""

    BUILDING = "building", _("A building or a part of one."), _("building")
    WAVE = "wave", _("One wave or part of the strike."), _("part of the strike")
    GROUP = "group", _("Some of the people present."), _("group of people")
    OBJECT = "object", _("A vehicle, a munition or another object."), _("object")
    EXHIBIT = "exhibit", _("A video, photograph, document or trace."), _("exhibit")
    INQUIRY = "inquiry", _("An investigation or its report."), _("inquiry")
    CLAIM = "claim", _("What somebody else said."), _("statement")


class PartyKind(Term):
    """What kind of party makes a claim or is said to have acted."""

    STATE = "state", _("A state, or its government as a whole."), _("state")
    OFFICE = "office", _("A ministry, agency or regional administration."), _("government office")
    COMMAND = "command", _("A military command, force or joint headquarters."), _("military command")
    COALITION = "coalition", _("Several states that act together."), _("coalition")
    ARMED_GROUP = "armed_group", _("An armed group that is not a state's."), _("armed group")
    OFFICIALS = "officials", _("Officials who speak without being named."), _("unnamed officials")
    RESIDENTS = "residents", _("People who live there, survivors and witnesses."), _("residents and witnesses")
    ACTIVISTS = "activists", _("Local activists and citizen journalists."), _("activists")
    PERSON = "person", _("A person who speaks for himself or herself."), _("person")
    MEDICAL = "medical", _("A hospital, clinic or medical worker."), _("medical source")
    RESCUE = "rescue", _("A rescue service."), _("rescue service")
    MONITOR = "monitor", _("A group that records harm or incidents over time."), _("monitoring group")
    INSTITUTION = (
        "institution",
        _("A church, hospital, school or other institution that owns or runs the place."),
        _("owner or operator of the place"),
    )
    POLITICAL = "political", _("A party, council or movement that is neither a state nor armed."), _("political body")
    NGO = "ngo", _("A non-governmental organisation."), _("NGO")
    RESEARCH = "research", _("An open-source or forensic investigator, or a research programme."), _("researchers")
    UN_BODY = "un_body", _("A body of the United Nations."), _("UN body")
    COURT = "court", _("A court, prosecutor or commission of inquiry."), _("court or inquiry")
    NEWSROOM = "newsroom", _("A newsroom in its own voice."), _("newsroom")
    UNSIGNED = "unsigned", _("Posts and reports that nobody signs."), _("not signed")


class PartyGroup(Term):
    """How parties are set out on a page, in this order."""

    CONFLICT = "conflict", _("Those who fight, and the states behind them."), _("parties to the conflict")
    GROUND = "ground", _("Residents, witnesses, activists and medics."), _("people on the ground")
    MONITORS = "monitors", _("Those who count, record and rescue."), _("monitors and rescuers")
    INVESTIGATORS = (
        "investigators",
        _("Those who inquire into what happened and judge it."),
        _("investigators and courts"),
    )
    NEWS = "news", _("Newsrooms, where they speak for themselves."), _("news in its own voice")
    UNSIGNED = (
        "unsigned",
        _("Early posts and “reports” whose author is not known. Shown, and never compared."),
        _("not signed"),
    )


class PlaceLevel(models.IntegerChoices):
    """The five levels of the tree of places."""

    COUNTRY = 1, _("country")
    REGION = 2, _("region")
    DISTRICT = 3, _("district")
    SETTLEMENT = 4, _("settlement")
    SITE = 5, _("site")
