//! The rules as they are typed, read onto what held before. Pure; what is wrong stands
//! beside its field.

use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind, latin_digits},
    objectivity::{Declarations, GLASS_HOURS_MAX, NEEDS_MAX, Objectivity},
    terms::{List, Terms},
    words::Message,
};
use std::collections::BTreeMap;

pub const DECLARATIONS: Field = Field::new(
    "declarations",
    Kind::Choice("declarations", Declarations::NAMES),
)
.required()
.hinted();
pub const HOURS: Field = Field::new("glass-hours", Kind::Number(1, GLASS_HOURS_MAX as i64))
    .required()
    .hinted();
/// One line a category: its code, a colon, the competence.
pub const NEEDS: Field = Field::new("competence-needs", Kind::Text(5_000)).hinted();
pub const FORM: &[Field] = &[DECLARATIONS, HOURS, NEEDS];

const COMPETENCE_MAX: usize = 100;

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let needs = read(fields.typed(NEEDS.name), &before.terms);
    if let Err(problem) = &needs {
        fields.problem(NEEDS.name, problem.clone());
    }
    let hours = fields.number(HOURS.name);
    let objectivity = Objectivity {
        declarations: Declarations::from_name(fields.typed(DECLARATIONS.name))?,
        glass_hours: hours.and_then(|hours| u32::try_from(hours).ok())?,
        needs: needs.ok()?,
    };
    let it = Organisation {
        objectivity,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

fn read(typed: &str, terms: &Terms) -> Result<BTreeMap<String, String>, Message> {
    let mut needs = BTreeMap::new();
    let lines = typed.lines().map(str::trim).zip(1i64..);
    for (line, n) in lines.filter(|(line, _)| !line.is_empty()) {
        let parts = line.split_once([':', '：']);
        let parts = parts.map(|(code, competence)| (latin_digits(code.trim()), competence.trim()));
        let fits = |(code, competence): &(String, &str)| {
            let known = terms.knows(List::Categories, code);
            known && !competence.is_empty() && competence.chars().count() <= COMPETENCE_MAX
        };
        let Some((code, competence)) = parts.filter(fits) else {
            return Err(Message::new("problem-competence-line").with("n", n));
        };
        needs.insert(code, competence.to_owned());
    }
    match needs.len() > NEEDS_MAX {
        true => Err(Message::new("problem-competence-many").with("max", NEEDS_MAX)),
        false => Ok(needs),
    }
}

/// What holds now, as the form shows it.
pub fn typed(it: &Organisation) -> Fields {
    let held = &it.objectivity;
    let mut fields = Fields::default();
    fields.put(DECLARATIONS.name, held.declarations.name());
    fields.put(HOURS.name, held.glass_hours.to_string());
    let lines: Vec<String> = held
        .needs
        .iter()
        .map(|(code, competence)| format!("{code}: {competence}"))
        .collect();
    fields.put(NEEDS.name, lines.join("\n"));
    fields
}
