//! The health page: what needs a person first, then what works.

use super::{Line, Look, Machine, State as Health, doctor};
use crate::{
    fault::ours,
    frame::Sheet,
    session::{Transport, transport},
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::{Actor, fields::Fields};
use redress_store::Reader;
use redress_web::{Html, Trouble, Visit, Voice};

#[derive(Template)]
#[template(path = "health/health.html")]
struct Page<'a> {
    t: &'a Voice,
    lines: &'a [Line],
    needs: usize,
    now: redress_kernel::Instant,
    version: &'a str,
}

impl Page<'_> {
    fn class(&self, line: &Line) -> &'static str {
        line.state.class()
    }
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    look: Option<Extension<Look>>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let machine = machine(&house, look).await;
    let (now, version, slices) = (house.now(), machine.version.clone(), house.slices);
    let lines = house
        .db
        .read(move |reader: &mut Reader| doctor(reader, slices, &machine, now))
        .await
        .map_err(ours)?;
    let t = visit.voice();
    let needs = lines.iter().filter(|line| line.state != Health::Ok).count();
    let body = Html::from_template(&Page {
        t: &t,
        lines: &lines,
        needs,
        now,
        version: &version,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-health").answer(&Fields::default(), body))
}

/// Measuring may touch the disk: off the threads that answer.
async fn machine(house: &House, look: Option<Extension<Look>>) -> Machine {
    let measured = match look {
        Some(Extension(Look(look))) => tokio::task::spawn_blocking(move || look())
            .await
            .unwrap_or_default(),
        None => Machine::default(),
    };
    let safely = measured
        .reachable_safely
        .unwrap_or(transport(&house.base_url) != Transport::Open);
    Machine {
        reachable_safely: Some(safely),
        ..measured
    }
}
