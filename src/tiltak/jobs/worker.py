"""The worker: does what is in the queue until it is told to stop."""

import logging
from typing import Any

from django.db import connection
from huey import crontab

from tiltak.jobs import claims
from tiltak.jobs.queue import queue, ready
from tiltak.jobs.recovery import recover
from tiltak.jobs.travel.ready import begin_to_make

# as many as may be read at once in one process
THREADS = 2
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_TO_STOP = 1


@queue.periodic_task(crontab(minute="*"))
def look_for_lost() -> None:
    """Every minute: what another worker left when it died."""
    try:
        recover()
    finally:
        connection.close()


def work() -> None:
    """Serve the queue. Comes back when the process is told to stop; what was being read then is
    read anew by the next worker."""
    logging.getLogger("huey").setLevel(logging.WARNING)
    ready()
    with claims.claimed(claims.WORKER, claims.How.TOGETHER_IN_TIME):
        recover()
        connection.close()
        begin_to_make()
        consumer: Any = queue.create_consumer(
            workers=THREADS,
            initial_delay=0.1,
            max_delay=SECONDS_BETWEEN_LOOKS,
            shutdown_timeout=SECONDS_TO_STOP,
        )
        consumer.run()


def is_working() -> bool:
    """Whether there is a worker for this installation."""
    return claims.is_claimed(claims.WORKER)
