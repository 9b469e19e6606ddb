"""What was approved is what the public reads: the public dossier of each published incident, and the questions, as bytes.

The rows are for editors. `strikes.listing` writes these bytes in the transaction that publishes, and nothing else does;
every public page of an incident is decoded from them.
"""

import hashlib
import zlib
from functools import lru_cache
from typing import Self

import msgspec
from django.db import models
from django.utils.translation import gettext_lazy as _

from strikes.dossiers.dossier import Dossier
from strikes.models.incident import Incident
from strikes.vocabulary.questions import Questions

_KEPT = 4  # vocabularies of a process, decoded: that of now, and those that a slower reader still sees


class Stored(models.Model):
    """A value as compressed JSON, with the SHA-256 of the JSON: two installations that hold alike hash alike."""

    content = models.BinaryField(_("content"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        abstract = True

    @classmethod
    def of(cls, value: Dossier | Questions, **key: object) -> Self:
        """The row that holds the value; it is not saved."""
        plain = msgspec.json.encode(value)
        return cls(content=zlib.compress(plain), sha256=hashlib.sha256(plain).hexdigest(), **key)


class ApprovedDossier(Stored):
    """The public dossier of a published incident: claims that are published, without what is withheld."""

    incident = models.OneToOneField(
        Incident, models.CASCADE, primary_key=True, related_name="approved", verbose_name=_("incident")
    )

    class Meta:
        verbose_name, verbose_name_plural = _("approved dossier"), _("approved dossiers")

    def __str__(self) -> str:
        return str(self.incident)

    @property
    def dossier(self) -> Dossier:
        return msgspec.json.decode(zlib.decompress(self.content), type=Dossier)


class ApprovedVocabulary(Stored):
    """The questions and choices, as one row."""

    class Meta:
        verbose_name, verbose_name_plural = _("approved vocabulary"), _("approved vocabularies")
        constraints = [models.CheckConstraint(name="vocabulary_is_one", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return self.sha256


def approved_questions() -> Questions:
    """The questions that public pages are drawn with: one query, and decoded once by a process."""
    return _questions(bytes(ApprovedVocabulary.objects.values_list("content", flat=True).get()))


@lru_cache(maxsize=_KEPT)
def _questions(content: bytes) -> Questions:
    return msgspec.json.decode(zlib.decompress(content), type=Questions)
