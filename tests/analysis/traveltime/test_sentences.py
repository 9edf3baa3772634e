"""Every sentence of the analysis can be said in all languages."""

import ast
from pathlib import Path

import pytest

import tiltak.analysis.traveltime
from tiltak.analysis.traveltime.problems import say
from tiltak.wording import words

PACKAGE = Path(tiltak.analysis.traveltime.__file__).parent


def calls(name: str) -> list[tuple[str, ast.Call]]:
    return [
        (f"{path.name}:{node.lineno}", node)
        for path in sorted(PACKAGE.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def test_what_is_said_is_marked_and_has_a_place_for_each_value() -> None:
    wrong = []
    for where, call in calls("say"):
        mark = call.args[0]
        is_marked = isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "gettext_noop"
        text = mark.args[0] if isinstance(mark, ast.Call) and is_marked else None
        values = {word.arg: "" for word in call.keywords}
        try:
            assert isinstance(text, ast.Constant)
            assert text.value % values is not None
            assert all(f"%({name})" in text.value for name in values)
        except (AssertionError, KeyError, ValueError):
            wrong.append(where)
    assert wrong == []
    assert len(calls("say")) > 50


def test_nothing_is_marked_that_is_not_said() -> None:
    assert len(calls("gettext_noop")) == len(calls("say"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_values_stay_what_they_are(language: str) -> None:
    said = say("Rad %(row)s: «%(name)s» står alt i rad %(first)s.", row=7, name="Å", first=3)
    assert str(said) == "Rad 7: «Å» står alt i rad 3."
    other = said.translated(words("en" if language == "en" else "nb").gettext)
    assert (
        other
        == {
            "nb": "Rad 7: «Å» står alt i rad 3.",
            "en": "Row 7: “Å” already stands in row 3.",
        }[language]
    )
