"""The alphabet of answers."""

ONE, ALL, ANY, THEN, PART, CLOSE, DROP, END = " one", " all", " any", " then", " |", " )", " drop", "\n"
OPERATORS = (ONE, ALL, ANY, THEN)
LETTERS = tuple(f" {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
ALPHABET = (*OPERATORS, PART, CLOSE, DROP, END, *LETTERS)
"""Every symbol an answer may hold. Scores are normalised over these, in training and in search alike."""
