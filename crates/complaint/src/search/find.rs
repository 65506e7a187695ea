//! What a search finds: cases, newest first, each once, with the row of the index
//! in which its newest hit stands. Counting ends at a thousand.

use super::{
    ask::{Due, Is, Wanted},
    named::{by_name_too, merged},
    rows, scope,
};
use crate::{
    case::Stage,
    identity::Eyes,
    inbox::{self, Filter, InboxRow},
};
use redress_kernel::{Actor, Instant};
use redress_store::{Error, Needle, Read, Sql, sql};

/// Beyond this a count is told as "1,000+".
pub const COUNT_MAX: usize = 1_000;
/// With conditions besides the words, so many of the newest hits are looked at.
const LOOKED_AT_MAX: usize = 20_000;
const BATCH: i64 = 1_100;

#[derive(Clone)]
pub struct Hit {
    pub row: InboxRow,
    /// The entry whose text was found; None when only the list was asked.
    pub entry: Option<i64>,
    /// The row of the index.
    pub number: Option<i64>,
}

#[derive(Clone, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub count: usize,
    /// There are more than `count`.
    pub capped: bool,
    /// Where the next page starts: behind this case.
    pub next: Option<i64>,
    /// The conditions were asked of so many of the newest hits only.
    pub looked_at: Option<usize>,
}

/// Where and how far to look.
pub struct Page<'a> {
    pub viewer: &'a Actor,
    /// Conditions of the list's own form; its words are not read here.
    pub filter: &'a Filter,
    pub after: Option<i64>,
    pub limit: usize,
    pub now: Instant,
    pub end_of_today: Instant,
}

pub fn find(reader: &mut impl Read, wanted: &Wanted, page: &Page) -> Result<Found, Error> {
    if wanted.is_empty() {
        return Ok(Found::default());
    }
    if wanted.asks_no_words() {
        return by_conditions(reader, wanted, page);
    }
    let eyes = Eyes::of(reader, page.viewer, page.now)?;
    let questions = questions(reader, wanted, page.viewer, &eyes)?;
    let (all, looked_at) = asked(reader, &questions, wanted, page, i64::MAX, COUNT_MAX + 1)?;
    let (count, capped) = (all.len().min(COUNT_MAX), all.len() > COUNT_MAX);
    let mut shown: Vec<i64> = match page.after {
        None => all.into_iter().take(page.limit + 1).collect(),
        Some(after) => {
            let below = rows::range(after).0;
            asked(reader, &questions, wanted, page, below, page.limit + 1)?.0
        }
    };
    let more = shown.len() > page.limit;
    shown.truncate(page.limit);
    let next = shown.last().filter(|_| more).map(|row| rows::case_of(*row));
    let mut hits = load(reader, page.viewer, &shown)?;
    hits.iter_mut().for_each(|hit| hit.row.seen_by(&eyes));
    Ok(Found {
        hits,
        count,
        capped,
        next,
        looked_at,
    })
}

/// A question to the index, and of which cases alone it is asked.
struct Question<'a> {
    needle: Needle,
    of: Of<'a>,
}

enum Of<'a> {
    All,
    /// Those whose name these eyes know.
    Known(&'a Eyes),
    /// The others.
    Unknown(&'a Eyes),
}

impl Of<'_> {
    fn narrowed(&self, query: Sql) -> Sql {
        match self {
            Of::All => query,
            Of::Known(eyes) => eyes.knowing(query),
            Of::Unknown(eyes) => eyes.knowing(query.push(" AND NOT (1 = 1")).push(")"),
        }
    }
}

/// Words are asked of every case; names of those alone whose name these eyes know.
fn questions<'a>(
    reader: &mut impl Read,
    wanted: &Wanted,
    viewer: &Actor,
    eyes: &'a Eyes,
) -> Result<Vec<Question<'a>>, Error> {
    let blind = reader.blind()?;
    let names = by_name_too(&wanted.needle, (&wanted.from, &wanted.not_from), &blind);
    let mut all = Vec::new();
    if !eyes.know_all() && wanted.from.is_empty() && !wanted.needle.is_empty() {
        let leaves_out = !(wanted.needle.none.is_empty() && wanted.not_from.is_empty());
        all.push(Question {
            needle: scope::seen_by(reader, wanted.needle.clone(), viewer)?,
            // Who is to be left out is asked where it is known, below.
            of: match leaves_out {
                true => Of::Unknown(eyes),
                false => Of::All,
            },
        });
    }
    all.push(Question {
        needle: scope::seen_by(reader, names, viewer)?,
        of: match eyes.know_all() {
            true => Of::All,
            false => Of::Known(eyes),
        },
    });
    Ok(all)
}

fn asked(
    reader: &mut impl Read,
    questions: &[Question],
    wanted: &Wanted,
    page: &Page,
    below: i64,
    enough: usize,
) -> Result<(Vec<i64>, Option<usize>), Error> {
    let (mut all, mut looked_at) = (Vec::new(), None);
    for question in questions {
        let (found, looked) = cases(reader, question, wanted, page, below, enough)?;
        all = merged(all, found, rows::case_of);
        looked_at = looked_at.max(looked.filter(|_| !matches!(question.of, Of::Known(_))));
    }
    all.truncate(enough);
    Ok((all, looked_at))
}

/// The newest matching row of each case, up to `enough` cases.
fn cases(
    reader: &mut impl Read,
    question: &Question,
    wanted: &Wanted,
    page: &Page,
    mut below: i64,
    enough: usize,
) -> Result<(Vec<i64>, Option<usize>), Error> {
    let narrow =
        wanted.has_conditions() || page.filter.is_narrow() || !matches!(question.of, Of::All);
    let limit = match narrow {
        true => BATCH,
        // A few more than cases, because a case may have several rows.
        false => (enough as i64 * 5 / 4 + 20).min(BATCH.max(enough as i64)),
    };
    let (mut found, mut newest, mut looked_at) = (Vec::new(), None, 0);
    loop {
        let batch = reader.matching(&question.needle, below, limit)?;
        looked_at += batch.len();
        let mut firsts = Vec::new();
        for row in &batch {
            if newest.replace(rows::case_of(*row)) != Some(rows::case_of(*row)) {
                firsts.push(*row);
            }
        }
        found.extend(match narrow {
            true => passing(reader, &firsts, question, wanted, page)?,
            false => firsts,
        });
        let done = (batch.len() as i64) < limit || found.len() >= enough;
        match batch.last().filter(|_| !done && looked_at < LOOKED_AT_MAX) {
            Some(last) => below = *last,
            None => {
                found.truncate(enough);
                return Ok((found, (!done).then_some(looked_at)));
            }
        }
    }
}

/// Statements with lists of values come in one length, so that they are parsed once.
const LIST: usize = 100;

pub(super) fn lists(rows: &[i64]) -> impl Iterator<Item = Vec<i64>> {
    rows.chunks(LIST).map(|chunk| {
        let mut list = chunk.to_vec();
        list.resize(LIST, chunk.first().copied().unwrap_or_default());
        list
    })
}

/// Those of these rows whose case meets the conditions, in the same order.
fn passing(
    reader: &mut impl Read,
    firsts: &[i64],
    question: &Question,
    wanted: &Wanted,
    page: &Page,
) -> Result<Vec<i64>, Error> {
    let mut kept = Vec::new();
    for list in lists(firsts) {
        let query = sql(
            "SELECT hit FROM (SELECT id AS hit, complaint AS its FROM search_row WHERE id IN (",
        )
        .bind_all(list)
        .push(")) AS hits JOIN complaint ON complaint.id = its WHERE 1 = 1");
        let query = question.of.narrowed(query);
        let query = conditions(query, wanted, page).push(" ORDER BY hit DESC");
        kept.extend(reader.rows(&query, |row| row.int(0))?);
    }
    Ok(kept)
}

fn conditions(query: Sql, wanted: &Wanted, page: &Page) -> Sql {
    let mut query = inbox::narrowed(query, page.filter, page.viewer, page.now, page.end_of_today);
    for is in &wanted.is {
        query = match is {
            Is::Queue(queue) => inbox::in_queue(
                query,
                Some(*queue),
                page.viewer,
                page.now,
                page.end_of_today,
            ),
            Is::Stage(Stage::Closed) => query.push(" AND is_open = 0"),
            Is::Stage(stage) => query.push(" AND stage = ").bind(stage.name()),
            Is::Safety => query.push(" AND safety = 1"),
        };
    }
    for Due { before, at } in &wanted.due {
        let sign = if *before {
            " AND due_at <= "
        } else {
            " AND due_at > "
        };
        query = query.push(" AND is_open = 1").push(sign).bind(*at);
    }
    if wanted.categories.is_empty() {
        return query;
    }
    query
        .push(" AND category IN (")
        .bind_all(wanted.categories.iter().copied())
        .push(")")
}

/// What is shown is asked for once more by the rule of every list.
pub(super) fn load(
    reader: &mut impl Read,
    viewer: &Actor,
    rows: &[i64],
) -> Result<Vec<Hit>, Error> {
    let mut hits = Vec::new();
    for list in lists(rows) {
        let query = sql(inbox::COLUMNS)
            .push(", entry, hit FROM (SELECT id AS hit, entry, complaint AS its FROM search_row WHERE id IN (")
            .bind_all(list)
            .push(")) AS hits JOIN complaint ON complaint.id = its WHERE 1 = 1");
        let query = inbox::seen_by(query, viewer, "complaint").push(" ORDER BY hit DESC");
        hits.extend(reader.rows(&query, |row| {
            Ok(Hit {
                row: inbox::row(row)?,
                entry: Some(row.int(inbox::COLUMN_COUNT)?),
                number: Some(row.int(inbox::COLUMN_COUNT + 1)?),
            })
        })?);
    }
    Ok(hits)
}

/// Nothing but operators: the list itself, newest first, without a second page.
fn by_conditions(reader: &mut impl Read, wanted: &Wanted, page: &Page) -> Result<Found, Error> {
    let query = sql(inbox::COLUMNS).push(" FROM complaint WHERE 1 = 1");
    let query = inbox::seen_by(conditions(query, wanted, page), page.viewer, "complaint")
        .push(" ORDER BY received_at DESC, id DESC LIMIT ")
        .bind(COUNT_MAX as i64 + 1);
    let rows = reader.rows(&query, inbox::row)?;
    let rows = inbox::looked_at(reader, page.viewer, page.now, rows)?;
    let (count, capped) = (rows.len().min(COUNT_MAX), rows.len() > COUNT_MAX);
    let place = page
        .after
        .and_then(|after| usize::try_from(after).ok())
        .unwrap_or(0);
    let next = place + page.limit;
    Ok(Found {
        count,
        capped,
        looked_at: None,
        next: (rows.len() > next && next < COUNT_MAX).then_some(next as i64),
        hits: rows
            .into_iter()
            .skip(place)
            .take(page.limit)
            .map(|row| Hit {
                row,
                entry: None,
                number: None,
            })
            .collect(),
    })
}
