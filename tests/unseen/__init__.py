"""Reports by other authors than the reader's, with what a careful person reads in them."""
