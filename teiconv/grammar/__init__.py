"""What belongs to no series: dates and times, quantities, labels of lists.

Functions here take a stretch of text and return a value or ``None``.  Nothing here knows a document,
a block or a series.
"""
