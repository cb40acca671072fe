"""``python -m medcom_extract`` is the command ``medcom-extract``."""

import sys

from medcom_extract.cli import main

if __name__ == "__main__":
    sys.exit(main())
