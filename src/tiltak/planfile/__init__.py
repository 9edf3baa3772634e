"""The plan tree as plain values: what readers write, writers read and the database projects.

No Django here. `model` holds the values, `codec` the JSON (`plan/1`) and its hash,
`walk` the ways through a tree, `sums` the one calculation of money, `matching` and
`difference` what happened between two plans.
"""
