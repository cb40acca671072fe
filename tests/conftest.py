"""Its folder goes on the path, so that the tests of every room can import ``pdf_builder``."""
