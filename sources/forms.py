"""Forms for imprecise dates: one text field, in the notation of `sources.dates`, for the three columns of a model."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sources.dates import FORMS, PartialDate, parse

PARTS = ("earliest", "latest", "precision")
NOTATION = format_lazy("{} {}.", gettext_lazy("Write one of:"), FORMS)


class PartialDateField(forms.CharField):
    """A date as EDTF, read into a `PartialDate`; empty is None. It bears the name of the model's `stored_date`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 30, "autocomplete": "off", "spellcheck": "false"}))
        kwargs.setdefault("help_text", NOTATION)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return parse(text) if text else None
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return value.edtf if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True


class PartialDateForm(forms.ModelForm):
    """A form whose fields of that kind stand for the columns NAME_earliest, NAME_latest and NAME_precision."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self._dates.items():
            stored = getattr(self.instance, name)
            self.initial.setdefault(name, stored)
            if stored:
                field.help_text = format_lazy("{} {}", _("It reads: %(date)s.") % {"date": stored}, field.help_text)

    @property
    def _dates(self) -> dict[str, forms.Field]:
        return {name: field for name, field in self.fields.items() if isinstance(field, PartialDateField)}

    def _get_validation_exclusions(self) -> set[str]:
        """Have the model check the columns too, though the form shows none of them, once their date could be read."""
        read = {name for name in self._dates if self.cleaned_data.get(name)}
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclusions - {f"{name}_{part}" for name in read for part in PARTS}

    def _post_clean(self) -> None:
        for name in self._dates:
            if name in self.cleaned_data:
                setattr(self.instance, name, self.cleaned_data[name])
        super()._post_clean()  # type: ignore[misc]
