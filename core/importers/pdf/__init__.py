"""PDF files with text, by PDFium: tables by their ruling lines, everything else line by line."""
