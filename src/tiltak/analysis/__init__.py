"""Analyses: pure functions on arrays. No Django, no database, no clock.

`traveltime` says how long people drive to a centre, today and with a measure carried out;
`traveltime_steps` what it tells while it works.
"""
