"""The words of `strikes.wording` in templates, and the few phrases in which links must stand."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.base import Node, NodeList, Parser, TextNode, Token
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from strikes.incident.accounts import LinkedClaim
from strikes.incident.mentions import SaidAlike
from strikes.vocabulary.terms import SupersessionKind
from strikes.wording import changes, claims, counts, days, names, origins

register = template.Library()

register.filter("short_name", names.short_name)
register.filter("speaks_for", names.speaks_for)
register.filter("kind_beside", names.kind_beside)
register.filter("claim", counts.claim)
register.filter("claims", counts.claims)
register.filter("quoted_for", counts.quoted_for)
register.filter("incidents", counts.incidents)
register.filter("in_incidents", counts.in_incidents)
register.filter("by_parties", counts.by_parties)
register.filter("stated", days.stated)
register.filter("day_or_unknown", days.day)
register.filter("on_day", days.on_day)
register.filter("published", days.published)
register.filter("day_published", days.day_published)
register.filter("filed", days.filed)
register.filter("standard", claims.proof_standard_in_words)
register.filter("speaker", claims.speaker_in_words)
register.filter("known_origins", origins.known_origins)
register.filter("printed_by", origins.printed_by)


@register.filter
def changes_of(number: int, kind: SupersessionKind) -> str:
    """So many changes of this kind."""
    return changes.how_many(kind, number)


@register.simple_tag
def source_numbers(found: Iterable[int]) -> SafeString:
    """The numbers of sources as links to them on the same page: “[1], [4]”."""
    return format_html_join(", ", '<a href="#source-{0}">[{0}]</a>', ((number,) for number in found))


@register.simple_tag
def linked_claims(links: Iterable[LinkedClaim], code: str) -> SafeString:
    """Claims of the incident of this code as links, each with its party: “claim 4 of A, claim 7 of B and claim 9 of C”."""
    found = [
        format_html(
            _('<a href="{}">{}</a> of {}'),
            reverse("strikes:claim_detail", args=[code, link.claim.number]),
            counts.claim(link.claim.number),
            link.party.name,
        )
        for link in links
    ]
    *several, last = found
    return format_html(_("{} and {}"), format_html_join(", ", "{}", zip(several)), last) if several else last


@register.simple_tag
def mentioned(said: Iterable[SaidAlike], is_former: bool = False) -> SafeString:
    """The claims of a mention: the days, each a link to its claim, and the notes on them.

    Addresses are relative to the page of the incident, which keeps hundreds of them short. `is_former` says that the
    mention is marked as a whole as no longer held.
    """
    return format_html_join("; ", "{}", ((_alike(each, is_marked=each.is_former and not is_former),) for each in said))


def _alike(said: SaidAlike, *, is_marked: bool) -> SafeString:
    answer = format_html("<em>{}</em> ", said.answer) if said.answer else ""
    links = ((day.number, _("again") if day.is_again else day.text) for day in said.days)
    linked = format_html_join(", ", '<a href="claims/{}/">{}</a>', links)
    notes = format_html(" <small>{}</small>", "; ".join(said.notes)) if said.notes else ""
    shown = format_html("{}{}{}", answer, linked, notes)
    return format_html('<span class="was">{}</span>', shown) if is_marked else shown


class _Joined(Node):
    """What stands between the two tags."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Any) -> SafeString:
        return self.nodelist.render(context)


@register.tag
def oneline(parser: Parser, token: Token) -> Node:
    """Lines of a template that make one line of the page: each line break goes, with the indentation after it.

    A line that must keep a space at its beginning has the comment `{# space #}` before it.
    """
    nodelist = parser.parse(("endoneline",))
    parser.delete_first_token()
    for node in nodelist.get_nodes_by_type(TextNode):
        assert isinstance(node, TextNode)
        node.s = "".join(line.lstrip(" ") if place else line for place, line in enumerate(node.s.split("\n")))
    return _Joined(nodelist)
