"""The one exception whose text a clerk may see.

Everything else that is raised is a fault of ours: it goes to the log, and the clerk gets a general
sentence with the place of the log file instead of a traceback.
"""


class UserError(Exception):
    """Something that the clerk can understand and act on.

    `message` says in one Chinese sentence what happened and why; `hint` says what to do next.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}{self.hint}"
