"""From page records to the neutral document: lines, grids, tables, paragraphs."""
