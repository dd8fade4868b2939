"""*Foreign Relations of the United States*: its pages, notices, titles, source notes, references and volumes."""
