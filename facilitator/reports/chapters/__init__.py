"""The chapters of the report, one file each: `write(report, record)` puts its chapter at the end of the manuscript."""
