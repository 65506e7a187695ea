//! The pages on people: the list, a new colleague, one person.

use super::{
    acts::{self, Typed},
    invitation::{Inviting, invited},
    second,
};
use crate::{
    factor_records::{requested_at, requests},
    fault::{Fault, beside, ours},
    frame::{Form, Sheet, back},
    joining::invite,
    records::open_link,
    roster::{Member, ROLES, Unit, member as member_of, members, units},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    House,
    chapter::{self, Acting},
    house::organisation,
};
use redress_kernel::{
    Action, Actor, By, Id, Instant,
    fields::{Field, Fields, Kind},
};
use redress_mail::Outgoing;
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

/// Kind `Colleague` draws a list of ids: here the units.
const FORM: &[Field] = &[
    Field::new("name", Kind::Line(200)).required(),
    Field::new("email", Kind::Line(254)).required(),
    Field::new("role", Kind::Choice("role", ROLES)).required(),
    Field::new("unit", Kind::Colleague).hinted(),
    Field::new("language", Kind::Language),
];

#[derive(Template)]
#[template(path = "people/list.html")]
struct List<'a> {
    t: &'a Voice,
    people: &'a [Member],
    units: &'a [Unit],
    may_manage: bool,
    /// Who waits for somebody to let them in again.
    waiting: &'a [Id],
}

impl List<'_> {
    fn unit_of(&self, member: &Member) -> &str {
        let unit = self.units.iter().find(|unit| Some(unit.id) == member.unit);
        unit.map_or("", |unit| unit.name.as_str())
    }

    fn waits(&self, member: &Member) -> bool {
        self.waiting.contains(&member.id)
    }
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| -> Result<_, Error> {
        Ok((members(reader)?, units(reader)?, requests(reader)?))
    };
    let (people, units, waiting) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let may_manage = actor.may(Action::ManagePeople);
    let body = Html::from_template(&List {
        t: &t,
        people: &people,
        units: &units,
        may_manage,
        waiting: &waiting,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-people").answer(&Fields::default(), body))
}

pub async fn new(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    new_page(&house, &actor, &visit, &Fields::default()).await
}

async fn new_page(
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
    let fields = form::draw(&t, FORM, typed, &options(&units));
    let body = Form::new(&t, "/admin/people", fields, Some("person-add"))
        .with_summary(typed)
        .html();
    Ok(Sheet::new(house, visit, actor, "office-person-new")
        .below("/admin/people", "office-people")
        .answer(typed, body))
}

fn options(units: &[Unit]) -> form::Options {
    let colleagues = units
        .iter()
        .map(|unit| (unit.id, unit.name.clone()))
        .collect();
    form::Options {
        colleagues,
        ..form::Options::default()
    }
}

/// Adds the person and invites them with the link that lets them set a password.
pub async fn create(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    way: Option<Extension<Outgoing>>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(FORM);
    if !sent.fields.problems().is_empty() {
        return new_page(&house, &actor, &sent.visit, &sent.fields).await;
    }
    let typed = Typed::from(&sent.fields);
    let (by, random) = (by(&house, &actor), (house.random)());
    let write = move |tx: &mut Tx| -> Result<(Id, String), Fault> {
        let person = acts::add(tx, &typed, &by)?;
        Ok((person, invite(tx, person, random, by.at)?))
    };
    match house.db.write(write).await {
        Ok((person, link)) => {
            let by = Inviting {
                house: &house,
                actor: &actor,
                visit: &sent.visit,
                way,
            };
            invited(by, person, &link).await
        }
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            new_page(&house, &actor, &sent.visit, &sent.fields).await
        }
        Err(fault) => Err(fault.into()),
    }
}

fn by(house: &House, actor: &Actor) -> By {
    By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    }
}

pub(super) async fn known(house: &House, person: Id) -> Result<Member, Trouble> {
    let found = house
        .db
        .read(move |reader: &mut Reader| member_of(reader, person))
        .await;
    found.map_err(ours)?.ok_or(Trouble::NotFound)
}

#[derive(Template)]
#[template(path = "people/person.html")]
struct Person<'a> {
    t: &'a Voice,
    member: &'a Member,
    form: Html,
    may_manage: bool,
    own: bool,
    /// Another role for oneself, which another administrator agrees to.
    own_role: Option<Html>,
    /// A link that is out works until then.
    open: Option<Instant>,
    /// They said that their second factor is lost.
    waits: bool,
}

impl Person<'_> {
    fn path(&self, verb: &str) -> String {
        format!("/admin/people/{}{verb}", self.member.id)
    }
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let member = known(&house, id(&person)?).await?;
    let mut typed = Fields::default();
    typed.put("name", member.name.as_str());
    typed.put("email", member.email.as_str());
    typed.put("role", member.role.name());
    member
        .unit
        .iter()
        .for_each(|unit| typed.put("unit", unit.to_string()));
    person_page(&house, &actor, &visit, &member, &typed).await
}

fn id(text: &str) -> Result<Id, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

async fn person_page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    member: &Member,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let (person, now) = (member.id, house.now());
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let waits = requested_at(reader, person)?.is_some();
        Ok((units(reader)?, open_link(reader, person, now)?, waits))
    };
    let (units, open, waits) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let may_manage = actor.may(Action::ManagePeople);
    let own: Vec<Field> = FORM
        .iter()
        .filter(|field| field.name != "language")
        .copied()
        .collect();
    let fields = form::draw(&t, &own, typed, &options(&units));
    let path = format!("/admin/people/{}", member.id);
    let form = Form::new(&t, &path, fields, may_manage.then_some("save"))
        .with_summary(typed)
        .html();
    let body = Html::from_template(&Person {
        t: &t,
        member,
        form,
        may_manage,
        own: member.id == actor.id,
        own_role: (may_manage && member.id == actor.id)
            .then(|| own_form(&t, member, &units, typed)),
        open,
        waits,
    });
    let sheet = Sheet::new(house, visit, actor, "office-person").named(&member.name);
    Ok(sheet
        .below("/admin/people", "office-people")
        .answer(typed, body))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let member = known(&house, id(&person)?).await?;
    let own: Vec<Field> = FORM
        .iter()
        .filter(|field| field.name != "language")
        .copied()
        .collect();
    sent.fields.check(&own);
    if !sent.fields.problems().is_empty() {
        return person_page(&house, &actor, &sent.visit, &member, &sent.fields).await;
    }
    let (by, person, typed) = (by(&house, &actor), member.id, Typed::from(&sent.fields));
    let write = move |tx: &mut Tx| acts::change(tx, person, &typed, &by);
    match house.db.write(write).await {
        Ok(_) => Ok(back(
            &sent.visit,
            &format!("/admin/people/{person}"),
            "saved",
        )),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            person_page(&house, &actor, &sent.visit, &member, &sent.fields).await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The form of one's own page for another role: what holds stands in it at first.
fn own_form(t: &Voice, member: &Member, units: &[Unit], typed: &Fields) -> Html {
    let options = form::Options {
        prefix: "own-".to_owned(),
        ..options(units)
    };
    let fields = form::draw(t, second::FORM, typed, &options);
    let path = format!("/admin/people/{}/own-role", member.id);
    Form::new(t, &path, fields, Some("second-ask")).html()
}

/// Nobody gives themselves another role: they ask, and another administrator agrees.
pub async fn own_role(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let member = known(&house, id(&person)?).await?;
    if member.id != actor.id {
        return Err(Trouble::NotFound);
    }
    sent.fields.check(second::FORM);
    if !sent.fields.problems().is_empty() {
        return person_page(&house, &actor, &sent.visit, &member, &sent.fields).await;
    }
    let (fields, who, now) = (sent.fields.clone(), actor.clone(), house.now());
    let write = move |tx: &mut Tx| -> Result<Id, chapter::Fault> {
        let it = organisation(tx)?;
        let acting = Acting {
            actor: &who,
            organisation: &it,
            now,
        };
        second::asked(tx, fields, &acting)
    };
    match house.db.write(write).await {
        Ok(_) => {
            let path = format!("/admin/people/{}", member.id);
            Ok(back(&sent.visit, &path, "second-asked"))
        }
        Err(chapter::Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            person_page(&house, &actor, &sent.visit, &member, &sent.fields).await
        }
        Err(chapter::Fault::Hidden) => Err(Trouble::NotFound),
        Err(chapter::Fault::Store(error)) => Err(ours(error)),
    }
}

pub async fn deactivation(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (by, person) = (by(&house, &actor), id(&person)?);
    let write = move |tx: &mut Tx| acts::deactivation(tx, person, &by);
    match house.db.write(write).await? {
        true => Ok(back(
            &visit,
            &format!("/admin/people/{person}"),
            "deactivated",
        )),
        false => Err(Trouble::NotFound),
    }
}

pub async fn reactivation(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (by, person) = (by(&house, &actor), id(&person)?);
    let write = move |tx: &mut Tx| acts::reactivation(tx, person, &by);
    match house.db.write(write).await? {
        true => Ok(back(
            &visit,
            &format!("/admin/people/{person}"),
            "reactivated",
        )),
        false => Err(Trouble::NotFound),
    }
}
