from typing import Any

from django.core.management.base import BaseCommand

from sources.history import written_by
from strikes.loading.load import machine_account
from strikes.loading.questions import load_questions
from strikes.vocabulary.questions import read_questions


class Command(BaseCommand):
    help = "Makes or updates the questions and choices that an archive begins with; leaves those that editors added."

    def handle(self, **options: Any) -> None:
        with written_by(None, name=machine_account(), command="load_questions"):
            changed = load_questions(read_questions().questions)
        if options["verbosity"]:
            self.stdout.write(f"Questions: {changed} added or changed.")
