//! The judgement in plain words.

use super::{
    judge::{GONE, Not, Told},
    pages::{FORM, PAPER},
};
use askama::Template;
use redress_complaint::House;
use redress_kernel::fields::Fields;
use redress_web::{
    Html, Visit, Voice,
    form::{self, Options},
};

#[derive(Template)]
#[template(path = "verification/page.html")]
struct Page<'a> {
    t: &'a Voice,
    result: Option<Html>,
    problems: Html,
    fields: Html,
    /// For a receipt on paper: folded until somebody needs it.
    paper: Html,
    on_paper: bool,
    keys: Vec<String>,
}

pub fn page(
    house: &House,
    visit: &Visit,
    fields: &Fields,
    judged: Option<Result<Told, Not>>,
) -> Html {
    let t = visit.voice();
    let keys = house.db.keys().verifiers();
    let title = t.say(match &judged {
        None => "verification-title",
        Some(Ok(_)) => "verification-proved",
        Some(Err(not)) => not_title(*not),
    });
    let body = Html::from_template(&Page {
        t: &t,
        result: judged.map(|judged| result(&t, judged)),
        problems: form::summary(&t, fields, &Options::default()),
        fields: form::draw(&t, FORM, fields, &Options::default()),
        paper: form::draw(&t, PAPER, fields, &Options::default()),
        on_paper: PAPER
            .iter()
            .any(|one| !fields.text(one.name).is_empty() || fields.problem_at(one.name).is_some()),
        keys: keys.iter().map(|key| key.text()).collect(),
    });
    visit.page().public(&form::title(&t, &title, fields), body)
}

fn not_title(not: Not) -> &'static str {
    match not {
        GONE => "verification-gone-title",
        _ => "verification-not",
    }
}

#[derive(Template)]
#[template(path = "verification/proved.html")]
struct Proved<'a> {
    t: &'a Voice,
    told: Told,
}

#[derive(Template)]
#[template(path = "verification/not.html")]
struct NotProved<'a> {
    t: &'a Voice,
    title: &'static str,
    why: String,
    gone: bool,
}

fn result(t: &Voice, judged: Result<Told, Not>) -> Html {
    match judged {
        Ok(told) => Html::from_template(&Proved { t, told }),
        Err(not) => Html::from_template(&NotProved {
            t,
            title: not_title(not),
            why: t.code("verification-not", not.0),
            gone: not == GONE,
        }),
    }
}
