"""Files, data sets and finished runs stay as they are: what was shown can be made again."""

from django.db import migrations

MESSAGE = "what a travel time was computed from never changes"
# table → the condition on OLD under which no update is allowed
KEPT = {
    "traveltime_datafile": "",
    "traveltime_datacontent": "",
    "traveltime_dataset": "",
    "traveltime_datasetfile": "",
    "traveltime_travelrun": "OLD.state IN ('done', 'refused')",
    "traveltime_travelrunfile": "",
}
# what a run was asked for, also while it waits
ASKED = ["goal_id", "scenario_id", "data_set_id", "base_sha256", "definition_sha256", "asked_at"]


def sqlite():
    for table, condition in KEPT.items():
        when = f"WHEN {condition}" if condition else ""
        yield f"""CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table}
        {when} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""
    changed = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in ASKED)
    yield f"""CREATE TRIGGER traveltime_run_asked BEFORE UPDATE ON traveltime_travelrun
    WHEN {changed} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""


def postgresql():
    yield f"""CREATE FUNCTION traveltime_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$;"""
    for table, condition in KEPT.items():
        when = f"WHEN ({condition})" if condition else ""
        yield f"""CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table}
        FOR EACH ROW {when} EXECUTE FUNCTION traveltime_kept();"""
    changed = " OR ".join(f"NEW.{c} IS DISTINCT FROM OLD.{c}" for c in ASKED)
    yield f"""CREATE TRIGGER traveltime_run_asked BEFORE UPDATE ON traveltime_travelrun
    FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION traveltime_kept();"""


def create_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in sqlite() if vendor == "sqlite" else postgresql():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("traveltime", "0001_initial")]
    operations = [migrations.RunPython(create_triggers, migrations.RunPython.noop)]
