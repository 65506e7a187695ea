//! The one way out over http, for webhooks and for signing in elsewhere: resolve once,
//! refuse what is inside, connect to the very address that was looked at, send once. No
//! redirect is followed, an answer is read up to a limit, and everything together takes
//! ten seconds at most. Leaves no evidence.

pub use crate::target::{ADDRESS_MAX, Target, Wrong};

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, Response},
};
use hyper::{body::Incoming, client::conn::http1};
use hyper_util::rt::TokioIo;
use redress_kernel::Network;
use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
};

pub const TIMEOUT: Duration = Duration::from_secs(10);
/// The longest answer that is read.
pub const ANSWER_MAX: usize = 1_000_000;

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReached {
    Address(Wrong),
    /// The name leads nowhere.
    Unknown,
    /// Nobody listens there.
    Refused,
    /// The certificate is not good.
    Certificate,
    Timeout,
    /// The answer is longer than anybody needs.
    TooLong,
    /// It hung up in the middle.
    Broken,
}

/// Everything that is sent.
pub struct Outbound {
    pub method: Method,
    pub target: Target,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// Is the answer's body wanted? Where nobody reads it, it is not fetched.
    pub reads: bool,
}

/// What came back; a redirect is an answer like any other, and nobody goes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbound {
    pub status: u16,
    pub body: Vec<u8>,
}

/// `trusted`: networks of our own, as whoever runs the server named them.
pub async fn send(outbound: Outbound, trusted: &[Network]) -> Result<Inbound, NotReached> {
    let done = timeout(TIMEOUT, sent(outbound, trusted)).await;
    done.unwrap_or(Err(NotReached::Timeout))
}

async fn sent(outbound: Outbound, trusted: &[Network]) -> Result<Inbound, NotReached> {
    let target = &outbound.target;
    let found = lookup_host((target.host.as_str(), target.port)).await;
    let found: Vec<IpAddr> = found
        .map_err(|_| NotReached::Unknown)?
        .map(|socket| socket.ip())
        .collect();
    let ip = target
        .pinned(&found, trusted)
        .map_err(NotReached::Address)?;
    let stream = TcpStream::connect(SocketAddr::new(ip, target.port)).await;
    let stream = stream.map_err(|_| NotReached::Refused)?;
    if !target.secure {
        return spoken(stream, outbound).await;
    }
    let name = ServerName::try_from(target.host.clone());
    let name = name.map_err(|_| NotReached::Address(Wrong::Unreadable))?;
    let connector = TlsConnector::from(roots());
    let secured = connector.connect(name, stream).await;
    spoken(secured.map_err(|_| NotReached::Certificate)?, outbound).await
}

/// The certificates of the world, read once.
fn roots() -> Arc<ClientConfig> {
    static ROOTS: OnceLock<Arc<ClientConfig>> = OnceLock::new();
    let made = ROOTS.get_or_init(|| {
        let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let config = ClientConfig::builder().with_root_certificates(roots);
        Arc::new(config.with_no_client_auth())
    });
    made.clone()
}

async fn spoken<S>(stream: S, outbound: Outbound) -> Result<Inbound, NotReached>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let shaken = http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|_| NotReached::Broken)?;
    let (driven, reads) = (tokio::spawn(connection), outbound.reads);
    let answer = sender.send_request(request(outbound)?).await;
    let answered = match answer {
        Ok(answer) => inbound(answer, reads).await,
        Err(_) => Err(NotReached::Broken),
    };
    driven.abort();
    answered
}

async fn inbound(answer: Response<Incoming>, reads: bool) -> Result<Inbound, NotReached> {
    let status = answer.status().as_u16();
    let body = match reads {
        true => to_bytes(Body::new(answer.into_body()), ANSWER_MAX)
            .await
            .map_err(|_| NotReached::TooLong)?
            .to_vec(),
        false => Vec::new(),
    };
    Ok(Inbound { status, body })
}

fn request(outbound: Outbound) -> Result<Request<Body>, NotReached> {
    let target = &outbound.target;
    let mut request = Request::builder()
        .method(outbound.method)
        .uri(target.path.as_str())
        .header("host", target.authority())
        .header("user-agent", concat!("Redress/", env!("CARGO_PKG_VERSION")))
        .header("content-length", outbound.body.len());
    for (name, value) in &outbound.headers {
        request = request.header(*name, value);
    }
    let made = request.body(Body::from(outbound.body));
    made.map_err(|_| NotReached::Address(Wrong::Unreadable))
}

/// As a form and an address write it.
pub fn encoded(pairs: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{}={}", escaped(name), escaped(value));
    pairs.iter().map(pair).collect::<Vec<_>>().join("&")
}

pub fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes()
        .map(|byte| match plain(byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}
