//! Any table whose columns somebody matched to ours; also the table exports of
//! Zendesk and Freshdesk.

use super::{Fields, Why, joined, short, words};
use crate::import::{Coming, Past, plan::Format};
pub(super) use crate::mail_content::language;
use redress_complaint::facts::{CATEGORIES, Person};
use redress_kernel::{Instant, fields::latin_digits};
use redress_operation::receipt::Arrival;

pub fn read(fields: &Fields) -> Result<Coming, Why> {
    let received_at = fields
        .date("received_at", "date-received-unreadable")?
        .ok_or("date-received-unreadable")?;
    let subject = joined(fields.get("subject"), fields.get("subject_detail"));
    let mut description = match fields.get("description") {
        "" => subject.clone(),
        said => said.to_owned(),
    };
    if description.is_empty() {
        return Err("nothing-said");
    }
    let channel = match fields.get("channel") {
        "" => "staff",
        word => words::channel(word)
            .or_else(|| helpdesk(fields))
            .ok_or("channel-unknown")?,
    };
    let complainant = person(fields, &mut description);
    let arrival = Arrival {
        channel: channel.to_owned(),
        language: language(fields.get("language")).unwrap_or(fields.plan.language),
        anonymous: complainant.is_empty(),
        received_at: Some(received_at),
        late_reason: fields.plan.format.name().to_uppercase(),
        subject: short(&subject, &mut description),
        product: short(
            &joined(fields.get("product"), fields.get("product_detail")),
            &mut description,
        ),
        description,
        complainant,
        remedy_sought: fields.get("remedy_sought").to_owned(),
        category: category(fields.get("category")),
        ..Arrival::default()
    };
    Ok(Coming {
        arrival,
        history: history(fields, received_at)?,
        files: Vec::new(),
    })
}

/// A helpdesk has more channels than anybody can list; it passes the case on.
fn helpdesk(fields: &Fields) -> Option<&'static str> {
    matches!(fields.plan.format, Format::Zendesk | Format::Freshdesk).then_some("staff")
}

fn person(fields: &Fields, description: &mut String) -> Person {
    Person {
        name: short(fields.get("name"), description),
        email: short(fields.get("email"), description),
        phone: short(fields.get("phone"), description),
        address: fields.get("address").to_owned(),
    }
}

/// Our own code, `7` and `07` alike; words of another list say nothing here.
fn category(text: &str) -> Option<String> {
    let code = format!("{:0>2}", latin_digits(text));
    CATEGORIES.contains(&code.as_str()).then_some(code)
}

fn history(fields: &Fields, received_at: Instant) -> Result<Vec<Past>, Why> {
    let mut past = Vec::new();
    let forwarded = fields.date("forwarded_at", "date-sent-unreadable")?;
    if let Some(at) = forwarded {
        past.push(Past::Forwarded {
            at: at.max(received_at),
        });
    }
    let resolved = fields.date("resolved_at", "date-resolved-unreadable")?;
    let last = resolved.map_or(received_at, |at| at.max(received_at));
    let public = fields.get("public_answer");
    if !public.is_empty() {
        past.push(Past::Said {
            at: last,
            text: public.to_owned(),
        });
    }
    if words::is_yes(fields.get("not_accepted")) {
        past.push(Past::NotAccepted { at: last });
    }
    let state = words::state(fields.get("status"));
    if state == Some(words::State::Gone) {
        return Err("deleted-there");
    }
    past.extend(end(state, resolved.is_some(), last, fields.get("answer")));
    Ok(past)
}

/// Closed where it says so, or where a day of closing stands and no state speaks against it.
pub(super) fn end(
    state: Option<words::State>,
    resolved: bool,
    at: Instant,
    answer: &str,
) -> Option<Past> {
    use words::State;
    let on = |on: &'static str| Some(Past::Waiting { at, on });
    match state {
        Some(State::Closed) => Some(Past::Closed {
            at,
            response: answer.to_owned(),
        }),
        Some(State::WaitsForComplainant) => on("complainant"),
        Some(State::WaitsForOthers) => on("third-party"),
        _ if resolved => Some(Past::Closed {
            at,
            response: answer.to_owned(),
        }),
        _ if !answer.is_empty() => Some(Past::Said {
            at,
            text: answer.to_owned(),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use crate::import::{Past, read_text};
    use redress_kernel::Lang;

    #[test]
    fn a_table_of_an_office_comes_in_with_names_and_states() {
        let text = "접수일,제목,내용,성명,이메일,경로,상태,종결일,번호\n\
            2026. 3. 6.,요금 오류,요금이 두 번 청구되었습니다,김서연,kim@example.kr,전화,종결,2026. 3. 9.,17\n";
        let row = read_text("csv", text).remove(0).unwrap();
        assert_eq!(row.arrival.complainant.name, "김서연");
        assert_eq!(row.arrival.channel, "phone");
        assert_eq!(row.arrival.external_id.as_deref(), Some("csv:17"));
        assert!(
            matches!(row.history.as_slice(), [Past::Closed { at, .. }] if at.to_string().starts_with("2026-03-09"))
        );
    }

    #[test]
    fn a_line_that_is_too_long_for_us_is_kept_whole_in_the_description() {
        let long = "x".repeat(400);
        let text = format!("date,subject,description\n2026-03-06,{long},It broke\n");
        let row = read_text("csv", &text).remove(0).unwrap();
        assert_eq!(row.arrival.subject.chars().count(), 300);
        assert!(row.arrival.description.starts_with(&long));
        assert!(row.arrival.description.ends_with("It broke"));
    }

    #[test]
    fn languages_of_other_systems_are_known_by_their_beginning() {
        assert_eq!(super::language("ko-KR"), Some(Lang::Ko));
        assert_eq!(super::language("zh_TW"), Some(Lang::ZhHant));
        assert_eq!(super::language("de"), None);
    }
}
