# What the channels share: the proof of receipt
proof-title = Proof of receipt
proof-what-for = This shows that your complaint stood in our journal at that time. If anybody changed or removed it later, the journal would contradict this sheet. Please keep it.
proof-size = Entries in the journal
proof-mark = Mark of the entry
proof-root = Root of the journal
proof-checkpoint = Signed checkpoint
proof-file = Save the proof as a file
