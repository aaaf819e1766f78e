"""The alphabet of answers, and the version of the text form that they belong to."""

VERSION = 3
"""Changes whenever prompts or answers change their meaning: an adapter is trained for one version."""

ONE, ALL, ANY, THEN, PART, CLOSE, DROP, END = " one", " all", " any", " then", " |", " )", " drop", "\n"
OPERATORS = (ONE, ALL, ANY, THEN)
LETTERS = tuple(f" {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
ASIDE, FALLBACK, TOGETHER, INSTEAD, WISH = " aside", " or", " and", " instead", " wish"
ROLES = (ASIDE, FALLBACK, TOGETHER, INSTEAD, WISH)
"""What unknown words may be: context, joining words, a correction, or something that a person must be asked about."""

ALPHABET = (*OPERATORS, PART, CLOSE, DROP, END, *LETTERS, *ROLES)
"""Every symbol an answer may hold."""
