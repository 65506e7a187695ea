//! What these eyes see of a case that they found. Whether they find it was asked before,
//! by `permitted` or by the statement of the list. Leaves no evidence: to look is no act.

use crate::{
    Complaint,
    case::NameShown,
    house::{Away, organisation, stands_in_for, stood_in_for},
};
use redress_kernel::{
    Action, Actor, Id, Instant,
    person::{About, Sight, sight},
};
use redress_store::{Error, Read, Sql, sql};
use std::collections::BTreeSet;

/// More names nobody had shown to them in a day.
const SHOWN_MAX: i64 = 1_000;

/// The fields of this case that this person may know now.
pub fn sight_of(
    reader: &mut impl Read,
    viewer: &Actor,
    case: &Complaint,
    now: Instant,
) -> Result<Sight, Error> {
    let organisation = organisation(reader)?;
    let today = now.date_in(&organisation.zone());
    let deputy = match case.owner {
        Some(owner) if case.was_opened_in_place(viewer.id) => stands_in_for(reader, owner, today)?,
        _ => None,
    };
    let about = About {
        names_for_all: organisation.names_for_all(),
        deputies: deputy.map(|away| away.deputy).into_iter().collect(),
        ..case.about_at(now)
    };
    Ok(sight(viewer, &found(viewer, about)))
}

/// The part of the decision that says whether somebody finds it is behind us.
fn found(viewer: &Actor, about: About) -> About {
    About {
        unit: None,
        unit_path: Vec::new(),
        subjects: Vec::new(),
        line: Vec::new(),
        conflicts: Vec::new(),
        sampled: vec![viewer.id],
        under_request: true,
        ..about
    }
}

/// The same for many cases at once, as rows of a list know them.
#[derive(Debug, Clone)]
pub struct Eyes {
    viewer: Actor,
    names_for_all: bool,
    /// The cases of which a name is shown to them now.
    shown: BTreeSet<Id>,
    /// Those that they opened in the place of an owner who is away today.
    stood_in: BTreeSet<Id>,
}

impl Eyes {
    pub fn of(reader: &mut impl Read, viewer: &Actor, now: Instant) -> Result<Eyes, Error> {
        let organisation = organisation(reader)?;
        let mut eyes = Eyes {
            viewer: viewer.clone(),
            names_for_all: organisation.names_for_all(),
            shown: BTreeSet::new(),
            stood_in: BTreeSet::new(),
        };
        if !eyes.names_for_all && eyes.know_some() {
            let query = sql(
                "SELECT complaint FROM identity_shown WHERE person = $1 AND until_at > $2
                 ORDER BY until_at, complaint LIMIT $3",
            );
            let query = query.arg(viewer.id).arg(now).arg(SHOWN_MAX);
            let shown = reader.rows(&query, |row| row.id(0))?;
            eyes.shown = shown.into_iter().collect();
            let today = now.date_in(&organisation.zone());
            let absent = stood_in_for(reader, viewer.id, today)?;
            eyes.stood_in = stood_in(reader, viewer, absent)?;
        }
        Ok(eyes)
    }

    /// Is there any case whose name they may know?
    fn know_some(&self) -> bool {
        self.viewer.may(Action::SeeIdentity)
    }

    /// Do they know the name in every case that they find? Nothing of a sensitive one is
    /// found by its words, so that those need no question of their own.
    pub fn know_all(&self) -> bool {
        let some_case = self.on(Id::ORGANISATION, None, false, false);
        some_case.identity
    }

    /// What they see of this case, which they found.
    pub fn on(&self, complaint: Id, owner: Option<Id>, open: bool, sensitive: bool) -> Sight {
        let about = About {
            owner,
            open,
            sensitive,
            names_for_all: self.names_for_all,
            deputies: match self.stood_in.contains(&complaint) {
                true => vec![self.viewer.id],
                false => Vec::new(),
            },
            revealed: match self.shown.contains(&complaint) {
                true => vec![self.viewer.id],
                false => Vec::new(),
            },
            ..About::default()
        };
        sight(&self.viewer, &found(&self.viewer, about))
    }

    /// Goes on with ` AND ...`, so that only cases remain whose name they know.
    pub fn knowing(&self, query: Sql) -> Sql {
        if !self.know_some() {
            return query.push(" AND 1 = 0");
        }
        if self.know_all() {
            return query;
        }
        let query = query
            .push(" AND ((complaint.owner IS NOT NULL AND complaint.owner = ")
            .bind(self.viewer.id)
            .push(" AND complaint.is_open = 1)");
        let known: BTreeSet<Id> = self.shown.union(&self.stood_in).copied().collect();
        match known.is_empty() {
            true => query.push(")"),
            false => query
                .push(" OR complaint.id IN (")
                .bind_all(known)
                .push("))"),
        }
    }

    /// Those of these cases whose name they know.
    pub fn among(&self, reader: &mut impl Read, ids: &[Id]) -> Result<BTreeSet<Id>, Error> {
        let mut known = BTreeSet::new();
        for some in ids.chunks(ASKED_AT_ONCE) {
            let query =
                sql("SELECT id FROM complaint WHERE id IN (").bind_all(some.iter().copied());
            let query = self
                .knowing(query.push(")"))
                .push(" ORDER BY id LIMIT ")
                .bind(ASKED_AT_ONCE as i64);
            known.extend(reader.rows(&query, |row| row.id(0))?);
        }
        Ok(known)
    }
}

/// Open cases of these people who are away, whose name was shown to their deputy.
fn stood_in(
    reader: &mut impl Read,
    deputy: &Actor,
    absent: Vec<Away>,
) -> Result<BTreeSet<Id>, Error> {
    if absent.is_empty() {
        return Ok(BTreeSet::new());
    }
    let query = sql("SELECT DISTINCT i.complaint
         FROM identity_shown i JOIN complaint c ON c.id = i.complaint
         WHERE i.until_at = 0 AND c.is_open = 1 AND i.person = ")
    .bind(deputy.id)
    .push(" AND i.why = ")
    .bind(NameShown::STANDS_IN)
    .push(" AND c.owner IN (")
    .bind_all(absent.into_iter().map(|away| away.person))
    .push(") ORDER BY i.complaint LIMIT ")
    .bind(SHOWN_MAX);
    let known = reader.rows(&query, |row| row.id(0))?;
    Ok(known.into_iter().collect())
}

/// So many identifiers in one statement.
const ASKED_AT_ONCE: usize = 200;
