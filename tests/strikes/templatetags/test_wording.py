"""The tags that put lines and links together."""

import dataclasses
import re

from django.template import Context, Template
from msgspec.structs import replace

from strikes.incident.mentions import DayOfClaim, SaidAlike
from strikes.templatetags.marks import states
from strikes.templatetags.wording import linked_claims
from tests.strikes.dossiers.builders import make_claim
from tests.strikes.incident.pages import claim, page_of


def rendered(template: str, **values: object) -> str:
    return Template("{% load wording %}" + template).render(Context(values))


def test_lines_within_oneline_are_joined_and_all_other_spaces_stay():
    lines = "<p>a {% oneline %}<b>b</b> c\n    {% if yes %}\n      <i>d</i>\n    {% endif %}\n{% endoneline %}</p>\n"

    assert rendered(lines, yes=True) == "<p>a <b>b</b> c<i>d</i></p>\n"


def test_lines_of_a_loop_within_oneline_are_joined_each_time():
    lines = "{% oneline %}{% for each in all %}\n  <li>{{ each }}</li>\n{% endfor %}{% endoneline %}"

    assert rendered(lines, all=["x", "a\n  b"]) == "<li>x</li><li>a\n  b</li>"


def test_the_days_of_a_mention_lead_to_their_claims_and_words_are_escaped():
    days = (DayOfClaim(3, "17 Mar 2017", is_again=False), DayOfClaim(5, "17 Mar 2017", is_again=True))
    said = (
        SaidAlike(days, "", ("<late>", "said of killed"), is_former=False),
        SaidAlike(days[:1], "a < b", (), is_former=True),
    )

    assert rendered("{% mentioned said %}", said=said) == (
        '<a href="claims/3/">17 Mar 2017</a>, <a href="claims/5/">again</a> <small>&lt;late&gt;; said of killed</small>; '
        '<span class="was"><em>a &lt; b</em> <a href="claims/3/">17 Mar 2017</a></span>'
    )


def test_what_is_marked_as_a_whole_is_not_marked_again():
    said = (SaidAlike((DayOfClaim(3, "17 Mar 2017", is_again=False),), "", (), is_former=True),)

    assert rendered("{% mentioned said True %}", said=said) == '<a href="claims/3/">17 Mar 2017</a>'


def test_numbers_of_sources_lead_to_them():
    assert (
        rendered("{% source_numbers found %}", found=[1, 4])
        == '<a href="#source-1">[1]</a>, <a href="#source-4">[4]</a>'
    )


def test_claims_are_linked_with_their_parties_and_names_are_escaped():
    page = page_of(
        claim(1, "residents", relations=[{"claim": each, "kind": "supports", "by": "party"} for each in (2, 3, 4)]),
        *(claim(number, "centcom") for number in (2, 3, 4)),
    )
    (related,) = page.claim(1).entry.relations
    address = '<a href="/incidents/SY-2017-0316-A/claims/{}/">claim {}</a> of US Central Command'
    two, three, four = (address.format(number, number) for number in (2, 3, 4))

    assert linked_claims(related.links, "SY-2017-0316-A") == f"{two}, {three} and {four}"
    assert linked_claims(related.links[:1], "SY-2017-0316-A") == two
    party = replace(related.links[0].party, name="<b>")
    assert "&lt;b&gt;" in linked_claims([dataclasses.replace(related.links[0], party=party)], "SY-2017-0316-A")


def test_a_question_shows_each_of_its_states():
    page = page_of(
        make_claim(1, party="residents", answer={"best": 10}),
        make_claim(2, answer={"best": 50}),
        make_claim(3, party="centcom", stance="denies", answer={"best": 50}),
    )
    both, one = page.findings[0], page_of(make_claim(1)).findings[0]

    assert re.findall('class="state state-([a-z_]+)"', states(both)) == ["disputed", "differ"]
    assert re.findall('class="state state-([a-z_]+)"', states(one)) == ["one_account"]


def test_numbers_differ_is_not_said_twice_where_the_sentence_says_it():
    (differing,) = page_of(make_claim(1, answer={"best": 10}), make_claim(2, party="centcom")).findings
    (alone,) = page_of(make_claim(1)).findings

    assert "numbers differ" in states(differing)
    assert re.sub(r"<[^>]+>", "", states(differing, has_sentence=True)) == ""
    assert "only one party answers" in states(alone, has_sentence=True)
