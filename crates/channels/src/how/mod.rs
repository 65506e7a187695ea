//! 7.1 Communication: the public home page and "how we handle complaints": how,
//! where and by which ways, how long each step takes, rights and duties, the ways
//! on inside and outside, and that it is free (4.4, 4.5, 4.8). The figures are the
//! organisation's own targets, so a page can never promise other ones. Leaves no
//! evidence: what it shows is proved by the facts of the organisation.

use askama::Template;
use axum::extract::State;
use redress_complaint::{
    House, Slice,
    routes::{Permit, Routes},
    slice::Public,
};
use redress_kernel::{Organisation, deadline::Step, portal::PortalText};
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice};

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    also: &["4.4", "4.8"],
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
    links: Vec<Public>,
}

async fn home(State(house): State<House>, visit: Visit) -> Result<Html, Trouble> {
    let t = visit.voice();
    let organisation = &visit.organisation;
    let body = Html::from_template(&Home {
        t: &t,
        organisation,
        own: own(&t, organisation),
        tel: tel(&organisation.phone),
        hours: t.format.hours(&organisation.portal.hours),
        promises: promises(&t, organisation, AT_A_GLANCE),
        links: links(&house).await?,
    });
    Ok(visit.page().public(&t.say("home-title"), body))
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
    links: Vec<Public>,
}

async fn how(State(house): State<House>, visit: Visit) -> Result<Html, Trouble> {
    let t = visit.voice();
    let organisation = &visit.organisation;
    let body = Html::from_template(&How {
        t: &t,
        organisation,
        own: own(&t, organisation),
        tel: tel(&organisation.phone),
        hours: t.format.hours(&organisation.portal.hours),
        promises: promises(&t, organisation, &Step::ALL),
        links: links(&house).await?,
    });
    Ok(visit.page().public(&t.say("how-title"), body))
}

/// Pages that other rooms offer to everybody, where there is something to read.
async fn links(house: &House) -> Result<Vec<Public>, Trouble> {
    let offered: Vec<Public> = house
        .slices
        .iter()
        .filter_map(|slice| slice.public)
        .collect();
    let read = move |reader: &mut Reader| -> Result<Vec<Public>, Error> {
        let mut found = Vec::new();
        for page in offered {
            if (page.there)(reader)? {
                found.push(page);
            }
        }
        Ok(found)
    };
    house.db.read(read).await.map_err(Trouble::internal)
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
