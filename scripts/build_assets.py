"""Put together what the browser gets besides our own files: style sheet, font and their licences.

Reads the npm packages in node_modules (versions in package-lock.json) and writes
src/tiltak/web/static/dist/. Third-party files are never committed; they are made at set-up and
packed into the wheel. Run by `make setup`.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "node_modules"
DIST = ROOT / "src/tiltak/web/static/dist"
THEME = PACKAGES / "@digdir/designsystemet-theme/src/themes/designsystemet.css"
COMPONENT_CSS = PACKAGES / "@digdir/designsystemet-css/dist/src/index.css"
MAP = PACKAGES / "leaflet/dist"
FONT = PACKAGES / "inter-ui/variable/InterVariable.woff2"
LICENCES = {
    "Designsystemet (designsystemet.css)": PACKAGES / "@digdir/designsystemet-css/LICENSE",
    "Designsystemet theme (designsystemet.css)": PACKAGES / "@digdir/designsystemet-theme/LICENSE",
    "Leaflet (leaflet.js, leaflet.css)": PACKAGES / "leaflet/LICENSE",
    "Inter (inter.woff2, a subset of the letters)": PACKAGES / "inter-ui/LICENSE.txt",
}

# The components of Designsystemet that pages use, by class `ds-…`. The rest, two thirds of the
# style sheet, is left out. tests/house/test_assets.py fails for a class used and not listed here.
COMPONENTS = frozenset(
    {
        "alert",
        "breadcrumbs",
        "button",
        "card",
        "details",
        "divider",
        "error-summary",
        "field",
        "fieldset",
        "heading",
        "icon",
        "input",
        "label",
        "link",
        "list",
        "pagination",
        "paragraph",
        "skip-link",
        "sr-only",
        "table",
        "tabs",
        "tag",
        "toggle-group",
        "validation-message",
    }
)
COMPONENT_LAYER = "@layer ds.components"

# Letters: printable ASCII and Latin-1 (Norwegian and its neighbours), Sámi letters of names and
# places, and the marks our texts use. A letter that is missing comes from the system's own font.
LETTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100)]))
    + "ČčĐđŊŋŠšŦŧŽž"
    + "–—−…‘’‚“”„•→←↑↓↗✓✗≥≤≈€‰▲▼●○■⚠"
    + "\u2009\u2011\u202f"
)
WEIGHTS = (400, 700)
FONT_FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]
FONT_FACE = (
    '@font-face{font-family:Inter;src:url("inter.woff2") format("woff2");'
    f"font-weight:{WEIGHTS[0]} {WEIGHTS[1]};font-style:normal;font-display:swap}}"
)

STRING_OR_BRACE = re.compile(r"\"[^\"]*\"|'[^']*'|[{};]")
COMPONENT_CLASS = re.compile(r"\.ds-([a-z0-9]+(?:-[a-z0-9]+)*)")


def statements(css: str) -> Iterator[tuple[str, str | None]]:
    """The top-level statements of a style sheet as (prelude, body); body is None after `;`."""
    depth, start, prelude = 0, 0, ""
    for token in STRING_OR_BRACE.finditer(css):
        mark = token[0]
        if mark == "{":
            if depth == 0:
                prelude, start = css[start : token.start()].strip(), token.end()
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0:
                yield prelude, css[start : token.start()]
                start = token.end()
        elif mark == ";" and depth == 0:
            yield css[start : token.start()].strip(), None
            start = token.end()


def is_used(selector: str) -> bool:
    """Whether a selector styles a component we use, or none in particular."""
    component = COMPONENT_CLASS.search(selector)
    return component is None or component[1] in COMPONENTS


def selectors(prelude: str) -> list[str]:
    """The selectors of a list; commas inside parentheses belong to one selector."""
    found, depth = [""], 0
    for letter in prelude:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def only_used(css: str) -> str:
    """The rules of a component layer without those of components that no page uses."""
    kept = []
    for prelude, body in statements(css):
        if body is None:
            kept.append(f"{prelude};")
        elif prelude.startswith(("@media", "@supports", "@container")):
            inner = only_used(body)
            kept.append(f"{prelude}{{{inner}}}" if inner else "")
        elif prelude.startswith("@"):
            kept.append(f"{prelude}{{{body}}}")
        elif used := ",".join(filter(is_used, selectors(prelude))):
            kept.append(f"{used}{{{body}}}")
    return "".join(kept)


def component_styles(css: str) -> str:
    """Designsystemet's style sheet, layers and order kept, component layers cut to what is used."""
    missing = sorted(COMPONENTS - set(COMPONENT_CLASS.findall(css)))
    if missing:
        sys.exit(f"build_assets: Designsystemet has no component {', '.join(missing)}")
    kept = []
    for prelude, body in statements(css):
        if body is None:
            kept.append(f"{prelude};")
            continue
        styles = only_used(body) if prelude == COMPONENT_LAYER else body
        kept.append(f"{prelude}{{{styles}}}" if styles else "")
    return "".join(kept)


def minimised(css: str) -> str:
    """A style sheet of plain declarations (the theme) without comments and needless space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css.replace('@charset "UTF-8";', ""))
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return re.sub(r"(--[\w-]+): ", r"\1:", css).replace(";}", "}").strip()


def build_styles() -> Path:
    """One file, one request: font, theme and components, in Designsystemet's own cascade layers."""
    parts = [
        FONT_FACE,
        minimised(THEME.read_text(encoding="utf-8")),
        component_styles(COMPONENT_CSS.read_text(encoding="utf-8")),
    ]
    # the statement that orders the layers has to come first
    order = "@layer ds.theme,ds.base,ds.components;"
    target = DIST / "designsystemet.css"
    target.write_text(order + "".join(parts), encoding="utf-8")
    return target


def build_font() -> Path:
    """Inter with the letters in LETTERS, one optical size and the weights in WEIGHTS."""
    options = subset.Options(
        layout_features=FONT_FEATURES, hinting=False, flavor="woff2", notdef_outline=True
    )
    font: TTFont = subset.load_font(str(FONT), options)
    absent = sorted({letter for letter in LETTERS if ord(letter) not in font.getBestCmap()})
    if absent:
        sys.exit(f"build_assets: Inter has no letter {' '.join(absent)}")
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {"opsz": 14, "wght": WEIGHTS}, inplace=True)
    target = DIST / "inter.woff2"
    subset.save_font(font, str(target), options)
    return target


def build_map() -> list[Path]:
    """Leaflet: its script as it comes, its style sheet without the pictures we do not use."""
    script = DIST / "leaflet.js"
    # the source map is for people who debug Leaflet, and is not packed
    source = (MAP / "leaflet.js").read_text(encoding="utf-8")
    script.write_text(re.sub(r"\n//# sourceMappingURL=.*", "", source), encoding="utf-8")
    css = (MAP / "leaflet.css").read_text(encoding="utf-8")
    kept = [
        f"{prelude}{{{body}}}"
        for prelude, body in statements(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
        if body is not None and "url(" not in body
    ]
    styles = DIST / "leaflet.css"
    styles.write_text(minimised("".join(kept)), encoding="utf-8")
    return [script, styles]


def build_licences() -> Path:
    """The licences of everything in the folder, beside it."""
    target = DIST / "LICENSES.txt"
    texts = [
        f"{name}\n{'=' * len(name)}\n\n{path.read_text(encoding='utf-8').strip()}\n"
        for name, path in LICENCES.items()
    ]
    target.write_text("\n\n".join(texts), encoding="utf-8")
    return target


def main() -> None:
    """Empty the folder and build it anew, so that nothing old is left in it."""
    if not PACKAGES.is_dir():
        sys.exit("build_assets: node_modules is missing; run `make setup`")
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir(parents=True)
    for target in (build_styles(), build_font(), *build_map(), build_licences()):
        print(f"      {target.relative_to(ROOT)}  {target.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
