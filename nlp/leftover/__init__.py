"""What becomes of words that no rule knows: context, a question, or a second reading."""
