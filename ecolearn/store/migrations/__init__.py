"""Steps from one schema to the next. Only loaded when a database is behind."""
