//! The voice of a page: templates call it `t` and never see the catalogue.
//! `{{ t.say("save") }}`, `{{ t.tell("count-open").with("n", 3) }}`, `{{ t.long(day) }}`.

use crate::{
    Format, Html, Words,
    html::{ISOLATE_LTR, escaped, without_controls},
    icon::icon,
};
use jiff::{civil::Date, tz::TimeZone};
use redress_kernel::{
    Instant, Lang, Organisation,
    money::Money,
    words::{Arg, Message},
};
use std::{
    borrow::{Borrow, Cow},
    fmt,
};

#[derive(Clone)]
pub struct Voice {
    pub words: &'static Words,
    pub format: Format,
    /// True when links and forms have to carry the language, because the browser
    /// would ask for another one.
    pub carry: bool,
}

impl Voice {
    pub fn new(format: Format) -> Voice {
        Voice {
            words: Words::embedded(),
            format,
            carry: false,
        }
    }

    /// The organisation's zone and years, in this language.
    pub fn of(lang: Lang, organisation: &Organisation) -> Voice {
        Voice::new(Format {
            lang,
            zone: organisation.zone(),
            roc: organisation.roc_years,
            terms: organisation.terms.clone(),
        })
    }

    /// English in UTC, for tests.
    pub fn english() -> Voice {
        Voice::new(Format::new(Lang::En, TimeZone::UTC))
    }

    pub fn lang(&self) -> Lang {
        self.format.lang
    }

    /// For `lang="..."`.
    pub fn tag(&self) -> &'static str {
        self.format.lang.tag()
    }

    pub fn dir(&self) -> &'static str {
        self.format.lang.dir()
    }

    /// The text of a key without values; templates escape it.
    pub fn say<'a>(&self, key: &'a str) -> Cow<'a, str>
    where
        'static: 'a,
    {
        match self.format.terms.word(key, self.format.lang) {
            Some(own) => Cow::Owned(own.to_owned()),
            None => self.words.say(self.format.lang, key),
        }
    }

    /// The text of `{prefix}-{code}`: `t.code("stage", "received")`.
    pub fn code(&self, prefix: &str, code: &str) -> String {
        let mut key = String::with_capacity(prefix.len() + 1 + code.len());
        key.push_str(prefix);
        key.push('-');
        key.push_str(code);
        self.say(&key).into_owned()
    }

    pub fn has(&self, key: &str) -> bool {
        self.words.has(self.format.lang, key) || self.words.has(Lang::En, key)
    }

    /// A sentence with values: `t.tell("received-on").with("date", day)`.
    pub fn tell(&self, key: &str) -> Sentence<'_> {
        Sentence {
            voice: self,
            message: Message::new(key),
        }
    }

    pub fn html(&self, message: &Message) -> Html {
        self.words.html(self.format.lang, message, &self.format)
    }

    /// With directional isolates: for titles, attributes, mail.
    pub fn text(&self, message: &Message) -> String {
        self.words.tell(self.format.lang, message, &self.format)
    }

    /// Somebody's own text in the middle of ours: isolated, direction by its content.
    pub fn bdi(&self, text: &str) -> Html {
        Html::trusted(format!("<bdi>{}</bdi>", inserted(text)))
    }

    /// A name or a text of a known language, read aloud and shaped as that language.
    pub fn in_lang(&self, text: &str, lang: impl Borrow<Lang>) -> Html {
        let lang = lang.borrow();
        Html::trusted(format!(
            "<bdi lang=\"{}\" dir=\"{}\">{}</bdi>",
            lang.tag(),
            lang.dir(),
            inserted(text)
        ))
    }

    /// A reference or an access code: Latin, left to right, never translated.
    pub fn reference(&self, reference: &str) -> Html {
        Html::trusted(format!(
            "<bdi class=\"ref\" dir=\"ltr\" translate=\"no\">{}</bdi>",
            inserted(reference)
        ))
    }

    /// A telephone number, an address for mail, a clause number.
    pub fn latin(&self, text: &str) -> Html {
        Html::text(&format!("{ISOLATE_LTR}{}", without_controls(text)))
    }

    pub fn long(&self, date: impl Borrow<Date>) -> Html {
        let date = *date.borrow();
        time(&date.to_string(), &self.format.long(date), "")
    }

    pub fn date(&self, date: impl Borrow<Date>) -> Html {
        let date = *date.borrow();
        time(&date.to_string(), &self.format.date(date), "")
    }

    pub fn short(&self, date: impl Borrow<Date>) -> Html {
        let date = *date.borrow();
        time(&date.to_string(), &self.format.short(date), "")
    }

    /// Date and time with the zone.
    pub fn moment(&self, at: impl Borrow<Instant>) -> Html {
        let at = *at.borrow();
        time(&second_of(at), &self.format.moment(at), "")
    }

    /// Date and time; the zone stands in the title.
    pub fn moment_short(&self, at: impl Borrow<Instant>) -> Html {
        let at = *at.borrow();
        let (short, exact) = self.format.both_moments(at);
        time(&second_of(at), &short, &exact)
    }

    /// The local day of an instant, long.
    pub fn day(&self, at: impl Borrow<Instant>) -> Html {
        let at = *at.borrow();
        self.long(self.format.day(at))
    }

    /// The same chip for a time limit: it says first what is due. `left`: working days
    /// until then, where the limit counts those.
    pub fn due_of(
        &self,
        what: &str,
        due: impl Borrow<Instant>,
        now: impl Borrow<Instant>,
        left: Option<i64>,
    ) -> Html {
        let (what, chip) = (escaped(what), self.due_in(due, now, left));
        let opened = chip.as_str().split_once('>');
        let (open, rest) = opened.unwrap_or(("<span", ""));
        let open = open.replacen("chip", "chip limit", 1);
        Html::trusted(format!("{open}>{what}: {rest}"))
    }

    /// A chip in words: overdue by, today, in n days, on a date.
    pub fn due(&self, due: impl Borrow<Instant>, now: impl Borrow<Instant>) -> Html {
        self.due_in(due, now, None)
    }

    pub fn due_in(
        &self,
        due: impl Borrow<Instant>,
        now: impl Borrow<Instant>,
        left: Option<i64>,
    ) -> Html {
        let (due, now) = (*due.borrow(), *now.borrow());
        let near = match left {
            Some(left) => self.format.due_in_working_days(due, now, left),
            None => self.format.due(due, now),
        };
        let text = self.text(&near.message);
        let time = time(&second_of(due), &text, &self.format.moment(due));
        Html::trusted(format!(
            "<span class=\"chip {}\">{time}</span>",
            near.nearness.class()
        ))
    }

    pub fn number(&self, n: impl Count) -> Html {
        Html::text(&self.format.number(n.count()))
    }

    pub fn money(&self, money: &Money) -> Html {
        Html::trusted(format!(
            "<bdi class=\"nb\">{}</bdi>",
            escaped(&self.format.money(money))
        ))
    }

    pub fn size(&self, bytes: impl Count) -> Html {
        let size = self.format.size(bytes.count().unsigned_abs());
        Html::trusted(format!("<bdi class=\"nb\">{}</bdi>", escaped(&size)))
    }

    pub fn icon(&self, name: &str) -> Html {
        icon(name)
    }

    /// A link inside this server that keeps the chosen language.
    pub fn href(&self, path: &str) -> String {
        if !self.carry {
            return path.to_owned();
        }
        let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
        let join = if path.contains('?') { '&' } else { '?' };
        let hash = if fragment.is_empty() { "" } else { "#" };
        format!("{path}{join}lang={}{hash}{fragment}", self.tag())
    }
}

/// What somebody wrote, ready to stand between our own words.
fn inserted(text: &str) -> String {
    escaped(&without_controls(text))
}

/// HTML knows thousandths at most; a person's second is exact enough.
fn second_of(at: Instant) -> String {
    format!("{:.0}", at.timestamp())
}

fn time(datetime: &str, text: &str, title: &str) -> Html {
    let title = match title {
        "" => String::new(),
        exact => format!(" title=\"{}\"", plain_attribute(exact)),
    };
    Html::trusted(format!(
        "<time datetime=\"{datetime}\"{title}><bdi>{}</bdi></time>",
        escaped(text)
    ))
}

/// An attribute holds no elements: isolates stay characters there.
pub(crate) fn plain_attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// Any whole number, or a reference to one, as templates hand it over.
pub trait Count {
    fn count(&self) -> i64;
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl Count for $number {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
counts!(i32, i64, u8, u16, u32, u64, usize);

impl<N: Count> Count for &N {
    fn count(&self) -> i64 {
        (*self).count()
    }
}

/// A message being filled; prints itself as HTML.
pub struct Sentence<'a> {
    voice: &'a Voice,
    message: Message,
}

impl Sentence<'_> {
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message.args.push((name, value.into()));
        self
    }

    /// A reference, phone number or e-mail address: isolated left to right.
    pub fn latin(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.with(name, Arg::Latin(value.as_ref().to_owned()))
    }

    /// Another message as the value.
    pub fn key(self, name: &'static str, key: impl AsRef<str>) -> Self {
        self.with(name, Arg::Key(key.as_ref().to_owned()))
    }

    pub fn plain(&self) -> String {
        self.voice.text(&self.message)
    }

    pub fn html(&self) -> Html {
        self.voice.html(&self.message)
    }
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.html().fmt(f)
    }
}

impl askama::filters::HtmlSafe for Sentence<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A turned, embedded and isolated name, with marks, as nobody types it.
    const HOSTILE: &str = "a\u{202e}b\u{2066}c\u{2069}d\u{200f}e\u{200e}f\u{202c}g\u{61c}h";

    #[test]
    fn no_inserted_value_can_turn_its_neighbours_round() {
        let t = Voice::english();
        let drawn = [
            t.bdi(HOSTILE).into_string(),
            t.latin(HOSTILE).into_string(),
            t.in_lang(HOSTILE, Lang::Fa).into_string(),
            t.reference(HOSTILE).into_string(),
            t.tell("desk-occurred")
                .with("at", HOSTILE)
                .html()
                .into_string(),
            t.tell("desk-occurred")
                .latin("at", HOSTILE)
                .html()
                .into_string(),
        ];
        for html in drawn {
            assert!(html.contains(">abcdefgh</bdi>"), "{html:?}");
        }
        let plain = t.tell("desk-occurred").with("at", HOSTILE).plain();
        assert!(plain.contains("\u{2068}abcdefgh\u{2069}"), "{plain:?}");
    }

    #[test]
    fn persian_keeps_its_joiners() {
        let t = Voice::english();
        assert_eq!(t.bdi("می\u{200c}روم").as_str(), "<bdi>می\u{200c}روم</bdi>");
    }
}
