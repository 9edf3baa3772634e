"""Every test of a page starts with none remembered: councils of two tests have the same number."""

from collections.abc import Iterator

import pytest

from tiltak.web.pagecache import pages


@pytest.fixture(autouse=True)
def no_page_is_remembered() -> Iterator[None]:
    pages.clear()
    yield
    pages.clear()
