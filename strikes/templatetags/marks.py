"""The archive's signs: the state of a question, a mark beside it, and the shape of a group of parties.

All are drawn in one file, so that a page of hundreds of them stays small. They are decoration beside words, and never
stand in place of them.
"""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

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
