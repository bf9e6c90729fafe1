"""`python -m ecolearn`."""

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a worker of a frozen program starts here again
        from multiprocessing import freeze_support

        freeze_support()
    from ecolearn.cli import main

    sys.exit(main())
