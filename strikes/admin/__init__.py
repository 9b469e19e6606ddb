"""Django's admin of what is said to have happened: one module a family of models, on the bases in records.py."""

from strikes.admin import imports, incidents, links, parties, places, questions, sources
from strikes.admin.claims import admin as claims

__all__ = ["claims", "imports", "incidents", "links", "parties", "places", "questions", "sources"]
