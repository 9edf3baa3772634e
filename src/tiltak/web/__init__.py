"""The pages. `ui` holds the base template and components; then one folder per task of a reader."""
