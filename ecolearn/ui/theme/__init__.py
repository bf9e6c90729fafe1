"""The look: colours by role, fonts, icons, the style sheet.

Import the modules (`tokens`, `style`, `fonts`, `icons`, `cover`); this package itself imports
nothing, so that naming it costs nothing at start.
"""
