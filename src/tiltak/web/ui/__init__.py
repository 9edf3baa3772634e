"""The base template, what all pages share, and the template tags (`{% load tiltak %}`)."""
