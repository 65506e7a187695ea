# What is being written and has not been sent.
composing-saved = Saved { $at }
composing-local = Kept on this device
