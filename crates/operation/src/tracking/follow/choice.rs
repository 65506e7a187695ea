//! Progress updates by e-mail as the complainant sees them: how it is, and the one button
//! that changes it, on the follow-up page and behind the link of a letter. Leaves no
//! evidence: nothing is changed here.

use askama::Template;
use redress_complaint::Complaint;
use redress_web::{Html, Visit, Voice};

/// On the follow-up page, while letters by e-mail still come, or could come again.
pub fn offered(t: &Voice, case: &Complaint) -> Option<Html> {
    let reached = !case.correspondent().email.is_empty();
    let by_mail = case.is_open() && (reached || case.updates_stopped.is_some());
    by_mail.then(|| choice(t, case, "/follow/case/updates"))
}

#[derive(Template)]
#[template(path = "tracking/follow/choice.html")]
struct Choice<'a> {
    t: &'a Voice,
    stopped: bool,
    action: String,
}

/// How it is, and the one button that changes it.
fn choice(t: &Voice, case: &Complaint, path: &str) -> Html {
    Html::from_template(&Choice {
        t,
        stopped: case.updates_stopped.is_some(),
        action: t.href(path),
    })
}

#[derive(Template)]
#[template(path = "tracking/follow/updates.html")]
struct UpdatesPage<'a> {
    t: &'a Voice,
    case: &'a Complaint,
    choice: Html,
}

/// For whoever has the letter, and perhaps no access code at hand.
pub fn page(visit: &Visit, case: &Complaint, token: &str) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&UpdatesPage {
        t: &t,
        case,
        choice: choice(&t, case, &format!("/updates/{token}")),
    });
    visit.page().public(&t.say("follow-updates-title"), body)
}
