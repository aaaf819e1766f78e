"""What can be wrong with a model, in words for the user."""


class ModelError(Exception):
    """A model cannot be used; the message says why and what to do."""


class NotHeard(Exception):
    """The model gave no answer; the message says why. `refused`: it lives and said no."""

    def __init__(self, reason: str, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.refused = refused
