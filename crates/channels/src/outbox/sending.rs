//! The jobs behind a queued message: a mail through the relay, or standing on the
//! follow-up page. `sent` is recorded only when the other side took it.

use super::{stopping, thread};
use redress_complaint::{
    Complaint, House,
    case::{CaseMessage, MessageState},
    facts::{CONFIRM_PAGE, MessageFailed, MessageSent},
    house::organisation,
    proof::{of_receipt, receipt_name},
    record::find,
    slice::Outcome,
    telling::filled,
    unconfirmed::link,
};
use redress_kernel::{By, Draft, Fact, Id, Instant, reference::access_code};
use redress_mail::{About, Attachment, Back, Letter, NotSent, Post, Receiving};
use redress_store::{Error, Job, Read, Tx, sql};

pub const MAIL: &str = "mail.send";
pub const PAGE: &str = "portal.show";

/// What goes out by itself, without a person who wrote or chose it at that moment.
const AUTOMATIC: [&str; 4] = ["acknowledgement", "confirmation", "recourse", "withdrawal"];

/// By which way letters leave, and where answers to them and reports of them arrive.
pub struct Ways {
    pub post: Post,
    /// None while no mailbox of ours receives.
    pub receiving: Option<Receiving>,
    /// Seals the addresses that lead back.
    pub key: [u8; 32],
}

/// Sends one mail. Again when the relay says not now; when it says never, the
/// desk is told to find another way.
pub fn send_mail(house: &House, job: &Job, ways: &Ways) -> Outcome {
    let Some((complaint, message)) = named(job) else {
        return Outcome::Hopeless("the job names no message".to_owned());
    };
    let letter = match house
        .db
        .read_now(|reader| letter(reader, house, ways, complaint, message))
    {
        Ok(Some(Now::Send(letter))) => *letter,
        Ok(Some(Now::Show)) => return show_on_page(house, job),
        // Taken back, posted by hand, or erased meanwhile: nothing is left to send.
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Again(error.to_string()),
    };
    let last = job.attempt >= job.max_attempts;
    match ways.post.send(&letter) {
        Ok(()) => finish(
            house,
            complaint,
            message,
            MessageSent {
                message,
                way: "email".to_owned(),
            },
        ),
        Err(NotSent::Never(code)) => {
            finish(house, complaint, message, MessageFailed { message, code })
        }
        Err(_) if last => finish(
            house,
            complaint,
            message,
            MessageFailed {
                message,
                code: None,
            },
        ),
        Err(NotSent::Later(why)) => Outcome::Again(why),
        Err(NotSent::Misconfigured) => Outcome::Again("the relay's settings are wrong".to_owned()),
    }
}

/// A message for the follow-up page can be read there from now on.
pub fn show_on_page(house: &House, job: &Job) -> Outcome {
    match named(job) {
        Some((complaint, message)) => finish(
            house,
            complaint,
            message,
            MessageSent {
                message,
                way: "portal".to_owned(),
            },
        ),
        None => Outcome::Hopeless("the job names no message".to_owned()),
    }
}

/// The unit of the complaint that a job's letter is about.
pub fn unit_of(reader: &mut impl Read, job: &Job) -> Result<Option<Id>, Error> {
    let Some((complaint, _)) = named(job) else {
        return Ok(None);
    };
    let query = sql("SELECT unit FROM complaint WHERE id = $1").arg(complaint);
    Ok(reader.one(&query, |row| row.opt_id(0))?.flatten())
}

/// Payload: complaint and message.
fn named(job: &Job) -> Option<(Id, Id)> {
    let (complaint, message) = job.payload.split_once(' ')?;
    Some((complaint.parse().ok()?, message.parse().ok()?))
}

/// What becomes of a mail whose time has come.
enum Now {
    Send(Box<Letter>),
    /// Letters like it were stopped while it waited: it stands on the follow-up page.
    Show,
}

fn waits(case: &Complaint, message: Id) -> Option<&CaseMessage> {
    case.message(message)
        .filter(|message| message.state == MessageState::Queued && !message.erased)
}

fn letter(
    reader: &mut impl Read,
    house: &House,
    ways: &Ways,
    complaint: Id,
    message: Id,
) -> Result<Option<Now>, Error> {
    let Some(case) = find(reader, complaint)? else {
        return Ok(None);
    };
    let Some(message) = waits(&case, message) else {
        return Ok(None);
    };
    if stopping::is_stopped(&case, message) {
        return Ok(Some(Now::Show));
    }
    let code = access_code(house.db.keys().code_key(), case.id, case.code_issue);
    let page = format!("{}/follow", house.base_url);
    let theirs = thread::received(reader, case.id)?;
    let about = About {
        message: message.id,
        case: Some(case.id),
        automatic: AUTOMATIC.contains(&message.purpose.as_str()),
        answers_mail: message.purpose == "acknowledgement" && thread::began(reader, case.id)?,
    };
    let organisation = organisation(reader)?;
    let stop = stopping::page(house, &case, message);
    let mut body = filled(&confirming(house, &case, message), &code, &page);
    body.push_str(&stopping::line(
        house,
        &organisation,
        message,
        stop.as_deref(),
    ));
    Ok(Some(Now::Send(Box::new(Letter {
        id: message.id,
        from_name: organisation.name,
        to: message.to.clone(),
        to_name: message.name.clone(),
        subject: filled(&message.subject, &code, &page),
        body,
        language: message.language,
        automatic: about.automatic,
        earlier: thread::earlier(&case, message, theirs, ways.post.from()),
        files: files(reader, house, &case, message)?,
        at: message.at,
        back: Back {
            stop,
            ..Back::of(about, &ways.key, ways.receiving.as_ref())
        },
    }))))
}

/// The link that proves who reads this mailbox is written in here and nowhere else.
fn confirming(house: &House, case: &Complaint, message: &CaseMessage) -> String {
    let key = house.db.keys().code_key();
    let page = || link::page(&house.base_url, key, case.id, message.language.tag());
    match message.body.contains(CONFIRM_PAGE) {
        true => message.body.replace(CONFIRM_PAGE, &page()),
        false => message.body.clone(),
    }
}

fn files(
    reader: &mut impl Read,
    house: &House,
    case: &Complaint,
    message: &CaseMessage,
) -> Result<Vec<Attachment>, Error> {
    let mut files = Vec::new();
    if message.purpose == "acknowledgement" {
        files.extend(receipt(reader, house, case)?);
    }
    for file in message
        .files
        .iter()
        .filter_map(|id| case.file(*id))
        .filter(|file| !file.erased)
    {
        if let Some(bytes) = reader.blob(file.id)? {
            files.push(Attachment {
                name: file.name.clone(),
                media: file.media.clone(),
                bytes,
            });
        }
    }
    Ok(files)
}

/// The receipt leaves the building with the first letter: whoever has it can show
/// that we received the complaint and when, without us.
fn receipt(
    reader: &mut impl Read,
    house: &House,
    case: &Complaint,
) -> Result<Option<Attachment>, Error> {
    let keys = house.db.keys().verifiers();
    let proof = of_receipt(reader, case.id)?;
    Ok(proof.map(|proof| Attachment {
        name: receipt_name(&case.reference),
        media: "text/plain; charset=utf-8".to_owned(),
        bytes: proof.text(&keys).into_bytes(),
    }))
}

/// Records what came of it, unless somebody was faster.
fn finish<F: Fact<Personal = ()> + Send + 'static>(
    house: &House,
    complaint: Id,
    message: Id,
    fact: F,
) -> Outcome {
    let now = house.now();
    match house
        .db
        .write_now(move |tx| record(tx, complaint, message, &fact, now))
    {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn record<F: Fact<Personal = ()>>(
    tx: &mut Tx,
    complaint: Id,
    message: Id,
    fact: &F,
    now: Instant,
) -> Result<(), Error> {
    let Some(case) = find(tx, complaint)? else {
        return Ok(());
    };
    if waits(&case, message).is_none() {
        return Ok(());
    }
    tx.record(Draft::of(complaint, fact), &By::system(now))
        .map(|_| ())
}
