//! Public holidays for programs: what counts, and one decision at a time.

use super::decide::{DAY, DAY_IS, LIST, NEWEST, REASON, accept, lists, newer};
use crate::{effect::applied, setting::effect_json};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    house::organisation,
    inbox::recount::effect,
    routes::Permit,
};
use redress_kernel::{Action, fields::Fields};
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const PREVIEW: &str = "preview";

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/public-holidays", Permit::May(Action::SeeSettings), shown)
        .says("The lists of public holidays that count here, each with its version and the days that were decided otherwise (6.2).")
        .answers(answers),
    Call::does(
        "/api/v1/public-holidays",
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("One decision about one list: a day that is off, worked or as listed again, or the newest list of this release. Open complaints are counted anew; with `preview` nothing is saved.")
    .takes(|| {
        vec![
            Taken::field("list", LIST),
            Taken::field("day", DAY),
            Taken::field("day_is", DAY_IS),
            Taken::field("name", REASON),
            Taken::field("newest", NEWEST),
            Taken::yes(PREVIEW),
        ]
    })
    .answers(answers),
];

fn answers() -> Vec<Told> {
    vec![
        Told::new("lists", Shape::Objects),
        Told::new("effect", Shape::Object).sometimes(),
    ]
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    let lists = lists(&organisation(look)?).into_iter().map(|list| {
        json!({
            "list": list.calendar,
            "version": list.version,
            "newer": newer(&list),
            "days": list.days.iter().map(|it| {
                json!({ "day": it.day.to_string(), "works": it.works, "name": it.name })
            }).collect::<Vec<_>>(),
        })
    });
    Ok(Some(json!({ "lists": lists.collect::<Vec<_>>() })))
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let before = organisation(tx)?;
    let mut fields = ask.over(Fields::default());
    let preview = ask.yes(PREVIEW)?.unwrap_or_default();
    let Some(after) = accept(&mut fields, &before) else {
        return Err(Fault::Wrong(fields));
    };
    if preview {
        let weighed = effect(tx, &after.counting(), ask.now)?;
        return Ok(Done::same().with("effect", effect_json(&weighed)));
    }
    applied(tx, true, |_| Ok(after), &ask.by())?;
    Ok(Done::same())
}
