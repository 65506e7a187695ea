//! The page of the calendar, and the file that is read into it.

use super::{
    ahead::ahead,
    decide::{FORM, accept, typed},
    file, hours,
};
use crate::{fault::ours, weighed::Weighed};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::Actor;
use redress_store::Reader;
use redress_web::{Sent, Trouble, Visit};

static CALENDAR: Weighed = Weighed {
    path: "/admin/calendar",
    title: "office-calendar",
    form: FORM,
    held: typed,
    accept,
    below: |below| {
        let next = ahead(below.t, below.held, below.now);
        let fewer = hours::fewer(below.t, below.held);
        let file = below.may_change.then(|| file::form(below.t, below.typed));
        [fewer, next].into_iter().chain(file).collect()
    },
    always: false,
};

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    CALENDAR.show(&house, &actor, &visit).await
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    CALENDAR.change(&house, &actor, sent).await
}

/// Closures out of an iCalendar file: put into the form and weighed. Nothing is kept
/// before somebody saves the page.
pub async fn read_file(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let held = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    let mut fields = typed(&held);
    let t = sent.visit.voice();
    let today = t.format.day(house.now());
    let first = file::taken(&t, &sent, &mut fields, today);
    CALENDAR
        .proposed(&house, &actor, &sent.visit, fields, first)
        .await
}
