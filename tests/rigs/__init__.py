"""Rigs that try to break the promise "an answer marked saved is never lost"."""
