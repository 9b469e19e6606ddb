"""The archive's signs: the state of a question, a mark beside it, and the shape of a group of parties.

All are drawn in one file, so that a page of hundreds of them stays small. They are decoration beside words, and never
stand in place of them.
"""

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from strikes.rules.findings import Finding
from strikes.vocabulary.terms import PartyGroup, QuestionState

register = template.Library()


@register.simple_tag
def sign(name: QuestionState | str) -> SafeString:
    """The sign of a state, or of *moved*, *updated*, *two_voices*, *declined*, *investigating*."""
    return format_html(
        '<svg class="sign sign-{}" aria-hidden="true"><use href="{}#{}"/></svg>', name, static("img/marks.svg"), name
    )


@register.simple_tag
def shape(group: PartyGroup | str) -> SafeString:
    """The shape of a group of parties, in the group's tone."""
    return format_html(
        '<svg class="shape group-{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        group,
        static("img/marks.svg"),
        group,
    )


@register.simple_tag
def states(finding: Finding, has_sentence: Any = False) -> SafeString:
    """The states of a question, each with its sign: disputed and numbers differ stand beside each other.

    Where its sentence stands beside them (`has_sentence`), which says itself that the numbers differ, that has its sign
    alone.
    """
    found = finding.conflicts_in or (finding.state,)
    if has_sentence and finding.confrontations and found == (QuestionState.DIFFER,):
        return format_html('<span class="state state-differ">{}</span>', sign(QuestionState.DIFFER))
    return format_html_join(
        " ",
        '<span class="state state-{}">{} {}</span>',
        ((state.value, sign(state.value), state.label) for state in found),
    )
