"""What can be wrong with a model, in words for the user."""


class ModelError(Exception):
    """A model cannot be used; the message says why and what to do."""
