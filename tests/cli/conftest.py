"""The command in this process, on the test database."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tiltak.cli import main

Tiltak = Callable[..., Result]


@pytest.fixture
def tiltak() -> Tiltak:
    """Runs the command: `tiltak("import", file, "--council", "fjord")`."""

    def run(*arguments: object) -> Result:
        result = CliRunner().invoke(main, [str(one) for one in arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
