"""From the neutral document to a report."""
