"""The columns of a table: what each holds, by its head or by what stands in it."""
