//! The page of a group: the complaint that leads, and every complaint that shares
//! its cause, to be ticked and worked on together; each is answered by itself.

use super::{
    Seat,
    address::Wish,
    picking::{acts, selection},
    rows::{RowView, Shared},
};
use crate::{
    Complaint,
    at::Colleague,
    door::visible,
    house::colleagues,
    inbox::{self, InboxRow},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::Id;
use redress_web::{Html, Trouble, Voice};

#[derive(Template)]
#[template(path = "desk/rows.html")]
struct Rows<'a> {
    t: &'a Voice,
    ticked: bool,
    rows: Vec<RowView>,
}

#[derive(Template)]
#[template(path = "desk/group.html")]
struct Group<'a> {
    t: &'a Voice,
    title: Html,
    reference: Html,
    lead: String,
    n: usize,
    answered: usize,
    bulk: Html,
    rows: Html,
    list: String,
}

enum Found {
    Lead(Box<Complaint>, Vec<InboxRow>, Vec<Colleague>),
    /// The case belongs to a group: its page is the lead's.
    Member(String),
}

pub async fn page(seat: Seat, Path(reference): Path<String>) -> Response {
    let read = seat.look(move |reader, seat| {
        let Some(case) = visible(reader, &seat.actor, &reference, seat.now)? else {
            return Ok(None);
        };
        if let Some(lead) = super::shared_investigation::lead(reader, seat, &case)? {
            return Ok(Some(Found::Member(lead.reference)));
        }
        let ids: Vec<Id> = case.members().map(|member| member.to).collect();
        let rows = inbox::of_these(reader, &seat.actor, &ids, seat.now)?;
        Ok(Some(Found::Lead(Box::new(case), rows, colleagues(reader)?)))
    });
    match read.await {
        Ok(Some(Found::Lead(lead, rows, colleagues))) => {
            drawn(&seat, &lead, &rows, &colleagues).await
        }
        Ok(Some(Found::Member(lead))) => {
            let to = seat.t().href(&format!("/desk/{lead}/group"));
            Redirect::to(&to).into_response()
        }
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

async fn drawn(
    seat: &Seat,
    lead: &Complaint,
    members: &[InboxRow],
    colleagues: &[Colleague],
) -> Response {
    let t = seat.t();
    let acts = acts(seat);
    let picking = !acts.is_empty() && !members.is_empty();
    let ticked = seat.visit.query("select") != Some("none");
    let wish = Wish::of("queue=all", &seat.actor);
    let rows = Shared::new(seat, colleagues, picking).rows(members, &wish, None);
    let answered = members.iter().filter(|row| is_answered(row)).count();
    let body = Html::from_template(&Group {
        t,
        title: t.in_lang(&lead.subject_line(), lead.language),
        reference: t.reference(&lead.reference),
        lead: t.href(&format!("/desk/{}", lead.reference)),
        n: members.len(),
        answered,
        bulk: match picking {
            true => selection(t, &wish, acts, true),
            false => Html::default(),
        },
        rows: Html::from_template(&Rows { t, ticked, rows }),
        list: t.href("/desk?queue=all"),
    });
    match seat.board(&t.say("group-title"), body).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// Told what was decided, or beyond it.
fn is_answered(row: &InboxRow) -> bool {
    matches!(
        row.stage.as_str(),
        "communicated" | "implementing" | "review" | "external" | "closed"
    )
}
