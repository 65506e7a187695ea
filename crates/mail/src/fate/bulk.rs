//! Sent to many at once (RFC 2919, 2369 and the old Precedence). A list that is one
//! of our own addresses is none: organisations route their mailbox through a group.

use super::{Desk, Reason};
use crate::reading::Message;

pub fn reasons(message: &Message, desk: &Desk) -> Vec<Reason> {
    if through_our_group(message, desk) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for name in [
        "List-Id",
        "List-Unsubscribe",
        "List-Post",
        "Mailing-List",
        "X-Mailing-List",
    ] {
        if let Some(value) = message.field(name).filter(|value| !value.is_empty()) {
            found.push(Reason::new("list-header", format!("{name}: {value}")));
            break;
        }
    }
    if let Some(value) = message
        .fields
        .word("precedence")
        .filter(|its| matches!(its.as_str(), "bulk" | "list" | "junk"))
    {
        found.push(Reason::new("precedence", value));
    }
    if let Some(value) = message.field("feedback-id") {
        found.push(Reason::new("feedback-id", value));
    }
    found
}

fn through_our_group(message: &Message, desk: &Desk) -> bool {
    let named = ["list-post", "list-id", "mailing-list"]
        .into_iter()
        .filter_map(|name| message.field(name));
    let named: Vec<String> = named.map(|value| value.to_lowercase()).collect();
    desk.addresses.iter().any(|address| {
        let address = address.to_lowercase();
        let dotted = address.replacen('@', ".", 1);
        named
            .iter()
            .any(|value| value.contains(&address) || value.contains(&dotted))
    })
}
