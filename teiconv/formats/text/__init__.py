"""Bytes ⇄ text: encoding, byte-order mark, line ends, and the white space around the text."""

from teiconv.formats.text.codec import decode, encode, restore

__all__ = ["decode", "encode", "restore"]
