//! The pages: who is invited, and one person's days and sample.

use super::{
    acts::set,
    decide::FORM,
    records::{Held, held},
};
use crate::{
    fault::{Fault, beside, ours},
    frame::{Form, Sheet, back},
    roster::{Member, member, members},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::{Actor, Id, fields::Fields};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

#[derive(Template)]
#[template(path = "visits/list.html")]
struct List<'a> {
    t: &'a Voice,
    visits: &'a [(Member, Held)],
}

impl List<'_> {
    fn days(&self, held: &Held) -> Html {
        match (held.first_day, held.last_day) {
            (Some(first), Some(last)) => [self.t.long(first), Html::text(" – "), self.t.long(last)]
                .into_iter()
                .collect(),
            _ => Html::text(&self.t.say("visit-no-days")),
        }
    }
}

#[derive(Template)]
#[template(path = "visits/sample.html")]
struct Sample<'a> {
    t: &'a Voice,
    held: &'a Held,
    form: Html,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let viewer = actor.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let visitors = members(reader)?
            .into_iter()
            .filter(|one| one.active && one.role.is_visitor());
        visitors
            .map(|one| held(reader, &viewer, one.id).map(|held| (one, held)))
            .collect::<Result<Vec<_>, _>>()
    };
    let visits = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let body = Html::from_template(&List {
        t: &t,
        visits: &visits,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-visits").answer(&Fields::default(), body))
}

async fn known(house: &House, actor: &Actor, person: &str) -> Result<(Member, Held), Trouble> {
    let person: Id = person.parse().map_err(|_| Trouble::NotFound)?;
    let viewer = actor.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let one = member(reader, person)?.filter(|one| one.role.is_visitor());
        Ok((one, held(reader, &viewer, person)?))
    };
    let (member, held) = house.db.read(read).await.map_err(ours)?;
    Ok((member.ok_or(Trouble::NotFound)?, held))
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (member, held) = known(&house, &actor, &person).await?;
    let mut typed = Fields::default();
    let days = [
        ("visit-first", held.first_day),
        ("visit-last", held.last_day),
    ];
    for (name, day) in days {
        day.iter().for_each(|day| typed.put(name, day.to_string()));
    }
    Ok(page(&house, &actor, &visit, &member, &held, &typed))
}

fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    member: &Member,
    held: &Held,
    typed: &Fields,
) -> Response {
    let t = visit.voice();
    let fields = form::draw(&t, FORM, typed, &form::Options::default());
    let path = format!("/admin/visits/{}", member.id);
    let form = Form::new(&t, &path, fields, Some("save"))
        .with_summary(typed)
        .html();
    let body = Html::from_template(&Sample { t: &t, held, form });
    Sheet::new(house, visit, actor, "office-visits")
        .named(&member.name)
        .below("/admin/visits", "office-visits")
        .answer(typed, body)
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let (member, held) = known(&house, &actor, &person).await?;
    form::check(&mut sent.fields, FORM);
    if !sent.fields.problems().is_empty() {
        return Ok(page(
            &house,
            &actor,
            &sent.visit,
            &member,
            &held,
            &sent.fields,
        ));
    }
    let (now, seed) = (house.now(), seed(&house));
    let (typed, viewer, person) = (sent.fields.clone(), actor.clone(), member.id);
    let write = move |tx: &mut Tx| set(tx, &viewer, person, &typed, seed, now);
    match house.db.write(write).await {
        Ok(()) => Ok(back(
            &sent.visit,
            &format!("/admin/visits/{person}"),
            "saved",
        )),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            Ok(page(
                &house,
                &actor,
                &sent.visit,
                &member,
                &held,
                &sent.fields,
            ))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Sixteen bytes of chance, in digits that can be read out.
pub(super) fn seed(house: &House) -> String {
    let bytes = (house.random)();
    bytes
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
