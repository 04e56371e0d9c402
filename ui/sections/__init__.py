"""The pages of the guide: the cover, the written sections, the sections with a table."""
