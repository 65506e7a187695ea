//! How a person likes the desk: light or dark, density, single keys, and where to
//! go after sending. Nobody else's business and no evidence: not journalled.

use redress_kernel::{
    Id,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Read, Tx, sql};
use redress_web::request::{After, Taste, Theme};

pub const FORM: &[Field] = &[
    Field::new("theme", Kind::Choice("theme", &["auto", "light", "dark"])).required(),
    Field::new(
        "density",
        Kind::Choice("density", &["comfortable", "compact"]),
    )
    .required(),
    Field::new(
        "after-sending",
        Kind::Choice("after-sending", &["stay", "next", "list"]),
    )
    .required(),
    Field::new("keys-off", Kind::Tick).hinted(),
];

pub fn of(reader: &mut impl Read, person: Id) -> Result<Taste, Error> {
    let query =
        sql("SELECT theme, compact, keys_off, after_sending FROM desk_taste WHERE person = $1");
    let found = reader.one(&query.arg(person), |row| {
        Ok(Taste {
            theme: Theme::from_name(&row.text(0)?).unwrap_or_default(),
            compact: row.int(1)? == 1,
            keys_off: row.int(2)? == 1,
            after: After::from_name(&row.text(3)?).unwrap_or_default(),
        })
    })?;
    Ok(found.unwrap_or_default())
}

pub fn keep(tx: &mut Tx, person: Id, taste: Taste) -> Result<(), Error> {
    tx.execute(
        &sql("INSERT INTO desk_taste (person, theme, compact, keys_off, after_sending) VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (person) DO UPDATE SET theme = excluded.theme, compact = excluded.compact,
                keys_off = excluded.keys_off, after_sending = excluded.after_sending")
            .arg(person)
            .arg(taste.theme.name())
            .arg(i64::from(taste.compact))
            .arg(i64::from(taste.keys_off))
            .arg(taste.after.name()),
    )
    .map(|_| ())
}

/// The form as it stands for this taste.
pub fn written(taste: Taste) -> Fields {
    let mut fields = Fields::default();
    fields.put("theme", taste.theme.name());
    let density = if taste.compact {
        "compact"
    } else {
        "comfortable"
    };
    fields.put("density", density);
    fields.put("after-sending", taste.after.name());
    if taste.keys_off {
        fields.put("keys-off", "1");
    }
    fields
}

/// The taste that a checked form says.
pub fn read(fields: &Fields) -> Taste {
    Taste {
        theme: Theme::from_name(fields.typed("theme")).unwrap_or_default(),
        compact: fields.typed("density") == "compact",
        keys_off: fields.ticked("keys-off"),
        after: After::from_name(fields.typed("after-sending")).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_form_shows_is_what_it_says() {
        let taste = Taste {
            theme: Theme::Dark,
            compact: true,
            keys_off: true,
            after: After::Next,
        };
        for taste in [taste, Taste::default()] {
            let mut fields = written(taste);
            fields.check(FORM);
            assert!(fields.problems().is_empty(), "{:?}", fields.problems());
            assert_eq!(read(&fields), taste);
        }
    }
}
