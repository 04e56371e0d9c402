"""The editor of the tables: one spreadsheet-like view that serves every table from its description in core.form."""
