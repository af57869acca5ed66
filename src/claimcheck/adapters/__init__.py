"""One outside language tool per file; no other file imports it."""
