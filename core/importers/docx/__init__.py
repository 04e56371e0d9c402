"""Word files (.docx): the XML of Office Open XML, with lxml."""
