# 8.4 Monitoring: the eight figures of annex H.
monitoring = Monitoring
monitoring-lead = The eight figures of annex H, asked in two ways: of the complaints received in the period, and of those closed in it.
monitoring-figure = Figure
monitoring-received = Of those received
monitoring-closed = Of those closed
monitoring-before = Period before
monitoring-cautions = How to read them
monitoring-caution-received = By receipt: no case can be left open to look better, because open and late ones are counted.
monitoring-caution-closed = By closing: what the office finished in the period, whenever it came. Read it beside what is still open and overdue: { $n }.
monitoring-caution-fewer = Fewer complaints are not better by themselves: people may have stopped complaining, or found no way to.
monitoring-caution-time = A quick answer says how the process works, not whether somebody was satisfied.
monitoring-caution-few = Shares of fewer than five cases are not given; below thirty the range in which the true share may lie stands beside it.
