//! How a file is going to be read: format, columns, order of dates. Whatever is
//! not clear is named here, before anything is recorded.

use super::{
    columns::{Chosen, DATES, Mapping, WrongChoice, mapped},
    dates::{Order, Told},
    survey::Survey,
};
use jiff::tz::TimeZone;
use redress_kernel::{Id, Instant, Lang, Organisation};
use redress_mail::fate::Desk;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The public complaint database of the US Consumer Financial Protection Bureau.
    Cfpb,
    /// Any table with a header: CSV with its separators, or the first sheet of a workbook.
    Csv,
    Zendesk,
    Freshdesk,
    /// One e-mail message.
    Eml,
    /// A mailbox: many of them, one after another.
    Mbox,
}

impl Format {
    pub const ALL: [Format; 6] = [
        Format::Csv,
        Format::Cfpb,
        Format::Zendesk,
        Format::Freshdesk,
        Format::Eml,
        Format::Mbox,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Format::Cfpb => "cfpb",
            Format::Csv => "csv",
            Format::Zendesk => "zendesk",
            Format::Freshdesk => "freshdesk",
            Format::Eml => "eml",
            Format::Mbox => "mbox",
        }
    }

    pub const fn is_mail(self) -> bool {
        matches!(self, Format::Eml | Format::Mbox)
    }

    /// A workbook is a table like any other; its bytes tell.
    pub fn from_name(name: &str) -> Option<Format> {
        match name {
            "xlsx" => Some(Format::Csv),
            name => Format::ALL.into_iter().find(|format| format.name() == name),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct Choices {
    pub columns: Chosen,
    pub dates: Option<Order>,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub format: Format,
    pub mapping: Mapping,
    /// The order of dates in each column that holds them.
    pub orders: BTreeMap<usize, Order>,
    pub zone: TimeZone,
    /// Of texts whose language the file does not say.
    pub language: Lang,
    /// Whoever belongs to a unit brings its complaints to that unit.
    pub unit: Option<Id>,
    /// Of messages: a date that lies later than this is no date.
    pub now: Option<Instant>,
    /// Of messages: what our own letters look like.
    pub desk: Desk,
}

/// What has to be chosen or added before the file can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    Choice(WrongChoice),
    /// None of the columns holds this.
    Missing(&'static str),
    /// Columns of one name that say different things: the field that needs one of
    /// them, the labels, in how many rows they differ.
    Twins {
        field: &'static str,
        name: String,
        labels: Vec<String>,
        rows: u64,
    },
    Dates {
        field: &'static str,
        label: String,
        told: Told,
    },
}

impl Plan {
    /// For a table that was surveyed.
    pub fn of_table(
        format: Format,
        survey: &Survey,
        choices: &Choices,
        organisation: &Organisation,
        unit: Option<Id>,
    ) -> Result<Plan, Vec<Unclear>> {
        let columns = survey.columns();
        let (mapping, decided) =
            mapped(&columns, &choices.columns).map_err(|wrong| vec![Unclear::Choice(wrong)])?;
        let mut unclear = missing(&mapping);
        unclear.extend(twins(survey, &mapping, &decided, choices.dates));
        let mut orders = BTreeMap::new();
        for field in DATES {
            let Some(at) = mapping.get(field) else {
                continue;
            };
            match survey.order(*at, choices.dates) {
                Ok(order) => drop(orders.insert(*at, order)),
                Err(told) => unclear.push(Unclear::Dates {
                    field,
                    label: columns.get(*at).map(|c| c.label()).unwrap_or_default(),
                    told,
                }),
            }
        }
        let plan = Plan {
            mapping,
            orders,
            ..Plan::of_tickets(format, organisation, unit)
        };
        if unclear.is_empty() {
            Ok(plan)
        } else {
            Err(unclear)
        }
    }

    /// Messages that come in now, at this address of ours.
    pub fn at(mut self, now: Instant, address: Option<String>) -> Plan {
        self.now = Some(now);
        self.desk
            .addresses
            .extend(address.map(|its| its.to_lowercase()));
        self
    }

    /// For an export whose layout says everything by itself.
    pub fn of_tickets(format: Format, organisation: &Organisation, unit: Option<Id>) -> Plan {
        let language = match format {
            Format::Cfpb => Lang::En,
            _ => organisation.languages.first().copied().unwrap_or_default(),
        };
        Plan {
            format,
            mapping: Mapping::new(),
            orders: BTreeMap::new(),
            zone: organisation.zone(),
            language,
            unit,
            now: None,
            desk: Desk {
                prefix: organisation.prefix.clone(),
                ..Desk::default()
            },
        }
    }
}

fn missing(mapping: &Mapping) -> Vec<Unclear> {
    let has = |field: &str| mapping.contains_key(field);
    let mut missing = Vec::new();
    if !has("received_at") {
        missing.push(Unclear::Missing("received_at"));
    }
    if !has("description") && !has("subject") {
        missing.push(Unclear::Missing("description"));
    }
    missing
}

/// Fields that would be read from one of two columns that disagree, unless
/// somebody said which.
fn twins(
    survey: &Survey,
    mapping: &Mapping,
    decided: &[&str],
    dates: Option<Order>,
) -> Vec<Unclear> {
    let columns = survey.columns();
    let undecided = mapping
        .iter()
        .filter(|(field, _)| !decided.contains(*field));
    undecided
        .filter_map(|(field, at)| {
            let rows = survey.disagreement(*at, dates);
            let name = columns.get(*at)?.name.clone();
            let same = columns.iter().filter(|column| column.name == name);
            let labels = same.map(|column| column.label()).collect();
            (rows > 0).then_some(Unclear::Twins {
                field,
                name,
                labels,
                rows,
            })
        })
        .collect()
}
