"""`python -m ecolearn`."""

import sys

from ecolearn.cli import main

sys.exit(main())
