"""Facts of learners, kept for good: one append-only event log in SQLite, and the views made of it.

Nothing is imported here: `quick` must stay usable before SQLAlchemy is loaded.
"""
