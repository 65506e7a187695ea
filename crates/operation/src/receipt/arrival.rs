//! What a channel hands over, and the fact that it becomes.

use redress_complaint::{
    at::{Upload, enclosed},
    facts::{CHANNELS, DueDates, NEEDS, Person, Received, ReceivedText},
};
use redress_kernel::{
    Id, Instant, Lang, Organisation, Refusal,
    deadline::Step,
    fields::{LONG_TEXT_MAX, SHORT_TEXT_MAX},
    reference::{Reference, hmac_sha256},
    terms::{List, Terms},
};

/// A complaint at the door, read from a form, a call, a file or another system.
#[derive(Debug, Clone, Default)]
pub struct Arrival {
    pub channel: String,
    pub language: Lang,
    pub needs: Vec<String>,
    pub anonymous: bool,
    /// First contact with any staff, if earlier than now.
    pub received_at: Option<Instant>,
    /// Why it is recorded only now.
    pub late_reason: String,
    pub unit: Option<Id>,
    pub category: Option<String>,
    pub remedies_sought: Vec<String>,
    pub remedy_sought: String,
    pub continuing: Option<bool>,
    pub danger: bool,
    pub subject: String,
    pub description: String,
    /// When it happened, in the complainant's words.
    pub occurred: String,
    pub product: String,
    pub complainant: Person,
    pub customer: Option<Person>,
    pub representative: Option<Person>,
    pub affected: Option<Person>,
    pub authority: String,
    pub files: Vec<Upload>,
    /// The idempotency key: the same key is the same complaint, however often it is sent.
    pub request: Option<String>,
    pub external_id: Option<String>,
    pub import: Option<Id>,
}

/// What the journal already knows when a complaint arrives.
pub struct Numbering<'a> {
    pub counter: u32,
    pub reference_key: &'a [u8],
}

impl Arrival {
    /// The same key gives the same value; the key itself may hold anything and is not kept.
    pub fn request_hash(&self) -> Option<String> {
        let key = self.request.as_ref()?;
        let hash = hmac_sha256(b"redress idempotency key", &[key.as_bytes()]);
        Some(hash.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Decides the `received` fact: particulars within their limits, received never
/// later than recorded, and back-dated only with a reason (4.9, R30).
pub fn received(
    arrival: &Arrival,
    organisation: &Organisation,
    numbering: &Numbering,
    now: Instant,
) -> Result<(Received, ReceivedText), Refusal> {
    let received_at = claimed(arrival, organisation, now)?;
    within_limits(arrival, &organisation.terms)?;
    let year = now.date_in(&organisation.zone()).year();
    let reference = Reference::issue(
        &organisation.prefix,
        year,
        numbering.counter,
        numbering.reference_key,
    );
    let (files, names) = enclosed(&arrival.files);
    let record = Received {
        reference: reference.to_string(),
        year,
        counter: numbering.counter,
        channel: arrival.channel.clone(),
        language: arrival.language,
        needs: arrival.needs.clone(),
        anonymous: arrival.anonymous,
        received_at,
        unit: arrival.unit,
        category: arrival.category.clone(),
        remedies_sought: arrival.remedies_sought.clone(),
        continuing: arrival.continuing,
        danger: arrival.danger,
        reachable: writer(arrival).reachable(),
        due: due_dates(organisation, received_at),
        files,
        request: arrival.request_hash(),
        external_id: arrival.external_id.clone(),
        import: arrival.import,
        code_issue: 1,
    };
    Ok((record, text(arrival, names)))
}

/// Whoever answers are sent to: the representative, if somebody acts for the complainant.
fn writer(arrival: &Arrival) -> &Person {
    let representative = arrival.representative.as_ref();
    representative
        .filter(|person| !person.is_empty())
        .unwrap_or(&arrival.complainant)
}

fn text(arrival: &Arrival, files: redress_complaint::facts::FileNames) -> ReceivedText {
    ReceivedText {
        subject: arrival.subject.clone(),
        description: arrival.description.clone(),
        occurred: arrival.occurred.clone(),
        product: arrival.product.clone(),
        remedy_sought: arrival.remedy_sought.clone(),
        complainant: arrival.complainant.clone(),
        customer: arrival.customer.clone(),
        representative: arrival.representative.clone(),
        affected: arrival.affected.clone(),
        authority: arrival.authority.clone(),
        late_reason: arrival.late_reason.clone(),
        files,
    }
}

/// Clocks start at the first contact, not at recording (RG 271, 4.9).
fn due_dates(organisation: &Organisation, from: Instant) -> DueDates {
    let due = |step| Some(organisation.due(step, from));
    DueDates {
        acknowledgement: due(Step::Acknowledgement),
        assessment: due(Step::Assessment),
        update: due(Step::Update),
        response: due(Step::Response),
        closure: None,
    }
}

fn claimed(
    arrival: &Arrival,
    organisation: &Organisation,
    now: Instant,
) -> Result<Instant, Refusal> {
    let Some(claimed) = arrival.received_at else {
        return Ok(now);
    };
    // A minute of tolerance for clocks that disagree; it is recorded as now.
    if claimed > now.plus_seconds(60) {
        return Err(Refusal::new("received-in-the-future").at("received-at"));
    }
    let zone = organisation.zone();
    let earlier_day = claimed.date_in(&zone) < now.date_in(&zone);
    if earlier_day && arrival.late_reason.trim().is_empty() {
        return Err(Refusal::new("late-reason-needed").at("late-reason"));
    }
    Ok(claimed.min(now))
}

/// A text that another system kept is as long as it is; nobody can shorten it now.
const IMPORTED_TEXT_MAX: usize = 200_000;

fn within_limits(arrival: &Arrival, terms: &Terms) -> Result<(), Refusal> {
    let long_max = if arrival.import.is_some() {
        IMPORTED_TEXT_MAX
    } else {
        LONG_TEXT_MAX
    };
    let known = |all: &[&str], code: &str| all.contains(&code);
    if !known(CHANNELS, &arrival.channel) {
        return Err(Refusal::new("unknown-channel").at("channel"));
    }
    if arrival.description.trim().is_empty() {
        return Err(Refusal::new("description-needed").at("description"));
    }
    let short = [
        &arrival.subject,
        &arrival.product,
        &arrival.complainant.name,
        &arrival.complainant.email,
        &arrival.complainant.phone,
    ];
    if short
        .iter()
        .any(|text| text.chars().count() > SHORT_TEXT_MAX)
    {
        return Err(Refusal::new("text-too-long").with("max", SHORT_TEXT_MAX));
    }
    if [
        &arrival.description,
        &arrival.remedy_sought,
        &arrival.late_reason,
    ]
    .iter()
    .any(|t| t.chars().count() > long_max)
    {
        return Err(Refusal::new("text-too-long")
            .with("max", long_max)
            .at("description"));
    }
    // What another system kept, or somebody ticked yesterday and sends today, may
    // have been retired since: it is readable still.
    let kept = arrival.import.is_some() || arrival.channel == "web";
    let listed = |list: List, code: &String| match kept {
        true => terms.knows(list, code),
        false => terms.offers(list, code),
    };
    let mut sought = arrival.remedies_sought.iter();
    let codes = arrival.needs.iter().all(|need| known(NEEDS, need))
        && arrival
            .category
            .iter()
            .all(|code| listed(List::Categories, code))
        && sought.all(|code| listed(List::Remedies, code));
    if codes {
        Ok(())
    } else {
        Err(Refusal::new("unknown-code"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn ferry() -> Organisation {
        Organisation {
            name: "Blue Ferry Co.".into(),
            time_zone: "Europe/Vilnius".into(),
            prefix: "BF".into(),
            ..Organisation::default()
        }
    }

    fn call() -> Arrival {
        Arrival {
            channel: "phone".into(),
            description: "The ferry left early.".into(),
            language: Lang::Lt,
            ..Arrival::default()
        }
    }

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    const NUMBER: Numbering = Numbering {
        counter: 4,
        reference_key: b"k",
    };

    #[test]
    fn a_call_of_this_morning_gets_a_reference_and_its_dates() {
        let (fact, text) =
            received(&call(), &ferry(), &NUMBER, at("2026-03-02T07:00:00Z")).unwrap();
        assert!(fact.reference.starts_with("BF-26-"));
        assert_eq!(
            Reference::read(&fact.reference).unwrap().as_str(),
            fact.reference
        );
        assert_eq!(
            fact.due.acknowledgement.unwrap().to_string(),
            "2026-03-03T21:59:59.999999Z"
        );
        assert_eq!(text.description, "The ferry left early.");
    }

    #[test]
    fn a_complaint_is_back_dated_only_earlier_and_with_a_reason() {
        let now = at("2026-03-02T07:00:00Z");
        let code = |arrival: Arrival| {
            received(&arrival, &ferry(), &NUMBER, now)
                .map(|_| ())
                .map_err(|r| r.code)
        };
        let on = |day: &str, reason: &str| Arrival {
            received_at: Some(at(day)),
            late_reason: reason.into(),
            ..call()
        };
        assert_eq!(
            code(on("2026-03-03T07:00:00Z", "")),
            Err("received-in-the-future")
        );
        assert_eq!(
            code(on("2026-02-27T07:00:00Z", "")),
            Err("late-reason-needed")
        );
        assert_eq!(
            code(on("2026-02-27T07:00:00Z", "The letter lay on a desk.")),
            Ok(())
        );
    }

    #[test]
    fn clocks_run_from_the_first_contact_and_not_from_recording() {
        let late = Arrival {
            received_at: Some(at("2026-02-27T07:00:00Z")),
            late_reason: "It lay.".into(),
            ..call()
        };
        let (fact, _) = received(&late, &ferry(), &NUMBER, at("2026-03-02T07:00:00Z")).unwrap();
        assert_eq!(
            fact.due.acknowledgement.unwrap().to_string(),
            "2026-03-02T21:59:59.999999Z"
        );
    }

    #[test]
    fn the_same_key_is_the_same_request_and_is_not_kept() {
        let keyed = |key: &str| {
            Arrival {
                request: Some(key.into()),
                ..call()
            }
            .request_hash()
        };
        assert_eq!(keyed("a"), keyed("a"));
        assert_ne!(keyed("a"), keyed("b"));
        assert_eq!(keyed("a").unwrap().len(), 64);
    }
}
