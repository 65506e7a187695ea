//! One's own second factors on one page: what there is, what can be added, what goes.

use crate::{
    factor_records::{PASSKEYS_MAX, Ways, ways},
    fault::ours,
    frame::Sheet,
    passkey_button,
    roster::{Member, member},
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Actor, Organisation,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice, form};

pub const PATH: &str = "/desk/profile/factors";
/// How its owner tells one key from another.
pub const NAME: Field = Field::new("passkey-name", Kind::Line(60))
    .required()
    .hinted();

#[derive(Template)]
#[template(path = "factors/page.html")]
struct Page<'a> {
    t: &'a Voice,
    ways: &'a Ways,
    /// Their role asks for one.
    required: bool,
    /// The form for a new passkey; None where this site can have none.
    passkey: Option<Html>,
    full: bool,
    /// Recovery codes that were made just now: shown this once.
    codes: &'a [String],
}

pub(super) struct Own {
    pub member: Member,
    pub ways: Ways,
    pub it: Organisation,
}

pub(super) async fn own(house: &House, actor: &Actor) -> Result<Own, Trouble> {
    let person = actor.id;
    let read = move |reader: &mut Reader| -> Result<Option<Own>, Error> {
        let (ways, it) = (ways(reader, person)?, organisation(reader)?);
        Ok(member(reader, person)?.map(|member| Own { member, ways, it }))
    };
    let own = house.db.read(read).await.map_err(ours)?;
    own.ok_or(Trouble::NotFound)
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &visit, &Fields::default(), &[]).await
}

pub(super) async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
    codes: &[String],
) -> Result<Response, Trouble> {
    let own = own(house, actor).await?;
    let t = visit.voice();
    let full = own.ways.passkeys.len() >= PASSKEYS_MAX;
    let (member, it) = (&own.member, &own.it);
    let button =
        passkey_button::to_make(house, &t, member, &own.ways.passkeys, &it.name, "passkey");
    let fields = || form::draw(&t, &[NAME], typed, &form::Options::default());
    let body = Html::from_template(&Page {
        t: &t,
        ways: &own.ways,
        required: it.second_factor.contains(&member.role),
        passkey: button.map(|button| [fields(), button].into_iter().collect()),
        full,
        codes,
    });
    let summary = form::summary(&t, typed, &form::Options::default());
    let body: Html = [summary, body].into_iter().collect();
    Ok(Sheet::new(house, visit, actor, "office-factors")
        .below("/desk/profile", "office-profile")
        .answer(typed, body))
}
