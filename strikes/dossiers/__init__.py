"""One incident with everything in it as a plain value, and as a file. README.md beside this explains the format."""
