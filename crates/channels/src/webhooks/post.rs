//! The way out: resolve, refuse what is inside, connect to the very address that
//! was looked at, send once, read the status. No redirect is followed and no body
//! is read; everything together takes ten seconds at most.

use super::target::{Target, Wrong};
use axum::{body::Body, http::Request};
use hyper::client::conn::http1;
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

/// Why a telling was not taken; `outcome-{code}` says what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    Address(Wrong),
    /// The name leads nowhere.
    Unknown,
    /// Nobody listens there.
    Refused,
    /// The certificate is not good.
    Certificate,
    Timeout,
    Redirect,
    /// The receiver wants nothing more, ever.
    Gone,
    Status(u16),
    /// It hung up in the middle.
    Broken,
}

impl NotTaken {
    pub fn code(self) -> String {
        match self {
            NotTaken::Address(wrong) => wrong.name().to_owned(),
            NotTaken::Unknown => "unknown".to_owned(),
            NotTaken::Refused => "refused".to_owned(),
            NotTaken::Certificate => "certificate".to_owned(),
            NotTaken::Timeout => "timeout".to_owned(),
            NotTaken::Redirect => "redirect".to_owned(),
            NotTaken::Gone => "gone".to_owned(),
            NotTaken::Status(status) => format!("status {status}"),
            NotTaken::Broken => "broken".to_owned(),
        }
    }
}

/// Everything that is posted.
pub struct Parcel {
    pub target: Target,
    pub headers: [(&'static str, String); 3],
    pub body: String,
}

pub async fn post(parcel: Parcel, trusted: &[Network]) -> Result<(), NotTaken> {
    let done = timeout(TIMEOUT, sent(parcel, trusted)).await;
    done.unwrap_or(Err(NotTaken::Timeout))
}

async fn sent(parcel: Parcel, trusted: &[Network]) -> Result<(), NotTaken> {
    let target = &parcel.target;
    let found = lookup_host((target.host.as_str(), target.port)).await;
    let found: Vec<IpAddr> = found
        .map_err(|_| NotTaken::Unknown)?
        .map(|socket| socket.ip())
        .collect();
    let ip = target.pinned(&found, trusted).map_err(NotTaken::Address)?;
    let stream = TcpStream::connect(SocketAddr::new(ip, target.port)).await;
    let stream = stream.map_err(|_| NotTaken::Refused)?;
    if !target.secure {
        return spoken(stream, parcel).await;
    }
    let name = ServerName::try_from(target.host.clone());
    let name = name.map_err(|_| NotTaken::Address(Wrong::Unreadable))?;
    let connector = TlsConnector::from(roots());
    let secured = connector.connect(name, stream).await;
    spoken(secured.map_err(|_| NotTaken::Certificate)?, parcel).await
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

async fn spoken<S>(stream: S, parcel: Parcel) -> Result<(), NotTaken>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let shaken = http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|_| NotTaken::Broken)?;
    let driven = tokio::spawn(connection);
    let answer = sender.send_request(request(parcel)?).await;
    let status = answer.map(|answer| answer.status().as_u16());
    driven.abort();
    match status {
        Ok(200..=299) => Ok(()),
        Ok(300..=399) => Err(NotTaken::Redirect),
        Ok(410) => Err(NotTaken::Gone),
        Ok(status) => Err(NotTaken::Status(status)),
        Err(_) => Err(NotTaken::Broken),
    }
}

fn request(parcel: Parcel) -> Result<Request<Body>, NotTaken> {
    let target = &parcel.target;
    let mut request = Request::post(target.path.as_str())
        .header("host", target.authority())
        .header("content-type", "application/json")
        .header("user-agent", concat!("Redress/", env!("CARGO_PKG_VERSION")))
        .header("content-length", parcel.body.len());
    for (name, value) in &parcel.headers {
        request = request.header(*name, value);
    }
    let made = request.body(Body::from(parcel.body));
    made.map_err(|_| NotTaken::Address(Wrong::Unreadable))
}
