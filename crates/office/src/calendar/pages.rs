//! The page of the calendar.

use super::{
    ahead::ahead,
    decide::{FORM, accept, typed},
};
use crate::weighed::Weighed;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::Actor;
use redress_web::{Sent, Trouble, Visit};

static CALENDAR: Weighed = Weighed {
    path: "/admin/calendar",
    title: "office-calendar",
    form: FORM,
    held: typed,
    accept,
    below: ahead,
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
