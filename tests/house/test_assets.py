"""The style sheet holds the components that pages use; the first visit stays light."""

import gzip
import re
from pathlib import Path

import build_assets
import pytest

USED_CLASS = re.compile(r"\bds-([a-z0-9]+(?:-[a-z0-9]+)*)")

SHEET = (
    "@layer a;@layer ds.base{.ds-map{color:red}}"
    '@layer ds.components{.ds-button,.ds-map:is(.x,.y){content:"}"}'
    "@media print{.ds-map{top:0}.ds-card{top:0}}@supports (x:y){.ds-map{top:0}}"
    "@property --p{syntax:'*'}.ds-map{top:0}a{top:1}}"
)


@pytest.fixture
def dist() -> Path:
    """The folder of built assets."""
    if not build_assets.DIST.is_dir():
        pytest.skip("assets are not built; run make test")
    return build_assets.DIST


def test_every_component_class_in_a_template_is_in_the_style_sheet(root: Path) -> None:
    unstyled = {
        (path.name, name)
        for path in (root / "src/tiltak").rglob("templates/**/*.html")
        for name in USED_CLASS.findall(path.read_text(encoding="utf-8"))
        if name not in build_assets.COMPONENTS and not name.startswith("color-")
    }
    assert unstyled == set()


def test_statements_see_braces_in_strings_and_nested_rules() -> None:
    assert list(build_assets.statements('@layer a;b{c:"}"}@media x{d{e:f}}')) == [
        ("@layer a", None),
        ("b", 'c:"}"'),
        ("@media x", "d{e:f}"),
    ]


def test_selectors_are_split_outside_parentheses() -> None:
    assert build_assets.selectors("a:is(b,c:not(d,e)),f") == ["a:is(b,c:not(d,e))", "f"]


def test_only_component_layers_lose_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_assets, "COMPONENTS", frozenset({"button", "card"}))
    assert build_assets.component_styles(SHEET) == (
        "@layer a;@layer ds.base{.ds-map{color:red}}"
        '@layer ds.components{.ds-button{content:"}"}'
        "@media print{.ds-card{top:0}}@property --p{syntax:'*'}a{top:1}}"
    )


def test_a_component_that_is_gone_upstream_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="no component"):
        build_assets.component_styles("@layer ds.components{.ds-button{top:0}}")


def test_minimising_keeps_what_a_custom_property_means() -> None:
    assert (
        build_assets.minimised(
            "/* x */ :root, [a] {\n  --b: var(--c,);\n  --d: calc(1px + 2px);\n}"
        )
        == ":root,[a]{--b:var(--c,);--d:calc(1px + 2px)}"
    )


def test_style_sheet_and_font_are_light(dist: Path) -> None:
    """The first visit may cost 130 kB; half of that is left for page, pictures and our styles."""
    style = len(gzip.compress((dist / "designsystemet.css").read_bytes()))
    font = (dist / "inter.woff2").stat().st_size
    assert style + font <= 65_000


def test_licences_stand_beside_the_assets(dist: Path) -> None:
    text = (dist / "LICENSES.txt").read_text(encoding="utf-8")
    assert [name for name in build_assets.LICENCES if name not in text] == []
    assert "Permission is hereby granted, free of charge" in text
    assert "SIL OPEN FONT LICENSE" in text.upper()
