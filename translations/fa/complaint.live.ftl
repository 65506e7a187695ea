# What changes on a page while it is open.
live-new = تازه: { $n }
live-also-here = { $name } هم اکنون این را می‌خواند
