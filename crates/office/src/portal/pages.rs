//! The page of the public pages: the form, and below it what each language would show.

use super::decide::{HOURS, OFFERED, PARTS, TEXT_MAX, accept, name, typed};
use crate::{
    amend::amend,
    fault::ours,
    frame::{Form, Sheet, back},
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Action, Actor, Lang, Organisation, Refusal,
    fields::Fields,
    portal::{PortalText, WAYS},
};
use redress_store::Reader;
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

struct Text {
    id: String,
    part: &'static str,
    value: String,
    error: Option<Html>,
}

#[derive(Template)]
#[template(path = "portal/texts.html")]
struct Texts<'a> {
    t: &'a Voice,
    languages: Vec<(Lang, Vec<Text>)>,
    max: usize,
}

/// One language as the public pages would speak it.
struct Shown {
    lang: Lang,
    ways: Vec<String>,
    hours: Vec<(String, String)>,
    text: PortalText,
    /// Keys of the texts that other languages have and this one lacks.
    missing: Vec<String>,
}

#[derive(Template)]
#[template(path = "portal/preview.html")]
struct Preview<'a> {
    t: &'a Voice,
    shown: Vec<Shown>,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let it = held(&house).await?;
    Ok(page(&house, &actor, &visit, &typed(&it), &it))
}

async fn held(house: &House) -> Result<Organisation, Trouble> {
    let read = |reader: &mut Reader| organisation(reader);
    house.db.read(read).await.map_err(ours)
}

fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
    it: &Organisation,
) -> Response {
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let fields = [
        form::draw(&t, &[OFFERED, HOURS], typed, &form::Options::default()),
        texts(&t, typed, it),
    ];
    let fields = fields.into_iter().collect();
    let form = Form::new(&t, "/admin/portal", fields, may_change.then_some("save"))
        .previewed()
        .with_summary(typed)
        .html();
    let shown = it.languages.iter().map(|lang| one(&t, it, *lang)).collect();
    let preview = Html::from_template(&Preview { t: &t, shown });
    let body = [form, preview].into_iter().collect();
    Sheet::new(house, visit, actor, "office-portal").answer(typed, body)
}

fn texts(t: &Voice, typed: &Fields, it: &Organisation) -> Html {
    let of = |lang: Lang| {
        let text = |part: &&'static str| Text {
            id: name(part, lang),
            part,
            value: typed.typed(&name(part, lang)).to_owned(),
            error: typed
                .problem_at(&name(part, lang))
                .map(|problem| t.html(&problem.message)),
        };
        (lang, PARTS.iter().map(text).collect())
    };
    Html::from_template(&Texts {
        t,
        languages: it.languages.iter().copied().map(of).collect(),
        max: TEXT_MAX,
    })
}

fn one(t: &Voice, it: &Organisation, lang: Lang) -> Shown {
    let own = Voice::of(lang, it);
    type Part = fn(&PortalText) -> &str;
    let lacks: [(&str, Part); 3] = [
        ("introduction", |text| &text.introduction),
        ("visit", |text| &text.visit),
        ("outside", |text| &text.outside),
    ];
    let missing = lacks
        .into_iter()
        .filter(|(_, part)| it.portal.missing(&it.languages, *part).contains(&lang))
        .map(|(part, _)| t.code("portal-text", part));
    let ways = WAYS.iter().filter(|way| it.portal.offers(way));
    Shown {
        lang,
        ways: ways.map(|way| own.code("portal-way", way)).collect(),
        hours: own.format.hours(&it.portal.hours),
        text: it.portal.text(lang).cloned().unwrap_or_default(),
        missing: missing.collect(),
    }
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let preview = sent
        .fields
        .take("act")
        .first()
        .is_some_and(|act| act == "weigh");
    let before = held(&house).await?;
    let mut fields = sent.fields.clone();
    let Some(after) = accept(&mut fields, &before) else {
        return Ok(page(&house, &actor, &sent.visit, &fields, &before));
    };
    if preview {
        return Ok(page(&house, &actor, &sent.visit, &fields, &after));
    }
    let typed = sent.fields;
    let change = move |it: Organisation| {
        let mut fields = typed;
        accept(&mut fields, &it).ok_or(Refusal::new("not-possible"))
    };
    amend(&house, &actor, change).await?;
    Ok(back(&sent.visit, "/admin/portal", "saved"))
}
