//! The page itself: one file without an address of ours in it. A policy in its head
//! allows its own style and its own script, by their hashes, and nothing else, so that
//! what complainants wrote stays text there too.

use super::data::{Bundle, Line, Row, rows};
use crate::{at::Colleague, desk::titled};
use askama::Template;
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::{
    Id, Instant,
    words::{Arg, Message},
};
use redress_web::{Html, Voice};
use sha2::{Digest, Sha256};

const SCRIPT: &str = include_str!("check.js");
const STYLE: &str = include_str!("style.css");

struct RowView {
    part: &'static str,
    at: String,
    label: String,
    value: String,
}

struct EntryView {
    seq: i64,
    what: Html,
    who: Html,
    at: Html,
    recorded: String,
    rows: Vec<RowView>,
    erased: bool,
}

#[derive(Template)]
#[template(path = "bundle/page.html")]
struct Page<'a> {
    t: &'a Voice,
    policy: String,
    title: String,
    heading: Html,
    made: Html,
    name: String,
    key: String,
    style: Html,
    script: Html,
    data: Html,
    checkpoint: &'a str,
    more: bool,
    opened: bool,
    entries: Vec<EntryView>,
}

pub fn file_name(reference: &str) -> String {
    format!("{reference}.html")
}

/// Who made it, as it stands below the heading.
pub struct Maker<'a> {
    pub organisation: &'a str,
    pub colleagues: &'a [Colleague],
}

pub fn paper(t: &Voice, bundle: &Bundle, from: &Maker) -> String {
    let title = t
        .tell("bundle-doc-title")
        .latin("reference", &bundle.reference);
    let made = t
        .tell("bundle-doc-made")
        .with("organisation", from.organisation)
        .with("at", bundle.made_at);
    let entries = bundle
        .lines
        .iter()
        .map(|line| entry(t, line, from.colleagues));
    let page = Page {
        policy: policy(),
        title: title.plain(),
        heading: title.html(),
        made: made.html(),
        name: file_name(&bundle.reference),
        key: bundle.keys.first().cloned().unwrap_or_default(),
        style: Html::trusted(STYLE),
        script: Html::trusted(SCRIPT),
        data: Html::trusted(inert(&bundle.data())),
        checkpoint: bundle.checkpoint.trim_end(),
        more: bundle.more,
        opened: bundle.wanted.opened,
        entries: entries.collect(),
        t,
    };
    Html::from_template(&page).into_string()
}

/// Nothing in it can end the element that it stands in; JSON reads the same.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

fn policy() -> String {
    let of = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        of(SCRIPT),
        of(STYLE)
    )
}

fn entry(t: &Voice, line: &Line, colleagues: &[Colleague]) -> EntryView {
    let moment = &line.moment;
    let name = |id: Id| name(t, colleagues, id);
    EntryView {
        seq: moment.seq,
        what: t.html(&said(t, &moment.sentence, &moment.args, &name)),
        who: t.bdi(&name(moment.actor)),
        at: t.moment(moment.recorded_at),
        recorded: utc(moment.recorded_at),
        rows: rows(&line.proved)
            .into_iter()
            .map(|row| shown(t, row))
            .collect(),
        erased: moment.erased,
    }
}

/// As the proof writes it, and the script compares it.
fn utc(at: Instant) -> String {
    at.to_string()
}

fn name(t: &Voice, colleagues: &[Colleague], id: Id) -> String {
    let colleague = colleagues.iter().find(|one| one.id == id);
    match (colleague, id) {
        (Some(one), _) => one.name.clone(),
        (None, Id::SYSTEM) => t.say("desk-system").into_owned(),
        (None, Id::COMPLAINANT) => t.say("complainant").into_owned(),
        _ => t.say("desk-former-colleague").into_owned(),
    }
}

/// A sentence of the timeline; people and limits get their names.
fn said(
    t: &Voice,
    key: &str,
    args: &[(&'static str, Arg)],
    name: &dyn Fn(Id) -> String,
) -> Message {
    let named = |arg: &Arg| match arg {
        Arg::Key(key) => match key.split_once(':') {
            Some(("person", id)) => id.parse().ok().map(|id| Arg::Text(name(id))),
            Some(("people", ids)) => {
                let ids = ids.split(' ').filter_map(|id| id.parse().ok());
                Some(Arg::Text(ids.map(name).collect::<Vec<_>>().join(", ")))
            }
            Some(("limit", code)) => titled(t, code).map(Arg::Text),
            _ => None,
        },
        _ => None,
    };
    let args = args
        .iter()
        .map(|(its, arg)| (*its, named(arg).unwrap_or_else(|| arg.clone())));
    Message {
        key: key.to_owned(),
        args: args.collect(),
    }
}

/// What is a member of the record in a program has a name for people where we have one.
fn shown(t: &Voice, row: Row) -> RowView {
    let names = row
        .at
        .split('/')
        .filter(|name| name.parse::<u32>().is_err());
    let label = names.filter(|name| !name.is_empty()).map(|name| {
        let key = format!("bundle-member-{name}");
        match t.has(&key) {
            true => t.say(&key).into_owned(),
            false => name.to_owned(),
        }
    });
    RowView {
        label: label.collect::<Vec<_>>().join(" · "),
        part: row.part,
        at: row.at,
        value: row.value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_somebody_wrote_ends_the_data() {
        let hostile = inert(r#"{"text":"</script><!--<script>&amp;"}"#);
        assert!(!hostile.contains(['<', '>', '&']), "{hostile}");
        let read: serde_json::Value = serde_json::from_str(&hostile).unwrap_or_default();
        assert_eq!(read["text"], "</script><!--<script>&amp;");
    }

    #[test]
    fn the_policy_names_script_and_style_by_what_they_are() {
        let policy = policy();
        assert!(policy.contains("default-src 'none'"));
        assert!(policy.matches("'sha256-").count() == 2 && !policy.contains("unsafe"));
        let other = STANDARD.encode(Sha256::digest(format!("{SCRIPT} ")));
        assert!(!policy.contains(&other), "another script has another hash");
    }

    #[test]
    fn the_script_asks_no_network_and_writes_no_markup() {
        for word in ["fetch(", "http:", "https:", "innerHTML", "eval(", "import("] {
            assert!(!SCRIPT.contains(word), "{word}");
        }
        assert!(!STYLE.contains("url("));
    }
}
