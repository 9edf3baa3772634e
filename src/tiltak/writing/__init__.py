"""Documents out: a plan as the papers and files a council sends, prints and publishes.

`document` holds the frozen value a format gets, `table` the council's table, `outline` the text,
`standing` what is said about it, `formats` the files. Only `assemble` knows Django.
"""
