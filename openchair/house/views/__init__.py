"""The house's pages: the steps of its set-up, who does what, and the desk of those who do something."""
