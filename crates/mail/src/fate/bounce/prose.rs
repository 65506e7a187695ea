//! Reports in prose: qmail, Exim, old Exchange and the many that answer in words.
//! Who writes and how they begin says that it is one; codes and words say why.

use super::{Bounce, Cause, Kind, Reason, codes};
use crate::reading::Message;

/// Names of those who report, without signs.
const REPORTERS: [&str; 11] = [
    "mailerdaemon",
    "mailerdaem",
    "postmaster",
    "maildeliverysubsystem",
    "mailadministrator",
    "mdaemon",
    "bounce",
    "bounces",
    "mailerror",
    "systemadministrator",
    "mailsystem",
];

/// How subjects of reports begin or what they hold.
const SUBJECTS: [&str; 40] = [
    "undeliver",
    "delivery status notification",
    "delivery failure",
    "delivery failed",
    "mail delivery",
    "returned mail",
    "failure notice",
    "failure delivery",
    "nondeliverable",
    "non-deliver",
    "not deliver",
    "could not be delivered",
    "returning message",
    "returned to sender",
    "mail system error",
    "message delivery",
    "warning: could not send",
    "warning: message",
    "delivery error",
    "delivery report",
    "delivery has failed",
    "delivery problem",
    "delivery notification",
    "delivery unsuccess",
    "error delivering",
    "mail could not",
    "message status - undeliverable",
    "mail failure",
    "message not delivered",
    "unzustellbar",
    "zustellung",
    "échec de",
    "non remis",
    "no se puede entregar",
    "non recapitabile",
    "nepristatyt",
    "반송",
    "전송 실패",
    "退信",
    "投递失败",
];

/// Where the report ends and the letter begins that came back.
const COPIES: [&str; 22] = [
    "below this line is a copy",
    "this is a copy of",
    "original message follows",
    "----- original message",
    "-----original message",
    "--- original message",
    "----- message header follows",
    "original message header",
    "unsent message below",
    "message text follows",
    "----- unsent message",
    "| original message text",
    "returned message follows",
    "copy of your message",
    "headers of the original",
    "begin message header",
    "message headers follow",
    "unsent message follows",
    "------ message",
    "the original message headers",
    "received: from",
    "return-path:",
];

pub fn told(message: &Message, is_report: bool, reasons: &mut Vec<Reason>) -> Vec<Bounce> {
    let found = marks(message);
    if !is_report && !enough(&found, message) {
        return Vec::new();
    }
    reasons.extend(found);
    let text = report(message);
    let kind = kind(message, &text);
    let people = recipients(message, &text);
    let said = codes::codes(&text);
    let cause = Cause::of_words(&text);
    let one = |recipient: String, near: &str| {
        let its = codes::codes(near);
        let status = pick(&its).or_else(|| pick(&said));
        let by_code = status.as_deref().map_or(Cause::Unknown, Cause::of_status);
        let by_words = match Cause::of_words(near) {
            Cause::Unknown => cause,
            its => its,
        };
        Bounce {
            kind,
            recipient,
            cause: if by_code == Cause::Unknown {
                by_words
            } else {
                by_code
            },
            status,
            original: None,
        }
    };
    match people.is_empty() {
        true => vec![one(String::new(), &text)],
        false => people
            .into_iter()
            .map(|(who, near)| one(who, &near))
            .collect(),
    }
}

/// The most precise of several codes; of equals the first.
fn pick(all: &[String]) -> Option<String> {
    let precise = all
        .iter()
        .find(|code| !code.ends_with(".0.0") && !code.starts_with('2'));
    precise
        .or(all.iter().find(|code| !code.starts_with('2')))
        .or(all.first())
        .cloned()
}

fn marks(message: &Message) -> Vec<Reason> {
    let mut found = Vec::new();
    let from = message.from.iter().chain(&message.sender).find(|its| {
        let local: String = its
            .local()
            .to_lowercase()
            .chars()
            .filter(|sign| sign.is_ascii_alphanumeric())
            .collect();
        let name: String = its
            .name
            .to_lowercase()
            .chars()
            .filter(|sign| sign.is_ascii_alphanumeric())
            .collect();
        REPORTERS
            .iter()
            .any(|word| local.starts_with(word) || name.starts_with(word))
    });
    if let Some(from) = from {
        found.push(Reason::new(
            "reporter",
            format!("{} {}", from.name, from.address).trim(),
        ));
    }
    let subject = message.subject.to_lowercase();
    if let Some(words) = SUBJECTS.iter().find(|words| subject.contains(*words)) {
        found.push(Reason::new("report-text", *words));
    }
    if message
        .return_path
        .as_deref()
        .is_some_and(|path| path.is_empty() || path.eq_ignore_ascii_case("mailer-daemon"))
    {
        found.push(Reason::new("empty-return-path", "Return-Path: <>"));
    }
    if let Some(who) = message.field("x-failed-recipients") {
        found.push(Reason::new(
            "auto-header",
            format!("X-Failed-Recipients: {who}"),
        ));
    }
    found
}

/// Nobody but a machine is called so.
fn is_daemon(message: &Message) -> bool {
    let locals = message
        .from
        .iter()
        .map(|its| its.local().to_lowercase().replace(['-', '_', '.'], ""));
    locals
        .into_iter()
        .any(|local| local == "mailerdaemon" || local == "maildeliverysystem")
}

/// A reporter by name, or two marks that only meet in reports.
fn enough(found: &[Reason], message: &Message) -> bool {
    let has = |code: &str| found.iter().any(|its| its.code == code);
    let automatic = message
        .fields
        .word("auto-submitted")
        .is_some_and(|word| word.starts_with("auto-replied") || word.starts_with("auto-generated"));
    let failed = message.fields.has("x-failed-recipients");
    failed
        || is_daemon(message)
        || (has("reporter") && (has("report-text") || has("empty-return-path") || words(message)))
        || (has("report-text") && (has("empty-return-path") || automatic || words(message)))
}

/// The text itself says that a message did not arrive.
fn words(message: &Message) -> bool {
    let text = message.text().to_lowercase();
    let start: String = text.chars().take(3_000).collect();
    !matches!(Cause::of_words(&start), Cause::Unknown | Cause::TimedOut)
        || [
            "could not be delivered",
            "was not delivered",
            "wasn't able to deliver",
            "undeliverable",
            "delivery to the following",
            "following addresses",
            "following address",
            "not delivered to",
            "unable to deliver",
            "permanent error",
            "fatal errors",
            "delivery attempts",
            "user unknown",
            "couldn't be delivered",
            "message was not",
            "returned to you",
            "送信できませんでした",
            "配送",
            "failed to deliver",
            "mail delivery",
            "not deliver",
            "could not send",
            "undelivered",
            "your message",
            "rejected",
        ]
        .iter()
        .any(|word| start.contains(word))
}

/// What the machine says, without the letter that it returns.
fn report(message: &Message) -> String {
    let text = message.text();
    let lower = text.to_lowercase();
    let same = lower.len() == text.len();
    let cut = COPIES
        .iter()
        .filter_map(|mark| lower.find(mark))
        .filter(|at| *at > 40)
        .min();
    match cut.filter(|_| same) {
        Some(at) => text.get(..at).unwrap_or(&text).to_owned(),
        None => text.chars().take(20_000).collect(),
    }
}

fn kind(message: &Message, text: &str) -> Kind {
    let subject = message.subject.to_lowercase();
    let start: String = text.to_lowercase().chars().take(2_000).collect();
    let delayed = ["delay", "warning: "]
        .iter()
        .any(|word| subject.contains(word))
        || start.contains("this is a warning message only")
        || start.contains("you do not need to resend");
    match delayed {
        true => Kind::Delayed,
        false => Kind::Failed,
    }
}

/// Addresses the report names, each with the lines around it.
fn recipients(message: &Message, text: &str) -> Vec<(String, String)> {
    if let Some(who) = message.field("x-failed-recipients") {
        let all = who.split(',').map(super::fields::address);
        let all: Vec<_> = all
            .filter(|its| its.contains('@'))
            .map(|its| (its, text.to_owned()))
            .collect();
        if !all.is_empty() {
            return all;
        }
    }
    let mut found: Vec<(String, String)> = Vec::new();
    let to: Vec<&str> = message.to.iter().map(|its| its.address.as_str()).collect();
    for line in text.lines().take(400) {
        let here = addresses(line)
            .into_iter()
            .find(|its| !to.contains(&its.as_str()) && !found.iter().any(|(who, _)| who == its));
        match here {
            Some(who) if found.len() < 20 => found.push((who, line.to_owned())),
            _ => {
                if let Some((_, near)) = found.last_mut() {
                    near.push('\n');
                    near.push_str(line);
                }
            }
        }
    }
    found
}

fn addresses(line: &str) -> Vec<String> {
    let ends = |sign: char| {
        sign.is_whitespace()
            || matches!(
                sign,
                '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\'' | '[' | ']' | '|'
            )
    };
    let words = line.split(ends).filter(|word| {
        word.split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
    });
    words
        .map(|word| word.trim_end_matches(['.', '!']).to_lowercase())
        .collect()
}
