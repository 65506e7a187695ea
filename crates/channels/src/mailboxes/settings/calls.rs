//! Mailboxes for programs. Who signs in and with what is taken and never told.

use super::{
    Credential, acts,
    form::{self, whole},
    records::{Kept, all as kept_all, credential, kept},
    shown::standings,
    trying::tried,
};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_kernel::{Action, Id, words::Message};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const SEE: Permit = Permit::May(Action::SeeSettings);
const CHANGE: Permit = Permit::May(Action::ChangeSettings);
const ALL: &str = "/api/v1/mailboxes";
const ONE: &str = "/api/v1/mailboxes/{mailbox}";

pub const CALLS: &[Call] = &[
    Call::show(ALL, SEE, all)
        .of_a_list()
        .says("The mailboxes that complaints arrive in, and how each stands.")
        .answers(mailbox),
    Call::does(ALL, CHANGE, Does::Make(add, one))
        .says("A mailbox is read from now on. `user` and `secret` are sealed and never told.")
        .takes(taken)
        .answers(mailbox),
    Call::show(ONE, SEE, one)
        .says("One mailbox.")
        .answers(mailbox),
    Call::does(ONE, CHANGE, Does::Change(change, one))
        .says("Read otherwise, or with another secret; one that is left out stays.")
        .takes(taken)
        .answers(mailbox),
    Call::does(ONE, CHANGE, Does::Remove(close, one))
        .says("It is read no more; its messages stay in the ledger."),
    Call::does(
        "/api/v1/mailboxes/{mailbox}/test",
        CHANGE,
        Does::Act(test, one),
    )
    .says("Opens it now and changes nothing; `test` says what came of it.")
    .answers(|| {
        let mut all = mailbox();
        all.push(Told::new("test", Shape::Text).sometimes());
        all
    }),
];

/// `token_until` for `mailbox-token-until`.
fn member(field: &'static str) -> &'static str {
    match field {
        "mailbox-name" => "name",
        "mailbox-address" => "address",
        "mailbox-kind" => "kind",
        "mailbox-host" => "host",
        "mailbox-port" => "port",
        "mailbox-security" => "security",
        "mailbox-user" => "user",
        "mailbox-way" => "way",
        "mailbox-secret" => "secret",
        "mailbox-token-until" => "token_until",
        "mailbox-folder" => "folder",
        "mailbox-after" => "after",
        "mailbox-move-to" => "move_to",
        "mailbox-poll" => "poll_seconds",
        "mailbox-silent" => "silent_days",
        "mailbox-authserv" => "authserv_id",
        "mailbox-authority" => "authority",
        "mailbox-unit" => "unit",
        "mailbox-language" => "language",
        "mailbox-plus" => "plus",
        _ => "active",
    }
}

fn taken() -> Vec<Taken> {
    let fields = whole().into_iter();
    fields
        .map(|field| Taken::field(member(field.name), field))
        .collect()
}

fn mailbox() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("address", Shape::Text),
        Told::new("kind", Shape::Text),
        Told::new("host", Shape::Text),
        Told::new("port", Shape::Number),
        Told::new("security", Shape::Text),
        Told::new("way", Shape::Text),
        Told::new("token_until", Shape::TextOrNone),
        Told::new("folder", Shape::Text),
        Told::new("after", Shape::Text),
        Told::new("move_to", Shape::Text),
        Told::new("poll_seconds", Shape::Number),
        Told::new("silent_days", Shape::Number),
        Told::new("authserv_id", Shape::Text),
        Told::new("unit", Shape::IdOrNone),
        Told::new("language", Shape::TextOrNone),
        Told::new("plus", Shape::Yes),
        Told::new("active", Shape::Yes),
        Told::new("changed_at", Shape::Time),
        Told::new("state", Shape::Text),
        Told::new("findings", Shape::Texts),
        Told::new("newest_at", Shape::TimeOrNone),
        Told::new("unsorted", Shape::Number),
        Told::new("on_server", Shape::NumberOrNone),
        Told::new("accounted", Shape::NumberOrNone),
    ]
}

fn told(look: &mut Look, kept: Kept, ask: &Ask) -> Result<Value, Error> {
    let it = standings(look, kept)?;
    let (terms, compared) = (&it.kept.terms, it.compared.as_ref());
    let said = it.findings(ask.now).into_iter();
    let codes: Vec<String> = said.map(|(_, Message { key, .. })| code(&key)).collect();
    Ok(json!({
        "id": it.kept.id, "name": terms.name, "address": terms.address, "kind": terms.kind,
        "host": terms.host, "port": terms.port, "security": terms.security, "way": terms.way,
        "token_until": terms.token_until.map(|day| day.to_string()), "folder": terms.folder,
        "after": terms.after, "move_to": terms.move_to, "poll_seconds": terms.poll_seconds,
        "silent_days": terms.silent_days, "authserv_id": terms.authserv_id, "unit": terms.unit,
        "language": terms.language, "plus": terms.plus, "active": terms.active,
        "changed_at": it.kept.changed_at.to_string(), "state": it.state(ask.now).name(),
        "findings": codes, "newest_at": it.standing.newest_at.map(|at| at.to_string()),
        "unsorted": it.standing.unsorted, "on_server": compared.map(|it| it.on_server),
        "accounted": compared.map(|it| it.accounted),
    }))
}

/// `mailbox-fault-cut` as programs read it: `cut`.
fn code(key: &str) -> String {
    let bare = key.trim_start_matches("mailbox-fault-");
    bare.trim_start_matches("mailbox-found-").to_owned()
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let all = kept_all(look)?.into_iter();
    let told: Result<Vec<Value>, Error> = all.map(|kept| told(look, kept, ask)).collect();
    Ok(Some(told?.into_iter().collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let found = ask.id().map(|id| kept(look, id)).transpose()?.flatten();
    found.map(|kept| told(look, kept, ask)).transpose()
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let mut fields = ask.over(form::fresh());
    match form::read(&mut fields, &Credential::default()) {
        Some((terms, with)) => Ok(Done::made(acts::add(tx, &terms, &with, &ask.by())?)),
        None => Err(Fault::Wrong(fields)),
    }
}

fn id(ask: &Ask) -> Result<Id, Fault> {
    ask.id().ok_or(Fault::Hidden)
}

fn change(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let before = kept(tx, id(ask)?)?.ok_or(Fault::Hidden)?;
    let keys = tx.keys().clone();
    let with = credential(tx, &keys, before.id)?.unwrap_or_default();
    let mut fields = ask.over(form::held(&before.terms, &with.user));
    let Some((terms, with)) = form::read(&mut fields, &with) else {
        return Err(Fault::Wrong(fields));
    };
    acts::change(tx, before.id, &terms, &with, &ask.by())?;
    Ok(Done::same())
}

fn close(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    match acts::close(tx, id(ask)?, &ask.by())? {
        true => Ok(Done::same()),
        false => Err(Fault::Hidden),
    }
}

fn test(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let kept = kept(tx, id(ask)?)?.ok_or(Fault::Hidden)?;
    let keys = tx.keys().clone();
    let with = credential(tx, &keys, kept.id)?.filter(|_| kept.is_fetched());
    let with = with.ok_or(Fault::Hidden)?;
    Ok(Done::same().then(Box::new(move || {
        let code = match tried(&kept, &with).outcome {
            Ok(_) => "opened",
            Err(fault) => fault.code(),
        };
        Map::from_iter([("test".to_owned(), code.into())])
    })))
}
