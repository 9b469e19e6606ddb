"""The page of one incident: everything that it shows, from a dossier. Pure.

Each section of the page has a module, which makes it from the findings, the accounts and the names. A section is made
when its template asks for it, so that other pages of the incident pay for nothing that they do not show.
"""

from collections.abc import Sequence
from functools import cached_property

from strikes.answers import KINDS
from strikes.answers.answer import Answer
from strikes.dossiers.dossier import Dossier, PlaceName
from strikes.incident.accounts import Accounts
from strikes.incident.charts import Charts
from strikes.incident.claim import ClaimPage, claim_page
from strikes.incident.followed import FollowedParties, followed_parties
from strikes.incident.main_conflicts import MainConflicts, main_conflicts
from strikes.incident.matrix import Matrix, matrix
from strikes.incident.numbers import charts
from strikes.incident.opening import opening
from strikes.incident.places import Places, places_of
from strikes.incident.question import QuestionPage, QuestionPages
from strikes.incident.sources import Sources, sources_of
from strikes.incident.timeline import Timeline, timeline
from strikes.rules.findings import Finding, findings
from strikes.rules.origins import Lineage
from strikes.rules.weight import Front, in_front
from strikes.vocabulary.questions import Questions
from strikes.vocabulary.terms import AnswerKind
from strikes.wording.sentences import Sentences


class IncidentPage:
    """One incident as its pages show it."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.dossier = dossier
        self.questions = questions
        self.accounts = Accounts(dossier, questions)
        self.names = self.accounts.names
        self.sentences = Sentences(self.names)

    @property
    def place(self) -> str:
        """The place that the incident is filed under, with all that it lies in."""
        return self.names.place_with_all_above(self.dossier.incident.place)

    @property
    def clock(self) -> str:
        """The local time filed under, in words; empty where there is none."""
        incident = self.dossier.incident
        filed = Answer(clock_from=incident.clock_from, clock_to=incident.clock_to)
        return KINDS[AnswerKind.TIME].show(filed, str) if filed != Answer() else ""

    @property
    def original_names(self) -> list[PlaceName]:
        """The names of the place in scripts other than the Latin one."""
        return self.names.original_names(self.dossier.incident.place)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What comes out on every question, in their order."""
        return findings(self.dossier, self.questions)

    @cached_property
    def front(self) -> Front:
        """The findings in conflict as they face the reader."""
        return in_front(self.findings)

    @cached_property
    def lineage(self) -> Lineage:
        return Lineage(self.dossier)

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The sentences of the paragraph that the page begins with."""
        return opening(self.dossier, self.findings, self.front, self.names, self.sentences)

    @cached_property
    def main_conflicts(self) -> MainConflicts:
        """The questions that show best where the accounts part."""
        return main_conflicts(self.front, self.names)

    @cached_property
    def matrix(self) -> Matrix:
        """Which party gives which answer on every question."""
        said = {finding: self.sentences.finding(finding) for finding in self.findings}
        return matrix(self.dossier, self.findings, self.names, said)

    def followed(self, parties: Sequence[str]) -> FollowedParties | None:
        """What the parties of these slugs say, question by question; None where none is asked for."""
        return followed_parties(parties, self.findings, self.names, self.dossier.claims) if parties else None

    @cached_property
    def pages_of_questions(self) -> QuestionPages:
        return QuestionPages(self.accounts, self.findings, self.lineage, self.sentences)

    @cached_property
    def sources(self) -> Sources:
        """The sources, and who printed the numbers of the dead."""
        return sources_of(self.accounts, self.lineage, self.pages_of_questions)

    def question(self, code: str) -> QuestionPage:
        """All that is said on one question; KeyError if the archive has none of this code."""
        return self.pages_of_questions.page(code)

    def claim(self, number: int) -> ClaimPage:
        """One claim among the others on its question; KeyError if there is none of this number."""
        return claim_page(number, self.pages_of_questions)

    @cached_property
    def charts(self) -> Charts:
        """The numbers of every question that counts, each question on one scale."""
        return charts(self.findings, self.names, self.lineage)

    @cached_property
    def timeline(self) -> Timeline:
        """What each authority replaced by something later, and when."""
        return timeline(self.dossier, self.findings, self.names)

    @cached_property
    def places(self) -> Places:
        """Every place that an account names, in words and to scale."""
        return places_of(self.dossier, self.findings, self.names)
