"""The form of a record, whose boxes in words stand for columns; and the rows of its parts."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils.datastructures import MultiValueDict

from sources.admin.fields import TypedField
from sources.admin.generic import InlineFormSet, ModelForm


class RecordForm(ModelForm):
    """The form of a record. Each `TypedField` of it shows columns of the record in words, and fills them."""

    # Why the database refused what was typed; set on the class of one request, whose form is then shown again.
    refusal = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, box in self.boxes.items():
            self.initial.setdefault(name, box.stored(self.instance, name))

    @property
    def boxes(self) -> dict[str, TypedField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, TypedField)}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name, box in self.boxes.items():
            if name in self.cleaned_data:
                box.store(self.instance, name, self.cleaned_data[name])
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned

    def checked(self) -> set[str]:
        """The columns that the model checks though the form does not show them: those whose box could be read."""
        read = [(name, box) for name, box in self.boxes.items() if name in self.cleaned_data]
        return {column for name, box in read for column in box.columns(name)}

    def _get_validation_exclusions(self) -> set[str]:
        # Private in Django, and overridden here alone. By no public way can a form have a column checked that it does
        # not show: `clean()` comes before what was typed is on the instance, and nothing that is public after it.
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return exclusions - (self.checked() - self.errors.keys())


class PartFormSet(InlineFormSet):
    """The parts of a record. A row whose part somebody else removed is in `gone`, and no longer among the rows.

    It can be saved no more; the rows that are left are numbered anew, so that the form can be.
    """

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(data, files, **kwargs)
        self.gone = [form for form in self.initial_forms if form.instance.pk is None] if self.is_bound else []
        if self.gone:
            left = [form.prefix for form in self.forms if form not in self.gone]
            counts = {TOTAL_FORM_COUNT: len(left), INITIAL_FORM_COUNT: len(self.initial_forms) - len(self.gone)}
            self.files = _renumbered(self.files, self.prefix, left)
            self.data = _renumbered(self.data, self.prefix, left)
            self.data.update({self.management_form.add_prefix(name): count for name, count in counts.items()})
            del self.forms, self.management_form  # both are made once, and anew from what is left

    def left(self) -> Iterator[dict[str, Any]]:
        """What was entered in each row that is not to be removed."""
        for form in self.forms:
            values = getattr(form, "cleaned_data", {})
            if values and not values.get("DELETE"):
                yield values

    def typed_of_gone(self) -> list[Any]:
        """What was typed of the parts that are gone, each with the key that it had."""
        key = self.model._meta.pk
        for form in self.gone:
            form.is_valid()  # which puts it on the instance
            with contextlib.suppress(ValidationError):
                form.instance.pk = key.to_python(form[key.name].data)
        return [form.instance for form in self.gone]


def _renumbered(posted: Any, prefix: str | None, left: Sequence[str | None]) -> "MultiValueDict[str, Any]":
    """What was posted of these rows, known by their prefixes, and numbered without a gap."""
    found: MultiValueDict[str, Any] = MultiValueDict()
    for number, row in enumerate(left):
        for name in posted:
            if name.startswith(f"{row}-"):
                found.setlist(f"{prefix}-{number}-{name.removeprefix(f'{row}-')}", posted.getlist(name))
    return found
