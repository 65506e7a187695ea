# What changes on a page while it is open.
live-new = 새 불만: { $n }건
live-also-here = { $name } 님도 보고 있습니다
