//! Choosing a text at a case: each as it would stand there, in the complainant's
//! language; one that lacks it says so and cannot be chosen.

use super::{
    records::{self, Text},
    variables::Values,
};
use crate::{Complaint, desk::Seat, door::visible, house::colleagues};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use redress_store::{Error, Read};
use redress_web::{Html, Trouble, Voice};

/// A text put into the composer, or the reason why it could not be.
pub struct Inserted {
    pub body: String,
    pub missing: Vec<&'static str>,
}

/// The text of this code for this case; None when there is none in its language.
pub fn inserted(
    reader: &mut impl Read,
    seat: &Seat,
    case: &Complaint,
    code: &str,
) -> Result<Option<Inserted>, Error> {
    let colleagues = colleagues(reader)?;
    let values = Values::of(case, &seat.visit.organisation, &colleagues, &seat.actor);
    let text = records::one(reader, code)?.filter(|text| !text.retired);
    let wording = text
        .as_ref()
        .and_then(|text| text.in_language(case.language.tag()));
    Ok(wording.map(|wording| {
        let filled = values.fill(&wording.body);
        Inserted {
            body: filled.text,
            missing: filled.missing,
        }
    }))
}

struct Line {
    name: Html,
    /// How it would read here; None without this language.
    shown: Option<String>,
    missing: Vec<String>,
    /// Puts it into the composer, or leads to where the language is written.
    href: String,
}

#[derive(Template)]
#[template(path = "texts/choose.html")]
struct Choose<'a> {
    t: &'a Voice,
    reference: Html,
    language: Html,
    tag: &'static str,
    dir: &'static str,
    lines: Vec<Line>,
    back: String,
    all: String,
}

pub async fn page(seat: Seat, Path(reference): Path<String>) -> Response {
    let read = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &reference, seat.now)? else {
            return Ok(None);
        };
        let colleagues = colleagues(reader)?;
        let values = Values::of(&case, &seat.visit.organisation, &colleagues, &seat.actor);
        let texts = records::all(reader)?;
        Ok(Some((case, values, texts)))
    });
    let (case, values, texts) = match read.await {
        Ok(Some(read)) => read,
        Ok(None) => return Trouble::NotFound.into_response(),
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let mut lines: Vec<Line> = texts
        .iter()
        .filter(|text| !text.retired)
        .map(|text| line(t, &case, &values, text))
        .collect();
    lines.sort_by_key(|line| line.shown.is_none());
    let lang = case.language;
    let body = Html::from_template(&Choose {
        t,
        reference: t.reference(&case.reference),
        language: t.in_lang(lang.own_name(), lang),
        tag: lang.tag(),
        dir: lang.dir(),
        lines,
        back: t.href(&format!("/desk/{}", case.reference)),
        all: t.href("/desk/texts"),
    });
    match seat.board(&t.say("texts-choose"), body).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

fn line(t: &Voice, case: &Complaint, values: &Values, text: &Text) -> Line {
    let filled = text
        .in_language(case.language.tag())
        .map(|wording| values.fill(&wording.body));
    let href = match &filled {
        Some(_) => format!(
            "/desk/{}?open=messages&text={}#v-messages",
            case.reference, text.code
        ),
        None => format!("/desk/texts/{}", text.code),
    };
    let named = |name: &&'static str| format!("{{{name}}}");
    Line {
        name: t.bdi(text.name(t.tag())),
        missing: filled
            .iter()
            .flat_map(|filled| filled.missing.iter().map(named))
            .collect(),
        shown: filled.map(|filled| filled.text),
        href: t.href(&href),
    }
}
