"""Makes the sample reports: words and truth in, Word and PDF files out."""
