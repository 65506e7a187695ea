//! What an identity token says, and whether it says it to us, now, and in answer to what
//! we asked. Pure: its signature was checked before.

use serde::Deserialize;
use serde_json::Value;

/// Clocks that disagree.
pub(super) const SKEW_SECONDS: i64 = 60;
/// The longest name that a provider gives a person (OpenID Connect core, 2).
const SUBJECT_MAX: usize = 255;

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Claims {
    #[serde(default)]
    pub iss: String,
    #[serde(default)]
    pub sub: String,
    #[serde(default)]
    pub aud: Audience,
    #[serde(default)]
    pub azp: Option<String>,
    #[serde(default)]
    pub exp: i64,
    #[serde(default)]
    pub iat: i64,
    #[serde(default)]
    pub nonce: Option<String>,
    #[serde(flatten)]
    pub others: serde_json::Map<String, Value>,
}

/// One or several, as the standard lets providers write it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Audience {
    One(String),
    Several(Vec<String>),
}

impl Default for Audience {
    fn default() -> Audience {
        Audience::Several(Vec::new())
    }
}

impl Audience {
    fn names(&self, client: &str) -> bool {
        match self {
            Audience::One(one) => one == client,
            Audience::Several(all) => all.iter().any(|one| one == client),
        }
    }

    fn is_shared(&self) -> bool {
        matches!(self, Audience::Several(all) if all.len() > 1)
    }
}

impl Claims {
    /// When the provider last asked who it is, in seconds, where it says so.
    pub fn asked_at(&self) -> Option<i64> {
        let told = self.others.get("auth_time").and_then(Value::as_i64);
        told.filter(|seconds| *seconds >= 0)
    }

    /// In one of these ways the person showed there who they are (`acr`, `amr`). What is
    /// not said did not happen: the least that a provider takes is believed.
    pub fn is_strong(&self, wanted: &[String]) -> bool {
        let says = |name: &str| self.others.get(name);
        let class = says("acr").and_then(Value::as_str);
        let methods = says("amr").and_then(Value::as_array).into_iter().flatten();
        let mut told = class.into_iter().chain(methods.filter_map(Value::as_str));
        wanted.is_empty() || told.any(|one| wanted.iter().any(|it| it == one))
    }

    /// They showed it within these minutes (0: whenever); `now` in seconds.
    pub fn is_recent(&self, minutes: u32, now: i64) -> bool {
        let since = now - i64::from(minutes) * 60 - SKEW_SECONDS;
        minutes == 0 || self.asked_at().is_some_and(|at| at >= since)
    }
}

/// What has to be so.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client: &'a str,
    pub nonce: &'a str,
    /// Seconds since 1970.
    pub now: i64,
}

/// Why a token is not believed; each has its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unbelieved {
    /// Unsigned, signed by nobody we know, or changed.
    Signature,
    Issuer,
    Audience,
    Expired,
    Nonce,
    /// It cannot be read, or names nobody.
    Unreadable,
}

impl Unbelieved {
    pub const fn code(self) -> &'static str {
        match self {
            Unbelieved::Signature => "signature",
            Unbelieved::Issuer => "issuer",
            Unbelieved::Audience => "audience",
            Unbelieved::Expired => "expired",
            Unbelieved::Nonce => "nonce",
            Unbelieved::Unreadable => "unreadable",
        }
    }
}

impl Claims {
    pub fn hold(&self, it: &Expected) -> Result<(), Unbelieved> {
        let azp = self.azp.as_deref();
        let ours = azp.map_or(!self.aud.is_shared(), |azp| azp == it.client);
        let fresh = self.exp > it.now - SKEW_SECONDS && self.iat <= it.now + SKEW_SECONDS;
        match () {
            () if self.iss != it.issuer => Err(Unbelieved::Issuer),
            () if !self.aud.names(it.client) || !ours => Err(Unbelieved::Audience),
            () if !fresh => Err(Unbelieved::Expired),
            () if self.nonce.as_deref() != Some(it.nonce) => Err(Unbelieved::Nonce),
            () if self.sub.is_empty() || self.sub.len() > SUBJECT_MAX => {
                Err(Unbelieved::Unreadable)
            }
            () => Ok(()),
        }
    }
}
