"""`python -m ecolearn`."""

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a worker of a frozen program starts here again
        from multiprocessing import freeze_support

        freeze_support()
        if sys.argv[1:2] == ["_raster"]:  # the process that draws pictures
            from ecolearn.ui.lesson import raster

            sys.exit(raster.run())
    from ecolearn.cli import main

    sys.exit(main())
