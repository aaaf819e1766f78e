"""How what was found in a text belongs together: lots, their terms, groups of them."""
