//! The timeline: words of people as boxes in their own language and direction,
//! everything else as quiet ticks.

use super::{case::Room, diff, preview};
use crate::{
    case::{CaseMessage, Look, MessageState, Moment},
    door::promises_otherwise,
    telling::masked,
};
use askama::Template;
use redress_kernel::{Id, Lang, words::Message};
use redress_web::{Html, Voice};

pub(super) struct LineView {
    /// None: a tick. Otherwise the classes of the box.
    boxed: Option<&'static str>,
    id: i64,
    who: Html,
    what: Html,
    at: Html,
    occurred: Option<Html>,
    state: Option<(&'static str, String)>,
    text: Html,
    quoted: Html,
    /// The attributes of the text: its language, or a direction of its own.
    tongue: Html,
    letter: Option<String>,
    files: Vec<FileView>,
    erased: bool,
}

pub(super) struct FileView {
    pub href: String,
    pub name: String,
    pub size: Html,
    pub erased: bool,
    /// Its name promises something else than is in it.
    pub odd: bool,
    /// Where a picture without hidden data is shown.
    pub preview: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/thread.html")]
struct Lines<'a> {
    t: &'a Voice,
    lines: Vec<LineView>,
    unreadable: usize,
}

pub(super) fn thread(room: &Room) -> Html {
    draw(room, room.case.timeline.iter(), room.case.unreadable)
}

/// What happened since the person opened the form.
pub(super) struct Since {
    pub lines: Html,
    pub form: Html,
    /// What a colleague wrote meanwhile, word by word against one's own text.
    pub diff: Option<Html>,
}

/// None when nobody but oneself and the house did anything.
pub(super) fn since(room: &Room, seen: i64) -> Option<Since> {
    let t = room.t();
    let mine = room.showing.typed.as_ref();
    let others = |moment: &&Moment| {
        moment.seq > seen
            && moment.actor != Id::SYSTEM
            && moment.actor != room.seat.actor.id
            && moment.kind != "identity-shown"
    };
    if mine.is_none() && !room.case.timeline.iter().any(|moment| others(&moment)) {
        return None;
    }
    let newer = || room.case.timeline.iter().filter(|moment| moment.seq > seen);
    let theirs = newer()
        .rfind(|m| others(m) && matches!(m.look, Look::Out | Look::Note) && !m.text.is_empty());
    let diff = mine.and_then(|typed| {
        let mine = ["body", "text"].iter().map(|name| typed.typed(name));
        let mine = mine.into_iter().find(|text| !text.is_empty())?;
        Some(diff::marked(&theirs?.text, mine))
    });
    let form = match room.showing.open {
        Some(verb) => {
            let label = Html::text(&t.say("desk-changed-form"));
            Html::trusted(format!("<a href=\"#f-{verb}\">{label}</a>"))
        }
        None => Html::default(),
    };
    Some(Since {
        lines: draw(room, newer(), 0),
        form,
        diff,
    })
}

fn draw<'a>(room: &Room, moments: impl Iterator<Item = &'a Moment>, unreadable: usize) -> Html {
    let lines = moments.map(|moment| line(room, moment)).collect();
    Html::from_template(&Lines {
        t: room.t(),
        lines,
        unreadable,
    })
}

fn line(room: &Room, m: &Moment) -> LineView {
    let t = room.t();
    let message = m
        .message
        .and_then(|id| room.case.message(id))
        .filter(|_| m.look == Look::Out);
    let sentence = Message {
        key: m.sentence.clone(),
        args: m.args.clone(),
    };
    let boxed = match m.look {
        Look::Tick if m.text.is_empty() => None,
        Look::Tick => Some("msg box"),
        Look::In => Some("msg box"),
        Look::Out => Some("msg box out"),
        Look::Note => Some("msg box note"),
    };
    LineView {
        boxed,
        id: m.seq,
        who: t.bdi(&room.name(m.actor)),
        what: room.said(&sentence),
        at: t.moment_short(m.recorded_at),
        occurred: m
            .occurred_at
            .filter(|at| *at != m.recorded_at)
            .map(|at| t.tell("desk-occurred").with("at", at).html()),
        state: message.and_then(|message| state(t, message)),
        text: paragraphs(&masked(
            &m.text,
            &format!("{}/follow", room.seat.house.base_url),
        )),
        quoted: paragraphs(&m.quoted),
        tongue: tongue(room, m),
        letter: message
            .filter(|message| message.way == "letter")
            .map(|message| letter(room, message.id)),
        files: files(room, &m.files),
        erased: m.erased,
    }
}

fn letter(room: &Room, message: Id) -> String {
    room.t()
        .href(&format!("/desk/{}/letters/{message}", room.case.reference))
}

/// Text keeps its lines (`white-space: pre-wrap`); NUL and markup are gone before this.
fn paragraphs(text: &str) -> Html {
    Html::text(text)
}

fn tongue(room: &Room, m: &Moment) -> Html {
    // The complainant writes in their language, as far as nobody said otherwise.
    let theirs = (m.look == Look::In).then_some(room.case.language);
    match m.language.or(theirs) {
        Some(lang) => attributes(lang, &m.text),
        None => Html::trusted(" dir=\"auto\""),
    }
}

/// The first letter decides about the direction (`auto`), but not in a language that is
/// written from the right: many a Persian text begins with a Latin name.
fn attributes(lang: Lang, text: &str) -> Html {
    let turned = lang.dir() == "rtl" && is_from_the_right(text);
    let dir = if turned { "rtl" } else { "auto" };
    Html::trusted(format!(" lang=\"{}\" dir=\"{dir}\"", lang.tag()))
}

/// Names, addresses and codes in a Persian text are Latin, and long.
fn is_from_the_right(text: &str) -> bool {
    let right = |c: &char| matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let from_right = letters().filter(right).count();
    from_right > 0 && from_right * 2 >= letters().count() - from_right
}

/// Nothing is said of a message that went its way; the line `sent` says it.
fn state(t: &Voice, message: &CaseMessage) -> Option<(&'static str, String)> {
    let (class, code) = match message.state {
        MessageState::Queued => ("warn", "queued"),
        MessageState::Failed => ("bad", "failed"),
        MessageState::Withdrawn => ("", "withdrawn"),
        MessageState::Sent => ("good", "sent"),
        MessageState::Received => return None,
    };
    Some((class, t.code("desk-message", code)))
}

fn files(room: &Room, ids: &[Id]) -> Vec<FileView> {
    ids.iter()
        .filter_map(|id| room.case.file(*id))
        .map(|file| file_view(room, file))
        .collect()
}

pub(super) fn file_view(room: &Room, file: &crate::case::CaseFile) -> FileView {
    let t = room.t();
    let name = if file.name.is_empty() {
        t.say("desk-file").into_owned()
    } else {
        file.name.clone()
    };
    let href = t.href(&format!("/desk/{}/files/{}", room.case.reference, file.id));
    FileView {
        preview: preview::is_picture(&file.media)
            .then(|| format!("/desk/{}/files/{}/preview", room.case.reference, file.id)),
        href,
        name,
        size: t.size(file.bytes.unsigned_abs()),
        erased: file.erased,
        odd: promises_otherwise(&file.name, &file.media),
    }
}
