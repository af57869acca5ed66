"""Outside tools: each language tool is imported in one file here, spaCy in two; and arrays over numpy and Arrow."""
