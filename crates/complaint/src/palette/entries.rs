//! What the palette can offer before anybody asked a database: verbs of the case
//! that are open now, and the places of the house.

use super::fits;
use crate::{
    Complaint,
    at::{At, NO_COMPETENCES},
    desk::{Seat, queue_name},
    house::colleagues,
    inbox::Queue,
    menu::{Area, Section, items},
    record::obstacles,
};
use redress_kernel::{Action, Id, Lang, person::allow};
use redress_store::{Error, Read};
use std::collections::BTreeMap;

/// A line of the palette that leads somewhere.
pub struct Entry {
    pub label: String,
    pub href: String,
    /// The single key that does the same.
    pub key: &'static str,
    /// What it may also be called: the same label in the other languages.
    also: Vec<String>,
}

impl Entry {
    /// How well it fits what was typed, in whichever of the six languages.
    pub fn fits(&self, typed: &str) -> Option<i32> {
        let own = fits(typed, &self.label).map(|score| score + 128);
        let also = self.also.iter().filter_map(|label| fits(typed, label));
        own.into_iter().chain(also).max()
    }
}

/// The single keys of verbs, as the script of the desk knows them.
pub const KEYS: [(&str, &str); 8] = [
    ("messages", "r"),
    ("notes", "n"),
    ("call", "p"),
    ("assignment", "a"),
    ("assessment", "s"),
    ("closure", "c"),
    ("link", "l"),
    ("group-join", "m"),
];

/// The verbs that this person can do to this case now.
pub fn verbs(
    reader: &mut impl Read,
    seat: &Seat,
    case: &Complaint,
    list: &str,
) -> Result<Vec<Entry>, Error> {
    let (colleagues, others) = (colleagues(reader)?, BTreeMap::new());
    let obstacles = obstacles(&seat.house, case);
    let at = At {
        actor: &seat.actor,
        now: seat.now,
        organisation: &seat.visit.organisation,
        colleagues: &colleagues,
        competences: &NO_COMPETENCES,
        files: &[],
        others: &others,
        obstacles: &obstacles,
        ids: [Id::SYSTEM; 4],
    };
    let about = case.about();
    let all = seat.house.slices.iter().flat_map(|slice| slice.verbs);
    let open = all.filter(|verb| {
        allow(&seat.actor, verb.action, Some(&about)).is_allowed()
            && verb.open_now(case, &at).is_ok()
    });
    Ok(open
        .map(|verb| {
            let list = if list.is_empty() {
                String::new()
            } else {
                format!("&{list}")
            };
            let (name, reference) = (verb.name, &case.reference);
            let href = format!("/desk/{reference}?open={name}{list}#v-{name}");
            let mut entry = entry(seat, &format!("verb-{name}"), &href);
            entry.also.push(name.to_owned());
            entry.key = key_of(name);
            entry
        })
        .collect())
}

fn key_of(verb: &str) -> &'static str {
    KEYS.iter()
        .find(|(name, _)| *name == verb)
        .map_or("", |(_, key)| key)
}

/// Queues, the rooms of every menu, one's own page.
pub fn places(seat: &Seat) -> Vec<Entry> {
    let queues = Queue::ALL.into_iter().map(|queue| {
        let href = format!("/desk?queue={}", queue.name());
        let mut entry = entry(seat, queue_name(queue), &href);
        entry.key = match queue {
            Queue::Mine => "g i",
            Queue::Unassigned => "g u",
            Queue::Overdue => "g o",
            _ => "",
        };
        entry
    });
    let admin = Section::ALL.into_iter().map(Area::Admin);
    let menus = [Area::Desk, Area::System]
        .into_iter()
        .chain(admin)
        .flat_map(|area| items(seat.house.slices, area, &seat.actor, seat.t(), ""));
    let menus = menus.map(|item| Entry {
        label: item.label.into_owned(),
        href: seat.t().href(&item.href),
        key: "",
        also: Vec::new(),
    });
    let new = seat
        .may(Action::Receive)
        .then(|| entry(seat, "new-complaint", "/desk/new"));
    queues
        .chain(new)
        .chain(menus)
        .chain([entry(seat, "palette-profile", "/desk/profile")])
        .collect()
}

fn entry(seat: &Seat, word: &str, href: &str) -> Entry {
    let t = seat.t();
    let others = Lang::ALL.into_iter().filter(|lang| *lang != t.lang());
    Entry {
        label: t.say(word).into_owned(),
        href: t.href(href),
        key: "",
        also: others
            .map(|lang| t.words.say(lang, word).into_owned())
            .collect(),
    }
}
