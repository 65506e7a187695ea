//! From a telling to the journal and the job queue.

use super::{Telling, best_way};
use crate::{
    Complaint,
    facts::{Enclosed, FileNames, Letter, MessageQueued, MessageSent, Person},
};
use redress_kernel::{By, Draft, Entry, Id, Instant, Lang};
use redress_store::{Error, NewJob, Tx};
use redress_web::words::Words;

/// About two days of attempts with a growing pause, then a person has to look.
const SENDING_ATTEMPTS: u32 = 50;

/// Queues the message and plans its sending, in the caller's transaction; the entry
/// that queued it.
/// A message for the follow-up page is told by standing there, so it is `Sent` at once.
pub fn tell(
    tx: &mut Tx,
    words: &Words,
    c: &Complaint,
    telling: Telling,
    by: &By,
) -> Result<Entry, Error> {
    let person = c.correspondent();
    let way = telling
        .way
        .clone()
        .unwrap_or_else(|| way_that_leads(c, person, &telling).to_owned());
    let language = telling.language.unwrap_or(c.language);
    let (files, names) = crate::at::enclosed(&telling.files);
    let send_at = by.at.plus_seconds(telling.undo_seconds);
    let letter = letter(tx, words, &telling, person, &way, language, names)?;
    let queued = queued(&telling, &way, language, send_at, files);
    let entry = tx.record(Draft::with(c.id, &queued, &letter), by)?;
    plan_sending(tx, c.id, &queued, by)?;
    Ok(entry)
}

/// An address from which a letter came back leads nowhere, as long as there is another way.
/// Progress updates that somebody stopped stand on the follow-up page.
fn way_that_leads(c: &Complaint, person: &Person, telling: &Telling) -> &'static str {
    if telling.progress && c.updates_stopped.is_some() {
        return "portal";
    }
    if c.came_back(&person.email).is_none() {
        return best_way(person);
    }
    let without = Person {
        email: String::new(),
        ..person.clone()
    };
    best_way(&without)
}

fn letter(
    tx: &mut Tx,
    words: &Words,
    telling: &Telling,
    person: &Person,
    way: &str,
    language: Lang,
    files: FileNames,
) -> Result<Letter, Error> {
    let format = crate::house::format_for(&crate::house::organisation(tx)?, language);
    let to = match way {
        "email" => &person.email,
        "letter" => &person.address,
        "phone" => &person.phone,
        _ => "",
    };
    let body = telling
        .body
        .plain(|message| words.tell(language, message, &format));
    Ok(Letter {
        to: to.to_owned(),
        name: person.name.clone(),
        subject: words.tell(language, &telling.subject, &format),
        body,
        files,
    })
}

fn queued(
    telling: &Telling,
    way: &str,
    language: Lang,
    send_at: Instant,
    files: Vec<Enclosed>,
) -> MessageQueued {
    MessageQueued {
        message: telling.message,
        purpose: telling.purpose.to_owned(),
        way: way.to_owned(),
        language,
        send_at,
        files,
        next_update: telling.next_update,
        response_due: telling.response_due,
        progress: telling.progress,
    }
}

fn plan_sending(tx: &mut Tx, complaint: Id, queued: &MessageQueued, by: &By) -> Result<(), Error> {
    let job = |kind, name: &str| NewJob {
        kind,
        key: format!("{name}:{}", queued.message),
        payload: format!("{complaint} {}", queued.message),
        run_at: queued.send_at,
        max_attempts: SENDING_ATTEMPTS,
    };
    match queued.way.as_str() {
        "email" => tx.enqueue(job("mail.send", "mail")),
        // Nobody can take back what is already readable, so the page waits out the undo window too.
        "portal" if queued.send_at > by.at => tx.enqueue(job("portal.show", "portal")),
        "portal" | "in-person" => {
            let sent = MessageSent {
                message: queued.message,
                way: queued.way.clone(),
            };
            tx.record(
                Draft::of(complaint, &sent),
                &By {
                    actor: Id::SYSTEM,
                    ..*by
                },
            )
            .map(|_| ())
        }
        // Letters and calls wait in the print and call list until a person says it is done.
        _ => Ok(()),
    }
}
