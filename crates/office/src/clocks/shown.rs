//! Each pack as an administrator judges it: its limits with source and confidence,
//! what could not be verified, and when somebody should look again.

use super::decide::OWN;
use askama::Template;
use jiff::civil::Date;
use redress_complaint::clocks::{LOOKED_MAX, Would};
use redress_kernel::{
    Instant,
    words::{Arg, Message},
};
use redress_packs::pack::{self, Confidence, Pack, Version};
use redress_web::{Html, Voice};
use std::collections::BTreeMap;

struct ClockView<'a> {
    title: &'a str,
    period: Html,
    kinds: Vec<String>,
    source: &'a str,
    confidence: String,
    unsure: bool,
    notes: Option<&'a str>,
}

struct PackView<'a> {
    title: &'a str,
    on: bool,
    own: bool,
    source: &'a str,
    from: Date,
    review_on: Date,
    over: bool,
    notes: Vec<&'a str>,
    clocks: Vec<ClockView<'a>>,
}

#[derive(Template)]
#[template(path = "clocks/packs.html")]
struct Packs<'a> {
    t: &'a Voice,
    packs: Vec<PackView<'a>>,
}

pub fn packs(t: &Voice, on: &[String], now: Instant) -> Html {
    let today = t.format.day(now);
    let views = pack::packs().iter().filter_map(|pack| {
        let version = pack.on(today).or(pack.versions.last())?;
        Some(view(t, pack, version, on.contains(&pack.id), today))
    });
    Html::from_template(&Packs {
        t,
        packs: views.collect(),
    })
}

fn view<'a>(
    t: &Voice,
    pack: &'a Pack,
    version: &'a Version,
    on: bool,
    today: Date,
) -> PackView<'a> {
    let lang = t.lang();
    let notes = [&pack.notes, &version.notes].into_iter().flatten();
    PackView {
        title: pack.title.get(lang),
        on,
        own: pack.id == OWN,
        source: &version.source,
        from: version.from,
        review_on: version.review_on,
        over: version.review_on < today,
        notes: notes.map(|text| text.get(lang)).collect(),
        clocks: version.clocks.iter().map(|it| clock(t, it)).collect(),
    }
}

fn clock<'a>(t: &Voice, it: &'a pack::Clock) -> ClockView<'a> {
    ClockView {
        title: it.title.get(t.lang()),
        period: t.html(&period(it)),
        kinds: it
            .applies_when
            .iter()
            .map(|kind| t.code("pack-kind", kind))
            .collect(),
        source: &it.source,
        confidence: t.code("confidence", it.confidence.name()),
        unsure: it.confidence != Confidence::High,
        notes: it.notes.as_ref().map(|text| text.get(t.lang())),
    }
}

/// How long it is, in words: "8 weeks".
fn period(it: &pack::Clock) -> Message {
    let key = format!("clocks-length-{}", it.rule.unit.name());
    Message::new(key).with("n", Arg::from(it.rule.amount))
}

#[derive(Template)]
#[template(path = "clocks/would.html")]
struct Rehearsed<'a> {
    t: &'a Voice,
    rows: Vec<(&'a str, Would)>,
    looked: i64,
}

/// What the packs would have meant for the complaints that there are.
pub fn would(t: &Voice, would: &BTreeMap<String, Would>) -> Html {
    let row = |(id, would): (&String, &Would)| {
        let pack = pack::pack(id)?;
        Some((pack.title.get(t.lang()), *would))
    };
    Html::from_template(&Rehearsed {
        t,
        rows: would.iter().filter_map(row).collect(),
        looked: LOOKED_MAX,
    })
}
