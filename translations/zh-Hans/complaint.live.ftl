# What changes on a page while it is open.
live-new = 新投诉：{ $n } 件
live-also-here = { $name } 也正在查看此投诉
