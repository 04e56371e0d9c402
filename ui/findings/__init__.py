"""The side panel: what the checks found, last year's figures and words, and filling notes."""
