"""References to a version in an address."""


class VersionRef:
    """`handlingsplan-2018` for the version in force, `handlingsplan-2018@3` for a numbered one."""

    regex = r"[-a-zA-Z0-9_]+(?:@[0-9]+)?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
