//! `/system/identity`: who was shown a name, in which case, why and until when; the same
//! as a table to take along. Leaves no evidence of its own.

use super::{
    entries::mask_of,
    records::{Line, PAGE, TABLE_MAX, Wanted, listed},
};
use crate::{
    case::NameShown,
    chapter::Sheet,
    desk::Seat,
    facts::{IdentityShown, WHY_SHOWN},
    house::colleagues,
    record::find,
    why::{People, people},
};
use askama::Template;
use axum::response::Response;
use redress_kernel::{
    Id,
    fields::Fields,
    reference::Reference,
    words::{Arg, Message},
};
use redress_store::{Error, Read, Reader};
use redress_web::{Html, Trouble, Visit, Voice, csv};
use std::collections::{BTreeMap, btree_map::Entry};

pub const LIST: &str = "/system/identity";

struct RowView {
    who: Html,
    role: String,
    reference: Html,
    href: String,
    why: String,
    reason: String,
    at: Html,
    until: Option<Html>,
}

#[derive(Template)]
#[template(path = "identity/list.html")]
struct List<'a> {
    t: &'a Voice,
    case: String,
    whys: Vec<(&'static str, String, bool)>,
    rows: Vec<RowView>,
    older: Option<String>,
    table: String,
}

/// What was asked for in the address.
fn wanted(visit: &Visit) -> Wanted {
    let given = |name: &str| visit.query(name).map(str::trim).filter(|it| !it.is_empty());
    Wanted {
        person: given("person").and_then(|id| id.parse().ok()),
        // What is no reference is the reference of nothing.
        reference: given("case").map(|typed| {
            Reference::read(typed).map_or_else(String::new, |reference| reference.to_string())
        }),
        why: whys()
            .find(|why| given("why") == Some(*why))
            .map(str::to_owned),
        reasoned: given("why") == Some("reasoned"),
        below: given("below").and_then(|below| below.parse().ok()),
    }
}

fn whys() -> impl Iterator<Item = &'static str> {
    let own = [
        NameShown::ASSIGNED,
        NameShown::RECORDED,
        NameShown::EXPORTED,
        NameShown::STANDS_IN,
    ];
    own.into_iter().chain(WHY_SHOWN.iter().copied())
}

/// The same again as a query string; every part is one of ours or a reference.
fn query(wanted: &Wanted) -> String {
    let why = match (&wanted.why, wanted.reasoned) {
        (Some(why), _) => why.as_str(),
        (None, true) => "reasoned",
        (None, false) => "",
    };
    let person = wanted.person.map(|id| id.to_string()).unwrap_or_default();
    let case = wanted.reference.as_deref().unwrap_or_default();
    format!("why={why}&case={case}&person={person}")
}

struct Shown {
    lines: Vec<Line>,
    people: People,
    /// The words of a reason, by its entry.
    reasons: BTreeMap<i64, String>,
}

fn read(reader: &mut Reader, seat: &Seat, wanted: &Wanted, most: i64) -> Result<Shown, Error> {
    let all = colleagues(reader)?;
    Ok(Shown {
        lines: listed(reader, &seat.actor, wanted, most)?,
        people: people(reader, &all)?,
        reasons: BTreeMap::new(),
    })
}

/// A reason may name whom it is about: the mask lies over it as over everything.
fn reasons(reader: &mut Reader, lines: &[Line]) -> Result<BTreeMap<i64, String>, Error> {
    let mut masks = BTreeMap::new();
    let mut said = BTreeMap::new();
    for line in lines.iter().filter(|line| line.role.is_some()) {
        let Some(entry) = reader.entry(line.seq)? else {
            continue;
        };
        let known = entry.read::<IdentityShown>()?.personal;
        let Some(reason) = known.present().map(|it| it.reason.as_str()) else {
            continue;
        };
        let mask = match masks.entry(line.complaint) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let case = find(reader, line.complaint)?.unwrap_or_default();
                place.insert(mask_of(&case))
            }
        };
        said.insert(line.seq, mask.over(reason));
    }
    Ok(said)
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    let asked = wanted(&seat.visit);
    let narrow = asked.clone();
    let mut shown = seat
        .look(move |reader, seat| {
            let mut shown = read(reader, seat, &narrow, PAGE + 1)?;
            shown.reasons = reasons(reader, &shown.lines)?;
            Ok(shown)
        })
        .await?;
    let more = shown.lines.len() as i64 > PAGE;
    shown.lines.truncate(PAGE as usize);
    let t = seat.t();
    let last = shown.lines.last().filter(|_| more).map(|line| line.seq);
    let body = Html::from_template(&List {
        t,
        case: asked.reference.clone().unwrap_or_default(),
        whys: std::iter::once("reasoned")
            .chain(whys())
            .map(|why| (why, t.code("identity-why", why), is_asked(&asked, why)))
            .collect(),
        rows: shown
            .lines
            .iter()
            .map(|line| row(t, line, &shown))
            .collect(),
        older: last.map(|below| t.href(&format!("{LIST}?{}&below={below}", query(&asked)))),
        table: t.href(&format!("{LIST}/csv?{}", query(&asked))),
    });
    let lead = t.say("identity-looks-lead");
    Sheet::new(&seat, t.say("identity-looks"), lead, "4.10")
        .answer(&Fields::default(), body)
        .await
}

fn is_asked(wanted: &Wanted, why: &str) -> bool {
    wanted.why.as_deref() == Some(why) || (wanted.reasoned && why == "reasoned")
}

fn row(t: &Voice, line: &Line, shown: &Shown) -> RowView {
    RowView {
        who: name(t, &shown.people, line.person),
        role: line
            .role
            .map(|role| t.code("role", role.name()))
            .unwrap_or_default(),
        reference: t.reference(&line.reference),
        href: t.href(&format!("/desk/{}/why#who-looked", line.reference)),
        why: t.code("identity-why", &line.why),
        reason: shown.reasons.get(&line.seq).cloned().unwrap_or_default(),
        at: t.moment_short(line.at),
        until: line.until.map(|at| t.moment_short(at)),
    }
}

/// A colleague, also one who left.
pub(crate) fn name(t: &Voice, people: &People, id: Id) -> Html {
    match people.name(id) {
        Arg::Text(name) => t.bdi(&name),
        Arg::Key(key) => Html::text(&t.text(&Message::new(key))),
        _ => Html::default(),
    }
}

/// Without the words of the reasons: they may be about anybody.
pub async fn table(seat: Seat) -> Result<Response, Trouble> {
    let asked = wanted(&seat.visit);
    let shown = seat
        .look(move |reader, seat| read(reader, seat, &asked, TABLE_MAX))
        .await?;
    let t = seat.t();
    let heads = [
        "journal-when",
        "identity-until",
        "journal-by",
        "field-role",
        "reference",
        "field-identity-why",
    ];
    let heads = heads.map(|key| t.say(key).into_owned()).to_vec();
    let cells = |line: &Line| {
        let who = match shown.people.name(line.person) {
            Arg::Text(name) => name,
            Arg::Key(key) => t.text(&Message::new(key)),
            _ => String::new(),
        };
        vec![
            line.at.to_string(),
            line.until.map(|at| at.to_string()).unwrap_or_default(),
            who,
            line.role
                .map(|role| t.code("role", role.name()))
                .unwrap_or_default(),
            line.reference.clone(),
            t.code("identity-why", &line.why),
        ]
    };
    let rows: Vec<Vec<String>> = std::iter::once(heads)
        .chain(shown.lines.iter().map(cells))
        .collect();
    Ok(csv::download("identity", &rows))
}
