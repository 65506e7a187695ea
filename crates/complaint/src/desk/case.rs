//! The case page: everything known about one complaint, and everything that
//! this person can do to it now.

use super::{
    Seat,
    address::{PAGE_BESIDE, Wish},
    beside::Beside,
    compose, dates, inbox,
    inbox::Inbox,
    panels,
    rail::rail,
    shared_investigation, side, stages, strip, thread,
};
use crate::{
    Complaint,
    at::{At, NO_COMPETENCES},
    case::{CaseMessage, MessageState},
    composing,
    door::{our_fault, visible},
    house::{Away, stands_in_for},
    identity::stands_in,
    panel::Row,
    record::obstacles,
    texts::{Inserted, inserted},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use redress_kernel::{
    Id,
    fields::Fields,
    words::{Arg, Message},
};
use redress_store::{Error, Read, Reader};
use redress_web::{Html, Trouble, Voice, form, frame::DeskBody};
use std::collections::BTreeMap;

/// What a case page shows besides the case: a form that came back, or what just happened.
#[derive(Default)]
pub struct Showing {
    /// The verb whose form stands open.
    pub open: Option<&'static str>,
    /// What was typed into it, with its problems.
    pub typed: Option<Fields>,
    /// The version that the person saw before a colleague changed the case.
    pub since: Option<i64>,
    /// Files came along and could not be kept: they have to be chosen again.
    pub files_again: bool,
    /// The verb that was just done.
    pub done: Option<&'static str>,
    /// It was done to this case, from which the person went on to the next.
    pub of: Option<String>,
    /// The text to put into the reply, by its code.
    pub text: Option<String>,
    /// Variables of that text for which the case has nothing.
    pub lacking: Vec<&'static str>,
}

impl Showing {
    /// The reply's form stands open with the text in it.
    fn with(self, text: Inserted) -> Showing {
        let mut typed = Fields::default();
        typed.put("body", text.body);
        Showing {
            open: Some("messages"),
            typed: Some(typed),
            lacking: text.missing,
            ..self
        }
    }
}

pub async fn page(seat: Seat, Path(reference): Path<String>) -> Response {
    let named = |name: &str| {
        let asked = seat.visit.query(name)?;
        crate::door::verb_named(seat.house.slices, asked).map(|verb| verb.name)
    };
    let showing = Showing {
        open: named("open"),
        done: named("done"),
        of: seat.visit.query("of").map(str::to_owned),
        since: seat.visit.query("since").and_then(|seen| seen.parse().ok()),
        text: seat.visit.query("text").map(str::to_owned),
        ..Showing::default()
    };
    match case_page(&seat, &reference, showing).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// The page of this case, or the one answer for all that is hidden.
pub async fn case_page(seat: &Seat, reference: &str, showing: Showing) -> Result<Html, Trouble> {
    stands_in(&seat.house, &seat.actor, reference, seat.now)
        .await
        .map_err(|error| our_fault(&error))?;
    let wish = Wish::read(&seat.visit, &seat.actor);
    let (asked, reference) = (wish.clone(), reference.to_owned());
    let (of, text) = (showing.of.clone(), showing.text.clone());
    let read = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &reference, seat.now)? else {
            return Ok(None);
        };
        let inbox = Inbox::read(reader, seat, &asked, PAGE_BESIDE)?;
        let sealed = reader.size()?;
        let beside = Beside::of(reader, seat, &asked, &inbox, &case)?;
        let texts = composing::texts(reader, seat.actor.id, case.id)?;
        let before = match of {
            Some(of) => visible(reader, &seat.actor, &of, seat.now)?,
            None => None,
        };
        let text = match &text {
            Some(code) => inserted(reader, seat, &case, code)?,
            None => None,
        };
        let lead = shared_investigation::lead(reader, seat, &case)?;
        let on_file = on_file(reader, seat, &case)?;
        let away = match case.owner.filter(|_| case.is_open()) {
            Some(owner) => stands_in_for(reader, owner, seat.today())?,
            None => None,
        };
        let page = (case, inbox, sealed, beside, texts, before, on_file);
        Ok(Some((page, text, lead, away)))
    });
    let (page, text, lead, away) = read.await?.ok_or(Trouble::NotFound)?;
    let (case, inbox, sealed, beside, texts, before, on_file) = page;
    let showing = match text {
        Some(text) => showing.with(text),
        None => showing,
    };
    Ok(Room {
        seat,
        case: &case,
        lead: lead.as_ref(),
        inbox: &inbox,
        sealed,
        beside,
        texts,
        on_file,
        away,
        before,
        list: Wish::carried(&seat.visit, &seat.actor),
        showing: &showing,
    }
    .page(&wish))
}

/// What the rooms keep about this case besides its own facts.
fn on_file(
    reader: &mut Reader,
    seat: &Seat,
    case: &Complaint,
) -> Result<Vec<(&'static str, Vec<Row>)>, Error> {
    let mut found = Vec::new();
    for slice in seat.house.slices {
        if let Some(read) = slice.on_file {
            found.push((slice.name, read(reader, &seat.actor, case.id)?));
        }
    }
    Ok(found)
}

/// One case on one desk: what all parts of the page look at.
pub(super) struct Room<'a> {
    pub seat: &'a Seat,
    pub case: &'a Complaint,
    /// The complaint that is investigated for this one and others.
    pub lead: Option<&'a Complaint>,
    pub inbox: &'a Inbox,
    /// How many entries the journal holds.
    pub sealed: i64,
    pub beside: Beside,
    /// What this person began to write here and has not sent.
    pub texts: Vec<composing::Text>,
    /// What rooms keep about it in tables of their own, by the name of the slice.
    pub on_file: Vec<(&'static str, Vec<Row>)>,
    /// The owner is away today, and somebody stands in.
    pub away: Option<Away>,
    /// The case from which they went on to this one.
    pub before: Option<Complaint>,
    /// The list that the address names; forms and links carry it on.
    pub list: String,
    pub showing: &'a Showing,
}

#[derive(Template)]
#[template(path = "desk/case.html")]
struct CaseBody<'a> {
    t: &'a Voice,
    version: i64,
    back: String,
    /// The neighbours in the list: `rel`, where, its name.
    beside: Vec<(&'static str, String, &'static str)>,
    reference: &'a str,
    title: Html,
    due: Html,
    stage: String,
    safety: bool,
    unconfirmed: bool,
    /// The words of its chip, and whether it is confirmed.
    significant: Option<(&'static str, bool)>,
    owner: Option<&'a str>,
    deputy: Option<Html>,
    acts: Vec<panels::Act>,
    stages: Vec<stages::Step>,
    summary: Html,
    changed: Option<thread::Since>,
    /// The form came back: what changed is read first.
    showing_again: bool,
    files_again: bool,
    lacking: Vec<String>,
    done: Option<Html>,
    /// The case to which it was done, when that is another one.
    of: Option<(String, String)>,
    undo: Vec<compose::Undo>,
    limits: Html,
    thread: Html,
    composers: Html,
    shared: Html,
    panels: Html,
    side: Html,
}

impl<'a> Room<'a> {
    pub fn t(&self) -> &'a Voice {
        self.seat.t()
    }

    /// A colleague's name; the installation and the complainant have names of their own.
    pub fn name(&self, id: Id) -> String {
        let colleague = self
            .inbox
            .colleagues
            .iter()
            .find(|colleague| colleague.id == id);
        match (colleague, id) {
            (Some(colleague), _) => colleague.name.clone(),
            (None, Id::SYSTEM) => self.t().say("desk-system").into_owned(),
            (None, Id::COMPLAINANT) => self.t().say("complainant").into_owned(),
            _ => self.t().say("desk-former-colleague").into_owned(),
        }
    }

    fn names(&self, ids: &str) -> String {
        let ids = ids.split(' ').filter_map(|id| id.parse().ok());
        ids.map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    /// A sentence of the timeline or a panel; `person:{id}` becomes a name and
    /// `limit:{pack}/{clock}` the title of that limit.
    pub fn said(&self, message: &Message) -> Html {
        let named = |arg: &Arg| match arg {
            Arg::Key(key) => match key.split_once(':') {
                Some(("person", id)) => id.parse().ok().map(|id| Arg::Text(self.name(id))),
                Some(("people", ids)) => Some(Arg::Text(self.names(ids))),
                Some(("limit", code)) => dates::titled(self.t(), code).map(Arg::Text),
                _ => None,
            },
            _ => None,
        };
        let named = |arg: &Arg| named(arg).unwrap_or_else(|| arg.clone());
        let args = message
            .args
            .iter()
            .map(|(name, arg)| (*name, named(arg)))
            .collect();
        self.t().html(&Message {
            key: message.key.clone(),
            args,
        })
    }

    /// Hands what a decision would be handed, to ask which verbs are open now.
    fn with_at<T>(&self, f: impl FnOnce(&At) -> T) -> T {
        let (others, obstacles) = (BTreeMap::new(), obstacles(&self.seat.house, self.case));
        f(&At {
            actor: &self.seat.actor,
            now: self.seat.now,
            organisation: &self.seat.visit.organisation,
            colleagues: &self.inbox.colleagues,
            competences: &NO_COMPETENCES,
            files: &[],
            others: &others,
            obstacles: &obstacles,
            ids: [Id::SYSTEM; 4],
        })
    }

    fn page(&self, wish: &Wish) -> Html {
        let (t, case) = (self.t(), self.case);
        let subject = crate::desk::side::subject(t, case);
        let body = self.with_at(|at| self.body(at));
        let panes = DeskBody::Panes {
            list: inbox::list(self.seat, wish, self.inbox, Some(case.id), false),
            main: body,
        };
        let title = format!("{} – {subject}", case.reference);
        let title = match &self.showing.typed {
            Some(typed) => form::title(t, &title, typed),
            None => title,
        };
        self.seat.page().desk_with(
            &title,
            &rail(
                self.seat,
                &self.inbox.counts,
                &self.inbox.besides,
                wish.queue,
                "",
            ),
            panes,
        )
    }

    fn body(&self, at: &At) -> Html {
        let (t, case, showing) = (self.t(), self.case, self.showing);
        let offers = panels::Offers::of(self, at);
        Html::from_template(&CaseBody {
            t,
            version: case.version,
            back: t.href(&match self.list.as_str() {
                "" => "/desk".to_owned(),
                list => format!("/desk?{list}"),
            }),
            beside: self.neighbours(),
            reference: &case.reference,
            title: side::title(t, case),
            due: dates::chip(self),
            stage: t.code("stage", case.stage().name()),
            safety: case
                .assessment
                .as_ref()
                .map_or(case.danger, |assessment| assessment.safety),
            unconfirmed: case.is_unconfirmed(),
            significant: case.significant.as_ref().map(|it| match it.confirmed_at {
                None => ("desk-significant-unconfirmed", false),
                Some(_) => ("desk-significant", true),
            }),
            owner: case
                .owner
                .and_then(|id| self.inbox.colleagues.iter().find(|c| c.id == id))
                .map(|c| c.name.as_str()),
            deputy: self.away.as_ref().map(|away| {
                let said = t.tell("desk-deputy").with("name", self.name(away.deputy));
                said.with("until", away.until).html()
            }),
            acts: offers.acts(self),
            stages: stages::strip(t, case),
            summary: self.problems(),
            changed: showing.since.and_then(|seen| thread::since(self, seen)),
            showing_again: showing.typed.is_some(),
            files_again: showing.files_again,
            lacking: showing
                .lacking
                .iter()
                .map(|name| format!("{{{name}}}"))
                .collect(),
            done: showing.done.map(|verb| self.said_done(verb)),
            of: self.before.as_ref().map(|before| {
                let reference = before.reference.clone();
                (
                    t.href(&self.carrying(&format!("/desk/{reference}"))),
                    reference,
                )
            }),
            undo: compose::undoable(self, self.before.as_ref().unwrap_or(case)),
            limits: strip::strip(self),
            thread: thread::thread(self),
            composers: compose::composers(self, &offers),
            shared: shared_investigation::investigation(self, at),
            panels: panels::panels(self, &offers, at),
            side: side::side(self),
        })
    }

    /// What was done. Words that wait for a hand or a voice are not on their way.
    fn said_done(&self, verb: &str) -> Html {
        let case = self.before.as_ref().unwrap_or(self.case);
        let mine = |m: &&CaseMessage| {
            m.by == self.seat.actor.id
                && m.state == MessageState::Queued
                && m.send_at > self.seat.now
        };
        let way = case.messages.iter().rfind(mine).map(|m| m.way.as_str());
        let text = match way {
            Some("letter") => self.t().say("desk-done-to-post").into_owned(),
            Some("phone" | "in-person") => self.t().say("desk-done-to-tell").into_owned(),
            _ => self.t().code("done", verb),
        };
        Html::text(&text)
    }

    /// A path of the desk that keeps the list.
    pub fn carrying(&self, path: &str) -> String {
        match (self.list.as_str(), path.contains('?')) {
            ("", _) => path.to_owned(),
            (list, true) => format!("{path}&{list}"),
            (list, false) => format!("{path}?{list}"),
        }
    }

    fn neighbours(&self) -> Vec<(&'static str, String, &'static str)> {
        let at = |reference: &String| self.t().href(&self.carrying(&format!("/desk/{reference}")));
        let before = self.beside.before.as_ref().map(at);
        let after = self.beside.after.as_ref().map(at);
        before
            .map(|href| ("prev", href, "desk-previous-case"))
            .into_iter()
            .chain(after.map(|href| ("next", href, "desk-next-case")))
            .collect()
    }

    /// What is wrong with the form that came back.
    fn problems(&self) -> Html {
        match (&self.showing.typed, self.showing.open) {
            (Some(typed), Some(verb)) => form::summary(
                self.t(),
                typed,
                &form::Options::prefixed(format!("{verb}-")),
            ),
            _ => Html::default(),
        }
    }
}
