"""The files a plan is written as. No Django here."""
