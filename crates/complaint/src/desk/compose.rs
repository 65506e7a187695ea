//! Three composers that cannot be mistaken for one another: words to the
//! complainant, a note that stays inside, a call summed up. Three forms to three
//! verbs; the server refuses to make one into another because they are other facts.

use super::{
    case::Room,
    panels::{Offer, Offers, form_of},
};
use crate::{Complaint, case::MessageState};
use askama::Template;
use redress_kernel::tongue;
use redress_web::{Html, Voice};

/// The verbs of the composers, in the order of the page; panels leave them out.
pub(super) const COMPOSERS: [&str; 3] = ["messages", "notes", "call"];

struct Composer {
    verb: &'static str,
    class: &'static str,
    open: bool,
    form: Html,
}

#[derive(Template)]
#[template(path = "desk/compose.html")]
struct Composers<'a> {
    t: &'a Voice,
    /// Where a text is chosen for this case.
    texts: String,
    all: Vec<Composer>,
}

pub(super) fn composers(room: &Room, offers: &Offers) -> Html {
    let offered = |verb: &str| offers.ready.iter().find(|offer| offer.verb.name == verb);
    let found: Vec<&Offer> = COMPOSERS.iter().filter_map(|verb| offered(verb)).collect();
    let asked = room.showing.open.filter(|verb| COMPOSERS.contains(verb));
    let begun = room
        .texts
        .iter()
        .find_map(|text| found.iter().find(|offer| offer.verb.name == text.verb));
    let opened = asked
        .or(begun.map(|offer| offer.verb.name))
        .or(found.first().map(|offer| offer.verb.name));
    let all = found
        .into_iter()
        .map(|offer| Composer {
            verb: offer.verb.name,
            class: if offer.verb.name == "messages" {
                "out"
            } else {
                "note"
            },
            open: opened == Some(offer.verb.name),
            form: form_of(room, offer),
        })
        .collect();
    Html::from_template(&Composers {
        t: room.t(),
        texts: room
            .t()
            .href(&format!("/desk/{}/texts", room.case.reference)),
        all,
    })
}

/// A message of this person that can still be taken back.
pub(super) struct Undo {
    pub action: String,
    pub sentence: Html,
    /// The sentence of each second that follows, for the script that counts down.
    pub countdown: Vec<Html>,
    pub hidden: Html,
    /// Something in it seems to be in another language than the letter.
    pub other: Option<Html>,
}

/// A countdown is written out for this long; the window to take back is shorter.
const SECONDS_MAX: i64 = 30;

pub(super) fn undoable(room: &Room, case: &Complaint) -> Vec<Undo> {
    let (t, now) = (room.t(), room.seat.now);
    let said = |seconds: i64| t.tell("desk-undo-window").with("seconds", seconds).html();
    let window = |m: &&crate::case::CaseMessage| {
        m.state == MessageState::Queued && m.by == room.seat.actor.id && m.send_at > now
    };
    case.messages
        .iter()
        .filter(window)
        .map(|message| {
            (
                message,
                message.send_at.seconds_since(now).clamp(1, SECONDS_MAX),
            )
        })
        .map(|(message, seconds)| Undo {
            other: tongue::seems_other(&message.body, message.language).then(|| {
                let language = message.language.own_name();
                let sentence = t.tell("desk-other-language-sent");
                sentence.with("language", language).html()
            }),
            action: room.carrying(&format!("/desk/{}/undo", case.reference)),
            sentence: said(seconds),
            countdown: (1..seconds).rev().map(said).collect(),
            hidden: Html::trusted(format!(
                "{}<input type=\"hidden\" name=\"message\" value=\"{}\">",
                redress_web::form::hidden(t),
                message.id
            )),
        })
        .collect()
}
