//! The sentences of an explanation, the same for the page, the API and the command.

use super::{
    Eye, People,
    counted::{FigureWhy, Reason},
    dates::{Count, DateWhy, Origin, Rest},
    kept::KeptWhy,
    promises::PromiseWhy,
};
use redress_kernel::{
    deadline::Step,
    indicator::Set,
    words::{Arg, Message},
};

pub const fn step(step: Step) -> &'static str {
    match step {
        Step::Acknowledgement => "acknowledgement",
        Step::Assessment => "desk-due-assessment",
        Step::Update => "progress-update",
        Step::Response => "final-answer",
        Step::Closure => "desk-due-closure",
    }
}

pub fn date(why: &DateWhy, people: &People) -> Vec<Message> {
    let mut said = set_by(&why.origin, people);
    match &why.count {
        Some(count) => said.extend(counted(count)),
        None => said.push(Message::new("why-named")),
    }
    said.extend(before(&why.before));
    said
}

pub fn promise(why: &PromiseWhy, people: &People) -> Vec<Message> {
    let mut said = set_by(&why.origin, people);
    said.push(Message::new(match why.is_named() {
        true => "why-named",
        false => "why-follows",
    }));
    said.extend(before(&why.before));
    said
}

fn set_by(origin: &Origin, people: &People) -> Vec<Message> {
    vec![
        Message::new("why-origin")
            .with("entry", origin.seq)
            .with("what", Arg::Key(format!("fact-{}", origin.kind))),
        Message::new("why-recorded")
            .with("at", origin.at)
            .with("by", people.name(origin.by)),
    ]
}

fn before(before: &[Origin]) -> impl Iterator<Item = Message> + '_ {
    before.iter().map(|before| {
        Message::new("why-before")
            .with("entry", before.seq)
            .with("day", before.due)
    })
}

fn counted(count: &Count) -> Vec<Message> {
    let mut said = vec![
        Message::new("why-counted")
            .with("days", count.days)
            .with("from", count.from)
            .with("last", count.last),
        Message::new("why-calendar")
            .with("entry", count.setting)
            .with("zone", Arg::Latin(count.zone.clone())),
    ];
    if count.skipped.is_empty() {
        said.push(Message::new("why-none-skipped"));
    }
    said
}

pub fn skipped(count: &Count) -> Vec<Message> {
    let all = count.skipped.iter();
    all.map(|(day, rest)| match rest {
        Rest::Weekend => Message::new("why-rest-weekend").with("day", *day),
        Rest::Closure(None) => Message::new("why-rest-closure").with("day", *day),
        Rest::Closure(Some(name)) => Message::new("why-rest-named")
            .with("day", *day)
            .with("name", name.as_str()),
    })
    .collect()
}

/// Why it is kept until then, or when the period begins.
pub fn kept(why: Option<&KeptWhy>) -> Vec<Message> {
    let Some(why) = why else {
        return vec![Message::new("why-kept-open")];
    };
    let basis = Message::new(format!("why-kept-by-{}", why.basis));
    vec![
        Message::new("why-kept-until").with("day", why.until),
        Message::new("why-kept-counted")
            .with("closed", why.closed_on)
            .with("months", why.months),
        match &why.category {
            Some(code) => basis.with("category", Arg::Key(format!("problem-{code}"))),
            None => basis,
        },
        match why.entry {
            Some(entry) => Message::new("why-kept-entry").with("entry", entry),
            None => Message::new("why-kept-delivered"),
        },
    ]
}

pub fn eye(eye: Eye) -> String {
    format!("why-eye-{}", eye.name())
}

pub fn figure(figure: &FigureWhy) -> Vec<Message> {
    let of = |key: &str, set: Set| {
        Message::new(key).with("set", Arg::Key(format!("set-{}", set.name())))
    };
    let mut said = vec![match figure.counted {
        true => of("why-in", figure.indicator.counted),
        false => of("why-not-in", figure.indicator.counted),
    }];
    if let (Some(is_in), Some(set)) = (figure.of, figure.indicator.of) {
        said.push(match is_in {
            true => of("why-of", set),
            false => of("why-not-of", set),
        });
    }
    said.extend(match figure.reason {
        Reason::Definition => None,
        Reason::NoComplaint => Some(Message::new("why-no-complaint")),
        Reason::NoDate => Some(Message::new("why-no-date")),
        Reason::NotYet(day) => Some(Message::new("why-not-yet").with("day", day)),
        Reason::Agreed(day) => Some(Message::new("why-agreed").with("day", day)),
    });
    said
}
