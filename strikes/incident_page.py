"""The page of one incident: everything that it shows, from a dossier. Pure.

Each part of the page has a module that makes it from what stands here: findings, accounts, words. A part is made when
its template asks for it, so that other pages of the incident pay for nothing that they do not show.
"""

from functools import cached_property

from strikes.accounts import Accounts
from strikes.disputes.findings import Finding, findings
from strikes.dossiers.dossier import Dossier
from strikes.lineage import Lineage
from strikes.numbers import Numbers, numbers
from strikes.sentences import Sentences
from strikes.timeline import Timeline, timeline
from strikes.vocabulary.questions import Questions
from strikes.whereabouts import Whereabouts, whereabouts


class IncidentPage:
    """One incident as its pages show it."""

    def __init__(self, dossier: Dossier, questions: Questions) -> None:
        self.dossier = dossier
        self.questions = questions
        self.accounts = Accounts(dossier, questions)
        self.words = self.accounts.words
        self.sentences = Sentences(self.words)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What comes out on every question, in their order."""
        return findings(self.dossier, self.questions)

    @cached_property
    def lineage(self) -> Lineage:
        return Lineage(self.dossier)

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of every question that counts, each question on one scale."""
        return numbers(self.dossier, self.findings, self.sentences, self.lineage)

    @cached_property
    def timeline(self) -> Timeline:
        """What each authority replaced by something later, and when."""
        return timeline(self.dossier, self.findings, self.words)

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Every place that an account names, in words and to scale."""
        return whereabouts(self.dossier, self.findings, self.words)
