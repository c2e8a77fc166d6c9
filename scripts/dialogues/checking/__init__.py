"""Every rule that the data must keep, a module for each thing that is checked."""
