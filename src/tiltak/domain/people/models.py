from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Our own user model from the start: changing it later would mean moving every reference."""
