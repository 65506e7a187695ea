//! The machine-readable part of a report: groups of fields, one for each recipient.

use super::{Bounce, Cause, Kind, Reason, codes};
use crate::reading::{Message, Part};

/// More recipients than this are not named.
const GROUPS_MAX: usize = 200;

pub fn reported(message: &Message, reasons: &mut Vec<Reason>) -> Vec<Bounce> {
    let mut found = Vec::new();
    for part in &message.parts {
        match part.media.as_str() {
            "message/delivery-status" | "message/global-delivery-status" => {
                reasons.push(Reason::new("report-part", part.media.as_str()));
                found.extend(delivery(&text(part)));
            }
            "message/feedback-report" => {
                reasons.push(Reason::new("feedback-report", part.media.as_str()));
                found.extend(feedback(&text(part)));
            }
            "message/disposition-notification" => {
                reasons.push(Reason::new("read-receipt", part.media.as_str()));
                found.extend(read(&text(part)));
            }
            _ => {}
        }
    }
    if found.is_empty() && pressed(message) {
        reasons.push(Reason::new("feedback-report", message.subject.as_str()));
        found.extend(feedback(""));
    }
    if found.is_empty() {
        // The same lines in a text, where a gateway took the report to pieces.
        let said = message.text();
        if said.contains("Final-Recipient:") || said.contains("Final-recipient:") {
            let its = delivery(&said);
            if !its.is_empty() {
                reasons.push(Reason::new("report-text", "Final-Recipient"));
                found = its;
            }
        }
    }
    found.truncate(GROUPS_MAX);
    found
}

fn text(part: &Part) -> String {
    String::from_utf8_lossy(&part.bytes.whole())
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

/// `name: value`, lower case names, unfolded.
type Group = Vec<(String, String)>;

fn groups(text: &str) -> Vec<Group> {
    let mut all: Vec<Group> = vec![Vec::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            all.push(Vec::new());
            continue;
        }
        let Some(group) = all.last_mut() else { break };
        match (
            line.starts_with([' ', '\t']),
            line.split_once(':'),
            group.last_mut(),
        ) {
            (true, _, Some((_, value))) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, Some((name, value)), _) if !name.trim().contains(' ') => {
                group.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
            // A value that nobody folded.
            (_, _, Some((_, value))) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => {}
        }
        if all.len() > GROUPS_MAX * 2 {
            break;
        }
    }
    all
}

fn get<'g>(group: &'g Group, name: &str) -> Option<&'g str> {
    let found = group.iter().find(|(its, _)| its == name);
    found.map(|(_, value)| value.as_str())
}

fn delivery(text: &str) -> Vec<Bounce> {
    let all = groups(text);
    let of_recipients = all.iter().filter(|group| {
        get(group, "final-recipient")
            .or(get(group, "original-recipient"))
            .is_some()
            || get(group, "status").is_some() && get(group, "action").is_some()
    });
    of_recipients.filter_map(one).collect()
}

fn one(group: &Group) -> Option<Bounce> {
    let said = get(group, "diagnostic-code").unwrap_or_default();
    let field = get(group, "status").and_then(codes::status);
    let status = codes::better(field, &codes::codes(said));
    let recipient = get(group, "final-recipient").or(get(group, "original-recipient"));
    let kind = match get(group, "action")
        .unwrap_or_default()
        .to_lowercase()
        .as_str()
    {
        action if action.starts_with("delayed") => Kind::Delayed,
        action
            if action.starts_with("deliver")
                || action.starts_with("relayed")
                || action.starts_with("expanded") =>
        {
            Kind::Delivered
        }
        _ => Kind::Failed,
    };
    let by_words = Cause::of_words(said);
    let by_code = status.as_deref().map_or(Cause::Unknown, Cause::of_status);
    Some(Bounce {
        kind,
        recipient: address(recipient.unwrap_or_default()),
        cause: if by_code == Cause::Unknown {
            by_words
        } else {
            by_code
        },
        status,
        original: get(group, "original-message-id").map(bare),
    })
}

/// `rfc822; Ann <ann@example.org>`
pub fn address(field: &str) -> String {
    let after = field.split_once(';').map_or(field, |(_, after)| after);
    let inside = after.rsplit_once('<').map_or(after, |(_, inside)| inside);
    bare(inside.split('>').next().unwrap_or(inside)).to_lowercase()
}

fn bare(text: &str) -> String {
    text.trim()
        .trim_matches(['<', '>', '"', '\'', ' '])
        .to_owned()
}

/// Outlook.com reports spam in a form of its own.
fn pressed(message: &Message) -> bool {
    let subject = message.subject.to_lowercase();
    subject.starts_with("complaint about message from ")
        && message.parts_of("message/rfc822").next().is_some()
}

fn feedback(text: &str) -> Option<Bounce> {
    let all = groups(text).concat();
    let about = get(&all, "original-rcpt-to")
        .or(get(&all, "removal-recipient"))
        .or(get(&all, "original-mail-from"));
    Some(Bounce {
        kind: Kind::Feedback,
        status: None,
        recipient: address(about.unwrap_or_default()),
        cause: Cause::Refused,
        original: None,
    })
}

fn read(text: &str) -> Option<Bounce> {
    let all = groups(text).concat();
    Some(Bounce {
        kind: Kind::Read,
        status: None,
        recipient: address(get(&all, "final-recipient").unwrap_or_default()),
        cause: Cause::Unknown,
        original: get(&all, "original-message-id").map(bare),
    })
}
