//! One investigation for many complaints: what is on file with the lead (plan,
//! questions, evidence, findings) is shown on each member's page, with its source.
//! Nothing is copied; who may not see the lead sees nothing of it.

use super::{case::Room, panels::drawn};
use crate::{
    Complaint,
    at::At,
    desk::Seat,
    record::{find, for_eyes_of, permitted},
};
use askama::Template;
use redress_kernel::Action;
use redress_store::{Error, Read};
use redress_web::{Html, Voice};

/// The clause whose panel is shared.
const INVESTIGATION: &str = "7.6";
/// What was filed or heard; the newest of it.
const EVIDENCE_SHOWN: usize = 20;

/// The lead of this case's group, if this person may see it.
pub fn lead(
    reader: &mut impl Read,
    seat: &Seat,
    case: &Complaint,
) -> Result<Option<Complaint>, Error> {
    let Some(link) = case.lead() else {
        return Ok(None);
    };
    let lead = find(reader, link.to)?;
    let lead = lead.filter(|lead| permitted(&seat.actor, Action::SeeCase, lead).is_ok());
    lead.map(|lead| for_eyes_of(reader, &seat.actor, lead, seat.now))
        .transpose()
}

struct Filed {
    href: String,
    at: Html,
    text: String,
    files: usize,
}

#[derive(Template)]
#[template(path = "desk/shared_investigation.html")]
struct Common<'a> {
    t: &'a Voice,
    reference: Html,
    href: String,
    group: String,
    rows: Vec<(String, Html)>,
    filed: Vec<Filed>,
}

pub(super) fn investigation(room: &Room, at: &At) -> Html {
    let Some(lead) = room.lead else {
        return Html::default();
    };
    let t = room.t();
    let href = format!("/desk/{}", lead.reference);
    let panels = room.seat.house.slices.iter();
    let rows = panels
        .filter(|slice| slice.clause == INVESTIGATION)
        .filter_map(|slice| slice.panel)
        .flat_map(|panel| panel(lead, at))
        .map(|row| drawn(room, &row))
        .collect();
    Html::from_template(&Common {
        t,
        reference: t.reference(&lead.reference),
        rows,
        filed: filed(t, lead, &href),
        group: t.href(&format!("{href}/group")),
        href: t.href(&href),
    })
}

fn filed(t: &Voice, lead: &Complaint, href: &str) -> Vec<Filed> {
    let evidence = lead.timeline.iter().rev();
    evidence
        .filter(|moment| matches!(moment.kind, "evidence-filed" | "interview-held"))
        .take(EVIDENCE_SHOWN)
        .map(|moment| Filed {
            href: t.href(&format!("{href}#e-{}", moment.seq)),
            at: t.moment_short(moment.recorded_at),
            text: moment.text.clone(),
            files: moment.files.len(),
        })
        .collect()
}
