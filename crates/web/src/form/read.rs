//! Reading a form back: dates of either calendar become ISO, then the limits.

use crate::format::iso_date;
use redress_kernel::fields::{Field, Fields, Kind, latin_digits};

/// Nothing typed turns its neighbours round; dates to ISO; then every declared field
/// by its kind and limits.
pub fn check(fields: &mut Fields, declared: &[Field]) {
    fields.straighten();
    dates_to_iso(fields, declared);
    fields.check(declared);
}

/// Native date fields of browsers know one calendar; who types `۱۴۰۵/۸/۲۹` is
/// understood as well. What is no date stays as it was typed.
pub fn dates_to_iso(fields: &mut Fields, declared: &[Field]) {
    for field in declared {
        let read = match field.kind {
            Kind::Date => iso_date(fields.typed(field.name)).map(|date| date.to_string()),
            Kind::Moment => moment(fields.typed(field.name)),
            _ => None,
        };
        if let Some(iso) = read
            && fields.all(field.name).len() == 1
        {
            fields.take(field.name);
            fields.put(field.name, iso);
        }
    }
}

/// A date of either calendar and a time: `۱۴۰۵/۸/۲۹ ۱۲:۳۰`.
fn moment(typed: &str) -> Option<String> {
    let typed = latin_digits(typed.trim());
    let (day, time) = typed.split_once([' ', 'T', '،'])?;
    let time = time.trim();
    let (hour, minute) = time.split_once(':')?;
    let plain = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok();
    if !plain(hour) || !plain(minute) {
        return None;
    }
    Some(format!("{}T{hour:0>2}:{minute:0>2}", iso_date(day)?))
}
