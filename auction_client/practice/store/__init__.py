"""The exchange's durable store: schema, engines with the right pragmas, and the one writer thread."""
