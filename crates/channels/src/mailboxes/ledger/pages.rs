//! The page: filters above, then the lines.

use super::{
    super::settings::{Kept, with_closed},
    records::{Filter, Line, lines},
};
use askama::Template;
use axum::{
    Extension,
    extract::State,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, desk::Seat, house::unit_tree, routes::form_urlencoded};
use redress_kernel::{Action, Actor, Id, Instant, fields::Fields};
use redress_office::frame::Sheet;
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice};

/// Those by which the page can be filtered, the ones that wait for somebody first.
const FATES: &[&str] = &[
    "unsorted",
    "unreadable",
    "quarantined",
    "too-large",
    "new",
    "claims-to-belong",
    "reply",
    "bounce",
    "automatic",
    "bulk",
    "own-loop",
    "not-a-complaint",
    "copy",
];

struct Row {
    when: Html,
    mailbox: Html,
    fate: String,
    class: &'static str,
    size: Html,
    case: Option<(String, Html)>,
    name: Html,
    open: Option<String>,
}

/// A choice of a filter: value, label, chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "mailboxes/ledger/list.html")]
struct List<'a> {
    t: &'a Voice,
    path: String,
    mailboxes: Vec<Choice>,
    fates: Vec<Choice>,
    message_id: String,
    rows: Vec<Row>,
    older: Option<String>,
    cases: bool,
}

pub async fn at_desk(seat: Seat) -> Response {
    let t = seat.t();
    let title = t.say("office-mail-ledger");
    let body = match body(&seat, "/desk/mail/ledger", true).await {
        Ok(body) => body,
        Err(trouble) => return trouble.into_response(),
    };
    let head = t.say("office-lead-mail-ledger");
    let body = Html::from_template(&Desk {
        title: &title,
        lead: &head,
        body,
    });
    match seat.board(&title, body).await {
        Ok(page) => page.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

#[derive(Template)]
#[template(path = "mailboxes/ledger/desk.html")]
struct Desk<'a> {
    title: &'a str,
    lead: &'a str,
    body: Html,
}

pub async fn in_administration(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let seat = Seat::new(house, actor, visit);
    let body = body(&seat, "/admin/mailboxes/ledger", false).await?;
    let sheet = Sheet::new(&seat.house, &seat.visit, &seat.actor, "office-mail-ledger");
    let sheet = sheet.below("/admin/mailboxes", "office-mailboxes");
    Ok(sheet.answer(&Fields::default(), body))
}

/// `desk`: for those who read complaints, and only what they may see; without names and
/// whole in administration.
async fn body(seat: &Seat, path: &str, desk: bool) -> Result<Html, Trouble> {
    let filter = asked(&seat.visit);
    let wanted = filter.clone();
    let read = seat.look(move |reader: &mut Reader, seat| -> Result<_, Error> {
        let viewer = desk.then_some(&seat.actor);
        let found = lines(reader, viewer, &wanted)?;
        let mut mailboxes = with_closed(reader)?;
        if let Some(unit) = viewer.and_then(|viewer| viewer.unit) {
            let below = unit_tree(reader)?.below(unit);
            let mine = |its: Id| its == unit || below.contains(&its);
            mailboxes.retain(|kept| kept.terms.unit.is_none_or(mine));
        }
        Ok((mailboxes, found))
    });
    let (mailboxes, (lines, older)) = read.await?;
    let (t, cases) = (seat.t(), desk && seat.may(Action::SeeCase));
    let opens = desk && seat.may(Action::Receive);
    let last = lines.last().filter(|_| older);
    Ok(Html::from_template(&List {
        path: t.href(path),
        mailboxes: named(&mailboxes, filter.mailbox),
        fates: fates(t, filter.fate.as_deref()),
        message_id: filter.message_id.clone().unwrap_or_default(),
        rows: lines
            .iter()
            .map(|line| row(t, line, &mailboxes, opens))
            .collect(),
        older: last.map(|last| t.href(&format!("{path}?{}", query(&filter, last)))),
        cases,
        t,
    }))
}

fn asked(visit: &Visit) -> Filter {
    let given = |name: &str| {
        let text = visit.query(name).unwrap_or_default().trim().to_owned();
        Some(text).filter(|text| !text.is_empty())
    };
    let fate = given("fate").filter(|fate| FATES.contains(&fate.as_str()));
    let before = given("before").and_then(|text| {
        let (at, id) = text.split_once('-')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    });
    Filter {
        mailbox: given("mailbox").and_then(|id| id.parse().ok()),
        fate,
        message_id: given("message").map(|text| text.chars().take(998).collect()),
        before,
    }
}

fn query(filter: &Filter, last: &Line) -> String {
    let mailbox = filter.mailbox.map(|id| id.to_string()).unwrap_or_default();
    let fate = filter.fate.clone().unwrap_or_default();
    let message = form_urlencoded(filter.message_id.as_deref().unwrap_or_default());
    let before = last.recorded_at.micros();
    format!(
        "mailbox={mailbox}&fate={fate}&message={message}&before={before}-{}",
        last.mail
    )
}

fn named(mailboxes: &[Kept], chosen: Option<Id>) -> Vec<Choice> {
    let choice = |kept: &Kept| {
        let id = kept.id.to_string();
        (id, kept.terms.name.clone(), chosen == Some(kept.id))
    };
    mailboxes.iter().map(choice).collect()
}

fn fates(t: &Voice, chosen: Option<&str>) -> Vec<Choice> {
    let all = FATES.iter();
    all.map(|fate| {
        let code = (*fate).to_owned();
        (code, t.code("mail-fate", fate), chosen == Some(*fate))
    })
    .collect()
}

fn row(t: &Voice, line: &Line, mailboxes: &[Kept], opens: bool) -> Row {
    let kept = mailboxes.iter().find(|kept| kept.id == line.mailbox);
    let opened = line.same_as.unwrap_or(line.mail);
    Row {
        when: t.moment_short(line.arrived_at.unwrap_or(line.recorded_at)),
        mailbox: kept.map_or_else(Html::default, |kept| t.bdi(&kept.terms.name)),
        fate: t.code("mail-fate", &line.fate),
        class: match line.fate.as_str() {
            "unsorted" | "unreadable" | "quarantined" | "too-large" => "warn",
            "new" | "reply" | "claims-to-belong" => "good",
            _ => "",
        },
        size: t.size(u64::try_from(line.bytes).unwrap_or_default()),
        case: line.reference.as_ref().map(|reference| {
            let href = t.href(&format!("/desk/{reference}"));
            (href, t.reference(reference))
        }),
        name: t.latin(&line.message_id),
        open: opens.then(|| t.href(&format!("/desk/mail/{opened}"))),
    }
}
