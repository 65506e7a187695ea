//! An explanation as one JSON object, with its sentences, and as lines of text.
//! No text of the case and no name of a complainant is in it.

use super::{DateWhy, FigureWhy, KeptWhy, Origin, PromiseWhy, Rest, Seer, Why, limits, say};
use crate::case::NameShown;
use redress_kernel::words::Message;
use redress_web::Voice;
use serde_json::{Value, json};

pub fn json(why: &Why, t: &Voice) -> Value {
    let sentences = |said: &[Message]| -> Vec<String> { said.iter().map(|m| t.text(m)).collect() };
    let dates = why
        .dates
        .iter()
        .map(|one| date(one, sentences(&say::date(one, &why.people))));
    let promises = why
        .promises
        .iter()
        .map(|one| promise(one, sentences(&say::promise(one, &why.people))));
    let figures = why.figures.as_ref();
    let counted = figures
        .iter()
        .flat_map(|figures| &figures.all)
        .map(|one| figure(one, sentences(&say::figure(one))));
    json!({
        "reference": why.case.reference,
        "version": why.case.version,
        "dates": dates.collect::<Vec<_>>(),
        "promises": promises.collect::<Vec<_>>(),
        "clocks": why.clocks.iter().map(|clock| limits::json(clock, t)).collect::<Vec<_>>(),
        "kept": why.kept.as_ref().map(|kept| self::kept(kept, sentences(&say::kept(Some(kept))))),
        "sight": why.eyes.iter().map(|seer| sight(seer, t)).collect::<Vec<_>>(),
        "identity": why.case.shown.iter().map(shown).collect::<Vec<_>>(),
        "period": figures.map(|figures| figures.period.to_string()),
        "figures": counted.collect::<Vec<_>>(),
    })
}

/// To whom the name was shown; the words of the reason stand on the page.
fn shown(it: &NameShown) -> Value {
    json!({
        "person": it.to,
        "why": it.why,
        "at": it.at.to_string(),
        "until": it.until.map(|at| at.to_string()),
        "entry": it.seq,
    })
}

fn date(why: &DateWhy, explanation: Vec<String>) -> Value {
    let skipped = why.count.iter().flat_map(|count| &count.skipped);
    let skipped: Vec<Value> = skipped
        .map(|(day, rest)| match rest {
            Rest::Weekend => json!({ "day": day.to_string(), "why": "weekend" }),
            Rest::Closure(name) => {
                json!({ "day": day.to_string(), "why": "closure", "name": name })
            }
        })
        .collect();
    let count = why.count.as_ref().map(|count| {
        json!({
            "from": count.from.to_string(), "working_days": count.days, "last": count.last.to_string(),
            "time_zone": count.zone, "calendar_entry": count.setting, "skipped": skipped,
        })
    });
    json!({
        "step": why.step.name(),
        "due": why.due.to_string(),
        "in_time": why.in_time,
        "entry": why.origin.seq,
        "fact": why.origin.kind,
        "by": why.origin.by,
        "at": why.origin.at.to_string(),
        "count": count,
        "before": before(&why.before),
        "explanation": explanation,
    })
}

fn promise(why: &PromiseWhy, explanation: Vec<String>) -> Value {
    json!({
        "step": why.what.code(),
        "number": why.number,
        "due": why.due.to_string(),
        "in_time": why.in_time,
        "entry": why.origin.seq,
        "fact": why.origin.kind,
        "by": why.origin.by,
        "at": why.origin.at.to_string(),
        "before": before(&why.before),
        "explanation": explanation,
    })
}

fn before(origins: &[Origin]) -> Vec<Value> {
    let one = |it: &Origin| json!({ "entry": it.seq, "due": it.due.to_string() });
    origins.iter().map(one).collect()
}

fn kept(why: &KeptWhy, explanation: Vec<String>) -> Value {
    json!({
        "until": why.until.to_string(),
        "closed_on": why.closed_on.to_string(),
        "months": why.months,
        "basis": why.basis,
        "category": why.category,
        "entry": why.entry,
        "explanation": explanation,
    })
}

fn sight(seer: &Seer, t: &Voice) -> Value {
    json!({
        "person": seer.colleague.id,
        "name": seer.colleague.name,
        "role": seer.colleague.role,
        "sees": seer.eye.sees(),
        "why": seer.eye.name(),
        "owner": seer.is_owner,
        "identity": seer.sight.identity,
        "texts": seer.sight.texts,
        "explanation": t.say(&say::eye(seer.eye)),
    })
}

fn figure(why: &FigureWhy, explanation: Vec<String>) -> Value {
    json!({
        "indicator": why.indicator.key,
        "clause": why.indicator.clause,
        "counted": why.counted,
        "denominator": why.of,
        "explanation": explanation,
    })
}

/// As a person reads it in a terminal.
pub fn lines(why: &Why, t: &Voice) -> Vec<String> {
    let mut lines = vec![why.case.reference.clone(), String::new()];
    lines.push(t.say("why-dates").into_owned());
    for date in &why.dates {
        let due = Message::new("why-due").with("day", date.due);
        lines.push(format!(
            "  {} – {}",
            t.say(say::step(date.step)),
            t.text(&due)
        ));
        let said = say::date(date, &why.people);
        lines.extend(said.iter().map(|m| format!("      {}", t.text(m))));
        let skipped = date.count.iter().flat_map(say::skipped);
        lines.extend(skipped.map(|m| format!("        – {}", t.text(&m))));
    }
    for one in &why.promises {
        let due = Message::new("why-due").with("day", one.due);
        let name = t.code("obligation", &one.what.code());
        lines.push(format!("  {name} – {}", t.text(&due)));
        let said = say::promise(one, &why.people);
        lines.extend(said.iter().map(|m| format!("      {}", t.text(m))));
    }
    if !why.clocks.is_empty() {
        lines.extend([String::new(), t.say("clocks").into_owned()]);
        lines.extend(why.clocks.iter().flat_map(|clock| limits::told(clock, t)));
    }
    lines.extend([String::new(), t.say("why-kept").into_owned()]);
    let said = say::kept(why.kept.as_ref());
    lines.extend(said.iter().map(|m| format!("  {}", t.text(m))));
    lines.extend([String::new(), t.say("why-eyes").into_owned()]);
    lines.extend(why.eyes.iter().map(|seer| {
        let role = t.code("role", seer.colleague.role.name());
        let why = t.text(&Message::new(say::eye(seer.eye)));
        format!("  {} ({role}) – {why}", seer.colleague.name)
    }));
    lines.extend([String::new(), t.say("why-figures").into_owned()]);
    for one in why.figures.iter().flat_map(|figures| &figures.all) {
        lines.push(format!("  {}", t.code("indicator", one.indicator.key)));
        let said = say::figure(one);
        lines.extend(said.iter().map(|m| format!("      {}", t.text(m))));
    }
    if why.figures.is_none() {
        lines.push(format!("  {}", t.say("why-no-figures")));
    }
    lines
}
