"""A frozen version and its rows never change, also for raw SQL."""

from django.db import migrations

# every table whose rows are part of a version's text
PARTS = [
    "plans_element",
    "plans_serving",
    "plans_passage",
    "plans_unplacedtext",
    "plans_plantable",
    "plans_tablerow",
    "plans_rowlink",
    "plans_budgetline",
    "plans_partyrole",
    "plans_versionsource",
]
# columns of the version itself that are text; visibility and publication are not
TEXT = [
    "plan_id",
    "number",
    "state",
    "title",
    "facts",
    "labels",
    "ambiguities",
    "warnings",
    "decided_date",
    "decided_body",
    "decided_case",
    "frozen_at",
    "content",
    "content_hash",
]
MESSAGE = "a frozen version never changes"


def sqlite():
    changed = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in TEXT)
    yield f"""CREATE TRIGGER plans_version_frozen_update BEFORE UPDATE ON plans_planversion
    WHEN OLD.frozen_at IS NOT NULL AND ({changed})
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""
    yield f"""CREATE TRIGGER plans_version_frozen_delete BEFORE DELETE ON plans_planversion
    WHEN OLD.frozen_at IS NOT NULL BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""
    for table in PARTS:
        for what, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])):
            frozen = " OR ".join(
                f"(SELECT frozen_at FROM plans_planversion WHERE id = {row}.version_id) IS NOT NULL"
                for row in rows
            )
            yield f"""CREATE TRIGGER {table}_frozen_{what.lower()} BEFORE {what} ON {table}
            WHEN {frozen} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""


def postgresql():
    changed = " OR ".join(f"NEW.{c} IS DISTINCT FROM OLD.{c}" for c in TEXT)
    yield f"""CREATE FUNCTION plans_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.frozen_at IS NOT NULL THEN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
        ELSIF {changed} THEN
          RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
      IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
      RETURN NEW;
    END $$;"""
    yield """CREATE TRIGGER plans_version_frozen BEFORE UPDATE OR DELETE ON plans_planversion
    FOR EACH ROW EXECUTE FUNCTION plans_version_frozen();"""
    yield f"""CREATE FUNCTION plans_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM plans_planversion
          WHERE id = OLD.version_id AND frozen_at IS NOT NULL) THEN
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM plans_planversion
          WHERE id = NEW.version_id AND frozen_at IS NOT NULL) THEN
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
      RETURN NEW;
    END $$;"""
    for table in PARTS:
        yield f"""CREATE TRIGGER {table}_frozen BEFORE INSERT OR UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION plans_part_frozen();"""


def initiatives():
    """The code of an initiative is part of every frozen text it stands in."""
    message = "the code of an initiative never changes"
    yield f"""CREATE TRIGGER plans_initiative_code BEFORE UPDATE ON plans_initiative
    WHEN NEW.code <> OLD.code OR NEW.council_id <> OLD.council_id
    BEGIN SELECT RAISE(ABORT, '{message}'); END;""", f"""
    CREATE FUNCTION plans_initiative_code() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'restrict_violation'; END $$;
    CREATE TRIGGER plans_initiative_code BEFORE UPDATE ON plans_initiative FOR EACH ROW
    WHEN (NEW.code <> OLD.code OR NEW.council_id <> OLD.council_id)
    EXECUTE FUNCTION plans_initiative_code();"""


def create_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in sqlite() if vendor == "sqlite" else postgresql():
        schema_editor.execute(statement)
    for on_sqlite, on_postgresql in initiatives():
        schema_editor.execute(on_sqlite if vendor == "sqlite" else on_postgresql)


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [migrations.RunPython(create_triggers, migrations.RunPython.noop)]
