//! The pages on people: the list, a new colleague, one person.

use super::{
    acts,
    invitation::{Inviting, invited},
    second::{self, NEWCOMER, ROLE, Way},
};
use crate::{
    factor_records::{requested_at, requests},
    fault::{beside, ours},
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
    second::{REASON, State as Stage, of_act, somebody_could},
};
use redress_kernel::{
    Action, Actor, By, Id, Instant, Organisation,
    fields::{Field, Fields, Kind},
};
use redress_mail::Outgoing;
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

/// Kind `Colleague` draws a list of ids: here the units.
pub const NEW: &[Field] = &[
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
    /// What waits for a second person: whose role, and which.
    asked: &'a [(String, String)],
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
        let asked = awaited(reader)?;
        Ok((members(reader)?, units(reader)?, requests(reader)?, asked))
    };
    let (people, units, waiting, asked) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let may_manage = actor.may(Action::ManagePeople);
    let body = Html::from_template(&List {
        t: &t,
        people: &people,
        units: &units,
        may_manage,
        waiting: &waiting,
        asked: &asked,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-people").answer(&Fields::default(), body))
}

/// Name and role of those who are let in, or given more, once a second person agrees.
fn awaited(reader: &mut Reader) -> Result<Vec<(String, String)>, Error> {
    let mut all = of_act(reader, NEWCOMER.name, ASKED_MAX)?;
    all.extend(of_act(reader, ROLE.name, ASKED_MAX)?);
    let open = all.into_iter().filter(|it| it.state == Stage::Open);
    let pair = |it: redress_complaint::second::Request| {
        let role = it.typed.text("role");
        (it.typed.text("name"), role)
    };
    Ok(open.map(pair).collect())
}

const ASKED_MAX: i64 = 100;

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
    let asker = actor.id;
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let reason = somebody_could(reader, Action::ApproveAccess, asker, None)?;
        Ok((units(reader)?, reason))
    };
    let (units, reason) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let asked = with_reason(NEW.to_vec(), reason);
    let fields = form::draw(&t, &asked, typed, &options(&units));
    let body = Form::new(&t, "/admin/people", fields, Some("person-add"))
        .with_summary(typed)
        .html();
    Ok(Sheet::new(house, visit, actor, "office-person-new")
        .below("/admin/people", "office-people")
        .answer(typed, body))
}

/// Why, where another person reads it.
fn with_reason(mut fields: Vec<Field>, reason: bool) -> Vec<Field> {
    fields.extend(reason.then_some(REASON));
    fields
}

/// Of somebody who is here: the language is theirs to choose.
fn held_fields() -> Vec<Field> {
    let theirs = NEW.iter().filter(|field| field.name != "language");
    theirs.copied().collect()
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
    sent.fields.check(&with_reason(NEW.to_vec(), true));
    if !sent.fields.problems().is_empty() {
        return new_page(&house, &actor, &sent.visit, &sent.fields).await;
    }
    let (fields, who, now) = (sent.fields.clone(), actor.clone(), house.now());
    let random = (house.random)();
    let write = move |tx: &mut Tx| -> Result<Option<(Id, String)>, chapter::Fault> {
        let it = organisation(tx)?;
        match second::added(tx, &fields, &acting(&who, &it, now))? {
            Way::Done(person) => Ok(Some((person, invite(tx, person, random, now)?))),
            Way::Waits { .. } => Ok(None),
        }
    };
    match house.db.write(write).await {
        Ok(None) => Ok(back(&sent.visit, "/admin/people", "second-asked")),
        Ok(Some((person, link))) => {
            let by = Inviting {
                house: &house,
                actor: &actor,
                visit: &sent.visit,
                way,
            };
            invited(by, person, &link).await
        }
        Err(chapter::Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            new_page(&house, &actor, &sent.visit, &sent.fields).await
        }
        Err(fault) => Err(unseen(fault)),
    }
}

fn acting<'a>(actor: &'a Actor, organisation: &'a Organisation, now: Instant) -> Acting<'a> {
    Acting {
        actor,
        organisation,
        now,
    }
}

/// What no form can show.
fn unseen(fault: chapter::Fault) -> Trouble {
    match fault {
        chapter::Fault::Hidden => Trouble::NotFound,
        chapter::Fault::Refused(refusal) => Trouble::Refused(refusal),
        chapter::Fault::Store(error) => ours(error),
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
    let (person, asker, now) = (member.id, actor.id, house.now());
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let waits = requested_at(reader, person)?.is_some();
        let reason = somebody_could(reader, Action::ApproveAccess, asker, Some(person))?;
        Ok((
            units(reader)?,
            open_link(reader, person, now)?,
            waits,
            reason,
        ))
    };
    let (units, open, waits, reason) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let may_manage = actor.may(Action::ManagePeople);
    let own = with_reason(held_fields(), reason && may_manage && member.id != actor.id);
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
    sent.fields.check(&with_reason(held_fields(), true));
    if !sent.fields.problems().is_empty() {
        return person_page(&house, &actor, &sent.visit, &member, &sent.fields).await;
    }
    let (fields, who, now) = (sent.fields.clone(), actor.clone(), house.now());
    let person = member.id;
    let write = move |tx: &mut Tx| -> Result<Option<Way>, chapter::Fault> {
        let it = organisation(tx)?;
        second::changed(tx, person, &fields, &acting(&who, &it, now))
    };
    let page = format!("/admin/people/{person}");
    match house.db.write(write).await {
        Ok(Some(Way::Waits { .. })) => Ok(back(&sent.visit, &page, "second-asked")),
        Ok(_) => Ok(back(&sent.visit, &page, "saved")),
        Err(chapter::Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            person_page(&house, &actor, &sent.visit, &member, &sent.fields).await
        }
        Err(fault) => Err(unseen(fault)),
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
        second::asked(tx, fields, &acting(&who, &it, now))
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
        Err(fault) => Err(unseen(fault)),
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
