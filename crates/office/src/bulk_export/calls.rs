//! Exports for programs: asked for, looked after, and fetched a part at a time. Nobody's
//! program gives one free: that is for a person at `/desk/second-eyes`.

use super::{
    SEE, TAKE,
    request::{ASKING, Export, FROM, NAMES, REASON, RELEASE, TO, ask, find},
    rows::{COLUMNS, part},
};
use redress_complaint::{
    api::time,
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    inbox::Cursor,
    second::of_act,
};
use redress_kernel::Refusal;
use redress_store::{Error, Look, Read, Tx};
use serde_json::{Map, Value, json};

const ALL: &str = "/api/v1/exports";
const LISTED_MAX: i64 = 100;

pub const CALLS: &[Call] = &[
    Call::show(ALL, SEE, all)
        .of_a_list()
        .says("Exports of many complaints that were asked for, the newest first.")
        .answers(export),
    Call::does(ALL, TAKE, Does::Make(asked, one))
        .says("Asks for the complaints received on these days, as far as their person may see them, `with` or `without` `names`. A second person gives it free at `/desk/second-eyes`; then whoever asked fetches it within a day.")
        .takes(members)
        .answers(export),
    Call::show("/api/v1/exports/{export}", SEE, one)
        .says("One export and how it stands.")
        .answers(export),
    Call::does("/api/v1/exports/{export}/items", TAKE, Does::Act(items, one))
        .says("Fetches a part: `items`, and `next` for `?after=` of the part that follows (null: that was all). Each line is recorded before it is told; one with a name stands in its complaint.")
        .asks(&[("after", "`next` of the part before.")])
        .answers(fetched),
];

fn members() -> Vec<Taken> {
    let name = |name: &'static str| match name {
        it if it == FROM.name => "from",
        it if it == TO.name => "to",
        it if it == NAMES.name => "names",
        it if it == REASON.name => "reason",
        other => other,
    };
    let all = ASKING.iter();
    all.map(|field| Taken::field(name(field.name), *field))
        .collect()
}

fn export() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("state", Shape::Text),
        Told::new("from", Shape::Date),
        Told::new("to", Shape::Date),
        Told::new("names", Shape::Text),
        Told::new("asked_by", Shape::Id),
        Told::new("asked_at", Shape::Time),
        Told::new("until", Shape::TimeOrNone),
        Told::new("fetched", Shape::Number),
    ]
}

fn fetched() -> Vec<Told> {
    let mut all = export();
    all.push(Told::new("items", Shape::Objects).sometimes());
    all.push(Told::new("next", Shape::TextOrNone).sometimes());
    all
}

fn told(it: &Export, ask: &Ask) -> Value {
    let typed = &it.request.typed;
    json!({
        "id": it.request.id, "state": it.state(ask.now),
        "from": typed.text(FROM.name), "to": typed.text(TO.name), "names": typed.text(NAMES.name),
        "asked_by": it.request.asked_by, "asked_at": time(it.request.asked_at),
        "until": it.until.map(time), "fetched": it.taken.len(),
    })
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let mut all = Vec::new();
    for request in of_act(look, RELEASE.name, LISTED_MAX)? {
        let entries = look.entries(request.id)?;
        all.push(told(&Export::with(request, &entries)?, ask));
    }
    Ok(Some(Value::Array(all)))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    Ok(find(look, id)?.map(|it| told(&it, ask)))
}

fn asked(tx: &mut Tx, it: &Ask) -> Result<Done, Fault> {
    Ok(Done::made(ask(tx, it.fields(), &it.acting())?))
}

fn items(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let wrong = || Refusal::new("call-shape").at("after");
    let after = ask
        .visit
        .query("after")
        .map(|text| Cursor::read(text).ok_or_else(wrong));
    let part = part(tx, id, after.transpose()?, &ask.acting())?;
    let items: Vec<Value> = part.rows.iter().map(item).collect();
    let next = part.next.map(|cursor| cursor.write());
    Ok(Done::same().with("items", items).with("next", next))
}

fn item(row: &[String; COLUMNS.len()]) -> Value {
    let pairs = COLUMNS.iter().zip(row);
    let members = pairs.map(|(name, text)| ((*name).to_owned(), json!(text)));
    Value::Object(members.collect::<Map<String, Value>>())
}
