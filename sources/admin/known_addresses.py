"""Which source has an address already: said while it is typed, when it is refused, and after it is saved."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F
from django.urls import reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _

from sources.addresses import Stripped, near, strip_address, strip_twin
from sources.admin.fields import EchoedInput
from sources.admin.forms import RecordForm
from sources.models import Address, Source


def owner(url: str, besides: int | None = None) -> tuple[Source, bool] | None:
    """The source that has this address, or a twin of it, and whether they are certainly one document."""
    stripped, twin = strip_address(url), strip_twin(url)
    rows = Address.objects.alias(stripped=Stripped(F("url"))).filter(near(url)).exclude(source=besides)
    found = [row for row in rows.select_related("source") if strip_twin(row.url) == twin]
    found.sort(key=lambda row: (strip_address(row.url) != stripped, row.pk))
    return (found[0].source, strip_address(found[0].url) == stripped) if found else None


def sentence(*, is_one: bool) -> str:
    """What is said beside the link to a source that has an address already."""
    if is_one:
        return _("This address is already that of a source. Cite that source instead:")
    return _("This looks like another address of a source that is here already; keep both only if they differ:")


def address_of(source: Source) -> str:
    return reverse("admin:sources_source_change", args=[source.pk])


def linked(source: Source, *, is_one: bool) -> Any:
    return format_html('{} <a href="{}">{}</a>', sentence(is_one=is_one), address_of(source), source)


class AddressInput(EchoedInput):
    """A box that says, while one types, which source has the address."""

    input_type = "url"

    def __init__(self) -> None:
        super().__init__("address", lambda _text: "", {"size": 60})

    def _said(self, text: str) -> str:
        return ""


class AddressForm(RecordForm):
    """An address. One that is another source's is refused with a link to it; a twin is kept and told."""

    class Meta:
        widgets = {"url": AddressInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if (url := self.fields.get("url")) and self.instance.source_id:
            known = reverse_lazy("desk:understood", args=["address"], query={"besides": self.instance.source_id})
            url.widget.attrs["data-understood"] = known

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        found = owner(url, self.instance.source_id)
        if found and found[1]:
            raise ValidationError(linked(found[0], is_one=True), code="unique")
        return url


def twins(source: Source, formsets: Any) -> Iterator[Any]:
    """What is said of each address of a saved source that was entered or changed, and that another source has too."""
    for url in _typed(formsets):
        if found := owner(url, source.pk):
            yield linked(found[0], is_one=found[1])


def _typed(formsets: Any) -> Iterator[str]:
    """The addresses that were entered or changed."""
    for formset in formsets:
        if formset.model is Address:
            for row in formset.forms:
                if "url" in row.changed_data and row.cleaned_data.get("url"):
                    yield row.cleaned_data["url"]
