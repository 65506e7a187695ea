-- owner: channels.webhooks
-- why: where other systems are told that something happened, from the journal. The
--      whole address and the secret lie in secret_setting: an address can be a key.
CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  origin TEXT NOT NULL,
  events TEXT NOT NULL,
  active BIGINT NOT NULL,
  set_at BIGINT NOT NULL
);

-- why: one row for each telling, in the transaction of its fact; no evidence, and
--      gone a month after it arrived. What did not arrive stays until somebody acts.
CREATE TABLE webhook_delivery (
  id TEXT PRIMARY KEY,
  webhook TEXT NOT NULL,
  event TEXT NOT NULL,
  complaint TEXT,
  reference TEXT NOT NULL,
  entry BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  tried_at BIGINT,
  outcome TEXT NOT NULL
);
CREATE INDEX webhook_delivery_newest ON webhook_delivery (webhook, created_at, id);
CREATE INDEX webhook_delivery_state ON webhook_delivery (webhook, state, created_at, id);
