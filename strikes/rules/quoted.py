"""For how many claims the words of a source are shown. Pure."""

from strikes.dossiers.dossier import Claim, Dossier


def quoted_claims(dossier: Dossier) -> int:
    """The number of claims of the dossier that are quoted."""
    return sum(map(is_quoted, dossier.claims))


def is_quoted(claim: Claim) -> bool:
    """Whether a reader sees words of a source that prints the claim: none that are withheld, or that depart from it."""
    return any(each.quotation and each.role.is_print and not each.is_withheld for each in claim.citations)
