//! Beside the timeline: the people, what they need, the dates, the evidence on
//! file, related cases, and the seal of the journal.

use super::{case::Room, dates, thread::FileView, thread::file_view};
use crate::{
    Complaint,
    case::{Reminding, first_line},
    facts::Person,
    identity::{masked_name, reveal_at},
    obligations::{Standing, named_by},
    panel::Found,
};
use askama::Template;
use redress_kernel::{Action, words::Message};
use redress_web::{Html, Voice};

/// A complaint that a whole town made has more duplicates than a page can hold.
const LINKS_SHOWN: usize = 30;

struct Fact {
    label: String,
    value: Html,
}

struct PersonView {
    role: String,
    facts: Vec<Fact>,
}

struct OwedView {
    name: String,
    state: Html,
    told: Vec<Html>,
}

struct EvidenceView {
    sentence: String,
    clause: &'static str,
    /// Class, icon and words of its state.
    state: (&'static str, &'static str, String),
}

#[derive(Template)]
#[template(path = "desk/side.html")]
struct Side<'a> {
    t: &'a Voice,
    people: Vec<PersonView>,
    about: Vec<Fact>,
    dates: Vec<dates::DateRow>,
    evidence: Vec<EvidenceView>,
    owed: Vec<OwedView>,
    files: Vec<FileView>,
    related: String,
    why: String,
    group: Option<String>,
    links: Vec<(String, &'a str, String)>,
    more_links: usize,
    sealed: i64,
    /// Where who may see the journal finds the proof.
    proof: Option<String>,
    bundle: String,
    entries: usize,
}

pub(super) fn side(room: &Room) -> Html {
    let (t, case) = (room.t(), room.case);
    Html::from_template(&Side {
        t,
        people: people(room),
        about: about(room),
        dates: dates::rows(room),
        evidence: evidence(room),
        owed: owed(room),
        files: case
            .files
            .iter()
            .map(|file| file_view(room, file))
            .collect(),
        related: t.href(&format!("/desk/{}/related", case.reference)),
        why: t.href(&format!("/desk/{}/why", case.reference)),
        group: (case.lead().is_some() || case.members().next().is_some())
            .then(|| t.href(&format!("/desk/{}/group", case.reference))),
        links: case
            .links
            .iter()
            .take(LINKS_SHOWN)
            .map(|link| {
                (
                    t.href(&format!("/desk/{}", link.reference)),
                    link.reference.as_str(),
                    t.code("link", &link.kind),
                )
            })
            .collect(),
        more_links: case.links.len().saturating_sub(LINKS_SHOWN),
        sealed: room.sealed,
        proof: room
            .seat
            .may(Action::SeeJournal)
            .then(|| t.href(&format!("/desk/{}/proof", case.reference))),
        bundle: t.href(&format!("/desk/{}/bundle", case.reference)),
        entries: case.timeline.len(),
    })
}

/// The subject as text, for the page's title.
pub(super) fn subject(t: &Voice, case: &Complaint) -> String {
    match &*case.subject_line() {
        "" => t.text(&unnamed(t, case)),
        subject => first_line(subject).into_owned(),
    }
}

/// A case whose words are gone says since when.
fn unnamed(t: &Voice, case: &Complaint) -> Message {
    match case.erased_at {
        Some(at) => Message::new("desk-erased-on").with("day", t.format.day(at)),
        None => Message::new("desk-no-subject"),
    }
}

/// The subject as the heading, in the complainant's language.
pub(super) fn title(t: &Voice, case: &Complaint) -> Html {
    match &*case.subject_line() {
        "" => t.html(&unnamed(t, case)),
        subject => t.in_lang(&first_line(subject), case.language),
    }
}

/// Complainant, customer, representative and affected person are different roles (clause 3).
fn people(room: &Room) -> Vec<PersonView> {
    let (t, case) = (room.t(), room.case);
    let others = [
        ("customer", case.customer.as_ref()),
        ("representative", case.representative.as_ref()),
        ("affected-person", case.affected.as_ref()),
    ];
    let complainant = PersonView {
        role: t.say("complainant").into_owned(),
        facts: complainant(room),
    };
    let others = others.into_iter().filter_map(|(key, person)| {
        let person = person.filter(|person| !person.is_empty())?;
        Some(PersonView {
            role: t.say(key).into_owned(),
            facts: match case.is_masked() {
                true => vec![fact(t, "desk-name", masked_name(t, &case.reference))],
                false => contact(room, person),
            },
        })
    });
    std::iter::once(complainant).chain(others).collect()
}

fn complainant(room: &Room) -> Vec<Fact> {
    let (t, case) = (room.t(), room.case);
    let mut facts = match case.is_masked() {
        true => masked(room),
        false => contact(room, &case.complainant),
    };
    if case.anonymous {
        facts.insert(0, fact(t, "desk-name", Html::text(&t.say("anonymous"))));
    } else if !case.erased.is_empty() && case.complainant.is_empty() {
        facts.insert(0, fact(t, "desk-name", Html::text(&t.say("desk-erased"))));
    }
    facts.push(fact(t, "language", language(case)));
    if !case.needs.is_empty() {
        let needs = case.needs.iter().map(|need| t.code("need", need));
        facts.push(fact(t, "access-need", list(needs)));
    }
    if !case.authority.is_empty() {
        facts.push(fact(t, "desk-authority", t.bdi(&case.authority)));
    }
    facts
}

/// Somebody whose name is not shown here: that there is one, how they can be reached,
/// and the way to who it is.
fn masked(room: &Room) -> Vec<Fact> {
    let (t, case) = (room.t(), room.case);
    if case.complainant.is_empty() {
        return Vec::new();
    }
    let mut facts = vec![fact(t, "desk-name", masked_name(t, &case.reference))];
    let person = case.correspondent();
    if !person.is_empty() {
        let ways = person.reachable();
        let ways = ways.iter().map(|way| t.code("identity-way", way));
        facts.push(fact(t, "identity-reached-by", list(ways)));
    }
    if room.seat.may(Action::Reveal) {
        let href = t.href(&reveal_at(&case.reference));
        let label = Html::text(&t.say("identity-show"));
        let link = Html::trusted(format!("<a class=\"beside\" href=\"{href}\">{label}</a>"));
        facts.push(fact(t, "identity-not-shown", link));
    }
    facts
}

fn language(case: &Complaint) -> Html {
    let lang = case.language;
    Html::trusted(format!(
        "<bdi lang=\"{}\">{}</bdi>",
        lang.tag(),
        lang.own_name()
    ))
}

fn contact(room: &Room, person: &Person) -> Vec<Fact> {
    let (t, lang) = (room.t(), room.case.language);
    let mut facts = Vec::new();
    let mut put = |key: &'static str, text: &str, html: Html| {
        if !text.is_empty() {
            facts.push(fact(t, key, html));
        }
    };
    put("desk-name", &person.name, t.in_lang(&person.name, lang));
    put("desk-email", &person.email, t.latin(&person.email));
    put("desk-phone", &person.phone, t.latin(&person.phone));
    put(
        "desk-address",
        &person.address,
        t.in_lang(&person.address, lang),
    );
    facts
}

fn about(room: &Room) -> Vec<Fact> {
    let (t, case) = (room.t(), room.case);
    let mut facts = vec![
        fact(
            t,
            "desk-channel",
            Html::text(&t.code("channel", &case.channel)),
        ),
        fact(t, "desk-received", t.moment_short(case.received_at)),
    ];
    if case.recorded_at.seconds_since(case.received_at) > 60 {
        facts.push(fact(t, "desk-recorded", t.moment_short(case.recorded_at)));
    }
    if let Some(still) = case.continuing {
        let said = t.say(if still { "yes" } else { "no" });
        facts.push(fact(t, "desk-continuing", Html::text(&said)));
    }
    let mut texts = vec![
        ("product-service", &case.product),
        ("desk-wish", &case.remedy_sought),
        ("desk-late-reason", &case.late_reason),
    ];
    texts.retain(|(_, text)| !text.is_empty());
    facts.extend(
        texts
            .into_iter()
            .map(|(key, text)| fact(t, key, t.in_lang(text, case.language))),
    );
    if let Some(basis) = &case.late_basis {
        let basis = Html::text(&t.code("late-basis", basis));
        facts.push(fact(t, "desk-late-reason", basis));
    }
    if !case.remedies_sought.is_empty() {
        facts.push(fact(
            t,
            "desk-remedies",
            list(
                case.remedies_sought
                    .iter()
                    .map(|code| t.code("remedy", code)),
            ),
        ));
    }
    if let Some(category) = case
        .issues
        .first()
        .and_then(|issue| issue.category.as_deref())
    {
        facts.push(fact(
            t,
            "category",
            Html::text(&t.code("problem", category)),
        ));
    }
    facts
}

fn fact(t: &Voice, key: &str, value: Html) -> Fact {
    Fact {
        label: t.say(key).into_owned(),
        value,
    }
}

fn list(items: impl Iterator<Item = String>) -> Html {
    let items: String = items
        .map(|item| format!("<li>{}</li>", Html::text(&item)))
        .collect();
    Html::trusted(format!("<ul class=\"vals\">{items}</ul>"))
}

/// What is or was owed, how it stands, and who was told when (7.3).
fn owed(room: &Room) -> Vec<OwedView> {
    let (t, case, now) = (room.t(), room.case, room.seat.now);
    let all = case.obligations(&room.seat.visit.organisation);
    all.iter()
        .map(|it| OwedView {
            name: named_by(t, &it.what.code()),
            state: match (it.standing, it.due) {
                (Standing::Open, Some(due)) => t.due(due, now),
                (Standing::Open, None) => Html::default(),
                (Standing::Stopped { .. }, _) => chip(t, "warn", "owed-stopped"),
                (Standing::Met { in_time: true, .. }, _) => chip(t, "good", "deadline-met"),
                (Standing::Met { .. }, _) => chip(t, "bad", "deadline-missed"),
                (Standing::Ended { .. }, _) => chip(t, "", "desk-not-needed"),
            },
            told: it.told(case).map(|told| told_line(room, told)).collect(),
        })
        .collect()
}

fn chip(t: &Voice, class: &str, key: &str) -> Html {
    let text = Html::text(&t.say(key));
    Html::trusted(format!("<span class=\"chip {class}\">{text}</span>"))
}

/// Why, when and whom; each name in its own direction.
fn told_line(room: &Room, told: &Reminding) -> Html {
    let t = room.t();
    let why = t.code("told-as", &told.fact.rung);
    if told.fact.to.is_empty() {
        return t.tell("owed-told-nobody").with("at", told.at).html();
    }
    let names = told.fact.to.iter().map(|id| t.bdi(&room.name(*id)));
    let parts = [Html::text(&why), t.moment_short(told.at)];
    let parts: Vec<String> = parts
        .into_iter()
        .chain(names)
        .map(|part| part.to_string())
        .collect();
    Html::trusted(parts.join(" · "))
}

/// What is on file, room by room. None of it is a verdict of conformity.
fn evidence(room: &Room) -> Vec<EvidenceView> {
    let t = room.t();
    let all = room
        .seat
        .house
        .slices
        .iter()
        .flat_map(|slice| slice.evidence);
    all.map(|evidence| EvidenceView {
        sentence: t.code("evidence", evidence.key),
        clause: evidence.clause,
        state: match (evidence.state)(room.case) {
            Found::OnFile => ("", "tick", t.say("desk-on-file").into_owned()),
            Found::Missing => ("todo", "open", t.say("desk-missing").into_owned()),
            Found::NotNeeded => ("todo", "minus", t.say("desk-not-needed").into_owned()),
        },
    })
    .collect()
}
