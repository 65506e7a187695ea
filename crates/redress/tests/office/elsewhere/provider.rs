//! A provider in this process that can be told to cheat, and a real one beside it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
};

/// What it does to what it says of somebody.
pub type Twist = fn(&mut Value);

/// A provider that does what it is told.
#[derive(Clone)]
pub struct Provider {
    pub issuer: String,
    state: Arc<Mutex<State>>,
}

struct State {
    key: EcdsaKeyPair,
    /// Asked for and not handed out yet: code, challenge, nonce.
    codes: Vec<(String, String, String)>,
    /// Header and claims, before they are signed.
    header: Value,
    twist: Twist,
    claims: Value,
    /// How it calls itself.
    named: String,
    /// Seconds since 1970, as the house has them.
    now: i64,
}

impl Provider {
    pub fn opens(now: i64) -> Provider {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://127.0.0.1:{}", listener.local_addr().unwrap().port());
        let random = SystemRandom::new();
        let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
        let provider = Provider {
            state: Arc::new(Mutex::new(State {
                key: EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random).unwrap(),
                codes: Vec::new(),
                header: json!({ "alg": "ES256", "kid": "k1" }),
                twist: |_| {},
                claims: json!({
                    "sub": "jonas-1", "email": "Jonas@ferry.example", "email_verified": true,
                    "name": "Jonas Petrauskas",
                }),
                named: issuer.clone(),
                now,
            })),
            issuer,
        };
        let served = provider.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                served.answer(stream);
            }
        });
        provider
    }

    /// What it says of the person from now on.
    pub fn says(&self, claims: Value) {
        self.state.lock().unwrap().claims = claims;
    }

    pub fn cheats(&self, twist: Twist) {
        self.state.lock().unwrap().twist = twist;
    }

    pub fn signs_with(&self, header: Value) {
        self.state.lock().unwrap().header = header;
    }

    pub fn calls_itself(&self, name: &str) {
        self.state.lock().unwrap().named = name.to_owned();
    }

    /// The person agreed: a code for what the address asked.
    pub fn agrees(&self, asked: &str) -> String {
        let mut state = self.state.lock().unwrap();
        let code = format!("code-{}", state.codes.len());
        let part = |name: &str| parameter(asked, name);
        let kept = (code.clone(), part("code_challenge"), part("nonce"));
        assert_eq!(part("code_challenge_method"), "S256");
        assert_eq!(part("response_type"), "code");
        state.codes.push(kept);
        code
    }

    fn answer(&self, mut stream: TcpStream) {
        let Some((line, body)) = heard(&mut stream) else {
            return;
        };
        let (status, answer) = match line.split(' ').nth(1).unwrap_or_default() {
            "/.well-known/openid-configuration" => ("200 OK", self.about_itself()),
            "/keys" => ("200 OK", self.keys()),
            "/token" => self.token(&body),
            _ => ("404 Not Found", json!({})),
        };
        let text = answer.to_string();
        let _ = write!(
            stream,
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}",
            text.len()
        );
    }

    fn about_itself(&self) -> Value {
        let state = self.state.lock().unwrap();
        json!({
            "issuer": state.named,
            "authorization_endpoint": format!("{}/auth", self.issuer),
            "token_endpoint": format!("{}/token", self.issuer),
            "jwks_uri": format!("{}/keys", self.issuer),
            "authorization_response_iss_parameter_supported": true,
        })
    }

    fn keys(&self) -> Value {
        let state = self.state.lock().unwrap();
        let point = state.key.public_key().as_ref();
        json!({ "keys": [{
            "kty": "EC", "crv": "P-256", "kid": "k1", "use": "sig",
            "x": URL_SAFE_NO_PAD.encode(&point[1..33]),
            "y": URL_SAFE_NO_PAD.encode(&point[33..65]),
        }] })
    }

    /// A code once, and only to whoever began (PKCE).
    fn token(&self, body: &str) -> (&'static str, Value) {
        let mut state = self.state.lock().unwrap();
        let (code, verifier) = (parameter(body, "code"), parameter(body, "code_verifier"));
        let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()));
        let found = state
            .codes
            .iter()
            .position(|(its, challenged, _)| *its == code && *challenged == challenge);
        let Some(at) = found else {
            return ("400 Bad Request", json!({ "error": "invalid_grant" }));
        };
        let nonce = std::mem::take(&mut state.codes[at].2);
        state.codes[at].0.clear();
        (
            "200 OK",
            json!({ "id_token": state.signed(&self.issuer, &nonce), "token_type": "Bearer" }),
        )
    }
}

impl State {
    fn signed(&self, issuer: &str, nonce: &str) -> String {
        let mut claims = self.claims.clone();
        for (name, value) in [
            ("iss", json!(issuer)),
            ("aud", json!("redress")),
            ("iat", json!(self.now)),
            ("exp", json!(self.now + 300)),
            ("nonce", json!(nonce)),
        ] {
            claims[name] = value;
        }
        (self.twist)(&mut claims);
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&self.header), part(&claims));
        if self.header["alg"] == "none" {
            return format!("{signed}.");
        }
        let signature = self
            .key
            .sign(&SystemRandom::new(), signed.as_bytes())
            .unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref()))
    }
}

/// One request: its first line and its body.
fn heard(stream: &mut TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let (mut first, mut length) = (String::new(), 0);
    reader.read_line(&mut first).ok()?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((first, String::from_utf8(body).ok()?))
}

/// A value of an address or a form, decoded.
pub fn parameter(text: &str, name: &str) -> String {
    let query = text.split_once('?').map_or(text, |(_, query)| query);
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.find(|(its, _)| *its == name);
    decoded(value.map_or("", |(_, value)| value))
}

fn decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut plain = Vec::new();
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => {
                let pair = [bytes.next().unwrap(), bytes.next().unwrap()];
                let text = std::str::from_utf8(&pair).unwrap().to_owned();
                plain.push(u8::from_str_radix(&text, 16).unwrap());
            }
            b'+' => plain.push(b' '),
            other => plain.push(other),
        }
    }
    String::from_utf8(plain).unwrap()
}

/// `oidc-provider` in a process of its own; None where Node or the package is missing.
pub struct Real {
    pub issuer: String,
    child: Child,
}

impl Real {
    pub fn opens(back: &str, email: &str) -> Option<Real> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oidc");
        if !folder.join("node_modules/oidc-provider").is_dir() {
            return None;
        }
        let mut child = Command::new("node")
            .args(["provider.mjs", back, email])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take()?)
            .read_line(&mut line)
            .ok()?;
        let issuer = line.trim().to_owned();
        Some(Real { issuer, child })
    }

    /// Follows its pages as a browser does, until it leads back to us.
    pub fn leads_back(&self, asked: &str) -> String {
        let mut place = asked.to_owned();
        let mut cookies: Vec<(String, String)> = Vec::new();
        for _ in 0..10 {
            let (to, set) = visited(&self.issuer, &place, &cookies);
            assert!(!to.is_empty(), "{place} leads nowhere");
            for cookie in set {
                let (name, value) = cookie.split_once('=').unwrap();
                cookies.retain(|(its, _)| its != name);
                cookies.push((name.to_owned(), value.to_owned()));
            }
            if !to.starts_with('/') && !to.starts_with(&self.issuer) {
                return to;
            }
            place = to;
        }
        panic!("it leads nowhere");
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where a page of the provider leads, and the cookies that it sets.
fn visited(issuer: &str, place: &str, cookies: &[(String, String)]) -> (String, Vec<String>) {
    let host = issuer.trim_start_matches("http://");
    let path = place.strip_prefix(issuer).unwrap_or(place);
    let mut stream = TcpStream::connect(host).unwrap();
    let cookies: Vec<String> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {host}\r\naccept: text/html\r\ncookie: {}\r\nconnection: close\r\n\r\n",
        cookies.join("; ")
    )
    .unwrap();
    let (mut to, mut set) = (String::new(), Vec::new());
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let Some((name, value)) = line.split_once(':') else {
            if line.is_empty() {
                break;
            }
            continue;
        };
        match name.to_ascii_lowercase().as_str() {
            "location" => to = value.trim().to_owned(),
            "set-cookie" => set.push(value.trim().split(';').next().unwrap().to_owned()),
            _ => {}
        }
    }
    (to, set)
}
