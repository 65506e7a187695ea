//! Zendesk Support: a ticket of the JSON export or of the tickets API, with its
//! comments inside it, and the people beside it or inside it.

use super::{
    Why,
    tickets::{Comment, People, Ticket, Voice, list, said, text},
    words,
};
use redress_complaint::facts::Person;
use serde_json::Value;

pub fn ticket(value: &Value, people: &People) -> Result<Ticket, Why> {
    let value = value.get("ticket").unwrap_or(value);
    if !value.is_object() {
        return Err("not-json");
    }
    let requester_id = text(value, "requester_id");
    let requester = value.get("requester").or_else(|| people.get(&requester_id));
    let description = said(value, &["description"], &[]);
    let solved = value.get("metric_set").unwrap_or(value);
    Ok(Ticket {
        id: text(value, "id"),
        created: text(value, "created_at"),
        ended: text(solved, "solved_at"),
        updated: text(value, "updated_at"),
        subject: said(value, &["subject", "raw_subject"], &[]),
        state: words::state(&text(value, "status")),
        channel: channel(value),
        requester: requester.map(person).unwrap_or_default(),
        locale: requester
            .map(|person| text(person, "locale"))
            .unwrap_or_default(),
        product: String::new(),
        comments: comments(value, &requester_id, &description, people),
        description,
    })
}

fn channel(value: &Value) -> &'static str {
    let via = value.get("via");
    let named = match via {
        Some(Value::Object(_)) => via.map(|via| text(via, "channel")).unwrap_or_default(),
        _ => text(value, "via"),
    };
    words::channel(&named).unwrap_or("staff")
}

fn person(value: &Value) -> Person {
    Person {
        name: text(value, "name"),
        email: text(value, "email"),
        phone: text(value, "phone"),
        address: String::new(),
    }
}

/// The first comment is the description once more and is not told twice.
fn comments(value: &Value, requester: &str, description: &str, people: &People) -> Vec<Comment> {
    let all = list(value, &["comments"]).iter();
    let mut told: Vec<Comment> = all.map(|comment| one(comment, requester, people)).collect();
    if told.first().is_some_and(|first| first.text == description) {
        told.remove(0);
    }
    told.retain(|comment| !comment.text.is_empty());
    told
}

fn one(comment: &Value, requester: &str, people: &People) -> Comment {
    let author_id = text(comment, "author_id");
    let author = comment.get("author").or_else(|| people.get(&author_id));
    let role = author
        .map(|author| text(author, "role"))
        .unwrap_or_default();
    let internal = comment.get("public").and_then(Value::as_bool) == Some(false);
    let theirs = role == "end-user" || (!author_id.is_empty() && author_id == requester);
    Comment {
        at: text(comment, "created_at"),
        text: said(comment, &["plain_body", "body"], &["html_body"]),
        author: author
            .map(|author| text(author, "name"))
            .unwrap_or_default(),
        by: match (internal, theirs) {
            (true, _) => Voice::Note,
            (false, true) => Voice::Complainant,
            (false, false) => Voice::Staff,
        },
    }
}
