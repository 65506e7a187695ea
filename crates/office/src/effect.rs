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
    inbox::recount::{EXAMPLES_MAX, Effect, Running, WEIGHED_MAX, begin, begin_hours, effect},
};
use redress_kernel::{
    Action, Actor, By, Instant, Organisation, Refusal,
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

#[derive(Template)]
#[template(path = "running.html")]
struct UnderWay<'a> {
    t: &'a Voice,
    running: &'a Running,
    left: Option<Html>,
}

/// How far a recount has come, and how long it takes yet by the pace so far.
pub fn progress(t: &Voice, running: &Running, now: Instant) -> Html {
    let left = running.seconds_left(now).map(|seconds| match seconds / 60 {
        0 => Html::text(&t.say("import-left-soon")),
        minutes => t.tell("import-left").with("n", minutes).html(),
    });
    Html::from_template(&UnderWay { t, running, left })
}

/// Records the new setting and, if it was asked for, the recount.
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
    let before = organisation(tx)?;
    amended(tx, change, by)?;
    let after = organisation(tx)?;
    match recount {
        true => begin(tx, after.counting(), by)?,
        // Nobody waits with a reminder for an opening that comes sooner now.
        false if !after.opens_as(&before) => begin_hours(tx, by)?,
        false => {}
    }
    Ok(())
}
