"""Pieces that their neighbours settle: corrections, bounds, second thoughts, what is only perhaps wanted."""
