//! The columns of the ledger that lie closed, by the names that `Row::opened` asks for.

pub const MESSAGE_ID: &str = "mail_ledger.message_id";
pub const SENDER: &str = "mail_ledger.sender";
pub const SUBJECT: &str = "mail_ledger.subject";
pub const REASONS: &str = "mail_ledger.reasons";
