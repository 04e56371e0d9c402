"""Rich text (.rtf), as Word, WPS and LibreOffice write it."""
