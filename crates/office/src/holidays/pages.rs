//! The page of public holidays.

use super::decide::{FORM, accept, lists, newer, typed};
use crate::weighed::{Below, Weighed};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::{Actor, organisation::InUse};
use redress_web::{Html, Sent, Trouble, Visit, Voice};

static HOLIDAYS: Weighed = Weighed {
    path: "/admin/public-holidays",
    title: "office-public-holidays",
    form: FORM,
    held: typed,
    accept,
    below,
    always: true,
};

#[derive(Template)]
#[template(path = "holidays/lists.html")]
struct Lists<'a> {
    t: &'a Voice,
    lists: Vec<InUse>,
}

impl Lists<'_> {
    fn name(&self, list: &&InUse) -> String {
        self.t.code("holidays", &list.calendar)
    }

    fn newer(&self, list: &&InUse) -> bool {
        newer(list).is_some()
    }
}

fn below(below: &Below) -> Html {
    let lists = lists(below.held);
    Html::from_template(&Lists { t: below.t, lists })
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    HOLIDAYS.show(&house, &actor, &visit).await
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    HOLIDAYS.change(&house, &actor, sent).await
}
