"""The name of each output: the same in every run, and never that of another file."""

import hashlib
from collections.abc import Iterable, Mapping

from medcom_extract.batch.discovery import Found
from medcom_extract.batch.outcomes import Outcome

__all__ = ["name_outputs"]


def name_outputs(found: Iterable[Found], before: Mapping[str, Outcome]) -> dict[str, str]:
    """Path to output under the output folder: ``2024/juni.pdf`` gives ``2024/juni.pdf.json``.

    A file keeps the name it has in the ledger.  Where two files would get one name (two folders
    named, each with a ``juni.pdf``), the later one has a piece of its path's digest in it.
    """
    files = list(found)
    names = {each.path: _known(before.get(each.path)) for each in files}
    # Capitals count for nothing: on many disks they do not tell two files apart.
    taken = {outcome.output.casefold() for outcome in before.values() if outcome.output}
    for each in files:
        if names[each.path] is None:
            name = f"{each.relative}.json"
            if name.casefold() in taken:
                digest = hashlib.sha256(each.path.encode(errors="surrogateescape")).hexdigest()
                name = f"{each.relative}.{digest[:12]}.json"
            names[each.path] = name
            taken.add(name.casefold())
    return {path: name for path, name in names.items() if name is not None}


def _known(outcome: Outcome | None) -> str | None:
    return None if outcome is None else outcome.output
