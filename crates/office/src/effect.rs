//! A change that moves due dates: weighed before it is made, and made either for
//! complaints from now on or, with one more fact, for the open ones as well (6.2).

use crate::{
    amend::{amended, by},
    fault::Fault,
};
use askama::Template;
use redress_complaint::{
    House,
    house::organisation,
    inbox::recount::{EXAMPLES_MAX, Effect, WEIGHED_MAX, effect, fact},
};
use redress_kernel::{
    Action, Actor, By, Draft, Id, Organisation, Refusal,
    fields::{Field, Fields, Kind},
    organisation::Counting,
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Voice, form};

/// For whom the change holds.
pub const APPLY: Field = Field::new("apply", Kind::Choice("apply", &["new", "open"]));

/// What was asked besides the fields themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Only to see what it would do.
    pub weigh: bool,
    /// The open complaints are counted anew too.
    pub recount: bool,
}

/// Takes the choice and the button out of the form, so that the rest is the setting alone.
pub fn asked(sent: &mut Sent) -> Asked {
    let is = |values: Vec<String>, code: &str| values.first().is_some_and(|value| value == code);
    Asked {
        weigh: is(sent.fields.take("act"), "weigh"),
        recount: is(sent.fields.take(APPLY.name), "open"),
    }
}

/// The choice, drawn as it was made.
pub fn choice(t: &Voice, recount: bool) -> Html {
    let mut typed = Fields::default();
    typed.put(APPLY.name, if recount { "open" } else { "new" });
    form::draw(t, &[APPLY], &typed, &form::Options::default())
}

pub async fn weigh(house: &House, counting: Counting) -> Result<Effect, Error> {
    let now = house.now();
    house
        .db
        .read(move |reader: &mut Reader| effect(reader, &counting, now))
        .await
}

#[derive(Template)]
#[template(path = "effect.html")]
struct Part<'a> {
    t: &'a Voice,
    effect: &'a Effect,
    looked: i64,
    examples: i64,
    may_see: bool,
}

/// What it would do, in words and with the first complaints that would move.
pub fn part(t: &Voice, actor: &Actor, effect: &Effect) -> Html {
    Html::from_template(&Part {
        t,
        effect,
        looked: WEIGHED_MAX,
        examples: EXAMPLES_MAX as i64,
        may_see: actor.may(Action::SeeCase),
    })
}

/// Records the new setting and, if it was asked for, the recount with its counts.
pub async fn apply(
    house: &House,
    actor: &Actor,
    recount: bool,
    change: impl FnOnce(Organisation) -> Result<Organisation, Refusal> + Send + 'static,
) -> Result<(), Fault> {
    let by = by(house, actor);
    house
        .db
        .write(move |tx: &mut Tx| applied(tx, recount, change, &by))
        .await
}

/// The same inside a write that does more.
pub fn applied(
    tx: &mut Tx,
    recount: bool,
    change: impl FnOnce(Organisation) -> Result<Organisation, Refusal>,
    by: &By,
) -> Result<(), Fault> {
    amended(tx, change, by)?;
    if recount {
        let counting = organisation(tx)?.counting();
        tx.settle()?;
        let weighed = effect(tx, &counting, by.at)?;
        tx.record(Draft::of(Id::ORGANISATION, &fact(&counting, &weighed)), by)?;
    }
    Ok(())
}
