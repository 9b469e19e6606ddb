"""Django's admin of what is said to have happened: one module a family of models."""

from strikes.admin import claims, imports, incidents, links, parties, places, questions, sources

__all__ = ["claims", "imports", "incidents", "links", "parties", "places", "questions", "sources"]
