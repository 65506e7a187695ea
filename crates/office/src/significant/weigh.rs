//! What a change of the rule would do, before it is made: how many open complaints
//! would become significant, and on which grounds. Only numbers: whoever sets it sees
//! no case.

use askama::Template;
use redress_complaint::{facts::GROUNDS, record::find, significance::new_grounds};
use redress_kernel::{Id, Organisation};
use redress_store::{Error, Read, sql};
use redress_web::{Html, Voice};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// So many open complaints are looked at, the next due ones first.
const LOOKED_MAX: i64 = 10_000;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    pub looked: i64,
    pub touched: i64,
    pub grounds: BTreeMap<&'static str, i64>,
}

pub fn weigh(reader: &mut impl Read, after: &Organisation) -> Result<Effect, Error> {
    let query = sql("SELECT id FROM complaint WHERE is_open = 1 ORDER BY due_at, id LIMIT $1");
    let open: Vec<Id> = reader.rows(&query.arg(LOOKED_MAX), |row| row.id(0))?;
    let mut effect = Effect::default();
    for id in open {
        let Some(case) = find(reader, id)? else {
            continue;
        };
        let new = new_grounds(&case, &after.significance);
        effect.looked += 1;
        effect.touched += i64::from(!new.is_empty());
        for ground in new {
            *effect.grounds.entry(ground).or_default() += 1;
        }
    }
    Ok(effect)
}

pub fn json(effect: &Effect) -> Value {
    json!({ "open": effect.looked, "significant": effect.touched, "grounds": effect.grounds })
}

#[derive(Template)]
#[template(path = "significant/would.html")]
struct Would<'a> {
    t: &'a Voice,
    effect: &'a Effect,
    rows: Vec<(String, i64)>,
}

pub fn part(t: &Voice, effect: &Effect) -> Html {
    let row = |code: &&str| {
        let n = effect.grounds.get(code)?;
        Some((t.code("ground", code), *n))
    };
    Html::from_template(&Would {
        t,
        effect,
        rows: GROUNDS.iter().filter_map(row).collect(),
    })
}
