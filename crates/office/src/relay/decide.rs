//! A relay's settings and what can be wrong with them.

use redress_kernel::{
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_mail::{Relay, Tls};
use std::fmt;

/// `none` is for a relay on this machine; everything else would send letters in the clear.
pub const ENCRYPTIONS: &[&str] = &["starttls", "implicit", "none"];

#[derive(Clone, PartialEq, Eq)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub encryption: String,
    pub from: String,
    pub user: String,
    pub password: String,
    /// Name and password are there and were sealed with other keys: they are typed anew.
    pub locked: bool,
}

pub const FORM: &[Field] = &[
    Field::new("relay-host", Kind::Line(253))
        .required()
        .hinted(),
    Field::new("relay-port", Kind::Number(1, 65_535))
        .required()
        .hinted(),
    Field::new(
        "relay-encryption",
        Kind::Choice("relay-encryption", ENCRYPTIONS),
    )
    .required(),
    Field::new("relay-from", Kind::Line(254))
        .required()
        .hinted(),
    Field::new("relay-user", Kind::Line(254)),
];

/// The password stays out of every log.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Settings({}:{})", self.host, self.port)
    }
}

impl Settings {
    /// As the mail room takes it.
    pub fn to_relay(&self) -> Relay {
        let tls = match self.encryption.as_str() {
            "none" => Tls::None,
            "implicit" => Tls::Implicit,
            _ => Tls::Starttls,
        };
        let (user, password, from) = (self.user.clone(), self.password.clone(), self.from.clone());
        Relay {
            host: self.host.clone(),
            port: self.port,
            tls,
            user,
            password,
            from,
        }
    }
}

/// Beside the others because it is never written back into a page.
pub const PASSWORD: Field = Field::new("relay-password", Kind::Line(500));

/// `kept`: the password on file, which an empty field leaves alone.
pub fn read(fields: &mut Fields, kept: &str) -> Option<Settings> {
    fields.check(&[FORM, &[PASSWORD]].concat());
    let (host, from) = (
        fields.text("relay-host").to_lowercase(),
        fields.text("relay-from"),
    );
    if !host.is_empty() && host.contains(|c: char| c.is_whitespace() || matches!(c, '/' | '@')) {
        fields.problem("relay-host", Message::new("problem-relay-host"));
    }
    if !from.is_empty()
        && !from
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
    {
        fields.problem("relay-from", Message::new("refusal-email-wrong"));
    }
    let encryption = fields.text("relay-encryption");
    if encryption == "none" && !is_here(&host) && !host.is_empty() {
        fields.problem("relay-encryption", Message::new("problem-relay-open"));
    }
    let port = fields
        .number("relay-port")
        .and_then(|port| u16::try_from(port).ok())
        .unwrap_or_default();
    let typed = fields.typed("relay-password");
    let user = fields.text("relay-user");
    let password = if user.is_empty() {
        ""
    } else if typed.is_empty() {
        kept
    } else {
        typed
    }
    .to_owned();
    fields.problems().is_empty().then_some(Settings {
        host,
        port,
        encryption,
        from,
        user,
        password,
        locked: false,
    })
}

fn is_here(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        let good = [
            ("relay-host", "mail.ferry.example"),
            ("relay-port", "۵۸۷"),
            ("relay-encryption", "starttls"),
            ("relay-from", "care@ferry.example"),
            ("relay-user", "care"),
        ];
        let rest = good
            .iter()
            .filter(|(name, _)| !pairs.iter().any(|(its, _)| its == name));
        Fields::from_pairs(
            rest.chain(pairs)
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn an_empty_password_leaves_the_one_on_file() {
        let settings = read(&mut typed(&[]), "on file");
        assert_eq!(
            settings.map(|s| (s.port, s.password)),
            Some((587, "on file".to_owned()))
        );
        let settings = read(&mut typed(&[("relay-password", "new")]), "on file");
        assert_eq!(settings.map(|s| s.password), Some("new".to_owned()));
        let settings = read(&mut typed(&[("relay-user", "")]), "on file");
        assert_eq!(settings.map(|s| s.password), Some(String::new()));
    }

    #[test]
    fn letters_cross_a_network_only_encrypted() {
        let mut open = typed(&[("relay-encryption", "none")]);
        assert_eq!(read(&mut open, ""), None);
        assert!(open.problem_at("relay-encryption").is_some());
        assert!(
            read(
                &mut typed(&[("relay-encryption", "none"), ("relay-host", "127.0.0.1")]),
                ""
            )
            .is_some()
        );
    }
}
