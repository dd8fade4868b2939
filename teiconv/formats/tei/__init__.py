"""TEI files: the header and the tree written, parsed, read again and compared; also the files of others."""
