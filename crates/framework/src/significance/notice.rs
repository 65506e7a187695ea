//! The word to top management: reference, grounds, until when, and where to go. No
//! complainant's data: the rest stands on the page that only they can open. Sent by
//! whoever has the relay; recorded when it has left.

use redress_complaint::{
    Complaint, House,
    authority::at_the_top,
    facts::ColleagueTold,
    house::{colleagues, format_for},
    record::find,
};
use redress_kernel::{
    By, Draft, Entry, Id, Instant, Lang, Organisation,
    words::{Arg, Message},
};
use redress_store::{Error, Job, NewJob, Read, Tx};

pub const KIND: &str = "significance.notice";
/// As `colleague-told` names it.
pub const WHAT: &str = "significance";
/// A relay that fails for days is the concern of whoever runs the house.
const TRIES: u32 = 20;

pub fn to(person: Id, found: &Entry) -> NewJob {
    NewJob {
        kind: KIND,
        key: format!("significance {} {person}", found.seq),
        payload: format!("{} {person}", found.about),
        run_at: found.recorded_at,
        max_attempts: TRIES,
    }
}

/// To whom and about which complaint.
pub fn named(job: &Job) -> Option<(Id, Id)> {
    let (complaint, person) = job.payload.split_once(' ')?;
    Some((complaint.parse().ok()?, person.parse().ok()?))
}

/// The case, while this person has still to be told of it: whoever has left, was named
/// as complained about or reads that it is confirmed meanwhile gets no mail.
pub fn wanted(
    reader: &mut impl Read,
    complaint: Id,
    person: Id,
) -> Result<Option<Complaint>, Error> {
    let Some(case) = find(reader, complaint)? else {
        return Ok(None);
    };
    let theirs = at_the_top(&case, &colleagues(reader)?).contains(&person);
    let asked = case.significance_unconfirmed().is_some();
    Ok(Some(case).filter(|_| theirs && asked))
}

/// Subject and text in this language.
pub fn letter(house: &House, of: &Organisation, case: &Complaint, lang: Lang) -> (String, String) {
    let format = format_for(of, lang);
    let say = |message: Message| house.words.tell(lang, &message, &format);
    let reference = || Arg::Latin(case.reference.clone());
    let subject = say(Message::new("significance-subject").with("reference", reference()));
    let Some(it) = &case.significant else {
        return (subject, String::new());
    };
    let ground = |code: &String| format!("– {}", say(Message::new(format!("ground-{code}"))));
    let grounds: Vec<String> = it.grounds.iter().map(ground).collect();
    let body = [
        say(Message::new("significance-letter").with("reference", reference())),
        grounds.join("\n"),
        say(Message::new("significance-letter-until").with("until", it.confirm_by)),
        format!("{}/desk/{}", house.base_url, case.reference),
        say(Message::new("significance-letter-why").with("place", of.name.as_str())),
    ];
    (subject, body.join("\n\n"))
}

/// It has left the house.
pub fn told(tx: &mut Tx, complaint: Id, person: Id, now: Instant) -> Result<(), Error> {
    let told = ColleagueTold {
        person,
        what: WHAT.to_owned(),
        way: "email".to_owned(),
        round: None,
    };
    tx.record(Draft::of(complaint, &told), &By::system(now))
        .map(|_| ())
}
