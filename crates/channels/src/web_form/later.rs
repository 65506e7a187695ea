//! Going on another time: the link to the draft, shown, and mailed to whoever asks
//! for it where there is a relay. A few times for each draft and no more, because
//! anybody can open the form. Nothing that was typed goes along.

use super::{
    draft::{Draft, KEPT_DAYS, Key},
    pages::{find, gone, read_key, see},
    records,
    rules::could_be_email,
    show,
};
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, door::our_fault};
use redress_kernel::{
    fields::{Field, Fields, Kind},
    words::{Arg, Message},
};
use redress_mail::{Back, Letter, Outgoing, Went};
use redress_store::Tx;
use redress_web::{Sent, Trouble, Visit};

pub const TO: &[Field] = &[Field::new("link-to", Kind::Line(254)).required()];

/// Letters for one draft.
const MAILS_MAX: i64 = 3;

/// Where the draft lies, for whoever goes on another time.
pub async fn later(
    State(house): State<House>,
    Path(key): Path<String>,
    way: Option<Extension<Outgoing>>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let key = read_key(&key)?;
    let draft = match find(&house, &key).await? {
        None => return Ok(gone(&visit, &key, &Draft::default())),
        Some(draft) if draft.complaint.is_some() => return Ok(see(&visit, &key, "done")),
        Some(draft) => draft,
    };
    let mut typed = Fields::default();
    typed.put("link-to", draft.answers.fields().text("your-email"));
    let open = is_open(way).await?;
    let sent = visit.query("sent").is_some();
    let form = (open && !sent).then_some(&typed);
    Ok(show::later(&visit, &key, &house.base_url, &draft, form, sent).into_response())
}

async fn is_open(way: Option<Extension<Outgoing>>) -> Result<bool, Trouble> {
    let Some(Extension(way)) = way else {
        return Ok(false);
    };
    let asked = tokio::task::spawn_blocking(move || way.is_open()).await;
    asked.map_err(Trouble::internal)
}

/// Mails the link and says what became of it.
pub async fn mail(
    State(house): State<House>,
    Path(key): Path<String>,
    way: Option<Extension<Outgoing>>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let key = read_key(&key)?;
    let draft = match find(&house, &key).await? {
        Some(draft) if draft.complaint.is_none() => draft,
        _ => return Ok(gone(&sent.visit, &key, &Draft::default())),
    };
    let Extension(way) = way.ok_or(Trouble::NotFound)?;
    sent.fields.check(TO);
    let to = sent.fields.text("link-to");
    if sent.fields.problems().is_empty() && !could_be_email(&to) {
        sent.fields.problem("link-to", Message::new("err-email"));
    }
    if sent.fields.problems().is_empty() && !counted(&house, &key).await? {
        let often = Message::new("portal-later-often").with("max", MAILS_MAX);
        sent.fields.problem("link-to", often);
    }
    if sent.fields.problems().is_empty() {
        let letter = letter(&house, &sent.visit, &key, &draft, &to);
        let tried = tokio::task::spawn_blocking(move || way.send(&letter)).await;
        match tried.map_err(Trouble::internal)? {
            Went::Out => return Ok(see(&sent.visit, &key, "later?sent=1")),
            _ => sent
                .fields
                .problem("link-to", Message::new("portal-later-not-mailed")),
        }
    }
    let form = Some(&sent.fields);
    let page = show::later(&sent.visit, &key, &house.base_url, &draft, form, false);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// True while this draft may still have a letter; counted before it is tried.
async fn counted(house: &House, key: &Key) -> Result<bool, Trouble> {
    let key = key.clone();
    let write = move |tx: &mut Tx| records::count_mail(tx, &key, MAILS_MAX);
    let counted = house.db.write(write).await;
    counted.map_err(|error| our_fault(&error))
}

fn letter(house: &House, visit: &Visit, key: &Key, draft: &Draft, to: &str) -> Letter {
    let t = visit.voice();
    let until = draft.used_at.plus_seconds(KEPT_DAYS * 86_400);
    let place = visit.organisation.name.as_str();
    let say = |message: Message| t.text(&message);
    let body = [
        say(Message::new("later-letter").with("place", place)),
        show::link(&t, &house.base_url, key),
        say(Message::new("later-letter-until").with("until", Arg::from(until))),
        say(Message::new("later-letter-secret")),
    ];
    Letter {
        id: house.new_id(),
        from_name: place.to_owned(),
        to: to.to_owned(),
        to_name: String::new(),
        subject: say(Message::new("later-letter-subject").with("place", place)),
        body: body.join("\n\n"),
        language: t.lang(),
        automatic: true,
        earlier: Vec::new(),
        back: Back::default(),
        files: Vec::new(),
        at: house.now(),
    }
}
