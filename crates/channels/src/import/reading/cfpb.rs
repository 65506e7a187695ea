//! The public complaint database of the US Consumer Financial Protection Bureau
//! in all its layouts. Masked values (`XXXX`, `999XX`) stay as they are.

use super::{Fields, Why, joined, short, words};
use crate::import::{Coming, Past};
use redress_kernel::{Instant, Lang};
use redress_operation::receipt::Arrival;

pub fn read(fields: &Fields) -> Result<Coming, Why> {
    let received_at = fields
        .date("received_at", "date-received-unreadable")?
        .ok_or("date-received-unreadable")?;
    let mapped = |field| fields.plan.mapping.contains_key(field);
    if mapped("external_id") && fields.get("external_id").is_empty() {
        return Err("id-missing");
    }
    let issue = joined(fields.get("subject"), fields.get("subject_detail"));
    // Consent to publish the narrative is rare; the issue is then all that was said in public.
    let mut description = match fields.get("description") {
        "" => issue.clone(),
        narrative => narrative.to_owned(),
    };
    if description.is_empty() {
        return Err("nothing-said");
    }
    let arrival = Arrival {
        channel: via(fields.get("channel"))?.to_owned(),
        language: Lang::En,
        anonymous: true,
        received_at: Some(received_at),
        late_reason: "CFPB".to_owned(),
        subject: short(&issue, &mut description),
        product: short(
            &joined(fields.get("product"), fields.get("product_detail")),
            &mut description,
        ),
        description,
        category: Some(category(fields.get("subject")).to_owned()),
        ..Arrival::default()
    };
    Ok(Coming {
        arrival,
        history: history(fields, received_at)?,
        files: Vec::new(),
    })
}

/// A file without the column says nothing of it: somebody there wrote it down.
fn via(word: &str) -> Result<&'static str, Why> {
    match word {
        "" => Ok("staff"),
        word => words::channel(word).ok_or("channel-unknown"),
    }
}

fn history(fields: &Fields, received_at: Instant) -> Result<Vec<Past>, Why> {
    let mut past = Vec::new();
    // Some files date a later step before the receipt; it cannot have been earlier.
    let sent = fields.date("forwarded_at", "date-sent-unreadable")?;
    let sent = sent.map(|at| at.max(received_at));
    let resolved = fields.date("resolved_at", "date-resolved-unreadable")?;
    let resolved = resolved.map(|at| at.max(sent.unwrap_or(received_at)));
    let last = resolved.or(sent).unwrap_or(received_at);
    if let Some(at) = sent {
        past.push(Past::Forwarded { at });
    }
    let said = fields.get("public_answer");
    if !said.is_empty() && said != "N/A" {
        past.push(Past::Said {
            at: sent.unwrap_or(received_at),
            text: said.to_owned(),
        });
    }
    if words::is_yes(fields.get("not_accepted")) {
        past.push(Past::NotAccepted { at: last });
    }
    let response = fields.get("answer");
    let answered = response.starts_with("Closed") || response == "Untimely response";
    if answered || resolved.is_some() {
        past.push(Past::Closed {
            at: last,
            response: response.to_owned(),
        });
    }
    Ok(past)
}

/// The nearest default category of annex E; where none is near, the issue says it in words.
fn category(issue: &str) -> &'static str {
    let issue = issue.to_lowercase();
    let near = [
        ("incorrect information", "14"),
        ("investigation", "34"),
        ("debt not owed", "20"),
        ("notification", "15"),
        ("fee", "19"),
        ("interest", "31"),
        ("billing", "33"),
        ("payment", "16"),
        ("advertising", "13"),
        ("fraud", "20"),
    ];
    near.iter()
        .find(|(word, _)| issue.contains(word))
        .map_or("35", |(_, code)| code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::import::{Coming, Past, read_text};

    const HEADER: &str = "Date received,Product,Issue,Submitted via,Date sent to company,Company response to consumer,Consumer disputed?,Complaint ID";

    fn row(line: &str) -> Result<Box<Coming>, &'static str> {
        read_text("cfpb", &format!("{HEADER}\n{line}\n")).remove(0)
    }

    #[test]
    fn a_row_becomes_a_complaint_with_its_history() {
        let coming = row("2019-09-24,Debt collection,Attempts to collect debt not owed,Web,2019-09-25,Closed with explanation,Yes,3384392").unwrap();
        assert_eq!(
            coming.arrival.received_at.unwrap().to_string(),
            "2019-09-24T12:00:00Z"
        );
        assert_eq!(coming.arrival.external_id.as_deref(), Some("cfpb:3384392"));
        assert_eq!(coming.arrival.category.as_deref(), Some("20"));
        assert!(matches!(
            coming.history.as_slice(),
            [
                Past::Forwarded { .. },
                Past::NotAccepted { .. },
                Past::Closed { .. }
            ]
        ));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let why = |line| row(line).map(|_| ());
        assert_eq!(
            why("soon,Debt,Fraud,Web,,,,1"),
            Err("date-received-unreadable")
        );
        assert_eq!(
            why("2019-09-24,Debt,Fraud,Pigeon,,,,1"),
            Err("channel-unknown")
        );
        assert_eq!(why("2019-09-24,Debt,Fraud,Web,,,,"), Err("id-missing"));
        assert_eq!(why("2019-09-24,Debt,x\n"), Err("wrong-number-of-columns"));
    }

    #[test]
    fn equal_rows_without_an_identifier_are_two_complaints_and_stay_those_two() {
        let text = "Date received,Product,Issue\n2019-09-24,Debt,Fraud\n2019-09-24,Debt,Fraud\n";
        let ids = |text: &str| -> Vec<String> {
            let rows = read_text("cfpb", text).into_iter();
            rows.map(|row| row.unwrap().arrival.external_id.unwrap())
                .collect()
        };
        let first = ids(text);
        assert!(first[0].ends_with(":1") && first[1].ends_with(":2"));
        assert_eq!(first, ids(text));
    }
}
