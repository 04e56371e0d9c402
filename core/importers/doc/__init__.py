"""Binary Word files (.doc, .wps): the format of Word 97 to 2003."""
