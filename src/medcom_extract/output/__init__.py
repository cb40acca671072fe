"""From models to text: JSON, Markdown."""
