//! The list that somebody else would find, and what they would see of one case.

use super::{PATH, whom::whom};
use crate::{
    fault::ours,
    frame::Sheet,
    roster::{Unit, units},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    Complaint, House,
    at::Colleague,
    door::visible,
    house::colleagues,
    identity::sight_of,
    inbox::{Filter, InboxRow, list as rows, seen_among},
    record::permitted,
};
use redress_kernel::{Action, Actor, Instant, Role, fields::Fields, person::Sight};
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice};

/// A page of their list is enough to see what it is like.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "see_as/list.html")]
struct List<'a> {
    t: &'a Voice,
    path: String,
    people: &'a [Colleague],
    units: &'a [Unit],
    asked: &'a Asked,
    roles: &'a [Role],
    as_whom: Option<String>,
    carried: String,
    rows: &'a [InboxRow],
}

#[derive(Template)]
#[template(path = "see_as/case.html")]
struct One<'a> {
    t: &'a Voice,
    case: &'a Complaint,
    as_whom: String,
    fields: Vec<(&'static str, bool)>,
    verbs: Vec<&'static str>,
}

/// What was chosen in the form of the page.
#[derive(Clone, Default)]
struct Asked {
    person: String,
    role: String,
    unit: String,
}

impl Asked {
    fn of(visit: &Visit) -> Asked {
        let text = |name| visit.query(name).unwrap_or_default().to_owned();
        Asked {
            person: text("person"),
            role: text("role"),
            unit: text("unit"),
        }
    }

    fn whom(&self, colleagues: &[Colleague]) -> Option<Actor> {
        let (person, role) = (Some(self.person.as_str()), Some(self.role.as_str()));
        whom(person, role, Some(self.unit.as_str()), colleagues)
    }
}

struct Found {
    people: Vec<Colleague>,
    units: Vec<Unit>,
    whom: Option<Actor>,
    rows: Vec<InboxRow>,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let asked = Asked::of(&visit);
    let (viewer, chosen, now) = (actor.clone(), asked.clone(), house.now());
    let calendar = visit.organisation.calendar();
    let tonight = calendar.end_of(now.date_in(&calendar.zone));
    let read = move |reader: &mut Reader| found(reader, &viewer, &chosen, now, tonight);
    let found = house.db.read(read).await.map_err(ours)?;
    if let Some(whom) = &found.whom {
        looked(&actor, whom);
    }
    let t = visit.voice();
    let body = Html::from_template(&List {
        t: &t,
        path: t.href(PATH),
        people: &found.people,
        units: &found.units,
        roles: &Role::ALL,
        as_whom: found.whom.as_ref().map(|whom| named(&t, whom)),
        carried: carried(&asked),
        asked: &asked,
        rows: &found.rows,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-see-as").answer(&Fields::default(), body))
}

fn found(
    reader: &mut Reader,
    viewer: &Actor,
    asked: &Asked,
    now: Instant,
    tonight: Instant,
) -> Result<Found, Error> {
    let people = colleagues(reader)?;
    let whom = asked.whom(&people);
    let theirs = match &whom {
        Some(whom) => {
            let filter = Filter {
                limit: SHOWN,
                ..Filter::default()
            };
            rows(reader, whom, &filter, now, tonight)?
        }
        None => Vec::new(),
    };
    // Nobody sees more by looking as somebody else.
    let ids = theirs.iter().map(|row| row.id).collect();
    let seen = seen_among(reader, viewer, &ids)?;
    Ok(Found {
        units: units(reader)?,
        rows: theirs
            .into_iter()
            .filter(|row| seen.contains(&row.id))
            .collect(),
        people,
        whom,
    })
}

/// Is no evidence: nothing was done. Whoever runs the house sees it in the log.
fn looked(actor: &Actor, whom: &Actor) {
    tracing::info!(by = %actor.id, as_person = %whom.id, as_role = whom.role.name(), "looks as somebody else");
}

fn named(t: &Voice, whom: &Actor) -> String {
    let role = t.code("role", whom.role.name());
    match whom.name.is_empty() {
        true => role,
        false => format!("{} ({role})", whom.name),
    }
}

/// Values that are identifiers and names of roles: nothing in them has to be written
/// otherwise in an address.
fn carried(asked: &Asked) -> String {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect::<String>()
    };
    let (person, role, unit) = (plain(&asked.person), plain(&asked.role), plain(&asked.unit));
    format!("person={person}&role={role}&unit={unit}")
}

pub async fn one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(reference): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (asked, viewer, now) = (Asked::of(&visit), actor.clone(), house.now());
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let whom = asked.whom(&colleagues(reader)?);
        let Some((case, whom)) = visible(reader, &viewer, &reference, now)?.zip(whom) else {
            return Ok(None);
        };
        let sight = sight_of(reader, &whom, &case, now)?;
        Ok(Some((case, whom, sight)))
    };
    let found = house.db.read(read).await.map_err(ours)?;
    let (case, whom, sight) = found
        .filter(|(case, whom, _)| permitted(whom, Action::SeeCase, case).is_ok())
        .ok_or(Trouble::NotFound)?;
    looked(&actor, &whom);
    let t = visit.voice();
    let verbs = house.slices.iter().flat_map(|slice| slice.verbs);
    let body = Html::from_template(&One {
        t: &t,
        as_whom: named(&t, &whom),
        fields: fields(sight),
        verbs: verbs
            .filter(|verb| permitted(&whom, verb.action, &case).is_ok())
            .map(|verb| verb.name)
            .collect(),
        case: &case,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-see-as")
        .named(&case.reference)
        .below(PATH, "office-see-as")
        .answer(&Fields::default(), body))
}

fn fields(sight: Sight) -> Vec<(&'static str, bool)> {
    vec![
        ("see-as-identity", sight.identity),
        ("see-as-contact", sight.contact),
        ("see-as-texts", sight.texts),
        ("see-as-notes", sight.notes),
        ("see-as-staff", sight.staff_concerned),
    ]
}
