//! RFC 8785 canonical JSON, without floats: instants and amounts are integers.
