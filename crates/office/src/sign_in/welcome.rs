//! An invitation's page: its person sets a password, once, and is signed in.

use crate::{
    entering::enter,
    fault::ours,
    frame::Form,
    joining::set_password,
    new_password, password,
    records::{Purpose, link, use_link},
    roster::{Member, member},
    secret,
    session::{self, Transport},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{By, Instant, fields::Fields};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

#[derive(Template)]
#[template(path = "sign_in/welcome.html")]
struct Page<'a> {
    t: &'a Voice,
    member: &'a Member,
    form: Html,
    open: bool,
}

pub async fn form(
    State(house): State<House>,
    Path(token): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (hash, now) = (secret::kept(&token), house.now());
    let invited = house
        .db
        .read(move |reader: &mut Reader| invited(reader, &hash, now))
        .await;
    let member = invited.map_err(ours)?.ok_or(Trouble::NotFound)?;
    Ok(page(&house, &visit, &member, &token, &Fields::default()).into_response())
}

/// The person behind a link that still counts.
fn invited(reader: &mut impl Read, hash: &str, now: Instant) -> Result<Option<Member>, Error> {
    let Some(Some(person)) = link(reader, hash, Purpose::Welcome, now)? else {
        return Ok(None);
    };
    Ok(member(reader, person)?.filter(|member| member.active))
}

fn page(house: &House, visit: &Visit, member: &Member, token: &str, typed: &Fields) -> Html {
    let t = visit.voice();
    let fields = new_password::draw(&t, typed);
    let form = Form::new(
        &t,
        &format!("/welcome/{token}"),
        fields,
        Some("welcome-set"),
    )
    .with_summary(typed)
    .html();
    let open = session::transport(&house.base_url) == Transport::Open;
    let body = Html::from_template(&Page {
        t: &t,
        member,
        form,
        open,
    });
    visit
        .page()
        .public(&form::title(&t, &t.say("welcome"), typed), body)
}

pub async fn set(
    State(house): State<House>,
    Path(token): Path<String>,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let transport = session::transport(&house.base_url);
    if transport == Transport::Open {
        return Err(Trouble::Forbidden(None));
    }
    let (hash, now) = (secret::kept(&token), house.now());
    let looked = hash.clone();
    let found = house
        .db
        .read(move |reader: &mut Reader| -> Result<_, Error> {
            Ok((invited(reader, &looked, now)?, organisation(reader)?.name))
        });
    let (member, place) = found.await.map_err(ours)?;
    let member = member.ok_or(Trouble::NotFound)?;
    sent.fields.check(&[new_password::FIELD]);
    new_password::check(&mut sent.fields, &[&member.name, &member.email, &place]);
    if !sent.fields.problems().is_empty() {
        let page = page(&house, &sent.visit, &member, &token, &sent.fields);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let kept =
        password::hash_soon(sent.fields.typed("password").to_owned(), (house.random)()).await;
    let kept = kept.ok_or_else(|| Trouble::internal("a password could not be hashed"))?;
    let write = move |tx: &mut Tx| -> Result<bool, Error> {
        // Between the look and the write somebody else may have used the link.
        let Some(member) = invited(tx, &hash, now)? else {
            return Ok(false);
        };
        use_link(tx, &hash)?;
        set_password(
            tx,
            member.id,
            &kept,
            &By {
                actor: member.id,
                unit: member.unit,
                at: now,
            },
        )?;
        Ok(true)
    };
    if !house.db.write(write).await.map_err(ours)? {
        return Err(Trouble::NotFound);
    }
    // A new password is no second factor: whoever has one is asked for it.
    enter(&house, &headers, &sent.visit, &member, "", now).await
}
