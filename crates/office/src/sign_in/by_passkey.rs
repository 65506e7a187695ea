//! Signing in with a passkey alone: the key has made sure of its person by a finger or a
//! PIN, so it is two factors in one. The browser offers the keys it has for this site;
//! nobody types an address, so there is nothing to try one after another.

use super::{
    pages::{From, again},
    proving,
    throttle::network,
    watch,
};
use crate::{
    challenge::For,
    entering::{begin, welcomed},
    fault::ours,
    roster::member,
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::words::Message;
use redress_store::Reader;
use redress_web::{Sent, Trouble};

pub async fn sign_in(
    State(house): State<House>,
    From(ip): From,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let (network, answer) = (network(ip), sent.fields.text("passkey"));
    let key = proving::passkey(&house, For::SignIn, &answer, true).await?;
    let member = match key.map(|key| key.person) {
        Some(person) => {
            let read = move |reader: &mut Reader| member(reader, person);
            house.db.read(read).await.map_err(ours)?
        }
        None => None,
    };
    let Some(member) = member.filter(|member| member.active) else {
        watch::note_by(&house, "refused", "passkey", None, &network);
        // One answer for a wrong signature, a used challenge and a key of nobody here.
        let next = sent.fields.text("next");
        sent.fields
            .problem("", Message::new("sign-in-passkey-wrong"));
        return Ok(again(
            &house,
            &sent,
            &next,
            StatusCode::UNPROCESSABLE_ENTITY,
        ));
    };
    watch::note_by(&house, "in", "passkey", Some(member.id), &network);
    let token = begin(&house, &headers, &member, house.now());
    let token = token.await.map_err(ours)?;
    let next = sent.fields.text("next");
    Ok(welcomed(&house, &sent.visit, &member, &token, &next))
}
