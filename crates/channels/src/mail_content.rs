//! From a message to what a complaint is made of: who wrote, when, in which language,
//! what was said and what came along. The same for a mailbox, for a file of messages and
//! for whoever makes a complaint of a message by hand.

use redress_complaint::facts::Person;
use redress_kernel::{
    Instant, Lang,
    fields::SHORT_TEXT_MAX,
    journal::leaf::hex,
    reference::{hmac_sha256, hmac_sha256_fed},
};
use redress_mail::reading::{Mailbox, Message};
use redress_store::{Error, Tx};
use redress_web::{Voice, format::Format as Spelling};
use std::sync::LazyLock;

/// What is longer is cut; the original has all of it.
const TEXT_MAX: usize = 190_000;
/// Files beside the original that are taken out of one message.
pub const FILES_MAX: usize = 100;
/// The name of the original among the files.
pub const ORIGINAL: &str = "message.eml";

/// What the last server says, else what the sender says; never what is yet to come.
pub fn received_at(message: &Message, now: Option<Instant>) -> Option<Instant> {
    let sound = |at: &Instant| now.is_none_or(|now| *at <= now);
    message
        .received
        .filter(sound)
        .or(message.date.filter(sound))
}

/// Whoever an answer goes to; never one of our own addresses.
pub fn addressee<'a>(message: &'a Message, ours: &[String]) -> Option<&'a Mailbox> {
    let is_ours = |its: &Mailbox| {
        ours.iter()
            .any(|one| one.eq_ignore_ascii_case(&its.address))
    };
    let answers = message.answers_to().filter(|its| !is_ours(its));
    answers.or(message.from.as_ref())
}

/// The same as the complainant of a case.
pub fn person(message: &Message, ours: &[String], description: &mut String) -> Person {
    let Some(from) = addressee(message, ours) else {
        return Person::default();
    };
    let name = match from.name.as_str() {
        "" => message.from.as_ref().map_or("", |from| from.name.as_str()),
        name => name,
    };
    Person {
        name: short(name, description),
        email: short(&from.address, description),
        ..Person::default()
    }
}

/// The words of the message, all of them; where there are none, why.
pub fn described(message: &Message, text: &str, t: &Voice) -> String {
    if let Some(why) = message.unreadable {
        return format!(
            "{}\n{}",
            t.say("import-mail-unreadable"),
            t.code("mail-unreadable", why.code())
        );
    }
    match (text.trim(), message.subject.trim()) {
        ("", "") => t.say("import-mail-empty").into_owned(),
        ("", subject) => subject.to_owned(),
        (text, _) => text.to_owned(),
    }
}

pub fn cut(text: String) -> String {
    match text.char_indices().nth(TEXT_MAX) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

/// A line of ours is short. What was longer there goes in front of the description
/// whole, so that nothing is lost.
pub fn short(line: &str, description: &mut String) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT_TEXT_MAX {
        return line;
    }
    *description = format!("{line}\n\n{description}");
    let cut: String = line.chars().take(SHORT_TEXT_MAX - 1).collect();
    format!("{cut}…")
}

/// The same message is one complaint, whether it was imported, fetched or fetched from
/// two mailboxes: known by the name it gives itself and by what it says. Some programs
/// give many messages one name, and none of those may be lost; what servers wrote on the
/// way does not count. A hash, for the name is often made of somebody's address and this
/// is kept when the text is erased.
pub fn external_id(message: &Message, bytes: &[u8]) -> String {
    let content = match message.unreadable {
        Some(_) => hmac_sha256(b"redress imported message", &[bytes]),
        None => said(message),
    };
    let hex: String = content
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("mail:{hex}")
}

/// The same with our key, as the ledger keeps it: without the key it says nothing of the
/// text.
pub fn kept_apart(key: &[u8; 32], says: &str) -> String {
    hex(&hmac_sha256(
        key,
        &[b"redress/mail-says/1\n".as_slice(), says.as_bytes()],
    ))
}

fn said(message: &Message) -> [u8; 32] {
    let from = message
        .from
        .as_ref()
        .map_or("", |from| from.address.as_str());
    let date = message.date.map_or(String::new(), |at| at.to_string());
    let text = message.text();
    let id = message.id.as_deref().unwrap_or_default();
    hmac_sha256_fed(b"redress imported message", |mac| {
        for line in [id, from, &date, &message.subject, &text] {
            mac(line.as_bytes());
            mac(b"\x1f");
        }
        for part in &message.parts {
            part.bytes.each(mac);
            mac(b"\x1f");
        }
    })
}

/// The language that is named, else the one whose letters these are.
pub fn said_in(message: &Message, text: &str) -> Option<Lang> {
    let named = message.texts.iter().find_map(|text| text.language.clone());
    let named = named.or_else(|| message.field("content-language"));
    let first = named
        .as_deref()
        .and_then(|tag| tag.split([',', ';', ' ']).next());
    first
        .and_then(language)
        .or_else(|| by_letters(message, text))
}

/// A tag or its beginning: `ko`, `ko-KR`, `zh-TW`.
pub fn language(tag: &str) -> Option<Lang> {
    let tag = tag.replace('_', "-");
    let known = Lang::ALL
        .into_iter()
        .find(|lang| lang.tag().eq_ignore_ascii_case(&tag));
    let lower = tag.to_lowercase();
    known.or_else(|| {
        Some(match lower.as_str() {
            "zh-tw" | "zh-hk" | "zh-mo" => Lang::ZhHant,
            "zh" | "zh-cn" | "zh-sg" => Lang::ZhHans,
            _ => {
                let first = lower.split('-').next().unwrap_or_default();
                Lang::ALL.into_iter().find(|lang| lang.tag() == first)?
            }
        })
    })
}

/// Counted over the beginning: a name or a quotation decides nothing.
fn by_letters(message: &Message, text: &str) -> Option<Lang> {
    let (mut hangul, mut han, mut kana, mut persian, mut lithuanian, mut all) = (0, 0, 0, 0, 0, 0);
    for sign in message
        .subject
        .chars()
        .chain(text.chars().take(2_000))
        .filter(|sign| sign.is_alphabetic())
    {
        all += 1;
        match sign {
            '가'..='힣' => hangul += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => persian += 1,
            'ė' | 'ų' | 'į' | 'ę' | 'ą' | 'Ė' | 'Ų' | 'Į' => lithuanian += 1,
            _ => {}
        }
    }
    if hangul * 3 > all {
        return Some(Lang::Ko);
    }
    if han * 3 > all && kana * 10 < han {
        return Some(chinese(message, text));
    }
    match (persian * 25 > all, lithuanian * 60 > all) {
        _ if all == 0 => None,
        (true, _) => Some(Lang::Fa),
        (_, true) => Some(Lang::Lt),
        _ => None,
    }
}

/// Signs that only one of the two writings has, among the most frequent.
fn chinese(message: &Message, text: &str) -> Lang {
    const TRADITIONAL: &str = "這個們來說時對會為過還後沒國與從開點問題應該務費錢話電請訴處";
    const SIMPLIFIED: &str = "这个们来说时对会为过还后没国与从开点问题应该务费钱话电请诉处";
    let count = |of: &str, other: &str| {
        let own = |sign: &char| of.contains(*sign) && !other.contains(*sign);
        message
            .subject
            .chars()
            .chain(text.chars().take(2_000))
            .filter(own)
            .count()
    };
    match count(TRADITIONAL, SIMPLIFIED) > count(SIMPLIFIED, TRADITIONAL) {
        true => Lang::ZhHant,
        false => Lang::ZhHans,
    }
}

/// Sentences for a case have no clock in them: the zone does not matter.
pub fn voice(lang: Lang) -> &'static Voice {
    static VOICES: LazyLock<Vec<Voice>> = LazyLock::new(|| {
        let zone = jiff::tz::TimeZone::UTC;
        Lang::ALL
            .into_iter()
            .map(|lang| Voice::new(Spelling::new(lang, zone.clone())))
            .collect()
    });
    static ENGLISH: LazyLock<Voice> = LazyLock::new(Voice::english);
    VOICES
        .iter()
        .find(|voice| voice.lang() == lang)
        .unwrap_or(&ENGLISH)
}

/// For the commitment to a file.
pub fn salt(tx: &mut Tx) -> Result<[u8; 32], Error> {
    let mut salt = [0; 32];
    for piece in salt.chunks_mut(10) {
        let random = tx.random()?;
        piece
            .iter_mut()
            .zip(random)
            .for_each(|(to, from)| *to = from);
    }
    Ok(salt)
}
