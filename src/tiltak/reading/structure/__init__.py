"""Blocks → structure: headings, level words, lists and tables become areas, goals and measures.

`build` does all steps in order. The rooms, from those that know most to those that know least;
an import goes one way down (the import linter checks it):

- `steps`: tables read, rows given to measures, doubts and words collected
- `tree`: the outline walked in order; goals, strategies, measures and their parts
- `areas`: which headings are areas and themes in the end, and where each row belongs
- `links`: which row of a table is which measure of the text
- `document`: title, years, decision, language, and what the document knows as a whole
- `outline`: what each block is: heading (and how deep), level word, fact, item, prose
- `level_tables`: tables of goals, of areas side by side, or of every level
- `rows`: tables of measures row by row: openings, groups, merged cells, values
- `cards`: facts about one measure as names and values
- `columns`: what each column of a table holds
- `measures`: who, when and what it costs, from a measure's text or a value apart
- `passages`: files joined, text accounted for, text doubted
- `drafts`, `titles`, `reasons`: the plan in the making, titles compared, why a text stands where
"""
