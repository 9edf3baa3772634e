"""What was said stays as it was said: only `superseded_at` and visibility may change."""

from django.db import migrations

SAID = [
    "council_id",
    "initiative_id",
    "lifecycle",
    "light",
    "sentence",
    "said_by",
    "user_id",
    "said_at",
    "is_example",
]
MESSAGE = "a status update never changes"


def sqlite():
    changed = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in SAID)
    yield f"""CREATE TRIGGER followup_status_said BEFORE UPDATE ON followup_statusupdate
    WHEN {changed} OR (OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS NOT OLD.superseded_at)
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END;"""


def postgresql():
    changed = " OR ".join(f"NEW.{c} IS DISTINCT FROM OLD.{c}" for c in SAID)
    yield f"""CREATE FUNCTION followup_status_said() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {changed} OR (OLD.superseded_at IS NOT NULL
          AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN
        RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;"""
    yield """CREATE TRIGGER followup_status_said BEFORE UPDATE ON followup_statusupdate
    FOR EACH ROW EXECUTE FUNCTION followup_status_said();"""


def create_triggers(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in sqlite() if vendor == "sqlite" else postgresql():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("followup", "0001_initial")]
    operations = [migrations.RunPython(create_triggers, migrations.RunPython.noop)]
