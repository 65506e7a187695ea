//! The four steps of the set-up, shown above each of its pages.

use askama::Template;
use redress_kernel::words::Message;
use redress_web::{Html, Visit, Voice};

const STEPS: [&str; 4] = ["owner", "organisation", "mail", "sample"];

#[derive(Template)]
#[template(path = "steps.html")]
struct Steps<'a> {
    t: &'a Voice,
    place: Html,
    steps: Vec<(String, bool, bool)>,
    title: String,
    lead: String,
    body: Html,
}

/// A page of the set-up: step `name` with its own form inside.
pub fn page(visit: &Visit, name: &str, title: &str, body: Html) -> Html {
    let t = visit.voice();
    let at = STEPS
        .iter()
        .position(|step| *step == name)
        .unwrap_or(STEPS.len());
    let steps = STEPS
        .iter()
        .enumerate()
        .map(|(n, step)| (t.code("setup-step", step), n < at, n == at));
    let place = Message::new("setup-place")
        .with("step", at + 1)
        .with("steps", STEPS.len());
    let framed = Html::from_template(&Steps {
        place: if at < STEPS.len() {
            t.html(&place)
        } else {
            Html::default()
        },
        steps: steps.collect(),
        title: t.code("setup", name),
        lead: t.code("setup", &format!("{name}-lead")),
        t: &t,
        body,
    });
    visit.page().public(title, framed)
}
