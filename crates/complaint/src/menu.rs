//! The menus: which pages a room offers, in which part of the house, to whom.
//! A loop over the manifests; no room knows another's address by heart.

use crate::Slice;
use redress_kernel::{Action, Actor, Role, person::granted};
use redress_store::{Error, Reader};
use redress_web::{Voice, frame::RailItem};

/// The three parts of the house that have a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Daily work on complaints.
    Desk,
    /// The management system round them (clauses 5, 6 and 8).
    System,
    /// Settings, people, health: many pages, hence in sections.
    Admin(Section),
}

/// The sections of administration, so that nobody searches thirty names in one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Organisation,
    Rules,
    People,
    Mail,
    System,
}

impl Section {
    pub const ALL: [Section; 5] = [
        Section::Organisation,
        Section::Rules,
        Section::People,
        Section::Mail,
        Section::System,
    ];

    /// The message key of its heading.
    pub fn word(self) -> &'static str {
        match self {
            Section::Organisation => "admin-section-organisation",
            Section::Rules => "admin-section-rules",
            Section::People => "admin-section-people",
            Section::Mail => "admin-section-mail",
            Section::System => "admin-section-system",
        }
    }
}

/// Where everybody passes on a complaint that they heard (5.4.5).
pub const HEARD: &str = "/desk/heard";

/// Where somebody of this role begins.
pub fn home(role: Role) -> &'static str {
    let homes = [
        (Action::SeeDesk, "/desk"),
        (Action::SeeSettings, "/admin"),
        (Action::SeeSystem, "/system"),
        (Action::ReportHeard, HEARD),
    ];
    let mut theirs = homes.iter().filter(|(action, _)| granted(role, *action));
    theirs.next().map_or("/desk/profile", |(_, path)| path)
}

/// A page that a menu leads to.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub area: Area,
    pub path: &'static str,
    /// The message key of its name.
    pub word: &'static str,
    pub action: Action,
    /// How much waits there for this person; counted for every page, so it costs little.
    pub waits: Option<Waits>,
}

pub type Waits = fn(&mut Reader, &Actor) -> Result<i64, Error>;

impl Place {
    pub const fn new(area: Area, path: &'static str, word: &'static str, action: Action) -> Place {
        Place {
            area,
            path,
            word,
            action,
            waits: None,
        }
    }

    pub const fn counting(mut self, waits: Waits) -> Place {
        self.waits = Some(waits);
        self
    }
}

/// What this person finds in the menu of an area, in the order of the house's
/// list; `here` is the address of the page now shown.
pub fn items(slices: &[&Slice], area: Area, actor: &Actor, t: &Voice, here: &str) -> Vec<RailItem> {
    let here = here.split('?').next().unwrap_or_default();
    let places: Vec<&Place> = slices
        .iter()
        .flat_map(|slice| slice.places)
        .filter(|place| place.area == area && actor.may(place.action))
        .collect();
    let nearest = places
        .iter()
        .filter(|place| leads_to(place.path, here))
        .map(|place| place.path.len())
        .max();
    let item = |place: &&Place| {
        let current = leads_to(place.path, here) && nearest == Some(place.path.len());
        RailItem::new(t.say(place.word).into_owned(), place.path).current(current)
    };
    places.iter().map(item).collect()
}

/// What this person finds in administration, section by section; empty ones are left out.
pub fn administration(
    slices: &[&Slice],
    actor: &Actor,
    t: &Voice,
    here: &str,
) -> Vec<(Section, Vec<RailItem>)> {
    let all = Section::ALL.into_iter();
    all.map(|section| (section, items(slices, Area::Admin(section), actor, t, here)))
        .filter(|(_, items)| !items.is_empty())
        .collect()
}

/// How much waits where, for the places of the desk's menu that count.
pub fn waiting(
    reader: &mut Reader,
    slices: &[&Slice],
    actor: &Actor,
) -> Result<Vec<(&'static str, i64)>, Error> {
    let places = slices.iter().flat_map(|slice| slice.places);
    let mut found = Vec::new();
    for place in places.filter(|place| place.area == Area::Desk && actor.may(place.action)) {
        if let Some(waits) = place.waits {
            found.push((place.path, waits(reader, actor)?));
        }
    }
    Ok(found)
}

/// The page itself or one below it; what lies below the home of an area is not that home.
fn leads_to(path: &str, here: &str) -> bool {
    if path.matches('/').count() == 1 {
        return path == here;
    }
    let below = here.strip_prefix(path);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
