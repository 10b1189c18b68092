"""From *Sit with me* to the device of whoever was asked: each step, with the real clock and worker."""
