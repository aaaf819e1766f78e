"""The reader's vocabulary: frozen tables, no rules."""
