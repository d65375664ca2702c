"""The archive: a whole review as one file, written, and read into another data folder."""
