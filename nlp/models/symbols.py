"""The alphabet of answers, and the version of the text form that they belong to."""

VERSION = 1
"""Changes whenever prompts or answers change their meaning: an adapter is trained for one version."""

ONE, ALL, ANY, THEN, PART, CLOSE, DROP, END = " one", " all", " any", " then", " |", " )", " drop", "\n"
OPERATORS = (ONE, ALL, ANY, THEN)
LETTERS = tuple(f" {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
ALPHABET = (*OPERATORS, PART, CLOSE, DROP, END, *LETTERS)
"""Every symbol an answer may hold."""
