"""Groups of commands that ``cli`` adds to its own; words to calls, and nothing else."""
