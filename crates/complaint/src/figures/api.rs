//! `GET /api/v1/indicators?period=&by=&view=`: the figures, each with numerator,
//! denominator and definition, and the address of the cases behind it.

use super::{Asking, Behind, Counts, Dimension, drawn, open, show, split};
use crate::{
    House,
    api::wrong_parameter,
    door::our_fault,
    house::organisation,
    inbox::{self, Queue},
};
use axum::{
    Json,
    extract::{Extension, Query, State},
    response::{IntoResponse, Response},
};
use redress_kernel::{
    Actor, Instant, Lang,
    indicator::{ALL, Figure, Period, Set, Unit, View, Years},
};
use redress_store::{Error, Read};
use redress_web::{Trouble, Words};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    period: Option<String>,
    by: Option<String>,
    view: Option<String>,
}

#[derive(Clone, Copy)]
struct Wanted {
    period: Option<Period>,
    by: Option<Dimension>,
    view: View,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let wanted = wanted(&asked).map_err(wrong_parameter)?;
    let (now, words) = (house.now(), house.words);
    let read = house
        .db
        .read(move |reader| answer(reader, words, &actor, now, wanted))
        .await;
    let body = read.map_err(|error| our_fault(&error))?;
    Ok(Json(body).into_response())
}

fn wanted(asked: &Asked) -> Result<Wanted, &'static str> {
    fn given<T>(
        text: &Option<String>,
        name: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, &'static str> {
        match text.as_deref().filter(|text| !text.is_empty()) {
            None => Ok(None),
            Some(text) => read(text).map(Some).ok_or(name),
        }
    }
    Ok(Wanted {
        period: given(&asked.period, "period", Period::read)?,
        by: given(&asked.by, "by", Dimension::from_name)?,
        view: given(&asked.view, "view", View::from_name)?.unwrap_or_default(),
    })
}

fn answer(
    reader: &mut impl Read,
    words: &'static Words,
    actor: &Actor,
    now: Instant,
    wanted: Wanted,
) -> Result<Value, Error> {
    let organisation = organisation(reader)?;
    let asking = Asking::new(actor, now, &organisation);
    let month = Period::month_of(asking.today, Years::Gregorian);
    let period = wanted.period.unwrap_or(month);
    let whole = Sums::read(reader, wanted.view, Dimension::All, period, &asking)?;
    let parts = match wanted.by {
        Some(by) => Some((by, Sums::read(reader, wanted.view, by, period, &asking)?)),
        None => None,
    };
    let queues = inbox::counts(reader, actor, now, asking.end_of_today)?;
    let items: Vec<Value> = ALL
        .iter()
        .map(|indicator| {
            let figure = |counts: &Counts| drawn(indicator, wanted.view, period, counts);
            let mut total = figure(&whole.of(indicator.counted, ""));
            if indicator.counted == Set::Overdue {
                total.counted = queues.of(Queue::Overdue);
            }
            let mut item = one(words, &total, None);
            if let (Some((by, sums)), Some(item)) = (&parts, item.as_object_mut())
                && indicator.counted != Set::Overdue
            {
                let parts = sums.values(indicator.counted).map(|(value, counts)| {
                    let mut part = valued(&figure(counts), Some((*by, value)));
                    if let Some(part) = part.as_object_mut() {
                        let its = Some(value).filter(|value| !value.is_empty());
                        part.insert("value_of".to_owned(), json!(its));
                    }
                    part
                });
                item.insert("by".to_owned(), parts.collect());
            }
            item
        })
        .collect();
    Ok(json!({
        "period": { "code": period.to_string(), "first": period.first().to_string(), "last": period.last().to_string() },
        "view": wanted.view.name(),
        "by": wanted.by.map(Dimension::name),
        "items": items,
    }))
}

/// The counts of a period, and what is open now.
struct Sums {
    period: BTreeMap<String, Counts>,
    open: BTreeMap<String, Counts>,
}

impl Sums {
    fn read(
        reader: &mut impl Read,
        view: View,
        by: Dimension,
        period: Period,
        asking: &Asking,
    ) -> Result<Sums, Error> {
        Ok(Sums {
            period: split(reader, view, by, period, asking)?,
            open: open(reader, by, asking)?,
        })
    }

    fn all(&self, set: Set) -> &BTreeMap<String, Counts> {
        match set {
            Set::Open => &self.open,
            _ => &self.period,
        }
    }

    fn of(&self, set: Set, value: &str) -> Counts {
        self.all(set).get(value).copied().unwrap_or_default()
    }

    fn values(&self, set: Set) -> impl Iterator<Item = (&str, &Counts)> {
        let all = self.all(set).iter();
        all.map(|(value, counts)| (value.as_str(), counts))
    }
}

fn one(words: &'static Words, figure: &Figure, part: Option<(Dimension, &str)>) -> Value {
    let indicator = figure.indicator;
    let said = |key: String| words.say(Lang::En, &key).into_owned();
    let mut item = valued(figure, part);
    if let Some(item) = item.as_object_mut() {
        item.insert("indicator".into(), json!(indicator.key));
        item.insert("clause".into(), json!(indicator.clause));
        item.insert(
            "name".into(),
            json!(said(format!("indicator-{}", indicator.key))),
        );
        item.insert(
            "definition".into(),
            json!(said(format!("about-{}", indicator.key))),
        );
        item.insert(
            "counted".into(),
            json!(said(format!("set-{}", indicator.counted.name()))),
        );
        let of = indicator.of.map(|of| said(format!("set-{}", of.name())));
        item.insert("of".into(), json!(of));
        let unit = match indicator.unit {
            Unit::Complaints => "complaints",
            Unit::Share => "percent",
        };
        item.insert("unit".into(), json!(unit));
    }
    item
}

/// `value` is null where too few cases lie behind a share.
fn valued(figure: &Figure, part: Option<(Dimension, &str)>) -> Value {
    let value: Option<f64> = show::plain(figure).parse().ok();
    let behind = Behind::of(figure);
    let cases = match (figure.indicator.is_now(), part) {
        (true, _) => None,
        (false, None) => Some(format!("/api/v1/complaints?figure={behind}")),
        (false, Some((by, its))) => {
            let its = if its.is_empty() { "none" } else { its };
            Some(format!("/desk?figure={behind}&{}={its}", by.name()))
        }
    };
    json!({
        "value": value,
        "numerator": figure.counted,
        "denominator": figure.of,
        "too_few": figure.too_few(),
        "small_sample": figure.small_sample(),
        "interval": figure.interval().map(|(low, high)| [round(low), round(high)]),
        "cases": cases,
    })
}

fn round(share: f64) -> f64 {
    (share * 10.0).round() / 10.0
}
