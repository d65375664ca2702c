"""Taking a review out: the Word report and the archive. Reads everything and changes nothing, but for `archive_in`."""
