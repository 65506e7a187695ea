//! What a channel hands over, and the fact that it becomes.

use super::limits::{claimed, late_basis, within_limits};
use redress_complaint::{
    at::{InEvidence, Upload, enclosed},
    clocks::pinned_as,
    facts::{DueDates, Enclosed, FileNames, Person, Received, ReceivedText, Unconfirmed},
};
use redress_kernel::{
    Id, Instant, Lang, Organisation, Refusal,
    deadline::Step,
    reference::{Reference, hmac_sha256},
};

/// A complaint at the door, read from a form, a call, a file or another system.
#[derive(Debug, Clone, Default)]
pub struct Arrival {
    /// Its identifier, where it was given before it arrived.
    pub id: Option<Id>,
    pub channel: String,
    pub language: Lang,
    pub needs: Vec<String>,
    pub anonymous: bool,
    /// First contact with any staff, if earlier than now.
    pub received_at: Option<Instant>,
    /// Why it is recorded only now.
    pub late_reason: String,
    /// What stands for the reason where a channel cannot ask for one: a code.
    pub late_basis: Option<&'static str>,
    pub unit: Option<Id>,
    pub category: Option<String>,
    /// Of which kinds it is, where rule packs tell them apart: `kr-civil-petition/grievance`.
    pub kinds: Vec<String>,
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
    /// What it came as, where its bytes are kept already.
    pub original: Option<InEvidence>,
    /// Why nothing is to answer it by itself: a code.
    pub unanswered: Option<&'static str>,
    /// Why somebody confirms first that it is a complaint, and whether its writer is asked.
    pub unconfirmed: Option<Unconfirmed>,
    /// The idempotency key: the same key is the same complaint, however often it is sent.
    pub request: Option<String>,
    pub external_id: Option<String>,
    pub import: Option<Id>,
    /// The complaint from which it was split.
    pub split_from: Option<Id>,
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

    /// Whoever answers are sent to: the representative, if somebody acts for the complainant.
    pub fn correspondent(&self) -> &Person {
        let representative = self.representative.as_ref();
        representative
            .filter(|person| !person.is_empty())
            .unwrap_or(&self.complainant)
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
    let (files, names) = evidence(arrival);
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
        reachable: arrival.correspondent().reachable(),
        due: due_dates(organisation, received_at),
        packs: pinned_as(organisation, received_at, &arrival.kinds)?,
        files,
        request: arrival.request_hash(),
        external_id: arrival.external_id.clone(),
        late_basis: late_basis(arrival, organisation, now),
        unanswered: arrival.unanswered.map(str::to_owned),
        unconfirmed: arrival.unconfirmed.clone(),
        split_from: arrival.split_from,
        import: arrival.import,
        code_issue: 1,
    };
    Ok((record, text(arrival, names)))
}

/// The original first, then what came along.
fn evidence(arrival: &Arrival) -> (Vec<Enclosed>, FileNames) {
    let (mut files, mut names) = enclosed(&arrival.files);
    if let Some(original) = &arrival.original {
        files.insert(0, original.file.clone());
        original.named(&mut names);
    }
    (files, names)
}

fn text(arrival: &Arrival, files: FileNames) -> ReceivedText {
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
