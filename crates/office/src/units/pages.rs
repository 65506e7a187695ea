//! The page of units: the list, each with its name to change, and a new one.

use super::{Typed, set};
use crate::{
    fault::{Fault, beside, ours},
    frame::{Form, Sheet, back},
    roster::{Unit, units},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::{
    Action, Actor, By, Id,
    fields::{Field, Fields, Kind},
};
use redress_store::{Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

pub(super) const FORM: &[Field] = &[
    Field::new("unit-name", Kind::Line(100)).required(),
    Field::new("unit-above", Kind::Unit).hinted(),
];

#[derive(Template)]
#[template(path = "units/list.html")]
struct List<'a> {
    t: &'a Voice,
    units: &'a [Unit],
    may_change: bool,
    form: Html,
}

impl List<'_> {
    fn above(&self, unit: &Unit) -> &str {
        let above = self.units.iter().find(|one| Some(one.id) == unit.above);
        above.map_or("", |one| one.name.as_str())
    }

    /// Each below the one it belongs to, with how deep it lies; deeper than three is drawn as three.
    fn tree(&self) -> Vec<(usize, &Unit)> {
        let mut drawn = Vec::with_capacity(self.units.len());
        let mut open: Vec<(usize, &Unit)> = self.right_below(None).map(|unit| (0, unit)).collect();
        open.reverse();
        while let Some((depth, unit)) = open.pop() {
            drawn.push((depth.min(3), unit));
            let below: Vec<&Unit> = self.right_below(Some(unit.id)).collect();
            open.extend(below.into_iter().rev().map(|unit| (depth + 1, unit)));
        }
        drawn
    }

    fn right_below(&self, above: Option<Id>) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(move |unit| unit.above == above)
    }

    fn is_above(&self, unit: &Unit, other: &Unit) -> bool {
        unit.above == Some(other.id)
    }

    /// Those below which it could lie; what lies below it itself is refused.
    fn others<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(|one| one.id != unit.id)
    }
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &visit, &Fields::default()).await
}

async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let units = house
        .db
        .read(|reader: &mut Reader| units(reader))
        .await
        .map_err(ours)?;
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let options = form::Options {
        units: units.iter().map(|one| (one.id, one.name.clone())).collect(),
        ..form::Options::default()
    };
    let fields = form::draw(&t, FORM, typed, &options);
    let form = Form::new(&t, "/admin/units", fields, may_change.then_some("unit-add"))
        .with_summary(typed)
        .html();
    let body = Html::from_template(&List {
        t: &t,
        units: &units,
        may_change,
        form,
    });
    Ok(Sheet::new(house, visit, actor, "office-units").answer(typed, body))
}

pub async fn create(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    write(&house, &actor, sent, None).await
}

pub async fn rename(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(unit): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let unit: Id = unit.parse().map_err(|_| Trouble::NotFound)?;
    write(&house, &actor, sent, Some(unit)).await
}

async fn write(
    house: &House,
    actor: &Actor,
    mut sent: Sent,
    unit: Option<Id>,
) -> Result<Response, Trouble> {
    sent.fields.check(FORM);
    if !sent.fields.problems().is_empty() {
        return page(house, actor, &sent.visit, &sent.fields).await;
    }
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    let typed = Typed::from(&sent.fields);
    let written = house
        .db
        .write(move |tx: &mut Tx| set(tx, unit, &typed, &by))
        .await;
    match written {
        Ok(Some(_)) => Ok(back(&sent.visit, "/admin/units", "saved")),
        Ok(None) => Err(Trouble::NotFound),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            page(house, actor, &sent.visit, &sent.fields).await
        }
        Err(fault) => Err(fault.into()),
    }
}
