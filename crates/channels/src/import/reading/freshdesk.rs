//! Freshdesk: a ticket of the API with its conversations, requester and times
//! (`include=conversations,requester,stats`), or of an account export with
//! `helpdesk_ticket` and its notes.

use super::{
    Why,
    tickets::{Comment, Ticket, Voice, list, said, text},
    words,
};
use redress_complaint::facts::Person;
use serde_json::Value;

pub fn ticket(value: &Value) -> Result<Ticket, Why> {
    let value = value.get("helpdesk_ticket").unwrap_or(value);
    if !value.is_object() {
        return Err("not-json");
    }
    let gone = ["spam", "deleted"]
        .iter()
        .any(|name| text(value, name) == "true");
    let stats = value.get("stats").unwrap_or(value);
    let ended = said(stats, &["closed_at", "resolved_at"], &[]);
    let requester = value.get("requester");
    let from = |name: &str| {
        requester
            .map(|person| text(person, name))
            .unwrap_or_default()
    };
    let or = |first: String, other: &str| {
        if first.is_empty() {
            text(value, other)
        } else {
            first
        }
    };
    Ok(Ticket {
        id: or(text(value, "display_id"), "id"),
        created: text(value, "created_at"),
        ended,
        updated: text(value, "updated_at"),
        subject: text(value, "subject"),
        description: said(
            value,
            &["description_text"],
            &["description", "description_html"],
        ),
        state: if gone {
            Some(words::State::Gone)
        } else {
            state(value)
        },
        channel: channel(value),
        requester: Person {
            name: or(from("name"), "requester_name"),
            email: or(from("email"), "email"),
            phone: or(from("phone"), "phone"),
            address: String::new(),
        },
        locale: from("language"),
        product: text(value, "product_name"),
        comments: comments(value),
    })
}

/// 2 open, 3 pending, 4 resolved, 5 closed; 6 and 7 wait for the customer and for others.
fn state(value: &Value) -> Option<words::State> {
    use words::State;
    match text(value, "status").as_str() {
        "2" => Some(State::Open),
        "3" | "6" => Some(State::WaitsForComplainant),
        "4" | "5" => Some(State::Closed),
        "7" => Some(State::WaitsForOthers),
        word => words::state(word).or_else(|| words::state(&text(value, "status_name"))),
    }
}

fn channel(value: &Value) -> &'static str {
    match text(value, "source").as_str() {
        "1" => "email",
        "2" | "8" | "9" | "11" => "web",
        "3" => "phone",
        "5" | "6" => "social",
        "7" | "12" => "chat",
        "13" => "messenger",
        "10" => "staff",
        word => words::channel(word)
            .or_else(|| words::channel(&text(value, "source_name")))
            .unwrap_or("staff"),
    }
}

fn comments(value: &Value) -> Vec<Comment> {
    let all = list(value, &["conversations", "notes"]).iter();
    let all = all.map(|note| {
        note.get("helpdesk_note")
            .or_else(|| note.get("note"))
            .unwrap_or(note)
    });
    let told = all.map(|note| {
        let is = |name: &str| text(note, name) == "true";
        Comment {
            at: text(note, "created_at"),
            text: said(note, &["body_text"], &["body", "body_html"]),
            author: said(note, &["user_name", "from_email"], &[]),
            by: match (is("private"), is("incoming")) {
                (true, _) => Voice::Note,
                (false, true) => Voice::Complainant,
                (false, false) => Voice::Staff,
            },
        }
    });
    told.filter(|comment| !comment.text.is_empty()).collect()
}
