"""Citations in words: in which publication a claim was read, and how. Pure."""

from django.utils.translation import gettext as _

from strikes.dossiers.dossier import Citation, Source
from strikes.vocabulary.terms import CitationRole

ROLES_SAID = (CitationRole.REPEATS, CitationRole.CONTEXT)  # the others stand in the order of the citations


def where_read(citation: Citation, source: Source, publisher: str) -> str:
    """Where a claim was read: “The Intercept, paragraph 4: word for word (repeats), copy 2”."""
    said = [_("a source that this archive withholds") if source.is_withheld else publisher]
    said += [citation.locator] if citation.locator else []
    how = str(citation.wording.label)
    if citation.role in ROLES_SAID:
        how = _("%(how)s (%(role)s)") % {"how": how, "role": citation.role.label}
    if citation.capture:
        how = _("%(how)s, copy %(number)s") % {"how": how, "number": citation.capture}
    return _("%(where)s: %(how)s") % {"where": ", ".join(said), "how": how}
