"""Printing: composed pages as outlines on a printer's paper, to the millimetre as in the PDF."""
