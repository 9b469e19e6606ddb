"""Write every listing anew."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from strikes.listing.write import refresh
from strikes.models import Incident, Revision


class Command(BaseCommand):
    help = (
        "Write the listings of all incidents anew, as after a new version that lists more, or what was changed by SQL."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(Incident.objects.order_by("code").values_list("pk", flat=True))
        # One transaction each: nobody who publishes waits for all.
        differing = sum(refresh([key]) for key in tqdm(keys, "Listing", unit="incident", disable=None))
        # What comes out by new rules may be listed otherwise though no incident changed: no page kept before is good.
        Revision.move()
        self.stdout.write(f"{len(keys)} incidents, {differing} of them listed otherwise than before.")
