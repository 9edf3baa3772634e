"""What is done in the background, by processes beside the web server.

`queue` holds what is to be done, `worker` does it. What there is to do is said by a `Job` of each
kind: reading (`uploads`), trying the files of travel time (`travel.data`) and computing it
(`travel.runs`). The truth is in the database: what waits is done even if the queue has lost it
(`recovery`), and what is being done is held by a claim that ends with the process that does it
(`claims`).
"""
