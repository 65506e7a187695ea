//! `redress setup`, `redress user add`, `redress token create`: without a browser.

use super::{Failure, keys::ON_PAPER, open, say};
use crate::{
    cli::{Place, Setup, TokenCreate, UserAdd, UserRecover},
    clock::{MachineClock, random},
};
use redress_kernel::{
    By, Id, Lang, Organisation, Refusal, Role, calendar::weekday, holidays::Holidays,
    instant::Clock,
};
use redress_office::{
    Fault, NewPerson, NewToken, SetUp, add_person, create_token_until, invite, recover,
    roster::by_email, scope_named, set_password, unit_named,
};
use redress_packs::calendars;
use redress_store::Db;
use serde_json::json;
use std::{io::Read, path::Path, process::ExitCode};

pub fn setup(place: &Place, asked: Setup) -> Result<ExitCode, Failure> {
    let password_hash = password(asked.password_stdin)?;
    let new = SetUp {
        organisation: organisation(&asked)?,
        admin_name: asked.admin.clone(),
        admin_email: asked.admin.clone(),
        password_hash,
        language: None,
    };
    let db = open(place)?;
    let now = MachineClock.now();
    let paper = key_on_paper(&db, asked.key_copy.as_deref())?;
    let invitation = db.write_now(move |tx| -> Result<Option<String>, Fault> {
        let with_password = new.password_hash.is_some();
        let owner = redress_office::setup(tx, new, now)?;
        if with_password {
            Ok(None)
        } else {
            Ok(Some(invite(tx, owner, random(), now)?))
        }
    })?;
    let object = json!({ "organisation": asked.org, "admin": asked.admin, "invitation": invitation, "root_key": paper });
    say(
        place.json,
        &object,
        &format!(
            "{} is set up; {} administers it.{}\n{}{}",
            asked.org,
            asked.admin,
            link(&invitation),
            WHAT_STAYS_OPEN,
            paper.map_or_else(String::new, |paper| format!("\n\n{ON_PAPER}\n\n{paper}"))
        ),
    );
    Ok(ExitCode::SUCCESS)
}

/// What is told to whoever sets up.
const WHAT_STAYS_OPEN: &str = "Names and contact are kept encrypted; what people write in ordinary complaints stays searchable and is therefore not: use an encrypted disk.";

/// The root key, the one time that it is made here.
fn key_on_paper(db: &Db, folder: Option<&Path>) -> Result<Option<String>, Failure> {
    let (keys, now) = (db.keys(), MachineClock.now());
    let paper = match keys.has_root() {
        true => None,
        false => Some(keys.new_root(now)?.on_paper()),
    };
    if let Some(folder) = folder {
        keys.keep_second(&std::fs::canonicalize(folder)?, now)?;
    }
    Ok(paper)
}

pub fn add(place: &Place, asked: UserAdd) -> Result<ExitCode, Failure> {
    let role = Role::from_name(&asked.role).ok_or_else(|| {
        let known = Role::ALL.map(Role::name).join(", ");
        Failure::Usage(format!(
            "the role {} is not known; known: {known}",
            asked.role
        ))
    })?;
    let hash = password(asked.password_stdin)?;
    let db = open(place)?;
    let (email, name, unit) = (asked.email.clone(), asked.name.clone(), asked.unit.clone());
    let by = By::system(MachineClock.now());
    let (id, invitation) = db.write_now(move |tx| -> Result<(Id, Option<String>), Fault> {
        let unit = unit
            .as_deref()
            .map(|name| unit_named(tx, name, &by))
            .transpose()?;
        let id = add_person(
            tx,
            &NewPerson {
                name,
                email,
                role,
                unit,
                language: None,
            },
            &by,
        )?;
        match hash {
            Some(hash) => set_password(tx, id, &hash, &by)
                .map(|()| (id, None))
                .map_err(Fault::from),
            None => Ok((id, Some(invite(tx, id, random(), by.at)?))),
        }
    })?;
    let object =
        json!({ "id": id, "email": asked.email, "role": role.name(), "invitation": invitation });
    say(
        place.json,
        &object,
        &format!(
            "{} can sign in as {}.{}",
            asked.email,
            role.name(),
            link(&invitation)
        ),
    );
    Ok(ExitCode::SUCCESS)
}

pub fn token(place: &Place, asked: TokenCreate) -> Result<ExitCode, Failure> {
    let scope = scope_named(asked.scope.as_deref().unwrap_or_default()).ok_or_else(|| {
        Failure::Usage(
            "the scope is all, read, receive, or actions with commas between them".to_owned(),
        )
    })?;
    let db = open(place)?;
    let by = By::system(MachineClock.now());
    let (user, name) = (asked.user.clone(), asked.name.clone());
    let token = db.write_now(move |tx| -> Result<String, Fault> {
        let person = by_email(tx, &user)?
            .ok_or_else(|| Refusal::new("no-such-person"))?
            .id;
        create_token_until(
            tx,
            &NewToken {
                person,
                name,
                scope,
            },
            by.at.plus_seconds(i64::from(asked.days) * 24 * 3600),
            random(),
            &by,
        )
    })?;
    say(place.json, &json!({ "token": token }), &token);
    Ok(ExitCode::SUCCESS)
}

/// For the last administrator: there is nobody else to look who it is, but whoever runs
/// commands on this machine holds everything already.
pub fn start_anew(place: &Place, asked: UserRecover) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let (email, now) = (asked.email.clone(), MachineClock.now());
    let path = db.write_now(move |tx| recover(tx, &email, random(), now))?;
    let object = json!({ "email": asked.email, "link": path });
    let told = format!(
        "Open {path} on the server within a day: a new password, and the second factor anew."
    );
    say(place.json, &object, &told);
    Ok(ExitCode::SUCCESS)
}

fn link(invitation: &Option<String>) -> String {
    invitation
        .as_ref()
        .map(|path| format!(" To set a password, open {path} on the server."))
        .unwrap_or_default()
}

/// The hash of what came on stdin. A password given here works as it is:
/// whoever sets up by script knows what they do, and is told what a page would refuse.
fn password(from_stdin: bool) -> Result<Option<String>, Failure> {
    if !from_stdin {
        return Ok(None);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let password = text.trim_end_matches(['\r', '\n']).to_owned();
    if password.is_empty() {
        return Err(Failure::Usage("no password came on stdin".to_owned()));
    }
    if redress_office::password::acceptable(&password, &[]).is_err() {
        eprintln!(
            "redress: this password is short, leaked somewhere or is easy to guess; it works as it is, and a page would refuse it"
        );
    }
    let hash = redress_office::password::hash(&password, random());
    hash.map(Some)
        .ok_or_else(|| Failure::Failed("the password cannot be hashed".to_owned()))
}

fn organisation(asked: &Setup) -> Result<Organisation, Failure> {
    let zone = asked.time_zone.clone().unwrap_or_else(machine_zone);
    if jiff::tz::TimeZone::get(&zone).is_err() {
        return Err(Failure::Usage(format!("the time zone {zone} is not known")));
    }
    let weekend: Vec<String> = asked
        .weekend
        .split(',')
        .map(|day| day.trim().to_lowercase())
        .filter(|day| !day.is_empty())
        .collect();
    if let Some(wrong) = weekend.iter().find(|day| weekday(day).is_none()) {
        return Err(Failure::Usage(format!("{wrong} is not a day of the week")));
    }
    let prefix = asked.prefix.to_uppercase();
    if !(2..=4).contains(&prefix.len()) || !prefix.chars().all(|c| c.is_ascii_uppercase()) {
        return Err(Failure::Usage(
            "the prefix is two to four letters".to_owned(),
        ));
    }
    let languages = match &asked.languages {
        None => Lang::ALL.to_vec(),
        Some(list) => list
            .split(',')
            .map(|tag| {
                Lang::from_tag(tag).ok_or_else(|| {
                    Failure::Usage(format!("the language {tag} is not one of the six"))
                })
            })
            .collect::<Result<_, _>>()?,
    };
    Ok(Organisation {
        name: asked.org.clone(),
        time_zone: zone,
        languages,
        prefix,
        weekend,
        holidays: asked.holidays.as_deref().map(holidays).transpose()?,
        ..Organisation::default()
    })
}

fn holidays(id: &str) -> Result<Holidays, Failure> {
    let list = calendars::national(id).ok_or_else(|| {
        let known = calendars::ids().join(", ");
        Failure::Usage(format!(
            "no list of public holidays is called {id}; known: {known}"
        ))
    })?;
    Ok(Holidays::of(list))
}

#[allow(
    clippy::disallowed_methods,
    reason = "the machine's zone is a default of the command line"
)]
fn machine_zone() -> String {
    jiff::tz::TimeZone::system()
        .iana_name()
        .unwrap_or("UTC")
        .to_owned()
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        Failure::Failed(fault.to_string())
    }
}
