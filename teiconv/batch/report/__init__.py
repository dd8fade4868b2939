"""The report on a batch: what its manifest tells, gathered, as a page for editors or as JSON for programs."""
