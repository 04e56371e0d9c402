"""Reading files of others in processes of their own: what goes wrong there, however badly, is a sentence here."""
