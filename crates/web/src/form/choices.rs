//! What a field offers to choose from.

use super::Options;
use crate::Voice;
use redress_kernel::{
    Lang,
    fields::{Field, Fields, Kind},
};

pub(super) struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub lang: Option<&'static str>,
    pub chosen: bool,
}

pub(super) fn choices(t: &Voice, field: &Field, typed: &Fields, options: &Options) -> Vec<Choice> {
    let chosen = |value: &str| typed.all(field.name).iter().any(|its| its == value);
    let named = |value: String, label: &str| Choice {
        chosen: chosen(&value),
        label: label.to_owned(),
        hint: None,
        lang: None,
        value,
    };
    match field.kind {
        Kind::Choice(prefix, codes) | Kind::Several(prefix, codes) => codes
            .iter()
            .map(|code| coded(t, prefix, code, chosen(code)))
            .collect(),
        Kind::Term(list) | Kind::Terms(list) => t
            .format
            .terms
            .known(list)
            .iter()
            // What was chosen before it was retired stays readable.
            .filter(|code| t.format.terms.offers(list, code) || chosen(code))
            .map(|code| coded(t, list.prefix(), code, chosen(code)))
            .collect(),
        Kind::Unit => from(&options.units, named),
        Kind::Colleague | Kind::Colleagues => from(&options.colleagues, named),
        Kind::Issue => from(&options.issues, named),
        Kind::Remedy => from(&options.remedies, named),
        Kind::Message => from(&options.messages, named),
        Kind::Offered(name) => {
            let all = options.offered.iter().filter(|(its, ..)| *its == name);
            all.map(|(_, code, label)| named(code.clone(), label))
                .collect()
        }
        Kind::YesNo => ["yes", "no"]
            .into_iter()
            .map(|code| Choice {
                chosen: typed.yes(field.name) == Some(code == "yes"),
                ..named(code.to_owned(), &t.say(code))
            })
            .collect(),
        Kind::Language => Lang::ALL
            .into_iter()
            .map(|lang| Choice {
                lang: Some(lang.tag()),
                ..named(lang.tag().to_owned(), lang.own_name())
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn from<K: ToString>(list: &[(K, String)], named: impl Fn(String, &str) -> Choice) -> Vec<Choice> {
    list.iter()
        .map(|(key, label)| named(key.to_string(), label))
        .collect()
}

fn coded(t: &Voice, prefix: &str, code: &str, chosen: bool) -> Choice {
    let hint = format!("{prefix}-{code}-hint");
    Choice {
        value: code.to_owned(),
        label: t.code(prefix, code),
        hint: t.has(&hint).then(|| t.say(&hint).into_owned()),
        lang: None,
        chosen,
    }
}
