"""Numbers as an editor types or pastes them, with hedge and unit in words: “at least 46”, “10–17 people”, “dozens”.

`understand` and `write` undo each other, and what `count.show_number` shows is understood as the same answer. Read are
figures of any script, with or without thousands parted, and words (twelve, forty-six, two dozen, a hundred); what no
rule of `count` allows is refused with that rule's sentence. A noun says the unit and nothing more: whose dead are
counted is the question's to say.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strikes.answers import count
from strikes.answers.answer import Answer
from strikes.vocabulary.terms import Hedge, Unit

FORMS = (
    "46, at least 46, 46+, 10–17, about 40, about 26 or perhaps more, more than 50, up to 24, 100 to 300 at the low end, "
    "46 so far, dozens, most of, none, none known"
)
NOTATION = format_lazy("{} {}.", gettext_lazy("As it was said:"), FORMS)
_LARGEST, _LONGEST = 99_999_999, 60  # people; characters of a text that is quoted back

_ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * (n + 2)
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
_TIMES = {"": 1, "dozen": 12, "hundred": 100, "thousand": 1000}
_FIGURE = re.compile(r"(?:[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+|[0-9]+)")

_BEFORE = {
    Hedge.AT_LEAST: ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "≥", ">="),
    Hedge.AT_MOST: ("at most", "as many as", "up to", "no more than", "not more than", "a maximum of", "≤", "<="),
    Hedge.MORE_THAN: ("more than", "over", "above", ">"),
    Hedge.FEWER_THAN: ("fewer than", "less than", "under", "below", "<"),
    Hedge.NEARLY: ("nearly", "almost", "close to", "just under"),
    Hedge.ABOUT: ("about", "around", "some", "roughly", "approximately", "approx.", "an estimated", "circa", "c.", "~"),
    Hedge.EXACT: ("exactly",),
}
_AFTER = {
    Hedge.AT_LEAST: ("+", "or more", "at least"),
    Hedge.AT_MOST: ("or fewer", "or less", "at most"),
    Hedge.SO_FAR: ("so far", "to date", "until now"),
    Hedge.ABOUT_OR_MORE: ("or perhaps more", "perhaps more", "possibly more", "maybe more"),
    Hedge.LOW_END: ("at low end", "at lower end", "towards low end"),  # `_plain` leaves “the” out
}
_ALONE = {
    Hedge.SEVERAL: ("several",),
    Hedge.DOZENS: ("dozens",),
    Hedge.SCORES: ("scores",),
    Hedge.HUNDREDS: ("hundreds",),
    Hedge.MOST_OF: ("most", "most of", "mostly", "mainly", "majority", "majority of"),
    Hedge.SOME: ("some", "some, no number given"),
    Hedge.NONE_KNOWN: ("none known", "no known", "known none", "no, known"),
}
_NOUNS = {
    Unit.PERSONS: (
        "people|persons?|civilians?|fighters?|militants?|soldiers?|victims?|casualties|deaths?|bodies|women|woman|men|man"
        "|children|child|worshippers?|residents?|patients?|detainees?|prisoners?"
    ),
    Unit.FAMILIES: "famil(?:y|ies)|households?",
    Unit.STRIKES: "(?:air ?)?strikes?|raids?|attacks?",
    Unit.MUNITIONS: "munitions?|bombs?|missiles?|shells?|rockets?",
    Unit.AIRCRAFT: "aircraft|(?:air)?planes?|jets?|drones?|helicopters?",
    Unit.BUILDINGS: "buildings?|houses?|homes?",
    Unit.VEHICLES: "vehicles?|cars?|trucks?",
    Unit.MINUTES: "minutes?|mins?",
    Unit.HOURS: "hours?|hrs?",
    Unit.METRES: "met(?:re|er)s?",
    Unit.PERCENT: "per ?cent",
}
_NOUN = re.compile("|".join(rf"(?P<{unit}>\b(?:{nouns})\b)" for unit, nouns in _NOUNS.items()))


def understand(text: str) -> Answer:
    """The number as an answer, its unit None where none is named; ValueError with a sentence for anything else."""
    words, unit = _without_nouns(_plain(text[:200]))
    answer = _word(words) or _hedged(words)
    if answer is None:
        shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        sentence = _("“%(text)s” is not a number that this archive reads. Write one of: %(forms)s.")
        raise ValueError(sentence % {"text": shown, "forms": FORMS})
    if max((answer.low or 0, answer.best or 0, answer.high or 0)) > _LARGEST:
        raise ValueError(_("This number is too large to be meant. Write one such as 46, or 1,234."))
    for _key, sentence in count.problems(answer):
        raise ValueError(sentence)
    return Answer(low=answer.low, best=answer.best, high=answer.high, hedge=answer.hedge, unit=unit)


def write(answer: Answer) -> str:
    """What `understand` reads as this answer, its unit left out."""
    low, best, high = answer.low, answer.best, answer.high
    before = f"{Hedge.ABOUT.label} " if answer.hedge is Hedge.ABOUT else ""
    # What a reader is spared: a best number that is an end of its range, and a lowest that says no more than none.
    if best is not None and best in (low, high) and None not in (low, high):
        return _("%(before)s%(low)s to %(high)s (best %(best)s)") % {
            "before": before,
            "low": count.figure(low or 0),
            "high": count.figure(high or 0),
            "best": count.figure(best),
        }
    if best == low == 0:
        return _("%(before)s0, at least 0") % {"before": before}
    return count.show_bare(answer)


def echo(text: str) -> str:
    """The number in words; and, of none, what it does not mean."""
    answer = understand(text)
    if answer.best == 0 and count.hedge_of(answer) is Hedge.EXACT and answer.high is None:
        return _("none, which the party says is so. Where it says that it knows of none, write: none known.")
    return count.show_number(answer) if answer.unit else count.show_bare(answer)


def _plain(text: str) -> str:
    """Lower case, one kind of space, dash and digit, no brackets."""
    digits = "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text)
    words = re.sub(r"[()]", " ", digits.lower().replace("٬", ","))
    words = re.sub(r"(?<=[0-9]) ?[-–—] ?(?=[0-9])", " to ", words)
    words = re.sub(r"\b(?:the|were|was|are|of them)\b", " ", words)
    return " ".join(words.split()).rstrip(".")


def _without_nouns(words: str) -> tuple[str, Unit | None]:
    """The words without what is counted, and the unit that it names."""
    units = {Unit(match.lastgroup) for match in _NOUN.finditer(words) if match.lastgroup}
    if len(units) > 1:
        raise ValueError(_("These words count two different things. Write one of them: 46 people."))
    rest = _NOUN.sub(" ", words) if units else words
    rest = re.sub(r"\bof$", "", " ".join(rest.split())) if units else rest
    return rest.strip(" ,"), next(iter(units), None)


def _word(words: str) -> Answer | None:
    """A word that goes without a number, or none."""
    if words in ("no", "none", "zero", "0"):
        return Answer(best=0)
    for hedge, forms in _ALONE.items():
        if words in forms:
            return Answer(hedge=hedge)
    return None


def _hedged(words: str) -> Answer | None:
    """A number or a range, with at most one hedge before or after it."""
    before, rest = _cut(words, _BEFORE, at_start=True)
    after, rest = _cut(rest, _AFTER, at_start=False)
    if after is Hedge.ABOUT_OR_MORE:
        # What is “perhaps more” than a number said without “about” would need a hedge of its own.
        if before is not Hedge.ABOUT:
            return None
        before = None
    if before and after:
        raise ValueError(_("Two hedges stand here. Write the one that bears the number: at least 46."))
    hedge = before or after
    numbers = _numbers(rest)
    if numbers is None:
        return None
    if hedge is Hedge.EXACT:
        hedge = None
    if set(numbers) == {"best"} and hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        numbers = {"low": numbers["best"]}
    elif set(numbers) == {"best"} and hedge in (Hedge.AT_MOST, Hedge.FEWER_THAN):
        numbers = {"high": numbers["best"]}
    return Answer(**numbers, hedge=hedge)


def _cut(words: str, table: Mapping[Hedge, tuple[str, ...]], *, at_start: bool) -> tuple[Hedge | None, str]:
    """The hedge at one end of the words, and what is left without it."""
    for hedge, forms in table.items():
        for form in forms:
            if at_start and re.match(rf"{re.escape(form)}(?: |(?<=\W)(?=[0-9]))", words):
                return hedge, words[len(form) :].strip()
            if not at_start and words.endswith(form):
                return hedge, words[: -len(form)].rstrip(" ,")
    return None, words


def _numbers(words: str) -> dict[str, Any] | None:
    """The numbers of “46”, “10 to 17”, “between 10 and 17”, “10 to 17 best 12”, “46, at least 40”."""
    forms = [
        (r"(?:between )(.+) and (.+)", ("low", "high")),
        (r"(?:from )?(.+) to (.+?),? best (.+)", ("low", "high", "best")),
        (r"(?:from )?(.+) to (.+)", ("low", "high")),
        (r"(.+?) ?,(?: and)? at least (.+)", ("best", "low")),
        (r"(.+?) ?,(?: and)? at most (.+)", ("best", "high")),
        (r"(.+)", ("best",)),
    ]
    for form, names in forms:
        match = re.fullmatch(form, words)
        values = [_number(part) for part in match.groups()] if match else [None]
        if None not in values:
            return {name: value for name, value in zip(names, values, strict=True) if value is not None}
    return None


def _number(words: str) -> int | None:
    """One number in figures or in words."""
    if _FIGURE.fullmatch(words):
        return int(re.sub(r"[^0-9]", "", words))
    if words == "half a dozen":
        return 6
    match = re.fullmatch(r"(.*?) ?(dozen|hundred|thousand|)", words)
    assert match, "the pattern matches any line"
    number, times = match.groups()
    value = 1 if times and number in ("", "a", "one") else _below_hundred(number)
    return None if value is None else value * _TIMES[times]


def _below_hundred(words: str) -> int | None:
    tens, _dash, ones = words.replace(" ", "-").partition("-")
    if not ones:
        return int(tens) if tens.isdecimal() else _ONES.get(tens, _TENS.get(tens))
    is_two = tens in _TENS and 0 < _ONES.get(ones, 0) < 10
    return _TENS[tens] + _ONES[ones] if is_two else None
