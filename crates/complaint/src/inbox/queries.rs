//! Lists for one viewer. Who may see what is part of the statement:
//! a filter afterwards would leak through pages.

use super::sight::{Part, seen_by, seen_in, units_of};
use crate::figures::{Age, Behind};
use crate::{house::calendar, identity::Eyes, obligations::Owing};
use jiff::civil::Date;
use redress_kernel::{Actor, Id, Instant, indicator::numbered, person::Sight, personal::Personal};
use redress_store::{Error, Read, Row, Sql, sql};
use std::sync::LazyLock;

/// A page of a list is never longer than this.
pub const PAGE_MAX: i64 = 200;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Queue {
    Mine,
    Unassigned,
    Today,
    Overdue,
    Waiting,
    /// Significant ones (5.4.1); those that nobody at the top confirmed yet come first.
    Significant,
    /// Everything open.
    #[default]
    All,
}

impl Queue {
    pub const ALL: [Queue; 7] = [
        Queue::Mine,
        Queue::Unassigned,
        Queue::Today,
        Queue::Overdue,
        Queue::Waiting,
        Queue::Significant,
        Queue::All,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Queue::Mine => "mine",
            Queue::Unassigned => "unassigned",
            Queue::Today => "today",
            Queue::Overdue => "overdue",
            Queue::Waiting => "waiting",
            Queue::Significant => "significant",
            Queue::All => "all",
        }
    }

    pub fn from_name(name: &str) -> Option<Queue> {
        Queue::ALL.into_iter().find(|queue| queue.name() == name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The next due date first.
    #[default]
    Due,
    /// The newest receipt first.
    Received,
    /// What is not confirmed yet first, then by due date; of significant ones alone.
    Significant,
}

/// As the owner that is asked for: cases that nobody has.
pub const NOBODY: Id = Id::from_bytes([0; 16]);

/// Where the next page starts: behind this sort value and id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// What comes before the sort value, where a list has such a thing.
    pub rank: i64,
    pub at: i64,
    pub id: Id,
}

impl Cursor {
    /// URL-safe.
    pub fn write(&self) -> String {
        let (rank, at, id) = (self.rank, self.at as u64, self.id);
        match rank {
            0 => format!("{at:x}.{id}"),
            rank => format!("{rank}.{at:x}.{id}"),
        }
    }

    pub fn read(text: &str) -> Option<Cursor> {
        let (rest, id) = text.rsplit_once('.')?;
        let (rank, at) = rest.split_once('.').unwrap_or(("0", rest));
        Some(Cursor {
            rank: rank.parse().ok()?,
            at: u64::from_str_radix(at, 16).ok()? as i64,
            id: id.parse().ok()?,
        })
    }
}

/// None in a field: no restriction by it.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// None: closed cases too.
    pub queue: Option<Queue>,
    pub stage: Option<String>,
    pub owner: Option<Id>,
    pub channel: Option<String>,
    pub language: Option<String>,
    pub category: Option<String>,
    pub priority: Option<String>,
    /// Some("none"): of no unit.
    pub unit: Option<String>,
    /// The cases behind a figure, or of an age, as seen on `today`.
    pub figure: Option<Behind>,
    pub age: Option<Age>,
    pub today: Date,
    /// Some(true): a date has passed; Some(false): none has.
    pub late: Option<bool>,
    /// One kind of obligation: the list goes by its end and not by the case's next date.
    pub owing: Option<Owing>,
    pub reference: Option<String>,
    pub sort: Sort,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// A case in a list. It tells no name until eyes have looked at it that may know it.
#[derive(Clone)]
pub struct InboxRow {
    pub id: Id,
    pub reference: String,
    pub stage: String,
    pub is_open: bool,
    pub owner: Option<Id>,
    pub channel: String,
    pub language: String,
    pub category: Option<String>,
    pub priority: String,
    pub safety: bool,
    /// 0 no, 1 not confirmed yet, 2 confirmed by top management.
    pub significant: i64,
    /// For those alone who need it.
    pub sensitive: bool,
    pub waiting: Option<String>,
    pub needs_reply: bool,
    pub complainant: Personal<String>,
    /// What its reader sees of it.
    pub sight: Sight,
    /// Without the names of whoever complained: a list is no place to read them.
    pub subject: String,
    pub received_at: Instant,
    pub due_at: Option<Instant>,
    pub due_step: Option<String>,
    pub version: i64,
}

impl InboxRow {
    pub fn seen_by(&mut self, eyes: &Eyes) {
        self.sight = eyes.on(self.id, self.owner, self.is_open, self.sensitive);
        if !self.sight.texts {
            self.subject.clear();
        }
    }

    pub fn cursor(&self, sort: Sort) -> Cursor {
        let at = match sort {
            Sort::Due | Sort::Significant => {
                self.due_at.map_or(super::project::NEVER, Instant::micros)
            }
            Sort::Received => self.received_at.micros(),
        };
        let rank = match sort {
            Sort::Significant => self.significant,
            _ => 0,
        };
        Cursor {
            rank,
            at,
            id: self.id,
        }
    }
}

/// The rows of these complaints, as far as this viewer may see them; a page of them.
pub fn of_these(
    reader: &mut impl Read,
    viewer: &Actor,
    ids: &[Id],
    now: Instant,
) -> Result<Vec<InboxRow>, Error> {
    let some = ids.iter().take(PAGE_MAX as usize).copied();
    let query = sql(COLUMNS)
        .push(" FROM complaint WHERE id IN (")
        .bind_all(some)
        .push(")");
    let query = seen_by(query, viewer, "complaint")
        .push(" ORDER BY due_at, id LIMIT ")
        .bind(PAGE_MAX);
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = reader.rows(&query, row)?;
    looked_at(reader, viewer, now, rows)
}

/// The rows with what this viewer may know of each.
pub(crate) fn looked_at(
    reader: &mut impl Read,
    viewer: &Actor,
    now: Instant,
    mut rows: Vec<InboxRow>,
) -> Result<Vec<InboxRow>, Error> {
    if !rows.is_empty() {
        let eyes = Eyes::of(reader, viewer, now)?;
        rows.iter_mut().for_each(|row| row.seen_by(&eyes));
    }
    Ok(rows)
}

/// `end_of_today`: the last instant of the organisation's local day.
pub fn list(
    reader: &mut impl Read,
    viewer: &Actor,
    filter: &Filter,
    now: Instant,
    end_of_today: Instant,
) -> Result<Vec<InboxRow>, Error> {
    if let Some(owing) = &filter.owing {
        let owing = owing.clone().resolved(now, &*calendar(reader)?);
        return owed(reader, viewer, filter, &owing, now, end_of_today);
    }
    let parts = match filter.is_long() {
        true => units_of(reader, viewer)?,
        false => vec![Part::Whole],
    };
    let mut query = sql("");
    for (place, part) in parts.iter().enumerate() {
        query = query.push(if place > 0 { " UNION ALL " } else { "" });
        query = query.push(COLUMNS).push(" FROM complaint WHERE 1 = 1");
        query = narrowed(query, filter, viewer, now, end_of_today);
        query = behind(seen_in(query, viewer, part), filter);
    }
    let rows = reader.rows(&first_of(query, filter), row)?;
    looked_at(reader, viewer, now, rows)
}

/// The cases that owe this, by its end: each row says until when this is owed.
fn owed(
    reader: &mut impl Read,
    viewer: &Actor,
    filter: &Filter,
    owing: &Owing,
    now: Instant,
    end_of_today: Instant,
) -> Result<Vec<InboxRow>, Error> {
    let query = sql(&COLUMNS_OWED)
        .push(" FROM obligation o JOIN complaint ON complaint.id = o.complaint WHERE 1 = 1");
    let query = owing.among(query, filter.queue, now, end_of_today);
    let rest = Filter {
        owing: None,
        // Asked of the obligation, above.
        queue: filter
            .queue
            .filter(|queue| !matches!(queue, Queue::Overdue | Queue::Today)),
        ..filter.clone()
    };
    let query = narrowed(query, &rest, viewer, now, end_of_today);
    let query = seen_by(query, viewer, "complaint")
        .when(filter.after.clone(), |q, c| {
            q.push(" AND (o.until_at, o.complaint) > (")
                .bind(c.at)
                .push(", ")
                .bind(c.id)
                .push(")")
        })
        .push(" ORDER BY o.until_at, o.complaint LIMIT ")
        .bind(filter.limit.clamp(1, PAGE_MAX + 1));
    let rows = reader.rows(&query, row)?;
    looked_at(reader, viewer, now, rows)
}

/// The same columns, with the end of the obligation in the place of the next date.
static COLUMNS_OWED: LazyLock<String> =
    LazyLock::new(|| COLUMNS.replace("due_at, due_step", "o.until_at, o.code"));

/// The columns that `row` reads, of the table `complaint`.
pub(crate) const COLUMNS: &str = "SELECT complaint.id, reference, stage, is_open, owner, channel, language, category, priority, safety, waiting,
               needs_reply, complainant, subject, received_at, due_at, due_step, version, significant, sensitive";
pub(crate) const COLUMN_COUNT: usize = 20;

impl Filter {
    /// Open cases by their dates, and nothing that an index of its own leads to.
    fn is_long(&self) -> bool {
        let queues = [Queue::All, Queue::Overdue, Queue::Today];
        let rest = Filter {
            queue: None,
            ..self.clone()
        };
        self.sort == Sort::Due
            && self.queue.is_some_and(|it| queues.contains(&it))
            && !rest.is_narrow()
    }

    /// Does it ask for less than everything?
    pub(crate) fn is_narrow(&self) -> bool {
        self.queue.is_some()
            || self.owner.is_some()
            || self.figure.is_some()
            || self.age.is_some()
            || self.late.is_some()
            || self.owing.is_some()
            || [
                &self.unit,
                &self.stage,
                &self.channel,
                &self.language,
                &self.category,
                &self.priority,
                &self.reference,
            ]
            .into_iter()
            .any(Option::is_some)
    }
}

/// The conditions of the filter, as far as they are columns.
pub(crate) fn narrowed(
    query: Sql,
    filter: &Filter,
    viewer: &Actor,
    now: Instant,
    end_of_today: Instant,
) -> Sql {
    let query = in_queue(query, filter.queue, viewer, now, end_of_today);
    query
        .when(filter.owing.clone(), |q, owing| {
            let q =
                q.push(" AND complaint.id IN (SELECT o.complaint FROM obligation o WHERE 1 = 1");
            owing.among(q, filter.queue, now, end_of_today).push(")")
        })
        .when(filter.stage.clone(), |q, stage| {
            q.push(" AND stage = ").bind(stage)
        })
        .when(filter.owner, |q, owner| match owner == NOBODY {
            true => q.push(" AND owner IS NULL"),
            false => q.push(" AND owner = ").bind(owner),
        })
        .when(filter.channel.clone(), |q, channel| {
            q.push(" AND channel = ").bind(channel)
        })
        .when(filter.language.clone(), |q, language| {
            q.push(" AND language = ").bind(language)
        })
        .when(filter.category.clone(), |q, category| {
            match category.as_str() {
                "none" => q.push(" AND category IS NULL"),
                _ => q.push(" AND category = ").bind(category),
            }
        })
        .when(filter.unit.clone(), |q, unit| match unit.as_str() {
            "none" => q.push(" AND unit IS NULL"),
            _ => q.push(" AND unit = ").bind(unit),
        })
        .when(filter.figure, |q, figure| {
            figure.among(q, numbered(filter.today))
        })
        .when(filter.late, |q, late| {
            q.push(if late {
                " AND due_at < "
            } else {
                " AND due_at >= "
            })
            .bind(now)
        })
        .when(filter.age, |q, age| age.among(q, filter.today))
        .when(filter.priority.clone(), |q, priority| {
            q.push(" AND priority = ").bind(priority)
        })
        .when(filter.reference.clone(), |q, reference| {
            q.push(" AND reference = ").bind(reference)
        })
}

/// Behind the last row of the page before.
fn behind(query: Sql, filter: &Filter) -> Sql {
    let after = filter.after.clone();
    query.when(after, |q, c| {
        match filter.sort {
            Sort::Due => q.push(" AND (due_at, id) > (").bind(c.at),
            Sort::Received => q.push(" AND (received_at, id) < (").bind(c.at),
            Sort::Significant => q
                .push(" AND (significant, due_at, id) > (")
                .bind(c.rank)
                .push(", ")
                .bind(c.at),
        }
        .push(", ")
        .bind(c.id)
        .push(")")
    })
}

fn first_of(query: Sql, filter: &Filter) -> Sql {
    query
        .push(match filter.sort {
            Sort::Due => " ORDER BY due_at, id LIMIT ",
            Sort::Received => " ORDER BY received_at DESC, id DESC LIMIT ",
            Sort::Significant => " ORDER BY significant, due_at, id LIMIT ",
        })
        .bind(filter.limit.clamp(1, PAGE_MAX + 1))
}

pub(crate) fn in_queue(
    query: Sql,
    queue: Option<Queue>,
    viewer: &Actor,
    now: Instant,
    end_of_today: Instant,
) -> Sql {
    match queue {
        None => query,
        Some(Queue::All) => query.push(" AND is_open = 1"),
        Some(Queue::Mine) => at_hand(
            query.push(" AND is_open = 1 AND owner = ").bind(viewer.id),
            now,
        ),
        Some(Queue::Unassigned) => at_hand(query.push(" AND is_open = 1 AND owner IS NULL"), now),
        Some(Queue::Overdue) => query.push(" AND is_open = 1 AND due_at < ").bind(now),
        Some(Queue::Today) => query
            .push(" AND is_open = 1 AND due_at >= ")
            .bind(now)
            .push(" AND due_at <= ")
            .bind(end_of_today),
        Some(Queue::Waiting) => query.push(" AND is_open = 1 AND waiting IS NOT NULL"),
        Some(Queue::Significant) => query.push(" AND is_open = 1 AND significant > 0"),
    }
}

/// Not put aside; what is overdue cannot be.
fn at_hand(query: Sql, now: Instant) -> Sql {
    query
        .push(" AND (aside = 0 OR due_at < ")
        .bind(now)
        .push(")")
}

/// Where names and sensitive subjects lie closed; `Row::opened` asks for them by this.
pub const COMPLAINANT: &str = "complaint.complainant";
pub const SUBJECT: &str = "complaint.subject";

pub(crate) fn row(row: &Row) -> Result<InboxRow, Error> {
    let id = row.id(0)?;
    Ok(InboxRow {
        id,
        reference: row.text(1)?,
        stage: row.text(2)?,
        is_open: row.int(3)? == 1,
        owner: row.opt_id(4)?,
        channel: row.text(5)?,
        language: row.text(6)?,
        category: row.opt_text(7)?,
        priority: row.text(8)?,
        safety: row.int(9)? == 1,
        waiting: row.opt_text(10)?,
        needs_reply: row.int(11)? == 1,
        complainant: Personal::new(row.opened(12, COMPLAINANT, id)?),
        sight: Sight::NOTHING,
        subject: row.opened(13, SUBJECT, id)?,
        received_at: row.instant(14)?,
        due_at: Some(row.instant(15)?).filter(|at| at.micros() != super::project::NEVER),
        due_step: row.opt_text(16)?,
        version: row.int(17)?,
        significant: row.int(18)?,
        sensitive: row.int(19)? == 1,
    })
}
