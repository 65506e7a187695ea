//! Who looked at the complainant's name, for the complainant themself: when, in which
//! function and why. Colleagues are told by their function and not by name: the page
//! answers for the organisation. Leaves no evidence.

use askama::Template;
use redress_complaint::{Complaint, case::NameShown};
use redress_web::{Html, Visit, Voice};

struct Look {
    why: String,
    role: String,
    at: Html,
}

#[derive(Template)]
#[template(path = "tracking/follow/looks.html")]
struct Page<'a> {
    t: &'a Voice,
    looks: Vec<Look>,
}

pub fn looks(visit: &Visit, case: &Complaint) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&Page {
        t: &t,
        looks: case.shown.iter().rev().map(|it| look(&t, it)).collect(),
    });
    visit.page().public(&t.say("follow-looks-title"), body)
}

fn look(t: &Voice, it: &NameShown) -> Look {
    Look {
        why: t.code("identity-why", &it.why),
        role: it
            .role
            .map(|role| t.code("role", role.name()))
            .unwrap_or_default(),
        at: t.moment(it.at),
    }
}
