"""What the archive refuses of publishers, sources, addresses and captures."""

from datetime import date
from functools import partial

from sources.models import Address, Capture, Relay
from tests.builders import make_address, make_capture, make_publisher, make_relay, make_source
from tests.refusals import Pair, Refusals, change

refusals = Refusals()


@refusals.by("publisher_no_circle", at="parent")
def a_publisher_that_belongs_to_itself() -> Pair:
    publisher = make_publisher()
    return change(publisher, wrong={"parent": publisher}, right={"parent": make_publisher()})


@refusals.by("publisher_no_circle", at="parent")
def a_publisher_that_belongs_to_one_beneath_it() -> Pair:
    top = make_publisher()
    beneath = make_publisher(parent=make_publisher(parent=top))
    return change(top, wrong={"parent": beneath}, right={"parent": make_publisher()})


def the_same_address(twin: str) -> Pair:
    make_address("https://www.example.org/strike")
    address = Address(source=make_source())
    return change(address, wrong={"url": twin}, right={"url": twin.replace("strike", "strikes")})


for name, twin in {
    "the address of another source": "https://www.example.org/strike",
    "another source's address over http": "http://www.example.org/strike",
    "another source's address without www": "https://example.org/strike",
    "another source's address with a fragment": "https://www.example.org/strike#dead",
    "another source's address with a closing slash": "https://www.example.org/strike/",
    "another source's address with what trackers add": "https://example.org/strike?utm_source=x&fbclid=y",
    "another source's address in all these at once": "http://example.org/strike/#dead",
}.items():
    refusals.add(name, "address_of_one_source", partial(the_same_address, twin))


@refusals.by("relay_no_circle", at="relayed")
def a_source_that_relays_itself() -> Pair:
    source = make_source()
    return change(Relay(relaying=source), wrong={"relayed": source}, right={"relayed": make_source()})


@refusals.by("relay_no_circle", at="relayed")
def two_sources_that_relay_each_other_by_way_of_a_third() -> Pair:
    first, second, third = make_source(), make_source(), make_source()
    make_relay(first, second)
    make_relay(second, third)
    return change(Relay(relaying=third), wrong={"relayed": first}, right={"relayed": make_source()})


@refusals.by("relay_once")
def a_relay_twice() -> Pair:
    relay = make_relay(make_source(), make_source())
    return change(Relay(relaying=relay.relaying), wrong={"relayed": relay.relayed}, right={"relayed": make_source()})


FIRST, LAST = date(2017, 3, 16), date(2017, 3, 17)


@refusals.by("source_published_whole")
def a_day_of_publication_without_its_precision() -> Pair:
    days = {"published_earliest": FIRST, "published_latest": FIRST}
    return change(make_source(), wrong=days, right=days | {"published_precision": "day"})


@refusals.by("source_published_whole")
def a_publication_without_a_latest_day() -> Pair:
    known = {"published_earliest": FIRST, "published_precision": "day"}
    return change(make_source(), wrong=known, right=known | {"published_latest": FIRST})


@refusals.by("source_published_order")
def published_earliest_after_latest() -> Pair:
    days = {"published_earliest": FIRST, "published_precision": "range"}
    return change(
        make_source(), wrong=days | {"published_latest": date(2017, 3, 15)}, right=days | {"published_latest": LAST}
    )


@refusals.by("source_published_day")
def a_day_of_publication_that_is_two_days() -> Pair:
    days = {"published_earliest": FIRST, "published_latest": LAST}
    wrong, right = ({"published_precision": precision} for precision in ("day", "range"))
    return change(make_source(), wrong=days | wrong, right=days | right)


@refusals.by("capture_number_once")
def two_captures_of_one_number() -> Pair:
    capture = make_capture()
    return change(
        Capture(source=capture.source), wrong={"number": capture.number}, right={"number": capture.number + 1}
    )


@refusals.by("capture_file_hashed", by_form=False)
def a_kept_file_without_its_hash() -> Pair:
    kept = {"file": "captures/2017/page.html"}
    return change(make_capture(), wrong=kept, right=kept | {"sha256": "0" * 64})
