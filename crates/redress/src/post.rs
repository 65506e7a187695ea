//! How mail leaves this house: the office keeps the relay, the outbox writes the
//! letters, and only here do they meet.

use redress_channels::mailboxes::settings;
use redress_channels::outbox::{self, MAIL, PAGE, Ways, send_mail, show_on_page};
use redress_complaint::{
    House, Slice,
    house::organisation,
    slice::{Outcome, Work},
};
use redress_framework::significance::{self, notice};
use redress_kernel::{Id, Instant};
use redress_mail::{Back, Letter, NotSent, Outgoing, Post, Receiving, Relay, Tls};
use redress_office::{
    account_mail, checkpoints, notices,
    relay::{Settings, relay},
    reminders,
    roster::member,
    sign_in,
};
use redress_store::{Error, Job, Read, Reader};
use std::sync::Arc;

/// The outbox with its jobs.
pub const OUTBOX: Slice = Slice {
    jobs: &[
        Work {
            kind: MAIL,
            ready: |house| matches!(post(house), Ok(Some(_))),
            run: send,
        },
        Work {
            kind: PAGE,
            ready: |_| true,
            run: show_on_page,
        },
    ],
    ..outbox::SLICE
};

/// Reminders with the job that mails them.
pub const REMINDERS: Slice = Slice {
    jobs: &[Work {
        kind: redress_complaint::obligations::MAIL,
        // Without a relay there is nobody to give it to: it is let go, and not sent
        // by the hundred on the day on which one is set up.
        ready: |_| true,
        run: remind,
    }],
    ..reminders::SLICE
};

/// Notices to colleagues with the job that mails them.
pub const NOTICES: Slice = Slice {
    jobs: &[Work {
        kind: notices::MAIL,
        // As for reminders: without a relay they are let go.
        ready: |_| true,
        run: notice_of,
    }],
    ..notices::SLICE
};

/// Checkpoints by mail with the job that sends them.
pub const CHECKPOINTS: Slice = Slice {
    jobs: &[Work {
        kind: checkpoints::MAIL,
        ready: |house| matches!(post(house), Ok(Some(_))),
        run: checkpoint_to,
    }],
    ..checkpoints::SLICE
};

/// Made when it leaves: a relay that was away for days sends the newest, once.
fn checkpoint_to(house: &House, job: &Job) -> Outcome {
    let Ok(recipient) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("the job names nobody".to_owned());
    };
    let now = house.now();
    let made = house
        .db
        .read_now(|reader| checkpoints::letter(reader, house, recipient, now));
    let (mail, post) = match (made, post(house)) {
        (Ok(Some(mail)), Ok(Some(post))) => (mail, post),
        (Ok(None), _) => return Outcome::Done,
        (Ok(_), Ok(None)) => return Outcome::Again("no relay is set up".to_owned()),
        (Err(error), _) | (_, Err(error)) => return Outcome::Again(error.to_string()),
    };
    match post.send(&mail.letter) {
        Ok(()) => {
            let kept = move |tx: &mut _| checkpoints::sent(tx, recipient, mail.size, now);
            match house.db.write_now(kept) {
                Ok(()) => Outcome::Done,
                Err(error) => Outcome::Again(error.to_string()),
            }
        }
        Err(NotSent::Never(code)) => Outcome::Hopeless(format!("refused: {code:?}")),
        Err(NotSent::Later(why)) => Outcome::Again(why),
        Err(NotSent::Misconfigured) => Outcome::Again("the relay's settings are wrong".to_owned()),
    }
}

/// Signing in, with the job that tells people about their own access.
pub const SIGN_IN: Slice = Slice {
    jobs: &[Work {
        kind: account_mail::MAIL,
        // As for notices: without a relay they are let go.
        ready: |_| true,
        run: tell_of_access,
    }],
    ..sign_in::SLICE
};

fn tell_of_access(house: &House, job: &Job) -> Outcome {
    let made = house
        .db
        .read_now(|reader| account_mail::letter(reader, house, &job.payload));
    let (letter, post) = match (made, post(house)) {
        (Ok(Some(letter)), Ok(Some(post))) => (letter, post),
        (Ok(_), Ok(_)) => return Outcome::Done,
        (Err(error), _) | (_, Err(error)) => return Outcome::Again(error.to_string()),
    };
    match post.send(&letter) {
        Ok(()) => Outcome::Done,
        Err(NotSent::Never(code)) => Outcome::Hopeless(format!("refused: {code:?}")),
        Err(NotSent::Later(why)) => Outcome::Again(why),
        Err(NotSent::Misconfigured) => Outcome::Again("the relay's settings are wrong".to_owned()),
    }
}

fn notice_of(house: &House, job: &Job) -> Outcome {
    let Ok(person) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("the job names nobody".to_owned());
    };
    let until = house.now();
    let made = house.db.read_now(|reader| -> Result<_, Error> {
        let read = notices::waiting_for(reader, person, until)?;
        Ok((read, notices::letter(reader, house, person, until)?))
    });
    let (read, sent) = match (made, post(house)) {
        (Ok((read, Some(letter))), Ok(Some(post))) => (read, post.send(&letter)),
        (Ok((read, _)), Ok(_)) => (read, Ok(())),
        (Err(error), _) | (_, Err(error)) => return Outcome::Again(error.to_string()),
    };
    let told = move |tx: &mut _| notices::told(tx, person, &read, until);
    match sent {
        Ok(()) => match house.db.write_now(told) {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Again(error.to_string()),
        },
        Err(NotSent::Never(code)) => Outcome::Hopeless(format!("refused: {code:?}")),
        Err(NotSent::Later(why)) => Outcome::Again(why),
        Err(NotSent::Misconfigured) => Outcome::Again("the relay's settings are wrong".to_owned()),
    }
}

/// The letter is made when it leaves: what was done meanwhile is not in it.
fn remind(house: &House, job: &Job) -> Outcome {
    let mut parts = job.payload.split(' ');
    let person = parts.next().and_then(|id| id.parse::<Id>().ok());
    let round = parts.next().and_then(|at| at.parse::<i64>().ok());
    let letter = parts.next().and_then(|id| id.parse::<Id>().ok());
    let (Some(person), Some(round), Some(id)) = (person, round, letter) else {
        return Outcome::Hopeless("the job names no round".to_owned());
    };
    let round = Instant::from_micros(round);
    let made = house
        .db
        .read_now(|reader| reminders::letter(reader, house, person, round, id));
    let (mail, post) = match (made, post(house)) {
        (Ok(Some(mail)), Ok(Some(post))) => (mail, post),
        (Ok(_), Ok(_)) => return Outcome::Done,
        (Err(error), _) | (_, Err(error)) => return Outcome::Again(error.to_string()),
    };
    match post.send(&mail.letter) {
        Ok(()) => has_left(house, mail),
        Err(NotSent::Never(code)) => Outcome::Hopeless(format!("refused: {code:?}")),
        Err(NotSent::Later(why)) => Outcome::Again(why),
        Err(NotSent::Misconfigured) => Outcome::Again("the relay's settings are wrong".to_owned()),
    }
}

/// Being told is one fact, the letter that left is another.
fn has_left(house: &House, mail: reminders::Mail) -> Outcome {
    let now = house.now();
    match house.db.write_now(move |tx| mail.left(tx, now)) {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn send(house: &House, job: &Job) -> Outcome {
    let post = match post(house) {
        Ok(Some(post)) => post,
        Ok(None) => return Outcome::Again("no relay is set up".to_owned()),
        Err(error) => return Outcome::Again(error.to_string()),
    };
    match house.db.read_now(|reader| receiving(reader, job)) {
        Ok(receiving) => {
            // Whoever sorts what arrives derives the same.
            let key = house.db.keys().derived("reply address");
            let ways = Ways {
                post,
                receiving,
                key,
            };
            send_mail(house, job, &ways)
        }
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// Where answers and reports about this letter come back to; None while nobody fetches
/// mail.
fn receiving(reader: &mut Reader, job: &Job) -> Result<Option<Receiving>, Error> {
    let unit = outbox::unit_of(reader, job)?;
    let kept = settings::receiving(reader, unit)?;
    Ok(kept.map(|kept| Receiving {
        address: kept.terms.address,
        plus: kept.terms.plus,
    }))
}

/// Significant complaints with the mail that tells top management of them.
pub const SIGNIFICANCE: Slice = Slice {
    jobs: &[Work {
        kind: notice::KIND,
        ready: |house| matches!(post(house), Ok(Some(_))),
        run: notify,
    }],
    ..significance::SLICE
};

fn notify(house: &House, job: &Job) -> Outcome {
    let Some((complaint, person)) = notice::named(job) else {
        return Outcome::Hopeless("the job names nobody".to_owned());
    };
    let read = |reader: &mut _| word(reader, house, complaint, person);
    let letter = match house.db.read_now(read) {
        Ok(Some(letter)) => letter,
        Ok(None) => return Outcome::Done,
        Err(error) => return Outcome::Again(error.to_string()),
    };
    match post(house) {
        Ok(Some(post)) => went(house, (complaint, person), post.send(&letter)),
        Ok(None) => Outcome::Again("no relay is set up".to_owned()),
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn went(house: &House, (complaint, person): (Id, Id), sent: Result<(), NotSent>) -> Outcome {
    match sent {
        Ok(()) => {
            let now = house.now();
            let told = move |tx: &mut _| notice::told(tx, complaint, person, now);
            match house.db.write_now(told) {
                Ok(()) => Outcome::Done,
                Err(error) => Outcome::Again(error.to_string()),
            }
        }
        Err(NotSent::Never(_)) => Outcome::Hopeless("the relay refuses the address".to_owned()),
        Err(NotSent::Later(why)) => Outcome::Again(why),
        Err(NotSent::Misconfigured) => Outcome::Again("the relay's settings are wrong".to_owned()),
    }
}

/// The letter, while it is still wanted and leads to somebody; in the language that was
/// chosen for the person, else in the organisation's first.
fn word(
    reader: &mut impl Read,
    house: &House,
    complaint: Id,
    person: Id,
) -> Result<Option<Letter>, Error> {
    let case = notice::wanted(reader, complaint, person)?;
    let member = member(reader, person)?.filter(|it| it.active && !it.email.is_empty());
    let (Some(case), Some(member)) = (case, member) else {
        return Ok(None);
    };
    let of = organisation(reader)?;
    let language = member.language.unwrap_or(of.first_language());
    let (subject, body) = notice::letter(house, &of, &case, language);
    Ok(Some(Letter {
        id: house.new_id(),
        from_name: of.name,
        to: member.email,
        to_name: member.name,
        subject,
        body,
        language,
        automatic: true,
        earlier: Vec::new(),
        back: Back::default(),
        files: Vec::new(),
        at: house.now(),
    }))
}

/// Read anew each time: a relay that was set or removed counts at once.
pub fn post(house: &House) -> Result<Option<Post>, Error> {
    let keys = house.db.keys().clone();
    let settings = house.db.read_now(move |reader| relay(reader, &keys))?;
    // Without its name and password every letter would come back: it waits instead.
    let settings = settings.filter(|settings| !settings.locked);
    Ok(settings.map(|settings| Post::Relay(spoken(settings))))
}

/// The same way, lent to pages that write at once.
pub fn outgoing(house: &House) -> Outgoing {
    let house = house.clone();
    Outgoing(Arc::new(move || post(&house).ok().flatten()))
}

fn spoken(settings: Settings) -> Relay {
    Relay {
        tls: match settings.encryption.as_str() {
            "none" => Tls::None,
            "implicit" => Tls::Implicit,
            _ => Tls::Starttls,
        },
        host: settings.host,
        port: settings.port,
        user: settings.user,
        password: settings.password,
        from: settings.from,
    }
}
