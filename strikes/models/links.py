"""Links between claims of one incident: supersessions and relations."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sources.constraints import CompositeForeignKey, ConstraintTrigger, NoCircle
from strikes.models.claim import LOCK_INCIDENT, Claim
from strikes.models.incident import Incident
from strikes.vocabulary.terms import HowNamed, RelatedBy, RelationKind, SupersessionKind

_OTHER_INCIDENT = _("Both claims belong to one incident.")
_UNNAMED = _("Unnamed officials supersede nobody and are superseded by nobody: their claims stand beside.")
_WHY_OVERTAKEN = _("Say why the report is overtaken: where the other has stated it itself.")
_OTHER_AUTHORITY = _("The earlier claim is another authority's. Give the words that say that it is replaced.")


class Supersession(models.Model):
    """A later claim replaces an earlier one of the same authority. Nothing is superseded merely by being older."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="+", editable=False, verbose_name=_("incident"))
    later = models.ForeignKey(Claim, models.CASCADE, related_name="supersedes", verbose_name=_("later claim"))
    earlier = models.ForeignKey(Claim, models.CASCADE, related_name="superseded_by", verbose_name=_("earlier claim"))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=SupersessionKind,
        help_text=_("A running count is updated; only a correction or a changed account is a move."),
    )
    reason = models.TextField(_("reason"), blank=True, help_text=_("Why this archive reads it so."))
    words = models.TextField(
        _("words that say so"), blank=True, help_text=_("Needed where the earlier claim is another authority's.")
    )

    class Meta:
        verbose_name, verbose_name_plural = _("supersession"), _("supersessions")
        ordering = ["later", "earlier"]
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="supersession_once"),
            models.CheckConstraint(
                name="supersession_of_another",
                condition=~Q(later=F("earlier")),
                violation_error_message=_("A claim cannot supersede itself."),
            ),
            CompositeForeignKey(
                name="supersession_later_of_incident",
                fields=["later", "incident"],
                to="strikes.Claim",
                to_fields=["id", "incident"],
                violation_error_message=_OTHER_INCIDENT,
            ),
            CompositeForeignKey(
                name="supersession_earlier_of_incident",
                fields=["earlier", "incident"],
                to="strikes.Claim",
                to_fields=["id", "incident"],
                violation_error_message=_OTHER_INCIDENT,
            ),
            NoCircle(
                name="supersession_no_circle",
                child="later",
                parent="earlier",
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                violation_error_message=_("The earlier claim supersedes this one already, by whatever way round."),
            ),
            ConstraintTrigger(
                name="supersession_unnamed",
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                condition=f"""EXISTS (SELECT FROM strikes_supersession link JOIN strikes_claim claim ON claim.id IN (link.later_id, link.earlier_id)
                    WHERE link.id = NEW.id AND claim.how_named = '{HowNamed.UNNAMED_OFFICIAL}')""",
                violation_error_message=_UNNAMED,
            ),
            ConstraintTrigger(
                name="supersession_authority",
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                condition="""EXISTS (SELECT FROM strikes_supersession link
                    JOIN strikes_claim later ON later.id = link.later_id JOIN strikes_claim earlier ON earlier.id = link.earlier_id
                    WHERE link.id = NEW.id AND later.authority_id <> earlier.authority_id AND link.words = '')""",
                violation_error_message=_OTHER_AUTHORITY,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display()} {self.earlier}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_over()
        super().save(*args, **kwargs)

    def take_over(self) -> None:
        """The incident is that of the later claim."""
        self.incident_id = self.later.incident_id

    def clean(self) -> None:
        # In a form the later claim may be a new one, not saved yet.
        later, earlier = getattr(self, "later", None), getattr(self, "earlier", None)
        if not (later and earlier):
            return
        self.take_over()
        if HowNamed.UNNAMED_OFFICIAL in (later.how_named, earlier.how_named):
            raise ValidationError({"earlier": _UNNAMED})
        if later.authority_id != earlier.authority_id and not self.words:
            raise ValidationError({"words": _OTHER_AUTHORITY})


class ClaimRelation(models.Model):
    """A link from one claim to another, made by an editor or by the party itself."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="+", editable=False, verbose_name=_("incident"))
    from_claim = models.ForeignKey(Claim, models.CASCADE, related_name="relations", verbose_name=_("claim"))
    to_claim = models.ForeignKey(Claim, models.CASCADE, related_name="related_from", verbose_name=_("other claim"))
    kind = models.CharField(_("kind"), max_length=20, choices=RelationKind)
    by = models.CharField(_("said by"), max_length=10, choices=RelatedBy)
    reason = models.TextField(
        _("reason"), blank=True, help_text=_("Public: shown with the relation. Needed for “overtaken by”.")
    )

    class Meta:
        verbose_name, verbose_name_plural = _("relation"), _("relations")
        ordering = ["from_claim", "to_claim", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["from_claim", "to_claim", "kind", "by"], name="relation_once"),
            models.CheckConstraint(
                name="relation_to_another",
                condition=~Q(from_claim=F("to_claim")),
                violation_error_message=_("A claim bears on another, not on itself."),
            ),
            models.CheckConstraint(
                name="relation_overtaken_why",
                condition=~Q(kind=RelationKind.OVERTAKEN_BY) | ~Q(reason=""),
                violation_error_message=_WHY_OVERTAKEN,
            ),
            NoCircle(
                name="relation_no_circle",
                child="from_claim",
                parent="to_claim",
                where={"kind": RelationKind.OVERTAKEN_BY.value},
                lock=LOCK_INCIDENT.format("NEW.incident_id"),
                violation_error_message=_("The other claim is overtaken by this one already, by whatever way round."),
            ),
            CompositeForeignKey(
                name="relation_from_of_incident",
                fields=["from_claim", "incident"],
                to="strikes.Claim",
                to_fields=["id", "incident"],
                violation_error_message=_OTHER_INCIDENT,
            ),
            CompositeForeignKey(
                name="relation_to_of_incident",
                fields=["to_claim", "incident"],
                to="strikes.Claim",
                to_fields=["id", "incident"],
                violation_error_message=_OTHER_INCIDENT,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_claim} {self.get_kind_display()} {self.to_claim}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_over()
        super().save(*args, **kwargs)

    def take_over(self) -> None:
        """The incident is that of the first claim."""
        self.incident_id = self.from_claim.incident_id

    def clean(self) -> None:
        if getattr(self, "from_claim", None):
            self.take_over()
        if self.kind == RelationKind.OVERTAKEN_BY and not self.reason:
            raise ValidationError({"reason": _WHY_OVERTAKEN})
