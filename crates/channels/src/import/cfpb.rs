//! The public complaint database of the US Consumer Financial Protection
//! Bureau (18 columns, ISO dates). Masked values (`XXXX`, `999XX`) stay as they are.

use super::{Coming, Past};
use csv::StringRecord;
use jiff::{
    civil::{Date, time},
    tz::TimeZone,
};
use redress_complaint::facts::Person;
use redress_kernel::{Id, Instant, Lang};
use redress_operation::receipt::Arrival;
use std::collections::HashMap;

/// The columns without which a row says nothing.
const NEEDED: &[&str] = &[
    "Date received",
    "Product",
    "Issue",
    "Submitted via",
    "Complaint ID",
];
/// A narrative is as long as it is: the longest in the public files has 21,928 characters.
const NARRATIVE_MAX: usize = 200_000;

/// Where each column stands in this file.
pub struct Columns(HashMap<String, usize>);

impl Columns {
    /// The names that are missing, if the header is not one of ours.
    pub fn read(header: &StringRecord) -> Result<Columns, Vec<&'static str>> {
        let at: HashMap<String, usize> = header
            .iter()
            .enumerate()
            .map(|(at, name)| (name.trim_start_matches('\u{feff}').trim().to_owned(), at))
            .collect();
        let missing: Vec<&str> = NEEDED
            .iter()
            .copied()
            .filter(|name| !at.contains_key(*name))
            .collect();
        if missing.is_empty() {
            Ok(Columns(at))
        } else {
            Err(missing)
        }
    }

    fn get<'r>(&self, row: &'r StringRecord, name: &str) -> &'r str {
        self.0
            .get(name)
            .and_then(|at| row.get(*at))
            .map_or("", str::trim)
    }
}

/// Why a row cannot come in; a word for the rejects file.
pub type Why = &'static str;

/// Reads one row. `zone`: in whose days the dates are meant; a date without a
/// time counts as its noon, so that no zone moves it to another day.
pub fn read(
    columns: &Columns,
    row: &StringRecord,
    zone: &TimeZone,
    run: Id,
    width: usize,
) -> Result<Coming, Why> {
    if row.len() != width {
        return Err("wrong-number-of-columns");
    }
    let get = |name| columns.get(row, name);
    let received_at = day(get("Date received"), zone).ok_or("date-received-unreadable")?;
    let number = Some(get("Complaint ID"))
        .filter(|id| !id.is_empty())
        .ok_or("complaint-id-missing")?;
    let narrative = get("Consumer complaint narrative");
    if narrative.chars().count() > NARRATIVE_MAX {
        return Err("narrative-too-long");
    }
    let issue = joined(get("Issue"), get("Sub-issue"));
    let arrival = Arrival {
        channel: channel(get("Submitted via"))
            .ok_or("submitted-via-unknown")?
            .to_owned(),
        language: Lang::En,
        anonymous: true,
        received_at: Some(received_at),
        late_reason: "CFPB".to_owned(),
        subject: issue.clone(),
        // Consent to publish the narrative is rare; the issue is then all that was said in public.
        description: if narrative.is_empty() {
            issue
        } else {
            narrative.to_owned()
        },
        product: joined(get("Product"), get("Sub-product")),
        complainant: Person::default(),
        category: category(get("Issue")).map(str::to_owned),
        external_id: Some(format!("cfpb:{number}")),
        import: Some(run),
        ..Arrival::default()
    };
    Ok(Coming {
        arrival,
        history: history(&get, zone, received_at)?,
    })
}

fn history<'r>(
    get: &impl Fn(&'static str) -> &'r str,
    zone: &TimeZone,
    received_at: Instant,
) -> Result<Vec<Past>, Why> {
    let mut past = Vec::new();
    let sent = get("Date sent to company");
    // Some files date the hand-over before the receipt; it cannot have been earlier.
    let sent_at = if sent.is_empty() {
        received_at
    } else {
        day(sent, zone).ok_or("date-sent-unreadable")?
    }
    .max(received_at);
    if !sent.is_empty() {
        past.push(Past::Forwarded { at: sent_at });
    }
    let said = get("Company public response");
    if !said.is_empty() && said != "N/A" {
        past.push(Past::Said {
            at: sent_at,
            text: said.to_owned(),
        });
    }
    if get("Consumer disputed?") == "Yes" {
        past.push(Past::NotAccepted { at: sent_at });
    }
    let response = get("Company response to consumer");
    if response.starts_with("Closed") || response == "Untimely response" {
        past.push(Past::Closed {
            at: sent_at,
            response: response.to_owned(),
        });
    }
    Ok(past)
}

fn day(text: &str, zone: &TimeZone) -> Option<Instant> {
    let noon = text.parse::<Date>().ok()?.to_datetime(time(12, 0, 0, 0));
    noon.to_zoned(zone.clone())
        .ok()
        .map(|at| Instant::from(at.timestamp()))
}

fn joined(first: &str, second: &str) -> String {
    let parts: Vec<&str> = [first, second]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != "N/A")
        .collect();
    parts.join(" – ")
}

fn channel(via: &str) -> Option<&'static str> {
    Some(match via {
        "Web" | "Web Referral" => "web",
        "Phone" => "phone",
        "Postal mail" | "Fax" => "letter",
        "Email" => "email",
        // Passed on by another authority: a colleague there wrote it down.
        "Referral" => "staff",
        _ => return None,
    })
}

/// The nearest default category of annex E; where none is near, the issue says it in words.
fn category(issue: &str) -> Option<&'static str> {
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
    Some(
        near.iter()
            .find(|(word, _)| issue.contains(word))
            .map_or("35", |(_, code)| code),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    const HEADER: &str = "Date received,Product,Issue,Submitted via,Date sent to company,Company response to consumer,Consumer disputed?,Complaint ID";

    fn row(line: &str) -> Result<Coming, Why> {
        let header = StringRecord::from(HEADER.split(',').collect::<Vec<_>>());
        let columns = Columns::read(&header).unwrap_or_else(|missing| panic!("{missing:?}"));
        read(
            &columns,
            &StringRecord::from(line.split(',').collect::<Vec<_>>()),
            &TimeZone::UTC,
            Id::SYSTEM,
            header.len(),
        )
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
        assert_eq!(
            row("soon,Debt,Fraud,Web,,,,1").map(|_| ()),
            Err("date-received-unreadable")
        );
        assert_eq!(
            row("2019-09-24,Debt,Fraud,Pigeon,,,,1").map(|_| ()),
            Err("submitted-via-unknown")
        );
        assert_eq!(
            row("2019-09-24,Debt").map(|_| ()),
            Err("wrong-number-of-columns")
        );
    }
}
