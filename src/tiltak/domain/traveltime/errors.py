"""Why something of travel time cannot be done."""


class TravelProblem(Exception):
    """Base of what is refused here."""


class NotAllowed(TravelProblem):
    """The viewer may not change this council."""


class NoLongerThere(TravelProblem):
    """It was taken away, or is finished, meanwhile."""


class ImpossibleGoal(TravelProblem):
    """A goal needs a limit, a wait and at least one centre that can be."""


class IncompleteDataSet(TravelProblem):
    """A data set needs roads, people and municipalities. `missing`: the roles that are not there."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class NameTaken(TravelProblem):
    """Another scenario of the goal has this name."""


class ImpossibleScenario(TravelProblem):
    """A scenario needs a name, changes and a measure of the council."""
