"""From a file to page records (PDF) or to the neutral document (Word)."""
