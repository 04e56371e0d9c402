"""What belongs into each place of the form, as data: one module for each part of the report."""
