"""The loader: the whole version as values, in a fixed number of statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from factories.councils import NOW, editor_of, import_plan, make_council
from factories.large_plans import large_plan
from factories.planfiles import plan_by_year, sample_plan
from msgspec.structs import replace

from tiltak.domain.plans.models import Party, PlanVersion
from tiltak.domain.plans.projection import planfile_of
from tiltak.domain.plans.queries import money
from tiltak.domain.plans.queries.tree import load_around, load_tree, plan_tree
from tiltak.domain.plans.queries.values import Counts, PlanTree
from tiltak.domain.plans.queries.versions import NotFound, version_by_ref
from tiltak.domain.viewer import Viewer, anonymous
from tiltak.planfile import sums
