-- owner: channels.outbox
-- why: what has not left the house: letters to print, calls to make, mails that
--      wait or came back. Codes and instants only; a row goes when its message does.
CREATE TABLE outbox (
  message TEXT PRIMARY KEY,
  complaint TEXT NOT NULL,
  way TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL,
  language TEXT NOT NULL,
  queued_at BIGINT NOT NULL,
  send_at BIGINT NOT NULL
);
CREATE INDEX outbox_state ON outbox (state, queued_at, message);
