"""The source beside the report: the file that was read, as text and tables or as pictures of its pages."""
