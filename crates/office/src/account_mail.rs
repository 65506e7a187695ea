//! Letters to a person about their own access: a new password, address or second factor,
//! a browser that was not seen before, a way in that somebody made for them, and what two
//! people decide over access and settings. They are how
//! a person learns that it was not they. Sent at once, office hours or not, and without a
//! relay let go, because months later they would only frighten. Keeps no evidence: what
//! happened is a fact of its own.

use crate::roster::{Member, member};
use redress_complaint::{
    House,
    house::{format_for, organisation},
};
use redress_kernel::{
    Id, Instant, Organisation,
    words::{Arg, Message},
};
use redress_mail::{Back, Letter};
use redress_store::{Error, NewJob, Read, Reader, Tx, sql};

pub const MAIL: &str = "account.mail";
/// A day of a broken relay; after that the person has signed in or not.
const TRIES: u32 = 12;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Password,
    Email,
    FactorAdded,
    FactorRemoved,
    Device,
    Recovery,
    SessionsEnded,
    TokenMade,
    TokenEnds,
    /// A colleague asks for a second pair of eyes, about no complaint.
    SecondAsked,
    /// What they asked for was answered, or ended without an answer.
    SecondAnswered,
}

impl What {
    const ALL: [What; 11] = [
        What::Password,
        What::Email,
        What::FactorAdded,
        What::FactorRemoved,
        What::Device,
        What::Recovery,
        What::SessionsEnded,
        What::TokenMade,
        What::TokenEnds,
        What::SecondAsked,
        What::SecondAnswered,
    ];

    /// The sentence is `account-letter-{name}`.
    const fn name(self) -> &'static str {
        match self {
            What::Password => "password",
            What::Email => "email",
            What::FactorAdded => "factor-added",
            What::FactorRemoved => "factor-removed",
            What::Device => "device",
            What::Recovery => "recovery",
            What::SessionsEnded => "sessions-ended",
            What::TokenMade => "token-made",
            What::TokenEnds => "token-ends",
            What::SecondAsked => "second-asked",
            What::SecondAnswered => "second-answered",
        }
    }

    /// Where they see it, and whether a stranger can be behind it.
    const fn page(self) -> (&'static str, bool) {
        match self {
            What::SecondAsked | What::SecondAnswered => ("/desk/second-eyes", false),
            What::TokenEnds => ("/desk/profile", false),
            _ => ("/desk/profile", true),
        }
    }

    fn named(name: &str) -> Option<What> {
        What::ALL.into_iter().find(|what| what.name() == name)
    }
}

pub fn tell(tx: &mut Tx, person: Id, what: What, at: Instant) -> Result<(), Error> {
    planned(tx, person, what, at, at, "-")
}

/// To the address that was theirs until now, too: whoever took an account over would
/// change it first. It travels sealed, and only until the letter has left.
pub fn tell_former_address(
    tx: &mut Tx,
    person: Id,
    former: &str,
    at: Instant,
) -> Result<(), Error> {
    let sealed = tx.keys().seal(MAIL, former)?;
    planned(tx, person, What::Email, at, at, &sealed)
}

/// Some weeks before a program's token ends; if it is still there then.
pub fn tell_before_end(
    tx: &mut Tx,
    person: Id,
    token: Id,
    ends: Instant,
    on: Instant,
) -> Result<(), Error> {
    planned(tx, person, What::TokenEnds, ends, on, &token.to_string())
}

/// A program acts for them from now on.
pub fn tell_of_token(tx: &mut Tx, person: Id, token: Id, at: Instant) -> Result<(), Error> {
    planned(tx, person, What::TokenMade, at, at, &token.to_string())
}

/// What two people do and is about no complaint: who could agree is told, and then
/// whoever asked.
pub fn tell_of_request(
    tx: &mut Tx,
    person: Id,
    what: What,
    request: Id,
    at: Instant,
) -> Result<(), Error> {
    planned(tx, person, what, at, at, &request.to_string())
}

fn planned(
    tx: &mut Tx,
    person: Id,
    what: What,
    at: Instant,
    run_at: Instant,
    more: &str,
) -> Result<(), Error> {
    let (name, micros) = (what.name(), at.micros());
    // The former address is another letter than the present one.
    let which = if more.starts_with("sealed") {
        "former"
    } else {
        more
    };
    tx.enqueue(NewJob {
        kind: MAIL,
        key: format!("account {person} {name} {micros} {which}"),
        payload: format!("{person} {name} {micros} {more}"),
        run_at,
        max_attempts: TRIES,
    })
}

/// None: there is nobody to write to, or nothing to say any more.
pub fn letter(reader: &mut Reader, house: &House, payload: &str) -> Result<Option<Letter>, Error> {
    let Some((person, what, at, more)) = read(payload) else {
        return Ok(None);
    };
    let Some(mut member) = member(reader, person)? else {
        return Ok(None);
    };
    if what == What::TokenEnds && !still_there(reader, &more)? {
        return Ok(None);
    }
    if let Some(former) = house.db.keys().unseal(MAIL, &more) {
        member.email = former;
    }
    let it = organisation(reader)?;
    let writes = !member.email.is_empty() && (member.active || what == What::Email);
    Ok(writes.then(|| written(house, &it, &member, what, at)))
}

fn read(payload: &str) -> Option<(Id, What, Instant, String)> {
    let mut parts = payload.split(' ');
    let person = parts.next()?.parse().ok()?;
    let what = What::named(parts.next()?)?;
    let at = Instant::from_micros(parts.next()?.parse().ok()?);
    Some((person, what, at, parts.next()?.to_owned()))
}

fn still_there(reader: &mut Reader, token: &str) -> Result<bool, Error> {
    let query = sql("SELECT id FROM token WHERE id = $1").arg(token);
    Ok(reader.one(&query, |row| row.id(0))?.is_some())
}

fn written(house: &House, it: &Organisation, member: &Member, what: What, at: Instant) -> Letter {
    let language = member.language.unwrap_or(it.first_language());
    let format = format_for(it, language);
    let say = |message: Message| house.words.tell(language, &message, &format);
    let happened = Message::new(format!("account-letter-{}", what.name()))
        .with("place", it.name.as_str())
        .with("at", Arg::from(at));
    let mut parts = vec![say(happened)];
    let (page, by_a_stranger) = what.page();
    if by_a_stranger {
        parts.push(say(Message::new("account-letter-stranger")));
    }
    parts.push(format!("{}{page}", house.base_url));
    Letter {
        id: house.new_id(),
        from_name: it.name.clone(),
        to: member.email.clone(),
        to_name: member.name.clone(),
        subject: say(Message::new("account-subject").with("place", it.name.as_str())),
        body: parts.join("\n\n"),
        language,
        automatic: true,
        earlier: Vec::new(),
        files: Vec::new(),
        at: house.now(),
        back: Back::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_planned_is_read_again() {
        let person = Id::new(1, [3; 10]);
        for what in What::ALL {
            let payload = format!("{person} {} 5 -", what.name());
            let expected = (person, what, Instant::from_micros(5), "-".to_owned());
            assert_eq!(read(&payload), Some(expected));
        }
        assert_eq!(read("nobody password 5 -"), None);
        assert_eq!(read(&format!("{person} made-up 5 -")), None);
    }
}
