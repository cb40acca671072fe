"""``python -m tests.matrix``: see ``runner``."""

from .runner import main

if __name__ == "__main__":
    raise SystemExit(main())
