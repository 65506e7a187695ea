//! One panel for each slice: what it has on file, and the verbs that are open
//! now to this person. What is not open says what has to come first.

use super::{case::Room, compose::COMPOSERS, offered, stages};
use crate::{
    Complaint, Slice, Verb,
    at::{At, Colleague},
    authority::sees,
    case::MessageState,
    panel::{Row, Shown},
    telling::tongue,
};
use askama::Template;
use redress_kernel::{
    Action, Refusal,
    fields::{Field, Fields, Kind, Problem},
    person::{allow, granted},
};
use redress_web::{Html, Voice, form};
use std::{
    collections::HashMap,
    sync::{Mutex, OnceLock},
};

/// What leads on from each clause, in the order of the buttons. A name that no slice
/// offers would lead nowhere: the house test holds these to the manifests.
const LEADING: [(&str, &[&str]); 6] = [
    ("7.4", &["acknowledgement", "acknowledgement-sending"]),
    ("7.5", &["assessment", "complaint-kind", "scope"]),
    ("7.6", &["investigation", "finding"]),
    ("7.7", &["remedy-approval", "response", "decision"]),
    ("7.8", &["decision"]),
    ("7.9", &["acceptance", "closure"]),
];
/// They do not accept, or somebody looks at it again.
const AFTER_REFUSAL: &[&str] = &["review-decision", "referral-decision", "review", "referral"];
const AFTER_CLOSING: &[&str] = &["reopening"];
/// Is it a complaint at all?
const BEFORE_ALL: &[&str] = &["confirmation", "dismissal"];

/// Every verb that the desk knows by its name.
pub fn known_by_name() -> impl Iterator<Item = &'static str> {
    let leading = LEADING.iter().flat_map(|(_, steps)| *steps);
    let composed = COMPOSERS.iter();
    let told = tongue::TOLD.iter().map(|(verb, _)| verb);
    let all = leading
        .chain(AFTER_REFUSAL)
        .chain(AFTER_CLOSING)
        .chain(BEFORE_ALL)
        .chain(composed)
        .chain(told);
    all.copied().chain(OF_PACKS).chain(["take", "assignment"])
}

/// A verb that can be done now.
pub(super) struct Offer {
    pub slice: &'static Slice,
    pub verb: Verb,
}

/// Everything this person could do, sorted into now and not yet.
pub(super) struct Offers {
    pub ready: Vec<Offer>,
    pub not_yet: Vec<(Offer, Refusal)>,
    /// What leads on from where the case stands.
    steps: &'static [&'static str],
    /// The verbs whose forms stand on the page.
    drawn: Vec<&'static str>,
}

/// A link in the header to a form.
pub struct Act {
    pub href: String,
    pub label: String,
}

fn steps_on(case: &Complaint) -> &'static [&'static str] {
    if case.is_unconfirmed() {
        return BEFORE_ALL;
    }
    if case.is_open() && (case.open_review().is_some() || case.is_rejected()) {
        return AFTER_REFUSAL;
    }
    let clause = stages::current(case);
    let here = LEADING.iter().find(|(its, _)| *its == clause);
    here.map_or(AFTER_CLOSING, |(_, steps)| *steps)
}

impl Offers {
    pub fn of(room: &Room, at: &At) -> Offers {
        let about = room.case.about();
        let mut offers = Offers {
            ready: Vec::new(),
            not_yet: Vec::new(),
            steps: steps_on(room.case),
            drawn: Vec::new(),
        };
        for slice in room.seat.house.slices.iter().copied() {
            for verb in slice.verbs.iter().copied() {
                if !allow(at.actor, verb.action, Some(&about)).is_allowed() {
                    continue;
                }
                match verb.open_now(room.case, at) {
                    Ok(()) => offers.ready.push(Offer { slice, verb }),
                    Err(_) if verb.confirms || room.case.is_unconfirmed() => {}
                    Err(_) if TAKES_BACK.contains(&verb.name) => {}
                    Err(_) if OF_PACKS.contains(&verb.name) => {}
                    Err(refusal) => offers.not_yet.push((Offer { slice, verb }, refusal)),
                }
            }
        }
        offers.drawn = offers.on_the_page(room);
        offers
    }

    /// The steps that lead on from here, at most three.
    pub fn acts(&self, room: &Room) -> Vec<Act> {
        let act = |offer: &Offer| {
            let name = offer.verb.name;
            Act {
                href: if self.drawn.contains(&name) {
                    format!("#f-{name}")
                } else {
                    opened(room, name)
                },
                label: room.t().code("verb", name),
            }
        };
        self.leading().map(act).collect()
    }

    /// Taking the case if nobody has it, then what leads on.
    fn leading(&self) -> impl Iterator<Item = &Offer> {
        let named = |name: &&str| self.ready.iter().find(|offer| offer.verb.name == *name);
        ["take"]
            .iter()
            .chain(self.steps)
            .chain(&["assignment"])
            .filter_map(named)
            .take(3)
    }

    /// The forms that stand on the page: what leads on from here, then the short
    /// ones as long as the page stays light. The others are one link away.
    fn on_the_page(&self, room: &Room) -> Vec<&'static str> {
        let asked = self
            .ready
            .iter()
            .filter(|offer| stands_open(room, offer.verb.name));
        let short = self
            .ready
            .iter()
            .filter(|offer| !COMPOSERS.contains(&offer.verb.name))
            .filter(|offer| !SELDOM.contains(&offer.verb.name));
        let first = self
            .leading()
            .filter(|offer| !offer.verb.fields.is_empty())
            .take(1);
        let mut drawn: Vec<&'static str> =
            asked.chain(first).map(|offer| offer.verb.name).collect();
        let mut left = CONTROLS_MAX;
        for offer in short.filter(|offer| controls(&offer.verb) <= LONG_FORM) {
            let controls = controls(&offer.verb);
            if controls <= left && !drawn.contains(&offer.verb.name) {
                drawn.push(offer.verb.name);
                left -= controls;
            }
        }
        drawn
    }
}

struct PanelView {
    id: String,
    title: String,
    clause: &'static str,
    rows: Vec<(String, Html)>,
    verbs: Vec<VerbView>,
    not_yet: Vec<(String, Html)>,
}

struct VerbView {
    name: &'static str,
    label: String,
    /// A verb without fields is one button and needs nothing opened.
    bare: bool,
    open: bool,
    form: Html,
    /// A long form that does not lead on from here waits behind a link, so that
    /// the page stays light on a slow line.
    elsewhere: Option<String>,
}

/// After these, whoever likes it goes on to the next case.
pub const MOVES_ON: [&str; 3] = ["messages", "decision", "closure"];

/// What takes something back, or sends again what came back, is named only while there
/// is something of the kind.
const TAKES_BACK: [&str; 7] = [
    "unlink",
    "group-leave",
    "split-undo",
    "aside-over",
    "again",
    "conflict-lifting",
    // A name is shown to who does not see it.
    crate::identity::REVEAL.name,
];

/// Needed once in hundreds of cases: their forms are one link away, however short.
const SELDOM: [&str; 8] = [
    "referral",
    "group-join",
    "conflict",
    "no-conflict",
    "abusive-closing",
    "mark-sensitive",
    "unmark-sensitive",
    crate::identity::REVEAL.name,
];

/// What the rules of a pack provide for is named only where one does, and while it can
/// be done.
const OF_PACKS: [&str; 4] = [
    "limit-step",
    "extension",
    "extension-decision",
    "complaint-kind",
];

/// From this many controls on a form counts as long.
const LONG_FORM: usize = 8;
/// All forms of the panels together.
const CONTROLS_MAX: usize = 40;

/// How many controls a form shows, options counted; lists of the case count little.
fn controls(verb: &Verb) -> usize {
    let of = |kind: Kind| match kind {
        Kind::Choice(_, codes) | Kind::Several(_, codes) => codes.len() + 1,
        Kind::Term(list) | Kind::Terms(list) => list.defaults().len() + 1,
        Kind::Language => 7,
        _ => 2,
    };
    verb.fields.iter().map(|field| of(field.kind)).sum()
}

#[derive(Template)]
#[template(path = "desk/panels.html")]
struct Panels<'a> {
    t: &'a Voice,
    panels: Vec<PanelView>,
}

pub(super) fn panels(room: &Room, offers: &Offers, at: &At) -> Html {
    let panels = room
        .seat
        .house
        .slices
        .iter()
        .filter_map(|slice| panel(room, slice, offers, at))
        .collect();
    Html::from_template(&Panels {
        t: room.t(),
        panels,
    })
}

/// None for a room that has nothing to show or to offer here.
fn panel(room: &Room, slice: &'static Slice, offers: &Offers, at: &At) -> Option<PanelView> {
    let t = room.t();
    let mine =
        |offer: &&Offer| offer.slice.name == slice.name && !COMPOSERS.contains(&offer.verb.name);
    let rows: Vec<(String, Html)> = slice
        .panel
        .map(|panel| {
            panel(room.case, at)
                .iter()
                .map(|row| drawn(room, row))
                .collect()
        })
        .unwrap_or_default();
    let kept = room.on_file.iter().filter(|(name, _)| *name == slice.name);
    let kept = kept.flat_map(|(_, lines)| lines.iter().map(|line| drawn(room, line)));
    let rows: Vec<(String, Html)> = rows.into_iter().chain(kept).collect();
    let verbs: Vec<VerbView> = offers
        .ready
        .iter()
        .filter(mine)
        .map(|offer| verb_view(room, &offers.drawn, offer))
        .collect();
    let not_yet: Vec<(String, Html)> = offers
        .not_yet
        .iter()
        .filter(|(offer, _)| mine(&offer))
        .map(|(offer, refusal)| {
            (
                t.code("verb", offer.verb.name),
                t.html(&Problem::from(refusal.clone()).message),
            )
        })
        .collect();
    if rows.is_empty() && verbs.is_empty() && not_yet.is_empty() {
        return None;
    }
    let id = slice.name.replace('.', "-");
    Some(PanelView {
        title: t.code("slice", &id),
        id,
        clause: slice.clause,
        rows,
        verbs,
        not_yet,
    })
}

pub(super) fn drawn(room: &Room, row: &Row) -> (String, Html) {
    (
        room.t().say(row.label).into_owned(),
        shown(room, &row.value),
    )
}

fn shown(room: &Room, value: &Shown) -> Html {
    let t = room.t();
    match value {
        Shown::Text(text) => t.bdi(text),
        // A code of a room that a later release dropped has no sentence any more.
        Shown::Said(message) if !t.has(&message.key) => t.latin(&message.key),
        Shown::Said(message) => room.said(message),
        Shown::Moment(at) => t.moment_short(*at),
        Shown::Day(day) => t.long(*day),
        Shown::Person(id) => t.bdi(&room.name(*id)),
        Shown::Money(money) => t.money(money),
        Shown::Link { text, href } => {
            let (href, text) = (t.href(href), t.bdi(text));
            Html::trusted(format!("<a href=\"{}\">{text}</a>", Html::text(&href)))
        }
        Shown::List(all) => {
            let items: String = all
                .iter()
                .map(|one| format!("<li>{}</li>", shown(room, one)))
                .collect();
            Html::trusted(format!("<ul class=\"vals\">{items}</ul>"))
        }
    }
}

/// Asked for, or begun and not sent: then what was written has to be seen.
fn stands_open(room: &Room, verb: &str) -> bool {
    room.showing.open == Some(verb) || room.texts.iter().any(|text| text.verb == verb)
}

/// The same page with this form open.
fn opened(room: &Room, verb: &str) -> String {
    let form = room.carrying(&format!("/desk/{}?open={verb}", room.case.reference));
    room.t().href(&format!("{form}#v-{verb}"))
}

fn verb_view(room: &Room, drawn: &[&str], offer: &Offer) -> VerbView {
    let (t, name) = (room.t(), offer.verb.name);
    let open = stands_open(room, name);
    let long = !drawn.contains(&name);
    VerbView {
        name,
        label: t.code("verb", name),
        bare: offer.verb.fields.is_empty(),
        open,
        form: if long {
            Html::default()
        } else {
            form_of(room, offer)
        },
        elsewhere: long.then(|| opened(room, name)),
    }
}

#[derive(Template)]
#[template(path = "desk/form.html")]
struct FormView<'a> {
    t: &'a Voice,
    verb: &'a str,
    action: String,
    files: bool,
    hidden: Html,
    seen: i64,
    request: String,
    /// Where to go on, for a verb after which people go on.
    next: Option<&'a str>,
    fields: Html,
    label: String,
    /// Words may be kept while they are written; when they last were.
    keeps: bool,
    saved: Option<Html>,
    /// Words that go into a letter: what to say where they seem to be in another
    /// language, and whether they do now.
    other: Option<(Html, bool)>,
}

/// The form of a verb, with what was typed if it came back.
pub(super) fn form_of(room: &Room, offer: &Offer) -> Html {
    let (t, verb) = (room.t(), &offer.verb);
    let came_back = room
        .showing
        .typed
        .as_ref()
        .filter(|_| room.showing.open == Some(verb.name));
    let begun = room.texts.iter().find(|text| text.verb == verb.name);
    let typed = came_back.or(begun.map(|text| &text.fields));
    Html::from_template(&FormView {
        t,
        verb: verb.name,
        action: room.carrying(&format!("/desk/{}/{}", room.case.reference, verb.name)),
        files: verb.fields.iter().any(|field| field.kind == Kind::Files),
        hidden: form::hidden(t),
        seen: room.case.version,
        request: room.seat.house.new_id().to_string(),
        next: room
            .beside
            .after
            .as_deref()
            .filter(|_| MOVES_ON.contains(&verb.name)),
        fields: fields_of(room, verb, typed),
        other: other_language(room, verb.name, typed),
        label: t.code("verb", verb.name),
        keeps: verb
            .fields
            .iter()
            .any(|field| matches!(field.kind, Kind::Text(_))),
        saved: begun.map(|text| t.tell("composing-saved").with("at", text.saved_at).html()),
    })
}

/// Shown at once for what is known to be in the letter already, and by the script of
/// the page while words are being written.
fn other_language(room: &Room, verb: &str, typed: Option<&Fields>) -> Option<(Html, bool)> {
    let case = room.case;
    let say = |key: &str| {
        let language = case.language.own_name();
        room.t().tell(key).with("language", language).html()
    };
    if verb == "decision" && tongue::reasons_seem_other(case) {
        return Some((say("desk-other-language-reasons"), true));
    }
    tongue::is_told(verb).then(|| {
        let seems = typed.is_some_and(|typed| tongue::typed_seems_other(case, verb, typed));
        (say("desk-other-language"), seems)
    })
}

fn fields_of(room: &Room, verb: &Verb, typed: Option<&Fields>) -> Html {
    let t = room.t();
    let own = |kind: Kind| {
        matches!(
            kind,
            Kind::Colleague
                | Kind::Colleagues
                | Kind::Issue
                | Kind::Remedy
                | Kind::Message
                | Kind::Offered(_)
        )
    };
    let offered = offered::of(t, room.case, verb);
    let fields = offered::fields(verb, &offered);
    let same_everywhere = typed.is_none() && !fields.iter().any(|field| own(field.kind));
    if same_everywhere {
        return empty_form(t, verb, &fields);
    }
    let options = options(room, verb, offered);
    let alone = options.colleagues.is_empty();
    let fields: Vec<Field> = fields
        .into_iter()
        .filter(|field| !(alone && field.kind == Kind::Colleagues))
        .collect();
    form::draw(t, &fields, typed.unwrap_or(&Fields::default()), &options)
}

/// An empty form without lists of the case looks alike on every page of a
/// language, so it is drawn once.
fn empty_form(t: &Voice, verb: &Verb, fields: &[Field]) -> Html {
    type Drawn = HashMap<(&'static str, &'static str), Html>;
    static DRAWN: OnceLock<Mutex<Drawn>> = OnceLock::new();
    let draw = || {
        form::draw(
            t,
            fields,
            &Fields::default(),
            &form::Options::prefixed(format!("{}-", verb.name)),
        )
    };
    match DRAWN.get_or_init(Mutex::default).lock() {
        Ok(mut drawn) => drawn
            .entry((t.tag(), verb.name))
            .or_insert_with(draw)
            .clone(),
        Err(_) => draw(),
    }
}

fn options(room: &Room, verb: &Verb, offered: Vec<offered::Offered>) -> form::Options {
    let (t, case) = (room.t(), room.case);
    let tells = verb.fields.iter().any(|it| it.kind == Kind::Colleagues);
    // Whoever is kept apart is no candidate (R01); they can still be named.
    let (gives, apart) = (verb.action == Action::Assign, case.kept_apart());
    let folded = tells && !stands_open(room, verb.name);
    form::Options {
        boxes_at: folded.then(|| opened(room, verb.name)),
        colleagues: room
            .inbox
            .colleagues
            .iter()
            .filter(|colleague| granted(colleague.role, verb.action))
            .filter(|colleague| !gives || !apart.contains(&colleague.id))
            .filter(|colleague| !tells || told(room, colleague))
            .map(|colleague| (colleague.id, colleague.name.clone()))
            .collect(),
        issues: case
            .issues
            .iter()
            .map(|issue| (issue.number, issue_name(t, issue)))
            .collect(),
        remedies: case
            .remedies
            .iter()
            .map(|remedy| (remedy.number, remedy_name(t, remedy)))
            .collect(),
        messages: messages(t, case),
        offered,
        units: Vec::new(),
        prefix: format!("{}-", verb.name),
        ..form::Options::default()
    }
}

/// Somebody else, who may see this case.
fn told(room: &Room, colleague: &Colleague) -> bool {
    colleague.id != room.seat.actor.id && sees(room.case, colleague)
}

fn issue_name(t: &Voice, issue: &crate::case::Issue) -> String {
    let named = match (issue.title.as_str(), &issue.category) {
        ("", Some(category)) => t.code("problem", category),
        (title, _) => title.to_owned(),
    };
    numbered(t, issue.number, &named)
}

fn remedy_name(t: &Voice, remedy: &crate::case::Remedy) -> String {
    numbered(t, remedy.number, &t.code("remedy", &remedy.remedy))
}

fn numbered(t: &Voice, number: u32, name: &str) -> String {
    let number = t.format.number(i64::from(number));
    if name.is_empty() {
        number
    } else {
        format!("{number} – {name}")
    }
}

fn messages(t: &Voice, case: &Complaint) -> Vec<(redress_kernel::Id, String)> {
    case.messages
        .iter()
        .filter(|message| {
            !message.incoming
                && matches!(message.state, MessageState::Queued | MessageState::Failed)
        })
        .map(|message| {
            (
                message.id,
                format!(
                    "{} – {}",
                    t.code("purpose", &message.purpose),
                    t.format.moment_short(message.at)
                ),
            )
        })
        .collect()
}
