"""A phone that does not read holds nobody up, and misses nothing when it reads again."""

import pytest


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_phone_that_stops_reading_gets_everything_later_in_order_and_whole(alone, tmp_path, times):
    found = alone("slow_reader", tmp_path, times(10, nightly=60))

    assert found["changes"] > 60
    assert len(found["other"]) == found["changes"], "the other phone was held up"
    assert found["strange"] == 0, "the stream was cut in the middle"
    assert found["slow"] == found["other"], "something is missing, or the order is another"
    assert [version for version, _ in found["slow"]] == sorted(version for version, _ in found["slow"])
