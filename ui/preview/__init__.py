"""The preview: the pages of the PDF itself, drawn as they will be printed, and the way from a page to its source."""
