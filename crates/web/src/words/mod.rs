//! The catalogue: every text a person reads, in six languages, from
//! `translations/{language}/*.ftl`, carried inside the binary. A text that is
//! missing falls back to English and then to its own key, and is logged once.

mod catalogue;
mod plural;
mod pseudo;

pub use plural::category;

use crate::{
    format::Format,
    html::{self, END_ISOLATE, Html, ISOLATE, ISOLATE_LTR},
};
use catalogue::{Catalogue, Value};
use redress_kernel::{
    Lang,
    words::{Arg, Message},
};
use std::{
    borrow::Cow,
    collections::HashSet,
    sync::{Mutex, OnceLock},
};

include!(concat!(env!("OUT_DIR"), "/translations.rs"));

/// A file of a translation: its language, its name and its text.
type File = (&'static str, &'static str, &'static str);

pub struct Words {
    shelves: Vec<Shelf>,
    missed: Mutex<HashSet<String>>,
}

/// A language, read when somebody first speaks it: most houses speak two or three of six.
struct Shelf {
    lang: Lang,
    files: Vec<File>,
    catalogue: OnceLock<Catalogue>,
}

impl Shelf {
    fn of(lang: Lang, files: &[File]) -> Shelf {
        let written = match lang {
            Lang::Pseudo => Lang::En,
            lang => lang,
        };
        let its = files.iter().filter(|(tag, ..)| *tag == written.tag());
        Shelf {
            lang,
            files: its.copied().collect(),
            catalogue: OnceLock::new(),
        }
    }

    fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| {
            let mut catalogue = Catalogue::new(self.lang);
            for (_, name, text) in &self.files {
                match self.lang {
                    Lang::Pseudo => catalogue.add(name, &pseudo::text(text)),
                    _ => catalogue.add(name, text),
                }
            }
            catalogue
        })
    }
}

impl Words {
    /// The catalogue of this binary.
    pub fn embedded() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Words::read(FILES))
    }

    /// Of `(language, file, text)`; what cannot be read is logged and left out.
    pub fn read(files: &[File]) -> Words {
        let all = Lang::ALL.into_iter().chain([Lang::Pseudo]);
        Words {
            shelves: all.map(|lang| Shelf::of(lang, files)).collect(),
            missed: Mutex::new(HashSet::new()),
        }
    }

    /// Whether this language itself has the text.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.catalogue(lang).is_some_and(|all| all.has(key))
    }

    /// The text of a message without values.
    pub fn say<'a>(&'a self, lang: Lang, key: &'a str) -> Cow<'a, str> {
        for lang in [lang, Lang::En] {
            if let Some(catalogue) = self.catalogue(lang) {
                if let Some(text) = catalogue.plain(key) {
                    return Cow::Borrowed(text);
                }
                if let Some(text) = catalogue.format(key, &[]) {
                    return Cow::Owned(text);
                }
            }
            self.miss(lang, key);
        }
        Cow::Borrowed(key)
    }

    /// The message as plain text (mail, letters as text, page titles): every value
    /// stands between directional isolates.
    pub fn tell(&self, lang: Lang, message: &Message, format: &Format) -> String {
        if message.args.is_empty() {
            return self.named(lang, &message.key, format);
        }
        let values: Vec<(&str, Value)> = message
            .args
            .iter()
            .map(|(name, arg)| (*name, self.value(lang, arg, format)))
            .collect();
        for lang in [lang, Lang::En] {
            if let Some(text) = self
                .catalogue(lang)
                .and_then(|all| all.format(&message.key, &values))
            {
                return text;
            }
            self.miss(lang, &message.key);
        }
        message.key.clone()
    }

    /// The message as HTML: escaped, every value in a `<bdi>`, every date and moment
    /// in a `<time>` that machines read.
    pub fn html(&self, lang: Lang, message: &Message, format: &Format) -> Html {
        let mut html = html::escaped(&self.tell(lang, message, format));
        let mut known: Vec<String> = Vec::new();
        for (_, arg) in &message.args {
            let (machine, text) = match arg {
                Arg::Date(date) => (date.to_string(), format.long(*date)),
                Arg::Moment(at) => (at.to_string(), format.moment(*at)),
                _ => continue,
            };
            let drawn = html::escaped(&isolated(ISOLATE, &text));
            if known.contains(&drawn) {
                continue;
            }
            let timed = format!("<time datetime=\"{machine}\">{drawn}</time>");
            html = html.replace(&drawn, &timed);
            known.push(drawn);
        }
        Html::trusted(html)
    }

    fn value(&self, lang: Lang, arg: &Arg, format: &Format) -> Value {
        let text = match arg {
            Arg::Number(n) => return Value::Number(*n),
            Arg::Text(text) => isolated(ISOLATE, &html::without_controls(text)),
            Arg::Latin(text) => isolated(ISOLATE_LTR, &html::without_controls(text)),
            Arg::Date(date) => isolated(ISOLATE, &format.long(*date)),
            Arg::Moment(at) => isolated(ISOLATE, &format.moment(*at)),
            Arg::Money(money) => isolated(ISOLATE, &format.money(money)),
            Arg::Key(key) => isolated(ISOLATE, &self.named(lang, key, format)),
        };
        Value::Text(text)
    }

    /// The organisation's own word where it has one, else ours.
    fn named(&self, lang: Lang, key: &str, format: &Format) -> String {
        match format.terms.word(key, lang) {
            Some(own) => own.to_owned(),
            None => self.say(lang, key).into_owned(),
        }
    }

    fn catalogue(&self, lang: Lang) -> Option<&Catalogue> {
        let mut shelves = self.shelves.iter();
        shelves
            .find(|shelf| shelf.lang == lang)
            .map(Shelf::catalogue)
    }

    fn miss(&self, lang: Lang, key: &str) {
        let name = format!("{}/{key}", lang.tag());
        if let Ok(mut missed) = self.missed.lock()
            && missed.len() < 10_000
            && missed.insert(name)
        {
            tracing::warn!(language = lang.tag(), key, "a text is missing");
        }
    }
}

fn isolated(open: char, text: &str) -> String {
    let mut isolated = String::with_capacity(text.len() + 6);
    isolated.push(open);
    isolated.push_str(text);
    isolated.push(END_ISOLATE);
    isolated
}

#[cfg(test)]
mod tests;
