//! The letter: what it is good for in a few sentences, and the checkpoint twice, as text
//! and as the file that `redress verify --against` and `redress-verify` take.

use super::{
    decide::{Due, due},
    records::{held, last},
};
use redress_complaint::{
    House,
    house::{format_for, organisation},
};
use redress_kernel::{
    Id, Instant,
    words::{Arg, Message},
};
use redress_mail::{Attachment, Back, Letter};
use redress_store::{Error, Read, Reader};

pub struct Mail {
    pub letter: Letter,
    /// Entries under the checkpoint in it.
    pub size: i64,
}

/// None: nobody of this name is on the list any more, or nothing is due.
pub fn letter(
    reader: &mut Reader,
    house: &House,
    recipient: Id,
    now: Instant,
) -> Result<Option<Mail>, Error> {
    let held = held(reader)?;
    let its = held.recipients.iter().find(|one| one.id == recipient);
    let (Some(its), Some(note)) = (its.filter(|_| held.active), reader.checkpoint()?) else {
        return Ok(None);
    };
    let size = size_of(&note);
    let Some(due) = due(last(reader, recipient)?, size, now) else {
        return Ok(None);
    };
    let it = organisation(reader)?;
    let format = format_for(&it, held.language);
    let say = |message: Message| house.words.tell(held.language, &message, &format);
    let said = match due {
        Due::Newer => Message::new("checkpoint-letter"),
        Due::Unchanged => Message::new("checkpoint-letter-unchanged"),
    };
    let file = format!("checkpoint-{size}.txt");
    let body = [
        say(said.with("place", it.name.as_str()).with("n", size)),
        say(Message::new("checkpoint-letter-keep").with("file", Arg::Latin(file.clone()))),
        note.trim_end().to_owned(),
        say(Message::new("checkpoint-letter-check")),
        format!(
            "redress-verify EXPORT --against {file}\n{}/verify",
            house.base_url
        ),
    ];
    let subject = Message::new("checkpoint-subject");
    Ok(Some(Mail {
        size,
        letter: Letter {
            id: house.new_id(),
            from_name: it.name.clone(),
            to: its.address.clone(),
            to_name: String::new(),
            subject: say(subject.with("place", it.name.as_str()).with("n", size)),
            body: body.join("\n\n"),
            language: held.language,
            automatic: true,
            earlier: Vec::new(),
            back: Back::default(),
            files: vec![Attachment {
                name: file,
                media: "text/plain".to_owned(),
                bytes: note.into_bytes(),
            }],
            at: now,
        },
    }))
}

/// The second line of a checkpoint.
fn size_of(note: &str) -> i64 {
    let size = note.lines().nth(1).and_then(|line| line.parse().ok());
    size.unwrap_or_default()
}
