"""Imported by the fork server, once: every worker that is forked from it starts warm.

Where there is no fork server (Windows) each worker warms up for itself.
"""

from medcom_extract.batch.warm import warm_up

__all__: list[str] = []

warm_up()
