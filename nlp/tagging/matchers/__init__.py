"""What begins at a place of the text: each matcher gives the longest piece of its kind, or none."""
