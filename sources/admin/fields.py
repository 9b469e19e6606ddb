"""Boxes for what an editor types in words, such as an imprecise date: one box for the three columns of a model."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _

from sources.dates.columns import PARTS
from sources.dates.typed import NOTATION, echo, understand
from sources.dates.value import PartialDate


class EchoedInput(forms.TextInput):
    """A box that says beneath it how its text is understood: when it is shown, and, by a script, while one types.

    `echo` puts a text into words, with ValueError where it cannot; `kind` is its name at the admin's address for it.
    """

    def __init__(self, kind: str, echo: Callable[[str], str], attrs: dict[str, Any] | None = None) -> None:
        given = {"size": 30, "autocomplete": "off", "spellcheck": "false"} | (attrs or {})
        super().__init__({**given, "data-understood": reverse_lazy("desk:understood", args=[kind])})
        self.echo = echo

    class Media:
        js = ["js/understood.js"]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        box = super().render(name, value, attrs, renderer)
        words = self._said(self.format_value(value) or "")
        field = (attrs or {}).get("id", "")
        return format_html('{}<output class="understood" for="{}">{}</output>', box, field, words)

    def _said(self, text: str) -> str:
        """Nothing where the text is empty, or where the form itself says what is wrong with it."""
        try:
            return said(self.echo(text)) if text.strip() else ""
        except ValueError:
            return ""


def said(words: str) -> str:
    return _("Understood as: %(words)s") % {"words": words}


def echo_date(text: str) -> str:
    return echo(understand(text))


class TypedField(forms.CharField):
    """A box in a form of a record: words read by `read` into a value that `write` puts into words again; empty is None.

    The value stands in columns of the record.
    What cannot be understood stays as it was typed, with the sentence of `read`'s ValueError.
    """

    kind = ""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", EchoedInput(self.kind, self.echo))
        super().__init__(**kwargs)

    @staticmethod
    def read(text: str) -> Any:
        raise NotImplementedError

    @staticmethod
    def write(value: Any) -> str:
        raise NotImplementedError

    @classmethod
    def echo(cls, text: str) -> str:
        """How the text is understood, in words; ValueError where it is not."""
        raise NotImplementedError

    def columns(self, name: str) -> set[str]:
        """The columns that the box of this name stands for."""
        raise NotImplementedError

    def stored(self, row: Any, name: str) -> Any:
        """The value that the columns of a row hold; None where they hold none."""
        raise NotImplementedError

    def store(self, row: Any, name: str, value: Any) -> None:
        """Have the columns of a row hold the value, or none."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return self.read(text) if text else None
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.write(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True


class PartialDateField(TypedField):
    """A date in words or as EDTF, read into a `PartialDate`. It bears the name of the model's `stored_date`."""

    kind = "date"
    read = staticmethod(understand)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", NOTATION)
        super().__init__(**kwargs)

    @staticmethod
    def write(value: PartialDate) -> str:
        return value.edtf

    @classmethod
    def echo(cls, text: str) -> str:
        return echo_date(text)

    def columns(self, name: str) -> set[str]:
        return {f"{name}_{part}" for part in PARTS}

    def stored(self, row: Any, name: str) -> PartialDate | None:
        date: PartialDate | None = getattr(row, name)
        return date

    def store(self, row: Any, name: str, value: PartialDate | None) -> None:
        setattr(row, name, value)


def words_understood(form: forms.BaseForm) -> Iterator[str]:
    """How each box of a valid form that was changed was understood, in a sentence."""
    for name, field in form.fields.items():
        if isinstance(field, TypedField) and name in form.changed_data and form.cleaned_data.get(name) is not None:
            yield _("%(field)s understood as: %(words)s") % {
                "field": field.label,
                "words": field.echo(form[name].value()),
            }
