//! The page of the periods: those past theirs, the form, and before it is saved what
//! it would do.

use super::{
    decide::{FORM, accept, typed},
    second::{Asked, REASON, asked},
    shown,
};
use crate::{
    fault::{beside, ours},
    frame::{Form, Sheet, back},
    past_period::{Asking, Due, Spread, due, next, spread},
};
use axum::{Extension, extract::State, response::Response};
use jiff::civil::Date;
use redress_complaint::{
    House,
    chapter::{self, Acting},
    house::organisation,
    second::with_reason,
};
use redress_kernel::{Action, Actor, Organisation, fields::Fields, retention::Retention};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let now = house.now();
    let viewer = actor.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let it = organisation(reader)?;
        let today = now.date_in(&it.zone());
        let past = Past::read(reader, &it, &viewer, today)?;
        Ok((it, past))
    };
    let (it, past) = house.db.read(read).await.map_err(ours)?;
    let may_see = actor.may(Action::SeeCase);
    let t = visit.voice();
    let past = shown::past(&t, &past.due, past.next, may_see);
    Ok(page(&house, &actor, &visit, &typed(&it), past))
}

/// What the page tells of the cases that there are.
struct Past {
    due: Due,
    next: Option<Date>,
}

impl Past {
    fn read(
        reader: &mut impl Read,
        it: &Organisation,
        viewer: &Actor,
        today: Date,
    ) -> Result<Past, Error> {
        let asking = Asking {
            periods: &it.retention,
            calendar: &it.calendar(),
            today,
            viewer: Some(viewer).filter(|viewer| viewer.may(Action::SeeCase)),
        };
        let due = due(reader, &asking)?;
        let next = match due.n {
            0 => next(reader, &asking)?,
            _ => None,
        };
        Ok(Past { due, next })
    }
}

/// The form, and before it what is to be read first.
fn page(house: &House, actor: &Actor, visit: &Visit, typed: &Fields, first: Html) -> Response {
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let mut drawn = typed.clone();
    for field in FORM {
        let months = shown::in_digits(&t, typed.typed(field.name));
        drawn.take(field.name);
        drawn.put(field.name, months);
    }
    let fields = [
        form::draw(&t, FORM, &drawn, &form::Options::default()),
        shown::categories(&t, typed, may_change),
        reason_of(&t, typed, may_change),
    ];
    let button = may_change.then_some("save");
    let form = Form::new(&t, "/admin/retention", fields.into_iter().collect(), button);
    let form = form.weighed().with_summary(typed).html();
    let body: Html = [first, form].into_iter().collect();
    Sheet::new(house, visit, actor, "office-retention").answer(typed, body)
}

/// Two people set periods: why, for the other one.
fn reason_of(t: &Voice, typed: &Fields, may_change: bool) -> Html {
    match may_change {
        true => form::draw(t, &[REASON], typed, &form::Options::default()),
        false => Html::default(),
    }
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let act = sent.fields.take("act");
    let before = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    let mut fields = sent.fields.clone();
    let Some((after, _)) = with_reason(&mut fields, |it| accept(it, &before)) else {
        return Ok(page(&house, &actor, &sent.visit, &fields, Html::default()));
    };
    if act.iter().any(|act| act == "weigh") {
        let effect = weigh(&house, &sent.visit, before, after.retention).await;
        let effect = effect.map_err(ours)?;
        return Ok(page(&house, &actor, &sent.visit, &fields, effect));
    }
    let (whole, who, now) = (sent.fields, actor.clone(), house.now());
    let write = move |tx: &mut Tx| -> Result<Asked, chapter::Fault> {
        let it = organisation(tx)?;
        let acting = Acting {
            actor: &who,
            organisation: &it,
            now,
        };
        asked(tx, whole, &acting)
    };
    match house.db.write(write).await {
        Ok(Asked::Request(_)) => Ok(back(&sent.visit, "/admin/retention", "second-asked")),
        Ok(Asked::Nothing) => Ok(back(&sent.visit, "/admin/retention", "saved")),
        Ok(Asked::Wrong(fields)) => Ok(page(&house, &actor, &sent.visit, &fields, Html::default())),
        Err(chapter::Fault::Refused(refusal)) => {
            beside(&mut fields, refusal);
            Ok(page(&house, &actor, &sent.visit, &fields, Html::default()))
        }
        Err(chapter::Fault::Hidden) => Err(Trouble::NotFound),
        Err(chapter::Fault::Store(error)) => Err(ours(error)),
    }
}

/// Counted over all closed cases by the periods that hold and by those that are typed:
/// numbers alone, for whoever sets them sees no case.
async fn weigh(
    house: &House,
    visit: &Visit,
    office: Organisation,
    typed: Retention,
) -> Result<Html, Error> {
    let today = house.now().date_in(&office.zone());
    let read = move |reader: &mut Reader| -> Result<(Spread, Spread), Error> {
        let calendar = office.calendar();
        let asking = |periods| Asking {
            periods,
            calendar: &calendar,
            today,
            viewer: None,
        };
        let before = spread(reader, &asking(&office.retention))?;
        Ok((before, spread(reader, &asking(&typed))?))
    };
    let (before, after) = house.db.read(read).await?;
    Ok(shown::effect(&visit.voice(), &before, &after, today))
}
