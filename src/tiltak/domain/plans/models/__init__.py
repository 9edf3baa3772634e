from tiltak.domain.plans.models.element import Element, Passage, Serving, UnplacedText
from tiltak.domain.plans.models.initiative import Initiative, Succession
from tiltak.domain.plans.models.intake import Import
from tiltak.domain.plans.models.plan import Plan, PlanVersion, VersionSource
from tiltak.domain.plans.models.table import BudgetLine, PartyRole, PlanTable, RowLink, TableRow

__all__ = [
    "BudgetLine",
    "Element",
    "Import",
    "Initiative",
    "PartyRole",
    "Passage",
    "Plan",
    "PlanTable",
    "PlanVersion",
    "RowLink",
    "Serving",
    "Succession",
    "TableRow",
    "UnplacedText",
    "VersionSource",
]
