"""What is not documented does not exist: settings, commands and make targets."""

import re
from pathlib import Path

import click
import pytest

from tiltak.cli.group import COMMANDS, main
from tiltak.writing.formats import FORMATS
from tiltak.writing.records import FIELD_NAMES

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


def sections(page: Path) -> dict[str, str]:
    """The sections of the page of commands, by command."""
    parts = re.split(
        r"^## `tiltak ([a-z-]+)[^`]*`", page.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_is_documented(root: Path) -> None:
    assert list(sections(root / "docs/reference/commands.md")) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_documented(root: Path, name: str) -> None:
    context = click.Context(main)
    command = main.get_command(context, name)
    assert command is not None
    section = sections(root / "docs/reference/commands.md")[name]
    several = [command]
    if isinstance(command, click.Group):
        # some are loaded by name
        named = (command.get_command(context, one) for one in command.list_commands(context))
        several = [one for one in named if one]
    options = {
        option.opts[0]
        for one in several
        for option in one.params
        if isinstance(option, click.Option)
    }
    assert {option for option in options if option not in section} == set()


def test_links_between_pages_lead_somewhere(root: Path) -> None:
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    dead = [
        (str(page.relative_to(root)), target)
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_every_field_of_the_open_data_is_documented(root: Path) -> None:
    page = (root / "docs/reference/written-files.md").read_text(encoding="utf-8")
    table = page[page.index("| Field |") : page.index("Add up `total`")]
    heads = [line.split("|")[1] for line in table.splitlines()[2:] if line]
    assert set(re.findall(r"`(\w+)`", " ".join(heads))) == set(FIELD_NAMES)


def test_every_format_is_documented(root: Path) -> None:
    page = (root / "docs/reference/written-files.md").read_text(encoding="utf-8")
    table = page[: page.index("What holds for all")]
    assert set(DOCUMENTED_ROW.findall(table)) == set(FORMATS)


def test_the_public_description_says_nothing_that_is_made_up(root: Path) -> None:
    """The standard wants an address and contacts: until there are true ones there are none."""
    text = (root / "publiccode.yml").read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert "example" not in text
    assert ("url" in keys) == ("contacts:" in text.replace("`maintenance.contacts`", ""))
