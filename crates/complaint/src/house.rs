//! What every handler is handed: the database, the words, the clock, the list
//! of slices, and the functions that chapters lend to it at start.
//!
//! Also the published queries on organisation and people: `office` alone writes
//! those tables, everybody may read them through here.

use crate::{
    at::{Colleague, Competences},
    live::Hub,
    routes::ProveAnew,
    slice::Slice,
    unconfirmed::Gates,
};
use jiff::civil::Date;
use redress_kernel::{
    Actor, Id, Instant, Lang, Organisation, Role, calendar::Calendar, instant::Clock,
    person::UnitTree,
};
use redress_store::{Db, Error, Read, Reader, Row, Tx, sql};
use redress_web::{format::Format, guard::spent_in_database, words::Words};
use std::{cell::RefCell, sync::Arc};

/// What a request shows to say who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    Session(String),
    Bearer(String),
}

/// Looks up who holds a credential now; a changed role or a revoked session
/// takes effect with the next request.
pub type WhoIs = fn(&mut Reader, &Credential, Instant) -> Result<Option<Actor>, Error>;

/// The database, with the time that a request spends in it counted for `Server-Timing`.
#[derive(Clone)]
pub struct Timed {
    db: Db,
    /// Microseconds of a clock that never goes back.
    micros: fn() -> u64,
}

impl Timed {
    pub fn new(db: Db, micros: fn() -> u64) -> Timed {
        Timed { db, micros }
    }

    pub async fn read<T, E>(
        &self,
        f: impl FnOnce(&mut Reader) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let began = (self.micros)();
        let done = self.db.read(f).await;
        spent_in_database((self.micros)().saturating_sub(began));
        done
    }

    pub async fn write<T, E>(
        &self,
        f: impl FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let began = (self.micros)();
        let done = self.db.write(f).await;
        spent_in_database((self.micros)().saturating_sub(began));
        done
    }
}

impl std::ops::Deref for Timed {
    type Target = Db;
    fn deref(&self) -> &Db {
        &self.db
    }
}

pub struct Inner {
    pub db: Timed,
    pub words: &'static Words,
    pub clock: Arc<dyn Clock>,
    pub slices: &'static [&'static Slice],
    pub who_is: WhoIs,
    /// Asks whoever does something sensitive to prove anew who they are.
    pub prove_anew: ProveAnew,
    /// Thirty-two bytes from the operating system's source.
    pub random: fn() -> [u8; 32],
    /// How the world reaches us: `https://complaints.example.org`, without a slash at the end.
    pub base_url: String,
    /// Who has a page open that wants to hear of changes.
    pub live: Arc<Hub>,
    /// What came in within this hour, by network.
    pub gates: Gates,
    /// Networks of our own that may be posted to, as whoever runs the server named them.
    pub inside: Vec<redress_kernel::Network>,
}

#[derive(Clone)]
pub struct House(pub Arc<Inner>);

impl std::ops::Deref for House {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl House {
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    pub fn new_id(&self) -> Id {
        let random = (self.random)();
        let mut ten = [0; 10];
        ten.iter_mut().zip(random).for_each(|(to, from)| *to = from);
        Id::new(self.now().micros(), ten)
    }
}

/// The organisation as it decided about itself; a default before set-up. Zone,
/// prefix and targets go into facts, so a body that cannot be read is an error.
pub fn organisation(reader: &mut impl Read) -> Result<Organisation, Error> {
    let body = settings(reader)?;
    match body.is_empty() {
        true => Ok(Organisation::default()),
        false => read_body(body),
    }
}

/// The same as it was written; empty before set-up.
pub(crate) fn settings(reader: &mut impl Read) -> Result<String, Error> {
    let body = reader.one(&sql("SELECT body FROM organisation WHERE id = 1"), |row| {
        row.text(0)
    })?;
    Ok(body.unwrap_or_default())
}

thread_local! {
    /// What was read last, with what it was read from: every page and every receipt asks,
    /// and the text changes once a month. The text itself is compared, so nothing can be
    /// out of date.
    static LAST_READ: RefCell<Option<(String, Organisation)>> = const { RefCell::new(None) };
    /// Laying out a calendar takes longer than counting over it.
    static LAST_LAID: RefCell<Option<(String, Arc<Calendar>)>> = const { RefCell::new(None) };
}

/// The organisation's working days and hours, laid out.
pub fn calendar(reader: &mut impl Read) -> Result<Arc<Calendar>, Error> {
    let body = settings(reader)?;
    let last = LAST_LAID.with_borrow(|last| {
        let same = last.as_ref().filter(|(text, _)| *text == body);
        same.map(|(_, days)| days.clone())
    });
    if let Some(days) = last {
        return Ok(days);
    }
    let organisation = match body.is_empty() {
        true => Organisation::default(),
        false => read_body(body.clone())?,
    };
    let days = Arc::new(organisation.calendar());
    LAST_LAID.set(Some((body, days.clone())));
    Ok(days)
}

fn read_body(body: String) -> Result<Organisation, Error> {
    LAST_READ.with_borrow_mut(|last| {
        if let Some((_, organisation)) = last.as_ref().filter(|(text, _)| *text == body) {
            return Ok(organisation.clone());
        }
        let organisation: Organisation = serde_json::from_str(&body).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            Error::Wrong(format!(
                "the organisation's settings cannot be read at {line}:{column}"
            ))
        })?;
        *last = Some((body, organisation.clone()));
        Ok(organisation)
    })
}

/// A role as it is written in a column. One that this release does not know is an
/// error: nobody is given a role by guessing.
pub fn role_named(name: &str) -> Result<Role, Error> {
    Role::from_name(name).ok_or_else(|| Error::Wrong("a person's role is unknown".to_owned()))
}

/// Has somebody set this installation up?
pub fn is_set_up(reader: &mut impl Read) -> Result<bool, Error> {
    Ok(reader
        .one(&sql("SELECT id FROM organisation WHERE id = 1"), |row| {
            row.int(0)
        })?
        .is_some())
}

/// Who may have a case, who is kept apart, what lies below a unit: where that is decided a
/// list that ends early would be a wrong answer, so one past these numbers is an error.
pub const PEOPLE_MAX: usize = 50_000;
pub const UNITS_MAX: usize = 10_000;

/// Everybody who can sign in, by name.
pub fn colleagues(reader: &mut impl Read) -> Result<Vec<Colleague>, Error> {
    let query = sql("SELECT id, name, role, unit FROM person WHERE active = 1 ORDER BY name, id");
    reader.all(query, PEOPLE_MAX, |row| {
        Ok(Colleague {
            id: row.id(0)?,
            name: row.text(1)?,
            role: role_named(&row.text(2)?)?,
            unit: row.opt_id(3)?,
        })
    })
}

/// Who holds which competence; read only where some category asks for one.
pub fn competences(
    reader: &mut impl Read,
    organisation: &Organisation,
) -> Result<Competences, Error> {
    if organisation.objectivity.needs.is_empty() {
        return Ok(Competences::default());
    }
    let query =
        sql("SELECT person, competence, until_on FROM competence ORDER BY person, competence");
    let rows = reader.all(query, PEOPLE_MAX, |row| {
        let until = row.opt_text(2)?.and_then(|day| day.parse().ok());
        Ok((row.id(0)?, row.text(1)?, until))
    })?;
    let mut held = Competences::default();
    for (person, competence, until) in rows {
        held.held
            .entry(person)
            .or_default()
            .push((competence, until));
    }
    Ok(held)
}

/// Somebody is away, and somebody else stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    pub person: Id,
    pub deputy: Id,
    pub from: Date,
    /// The last day.
    pub until: Date,
}

const AWAY: &str = "SELECT person, deputy, from_on, until_on FROM away";

fn away(row: &Row) -> Result<Away, Error> {
    let day = |text: String| {
        let wrong = |_| Error::Wrong("a day of an absence cannot be read".to_owned());
        text.parse::<Date>().map_err(wrong)
    };
    Ok(Away {
        person: row.id(0)?,
        deputy: row.id(1)?,
        from: day(row.text(2)?)?,
        until: day(row.text(3)?)?,
    })
}

/// When this person is away, now or later; what is over stands there still.
pub fn away_of(reader: &mut impl Read, person: Id) -> Result<Option<Away>, Error> {
    reader.one(&sql(AWAY).push(" WHERE person = ").bind(person), away)
}

/// Who stands in for this person on this day.
pub fn stands_in_for(
    reader: &mut impl Read,
    person: Id,
    today: Date,
) -> Result<Option<Away>, Error> {
    let away = away_of(reader, person)?;
    Ok(away.filter(|it| it.from <= today && today <= it.until))
}

/// For whom this person stands in on this day.
pub fn stood_in_for(reader: &mut impl Read, deputy: Id, today: Date) -> Result<Vec<Away>, Error> {
    let query = sql(AWAY)
        .push(" WHERE deputy = ")
        .bind(deputy)
        .push(" AND from_on <= ")
        .bind(today.to_string())
        .push(" AND until_on >= ")
        .bind(today.to_string())
        .push(" ORDER BY until_on, person LIMIT 200");
    reader.rows(&query, away)
}

/// A part of the organisation whose people see only their own complaints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: Id,
    pub name: String,
}

pub fn units(reader: &mut impl Read) -> Result<Vec<Unit>, Error> {
    let query = sql("SELECT id, name FROM unit ORDER BY name, id");
    reader.all(query, UNITS_MAX, |row| {
        Ok(Unit {
            id: row.id(0)?,
            name: row.text(1)?,
        })
    })
}

/// How the units lie to one another.
pub fn unit_tree(reader: &mut impl Read) -> Result<UnitTree, Error> {
    let query = sql("SELECT id, above FROM unit WHERE above IS NOT NULL ORDER BY id");
    let pairs = reader.all(query, UNITS_MAX, |row| Ok((row.id(0)?, row.id(1)?)))?;
    Ok(UnitTree::of(pairs))
}

/// The unit that somebody named by its identifier or its name, in any case.
pub fn unit_named(reader: &mut impl Read, typed: &str) -> Result<Option<Id>, Error> {
    let (id, name) = (typed.trim().parse().ok(), typed.trim().to_lowercase());
    let mut all = units(reader)?.into_iter();
    Ok(all
        .find(|unit| Some(unit.id) == id || unit.name.to_lowercase() == name)
        .map(|unit| unit.id))
}

pub fn format_for(organisation: &Organisation, lang: Lang) -> Format {
    Format {
        lang,
        zone: organisation.zone(),
        roc: organisation.roc_years,
        terms: organisation.terms.clone(),
    }
}
