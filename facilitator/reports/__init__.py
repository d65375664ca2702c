"""Taking a review out: the Word report and the archive. Only `archive/reading.py` changes anything."""
