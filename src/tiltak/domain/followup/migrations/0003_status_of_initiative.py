from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("followup", "0002_append_only")]
    operations = [
        migrations.AddIndex(
            model_name="statusupdate",
            index=models.Index(fields=["council", "initiative"], name="status_of_initiative"),
        ),
    ]
