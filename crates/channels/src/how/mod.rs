//! 7.1 Communication: the public home page and "how we handle complaints": how,
//! where and by which ways, how long each step takes, rights and duties, the ways
//! on inside and outside, and that it is free (4.4, 4.5, 4.8). The figures are the
//! organisation's own targets, so a page can never promise other ones. Leaves no
//! evidence: what it shows is proved by the facts of the organisation.

use askama::Template;
use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};
use redress_kernel::{Organisation, deadline::Step, portal::PortalText};
use redress_web::{Html, Visit, Voice};

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("channels.how", "7.1")
};

/// What the home page promises; the other page says all.
const AT_A_GLANCE: &[Step] = &[Step::Acknowledgement, Step::Update, Step::Response];

fn pages(routes: Routes) -> Routes {
    routes
        .get("/", Permit::Public, home)
        .get("/how", Permit::Public, how)
}

#[derive(Template)]
#[template(path = "how/home.html")]
struct Home<'a> {
    t: &'a Voice,
    organisation: &'a Organisation,
    own: PortalText,
    tel: String,
    hours: Vec<(String, String)>,
    promises: Vec<Html>,
}

async fn home(visit: Visit) -> Html {
    let t = visit.voice();
    let organisation = &visit.organisation;
    let body = Html::from_template(&Home {
        t: &t,
        organisation,
        own: own(&t, organisation),
        tel: tel(&organisation.phone),
        hours: t.format.hours(&organisation.portal.hours),
        promises: promises(&t, organisation, AT_A_GLANCE),
    });
    visit.page().public(&t.say("home-title"), body)
}

#[derive(Template)]
#[template(path = "how/how.html")]
struct How<'a> {
    t: &'a Voice,
    organisation: &'a Organisation,
    own: PortalText,
    tel: String,
    hours: Vec<(String, String)>,
    promises: Vec<Html>,
}

async fn how(visit: Visit) -> Html {
    let t = visit.voice();
    let organisation = &visit.organisation;
    let body = Html::from_template(&How {
        t: &t,
        organisation,
        own: own(&t, organisation),
        tel: tel(&organisation.phone),
        hours: t.format.hours(&organisation.portal.hours),
        promises: promises(&t, organisation, &Step::ALL),
    });
    visit.page().public(&t.say("how-title"), body)
}

/// Each step with the working days that the organisation allows itself.
fn promises(t: &Voice, organisation: &Organisation, steps: &[Step]) -> Vec<Html> {
    let promise = |step: &Step| {
        let days = i64::from(organisation.targets.days(*step));
        t.tell(&format!("how-days-{}", step.name()))
            .with("days", days)
            .html()
    };
    steps.iter().map(promise).collect()
}

/// What the organisation says of its own, in this language.
fn own(t: &Voice, organisation: &Organisation) -> PortalText {
    organisation
        .portal
        .text(t.lang())
        .cloned()
        .unwrap_or_default()
}

/// A number that a telephone can dial.
fn tel(phone: &str) -> String {
    let latin = redress_kernel::fields::latin_digits(phone);
    latin
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}
