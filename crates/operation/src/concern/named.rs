//! Naming: a colleague with a sign-in, or anybody by name.

use redress_complaint::{
    Complaint, Decided,
    at::{At, Colleague},
    facts::{Assigned, ConcernText, PersonConcernNamed},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, SHORT_TEXT_MAX},
};

const CONCERNS_MAX: u32 = 50;

pub const FIELDS: &[Field] = &[
    Field::new("concerned-colleague", Kind::Colleague).hinted(),
    Field::new("concerned-name", Kind::Line(SHORT_TEXT_MAX)).hinted(),
];

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let colleague = colleague(fields, at)?;
    let typed = fields.optional("concerned-name");
    let name = typed.or(colleague.map(|colleague| colleague.name.clone()));
    let Some(name) = name else {
        return Err(Refusal::new("concern-whom").at("concerned-colleague"));
    };
    not_named_before(c, colleague)?;
    let concern = PersonConcernNamed {
        number: next_number(c)?,
        colleague: colleague.map(|colleague| colleague.id),
    };
    let text = ConcernText {
        name,
        text: String::new(),
    };
    let named = Draft::with(c.id, &concern, &text);
    // Whoever is complained about does not keep the case in hand (R01).
    let in_hand = c.owner.is_some() && c.owner == concern.colleague;
    // Handed back first: afterwards they are kept apart from it, even if they name themselves.
    Ok(match in_hand {
        true => Decided::fact(handed_back(c)).and(named),
        false => Decided::fact(named),
    })
}

fn colleague<'a>(fields: &Fields, at: &'a At) -> Result<Option<&'a Colleague>, Refusal> {
    let Some(id) = fields.id("concerned-colleague") else {
        return Ok(None);
    };
    let unknown = Refusal::new("colleague-unknown").at("concerned-colleague");
    at.colleague(id).map(Some).ok_or(unknown)
}

fn not_named_before(c: &Complaint, colleague: Option<&Colleague>) -> Result<(), Refusal> {
    let id = colleague.map(|colleague| colleague.id);
    if id.is_some() && c.concerns.iter().any(|concern| concern.colleague == id) {
        return Err(Refusal::new("concern-named-already").at("concerned-colleague"));
    }
    Ok(())
}

fn next_number(c: &Complaint) -> Result<u32, Refusal> {
    let named = c.concerns.iter().map(|concern| concern.number);
    // A number that was once given is never given to somebody else.
    let newest = named.chain(c.unnamed.iter().map(|it| it.number)).max();
    let number = newest.unwrap_or(0) + 1;
    if number > CONCERNS_MAX {
        return Err(Refusal::new("concerns-too-many").with("max", i64::from(CONCERNS_MAX)));
    }
    Ok(number)
}

fn handed_back(c: &Complaint) -> Draft {
    let nobody = Assigned {
        owner: None,
        unit: None,
    };
    Draft::of(c.id, &nobody)
}
