//! The script of the demo, read from its data files: what can be done (an act),
//! and each complaint with the acts that make up its story. A new act is a table
//! in `acts.toml`; a new story is a table in the file of its language; what the
//! management keeps is told in `records.toml`. Nobody in them exists.

use redress_kernel::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;

const ACTS: &str = include_str!("world/acts.toml");
const DESK: &str = include_str!("world/desk.toml");
const RECORDS: &str = include_str!("world/records.toml");
const POLICY: &str = include_str!("world/policy.toml");

const TOLD: [(Lang, &str); 6] = [
    (Lang::En, include_str!("world/en.toml")),
    (Lang::Ko, include_str!("world/ko.toml")),
    (Lang::ZhHant, include_str!("world/zh-Hant.toml")),
    (Lang::ZhHans, include_str!("world/zh-Hans.toml")),
    (Lang::Lt, include_str!("world/lt.toml")),
    (Lang::Fa, include_str!("world/fa.toml")),
];

/// What somebody does to a complaint: a verb with what is typed into it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// A person of the demo, "owner" for whoever has the case, or "complainant".
    pub by: String,
    pub verb: String,
    /// Hours after the act before it.
    pub after: i64,
    /// `{word}` stands for a word of the story, or of its topic at the desk.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// One complaint: how it arrived and what was done about it.
#[derive(Debug, Clone, Deserialize)]
pub struct Story {
    /// By this name another story points to it.
    pub key: String,
    /// Days before now on which it arrived.
    pub days: i64,
    pub channel: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub address: String,
    /// Who acts for the complainant, and on what authority.
    #[serde(default)]
    pub representative: String,
    #[serde(default)]
    pub authority: String,
    pub topic: String,
    pub category: String,
    #[serde(default)]
    pub remedies: Vec<String>,
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub danger: bool,
    #[serde(default = "handler")]
    pub owner: String,
    /// A file of `world/files` that came with it.
    #[serde(default)]
    pub file: Option<String>,
    /// The rules under which it came in, pack and kind: `kr-civil-petition/grievance`.
    #[serde(default)]
    pub rules: Option<String>,
    /// Written down only days after it was first told, and why.
    #[serde(default)]
    pub late_days: i64,
    #[serde(default)]
    pub late_reason: String,
    pub subject: String,
    pub text: String,
    #[serde(default)]
    pub wanted: String,
    /// Names of acts in their order; `name@hours` sets another time after the one before.
    #[serde(default)]
    pub acts: String,
    /// Everything else that is written in this story.
    #[serde(flatten)]
    pub words: BTreeMap<String, String>,
    #[serde(skip)]
    pub lang: Lang,
}

fn handler() -> String {
    "handler".to_owned()
}

/// A record of the management system and what became of it: the first step brings it
/// into being.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    pub key: String,
    /// "policy", "objective" or "corrective-action".
    pub room: String,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Days before now.
    pub days: i64,
    pub by: String,
    pub act: String,
    /// Which edition of the policy is written.
    #[serde(default)]
    pub edition: Option<String>,
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Keeping {
    record: Vec<Kept>,
}

#[derive(Deserialize)]
struct Told {
    story: Vec<Story>,
}

pub type Acts = BTreeMap<String, Act>;

pub struct Script {
    pub stories: Vec<Story>,
    pub acts: Acts,
    /// What the office wrote, by topic.
    desk: BTreeMap<String, BTreeMap<String, String>>,
    pub records: Vec<Kept>,
    /// By language tag: the text, and the passage that each edition puts in its place.
    policy: BTreeMap<String, BTreeMap<String, String>>,
}

impl Script {
    pub fn read() -> Result<Script, toml::de::Error> {
        let mut stories = Vec::new();
        for (lang, text) in TOLD {
            let told: Told = toml::from_str(text)?;
            stories.extend(told.story.into_iter().map(|story| Story { lang, ..story }));
        }
        Ok(Script {
            stories,
            acts: toml::from_str(ACTS)?,
            desk: toml::from_str(DESK)?,
            records: toml::from_str::<Keeping>(RECORDS)?.record,
            policy: toml::from_str(POLICY)?,
        })
    }

    /// The policy in this language, with the passage of this edition.
    pub fn policy(&self, lang: Lang, edition: &str) -> Option<String> {
        let told = self.policy.get(lang.tag())?;
        let text = told.get("text")?.replace("{passage}", told.get(edition)?);
        Some(text.trim().to_owned())
    }

    /// What an act writes in this story; None leaves its field empty.
    pub fn word<'a>(&'a self, story: &'a Story, name: &str) -> Option<&'a str> {
        let topic = self.desk.get(&story.topic);
        let found = story.words.get(name);
        found
            .or_else(|| topic.and_then(|topic| topic.get(name)))
            .map(String::as_str)
    }
}

impl Story {
    /// The acts in their order, each with the hours since the one before.
    pub fn course<'a>(&'a self, acts: &'a Acts) -> impl Iterator<Item = Option<(&'a Act, i64)>> {
        self.acts.split_whitespace().map(|written| {
            let (name, hours) = written.split_once('@').unwrap_or((written, ""));
            let act = acts.get(name)?;
            Some((act, hours.parse().unwrap_or(act.after)))
        })
    }
}
