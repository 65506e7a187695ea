//! What is typed, read onto what held before. Pure; what is wrong stands beside its field.

use redress_kernel::{
    Organisation,
    fields::{Field, Fields, Kind},
    mail_limits::{CAP_MAX, MailLimits},
};

const CAP: Kind = Kind::Number(1, CAP_MAX as i64);
pub const NEW: Field = Field::new("mail-new-a-day", CAP).required().hinted();
pub const REPLIES: Field = Field::new("mail-replies-a-day", CAP).required();
pub const ADDRESS: Field = Field::new("mail-answers-address", CAP).required().hinted();
pub const HOUR: Field = Field::new("mail-answers-hour", CAP).required().hinted();
pub const DAYS: Field = Field::new("mail-days-old", CAP).required().hinted();
pub const FORM: &[Field] = &[NEW, REPLIES, ADDRESS, HOUR, DAYS];

pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(FORM);
    let number = |field: Field| {
        fields
            .number(field.name)
            .and_then(|n| u32::try_from(n).ok())
    };
    let mail_limits = MailLimits {
        new_a_day: number(NEW)?,
        replies_a_day: number(REPLIES)?,
        answers_an_address: number(ADDRESS)?,
        answers_an_hour: number(HOUR)?,
        days_old: number(DAYS)?,
    };
    let it = Organisation {
        mail_limits,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

pub fn typed(it: &Organisation) -> Fields {
    let held = &it.mail_limits;
    let mut fields = Fields::default();
    for (field, cap) in [
        (NEW, held.new_a_day),
        (REPLIES, held.replies_a_day),
        (ADDRESS, held.answers_an_address),
        (HOUR, held.answers_an_hour),
        (DAYS, held.days_old),
    ] {
        fields.put(field.name, cap.to_string());
    }
    fields
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_shown_is_read_again_and_none_is_no_cap() {
        let it = Organisation::default();
        assert_eq!(accept(&mut typed(&it), &it).as_ref(), Some(&it));
        let mut fields = typed(&it);
        fields.take(HOUR.name);
        fields.put(HOUR.name, "20");
        let less = accept(&mut fields, &it).unwrap();
        assert_eq!(less.mail_limits.answers_an_hour, 20);
        fields.take(NEW.name);
        fields.put(NEW.name, "0");
        assert_eq!(accept(&mut fields, &it), None);
        assert!(fields.problem_at(NEW.name).is_some());
    }
}
