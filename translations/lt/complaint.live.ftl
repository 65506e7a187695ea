# What changes on a page while it is open.
live-new = Nauji: { $n }
live-also-here = Tai dabar skaito ir { $name }
