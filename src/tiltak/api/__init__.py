"""The JSON API: read only, all public content, OpenAPI 3.1."""

from ninja import NinjaAPI

api = NinjaAPI(title="Tiltak", version="1", urls_namespace="api")
