-- owner: channels.outbox
-- why: each page of the desk says how many letters and calls wait for a hand. Mails that
--      wait for a relay may be thousands; they do not stand in the way of counting these.
CREATE INDEX outbox_by_hand ON outbox (queued_at, complaint)
  WHERE (state = 'failed' OR way IN ('letter', 'phone', 'in-person'));
