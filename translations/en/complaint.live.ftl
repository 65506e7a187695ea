# What changes on a page while it is open.
live-new = { $n } new
live-also-here = { $name } is reading this too
