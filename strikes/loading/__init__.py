"""Dossiers from files into the archive: read, check, compare, write; all or nothing."""
