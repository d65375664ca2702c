"""A real server of its own for each file."""

import pytest
from running import RunningServer


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = RunningServer(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()
