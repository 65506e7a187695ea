//! The same setting for programs.

use super::records::{Held, held, set};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_kernel::{Action, Id, Refusal};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const PATH: &str = "/api/v1/reminders";
const MAILS: &str = "mails";
const WITHOUT: &str = "without";

pub const CALLS: &[Call] = &[
    Call::show(PATH, Permit::May(Action::SeeSettings), shown)
        .says("Are reminders mailed, and to whom not; what is told stands in the desk all the same (7.3).")
        .answers(members),
    Call::does(
        PATH,
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Letters on or off; `without` is given whole: the people who get none.")
    .takes(|| {
        vec![
            Taken::yes(MAILS),
            Taken::value(WITHOUT, || json!({ "type": "array", "items": { "type": "string" }, "maxItems": 2000 })),
        ]
    })
    .answers(members),
];

fn members() -> Vec<Told> {
    vec![
        Told::new(MAILS, Shape::Yes),
        Told::new(WITHOUT, Shape::Texts),
    ]
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    let held = held(look)?;
    Ok(Some(json!({ MAILS: !held.off, WITHOUT: held.without })))
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let before = held(tx)?;
    let off = ask.yes(MAILS)?.map(|on| !on);
    let without = match ask.value(WITHOUT) {
        None => before.without,
        Some(list) => {
            let wrong = || Refusal::new("not-possible").at(WITHOUT);
            let all = list.as_array().ok_or_else(wrong)?;
            let ids = all
                .iter()
                .map(|id| id.as_str().and_then(|id| id.parse().ok()));
            ids.collect::<Option<std::collections::BTreeSet<Id>>>()
                .ok_or_else(wrong)?
        }
    };
    let wanted = Held {
        off: off.unwrap_or(before.off),
        without,
    };
    set(tx, wanted, &ask.by())?;
    Ok(Done::same())
}
