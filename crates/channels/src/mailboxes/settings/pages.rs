//! `/admin/mailboxes`: the list with how each stands, and each with its form, its test
//! and its end.

use super::{
    Credential, acts,
    form::{self as fields, FIRST, REST, SELDOM},
    records::{Kept, all, credential, kept},
    shown::{Standings, standings},
    trying::{Line, lines, outcome, tried},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    House,
    health::State as Health,
    house::{Unit, units},
};
use redress_kernel::{Action, Actor, By, Id, Instant, fields::Fields};
use redress_mail::imap::Trial;
use redress_office::{
    Fault,
    fault::{beside, ours},
    frame::{Form, Sheet, back},
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

/// A mailbox in the list, and above its form.
struct Row {
    href: String,
    ledger: String,
    name: String,
    address: Html,
    class: &'static str,
    state: String,
    findings: Vec<Html>,
    looked: Option<Html>,
    compared: Option<Html>,
    newest: Option<Html>,
    unsorted: i64,
}

#[derive(Template)]
#[template(path = "mailboxes/settings/list.html")]
struct List<'a> {
    t: &'a Voice,
    rows: Vec<Row>,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "mailboxes/settings/secret.html")]
struct SecretField<'a> {
    t: &'a Voice,
    on_file: bool,
    error: Option<Html>,
}

#[derive(Template)]
#[template(path = "mailboxes/settings/one.html")]
struct One<'a> {
    t: &'a Voice,
    row: Row,
    path: String,
    form: Html,
    tried: Option<Tried>,
    fetched: bool,
    may_change: bool,
}

struct Tried {
    went_well: bool,
    said: Vec<Html>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "mailboxes/settings/new.html")]
struct New {
    form: Html,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| -> Result<_, Error> {
        let all = all(reader)?.into_iter();
        all.map(|kept| standings(reader, kept))
            .collect::<Result<Vec<_>, Error>>()
    };
    let all = house.db.read(read).await.map_err(ours)?;
    let (t, now) = (visit.voice(), house.now());
    let body = Html::from_template(&List {
        rows: all.iter().map(|it| row(&t, it, now)).collect(),
        may_change: actor.may(Action::ChangeSettings),
        t: &t,
    });
    let sheet = Sheet::new(&house, &visit, &actor, "office-mailboxes");
    Ok(sheet.answer(&Fields::default(), body))
}

fn row(t: &Voice, it: &Standings, now: Instant) -> Row {
    let path = format!("/admin/mailboxes/{}", it.kept.id);
    let state = it.state(now);
    let compared = it.compared.as_ref().map(|found| {
        t.tell("mailbox-compared-line")
            .with("accounted", found.accounted)
            .with("server", found.on_server)
            .html()
    });
    let findings = it.findings(now);
    Row {
        ledger: t.href(&format!("/admin/mailboxes/ledger?mailbox={}", it.kept.id)),
        href: t.href(&path),
        name: it.kept.terms.name.clone(),
        address: t.latin(&it.kept.terms.address),
        class: match it.kept.terms.active && !(state == Health::Ok && it.is_untried()) {
            true => state.class(),
            false => "",
        },
        state: match (it.kept.terms.active, state) {
            (false, _) => t.say("mailbox-off").into_owned(),
            (true, Health::Ok) if it.is_untried() => t.say("mailbox-untried").into_owned(),
            (true, Health::Ok) => t.say("mailbox-well").into_owned(),
            (true, state) => t.code("health-state", state.name()),
        },
        findings: findings.iter().map(|(_, said)| t.html(said)).collect(),
        looked: it.look.looked_at.map(|at| t.moment_short(at)),
        compared,
        newest: it.standing.newest_at.map(|at| t.moment_short(at)),
        unsorted: it.standing.unsorted,
    }
}

/// Folded, unless something in it has to be put right.
#[derive(Template)]
#[template(path = "mailboxes/settings/seldom.html")]
struct Seldom<'a> {
    t: &'a Voice,
    fields: Html,
    open: bool,
}

fn drawn(t: &Voice, typed: &Fields, units: &[Unit], on_file: bool) -> Html {
    let options = form::Options {
        units: units.iter().map(|it| (it.id, it.name.clone())).collect(),
        ..form::Options::default()
    };
    let error = typed.problem_at(fields::SECRET.name);
    let secret = Html::from_template(&SecretField {
        error: error.map(|problem| t.html(&problem.message)),
        on_file,
        t,
    });
    let first = form::draw(t, FIRST, typed, &options);
    let seldom = Html::from_template(&Seldom {
        open: SELDOM
            .iter()
            .any(|one| typed.problem_at(one.name).is_some()),
        fields: form::draw(t, SELDOM, typed, &options),
        t,
    });
    [first, secret, form::draw(t, REST, typed, &options), seldom]
        .into_iter()
        .collect()
}

pub async fn new(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    new_page(&house, &actor, &visit, &fields::fresh()).await
}

async fn new_page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let units = house.db.read(|reader: &mut Reader| units(reader)).await;
    let t = visit.voice();
    let drawn = drawn(&t, typed, &units.map_err(ours)?, false);
    let form = Form::new(&t, "/admin/mailboxes/new", drawn, Some("mailbox-add"));
    let form = form.with_summary(typed).html();
    let sheet = Sheet::new(house, visit, actor, "office-mailbox-new");
    let sheet = sheet.below("/admin/mailboxes", "office-mailboxes");
    Ok(sheet.answer(typed, Html::from_template(&New { form })))
}

fn by(house: &House, actor: &Actor) -> By {
    By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    }
}

pub async fn add(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let Some((terms, with)) = fields::read(&mut sent.fields, &Credential::default()) else {
        return new_page(&house, &actor, &sent.visit, &sent.fields).await;
    };
    let by = by(&house, &actor);
    // A door has nothing to open: whoever writes to it tries it.
    let done = match terms.kind == "imap" {
        true => "mailbox-added",
        false => "mailbox-opened",
    };
    let write = move |tx: &mut Tx| acts::add(tx, &terms, &with, &by);
    match house.db.write(write).await {
        Ok(id) => Ok(back(&sent.visit, &format!("/admin/mailboxes/{id}"), done)),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            new_page(&house, &actor, &sent.visit, &sent.fields).await
        }
        Err(fault) => Err(fault.into()),
    }
}

fn id(typed: &str) -> Result<Id, Trouble> {
    typed.parse().map_err(|_| Trouble::NotFound)
}

/// One mailbox as it is on file.
struct OnFile {
    standings: Standings,
    with: Option<Credential>,
    units: Vec<Unit>,
}

async fn on_file(house: &House, id: Id) -> Result<OnFile, Trouble> {
    let keys = house.db.keys().clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let Some(kept) = kept(reader, id)? else {
            return Ok(None);
        };
        Ok(Some(OnFile {
            with: credential(reader, &keys, id)?,
            units: units(reader)?,
            standings: standings(reader, kept)?,
        }))
    };
    let found = house.db.read(read).await.map_err(ours)?;
    found.ok_or(Trouble::NotFound)
}

impl OnFile {
    fn kept(&self) -> &Kept {
        &self.standings.kept
    }

    fn fields(&self) -> Fields {
        let user = self.with.as_ref().map_or("", |with| with.user.as_str());
        fields::held(&self.kept().terms, user)
    }
}

fn sheet(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    (it, typed): (&OnFile, &Fields),
    trial: Option<&Trial>,
) -> Response {
    let t = visit.voice();
    let kept = it.kept();
    let path = format!("/admin/mailboxes/{}", kept.id);
    let may_change = actor.may(Action::ChangeSettings);
    let drawn = drawn(&t, typed, &it.units, it.with.is_some());
    let form = Form::new(&t, &path, drawn, may_change.then_some("save")).with_summary(typed);
    let body = Html::from_template(&One {
        row: row(&t, &it.standings, house.now()),
        form: form.html(),
        path: t.href(&path),
        tried: trial.map(|trial| shown(&t, trial)),
        fetched: kept.is_fetched() && it.with.is_some(),
        may_change,
        t: &t,
    });
    let sheet = Sheet::new(house, visit, actor, "office-mailbox").named(&kept.terms.name);
    sheet
        .below("/admin/mailboxes", "office-mailboxes")
        .answer(typed, body)
}

fn shown(t: &Voice, trial: &Trial) -> Tried {
    Tried {
        went_well: trial.outcome.is_ok(),
        said: outcome(trial).iter().map(|said| t.html(said)).collect(),
        lines: lines(t, &trial.dialogue),
    }
}

pub async fn one(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(mailbox): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let it = on_file(&house, id(&mailbox)?).await?;
    let typed = it.fields();
    Ok(sheet(&house, &actor, &visit, (&it, &typed), None))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(mailbox): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let id = id(&mailbox)?;
    let it = on_file(&house, id).await?;
    let with = it.with.clone().unwrap_or_default();
    if let Some((terms, with)) = fields::read(&mut sent.fields, &with) {
        let by = by(&house, &actor);
        let write = move |tx: &mut Tx| acts::change(tx, id, &terms, &with, &by);
        match house.db.write(write).await {
            Ok(true) => {
                let path = format!("/admin/mailboxes/{id}");
                return Ok(back(&sent.visit, &path, "saved"));
            }
            Ok(false) => return Err(Trouble::NotFound),
            Err(Fault::Refused(refusal)) => beside(&mut sent.fields, refusal),
            Err(fault) => return Err(fault.into()),
        }
    }
    let typed = (&it, &sent.fields);
    Ok(sheet(&house, &actor, &sent.visit, typed, None))
}

/// Opens the mailbox now, as it is saved, and shows all that was said.
pub async fn test(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(mailbox): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let it = on_file(&house, id(&mailbox)?).await?;
    let (kept, with) = (it.kept().clone(), it.with.clone());
    let with = with
        .filter(|_| kept.is_fetched())
        .ok_or(Trouble::NotFound)?;
    let trial = tokio::task::spawn_blocking(move || tried(&kept, &with)).await;
    let trial = trial.map_err(Trouble::internal)?;
    let typed = it.fields();
    Ok(sheet(&house, &actor, &visit, (&it, &typed), Some(&trial)))
}

pub async fn close(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(mailbox): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (id, by) = (id(&mailbox)?, by(&house, &actor));
    let write = house.db.write(move |tx: &mut Tx| acts::close(tx, id, &by));
    match write.await? {
        true => Ok(back(&visit, "/admin/mailboxes", "mailbox-closed")),
        false => Err(Trouble::NotFound),
    }
}
