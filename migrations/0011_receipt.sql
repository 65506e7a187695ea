-- owner: operation.receipt
-- why: numbers, request keys and outside identifiers are given once (7.2)
CREATE TABLE receipt_counter (
  year BIGINT PRIMARY KEY,
  counter BIGINT NOT NULL
);

CREATE TABLE receipt_request (
  request TEXT PRIMARY KEY,
  complaint TEXT NOT NULL
);

CREATE TABLE receipt_external (
  external_id TEXT PRIMARY KEY,
  complaint TEXT NOT NULL
);
