//! What the packs of a complaint demand that a letter says (7.3, 7.8), and whether a
//! letter says it. Looks at the letter as it is built, before it is queued. Blocks
//! that only a reader can judge (a leaflet enclosed, the wording of a time limit, the
//! documents) are named to whoever writes and never taken for proven.

use super::{Clock, over};
use crate::{
    Complaint,
    telling::{Paragraph, best_way},
};
use redress_kernel::{
    Organisation, Refusal,
    words::{Arg, Message},
};
use redress_packs::pack::{Letter, Version};

/// Whether a letter holds a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    Yes,
    No,
    /// Nothing in its structure tells.
    ByHand,
}

/// A letter before it is sent.
pub struct Draft<'a> {
    case: &'a Complaint,
    organisation: &'a Organisation,
    paragraphs: &'a [Paragraph],
    way: &'a str,
}

impl Complaint {
    /// The blocks of an answer: of the stage where a pack knows stages, and of how
    /// the points came out.
    pub fn answer_blocks(&self) -> Vec<&'static str> {
        let found = self.issues.iter().filter_map(|it| it.finding.as_deref());
        let outcomes: Vec<&str> = found.collect();
        self.blocks(|version| {
            let staged = version.letters.iter().any(|it| it.kind == "stage-answer");
            let kind = match staged && !self.is_reviewed() {
                true => "stage-answer",
                false => "final-answer",
            };
            let all = version.letters.iter().filter(|it| it.kind == kind);
            let (own, others): (Vec<&'static Letter>, Vec<_>) = all.partition(|it| {
                let its = it.outcome.as_deref();
                its.is_some_and(|its| outcomes.contains(&its))
            });
            match own.is_empty() {
                true => others
                    .into_iter()
                    .filter(|it| it.outcome.is_none())
                    .collect(),
                false => own,
            }
        })
    }

    /// The blocks of a word that the answer takes longer.
    pub fn delay_blocks(&self) -> Vec<&'static str> {
        let clocks = self.clocks();
        self.blocks(|version| {
            let mine = clocks.iter().filter(|it| std::ptr::eq(it.version, version));
            let kinds: Vec<&str> = mine.flat_map(delay_letters).collect();
            let letters = version.letters.iter();
            letters
                .filter(|it| kinds.contains(&it.kind.as_str()))
                .collect()
        })
    }

    fn blocks(&self, of: impl Fn(&'static Version) -> Vec<&'static Letter>) -> Vec<&'static str> {
        let versions = self.packs.iter().filter_map(over::version);
        let letters = versions.flat_map(|(_, version)| of(version));
        let mut blocks: Vec<&'static str> = Vec::new();
        for block in letters.flat_map(|it| &it.blocks) {
            if !blocks.contains(&block.as_str()) {
                blocks.push(block);
            }
        }
        blocks
    }
}

impl Clock {
    /// The blocks of the notice that goes with an extension of this clock.
    pub fn notice_blocks(&self) -> Vec<&'static str> {
        let kind = self.clock.rule.extension.as_ref().and_then(|it| it.notice);
        let kind = kind.and_then(|kind| letter_of(kind.name()));
        let letters = self.version.letters.iter();
        let letter = letters.filter(|it| Some(it.kind.as_str()) == kind);
        letter
            .flat_map(|it| it.blocks.iter().map(String::as_str))
            .collect()
    }
}

/// The letters that a word about a delay is, for this clock.
fn delay_letters(clock: &Clock) -> Vec<&'static str> {
    let rule = &clock.clock.rule;
    let notice = rule.extension.as_ref().and_then(|it| it.notice);
    let kinds = rule.satisfied_by.iter().copied().chain(notice);
    kinds.filter_map(|kind| letter_of(kind.name())).collect()
}

fn letter_of(notice: &str) -> Option<&'static str> {
    match notice {
        "delay-notified" => Some("delay-notice"),
        "holding-sent" => Some("holding-reply"),
        _ => None,
    }
}

impl<'a> Draft<'a> {
    /// `way`: as it was chosen; else the best that leads to them.
    pub fn new(
        case: &'a Complaint,
        organisation: &'a Organisation,
        paragraphs: &'a [Paragraph],
        way: Option<&'a str>,
    ) -> Draft<'a> {
        Draft {
            case,
            organisation,
            paragraphs,
            way: way.unwrap_or_else(|| best_way(case.correspondent())),
        }
    }

    /// Refuses the letter while a block is missing, and says how to come by it.
    pub fn hold(&self, blocks: &[&'static str]) -> Result<(), Refusal> {
        let missing = blocks.iter().find(|block| self.holds(block) == Held::No);
        match missing {
            None => Ok(()),
            Some(block) => Err(self.lacking(block)),
        }
    }

    fn lacking(&self, block: &'static str) -> Refusal {
        let named = Arg::Key(format!("block-{block}"));
        let code = match block {
            _ if is_of_a_form(block) => return Refusal::new("letter-in-writing").at("way"),
            _ if is_of_the_outside(block) => match self.outside().is_empty() {
                true => "outside-body-unnamed",
                false => "outside-body-incomplete",
            },
            _ => "letter-block-missing",
        };
        Refusal::new(code).with("block", named)
    }

    fn outside(&self) -> &str {
        self.organisation.outside_body(self.case.language)
    }

    pub fn holds(&self, block: &str) -> Held {
        let when = |there: bool| if there { Held::Yes } else { Held::No };
        let points = self.case.issues.len();
        when(match block {
            "reference" => self.says(|m| m.args.iter().any(|(name, _)| *name == "reference")),
            "contact" => self.says(|m| m.key == "letter-contact"),
            "reason-for-delay" => self.reasoned(),
            "next-date" => self.says(|m| {
                ["letter-delay", "letter-extension"].contains(&m.key.as_str())
                    && m.args.iter().any(|(name, _)| *name == "new")
            }),
            "decision" | "outcome" | "findings" => self.findings() > 0,
            "all-points" | "issues-raised" => self.findings() == points,
            "reasons" => self.case.issues.iter().all(|it| self.written(&it.reason)),
            "remedy-details" => {
                let promised = self.case.remedies.iter();
                let mut promised =
                    promised.filter(|it| it.state != crate::case::RemedyState::Cancelled);
                promised.next().is_none() || self.says(|m| m.key == "letter-remedies")
            }
            "status" => self.findings() > 0 || self.says(|m| m.key == "letter-extension"),
            "recourse-internal" | "review-right" | "how-to-escalate" => {
                let ways = ["letter-review", "letter-reviewed", "letter-disagree"];
                self.says(|m| ways.contains(&m.key.as_str()))
            }
            "recourse-external" => self.says(|m| m.key.starts_with("letter-external")),
            "right-to-external-body"
            | "external-body"
            | "right-to-refer"
            | "external-body-contact"
            | "external-body-name"
            | "external-body-address" => self.names_outside(),
            "external-body-website" | "ombudsman-website" => {
                self.names_outside() && has_website(self.outside())
            }
            "written-form" | "durable-medium" => !["phone", "in-person"].contains(&self.way),
            _ => return Held::ByHand,
        })
    }

    fn says(&self, is: impl Fn(&Message) -> bool) -> bool {
        self.paragraphs.iter().any(|paragraph| match paragraph {
            Paragraph::Said(message) => is(message),
            Paragraph::Lines(lines) => lines.iter().any(&is),
            Paragraph::Written(_) => false,
        })
    }

    fn written(&self, text: &str) -> bool {
        let text = text.trim();
        let is = |it: &Paragraph| matches!(it, Paragraph::Written(words) if words == text);
        !text.is_empty() && self.paragraphs.iter().any(is)
    }

    fn findings(&self) -> usize {
        let is = |it: &&Paragraph| matches!(it, Paragraph::Said(m) if m.key.starts_with("letter-finding-"));
        self.paragraphs.iter().filter(is).count()
    }

    /// A reason is what a person wrote below the sentence that announces it.
    fn reasoned(&self) -> bool {
        self.paragraphs.windows(2).any(|pair| match pair {
            [Paragraph::Said(said), Paragraph::Written(why)] => {
                said.key == "letter-delay-reason" && !why.trim().is_empty()
            }
            _ => false,
        })
    }

    fn names_outside(&self) -> bool {
        !self.outside().is_empty()
            && self.says(|m| m.key == "letter-external")
            && self.written(self.outside())
    }
}

fn is_of_the_outside(block: &str) -> bool {
    block.contains("external") || ["ombudsman-website", "right-to-refer"].contains(&block)
}

/// `www.`, `https:` or a name with a dot inside.
fn has_website(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let inside = word.split_once('.').filter(|_| !word.contains('@'));
            word.starts_with("http")
                || inside.is_some_and(|(name, rest)| {
                    name.len() > 1
                        && rest.len() > 1
                        && rest.chars().any(|c| c.is_ascii_alphabetic())
                })
        })
}

/// Blocks that the structure of a letter shows; all others somebody has to look for.
const SEEN: [&str; 24] = [
    "reference",
    "contact",
    "reason-for-delay",
    "next-date",
    "decision",
    "outcome",
    "findings",
    "all-points",
    "issues-raised",
    "reasons",
    "remedy-details",
    "status",
    "recourse-internal",
    "review-right",
    "how-to-escalate",
    "recourse-external",
    "right-to-external-body",
    "external-body",
    "right-to-refer",
    "external-body-contact",
    "external-body-name",
    "external-body-address",
    "external-body-website",
    "ombudsman-website",
];

pub fn is_seen(block: &str) -> bool {
    SEEN.contains(&block) || is_of_a_form(block)
}

fn is_of_a_form(block: &str) -> bool {
    ["written-form", "durable-medium"].contains(&block)
}
