//! Target times (6.2): the organisation's own promises, in working days. A change
//! holds for complaints that arrive from now on, unless the open ones are counted
//! anew with it; both can be weighed before.

use super::decide::{TARGETS, accept_targets, typed_targets};
use crate::weighed::Weighed;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::Actor;
use redress_web::{Html, Sent, Trouble, Visit};

static TIMES: Weighed = Weighed {
    path: "/admin/targets",
    title: "office-targets",
    form: TARGETS,
    held: typed_targets,
    accept: accept_targets,
    below: |_| Html::default(),
    always: false,
};

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    TIMES.show(&house, &actor, &visit).await
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    TIMES.change(&house, &actor, sent).await
}
