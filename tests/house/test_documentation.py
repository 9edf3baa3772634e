"""What is not documented does not exist: settings, commands and make targets."""

import re
from pathlib import Path

from tiltak.cli.group import COMMANDS

SETTING = re.compile(r"env\.\w+\(\s*\"([A-Z_]+)\"")
TEST_VARIABLE = re.compile(r"\bTILTAK_TEST_[A-Z]+(?:_[A-Z]+)*\b")
DOCUMENTED_ROW = re.compile(r"^\| `([^` ]+(?: [a-z-]+)?)", re.MULTILINE)
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#]+)")


def documented(page: Path) -> set[str]:
    """What stands first, as code, in the rows of a page's tables."""
    return set(DOCUMENTED_ROW.findall(page.read_text(encoding="utf-8")))


def test_every_setting_is_documented_and_every_documented_setting_exists(root: Path) -> None:
    settings = (root / "src/tiltak/config/settings.py").read_text(encoding="utf-8")
    of_the_tests = set(TEST_VARIABLE.findall((root / "Makefile").read_text(encoding="utf-8")))
    environment = (root / "src/tiltak/config/environment.py").read_text(encoding="utf-8")
    of_the_tests |= set(re.findall(r'get\("(TILTAK_TEST_[A-Z_]+)"', environment))
    page = documented(root / "docs/reference/settings.md")
    assert page == set(SETTING.findall(settings)) | of_the_tests | {"CI"}


def test_every_make_target_is_documented(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(TARGET.findall(makefile))
    page = documented(root / "docs/reference/make.md")
    assert {name.removeprefix("make ") for name in page if name.startswith("make ")} == targets


def test_every_make_target_has_a_line_of_help(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    helped = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    assert set(TARGET.findall(makefile)) - helped == set()


def test_every_command_is_documented(root: Path) -> None:
    page = (root / "docs/reference/commands.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^## `tiltak ([a-z-]+)", page, re.MULTILINE))
    assert headings == set(COMMANDS)


def test_links_between_pages_lead_somewhere(root: Path) -> None:
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    dead = [
        (str(page.relative_to(root)), target)
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []
