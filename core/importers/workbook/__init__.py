"""Spreadsheets: .xlsx, .xls, .et and .csv."""
