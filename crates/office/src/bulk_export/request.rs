//! An export as it is asked for, and what its facts add up to. Pure, but for the two acts
//! inside the writer's transaction.

use super::{
    facts::{BulkExportReleased, BulkExportTaken},
    records,
};
use jiff::civil::Date;
use redress_complaint::{
    House,
    chapter::{Acting, Fault},
    second::{self, Request, SecondAct, State, Wish},
};
use redress_kernel::{
    Action, Draft, Entry, Fact, Id, Instant, Refusal,
    calendar::Calendar,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Read, Tx};

/// More complaints are no export but a copy of the house: the command line makes one.
pub const CASES_MAX: i64 = 5_000;
/// So long it can be fetched once somebody agreed.
pub const OPEN_SECONDS: i64 = 24 * 3_600;

pub const WITH_NAMES: &str = "with";

pub const FROM: Field = Field::new("export-from", Kind::Date).required();
pub const TO: Field = Field::new("export-to", Kind::Date).required();
pub const NAMES: Field = Field::new(
    "export-names",
    Kind::Choice("export-names", &["without", WITH_NAMES]),
)
.required()
.hinted();
pub const REASON: Field = second::REASON.required();
pub const ASKING: &[Field] = &[FROM, TO, NAMES, REASON];

pub const RELEASE: SecondAct = SecondAct {
    name: "bulk-export",
    decides: Action::ApproveSecond,
    form: ASKING,
    done: release,
};

/// The days of receipt that it is about, both of them in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    pub fn typed(fields: &Fields) -> Result<Period, Refusal> {
        let wrong = |field: &Field| Refusal::new("export-period").at(field.name);
        let from = fields.date(FROM.name).ok_or_else(|| wrong(&FROM))?;
        let to = fields.date(TO.name).ok_or_else(|| wrong(&TO))?;
        match from <= to {
            true => Ok(Period { from, to }),
            false => Err(wrong(&TO)),
        }
    }

    /// Behind the first of these instants, and not behind the second.
    pub fn bounds(self, calendar: &Calendar) -> (Instant, Instant) {
        let before = self.from.yesterday().unwrap_or(self.from);
        (calendar.end_of(before), calendar.end_of(self.to))
    }
}

/// Is there something to give, and not too much?
pub fn fits(cases: i64) -> Result<(), Refusal> {
    match cases {
        0 => Err(Refusal::new("export-none").at(FROM.name)),
        1..=CASES_MAX => Ok(()),
        _ => Err(Refusal::new("export-too-many")
            .with("n", cases)
            .with("max", CASES_MAX)
            .at(TO.name)),
    }
}

/// A request with what became of it.
#[derive(Debug, Clone)]
pub struct Export {
    pub request: Request,
    /// Once somebody agreed.
    pub until: Option<Instant>,
    /// When it was fetched, and of how many complaints.
    pub taken: Vec<(Instant, i64)>,
}

impl Export {
    pub fn with(request: Request, entries: &[Entry]) -> Result<Export, Error> {
        let mut export = Export {
            request,
            until: None,
            taken: Vec::new(),
        };
        for entry in entries {
            match entry.kind.as_str() {
                BulkExportReleased::KIND => {
                    export.until = Some(entry.read::<BulkExportReleased>()?.fact.until);
                }
                BulkExportTaken::KIND => {
                    let taken = entry.read::<BulkExportTaken>()?.fact;
                    export.taken.push((entry.recorded_at, taken.cases));
                }
                _ => {}
            }
        }
        Ok(export)
    }

    pub fn names(&self) -> bool {
        self.request.typed.text(NAMES.name) == WITH_NAMES
    }

    /// By whoever asked, once another agreed, and not for ever.
    pub fn can_be_fetched(&self, by: Id, now: Instant) -> bool {
        let open = self.until.is_some_and(|until| now < until);
        open && self.request.asked_by == by
    }

    /// `open`, `refused`, `taken-back`, `expired`; once released `agreed`, and `over` when
    /// its day has passed.
    pub fn state(&self, now: Instant) -> &'static str {
        match self.until {
            Some(until) if now >= until => "over",
            _ => self.request.state.name(),
        }
    }
}

pub fn find(reader: &mut impl Read, id: Id) -> Result<Option<Export>, Error> {
    let request = second::find(reader, id)?.filter(|it| it.act == RELEASE.name);
    match request {
        Some(request) => Export::with(request, &reader.entries(id)?).map(Some),
        None => Ok(None),
    }
}

/// Refused now what would be refused then: nothing in it, or too much.
pub fn ask(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let period = Period::typed(fields)?;
    let bounds = period.bounds(&acting.organisation.calendar());
    fits(records::count(tx, acting.actor, bounds)?)?;
    let kept = [FROM, TO, NAMES].map(|field| (field.name.to_owned(), fields.text(field.name)));
    let wish = Wish {
        complaint: None,
        concerns: None,
        reason: fields.text(REASON.name),
        typed: Fields::from_pairs(kept),
    };
    second::ask(tx, &RELEASE, &wish, acting)
}

fn release(tx: &mut Tx, _: &House, request: &Request, acting: &Acting) -> Result<(), Fault> {
    let released = BulkExportReleased {
        until: acting.now.plus_seconds(OPEN_SECONDS),
    };
    tx.record(Draft::of(request.id, &released), &acting.by())?;
    Ok(())
}

/// Of somebody else's, or of one that nobody gave free, nothing is told.
pub fn released(tx: &mut Tx, id: Id, acting: &Acting) -> Result<Export, Fault> {
    let export = find(tx, id)?.filter(|it| it.request.asked_by == acting.actor.id);
    let export = export.ok_or(Fault::Hidden)?;
    if export.can_be_fetched(acting.actor.id, acting.now) {
        return Ok(export);
    }
    match (export.until, export.request.state) {
        (Some(_), _) => Err(Refusal::new("export-over").into()),
        (None, State::Open) => Err(Refusal::new("export-waits").into()),
        (None, _) => Err(Refusal::new("export-not-released").into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const NOON: Instant = Instant::from_micros(1_772_434_800_000_000);

    fn typed(from: &str, to: &str) -> Fields {
        let pairs = [("export-from", from), ("export-to", to)];
        Fields::from_pairs(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())))
    }

    fn one(until: Option<Instant>) -> Export {
        let asked = second::SecondAsked {
            act: RELEASE.name.to_owned(),
            decides: RELEASE.decides,
            complaint: None,
            ends_at: NOON.plus_seconds(7 * 86_400),
            concerns: None,
        };
        let draft = Draft::with(id(9), &asked, &second::SecondText::default());
        let entry = Entry {
            seq: 1,
            id: id(8),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: draft.about,
            actor: id(1),
            unit: None,
            recorded_at: NOON,
            occurred_at: None,
            record: draft.record.to_string(),
            personal: redress_kernel::Erasable::None,
        };
        let request = Request::fold(std::slice::from_ref(&entry))
            .unwrap()
            .unwrap();
        Export {
            until,
            ..Export::with(request, &[entry]).unwrap()
        }
    }

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    #[test]
    fn a_period_is_two_days_in_their_order() {
        assert!(Period::typed(&typed("2026-03-01", "2026-03-01")).is_ok());
        let turned = Period::typed(&typed("2026-03-02", "2026-03-01"));
        assert_eq!(turned.unwrap_err().field, Some(TO.name));
        assert!(Period::typed(&typed("", "2026-03-01")).is_err());
    }

    #[test]
    fn nothing_and_too_much_are_no_export() {
        assert_eq!(fits(0).unwrap_err().code, "export-none");
        assert_eq!(fits(CASES_MAX), Ok(()));
        assert_eq!(fits(CASES_MAX + 1).unwrap_err().code, "export-too-many");
    }

    #[test]
    fn it_is_fetched_by_whoever_asked_within_its_day_and_never_before_somebody_agreed() {
        let until = NOON.plus_seconds(OPEN_SECONDS);
        let (waits, free) = (one(None), one(Some(until)));
        assert!(!waits.can_be_fetched(id(1), NOON));
        assert!(free.can_be_fetched(id(1), NOON));
        assert!(!free.can_be_fetched(id(2), NOON), "nor by whoever agreed");
        assert!(!free.can_be_fetched(id(1), until));
        assert_eq!((waits.state(NOON), free.state(until)), ("open", "over"));
    }
}
