//! The certifier of the demo has two weeks and a sample, drawn like any other.

use super::founding::PEOPLE;
use crate::commands::Failure;
use redress_complaint::House;
use redress_kernel::{Instant, Role, fields::Fields};
use redress_office::{Fault, roster::by_email, visits};

const DAY: i64 = 24 * 3600;
const SEED: &str = "northfield";
const SIZE: &str = "8";

pub fn let_in(house: &House, now: Instant) -> Result<(), Failure> {
    let email = |role| PEOPLE.iter().find(|it| it.3 == role).map(|it| it.2);
    let (Some(visitor), Some(host)) = (email(Role::Certifier), email(Role::Representative)) else {
        return Ok(());
    };
    house.db.write_now(move |tx| -> Result<(), Fault> {
        let (visitor, host) = (by_email(tx, visitor)?, by_email(tx, host)?);
        let Some((visitor, host)) = visitor.zip(host) else {
            return Ok(());
        };
        let zone = redress_complaint::house::organisation(tx)?.zone();
        let last = now.plus_seconds(13 * DAY).date_in(&zone);
        let typed = [
            ("visit-first", now.date_in(&zone).to_string()),
            ("visit-last", last.to_string()),
            ("visit-size", SIZE.to_owned()),
        ];
        let typed = Fields::from_pairs(typed.map(|(name, value)| (name.to_owned(), value)));
        visits::set(tx, &host.actor(), visitor.id, &typed, SEED.to_owned(), now)
    })?;
    Ok(())
}
