"""The drawings of the status icons: each its own shape, so that colour is never alone.

Drawn by SVG attributes, not styles: the content security policy allows no inline style.
"""

from dataclasses import dataclass

from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Icon:
    """A drawing on a 16 × 16 grid and the colour a bar of its kind has."""

    id: str
    drawing: str
    colour: str


INK = "#1e2328"
ICONS = {
    icon.id: icon
    for icon in (
        Icon(
            "completed",
            '<circle cx="8" cy="8" r="7.5" fill="#14532d"/>'
            '<path d="M3 8.2l2.6 2.6 4.2-4.8M7.8 9.8l1 1L13.2 6" fill="none" stroke="#fff" '
            'stroke-width="1.5"/>',
            "#14532d",
        ),
        Icon(
            "on_track",
            '<circle cx="8" cy="8" r="7.5" fill="#1f7a4d"/>'
            '<path d="M4.5 8.2l2.4 2.4 4.6-5" fill="none" stroke="#fff" stroke-width="1.6"/>',
            "#4e9b6e",
        ),
        Icon(
            "at_risk",
            '<path d="M8 .9l7.4 13.8H.6z" fill="#d99a1c"/>'
            f'<path d="M8 5.8v4.4M8 11.6v1.5" stroke="{INK}" stroke-width="1.6"/>',
            "#d99a1c",
        ),
        Icon(
            "off_track",
            '<rect x=".5" y=".5" width="15" height="15" rx="2.5" fill="#b3352c"/>'
            '<path d="M5 5l6 6M11 5l-6 6" stroke="#fff" stroke-width="1.8"/>',
            "#b3352c",
        ),
        Icon(
            "in_progress",
            '<circle cx="8" cy="8" r="6.7" fill="none" stroke="#3b6ea5" stroke-width="1.6"/>'
            '<path d="M8 1.3a6.7 6.7 0 0 1 0 13.4z" fill="#3b6ea5"/>',
            "#7aa3cf",
        ),
        Icon(
            "on_hold",
            '<circle cx="8" cy="8" r="7.5" fill="#5b6570"/>'
            '<path d="M6 4.8v6.4M10 4.8v6.4" stroke="#fff" stroke-width="1.8"/>',
            "#8d97a1",
        ),
        Icon(
            "not_started",
            '<circle cx="8" cy="8" r="6.7" fill="none" stroke="#5b6570" stroke-width="1.6"/>',
            "#c3c9cf",
        ),
        Icon(
            "closed",
            '<circle cx="8" cy="8" r="7.5" fill="#5b6570"/>'
            '<path d="M4.2 8h7.6" stroke="#fff" stroke-width="1.8"/>',
            "#5b6570",
        ),
        Icon(
            "cancelled",
            '<rect x=".5" y=".5" width="15" height="15" rx="7.5" fill="#1e2328"/>'
            '<path d="M5 5h6v6H5z" fill="#fff"/>',
            "#1e2328",
        ),
        Icon(
            "unknown",
            '<circle cx="8" cy="8" r="6.7" fill="none" stroke="#8d97a1" stroke-width="1.4" '
            'stroke-dasharray="2.4 2"/>',
            "#e6e9ec",
        ),
    )
}


def sprite() -> SafeString:
    """All drawings as SVG symbols, hidden, to be used by `<use href="#i-…">`."""
    symbols = "".join(
        f'<symbol id="i-{icon.id}" viewBox="0 0 16 16">{icon.drawing}</symbol>'
        for icon in ICONS.values()
    )
    # only constants of this module
    return SafeString(
        f'<svg width="0" height="0" class="sprite" aria-hidden="true">{symbols}</svg>'
    )
