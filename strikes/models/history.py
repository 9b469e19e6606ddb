"""The history that is kept of parties, places, questions, incidents and claims."""

import pgtrigger

from sources.history import HISTORIES, keep_history
from strikes.models.alternative import Alternative
from strikes.models.citation import Citation
from strikes.models.claim import Claim
from strikes.models.imports import Import
from strikes.models.incident import Incident, OtherArchive, Subject
from strikes.models.links import ClaimRelation, Supersession
from strikes.models.party import Membership, Party
from strikes.models.place import Place, PlaceName
from strikes.models.question import Choice, Inclusion, Question

keep_history(Party)
keep_history(Membership, "joint")
keep_history(Place)
keep_history(PlaceName, "place")
keep_history(Question)
keep_history(Inclusion, "part")
keep_history(Choice, "question")
keep_history(Incident)
keep_history(Subject, "incident")
keep_history(OtherArchive, "incident")
keep_history(Import)
keep_history(Claim)
keep_history(Citation, "claim")
keep_history(Alternative, "claim")
keep_history(Supersession, "later", "earlier")
keep_history(ClaimRelation, "from_claim", "to_claim")

# A protected claim carries no speaker's name, not even in what it was before.
pgtrigger.register(
    pgtrigger.Trigger(
        name="forget_speaker",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Q(new__is_protected=True),
        func=f"""UPDATE {HISTORIES[Claim]._meta.db_table} SET speaker_name = ''
            WHERE pgh_obj_id = NEW.id AND speaker_name <> '';
            RETURN NULL;""",
    )
)(Claim)
