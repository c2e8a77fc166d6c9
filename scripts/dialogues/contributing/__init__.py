"""What helps somebody who changes the data: new entries, reviews, explanations."""
