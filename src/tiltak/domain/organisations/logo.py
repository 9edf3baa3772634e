"""What may be a council's logo."""

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
LARGEST_LOGO = 512 * 1024


class UnfitLogo(Exception):
    """The file is too large or no picture of a kind all browsers show safely."""


def logo_type(data: bytes) -> str:
    """The media type by what the file holds, whatever its name. Raises UnfitLogo.

    SVG is left out: it can carry script.
    """
    if not data or len(data) > LARGEST_LOGO:
        raise UnfitLogo
    if data.startswith(PNG):
        return "image/png"
    if data.startswith(JPEG):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    raise UnfitLogo
