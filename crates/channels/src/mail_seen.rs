//! Who may see a message (4.7, annex B): whoever may see the case that it speaks of, and
//! where it speaks of none, whoever may see the complaints of its mailbox. One rule for
//! every list of the ledger and for a message's own page. Leaves no evidence.

use redress_complaint::inbox::seen_by;
use redress_kernel::{
    Action, Actor, Id,
    person::{Reach, scope},
};
use redress_store::Sql;

/// In the place of a case: nobody looked for one.
pub const UNKNOWN: &str = "?";

/// Goes on with ` AND ...`, for `mail_ledger m`.
pub fn seen(query: Sql, viewer: &Actor) -> Sql {
    let query = of_no_case(query.push(" AND ("), viewer);
    let query = unknown(query.push(" OR "), viewer);
    of_a_case(query.push(" OR "), viewer).push(")")
}

fn of_no_case(query: Sql, viewer: &Actor) -> Sql {
    let query = query.push("(m.concerns = ''");
    let others = |query: Sql, unit: Id| {
        let mine = "SELECT 1 FROM mailbox b WHERE b.id = m.mailbox AND b.unit IS NOT NULL";
        let query = query.push(" AND NOT EXISTS (").push(mine);
        not_of(query, unit).push(")")
    };
    whole(query, viewer, others).push(")")
}

/// Whoever sees a sample of cases, or those that somebody asked about, sees no mail of
/// people who have no case.
fn whole(query: Sql, viewer: &Actor, of_unit: impl Fn(Sql, Id) -> Sql) -> Sql {
    match scope(viewer).reach {
        Reach::Everything => query,
        Reach::Under(unit) => of_unit(query, unit),
        _ => query.push(" AND 1 = 0"),
    }
}

fn not_of(query: Sql, unit: Id) -> Sql {
    below(
        query
            .push(" AND b.unit <> ")
            .bind(unit)
            .push(" AND b.unit NOT IN ("),
        unit,
    )
}

fn below(query: Sql, unit: Id) -> Sql {
    query
        .push("SELECT u.unit FROM unit_under u WHERE u.above = ")
        .bind(unit)
        .push(")")
}

/// It may speak of any case: nobody whom one is about, and in a unit only what came to
/// the unit's own mailbox.
fn unknown(query: Sql, viewer: &Actor) -> Sql {
    let query = query.push("(m.concerns = ").bind(UNKNOWN);
    let query = query.push(" AND NOT EXISTS (SELECT 1 FROM complaint_subject s WHERE s.person = ");
    let query = query.bind(viewer.id).push(")");
    let own = |query: Sql, unit: Id| {
        let query = query
            .push(" AND EXISTS (SELECT 1 FROM mailbox b WHERE b.id = m.mailbox AND (b.unit = ")
            .bind(unit)
            .push(" OR b.unit IN (");
        below(query, unit).push("))")
    };
    whole(query, viewer, own).push(")")
}

fn of_a_case(query: Sql, viewer: &Actor) -> Sql {
    // A token that was narrowed to sorting sees no case.
    if !viewer.may(Action::SeeCase) {
        return query.push("1 = 0");
    }
    let query = query.push("EXISTS (SELECT 1 FROM complaint c WHERE c.id = m.concerns");
    seen_by(query, viewer, "c").push(")")
}
