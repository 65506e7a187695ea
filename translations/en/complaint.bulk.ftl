# One act on many complaints
slice-complaint-bulk = Acting on many complaints
bulk-with-selected = Act on selected
bulk-pick-all = Select all on this page
bulk-pick-none = Select none
bulk-runs = Acts on many
bulk-runs-hint = What you did to several complaints at once in the last day.
bulk-no-runs = Nothing was done to several complaints at once today. Tick complaints in a list, then choose what to do with them.
bulk-to-list = Go to the list
bulk-cases = { $n ->
    [one] For { $n } complaint; it gets its own entry.
   *[other] For { $n } complaints; each gets its own entry.
}
bulk-would-refuse = { $n ->
    [one] { $n } of them cannot be done now. The reason stands beside it and it is not ticked.
   *[other] { $n } of them cannot be done now. The reason stands beside each and they are not ticked.
}
bulk-each = Complaints
bulk-can-undo = You can take it back for 10 seconds after it is done.
bulk-cannot-undo = What is added to a complaint stays; it cannot be taken back.
bulk-back = Back to the list
bulk-none-chosen = No complaint is selected
bulk-none-how = Tick at least one complaint and at most { $max } in the list, then choose again.
bulk-running = Under way
bulk-finished = Finished
bulk-progress = { $done } of { $all }
bulk-left = { $seconds ->
    [one] About { $seconds } second left
   *[other] About { $seconds } seconds left
}
bulk-may-leave = You can close this page; the work goes on and the result waits under “Acts on many”.
bulk-undo-window = { $seconds ->
    [one] You can take this back for { $seconds } more second.
   *[other] You can take this back for { $seconds } more seconds.
}
bulk-undoing = Taking back
bulk-was-undone = This was taken back. See how.
bulk-failed = { $n ->
    [one] { $n } complaint was not changed
   *[other] { $n } complaints were not changed
}
bulk-done = { $n ->
    [one] { $n } complaint is done
   *[other] { $n } complaints are done
}
bulk-state-done = Done
bulk-state-failed = Not changed
bulk-gone = This complaint is not among those you can see any more. Nothing was changed.
bulk-denied = Your role may not do this to this complaint. Ask a manager.
bulk-changed = This complaint changed since you selected it. Open it and decide with what is new.
