"""What WeasyPrint 70 lacks, a file for each place where it does; each goes when upstream has it."""
