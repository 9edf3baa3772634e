"""Addresses under /konto/: only the pages of the login library that we use."""

from allauth.account import views as account
from allauth.mfa import urls as mfa_urls
from django.urls import include, path

from tiltak.web.account.first_login import first_login

urlpatterns = [
    path("forste/<str:token>/", first_login, name="first_login"),
    path("inn/", account.login, name="account_login"),
    path("ut/", account.logout, name="account_logout"),
    path("stengd/", account.account_inactive, name="account_inactive"),
    path("stadfest/", account.reauthenticate, name="account_reauthenticate"),
    path("passord/", account.password_change, name="account_change_password"),
    path("to-steg/", include(mfa_urls)),
]
