"""Writing people: the administrator, and the link that lets them in the first time."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.db import transaction

from tiltak.domain.people.models import LoginLink, User

LIFETIME = timedelta(hours=24)
SALT = "tiltak.login-link"


class InvalidLoginLink(Exception):
    """The link was never made here, is used, replaced or too old."""


class NameTaken(Exception):
    """Somebody else has this user name."""


def create_login_link(*, user: User | None, now: datetime) -> str:
    """A new token for a user, or for the first administrator; earlier unused links die.

    The token is signed with the secret key of the installation, and only its hash is kept: a copy
    of the database lets nobody in.
    """
    token = Signer(sep=".", salt=SALT).sign(secrets.token_urlsafe(24))
    with transaction.atomic():
        LoginLink.objects.filter(user=user, used_at__isnull=True).delete()
        LoginLink.objects.create(
            token_sha256=_hash(token), user=user, created_at=now, expires_at=now + LIFETIME
        )
    return token


def find_login_link(*, token: str, now: datetime) -> LoginLink:
    """The link of a token, still unused. Raises InvalidLoginLink."""
    try:
        Signer(sep=".", salt=SALT).unsign(token)
    except BadSignature:
        raise InvalidLoginLink from None
    link = LoginLink.objects.filter(
        token_sha256=_hash(token), used_at__isnull=True, expires_at__gt=now
    ).first()
    if link is None:
        raise InvalidLoginLink
    return link


def use_login_link(*, token: str, name: str, email: str, password: str, now: datetime) -> User:
    """Let the bearer in as administrator with the name, e-mail and password they chose.

    The user name is the e-mail. Raises InvalidLoginLink, NameTaken.
    """
    with transaction.atomic():
        link = find_login_link(token=token, now=now)
        # two windows with the same link: only one of them gets this row
        if not LoginLink.objects.filter(pk=link.pk, used_at__isnull=True).update(used_at=now):
            raise InvalidLoginLink
        user = link.user or User()
        if User.objects.filter(username__iexact=email).exclude(pk=user.pk).exists():
            raise NameTaken
        user.username = user.email = email
        user.first_name = name
        user.is_staff = user.is_active = True
        user.set_password(password)
        user.save()
    return user


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
