//! Rows of the list. Words are looked up once a page and not once a row: due
//! dates end with a day, stages and channels are few.

use super::{Seat, address::Wish};
use crate::{
    at::Colleague,
    clocks::working_days_left,
    identity::who,
    inbox::InboxRow,
    obligations::{What, named_by},
};
use redress_kernel::{Id, Instant, Lang};
use redress_web::{Html, Voice};
use std::collections::HashMap;

pub struct RowView {
    /// What a tick sends: the case, and the version that is shown here.
    pub pick: Option<String>,
    pub href: String,
    pub current: bool,
    pub needs_reply: bool,
    pub who: Html,
    pub due: Html,
    pub about: Html,
    pub icon: Html,
    pub channel: String,
    pub stage: String,
    pub waits: bool,
    pub safety: bool,
    /// The message of its chip, and whether it is confirmed.
    pub significant: Option<(&'static str, bool)>,
    pub face: Option<(String, String)>,
}

/// What rows of one page share.
pub struct Shared<'a> {
    seat: &'a Seat,
    colleagues: &'a [Colleague],
    /// Can rows be ticked?
    picking: bool,
    dues: HashMap<Instant, Html>,
    labels: HashMap<(&'static str, String), String>,
}

impl<'a> Shared<'a> {
    pub fn new(seat: &'a Seat, colleagues: &'a [Colleague], picking: bool) -> Shared<'a> {
        Shared {
            seat,
            colleagues,
            picking,
            dues: HashMap::new(),
            labels: HashMap::new(),
        }
    }

    pub fn rows(&mut self, rows: &[InboxRow], wish: &Wish, current: Option<Id>) -> Vec<RowView> {
        let query = wish.query();
        rows.iter()
            .map(|row| self.row(row, &query, current))
            .collect()
    }

    fn row(&mut self, row: &InboxRow, query: &str, current: Option<Id>) -> RowView {
        let t = self.seat.t();
        let lang = Lang::from_tag(&row.language).unwrap_or_default();
        RowView {
            pick: self
                .picking
                .then(|| format!("{}:{}", row.reference, row.version)),
            href: t.href(&format!("/desk/{}?{query}", row.reference)),
            current: current == Some(row.id),
            needs_reply: row.needs_reply,
            who: who(t, row),
            due: self.due(row),
            about: match row.subject.as_str() {
                "" => Html::text(&t.say("desk-no-text")),
                subject => t.in_lang(subject, lang),
            },
            icon: t.icon(&row.channel),
            channel: self.label("channel", &row.channel),
            stage: self.label("stage", &row.stage),
            waits: row.waiting.is_some(),
            safety: row.safety,
            significant: match row.significant {
                0 => None,
                1 => Some(("desk-significant-unconfirmed", false)),
                _ => Some(("desk-significant", true)),
            },
            face: row.owner.and_then(|owner| face(self.colleagues, owner)),
        }
    }

    fn due(&mut self, row: &InboxRow) -> Html {
        let (t, now) = (self.seat.t(), self.seat.now);
        let Some(due) = row.due_at.filter(|_| row.is_open) else {
            return Html::default();
        };
        // Our own targets are told by the date alone; what else is owed is named.
        let named = row
            .due_step
            .as_deref()
            .filter(|code| !What::named(code).is_some_and(What::is_target));
        if let Some(code) = named {
            let organisation = &self.seat.visit.organisation;
            let left = working_days_left(code, organisation, now, due);
            return t.due_of(&named_by(t, code), due, now, left);
        }
        let known = self.dues.entry(due);
        known.or_insert_with(|| t.due(due, now)).clone()
    }

    fn label(&mut self, prefix: &'static str, code: &str) -> String {
        let t: &Voice = self.seat.t();
        self.labels
            .entry((prefix, code.to_owned()))
            .or_insert_with(|| t.code(prefix, code))
            .clone()
    }
}

/// Initials for the round mark, and the whole name for who cannot see it.
pub fn face(colleagues: &[Colleague], id: Id) -> Option<(String, String)> {
    let name = &colleagues.iter().find(|colleague| colleague.id == id)?.name;
    let initials = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .collect();
    Some((initials, name.clone()))
}
