"""Files stay small enough to be read in one sitting."""

from pathlib import Path

MOST_LINES = 400
CODE = {".py", ".html", ".css", ".js", ".sh"}


def test_no_file_of_code_is_too_long(root: Path, committed: list[Path]) -> None:
    lengths = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines())
        for path in committed
        if path.suffix in CODE and "migrations" not in path.parts
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_nothing_is_called_by_a_name_that_says_nothing(root: Path, committed: list[Path]) -> None:
    empty_names = {"utils", "common", "helpers", "misc"}
    found = [
        str(path.relative_to(root))
        for path in committed
        if empty_names & {part.removesuffix(".py") for part in path.relative_to(root).parts}
    ]
    assert found == []
