"""When two titles are the same: "Veg og trafikk:" and "VEG OG TRAFIKK"."""


def alike(one: str, other: str) -> bool:
    """The same title but for case, white space and a final sign."""
    return plain_title(one) == plain_title(other)


def plain_title(title: str) -> str:
    """A title without what may differ from one mention to the next."""
    return " ".join(title.casefold().split()).strip(" .:")
