"""Sets documents as tagged PDFs."""
