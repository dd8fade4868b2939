"""What is written is proven: that it is valid, and that the text comes back from it.

Where either fails the markup at fault goes, not the document, and that is told; the whole text as plain paragraphs is
the last resort.  Nothing here makes markup.
"""
