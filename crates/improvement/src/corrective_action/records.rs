//! The rows of corrective actions: the list by due date, and which complaints an
//! action came from.

use super::{
    action::{CorrectiveAction, State},
    facts::{
        CorrectiveActionDone, CorrectiveActionLinked, CorrectiveActionOpened,
        CorrectiveActionPlanned, EffectChecked, Plan,
    },
};
use jiff::civil::Date;
use redress_complaint::{
    facts::Erased,
    identity::Eyes,
    inbox::{SUBJECT, Sight, seen_by},
};
use redress_kernel::{Actor, Entry, Fact, Id, Instant, Lang, indicator::numbered};
use redress_store::{Error, Read, Row, Tx, sql};
use std::collections::{BTreeMap, BTreeSet};

/// Actions of one state on one page.
pub const SHOWN_MAX: i64 = 200;
/// Complaints that wait for an action.
const ASKED_MAX: i64 = 50;
/// Complaints of one action.
pub const CASES_MAX: i64 = 500;

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: Id,
    pub title: String,
    pub state: State,
    pub owner: Id,
    pub due_on: i64,
    pub rounds: i64,
}

/// A complaint as a line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    pub reference: String,
    /// Empty also where these eyes may not know what it is about.
    pub subject: String,
    pub language: Lang,
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        CorrectiveActionOpened::KIND => opened(tx, entry),
        CorrectiveActionPlanned::KIND => planned(tx, entry),
        CorrectiveActionLinked::KIND => {
            let fact = entry.read::<CorrectiveActionLinked>()?.fact;
            linked(tx, entry.about, fact.complaint)
        }
        CorrectiveActionDone::KIND => {
            let query = sql("UPDATE corrective_action SET state = 'done' WHERE id = $1");
            tx.execute(&query.arg(entry.about)).map(|_| ())
        }
        EffectChecked::KIND => checked(tx, entry),
        Erased::KIND => {
            let query = sql("UPDATE corrective_action SET title = '' WHERE id = $1");
            tx.execute(&query.arg(entry.about)).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn title(plan: Option<Plan>) -> String {
    plan.map(|plan| plan.title).unwrap_or_default()
}

fn opened(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let read = entry.read::<CorrectiveActionOpened>()?;
    let query = sql(
        "INSERT INTO corrective_action (id, title, state, owner, due_on, rounds)
         VALUES ($1, $2, 'open', $3, $4, 1)",
    );
    tx.execute(
        &query
            .arg(entry.about)
            .arg(title(read.personal.into_present()))
            .arg(read.fact.owner)
            .arg(numbered(read.fact.due_on)),
    )?;
    let mut cases = read.fact.complaints.into_iter();
    cases.try_for_each(|complaint| linked(tx, entry.about, complaint))
}

fn planned(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let read = entry.read::<CorrectiveActionPlanned>()?;
    let query =
        sql("UPDATE corrective_action SET title = $2, owner = $3, due_on = $4 WHERE id = $1");
    tx.execute(
        &query
            .arg(entry.about)
            .arg(title(read.personal.into_present()))
            .arg(read.fact.owner)
            .arg(numbered(read.fact.due_on)),
    )
    .map(|_| ())
}

fn linked(tx: &mut Tx, action: Id, complaint: Id) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO corrective_action_case (action, complaint) VALUES ($1, $2)
         ON CONFLICT (action, complaint) DO NOTHING",
    );
    tx.execute(&query.arg(action).arg(complaint)).map(|_| ())
}

fn checked(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<EffectChecked>()?.fact;
    let query = match fact.effective {
        true => {
            sql("UPDATE corrective_action SET state = 'effective' WHERE id = $1").arg(entry.about)
        }
        false => sql(
            "UPDATE corrective_action SET state = 'open', rounds = rounds + 1,
             due_on = COALESCE($2, due_on) WHERE id = $1",
        )
        .arg(entry.about)
        .arg(fact.due_on.map(numbered)),
    };
    tx.execute(&query).map(|_| ())
}

/// The action, unless it came from a complaint that is hidden from this viewer.
pub fn find(
    reader: &mut impl Read,
    viewer: &Actor,
    id: Id,
) -> Result<Option<CorrectiveAction>, Error> {
    let Some(action) = CorrectiveAction::fold(&reader.entries(id)?)? else {
        return Ok(None);
    };
    let cases = action.complaints.iter().copied().collect();
    let sight = Sight::among(reader, viewer, &cases)?;
    let hidden = cases.iter().any(|case| sight.hides(*case));
    Ok(Some(action).filter(|_| !hidden))
}

/// Those in this state, what is due first on top; an action with a hidden complaint
/// is hidden with it.
pub fn listed(
    reader: &mut impl Read,
    viewer: &Actor,
    state: State,
    before: Option<Date>,
) -> Result<Vec<Line>, Error> {
    let query =
        sql("SELECT id, title, state, owner, due_on, rounds FROM corrective_action WHERE state = ")
            .bind(state.name())
            .when(before, |q, day| {
                q.push(" AND due_on < ").bind(numbered(day))
            })
            .push(" ORDER BY due_on, id LIMIT ")
            .bind(SHOWN_MAX);
    let lines = reader.rows(&query, line)?;
    seen(reader, viewer, lines)
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        id: row.id(0)?,
        title: row.text(1)?,
        state: State::from_name(&row.text(2)?)
            .ok_or_else(|| Error::Wrong("a corrective action is in no known state".to_owned()))?,
        owner: row.id(3)?,
        due_on: row.int(4)?,
        rounds: row.int(5)?,
    })
}

fn seen(reader: &mut impl Read, viewer: &Actor, lines: Vec<Line>) -> Result<Vec<Line>, Error> {
    let mut cases: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let query = sql("SELECT action, complaint FROM corrective_action_case WHERE action IN (")
        .bind_all(lines.iter().map(|line| line.id))
        .push(") ORDER BY action, complaint LIMIT ")
        .bind(SHOWN_MAX * CASES_MAX);
    if !lines.is_empty() {
        for (action, case) in reader.rows(&query, |row| Ok((row.id(0)?, row.id(1)?)))? {
            cases.entry(action).or_default().insert(case);
        }
    }
    let all = cases.values().flatten().copied().collect();
    let sight = Sight::among(reader, viewer, &all)?;
    let hidden = |line: &Line| {
        let cases = cases.get(&line.id);
        cases.is_some_and(|cases| cases.iter().any(|case| sight.hides(*case)))
    };
    Ok(lines.into_iter().filter(|line| !hidden(line)).collect())
}

/// The actions that came from this complaint.
pub fn of_case(reader: &mut impl Read, viewer: &Actor, case: Id) -> Result<Vec<Line>, Error> {
    let query = sql("SELECT a.id, a.title, a.state, a.owner, a.due_on, a.rounds
         FROM corrective_action_case c JOIN corrective_action a ON a.id = c.action
         WHERE c.complaint = $1 ORDER BY c.action LIMIT 50");
    let lines = reader.rows(&query.arg(case), line)?;
    seen(reader, viewer, lines)
}

/// These complaints, as far as they are there, each as this person may know it.
pub fn references(
    reader: &mut impl Read,
    viewer: &Actor,
    cases: &[Id],
    now: Instant,
) -> Result<Vec<Case>, Error> {
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql(CASE)
        .push(" FROM complaint c WHERE c.id IN (")
        .bind_all(cases.iter().copied())
        .push(") ORDER BY c.id LIMIT ")
        .bind(CASES_MAX);
    let eyes = Eyes::of(reader, viewer, now)?;
    reader.rows(&query, |row| case(row, &eyes))
}

const CASE: &str =
    "SELECT c.reference, c.subject, c.language, c.id, c.owner, c.is_open, c.sensitive";

/// A subject can be the beginning of a long text: its first line stands for it. Of a
/// sensitive case it is for those alone who need it.
fn case(row: &Row, eyes: &Eyes) -> Result<Case, Error> {
    let id = row.id(3)?;
    let sight = eyes.on(id, row.opt_id(4)?, row.int(5)? == 1, row.int(6)? == 1);
    let subject = match sight.texts {
        true => row.opened(1, SUBJECT, id)?,
        false => String::new(),
    };
    Ok(Case {
        reference: row.text(0)?,
        subject: subject.lines().next().unwrap_or_default().to_owned(),
        language: Lang::from_tag(&row.text(2)?).unwrap_or_default(),
    })
}

/// Complaints whose closing asked for corrective action and that none came from yet,
/// the oldest first.
pub fn asked_for(reader: &mut impl Read, viewer: &Actor, now: Instant) -> Result<Vec<Case>, Error> {
    let query = sql(CASE).push(
        " FROM figure_case f JOIN complaint c ON c.id = f.complaint
         WHERE f.noted = 1 AND f.improvement = 1 AND NOT EXISTS
         (SELECT 1 FROM corrective_action_case a WHERE a.complaint = f.complaint)",
    );
    let query = seen_by(query, viewer, "c")
        .push(" ORDER BY f.received_on, f.complaint LIMIT ")
        .bind(ASKED_MAX);
    let eyes = Eyes::of(reader, viewer, now)?;
    reader.rows(&query, |row| case(row, &eyes))
}
