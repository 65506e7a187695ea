//! Lines of the ledger, as one reader may see them.

use crate::{mail_columns::MESSAGE_ID, mail_seen::seen};
use redress_complaint::inbox;
use redress_kernel::{Action, Actor, Id, Instant};
use redress_store::{Error, Field, Read, Row, Sql, sql};

pub const PAGE: i64 = 50;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub mailbox: Option<Id>,
    pub fate: Option<String>,
    /// "Where is my mail?": the name that a message gave itself.
    pub message_id: Option<String>,
    /// Older than this line.
    pub before: Option<(Instant, Id)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub mail: Id,
    pub mailbox: Id,
    pub uid: i64,
    pub message_id: String,
    pub bytes: i64,
    pub arrived_at: Option<Instant>,
    pub fate: String,
    pub same_as: Option<Id>,
    pub recorded_at: Instant,
    /// Its complaint, where this reader may see it.
    pub reference: Option<String>,
}

/// The newest first; with whether there are older ones. `viewer`: whoever reads them at
/// the desk; in administration they have no names, and all of them are counted.
pub fn lines(
    reader: &mut impl Read,
    viewer: Option<&Actor>,
    filter: &Filter,
) -> Result<(Vec<Line>, bool), Error> {
    let query = sql("SELECT m.id, m.mailbox, m.uid, m.message_id, m.bytes, m.arrived_at, m.fate, m.same_as, m.recorded_at,
           m.complaint
         FROM mail_ledger m WHERE 1 = 1");
    let query = query.when(viewer, seen);
    let named = filter.message_id.as_deref();
    let blind = reader.blind()?;
    let named = named.map(|id| blind.token(Field::Message, id));
    let query = filtered(query, filter, named);
    let query = query
        .push(" ORDER BY m.recorded_at DESC, m.id DESC LIMIT ")
        .bind(PAGE + 1);
    let found = reader.rows(&query, |row| Ok((line(row)?, row.opt_id(9)?)))?;
    let older = found.len() as i64 > PAGE;
    let mut lines = Vec::new();
    for (mut line, complaint) in found.into_iter().take(PAGE as usize) {
        let reads = viewer.filter(|viewer| viewer.may(Action::SeeCase));
        if let (Some(viewer), Some(case)) = (reads, complaint) {
            line.reference = reference(reader, viewer, case)?;
        }
        // Often made of somebody's address: for those who may know names.
        if !viewer.is_some_and(|viewer| viewer.may(Action::SeeIdentity)) {
            line.message_id.clear();
        }
        lines.push(line);
    }
    Ok((lines, older))
}

fn filtered(query: Sql, filter: &Filter, named: Option<String>) -> Sql {
    query
        .when(filter.mailbox, |q, mailbox| {
            q.push(" AND m.mailbox = ").bind(mailbox)
        })
        .when(filter.fate.clone(), |q, fate| {
            q.push(" AND m.fate = ").bind(fate)
        })
        .when(named, |q, token| {
            q.push(" AND m.message_token = ").bind(token)
        })
        .when(filter.before, |q, (at, id)| {
            q.push(" AND (m.recorded_at, m.id) < (")
                .bind(at)
                .push(", ")
                .bind(id)
                .push(")")
        })
}

fn line(row: &Row) -> Result<Line, Error> {
    let mail = row.id(0)?;
    Ok(Line {
        mail,
        mailbox: row.id(1)?,
        uid: row.int(2)?,
        message_id: row.opened(3, MESSAGE_ID, mail)?,
        bytes: row.int(4)?,
        arrived_at: row.opt_instant(5)?,
        fate: row.text(6)?,
        same_as: row.opt_id(7)?,
        recorded_at: row.instant(8)?,
        reference: None,
    })
}

fn reference(
    reader: &mut impl Read,
    viewer: &Actor,
    complaint: Id,
) -> Result<Option<String>, Error> {
    let query = sql("SELECT c.reference FROM complaint c WHERE c.id = ").bind(complaint);
    reader.one(&inbox::seen_by(query, viewer, "c"), |row| row.text(0))
}
