"""What the archive refuses of parties: whom they speak for, what they are part of, and their members."""

from strikes.admin.parties import MembershipFormSet
from strikes.models import Membership, Party
from strikes.models.party import JOINT
from tests.builders import make_joint, make_party
from tests.refusals import Pair, Refusals, Write, change, removal

refusals = Refusals()


# A part of a wider party


@refusals.by("party_no_circle", at="part_of")
def a_party_that_is_part_of_itself() -> Pair:
    party = make_party()
    return change(party, wrong={"part_of": party}, right={"part_of": make_party()})


@refusals.by("party_no_circle", at="part_of")
def a_party_that_is_part_of_a_part_of_it() -> Pair:
    wider = make_party()
    part = make_party(part_of=make_party(part_of=wider))
    return change(wider, wrong={"part_of": part}, right={"part_of": make_party(part_of=make_party())})


@refusals.by("party_no_circle", at="part_of")
def a_party_that_is_part_of_what_speaks_for_it() -> Pair:
    state = make_party()
    return change(state, wrong={"part_of": make_party(authority=state)}, right={"part_of": make_party()})


@refusals.by("party_no_circle", at="part_of")
def a_member_that_is_part_of_the_joint_party() -> Pair:
    member = make_party()
    joint = make_joint(member, make_party())
    return change(member, wrong={"part_of": joint}, right={"part_of": make_joint()})


@refusals.by("party_part_of_another")
def a_party_that_is_part_of_whom_it_speaks_for() -> Pair:
    state = make_party()
    return change(make_party(authority=state), wrong={"part_of": state}, right={"part_of": make_party()})


# Members of a joint party


def one_more(joint: Party) -> Membership:
    return Membership(joint=joint)


@refusals.by("membership_once")
def a_member_twice() -> Pair:
    member = make_party()
    joint = make_joint(member, make_party())
    return change(one_more(joint), wrong={"member": member}, right={"member": make_party()})


@refusals.by("membership_joint_root", at="joint")
def members_of_a_party_that_speaks_for_another() -> Pair:
    membership = make_joint(make_party(), make_party(), make_party()).memberships.all()[0]
    office = make_party(authority=make_party())
    return change(membership, wrong={"joint": office}, right={"joint": make_joint()})


@refusals.by("membership_joint_root", at="authority", says=JOINT)
def a_joint_party_that_comes_to_speak_for_another() -> Pair:
    authority = {"authority": make_party()}
    return Pair(Write(make_joint(), authority), Write(make_party(), authority))


@refusals.by("membership_flat", at="member")
def a_joint_party_as_member() -> Pair:
    return change(one_more(make_joint()), wrong={"member": make_joint()}, right={"member": make_party()})


@refusals.by("membership_flat", at="member")
def a_joint_party_as_its_own_member() -> Pair:
    joint = make_joint()
    return change(one_more(joint), wrong={"member": joint}, right={"member": make_party()})


@refusals.by("membership_flat")
def members_of_a_member() -> Pair:
    member, membership = make_party(), make_joint(make_party(), make_party(), make_party()).memberships.all()[0]
    make_joint(member, make_party())
    return change(membership, wrong={"joint": member}, right={"joint": make_joint()})


@refusals.by("membership_no_circle", at="member")
def a_member_that_is_part_of_the_joint_party_already() -> Pair:
    joint = make_joint()
    return change(one_more(joint), wrong={"member": make_party(part_of=joint)}, right={"member": make_party()})


@refusals.by("membership_of_several")
def a_joint_party_of_one() -> Pair:
    two, three = make_joint(), make_joint(make_party(), make_party(), make_party())
    twin = three.memberships.all()[0]
    return removal(two.memberships.all()[0], twin=twin, formset=MembershipFormSet)
