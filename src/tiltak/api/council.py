"""The council, its members and the parties its plans name."""

from ninja import Router

from tiltak.api import schemas
from tiltak.domain.organisations.models import RegionalCouncil
from tiltak.tenancy import CouncilRequest

router = Router(tags=["regionråd"])


@router.get("/council", response=schemas.Council, summary="Regionrådet")
def get_council(request: CouncilRequest) -> RegionalCouncil:
    return request.council
