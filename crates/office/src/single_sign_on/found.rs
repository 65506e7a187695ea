//! What a provider publishes about itself (OpenID Connect discovery), its keys, and the
//! exchange of a code for a token: each asked when it is needed, through the one way out.

use super::{Refused, keys::Keys};
use crate::egress::{Inbound, Outbound, Target, encoded, escaped, send};
use axum::http::Method;
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::{Network, provider::Provider};
use serde::{Deserialize, de::DeserializeOwned};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Found {
    issuer: String,
    pub authorization_endpoint: String,
    token_endpoint: String,
    userinfo_endpoint: String,
    jwks_uri: String,
    token_endpoint_auth_methods_supported: Vec<String>,
    pub authorization_response_iss_parameter_supported: bool,
}

/// What came of a code.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Tokens {
    pub id_token: String,
    access_token: String,
}

/// What is shown to prove that we are the client.
pub struct Client<'a> {
    pub provider: &'a Provider,
    pub secret: &'a str,
    pub inside: &'a [Network],
}

impl Client<'_> {
    /// The provider has to call itself as it is called here, letter for letter: otherwise
    /// one provider could speak in the name of another.
    pub async fn discover(&self) -> Result<Found, Refused> {
        let issuer = self.provider.issuer.trim_end_matches('/');
        let place = format!("{issuer}/.well-known/openid-configuration");
        let found: Found = self.read(&place, Vec::new()).await?;
        let named = found.issuer == self.provider.issuer;
        let whole = ![
            &found.authorization_endpoint,
            &found.token_endpoint,
            &found.jwks_uri,
        ]
        .iter()
        .any(|place| place.is_empty());
        match named && whole && self.leads_out(&found.authorization_endpoint) {
            true => Ok(found),
            false => Err(Refused::SetUp),
        }
    }

    /// Browsers are sent there: over https, unless whoever runs the server named its network.
    fn leads_out(&self, place: &str) -> bool {
        let target = Target::read(place);
        target.is_ok_and(|target| target.secure || !self.inside.is_empty())
    }

    pub async fn keys(&self, found: &Found) -> Result<Keys, Refused> {
        self.read(&found.jwks_uri, Vec::new()).await
    }

    /// Whatever the provider answers to a code that it does not take is one refusal.
    pub async fn exchange(
        &self,
        found: &Found,
        code: &str,
        verifier: &str,
        back: &str,
    ) -> Result<Tokens, Refused> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", back),
            ("code_verifier", verifier),
        ];
        let mut headers = vec![
            ("accept", "application/json".to_owned()),
            (
                "content-type",
                "application/x-www-form-urlencoded".to_owned(),
            ),
        ];
        match self.shows_in_header(found) {
            true => headers.push(("authorization", self.basic())),
            false => {
                form.push(("client_id", &self.provider.client));
                if !self.secret.is_empty() {
                    form.push(("client_secret", self.secret));
                }
            }
        }
        let outbound = Outbound {
            method: Method::POST,
            target: target(&found.token_endpoint)?,
            headers,
            body: encoded(&form).into_bytes(),
            reads: true,
        };
        match self.sent(outbound).await? {
            Inbound { status: 200, body } => read(&body),
            Inbound {
                status: 400..=499, ..
            } => Err(Refused::Code),
            _ => Err(Refused::Unreachable),
        }
    }

    /// What else the provider says of the person, for providers that keep the address out
    /// of the token.
    pub async fn about(
        &self,
        found: &Found,
        tokens: &Tokens,
    ) -> Result<serde_json::Map<String, serde_json::Value>, Refused> {
        if found.userinfo_endpoint.is_empty() || tokens.access_token.is_empty() {
            return Ok(serde_json::Map::new());
        }
        let bearer = format!("Bearer {}", tokens.access_token);
        self.read(&found.userinfo_endpoint, vec![("authorization", bearer)])
            .await
    }

    /// The way that a provider takes unless it says otherwise.
    fn shows_in_header(&self, found: &Found) -> bool {
        let ways = &found.token_endpoint_auth_methods_supported;
        let basic = ways.is_empty() || ways.iter().any(|way| way == "client_secret_basic");
        !self.secret.is_empty() && basic
    }

    fn basic(&self) -> String {
        let (client, secret) = (escaped(&self.provider.client), escaped(self.secret));
        format!("Basic {}", STANDARD.encode(format!("{client}:{secret}")))
    }

    async fn read<T: DeserializeOwned>(
        &self,
        place: &str,
        mut headers: Vec<(&'static str, String)>,
    ) -> Result<T, Refused> {
        headers.push(("accept", "application/json".to_owned()));
        let outbound = Outbound {
            method: Method::GET,
            target: target(place)?,
            headers,
            body: Vec::new(),
            reads: true,
        };
        match self.sent(outbound).await? {
            Inbound { status: 200, body } => read(&body),
            _ => Err(Refused::Unreachable),
        }
    }

    async fn sent(&self, outbound: Outbound) -> Result<Inbound, Refused> {
        let sent = send(outbound, self.inside).await;
        sent.map_err(|_| Refused::Unreachable)
    }
}

fn target(place: &str) -> Result<Target, Refused> {
    Target::read(place).map_err(|_| Refused::SetUp)
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|_| Refused::SetUp)
}
