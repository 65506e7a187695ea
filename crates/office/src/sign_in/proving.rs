//! Whether somebody is who they say, besides the password at the door: the password
//! again, a code of the authenticator, a recovery code, a passkey. Wrong tries are slowed
//! as those at the door are, for the person wherever they come from: only who knows the
//! password gets this far, so nobody can keep the owner out by trying.

use super::{pages::remember, throttle::Judgement, watch};
use crate::{
    challenge::{self, For},
    factor_records::{
        Passkey, passkey_named, passkey_used, spend_challenge, spend_code, spend_recovery_code,
    },
    fault::ours,
    passkey::{Answer, Site, answered, challenge_in},
    password,
    records::password_of,
};
use redress_complaint::House;
use redress_kernel::{Id, Instant, fields::Fields, words::Message};
use redress_store::{Error, Reader, Tx};
use redress_web::Trouble;

/// What was typed or pressed to prove it. Names of fields begin so that no form of
/// another page has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Try {
    Password(String),
    /// Of the authenticator, or one from paper.
    Code(String),
    Passkey(String),
}

pub const PASSWORD: &str = "proof-password";
pub const CODE: &str = "proof-code";
pub const PASSKEY: &str = "proof-passkey";

impl Try {
    /// The strongest of what was handed in.
    pub fn among(fields: &Fields) -> Option<Try> {
        let typed = |name: &str| Some(fields.typed(name).to_owned()).filter(|it| !it.is_empty());
        typed(PASSKEY)
            .map(Try::Passkey)
            .or_else(|| typed(CODE).map(Try::Code))
            .or_else(|| typed(PASSWORD).map(Try::Password))
    }

    const fn means(&self) -> &'static str {
        match self {
            Try::Password(_) => "password",
            Try::Code(_) => "code",
            Try::Passkey(_) => "passkey",
        }
    }
}

/// None: it is they. Otherwise the sentence to show; one and the same for every mistake.
pub async fn mistaken(
    house: &House,
    person: Id,
    tried: Try,
    network: &str,
) -> Result<Option<Message>, Trouble> {
    let (account, means) = (format!("proof of {person}"), tried.means());
    // Counted before it is looked at: tries at once would all find that nobody failed yet.
    let judged = remember(|throttle| throttle.tries(&account, &account, house.now()));
    if let Some(Judgement::Wait(seconds)) = judged {
        watch::note_by(house, "too-soon", means, Some(person), network);
        return Ok(Some(Message::new("sign-in-wait").with("seconds", seconds)));
    }
    if proves(house, person, tried).await? {
        remember(|throttle| throttle.succeeded(&account, &account));
        watch::note_by(house, "proved", means, Some(person), network);
        return Ok(None);
    }
    watch::note_by(house, "refused", means, Some(person), network);
    Ok(Some(Message::new("proof-wrong")))
}

async fn proves(house: &House, person: Id, tried: Try) -> Result<bool, Trouble> {
    let now = house.now();
    match tried {
        Try::Password(typed) => {
            let read = move |reader: &mut Reader| password_of(reader, person);
            let kept = house.db.read(read).await.map_err(ours)?;
            Ok(password::matches_soon(typed, kept).await)
        }
        Try::Code(typed) => {
            let write =
                move |tx: &mut Tx| -> Result<bool, Error> {
                    Ok(spend_code(tx, person, &typed, now)?
                        || spend_recovery_code(tx, person, &typed)?)
                };
            house.db.write(write).await.map_err(ours)
        }
        Try::Passkey(answer) => {
            let key = passkey(house, For::Proof(person), &answer, false).await?;
            Ok(key.is_some_and(|key| key.person == person))
        }
    }
}

/// The passkey that gave this answer, to a challenge of ours that was not answered before.
/// `verified`: the key has made sure of its person itself.
pub async fn passkey(
    house: &House,
    what: For,
    answer: &str,
    verified: bool,
) -> Result<Option<Passkey>, Trouble> {
    let (Ok(answer), Some(site)) = (
        serde_json::from_str::<Answer>(answer),
        Site::of(&house.base_url),
    ) else {
        return Ok(None);
    };
    let now = house.now();
    let Some(asked) = asked_for(house, what, &answer, now) else {
        return Ok(None);
    };
    let write = move |tx: &mut Tx| judged(tx, &site, &asked, &answer, verified, now);
    house.db.write(write).await.map_err(ours)
}

/// The challenge that was answered, and its end. Looked at before anything is written:
/// whoever sends nonsense does not keep the writer busy.
fn asked_for(house: &House, what: For, answer: &Answer, now: Instant) -> Option<(String, Instant)> {
    let challenge = challenge_in(&answer.client_data)?;
    let ends = challenge::ends(house.db.keys(), what, &challenge, now)?;
    Some((challenge, ends))
}

fn judged(
    tx: &mut Tx,
    site: &Site,
    (challenge, ends): &(String, Instant),
    answer: &Answer,
    verified: bool,
    now: Instant,
) -> Result<Option<Passkey>, Error> {
    let Some(known) = passkey_named(tx, &answer.id)? else {
        return Ok(None);
    };
    let Some(counter) = answered(site, challenge, &known.kept, answer, verified) else {
        return Ok(None);
    };
    if !spend_challenge(tx, challenge, *ends, now)? {
        return Ok(None);
    }
    passkey_used(tx, known.id, counter, now)?;
    Ok(Some(known))
}
