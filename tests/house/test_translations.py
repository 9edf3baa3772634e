"""Every text is there in Nynorsk, Bokmål and English, and the Nynorsk is Nynorsk."""

from pathlib import Path

import message_catalog as messages
import message_rules as rules
import pytest
from babel.messages import Catalog


def catalog(*entries: tuple[str | messages.Key, str | messages.Key]) -> Catalog:
    made = Catalog(locale="nb")
    for ids, string in entries:
        made.add(ids, string)
    return made


def texts(*ids: tuple[str, ...]) -> dict[messages.Key, messages.Text]:
    made = [messages.Text(each, None, {"a.html"}) for each in ids]
    return {text.key: text for text in made}


def test_the_interface_is_complete_in_all_languages() -> None:
    assert rules.problems() == []


def test_texts_are_found_in_templates_and_code(tmp_path: Path) -> None:
    template = tmp_path / "a.html"
    template.write_text(
        '<p>{% translate "Siste hendingar" %}</p>\n'
        "    <p>{% blocktranslate count n=n trimmed %}\n"
        "      {{ n }} tiltak i planen\n  {% plural %}{{ n }} tiltak i planane"
        "{% endblocktranslate %}</p>\n"
        '  {% translate "Mai" context "månad" %}',
        encoding="utf-8",
    )
    code = tmp_path / "a.py"
    code.write_text(
        'from x import gettext as _\n_("Fila er tom")\nngettext("%(n)s rad", "%(n)s rader", n)\n',
        encoding="utf-8",
    )
    found = messages.collected([(template, "a.html"), (code, "a.py")])
    assert [(text.ids, text.context) for text in found.values()] == [
        (("Siste hendingar",), None),
        (("%(n)s tiltak i planen", "%(n)s tiltak i planane"), None),
        (("Mai",), "månad"),
        (("Fila er tom",), None),
        (("%(n)s rad", "%(n)s rader"), None),
    ]


def test_missing_empty_and_left_over_translations_are_named() -> None:
    wanted = texts(("Lagre",), ("Slett",), ("%(n)s rad", "%(n)s rader"))
    found = catalog(
        ("Lagre", ""), (("%(n)s rad", "%(n)s rader"), ("%(n)s rad", "")), ("Angre", "Angre")
    )
    assert list(rules.incomplete("nb", found, wanted)) == [
        "nb: «Lagre» is not translated (a.html)",
        "nb: «Slett» is not translated (a.html)",
        "nb: «%(n)s rad» is not translated (a.html)",
        "nb: «Angre» is used no more; run make messages",
    ]


def test_placeholders_have_to_be_the_same() -> None:
    found = catalog(
        ("%(n)s av %(total)s", "%(n)s av %(total)s"),
        ("Side %(page)s", "Side %(pages)s"),
        ("Nøkkel {number}", "Nøkkel"),
        (("Ei rad", "%(n)s rader"), ("Én rad", "%(n)s rader")),
    )
    assert list(rules.misplaced("nb", found)) == [
        "nb: «Side %(page)s» and its translation differ in placeholders",
        "nb: «Nøkkel {number}» and its translation differ in placeholders",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fila er ikkje tom", []),
        ("Filen er Ikke tom", ["ikke"]),
        ("Planen skal være open", ["skal være"]),
        ("Frå framlegg til vedtak", []),
        ("Sett fram fra salen, noen gonger", ["fra", "noen"]),
    ],
)
def test_bokmal_in_nynorsk_is_named(text: str, words: list[str]) -> None:
    assert rules.not_nynorsk(text) == words


def test_words_outside_a_translation_are_found() -> None:
    template = """{% load i18n %}{# Comment #}<title>{{ page }} · Oversikt</title>
    <style>.not-text {}</style><script>notText()</script>
    <p title="Hjelp" class="not-read">{% translate "Omsett" %}, {% blocktranslate %}Omsett
    òg{% endblocktranslate %} <b>Naken</b> 12 % kr</p>"""
    assert rules.bare_words(template) == ["Oversikt", "Hjelp", "Naken"]


def test_an_update_keeps_translations_and_drops_left_overs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    messages.update("nb", texts(("Lagre",), ("Ei rad", "%(n)s rader")))
    path = messages.catalog_path("nb")
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            'msgid "Lagre"\nmsgstr ""', 'msgid "Lagre"\nmsgstr "Lagre!"'
        ),
        encoding="utf-8",
    )
    messages.update("nb", texts(("Lagre",), ("Slett",)))
    kept = {message.id: message.string for message in messages.read_catalog("nb") if message.id}
    assert kept == {"Lagre": "Lagre!", "Slett": ""}


def test_an_update_without_changes_writes_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    wanted = texts(("Lagre",), ("%(n)s rad", "%(n)s rader"))
    messages.update("en", wanted)
    first = messages.catalog_path("en").read_text(encoding="utf-8")
    messages.update("en", wanted)
    assert messages.catalog_path("en").read_text(encoding="utf-8") == first
