"""The secretary's desk: upload, look over, publish, correct, give status, settings.

Everything here asks for a login; each view calls one operation and sends the reader on.
"""
