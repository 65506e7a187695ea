//! A version of the policy, folded from its facts, and what can be decided about it.

use super::facts::{
    PolicyApproved, PolicyDrafted, PolicyPublished, PolicyRead, PolicyReturned, PolicySubmitted,
    Reason,
};
use jiff::civil::Date;
use redress_kernel::{
    Draft, Entry, Fact, Id, Instant, Lang, Refusal,
    fields::{Field, Fields, Kind},
    journal::Unreadable,
};
use std::collections::BTreeMap;

const TEXT: Kind = Kind::Text(20_000);

/// The field of each language in which a policy can be written.
pub const TEXTS: [(Lang, Field); 6] = [
    (Lang::En, Field::new("policy-text-en", TEXT)),
    (Lang::Ko, Field::new("policy-text-ko", TEXT)),
    (Lang::ZhHant, Field::new("policy-text-zh-hant", TEXT)),
    (Lang::ZhHans, Field::new("policy-text-zh-hans", TEXT)),
    (Lang::Lt, Field::new("policy-text-lt", TEXT)),
    (Lang::Fa, Field::new("policy-text-fa", TEXT)),
];

pub const CONSIDERED: Field = Field::new("policy-considered", Kind::Text(5000)).hinted();
pub const REVIEW_ON: Field = Field::new("policy-review-on", Kind::Date).required();
pub const RETURNING: &[Field] = &[Field::new("policy-return-reason", Kind::Text(2000)).required()];

/// The form of an organisation that works in these languages.
pub fn writing(languages: &[Lang]) -> Vec<Field> {
    let texts = TEXTS.iter().filter(|(lang, _)| languages.contains(lang));
    let texts = texts.map(|(_, field)| *field);
    texts.chain([CONSIDERED, REVIEW_ON]).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Draft,
    Submitted,
    Approved,
    Published,
}

impl State {
    pub const ALL: [State; 4] = [
        State::Draft,
        State::Submitted,
        State::Approved,
        State::Published,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Submitted => "submitted",
            State::Approved => "approved",
            State::Published => "published",
        }
    }

    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A line of its history; its words are `policy-moment-{what}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub what: &'static str,
    pub at: Instant,
    pub by: Id,
    pub text: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Version {
    pub id: Id,
    pub number: i64,
    pub texts: BTreeMap<String, String>,
    pub considered: String,
    pub review_on: Date,
    pub state: State,
    /// Whoever wrote or submitted it.
    pub authors: Vec<Id>,
    pub published_at: Option<Instant>,
    pub history: Vec<Moment>,
}

impl Version {
    /// None when these are no facts of a version.
    pub fn fold(entries: &[Entry]) -> Result<Option<Version>, Unreadable> {
        let Some(first) = entries.first().filter(|entry| entry.is::<PolicyDrafted>()) else {
            return Ok(None);
        };
        let mut version = Version {
            id: first.about,
            ..Version::default()
        };
        for entry in entries {
            version.follow(entry)?;
        }
        Ok(Some(version))
    }

    fn follow(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        match entry.kind.as_str() {
            PolicyDrafted::KIND => {
                let fact = entry.read::<PolicyDrafted>()?.fact;
                (self.number, self.review_on) = (fact.number, fact.review_on);
                (self.texts, self.considered) = (fact.texts, fact.considered);
                self.authors.push(entry.actor);
                self.tell(entry, "drafted", String::new());
            }
            PolicySubmitted::KIND => {
                self.state = State::Submitted;
                self.authors.push(entry.actor);
                self.tell(entry, "submitted", String::new());
            }
            PolicyReturned::KIND => {
                self.state = State::Draft;
                let reason = entry.read::<PolicyReturned>()?.personal.into_present();
                let text = reason.map(|reason| reason.text).unwrap_or_default();
                self.tell(entry, "returned", text);
            }
            PolicyApproved::KIND => {
                self.state = State::Approved;
                self.tell(entry, "approved", String::new());
            }
            PolicyPublished::KIND => {
                self.state = State::Published;
                self.published_at = Some(entry.at());
                self.tell(entry, "published", String::new());
            }
            _ => {}
        }
        Ok(())
    }

    fn tell(&mut self, entry: &Entry, what: &'static str, text: String) {
        self.history.push(Moment {
            what,
            at: entry.at(),
            by: entry.actor,
            text,
        });
    }

    /// The text in this language, or in the first that there is.
    pub fn text(&self, lang: Lang) -> Option<(Lang, &str)> {
        let own = std::iter::once(lang).chain(Lang::ALL);
        own.filter_map(|lang| Some((lang, self.texts.get(lang.tag())?.as_str())))
            .next()
    }

    pub fn missing(&self, languages: &[Lang]) -> Vec<Lang> {
        let lacks = |lang: &&Lang| !self.texts.contains_key(lang.tag());
        languages.iter().filter(lacks).copied().collect()
    }

    pub fn written(&self, fields: &Fields, today: Date) -> Result<Draft, Refusal> {
        self.still(State::Draft)?;
        Ok(Draft::of(self.id, &typed(self.number, fields, today)?))
    }

    /// Everybody whom it concerns can read it: no language is left out (5.3).
    pub fn submitted(&self, languages: &[Lang]) -> Result<Draft, Refusal> {
        self.still(State::Draft)?;
        let missing = self.missing(languages);
        if !missing.is_empty() {
            let names: Vec<&str> = missing.iter().map(|lang| lang.own_name()).collect();
            return Err(Refusal::new("policy-language-missing").with("languages", names.join(", ")));
        }
        Ok(Draft::of(self.id, &PolicySubmitted {}))
    }

    pub fn returned(&self, fields: &Fields) -> Result<Draft, Refusal> {
        self.still(State::Submitted)?;
        let reason = Reason {
            text: fields.text("policy-return-reason"),
        };
        Ok(Draft::with(self.id, &PolicyReturned {}, &reason))
    }

    /// Never by whoever wrote it or put it forward.
    pub fn approved(&self, by: Id) -> Result<Draft, Refusal> {
        self.still(State::Submitted)?;
        if self.authors.contains(&by) {
            return Err(Refusal::new("policy-approved-by-author"));
        }
        Ok(Draft::of(self.id, &PolicyApproved {}))
    }

    pub fn published(&self) -> Result<Draft, Refusal> {
        self.still(State::Approved)?;
        Ok(Draft::of(self.id, &PolicyPublished {}))
    }

    /// Only what is in force is read, and once.
    pub fn read_by(&self, person: Id, is_current: bool, already: bool) -> Result<Draft, Refusal> {
        if !is_current {
            return Err(Refusal::new("policy-not-in-force"));
        }
        if already {
            return Err(Refusal::new("policy-read-already"));
        }
        let fact = PolicyRead {
            version: self.id,
            number: self.number,
        };
        Ok(Draft::of(person, &fact))
    }

    fn still(&self, state: State) -> Result<(), Refusal> {
        match (self.state == state, self.state) {
            (true, _) => Ok(()),
            (_, State::Draft) => Err(Refusal::new("policy-not-submitted")),
            (_, State::Submitted) => Err(Refusal::new("policy-waits-for-approval")),
            (_, State::Approved) => Err(Refusal::new("policy-approved-already")),
            (_, State::Published) => Err(Refusal::new("policy-published-already")),
        }
    }
}

/// The next version, begun from the text of the one before. One at a time: two in the
/// works would both be approved against the one in force.
pub fn begun(
    id: Id,
    last: Option<&Version>,
    under_way: bool,
    review_on: Date,
) -> Result<Draft, Refusal> {
    if under_way {
        return Err(Refusal::new("policy-under-way"));
    }
    let fact = PolicyDrafted {
        number: last.map_or(1, |last| last.number + 1),
        texts: last.map(|last| last.texts.clone()).unwrap_or_default(),
        considered: String::new(),
        review_on,
    };
    Ok(Draft::of(id, &fact))
}

fn typed(number: i64, fields: &Fields, today: Date) -> Result<PolicyDrafted, Refusal> {
    let review_on = fields.date("policy-review-on").unwrap_or(Date::MIN);
    if review_on <= today {
        return Err(Refusal::new("policy-review-past").at("policy-review-on"));
    }
    let text = |(lang, field): &(Lang, Field)| {
        let text = fields.optional(field.name)?;
        Some((lang.tag().to_owned(), text))
    };
    Ok(PolicyDrafted {
        number,
        texts: TEXTS.iter().filter_map(text).collect(),
        considered: fields.text(CONSIDERED.name),
        review_on,
    })
}
