from typing import Any

from django.db import migrations, models


def count_made(apps: Any, schema_editor: Any) -> None:
    """Of the reviews that are under way: their last step is the last that was made."""
    steps = apps.get_model("plans", "ReviewStep").objects
    made = steps.filter(received=models.OuterRef("pk")).order_by("-position").values("position")[:1]
    waiting = apps.get_model("plans", "Import").objects.filter(steps__isnull=False)
    waiting.update(steps_made=models.Subquery(made))


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0003_review'),
    ]

    operations = [
        migrations.AddField(
            model_name='import',
            name='steps_made',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(count_made, migrations.RunPython.noop),
    ]
