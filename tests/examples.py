"""How many examples hypothesis draws: all in the nightly run, a fifth before a change lands."""

from math import ceil
from typing import Any

from hypothesis import settings


def examples(number: int, **more: Any) -> settings:
    """Return settings for `number` examples in the nightly run."""
    is_nightly = settings.get_current_profile_name() == "nightly"
    return settings(max_examples=number if is_nightly else ceil(number / 5), **more)
