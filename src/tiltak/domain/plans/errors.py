"""Why an operation on a plan was refused."""


class PlanError(Exception):
    """Base of all refusals. Nothing was changed."""


class NotAllowed(PlanError):
    """The viewer may not do this."""


class VersionIsFrozen(PlanError):
    """An adopted version never changes: a later change is a new version."""


class NothingChanged(PlanError):
    """The same file was already taken over."""


class DoubtfulMatches(PlanError):
    """Some elements may or may not be those of before: a person must say."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


class NoLongerThere(PlanError):
    """What was to be changed is gone: a newer import or an undoing took it away."""


class UnstorableText(PlanError):
    """The plan holds what no database keeps: a NUL character, a number beyond all measure."""


class CannotUndo(PlanError):
    """Something that was done later rests on this."""


class CorrectedSince(CannotUndo):
    """Texts were corrected since: undoing would lose the corrections. Ask first."""


class CannotAdopt(PlanError):
    """The version cannot be adopted as it is."""


class ChangedMeanwhile(PlanError):
    """Somebody else changed the same place. `theirs` is what stands there now."""

    def __init__(self, theirs: object) -> None:
        super().__init__(str(theirs))
        self.theirs = theirs


class ImpossibleValue(PlanError):
    """The value does not fit the field."""


class UnacceptableFiles(PlanError):
    """No file at all, or more than one plan can be in."""
