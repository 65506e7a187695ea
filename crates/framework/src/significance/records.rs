//! The rows of the notifications log: one a complaint, with the first moment of each
//! step, also where a later ground asked again.

use super::notice::WHAT;
use redress_complaint::{
    facts::{
        Annulled, ColleagueTold, SignificanceConfirmed, SignificanceFound, SignificanceLifted,
    },
    inbox::seen_by,
    record::newest,
};
use redress_kernel::{Actor, Entry, Fact, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

/// The newest so many are shown and measured.
pub const SHOWN_MAX: i64 = 500;

#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    pub reference: String,
    pub received_at: Instant,
    pub grounds: Vec<String>,
    pub since: Instant,
    pub confirm_by: Instant,
    pub told_at: Option<Instant>,
    pub told: Option<Id>,
    pub confirmed_at: Option<Instant>,
    pub confirmed_by: Option<Id>,
    /// Some confirmation came after its time.
    pub late: bool,
    pub lifted_at: Option<Instant>,
    pub is_open: bool,
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        SignificanceFound::KIND => found(tx, entry),
        ColleagueTold::KIND => told(tx, entry),
        SignificanceConfirmed::KIND => confirmed(tx, entry),
        SignificanceLifted::KIND => {
            let query = sql("UPDATE significance_log SET lifted_at = $2 WHERE complaint = $1");
            tx.execute(&query.arg(entry.about).arg(entry.at()))
                .map(|_| ())
        }
        Annulled::KIND => {
            let query = sql("DELETE FROM significance_log WHERE complaint = $1");
            tx.execute(&query.arg(entry.about)).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn found(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let case = newest(tx, entry)?;
    let now = case.significant.clone().unwrap_or_default();
    tx.memo.keep(case.id, case);
    let query = sql(
        "INSERT INTO significance_log (complaint, grounds, since, confirm_by, late) VALUES ($1, $2, $3, $4, 0)
         ON CONFLICT (complaint) DO UPDATE SET grounds = $2, confirm_by = $4, lifted_at = NULL",
    );
    let query = query.arg(entry.about).arg(now.grounds.join(" "));
    tx.execute(&query.arg(now.since).arg(now.confirm_by))
        .map(|_| ())
}

fn told(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let told = entry.read::<ColleagueTold>()?.fact;
    if told.what != WHAT {
        return Ok(());
    }
    let query = sql(
        "UPDATE significance_log SET told_at = $2, told = $3 WHERE complaint = $1 AND told_at IS NULL",
    );
    tx.execute(&query.arg(entry.about).arg(entry.at()).arg(told.person))
        .map(|_| ())
}

fn confirmed(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let late = sql("UPDATE significance_log SET late = 1 WHERE complaint = $1 AND confirm_by < $2");
    tx.execute(&late.arg(entry.about).arg(entry.at()))?;
    let query = sql(
        "UPDATE significance_log SET confirmed_at = $2, confirmed_by = $3 WHERE complaint = $1 AND confirmed_at IS NULL",
    );
    tx.execute(&query.arg(entry.about).arg(entry.at()).arg(entry.actor))
        .map(|_| ())
}

/// The newest first, as far as this person may see their complaints.
pub fn log(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Logged>, Error> {
    let query = sql(
        "SELECT complaint.reference, complaint.received_at, l.grounds, l.since, l.confirm_by, l.told_at, l.told,
                l.confirmed_at, l.confirmed_by, l.late, l.lifted_at, complaint.is_open
         FROM significance_log l JOIN complaint ON complaint.id = l.complaint WHERE 1 = 1",
    );
    let query = seen_by(query, viewer, "complaint")
        .push(" ORDER BY l.since DESC, l.complaint DESC LIMIT ")
        .bind(SHOWN_MAX);
    reader.rows(&query, |row| {
        let moment = |at: usize| Ok::<_, Error>(row.opt_int(at)?.map(Instant::from_micros));
        Ok(Logged {
            reference: row.text(0)?,
            received_at: row.instant(1)?,
            grounds: row.text(2)?.split(' ').map(str::to_owned).collect(),
            since: row.instant(3)?,
            confirm_by: row.instant(4)?,
            told_at: moment(5)?,
            told: row.opt_id(6)?,
            confirmed_at: moment(7)?,
            confirmed_by: row.opt_id(8)?,
            late: row.int(9)? == 1,
            lifted_at: moment(10)?,
            is_open: row.int(11)? == 1,
        })
    })
}
