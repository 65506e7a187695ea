//! From the answers to what the one door of receipt takes.

use super::draft::{Draft, Key};
use redress_complaint::{at::Upload, facts::Person};
use redress_kernel::{Lang, fields::Fields};
use redress_operation::receipt::Arrival;

/// Whoever writes for somebody else is the representative; the other person is
/// the complainant (clause 3). Without a name and a way back it is anonymous.
pub fn arrival(draft: &Draft, key: &Key, page: Lang, files: Vec<Upload>) -> Arrival {
    let answers = draft.answers.fields();
    let writer = writer(&answers);
    let (complainant, representative) = match answers.optional("acting-for") {
        Some(name) => (
            Person {
                name,
                ..Person::default()
            },
            Some(writer),
        ),
        None => (writer, None),
    };
    Arrival {
        channel: "web".to_owned(),
        language: Lang::from_tag(answers.typed("reply-language")).unwrap_or(page),
        needs: answers.codes("your-needs"),
        anonymous: answers.ticked("stay-anonymous")
            || (complainant.is_empty() && representative.is_none()),
        remedies_sought: answers.codes("wished"),
        remedy_sought: answers.text("wished-text"),
        continuing: continuing(&answers),
        danger: answers.ticked("danger-now"),
        description: answers.text("story"),
        occurred: answers.text("happened-when"),
        product: answers.text("bought"),
        complainant,
        representative,
        authority: answers.text("acting-authority"),
        files,
        ..request(key)
    }
}

/// The key makes the same complaint however often it is sent.
pub fn request(key: &Key) -> Arrival {
    Arrival {
        request: Some(key.as_str().to_owned()),
        ..Arrival::default()
    }
}

/// A person who stays anonymous and still leaves an address is written to, unnamed.
fn writer(answers: &Fields) -> Person {
    let name = if answers.ticked("stay-anonymous") {
        String::new()
    } else {
        answers.text("your-name")
    };
    Person {
        name,
        email: answers.text("your-email"),
        phone: answers.text("your-phone"),
        address: answers.text("your-address"),
    }
}

fn continuing(answers: &Fields) -> Option<bool> {
    match answers.typed("still-happening") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
