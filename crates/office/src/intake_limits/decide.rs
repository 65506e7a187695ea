//! What is typed, read onto what held before. Pure; what is wrong stands beside its field.

use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind},
    intake_limits::{BUDGET_MAX, IntakeLimits},
};

const SOME: Kind = Kind::Number(1, BUDGET_MAX as i64);
const ANY: Kind = Kind::Number(0, BUDGET_MAX as i64);
pub const NETWORK: Field = Field::new("intake-network-hour", SOME).required().hinted();
pub const ALL: Field = Field::new("intake-all-hour", SOME).required().hinted();
pub const PROGRAMS: Field = Field::new("intake-programs-hour", ANY).required().hinted();
pub const FILES: Field = Field::new("intake-network-day-mb", SOME)
    .required()
    .hinted();
pub const LETTERS: Field = Field::new("intake-letters-hour", ANY).required().hinted();
pub const FORM: &[Field] = &[NETWORK, ALL, PROGRAMS, FILES, LETTERS];

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let number = |field: Field| {
        fields
            .number(field.name)
            .and_then(|n| u32::try_from(n).ok())
    };
    let intake_limits = IntakeLimits {
        network_hour: number(NETWORK)?,
        all_hour: number(ALL)?,
        programs_hour: number(PROGRAMS)?,
        network_day_mb: number(FILES)?,
        letters_hour: number(LETTERS)?,
    };
    let it = Organisation {
        intake_limits,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

pub fn typed(it: &Organisation) -> Fields {
    let held = &it.intake_limits;
    let mut fields = Fields::default();
    for (field, budget) in [
        (NETWORK, held.network_hour),
        (ALL, held.all_hour),
        (PROGRAMS, held.programs_hour),
        (FILES, held.network_day_mb),
        (LETTERS, held.letters_hour),
    ] {
        fields.put(field.name, budget.to_string());
    }
    fields
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_shown_is_read_again_and_people_always_have_a_budget() {
        let it = Organisation::default();
        assert_eq!(accept(&mut typed(&it), &it).as_ref(), Some(&it));
        let with = |field: Field, budget: &str| {
            let mut fields = typed(&it);
            fields.take(field.name);
            fields.put(field.name, budget);
            accept(&mut fields, &it)
        };
        assert_eq!(with(NETWORK, "50").unwrap().intake_limits.network_hour, 50);
        assert_eq!(with(NETWORK, "0"), None);
        assert_eq!(with(PROGRAMS, "0").unwrap().intake_limits.programs_hour, 0);
        assert_eq!(with(LETTERS, "-1"), None);
    }
}
