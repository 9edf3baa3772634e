from tiltak.domain.plans.models.element import Element, Passage, Serving, UnplacedText
from tiltak.domain.plans.models.initiative import Initiative, Succession
from tiltak.domain.plans.models.intake import Import, ReviewStep
from tiltak.domain.plans.models.plan import Plan, PlanVersion, VersionSource
from tiltak.domain.plans.models.table import BudgetLine, PartyRole, PlanTable, RowLink, TableRow
from tiltak.domain.plans.models.upload import Upload, UploadedFile
from tiltak.domain.plans.models.word import CouncilWord

__all__ = [
    "BudgetLine",
    "CouncilWord",
    "Element",
    "Import",
    "Initiative",
    "PartyRole",
    "Passage",
    "Plan",
    "PlanTable",
    "PlanVersion",
    "ReviewStep",
    "RowLink",
    "Serving",
    "Succession",
    "TableRow",
    "UnplacedText",
    "Upload",
    "UploadedFile",
    "VersionSource",
]
