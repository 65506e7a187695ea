//! The form of a mailbox, as the page draws it and a program fills it in, and what can be
//! wrong with it.

use super::{super::facts::MailboxTerms, acts::Credential};
use redress_kernel::{
    fields::{Field, Fields, Kind},
    words::Message,
};
use std::net::IpAddr;

pub const KINDS: &[&str] = &["imap", "smtp", "lmtp"];
const SECURITY: &[&str] = &["implicit", "starttls", "none"];
const WAYS: &[&str] = &["password", "token"];
const AFTER: &[&str] = &["leave", "seen", "move"];

/// Before the secret, which is never written back into a page.
pub const FIRST: &[Field] = &[
    Field::new("mailbox-name", Kind::Line(100))
        .required()
        .hinted(),
    Field::new("mailbox-address", Kind::Line(254))
        .required()
        .hinted(),
    Field::new("mailbox-kind", Kind::Choice("mailbox-kind", KINDS)).required(),
    Field::new("mailbox-host", Kind::Line(253))
        .required()
        .hinted(),
    Field::new("mailbox-port", Kind::Number(1, 65_535))
        .required()
        .hinted(),
    Field::new(
        "mailbox-security",
        Kind::Choice("relay-encryption", SECURITY),
    ),
    Field::new("mailbox-user", Kind::Line(254)),
    Field::new("mailbox-way", Kind::Choice("mailbox-way", WAYS)),
];

pub const SECRET: Field = Field::new("mailbox-secret", Kind::Line(8_000));

pub const REST: &[Field] = &[
    Field::new("mailbox-token-until", Kind::Date).hinted(),
    Field::new("mailbox-folder", Kind::Line(200)),
    Field::new("mailbox-after", Kind::Choice("mailbox-after", AFTER)),
    Field::new("mailbox-move-to", Kind::Line(200)),
    Field::new("mailbox-poll", Kind::Number(10, 3_600)).hinted(),
    Field::new("mailbox-active", Kind::Tick),
];

/// What most mailboxes never need: it lies folded below the others.
pub const SELDOM: &[Field] = &[
    Field::new("mailbox-silent", Kind::Number(1, 365)).hinted(),
    Field::new("mailbox-authserv", Kind::Line(253)).hinted(),
    Field::new("mailbox-authority", Kind::Text(20_000)).hinted(),
    Field::new("mailbox-unit", Kind::Unit).hinted(),
    Field::new("mailbox-language", Kind::Language).hinted(),
    Field::new("mailbox-plus", Kind::Tick).hinted(),
];

pub fn whole() -> Vec<Field> {
    [FIRST, &[SECRET], REST, SELDOM].concat()
}

/// What a new mailbox begins with.
pub fn fresh() -> Fields {
    let terms = MailboxTerms {
        kind: "imap".to_owned(),
        port: 993,
        security: "implicit".to_owned(),
        way: "password".to_owned(),
        folder: "INBOX".to_owned(),
        after: "leave".to_owned(),
        poll_seconds: 60,
        silent_days: 3,
        plus: true,
        active: true,
        ..MailboxTerms::default()
    };
    held(&terms, "")
}

pub fn held(terms: &MailboxTerms, user: &str) -> Fields {
    let mut fields = Fields::default();
    let texts = [
        ("mailbox-name", terms.name.clone()),
        ("mailbox-address", terms.address.clone()),
        ("mailbox-kind", terms.kind.clone()),
        ("mailbox-host", terms.host.clone()),
        ("mailbox-port", terms.port.to_string()),
        ("mailbox-security", terms.security.clone()),
        ("mailbox-user", user.to_owned()),
        ("mailbox-way", terms.way.clone()),
        ("mailbox-folder", terms.folder.clone()),
        ("mailbox-after", terms.after.clone()),
        ("mailbox-move-to", terms.move_to.clone()),
        ("mailbox-poll", terms.poll_seconds.to_string()),
        ("mailbox-silent", terms.silent_days.to_string()),
        ("mailbox-authserv", terms.authserv_id.clone()),
        ("mailbox-authority", terms.authority.clone()),
        (
            "mailbox-language",
            terms.language.clone().unwrap_or_default(),
        ),
    ];
    for (name, text) in texts {
        fields.put(name, text);
    }
    if let Some(day) = terms.token_until {
        fields.put("mailbox-token-until", day.to_string());
    }
    if let Some(unit) = terms.unit {
        fields.put("mailbox-unit", unit.to_string());
    }
    fields.put("mailbox-plus", if terms.plus { "1" } else { "0" });
    fields.put("mailbox-active", if terms.active { "1" } else { "0" });
    fields
}

/// `on_file`: what signs in now; an empty field leaves its secret alone.
pub fn read(fields: &mut Fields, on_file: &Credential) -> Option<(MailboxTerms, Credential)> {
    redress_web::form::check(fields, &whole());
    let terms = terms(fields);
    let typed = fields.typed(SECRET.name).trim();
    let credential = match terms.kind.as_str() {
        "imap" => Credential {
            user: fields.text("mailbox-user"),
            secret: match typed.is_empty() {
                true => on_file.secret.clone(),
                false => typed.to_owned(),
            },
        },
        _ => Credential::default(),
    };
    for (field, key) in problems(&terms, &credential) {
        if fields.problem_at(field).is_none() {
            fields.problem(field, Message::new(key));
        }
    }
    fields.problems().is_empty().then_some((terms, credential))
}

fn terms(fields: &Fields) -> MailboxTerms {
    let or = |name: &str, usual: &str| {
        let text = fields.text(name);
        if text.is_empty() {
            usual.to_owned()
        } else {
            text
        }
    };
    MailboxTerms {
        name: fields.text("mailbox-name"),
        address: fields.text("mailbox-address"),
        kind: fields.text("mailbox-kind"),
        host: fields.text("mailbox-host").to_lowercase(),
        port: fields
            .number("mailbox-port")
            .and_then(|port| u16::try_from(port).ok())
            .unwrap_or_default(),
        security: or("mailbox-security", "implicit"),
        way: or("mailbox-way", "password"),
        folder: or("mailbox-folder", "INBOX"),
        after: or("mailbox-after", "leave"),
        move_to: fields.text("mailbox-move-to"),
        poll_seconds: fields.number("mailbox-poll").unwrap_or(60),
        authserv_id: fields.text("mailbox-authserv").to_lowercase(),
        authority: fields.text("mailbox-authority"),
        silent_days: fields.number("mailbox-silent").unwrap_or(3),
        token_until: fields.date("mailbox-token-until"),
        unit: fields.id("mailbox-unit"),
        language: fields.optional("mailbox-language"),
        plus: fields.ticked("mailbox-plus"),
        active: fields.ticked("mailbox-active"),
    }
}

fn problems(terms: &MailboxTerms, with: &Credential) -> Vec<(&'static str, &'static str)> {
    let fetched = terms.kind == "imap";
    let here = terms.host.parse::<IpAddr>();
    let nearby = terms.host == "localhost" || here.as_ref().is_ok_and(|ip| ip.is_loopback());
    let odd = |c: char| c.is_whitespace() || matches!(c, '/' | '@');
    let all = [
        (
            !is_address(&terms.address),
            "mailbox-address",
            "refusal-email-wrong",
        ),
        (
            terms.host.contains(odd),
            "mailbox-host",
            "problem-relay-host",
        ),
        (
            !fetched && here.is_err(),
            "mailbox-host",
            "problem-mailbox-listen",
        ),
        (
            fetched && terms.security == "none" && !nearby,
            "mailbox-security",
            "problem-relay-open",
        ),
        (
            fetched && with.user.is_empty(),
            "mailbox-user",
            "problem-required",
        ),
        (
            fetched && with.secret.is_empty(),
            "mailbox-secret",
            "problem-required",
        ),
        (
            terms.after == "move" && terms.move_to.is_empty(),
            "mailbox-move-to",
            "problem-required",
        ),
        (
            !terms.authority.is_empty() && !terms.authority.contains("BEGIN CERTIFICATE"),
            "mailbox-authority",
            "problem-mailbox-authority",
        ),
    ];
    let wrong = all.into_iter().filter(|(wrong, ..)| *wrong);
    wrong.map(|(_, field, key)| (field, key)).collect()
}

fn is_address(typed: &str) -> bool {
    let parts = typed.rsplit_once('@');
    parts.is_some_and(|(local, domain)| {
        !local.is_empty() && !domain.is_empty() && !typed.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = fresh();
        let ferry = [
            ("mailbox-name", "Complaints"),
            ("mailbox-address", "complaints@ferry.example"),
            ("mailbox-host", "Mail.Ferry.example"),
            ("mailbox-user", "complaints"),
            ("mailbox-secret", "the boat left"),
        ];
        for (name, value) in ferry.iter().chain(pairs) {
            fields.take(name);
            fields.put(name, *value);
        }
        fields
    }

    fn wrong(pairs: &[(&str, &str)]) -> Vec<String> {
        let mut fields = typed(pairs);
        read(&mut fields, &Credential::default());
        fields
            .problems()
            .iter()
            .map(|it| it.field.clone())
            .collect()
    }

    #[test]
    fn what_is_held_comes_back_as_it_was() {
        let pairs = [("mailbox-token-until", "۱۴۰۵/۹/۱"), ("mailbox-port", "۹۹۳")];
        let (terms, with) = read(&mut typed(&pairs), &Credential::default()).unwrap();
        assert_eq!(
            (terms.host.as_str(), terms.port),
            ("mail.ferry.example", 993)
        );
        assert_eq!(terms.token_until.unwrap().to_string(), "2026-11-22");
        let again = read(&mut held(&terms, &with.user), &with).unwrap();
        assert_eq!(
            again,
            (terms, with),
            "an empty secret keeps the one on file"
        );
    }

    #[test]
    fn each_kind_asks_for_what_it_needs() {
        assert!(wrong(&[]).is_empty());
        assert_eq!(wrong(&[("mailbox-secret", "")]), ["mailbox-secret"]);
        assert_eq!(wrong(&[("mailbox-security", "none")]), ["mailbox-security"]);
        assert_eq!(wrong(&[("mailbox-after", "move")]), ["mailbox-move-to"]);
        assert_eq!(wrong(&[("mailbox-address", "ferry")]), ["mailbox-address"]);
        assert_eq!(wrong(&[("mailbox-authority", "x")]), ["mailbox-authority"]);
        let receives = [("mailbox-kind", "lmtp"), ("mailbox-host", "127.0.0.1")];
        assert!(wrong(&receives).is_empty());
        assert_eq!(wrong(&[("mailbox-kind", "smtp")]), ["mailbox-host"]);
    }

    #[test]
    fn who_receives_keeps_no_secret() {
        let pairs = [("mailbox-kind", "smtp"), ("mailbox-host", "::1")];
        let (_, with) = read(&mut typed(&pairs), &Credential::default()).unwrap();
        assert_eq!(with, Credential::default());
    }
}
