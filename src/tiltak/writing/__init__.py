"""Documents out: a plan as the papers and files a council sends, prints and publishes.

`document` holds the frozen value a format gets, `table` the council's table, `words` the
fixed texts, numbers and dates of a language, `formats` the files. Only `assemble` knows Django.
"""
