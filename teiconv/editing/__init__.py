"""The editor's hand: what an editor decided or changed, and how it is never lost."""
