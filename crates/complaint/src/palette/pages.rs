//! `GET /desk/palette?what=...&case=...` and `GET /desk/keys`: the lines of the palette,
//! and the dialogs themselves.

use super::entries::{Entry, places, verbs};
use crate::{
    desk::{Seat, Wish},
    door::visible,
    identity::who,
    inbox::{self, Filter, InboxRow},
    search,
};
use askama::Template;
use redress_kernel::{Action, Lang, reference::Reference};
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Voice};

const ENTRIES_MAX: usize = 8;
const CASES_MAX: usize = 8;
/// Recent cases that a browser may ask for at once.
const RECENT_MAX: usize = 6;

struct Line {
    href: String,
    label: Html,
    about: Html,
    key: &'static str,
}

#[derive(Template)]
#[template(path = "palette/lines.html")]
struct Lines<'a> {
    t: &'a Voice,
    acts: Vec<Line>,
    places: Vec<Line>,
    cases: Vec<Line>,
    recent: bool,
    /// A page is named by what was typed: it stands before cases in which the word is found.
    named: bool,
    /// Where nothing fits: how to go on.
    next: Vec<Line>,
}

pub async fn found(seat: Seat) -> Result<Html, Trouble> {
    let typed: String = seat
        .visit
        .query("what")
        .unwrap_or_default()
        .trim()
        .chars()
        .take(200)
        .collect();
    let asked = typed.clone();
    let (acts, cases) = seat
        .look(move |reader, seat| Ok((acts(reader, seat)?, cases(reader, seat, &asked)?)))
        .await?;
    let t = seat.t();
    let pages = places(&seat);
    let named = !typed.is_empty() && pages.iter().any(|page| begins(&page.label, &typed));
    let (acts, places) = (best(acts, &typed), best(pages, &typed));
    let nothing = acts.is_empty() && places.is_empty() && cases.is_empty();
    Ok(Html::from_template(&Lines {
        t,
        acts,
        places,
        cases: cases.iter().map(|row| case_line(t, row)).collect(),
        recent: typed.is_empty(),
        named,
        next: if nothing {
            next(&seat, &typed)
        } else {
            Vec::new()
        },
    }))
}

/// Nothing fits: the search looks further, and what was never recorded can be.
fn next(seat: &Seat, typed: &str) -> Vec<Line> {
    let t = seat.t();
    let line = |href: &str, label: Html| Line {
        href: t.href(href),
        label,
        about: Html::default(),
        key: "",
    };
    let words = serde_html_form::to_string([("q", typed)]).unwrap_or_default();
    let search = t.tell("palette-search").with("words", typed).html();
    let new = || line("/desk/new", Html::text(&t.say("new-complaint")));
    std::iter::once(line(&format!("/desk/search?{words}"), search))
        .chain(seat.may(Action::Receive).then(new))
        .chain([line("/desk?queue=all", Html::text(&t.say("all-open")))])
        .collect()
}

/// What can be done to the case that is open.
fn acts(reader: &mut Reader, seat: &Seat) -> Result<Vec<Entry>, Error> {
    let Some(reference) = seat.visit.query("case") else {
        return Ok(Vec::new());
    };
    let list = Wish::carried(&seat.visit, &seat.actor);
    match visible(reader, &seat.actor, reference, seat.now)? {
        Some(case) => verbs(reader, seat, &case, &list),
        None => Ok(Vec::new()),
    }
}

fn begins(label: &str, typed: &str) -> bool {
    label.to_lowercase().starts_with(&typed.to_lowercase())
}

/// Those that fit, the best first; all of them in their order while nothing was typed.
fn best(entries: Vec<Entry>, typed: &str) -> Vec<Line> {
    let mut fitting: Vec<(i32, Entry)> = entries
        .into_iter()
        .filter_map(|entry| Some((entry.fits(typed)?, entry)))
        .collect();
    if !typed.is_empty() {
        fitting.sort_by_key(|(score, _)| -score);
    }
    let line = |(_, entry): (i32, Entry)| Line {
        href: entry.href,
        label: Html::text(&entry.label),
        about: Html::default(),
        key: entry.key,
    };
    fitting.into_iter().take(ENTRIES_MAX).map(line).collect()
}

/// Cases by reference or by words, through the list's own query and its rights; while
/// nothing is typed those that this browser had open last.
fn cases(reader: &mut Reader, seat: &Seat, typed: &str) -> Result<Vec<InboxRow>, Error> {
    let (now, today) = (seat.now, seat.end_of_today());
    let mut list = |filter: Filter| inbox::list(reader, &seat.actor, &filter, now, today);
    let itself = |reference: Reference| Filter {
        reference: Some(reference.to_string()),
        limit: 1,
        ..Filter::default()
    };
    if typed.is_empty() {
        let recent = seat.visit.query("recent").unwrap_or_default().split(',');
        let recent = recent.filter_map(Reference::read).take(RECENT_MAX);
        let mut rows = Vec::new();
        for reference in recent {
            rows.extend(list(itself(reference))?);
        }
        return Ok(rows);
    }
    if let Some(reference) = Reference::read(typed) {
        return list(itself(reference));
    }
    if typed.chars().count() < 2 {
        return Ok(Vec::new());
    }
    searched(reader, seat, typed)
}

fn searched(reader: &mut Reader, seat: &Seat, typed: &str) -> Result<Vec<InboxRow>, Error> {
    let label = |prefix: &str, code: &str| seat.t().code(prefix, code);
    let organisation = &seat.visit.organisation;
    let wanted = search::understand(reader, typed, &label, seat.now, organisation)?;
    let page = search::Page {
        viewer: &seat.actor,
        filter: &Filter::default(),
        after: None,
        limit: CASES_MAX,
        now: seat.now,
        end_of_today: seat.end_of_today(),
    };
    let found = search::find(reader, &wanted, &page)?;
    Ok(found.hits.into_iter().map(|hit| hit.row).collect())
}

fn case_line(t: &Voice, row: &InboxRow) -> Line {
    let lang = Lang::from_tag(&row.language).unwrap_or_default();
    let who = who(t, row);
    Line {
        href: t.href(&format!("/desk/{}", row.reference)),
        label: Html::trusted(format!("{} {who}", t.reference(&row.reference))),
        about: t.in_lang(&row.subject, lang),
        key: "",
    }
}

#[derive(Template)]
#[template(path = "palette/sheet.html")]
struct Sheet<'a> {
    t: &'a Voice,
    groups: Vec<(&'static str, Vec<(&'static str, String)>)>,
    /// The person switched single keys off.
    off: bool,
}

/// The two dialogs, in the reader's language.
pub async fn sheet(seat: Seat) -> Html {
    let t = seat.t();
    let said = |key: &'static str| t.say(key).into_owned();
    let verb = |(name, key): &(&str, &'static str)| (*key, t.code("verb", name));
    let groups = vec![
        (
            "keys-list",
            vec![
                ("j k", said("keys-move")),
                ("Enter", said("keys-open")),
                ("x", said("keys-select")),
                ("v", said("keys-confirm")),
                ("Shift x", said("keys-select-range")),
                ("/", said("keys-search")),
                ("g i", said("mine")),
                ("g u", said("unassigned")),
                ("g o", said("overdue")),
            ],
        ),
        (
            "keys-case",
            super::entries::KEYS
                .iter()
                .map(verb)
                .chain([
                    ("t", said("texts-use")),
                    ("1–5", said("keys-choose")),
                    ("[ ]", said("keys-beside")),
                    ("e", said("desk-next-case")),
                    ("u", said("keys-back")),
                    ("y", said("desk-copy-reference")),
                    ("Ctrl Enter", said("keys-send")),
                    ("z", said("keys-undo")),
                ])
                .collect(),
        ),
        (
            "keys-everywhere",
            vec![("Ctrl K", said("frame-palette")), ("?", said("keys-sheet"))],
        ),
    ];
    Html::from_template(&Sheet {
        t,
        groups,
        off: seat.visit.taste.keys_off,
    })
}
