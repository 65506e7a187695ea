//! The decision to let somebody start anew, pure, and what is recorded of it.

use crate::{
    account_mail::{What, tell},
    factor_records::{forget_all, requested_at, withdraw_request},
    facts::{FactorsReset, RecoveryGranted},
    fault::Fault,
    joining::set_password,
    records::{Purpose, keep_link, use_link},
    roster::{Member, by_email, member},
    secret,
};
use redress_kernel::{
    By, Draft, Id, Instant, Refusal,
    fields::{Field, Kind},
};
use redress_store::Tx;

pub const LINK_SECONDS: i64 = 24 * 3600;
const WAYS: &[&str] = &["in-person", "called-back", "video", "vouched"];
const BY_COMMAND: &str = "command-line";

/// How somebody made sure who it is.
pub const CHECKED: Field = Field::new("recovery-checked", Kind::Choice("recovery-checked", WAYS))
    .required()
    .hinted();

/// Nobody vouches for themselves, and nobody is let in who did not ask.
pub fn may_grant(member: &Member, asked: Option<Instant>, by: Id) -> Result<(), Refusal> {
    if !member.active {
        return Err(Refusal::new("inactive-already"));
    }
    if member.id == by {
        return Err(Refusal::new("own-recovery"));
    }
    match asked {
        Some(_) => Ok(()),
        None => Err(Refusal::new("recovery-not-asked")),
    }
}

/// The path to hand over.
pub fn granted(
    tx: &mut Tx,
    person: Id,
    checked: &str,
    random: [u8; 32],
    by: &By,
) -> Result<String, Fault> {
    let member = member(tx, person)?.ok_or(Refusal::new("no-such-person"))?;
    may_grant(&member, requested_at(tx, person)?, by.actor)?;
    link_for(tx, person, checked, random, by)
}

/// From the machine itself: whoever may run commands there could read the database too.
pub fn recover(tx: &mut Tx, email: &str, random: [u8; 32], now: Instant) -> Result<String, Fault> {
    let member = by_email(tx, email)?.filter(|member| member.active);
    let person = member.ok_or(Refusal::new("no-such-person"))?.id;
    link_for(tx, person, BY_COMMAND, random, &By::system(now))
}

fn link_for(
    tx: &mut Tx,
    person: Id,
    checked: &str,
    random: [u8; 32],
    by: &By,
) -> Result<String, Fault> {
    let token = secret::token(random);
    let (hash, ends) = (secret::kept(&token), by.at.plus_seconds(LINK_SECONDS));
    keep_link(tx, &hash, Purpose::Recovery, Some(person), ends)?;
    withdraw_request(tx, person)?;
    let fact = RecoveryGranted {
        checked: checked.to_owned(),
    };
    tx.record(Draft::of(person, &fact), by)?;
    tell(tx, person, What::Recovery, by.at)?;
    Ok(format!("/recover/{token}"))
}

/// A new password, and nothing of the old factors.
pub fn begun_anew(tx: &mut Tx, person: Id, link: &str, hash: &str, by: &By) -> Result<(), Fault> {
    use_link(tx, link)?;
    forget_all(tx, person)?;
    set_password(tx, person, hash, by)?;
    tx.record(Draft::of(person, &FactorsReset {}), by)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::Role;

    fn jonas() -> Member {
        Member {
            id: Id::new(1, [1; 10]),
            name: "Jonas".into(),
            email: "jonas@ferry.example".into(),
            role: Role::Handler,
            unit: None,
            language: None,
            active: true,
        }
    }

    #[test]
    fn a_second_person_lets_in_who_asked_and_nobody_vouches_for_themselves() {
        let (jonas, aiste) = (jonas(), Id::new(1, [2; 10]));
        let asked = Some(Instant::from_micros(1));
        assert_eq!(may_grant(&jonas, asked, aiste), Ok(()));
        let code = |refused: Result<(), Refusal>| refused.unwrap_err().code;
        assert_eq!(code(may_grant(&jonas, asked, jonas.id)), "own-recovery");
        assert_eq!(code(may_grant(&jonas, None, aiste)), "recovery-not-asked");
        let gone = Member {
            active: false,
            ..jonas
        };
        assert_eq!(code(may_grant(&gone, asked, aiste)), "inactive-already");
    }
}
