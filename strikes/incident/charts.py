"""What the part on numbers shows: a chart a question, with a row a number, in words and drawn. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from strikes.dossiers.dossier import Claim, Party
from strikes.incident.drawn_numbers import Stroke, is_figure
from strikes.incident.scales import Tick
from strikes.rules.stands import Voice, voice_of
from strikes.vocabulary.terms import IN_CONFLICT, Beside, PartyGroup, QuestionState, Stance
from strikes.wording import days
from strikes.wording.claims import with_covered


@dataclass(frozen=True)
class NumberRow:
    """One number: who states it, in words and drawn.

    `earlier` are the strokes of the numbers that it replaced. `notes` say what it replaced or what replaced it, of which
    whole it was said, and who prints it otherwise. `why_not_compared` is None where the number is compared.
    """

    claim: Claim
    party: Party
    name: str
    said: str
    strokes: tuple[Stroke, ...]
    earlier: tuple[Stroke, ...]
    notes: tuple[str, ...]
    why_not_compared: Beside | None
    rests_on: str
    before: int  # how many numbers it replaced

    @property
    def is_denied(self) -> bool:
        return self.claim.stance.takes_position and voice_of(self.claim) is Voice.DENIES

    @property
    def is_compared(self) -> bool:
        """Whether it, or the number that replaced it, is compared with others."""
        return self.why_not_compared is None or self.why_not_compared.is_replaced

    @property
    def is_held_figure(self) -> bool:
        """Whether it is a figure that its party still states, and no word such as “some”."""
        is_gone = self.why_not_compared is not None and self.why_not_compared.is_replaced
        return bool(self.claim.answer and is_figure(self.claim.answer)) and not (is_gone or self.is_denied)

    @property
    def listed(self) -> str:
        """What stands beside it in the list of numbers that are not compared: the day, if it is known, and the reason."""
        assert self.why_not_compared
        day = f", {days.stated(self.claim.stated_on)}" if self.claim.stated_on else ""
        why = with_covered(self.claim, self.why_not_compared)
        return _("%(day)s; %(why)s") % {"day": day, "why": why}

    @property
    def after_name(self) -> str:
        """What stands between the name of the party and what it says."""
        return ":" if self.claim.told_by or self.claim.stance is Stance.ASSERTS else ""


@dataclass(frozen=True)
class Gap:
    """From the lowest upper end to the highest lower end, if these do not meet: no one number fits every account.

    `said` is whose numbers these are, as they were stated.
    """

    said: str
    stroke: Stroke


@dataclass(frozen=True)
class Chart:
    """The numbers of one question. `state` is None where the question's state is not that of these numbers alone."""

    name: str
    label: str
    state: QuestionState | None
    counts_people: bool
    rows: tuple[NumberRow, ...]
    listed: tuple[NumberRow, ...]
    ticks: tuple[Tick, ...]
    gutter: str
    is_root: bool
    gap: Gap | None
    conventions: str
    origins: str

    @property
    def is_open(self) -> bool:
        """Numbers in conflict stand open on the page."""
        return self.state in IN_CONFLICT

    @property
    def before(self) -> int:
        """How many numbers stand in the rows as earlier ones."""
        return sum(row.before for row in self.rows)

    @property
    def is_one_number(self) -> bool:
        """Whether all its rows state one and the same figure, and stand by it."""
        return len({row.said for row in self.rows}) == 1 and all(row.is_held_figure for row in self.rows)

    @property
    def place(self) -> tuple[bool, bool]:
        """The order of the charts, before the order of the questions: those in conflict first, people before things."""
        return not self.is_open, not self.counts_people


@dataclass(frozen=True)
class Charts:
    """The numbers of an incident: `drawn` by question, and `alone` where there are no two figures to draw.

    Of these some are answered with one number; others with words such as “some”, with a denial, or with what was
    taken back.
    """

    drawn: tuple[Chart, ...]
    alone: tuple[Chart, ...]

    @property
    def not_drawn(self) -> list[tuple[str, list[Chart]]]:
        """What is not drawn, under the heading that says why."""
        one, others = ([each for each in self.alone if each.is_one_number is is_one] for is_one in (True, False))
        found = [
            (_("Answered with one number"), one),
            (_("Answered without two numbers to set beside each other"), others),
        ]
        return [(heading, charts) for heading, charts in found if charts]

    @property
    def strokes(self) -> set[str]:
        """The kinds of stroke that the legend must explain."""
        rows = [row for chart in self.drawn for row in chart.rows]
        found = {stroke.kind.value for row in rows for stroke in (*row.strokes, *row.earlier)}
        return found | {"earlier" for row in rows if row.earlier}

    @property
    def groups(self) -> list[str]:
        """The groups of the parties whose numbers are drawn."""
        found = {row.party.group for chart in self.drawn for row in chart.rows}
        return [group.value for group in PartyGroup if group in found]
