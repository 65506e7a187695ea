//! The invitation: a link that works once, within a week. It is mailed when there is
//! a relay; where there is none, or it did not take the letter, the link is shown
//! for whoever invites to hand over. A new one makes the earlier worthless.

use super::pages::known;
use crate::{
    fault::ours,
    frame::{Sheet, back},
    joining::{WELCOME_SECONDS, invite},
    records::withdraw_links,
    roster::Member,
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    House,
    house::{format_for, organisation},
};
use redress_kernel::{
    Actor, Id, Instant, Organisation,
    fields::Fields,
    words::{Arg, Message},
};
use redress_mail::{Back, Letter, Outgoing, Went};
use redress_store::{Reader, Tx};
use redress_web::{Html, Trouble, Visit, Voice};

#[derive(Template)]
#[template(path = "people/invited.html")]
struct Invited<'a> {
    t: &'a Voice,
    member: &'a Member,
    link: &'a str,
    went: &'a Went,
    until: Instant,
}

impl Invited<'_> {
    fn was_not_taken(&self) -> bool {
        matches!(self.went, Went::Not(_))
    }
}

/// Who presses, on which page, with which way out of the house.
pub struct Inviting<'a> {
    pub house: &'a House,
    pub actor: &'a Actor,
    pub visit: &'a Visit,
    pub way: Option<Extension<Outgoing>>,
}

/// Tells the person, and whoever invites what became of it.
pub async fn invited(by: Inviting<'_>, person: Id, path: &str) -> Result<Response, Trouble> {
    let house = by.house;
    let member = known(house, person).await?;
    let link = format!("{}{path}", house.base_url);
    let until = house.now().plus_seconds(WELCOME_SECONDS);
    let went = mailed(house, &member, &link, until, by.way).await?;
    let t = by.visit.voice();
    let body = Html::from_template(&Invited {
        t: &t,
        member: &member,
        link: &link,
        went: &went,
        until,
    });
    Ok(Sheet::new(house, by.visit, by.actor, "office-invited")
        .below("/admin/people", "office-people")
        .answer(&Fields::default(), body))
}

async fn mailed(
    house: &House,
    member: &Member,
    link: &str,
    until: Instant,
    way: Option<Extension<Outgoing>>,
) -> Result<Went, Trouble> {
    let Some(Extension(way)) = way else {
        return Ok(Went::Nowhere);
    };
    let read = house.db.read(|reader: &mut Reader| organisation(reader));
    let letter = letter(house, &read.await.map_err(ours)?, member, link, until);
    let tried = tokio::task::spawn_blocking(move || way.send(&letter)).await;
    tried.map_err(Trouble::internal)
}

/// In the language that was chosen for the person, else in the organisation's first.
pub(super) fn letter(
    house: &House,
    of: &Organisation,
    member: &Member,
    link: &str,
    until: Instant,
) -> Letter {
    let first = of.languages.first().copied().unwrap_or_default();
    let language = member.language.unwrap_or(first);
    let format = format_for(of, language);
    let say = |message: Message| house.words.tell(language, &message, &format);
    let body = [
        say(Message::new("invitation-letter").with("place", of.name.as_str())),
        link.to_owned(),
        say(Message::new("invitation-letter-until").with("until", Arg::from(until))),
        say(Message::new("invitation-letter-stranger")),
    ];
    Letter {
        id: house.new_id(),
        from_name: of.name.clone(),
        to: member.email.clone(),
        to_name: member.name.clone(),
        subject: say(Message::new("invitation-subject").with("place", of.name.as_str())),
        body: body.join("\n\n"),
        language,
        automatic: true,
        earlier: Vec::new(),
        back: Back::default(),
        files: Vec::new(),
        at: house.now(),
    }
}

/// A new link for somebody who forgot the password, or whose invitation ran out;
/// their old password holds until it is used.
pub async fn again(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    way: Option<Extension<Outgoing>>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let member = known(&house, person.parse().map_err(|_| Trouble::NotFound)?).await?;
    if !member.active {
        return Err(redress_kernel::Refusal::new("inactive-already").into());
    }
    let (random, now, person) = ((house.random)(), house.now(), member.id);
    let link = house
        .db
        .write(move |tx: &mut Tx| invite(tx, person, random, now))
        .await
        .map_err(ours)?;
    let by = Inviting {
        house: &house,
        actor: &actor,
        visit: &visit,
        way,
    };
    invited(by, person, &link).await
}

/// The link that is out does not work any more.
pub async fn revoke(
    State(house): State<House>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let member = known(&house, person.parse().map_err(|_| Trouble::NotFound)?).await?;
    let person = member.id;
    house
        .db
        .write(move |tx: &mut Tx| withdraw_links(tx, person))
        .await
        .map_err(ours)?;
    let page = format!("/admin/people/{person}");
    Ok(back(&visit, &page, "invitation-revoked"))
}
