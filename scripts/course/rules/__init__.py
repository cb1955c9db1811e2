"""What a course must satisfy, each rule with its message."""
