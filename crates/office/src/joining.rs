//! Somebody joins: the one decision and the one record behind the invitation, the
//! owner's first page and the command line.

use crate::{
    account_mail::{What, tell},
    facts::{PasswordSet, PersonAdded, PersonName},
    fault::Fault,
    records::{Purpose, end_sessions, keep_link, keep_password, password_of},
    roster::{Member, members, same_form},
    secret,
};
use redress_kernel::{By, Draft, Id, Instant, Lang, Refusal, Role};
use redress_store::{Error, Tx};

/// How long an invitation can be used.
pub const WELCOME_SECONDS: i64 = 7 * 24 * 3600;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    pub name: String,
    pub email: String,
    pub role: Role,
    /// None: the whole organisation.
    pub unit: Option<Id>,
    pub language: Option<Lang>,
}

/// Adds a person; they can sign in once a password is set for them.
pub fn add_person(tx: &mut Tx, new: &NewPerson, by: &By) -> Result<Id, Fault> {
    let id = tx.new_id(by.at);
    add_person_as(tx, id, new, by)?;
    Ok(id)
}

/// The same under a number that was given when it was asked for.
pub fn add_person_as(tx: &mut Tx, id: Id, new: &NewPerson, by: &By) -> Result<(), Fault> {
    let (added, name) = add(new, &members(tx)?)?;
    tx.record(Draft::with(id, &added, &name), by)?;
    Ok(())
}

/// A path that lets this person set a password once, within a week.
pub fn invite(tx: &mut Tx, person: Id, random: [u8; 32], now: Instant) -> Result<String, Error> {
    let token = secret::token(random);
    keep_link(
        tx,
        &secret::kept(&token),
        Purpose::Welcome,
        Some(person),
        now.plus_seconds(WELCOME_SECONDS),
    )?;
    Ok(format!("/welcome/{token}"))
}

/// `hash` is of `password::hash`. Whoever was signed in as this person is not any more.
pub fn set_password(tx: &mut Tx, person: Id, hash: &str, by: &By) -> Result<(), Error> {
    let had_one = password_of(tx, person)?.is_some();
    keep_password(tx, person, hash, by.at)?;
    end_sessions(tx, person)?;
    if had_one {
        tell(tx, person, What::Password, by.at)?;
    }
    tx.record(Draft::of(person, &PasswordSet {}), by)
        .map(|_| ())
}

pub fn add(new: &NewPerson, roster: &[Member]) -> Result<(PersonAdded, PersonName), Refusal> {
    let name = name_of(&new.name, &new.email, None, roster)?;
    let added = PersonAdded {
        role: new.role,
        unit: new.unit,
        language: new.language,
    };
    Ok((added, name))
}

/// Name and address as they are kept, or what is wrong with them.
pub fn name_of(
    name: &str,
    email: &str,
    own: Option<Id>,
    roster: &[Member],
) -> Result<PersonName, Refusal> {
    let (name, email) = (name.trim(), same_form(email));
    if name.is_empty() {
        return Err(Refusal::new("name-needed").at("name"));
    }
    if !is_address(&email) {
        return Err(Refusal::new("email-wrong").at("email"));
    }
    if roster
        .iter()
        .any(|other| other.email == email && Some(other.id) != own)
    {
        return Err(Refusal::new("email-taken").at("email"));
    }
    Ok(PersonName {
        name: name.to_owned(),
        email,
    })
}

/// Something before one `@` and a host behind it; only a mail that arrives proves more.
fn is_address(email: &str) -> bool {
    let plain = email.len() <= 254 && !email.chars().any(|c| c.is_whitespace() || c.is_control());
    let parts = email.split_once('@');
    plain
        && parts
            .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(n: u8) -> Id {
        Id::new(1, [n; 10])
    }

    fn member(n: u8, name: &str, role: Role) -> Member {
        let email = format!("{}@ferry.example", name.to_lowercase());
        Member {
            id: id(n),
            name: name.into(),
            email,
            role,
            unit: None,
            language: None,
            active: true,
        }
    }

    fn ferry() -> Vec<Member> {
        vec![
            member(1, "Aiste", Role::Admin),
            member(2, "Jonas", Role::Handler),
            member(3, "Rasa", Role::Manager),
        ]
    }

    fn new(name: &str, email: &str) -> NewPerson {
        NewPerson {
            name: name.into(),
            email: email.into(),
            role: Role::Intake,
            unit: None,
            language: None,
        }
    }

    #[test]
    fn a_colleague_is_added_once_whatever_the_case_of_the_address() {
        let (_, name) = add(&new(" Minji ", " Minji@Ferry.example "), &ferry()).unwrap();
        assert_eq!(
            (name.name.as_str(), name.email.as_str()),
            ("Minji", "minji@ferry.example")
        );
        assert_eq!(
            add(&new("Jonas II", "JONAS@ferry.example"), &ferry())
                .unwrap_err()
                .code,
            "email-taken"
        );
    }

    #[test]
    fn what_is_no_address_is_said_beside_the_field() {
        for wrong in [
            "",
            "jonas",
            "@ferry.example",
            "jonas@",
            "a@b@c",
            "jo nas@ferry.example",
        ] {
            let refusal = add(&new("Jonas", wrong), &ferry()).unwrap_err();
            assert_eq!(
                (refusal.code, refusal.field),
                ("email-wrong", Some("email")),
                "{wrong}"
            );
        }
        assert_eq!(
            add(&new("  ", "x@ferry.example"), &ferry())
                .unwrap_err()
                .code,
            "name-needed"
        );
    }
}
