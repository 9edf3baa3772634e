from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q


class User(AbstractUser):
    """Our own user model from the start: changing it later would mean moving every reference."""


class LoginLink(models.Model):
    """A link that lets somebody choose name, e-mail and password, once and before `expires_at`.

    Only the SHA-256 of its token is kept. `user` is None for the first administrator, who does
    not exist yet.
    """

    token_sha256 = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="login_link_expires_later", condition=Q(expires_at__gt=F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user or 'first'} {self.created_at:%Y-%m-%d %H:%M}"
