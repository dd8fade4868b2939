"""An audit: what in an encoding that others made the evidence speaks against, told and not changed.

``links`` looks at the persons: links to another person than the words mean, pointers to nobody, names left untagged.
"""
