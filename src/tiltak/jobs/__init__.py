"""What is done in the background, by processes beside the web server.

`queue` holds what is to be done, `worker` does it, `uploads` is what there is to do: reading. The
truth is in the database: an upload that waits is read even if the queue has lost it (`recovery`),
and one that is being read is held by a claim that ends with the process that reads (`claims`).
"""
