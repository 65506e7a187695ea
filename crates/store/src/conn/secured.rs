//! The line to PostgreSQL, encrypted (decision 125): `sslmode=verify-full` proves the
//! server's name against the authorities of the world, or against the one that
//! `sslrootcert` names, and against it alone. To another machine nothing else is spoken
//! unless the address says `sslmode=disable`. Leaves no evidence.

use crate::Error;
use postgres::{
    Client, Config,
    config::{Host, SslMode},
    tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream},
};
use std::{
    io,
    net::IpAddr,
    path::{Path, PathBuf},
    pin::Pin,
    str::FromStr,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::{
    TlsConnector, client,
    rustls::{
        ClientConfig, RootCertStore,
        pki_types::{CertificateDer, InvalidDnsNameError, ServerName, pem::PemObject},
    },
};

/// How the address wants the line.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    Open,
    /// The authority that is believed; None: those of the world.
    Encrypted(Option<PathBuf>),
}

/// An address, taken apart.
pub struct Address {
    pub config: Config,
    line: Line,
}

const MODES: &str = "sslmode is verify-full, or disable for a line that is safe otherwise";

impl Address {
    pub fn read(url: &str) -> Result<Address, Error> {
        let unreadable = || Error::Wrong("the database URL cannot be read".into());
        let (rest, asked) = parted(url);
        let mut config = Config::from_str(&rest).map_err(|_| unreadable())?;
        let near = config.get_hosts().iter().all(is_near);
        let line = match (asked.mode.as_deref(), near) {
            (Some("verify-full"), _) => Line::Encrypted(asked.authority),
            (Some("disable"), _) => Line::Open,
            (Some(_), _) => return Err(Error::Wrong(MODES.into())),
            // Nobody listens between two programs of one machine.
            (None, true) if asked.authority.is_none() => Line::Open,
            (None, _) => Line::Encrypted(asked.authority),
        };
        config.ssl_mode(match line {
            Line::Open => SslMode::Disable,
            Line::Encrypted(_) => SslMode::Require,
        });
        Ok(Address { config, line })
    }

    pub fn connect(&self) -> Result<Client, Error> {
        let failed = |error: postgres::Error| super::postgres::error(error);
        match &self.line {
            Line::Open => self.config.connect(postgres::NoTls).map_err(failed),
            Line::Encrypted(authority) => {
                let tls = Secured(TlsConnector::from(believing(authority.as_deref())?));
                self.config.connect(tls).map_err(failed)
            }
        }
    }
}

#[derive(Default)]
struct Asked {
    mode: Option<String>,
    authority: Option<PathBuf>,
}

/// Takes out of the address what the driver does not know: it has no `verify-full`.
fn parted(url: &str) -> (String, Asked) {
    let mut asked = Asked::default();
    let Some((before, query)) = url.split_once('?') else {
        return (url.to_owned(), asked);
    };
    let mut rest = Vec::new();
    for pair in query.split('&') {
        match pair.split_once('=') {
            Some(("sslmode", mode)) => asked.mode = Some(mode.to_owned()),
            Some(("sslrootcert", file)) => asked.authority = Some(PathBuf::from(unescaped(file))),
            _ => rest.push(pair),
        }
    }
    match rest.is_empty() {
        true => (before.to_owned(), asked),
        false => (format!("{before}?{}", rest.join("&")), asked),
    }
}

/// `%2F` and its like, as paths in addresses have them.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let coded = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, coded) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// This machine: by socket, by name, by number.
fn is_near(host: &Host) -> bool {
    match host {
        #[cfg(unix)]
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
    }
}

fn believing(authority: Option<&Path>) -> Result<Arc<ClientConfig>, Error> {
    let roots = match authority {
        None => RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => named(file)?,
    };
    let config = ClientConfig::builder().with_root_certificates(roots);
    Ok(Arc::new(config.with_no_client_auth()))
}

fn named(file: &Path) -> Result<RootCertStore, Error> {
    let wrong = || {
        Error::Wrong(format!(
            "{} is no certificate of an authority (sslrootcert)",
            file.display()
        ))
    };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|_| wrong())? {
        let certificate = certificate.map_err(|_| wrong())?;
        roots.add(certificate).map_err(|_| wrong())?;
    }
    match roots.is_empty() {
        true => Err(wrong()),
        false => Ok(roots),
    }
}

#[derive(Clone)]
struct Secured(TlsConnector);

struct Named {
    connector: TlsConnector,
    server: ServerName<'static>,
}

/// What the driver reads from and writes to.
pub struct Encrypted<S>(client::TlsStream<S>);

type Opening<S> = Pin<Box<dyn Future<Output = io::Result<Encrypted<S>>> + Send>>;

impl<S> MakeTlsConnect<S> for Secured
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    type Stream = Encrypted<S>;
    type TlsConnect = Named;
    type Error = InvalidDnsNameError;

    fn make_tls_connect(&mut self, host: &str) -> Result<Named, InvalidDnsNameError> {
        Ok(Named {
            connector: self.0.clone(),
            server: ServerName::try_from(host.to_owned())?,
        })
    }
}

impl<S> TlsConnect<S> for Named
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    type Stream = Encrypted<S>;
    type Error = io::Error;
    type Future = Opening<S>;

    fn connect(self, stream: S) -> Opening<S> {
        Box::pin(async move {
            let secured = self.connector.connect(self.server, stream).await?;
            Ok(Encrypted(secured))
        })
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> TlsStream for Encrypted<S> {
    /// The name was proved; binding the password to the line would say no more.
    fn channel_binding(&self) -> ChannelBinding {
        ChannelBinding::none()
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Encrypted<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().0).poll_read(context, into)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Encrypted<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().0).poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().0).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().0).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn line(url: &str) -> Line {
        Address::read(url)
            .unwrap_or_else(|error| panic!("{url}: {error}"))
            .line
    }

    #[test]
    fn to_another_machine_nothing_is_spoken_in_the_clear_by_accident() {
        for near in [
            "postgres://redress@127.0.0.1:5432/redress",
            "postgres://redress@localhost/redress",
            "postgres://redress@[::1]/redress?connect_timeout=5",
            "postgres:///redress?host=/run/postgresql&user=redress",
        ] {
            assert_eq!(line(near), Line::Open, "{near}");
        }
        let far = "postgres://redress@db.ferry.example/redress";
        assert_eq!(line(far), Line::Encrypted(None));
        let mixed = "postgres://redress@localhost,db.ferry.example/redress";
        assert_eq!(line(mixed), Line::Encrypted(None), "one of two is far");
        assert_eq!(line(&format!("{far}?sslmode=disable")), Line::Open);
        let near = "postgres://redress@127.0.0.1/redress?sslmode=verify-full";
        assert_eq!(line(near), Line::Encrypted(None));
    }

    #[test]
    fn an_authority_is_named_by_its_file_and_half_a_protection_is_refused() {
        let far = "postgres://redress@db.ferry.example/redress";
        let named = format!("{far}?sslrootcert=%2Fetc%2Fredress%2Fca.pem&sslmode=verify-full");
        let file = PathBuf::from("/etc/redress/ca.pem");
        assert_eq!(line(&named), Line::Encrypted(Some(file)));
        for half in ["require", "prefer", "verify-ca", "allow", ""] {
            let refused = Address::read(&format!("{far}?sslmode={half}"));
            assert!(
                refused.is_err_and(|error| error.to_string().contains("verify-full")),
                "{half}"
            );
        }
        assert!(believing(Some(Path::new("/nowhere/ca.pem"))).is_err());
    }
}
