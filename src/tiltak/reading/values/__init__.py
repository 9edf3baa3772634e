"""Single values as plans write them: amounts, times, dates, parties, numbers of headings."""
