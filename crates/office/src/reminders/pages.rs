//! The page: letters for everybody or for nobody, and a tick for each person who gets
//! none.

use super::records::{Held, held, set};
use crate::{
    amend::by,
    fault::{Fault, ours},
    frame::{Sheet, back},
    roster::{Member, members},
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::{Action, Actor, fields::Fields};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice};

const PATH: &str = "/admin/reminders";

#[derive(Template)]
#[template(path = "reminders/page.html")]
struct Page<'a> {
    t: &'a Voice,
    action: String,
    held: &'a Held,
    people: Vec<&'a Member>,
    may_change: bool,
}

impl Page<'_> {
    fn gets_none(&self, member: &Member) -> bool {
        self.held.without.contains(&member.id)
    }
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| -> Result<_, Error> { Ok((held(reader)?, members(reader)?)) };
    let (held, people) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let body = Html::from_template(&Page {
        t: &t,
        action: t.href(PATH),
        held: &held,
        people: people.iter().filter(|one| one.active).collect(),
        may_change: actor.may(Action::ChangeSettings),
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-reminders").answer(&Fields::default(), body))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let wanted = Held {
        off: sent.fields.take("mails").iter().any(|it| it == "off"),
        without: sent
            .fields
            .take("without")
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect(),
    };
    let by = by(&house, &actor);
    let write = move |tx: &mut Tx| -> Result<(), Fault> { Ok(set(tx, wanted, &by)?) };
    house.db.write(write).await?;
    Ok(back(&sent.visit, PATH, "saved"))
}
