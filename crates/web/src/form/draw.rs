//! One field after another, from the templates of this folder.

use super::{Options, choices::Choice, choices::choices, sentence};
use crate::{
    Html, Voice,
    request::{FILE_MAX, FILES_MAX},
};
use askama::Template;
use redress_kernel::{
    Lang,
    fields::{Field, Fields, Kind},
    terms::List,
};

/// All fields in their order, with what was typed and what is wrong.
pub fn draw(t: &Voice, declared: &[Field], typed: &Fields, options: &Options) -> Html {
    declared
        .iter()
        .map(|field| draw_one(t, field, typed, options))
        .collect()
}

#[derive(Template)]
#[template(path = "form/field.html")]
struct Drawn<'a> {
    t: &'a Voice,
    name: &'a str,
    id: String,
    label: String,
    required: bool,
    /// When it has to be filled in all the same, where that depends on other answers.
    when: Option<String>,
    begins: bool,
    hint: Option<Html>,
    error: Option<Html>,
    shape: Shape,
}

enum Shape {
    Line {
        media: &'static str,
        value: String,
        dir: &'static str,
        mode: &'static str,
        complete: &'static str,
        max: usize,
    },
    Text {
        value: String,
        max: usize,
    },
    Radios(Vec<Choice>),
    Boxes(Vec<Choice>),
    /// A long list: the usual answers, and the others folded away.
    Usual {
        first: Vec<Choice>,
        rest: Vec<Choice>,
        open: bool,
    },
    Select(Vec<Choice>),
    /// A link to the list, which can have hundreds of lines.
    Elsewhere(String),
    Tick(bool),
    Files,
}

impl Drawn<'_> {
    fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-err", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

fn draw_one(t: &Voice, field: &Field, typed: &Fields, options: &Options) -> Html {
    let error = typed
        .problem_at(field.name)
        .map(|problem| sentence(t, problem));
    Html::from_template(&Drawn {
        t,
        name: field.name,
        id: options.id(field.name),
        label: t.code("field", field.name),
        required: field.required,
        when: when(t, &options.id(field.name)),
        begins: options.begins_at == field.name,
        hint: hint(t, field),
        error,
        shape: shape(t, field, typed, options),
    })
}

/// "Optional" would be untrue of a field that some answers ask for: its condition
/// stands there instead, `field-{id}-when`.
fn when(t: &Voice, id: &str) -> Option<String> {
    let key = format!("field-{id}-when");
    t.has(&key).then(|| t.say(&key).into_owned())
}

fn hint(t: &Voice, field: &Field) -> Option<Html> {
    if field.hint {
        return Some(Html::text(
            &t.code("field", &format!("{}-hint", field.name)),
        ));
    }
    match field.kind {
        // Where the browser draws a calendar, it shows by itself what to write.
        Kind::Date if t.lang() == Lang::Fa => Some(Html::text(&t.say("form-date-hint"))),
        Kind::Moment if t.lang() == Lang::Fa => Some(Html::text(&t.say("form-moment-hint"))),
        Kind::Files => Some(files_hint(t)),
        _ => None,
    }
}

fn files_hint(t: &Voice) -> Html {
    t.tell("form-files-hint")
        .with("max", FILES_MAX)
        .with("size", t.format.size(FILE_MAX as u64))
        .html()
}

fn shape(t: &Voice, field: &Field, typed: &Fields, options: &Options) -> Shape {
    let value = typed.typed(field.name).to_owned();
    match field.kind {
        Kind::Line(max) => line(field.name, value, max),
        Kind::Text(max) => Shape::Text { value, max },
        Kind::YesNo => Shape::Radios(choices(t, field, typed, options)),
        Kind::Choice(..) | Kind::Term(_) | Kind::Offered(_) => {
            let offered = choices(t, field, typed, options);
            if offered.len() > 8 {
                Shape::Select(offered)
            } else {
                Shape::Radios(offered)
            }
        }
        Kind::Several(..) => Shape::Boxes(choices(t, field, typed, options)),
        Kind::Colleagues => match &options.boxes_at {
            Some(href) => Shape::Elsewhere(href.clone()),
            None => folded(choices(t, field, typed, options)),
        },
        Kind::Terms(list) => usual_first(t, list, choices(t, field, typed, options)),
        Kind::Colleague
        | Kind::Unit
        | Kind::Issue
        | Kind::Remedy
        | Kind::Message
        | Kind::Language => Shape::Select(choices(t, field, typed, options)),
        Kind::Tick => Shape::Tick(typed.ticked(field.name)),
        Kind::Date => dated(t, value, "date"),
        Kind::Moment => dated(t, value, "datetime-local"),
        Kind::Amount => plain(value, "decimal", 30),
        Kind::Number(..) => plain(value, "numeric", 20),
        Kind::Reference => plain(value, "", 40),
        Kind::Files => Shape::Files,
    }
}

/// Nobody has to choose, and there can be hundreds.
fn folded(rest: Vec<Choice>) -> Shape {
    Shape::Usual {
        first: Vec::new(),
        open: rest.iter().any(|choice| choice.chosen),
        rest,
    }
}

/// Eighteen boxes are four screens of a telephone. What was chosen is never folded away.
fn usual_first(t: &Voice, list: List, all: Vec<Choice>) -> Shape {
    let usual = t.format.terms.usual(list);
    let place = |choice: &Choice| usual.iter().position(|code| *code == choice.value);
    let (mut first, rest): (Vec<Choice>, Vec<Choice>) =
        all.into_iter().partition(|choice| place(choice).is_some());
    first.sort_by_key(place);
    if rest.is_empty() {
        return Shape::Boxes(first);
    }
    let open = rest.iter().any(|choice| choice.chosen);
    Shape::Usual { first, rest, open }
}

fn line(name: &str, value: String, max: usize) -> Shape {
    // `your-email` asks for the same as `email` does: the browser may fill it in.
    let (media, dir, mode, complete) = match name.strip_prefix("your-").unwrap_or(name) {
        "email" => ("email", "ltr", "email", "email"),
        "phone" => ("tel", "ltr", "tel", "tel"),
        "name" => ("text", "auto", "", "name"),
        "address" => ("text", "auto", "", "street-address"),
        "password" => ("password", "ltr", "", "current-password"),
        _ => ("text", "auto", "", ""),
    };
    Shape::Line {
        media,
        value,
        dir,
        mode,
        complete,
        max,
    }
}

/// Digits of any script: a native number field would refuse Persian ones.
fn plain(value: String, mode: &'static str, max: usize) -> Shape {
    Shape::Line {
        media: "text",
        value,
        dir: "ltr",
        mode,
        complete: "",
        max,
    }
}

/// The browser's own calendar is the Gregorian one: a Persian reader types.
fn dated(t: &Voice, value: String, media: &'static str) -> Shape {
    let typed = t.lang() == Lang::Fa;
    Shape::Line {
        media: if typed { "text" } else { media },
        value: if typed { solar(t, value) } else { value },
        dir: "ltr",
        mode: "",
        complete: "",
        max: 30,
    }
}

/// An ISO date as a field of this language shows it.
pub fn typed_date(t: &Voice, iso: String) -> String {
    if t.lang() == Lang::Fa {
        solar(t, iso)
    } else {
        iso
    }
}

/// What the form holds is ISO; what a Persian reader sees again is their date.
fn solar(t: &Voice, value: String) -> String {
    let (day, time) = value.split_once('T').unwrap_or((&value, ""));
    match day.parse() {
        Ok(day) => {
            let (year, month, day) = crate::format::solar(day);
            let date = format!("{year}/{month}/{day} {time}");
            crate::format::in_digits(date.trim(), t.lang())
        }
        Err(_) => value,
    }
}
