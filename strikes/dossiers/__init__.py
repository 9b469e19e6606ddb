"""One incident with everything in it as a plain value, and as a file. README.md beside this file explains the format."""
