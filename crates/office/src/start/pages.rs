//! The page: the next steps first, then every page of administration.

use super::{
    next::{State as Standing, Step, steps},
    records::found,
};
use crate::{fault::ours, frame::Sheet};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{
    House,
    health::{Line, State as Health, of_slices},
    menu::administration,
};
use redress_kernel::{Actor, fields::Fields};
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice, frame::RailItem};

#[derive(Template)]
#[template(path = "start/start.html")]
struct Page<'a> {
    t: &'a Voice,
    /// What is not well, as the slices say it.
    alarms: Vec<Line>,
    steps: Vec<Step>,
    open: usize,
    /// Section by section: path, name and what is done there.
    places: Vec<(&'static str, Vec<Door>)>,
}

impl Page<'_> {
    fn class(&self, step: &Step) -> &'static str {
        match step.state {
            Standing::Open => "warn",
            Standing::Delivered => "info",
            Standing::Done => "good",
        }
    }
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (now, slices) = (house.now(), house.slices);
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        Ok((found(reader)?, of_slices(reader, slices, now)?))
    };
    let (found, mut alarms) = house.db.read(read).await.map_err(ours)?;
    alarms.retain(|line| line.state != Health::Ok);
    let steps = steps(&found, now);
    let t = visit.voice();
    let body = Html::from_template(&Page {
        open: steps.iter().filter(|s| s.state == Standing::Open).count(),
        steps,
        alarms,
        places: places(&house, &actor, &t),
        t: &t,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-admin").answer(&Fields::default(), body))
}

/// Path, name and what is done there.
type Door = (String, String, String);

fn places(house: &House, actor: &Actor, t: &Voice) -> Vec<(&'static str, Vec<Door>)> {
    let mine = administration(house.slices, actor, t, "").into_iter();
    mine.map(|(section, items)| {
        let doors = items.into_iter().map(|item| door(item, t));
        (section.word(), doors.collect())
    })
    .collect()
}

fn door(item: RailItem, t: &Voice) -> Door {
    let place = item.href.rsplit('/').next().unwrap_or_default();
    let lead = format!("office-lead-{place}");
    let lead = match t.has(&lead) {
        true => t.say(&lead).into_owned(),
        false => String::new(),
    };
    (item.href, item.label.into_owned(), lead)
}
