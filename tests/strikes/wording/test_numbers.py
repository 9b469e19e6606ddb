"""What a party says beside the bound of its number."""

from strikes.wording.numbers import bound


def test_a_bound_is_said_as_it_is_open():
    assert bound(is_more=True, is_fewer=False) == "or more"
    assert bound(is_more=False, is_fewer=True) == "or fewer"
    assert bound(is_more=False, is_fewer=False) == ""
