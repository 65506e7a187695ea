# What is being written and has not been sent.
composing-saved = Išsaugota { $at }
composing-local = Išsaugota šiame įrenginyje
