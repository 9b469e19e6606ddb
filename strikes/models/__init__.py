from strikes.models import history
from strikes.models.alternative import Alternative
from strikes.models.approved import ApprovedDossier, ApprovedVocabulary
from strikes.models.citation import Citation
from strikes.models.claim import Claim
from strikes.models.imports import Import
from strikes.models.incident import Incident, OtherArchive, Subject
from strikes.models.links import ClaimRelation, Supersession
from strikes.models.listing import Listing, ListingParty, ListingSource
from strikes.models.listing_change import ListingChange, ListingChangeClaim
from strikes.models.listing_choice import ListingChoice
from strikes.models.listing_question import ListingQuestion
from strikes.models.listing_spread import ListingSpread
from strikes.models.party import Membership, Party
from strikes.models.place import Place, PlaceName
from strikes.models.question import Choice, Inclusion, Question
from strikes.models.revision import Revision

__all__ = [
    "Alternative",
    "ApprovedDossier",
    "ApprovedVocabulary",
    "Choice",
    "Citation",
    "Claim",
    "ClaimRelation",
    "Import",
    "Incident",
    "Inclusion",
    "Listing",
    "ListingChange",
    "ListingChangeClaim",
    "ListingChoice",
    "ListingParty",
    "ListingQuestion",
    "ListingSource",
    "ListingSpread",
    "Membership",
    "OtherArchive",
    "Party",
    "Place",
    "PlaceName",
    "Question",
    "Revision",
    "Subject",
    "Supersession",
    "history",
]
