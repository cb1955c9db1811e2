"""What is done to a built site, whichever tool built it: rules, repairs, and the policy."""
