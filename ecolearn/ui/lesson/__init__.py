"""The lesson view: blocks on the screen and on paper.

Import the modules (`prose`, `math`, `view`, `printing`); the package imports nothing itself.
"""
