"""Django settings. Every `TILTAK_*` variable is documented in docs/reference/settings.md."""

from pathlib import Path

from csp.constants import NONE, SELF

from tiltak.config import environment

PACKAGE = Path(__file__).resolve().parents[1]
env = environment.Environment()

DATA_DIR = env.folder("TILTAK_DATA", Path("data"))
DEBUG = env.flag("TILTAK_DEBUG", default=False)
SECRET_KEY = environment.secret_key(env.text("TILTAK_SECRET_KEY"), DATA_DIR)

# --- addresses and TLS ------------------------------------------------------------------------
ALLOWED_HOSTS = env.hosts("TILTAK_HOSTS", "localhost,127.0.0.1,[::1]")
BEHIND_TLS = env.flag("TILTAK_TLS", default=False)
CSRF_FAILURE_VIEW = "tiltak.web.errors.views.forbidden"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if BEHIND_TLS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # the icons of the design system are pictures inside its style sheet
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# A background for maps, drawn by somebody else's server: only then may a page load its pictures
MAP_BACKGROUND = env.tiles("TILTAK_MAP_TILES")
MAP_CREDIT = env.text("TILTAK_MAP_CREDIT")
if MAP_BACKGROUND:
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"].append(environment.origin(MAP_BACKGROUND))

# --- size limits ------------------------------------------------------------------------------
MAX_UPLOAD_BYTES = env.number("TILTAK_MAX_UPLOAD_MB", 50, least=1) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- apps -------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "tiltak.domain.people",
    "tiltak.domain.audit",
    "tiltak.domain.organisations",
    "tiltak.domain.sources",
    "tiltak.domain.plans",
    "tiltak.domain.followup",
    "tiltak.domain.traveltime",
    "tiltak.domain.search",
    "tiltak.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    "rules.apps.AutodiscoverRulesConfig",
    "ninja",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # outside of all that shapes an answer: what is kept is kept as it is sent
    "tiltak.web.pagecache.PageCacheMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tiltak.tenancy.TenancyMiddleware",
]
ROOT_URLCONF = "tiltak.config.urls"
WSGI_APPLICATION = "tiltak.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((PACKAGE / "web").glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tiltak.tenancy.council",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- database, cache, files -------------------------------------------------------------------
DATABASES = {"default": environment.database(env.text("DATABASE_URL"), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# the database cache, so that login attempts are counted across workers
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    }
}
# what is to be done in the background; nothing in it that is not in the database too
QUEUE_FILE = DATA_DIR / "queue.sqlite3"
# True: done at once, by whoever asks for it
JOBS_AT_ONCE = False
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# only the names with a hash are ever asked for; source maps are for people who debug a library
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("png", "woff2", "map", "gz", "br")

# --- language and time ------------------------------------------------------------------------
# Nynorsk is the language the texts are written in: their msgid (docs/decisions/)
LANGUAGE_CODE = "nn"
LANGUAGES = [("nn", "Nynorsk"), ("nb", "Bokmål"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- login ------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_USER_MODEL = "people.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front"
ACCOUNT_LOGOUT_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "tiltak.web.account.adapter.ClosedAdapter"
# attempts are counted per address: behind a proxy the one the proxy saw, not the proxy's own
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_TLS else 0
MFA_ADAPTER = "tiltak.web.account.adapter.CodeAdapter"
ACCOUNT_FORMS = {
    "login": "tiltak.web.account.forms.LoginForm",
    "change_password": "tiltak.web.account.forms.ChangePasswordForm",
    "reauthenticate": "tiltak.web.account.forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "tiltak.web.account.forms.CodeForm",
    "reauthenticate": "tiltak.web.account.forms.CodeAgainForm",
    "activate_totp": "tiltak.web.account.forms.ActivateForm",
}
# nobody signs up here, so there is no stranger's address to be careful of
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Tiltak"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,20/5m/ip", "login": "30/m/ip"}
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "tiltak.web.account.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# --- log --------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

# The council shown when no host name decides (empty: the only one there is)
DEFAULT_COUNCIL = env.slug("TILTAK_COUNCIL")
CONTACT = env.text("TILTAK_CONTACT")

env.refuse_unknown()
