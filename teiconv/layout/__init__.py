"""White space has its one owner here: lines, the canonical form, the renderer, and what deviates.

Nothing here knows what a block means; it knows where a block begins, and what stands between two.
"""
