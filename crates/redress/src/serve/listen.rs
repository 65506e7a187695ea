//! Plain HTTP or TLS, until a signal says stop.

use super::Reach;
use axum::{
    Router,
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use redress_store::Db;
use std::{io, net::SocketAddr, path::Path, sync::Arc};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
    server::TlsStream,
};

/// `leave` ends what would never end by itself: open streams.
pub async fn until_stopped(
    app: Router,
    reach: &Reach,
    stop: impl Future<Output = ()> + Send + 'static,
    leave: impl FnOnce() + Send + 'static,
) -> io::Result<()> {
    let listener = TcpListener::bind(reach.listen).await?;
    let stopped = async move {
        stop.await;
        leave();
    };
    let service = app.into_make_service_with_connect_info::<Peer>();
    match &reach.tls {
        None => {
            axum::serve(Plain(listener), service)
                .with_graceful_shutdown(stopped)
                .await
        }
        Some((certificate, key)) => {
            let acceptor = TlsAcceptor::from(config(certificate, key)?);
            let secure = Secure::over(listener, acceptor);
            axum::serve(secure, service)
                .with_graceful_shutdown(stopped)
                .await
        }
    }
}

/// A signal, a wish from inside, or a storage that must not be trusted any more: then
/// the process ends and starts again through recovery.
pub async fn stopped(db: Db, until: impl Future<Output = ()>) {
    let mut terminate =
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(signal) => signal,
            Err(_) => return std::future::pending().await,
        };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
        () = broken(db) => {}
        () = until => {}
    }
}

/// Ends when the disk has failed and nothing is acknowledged any more.
async fn broken(db: Db) {
    let mut failed = db.failed();
    if failed.wait_for(|failed| *failed).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// The other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

impl Connected<IncomingStream<'_, Plain>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Plain>) -> Peer {
        Peer(*stream.remote_addr())
    }
}

impl Connected<IncomingStream<'_, Secure>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Secure>) -> Peer {
        Peer(*stream.remote_addr())
    }
}

struct Plain(TcpListener);

impl Listener for Plain {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        let (stream, from) = Listener::accept(&mut self.0).await;
        // Pages are written whole: waiting for more only delays them.
        let _ = stream.set_nodelay(true);
        (stream, from)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// Handshakes run beside one another: a slow client keeps nobody waiting.
struct Secure {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    addr: io::Result<SocketAddr>,
}

impl Secure {
    fn over(mut listener: TcpListener, acceptor: TlsAcceptor) -> Secure {
        let addr = listener.local_addr();
        let (done, ready) = mpsc::channel(64);
        tokio::spawn(async move {
            while !done.is_closed() {
                let (stream, from) = Listener::accept(&mut listener).await;
                let (acceptor, done) = (acceptor.clone(), done.clone());
                tokio::spawn(async move {
                    let limit = std::time::Duration::from_secs(10);
                    if let Ok(Ok(stream)) =
                        tokio::time::timeout(limit, acceptor.accept(stream)).await
                    {
                        let _ = done.send((stream, from)).await;
                    }
                });
            }
        });
        Secure { ready, addr }
    }
}

impl Listener for Secure {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, SocketAddr) {
        match self.ready.recv().await {
            Some(ready) => ready,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        match &self.addr {
            Ok(addr) => Ok(*addr),
            Err(error) => Err(io::Error::new(error.kind(), "no address")),
        }
    }
}

/// The server's own certificate, for other doors than the pages'.
pub fn certificate(reach: &Reach) -> io::Result<Option<Arc<ServerConfig>>> {
    let tls = reach.tls.as_ref();
    tls.map(|(certificate, key)| config(certificate, key))
        .transpose()
}

fn config(certificate: &Path, key: &Path) -> io::Result<Arc<ServerConfig>> {
    let wrong = |error: &dyn std::fmt::Display| {
        io::Error::new(io::ErrorKind::InvalidInput, error.to_string())
    };
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| wrong(&format!("{}: {error}", certificate.display())))?;
    let key = PrivateKeyDer::from_pem_file(key)
        .map_err(|error| wrong(&format!("{}: {error}", key.display())))?;
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| wrong(&error))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| wrong(&error))?;
    Ok(Arc::new(config))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use tokio_rustls::rustls::ProtocolVersion::{TLSv1_2, TLSv1_3};

    /// rustls knows nothing older; what it was built with is looked at all the same.
    #[test]
    fn the_newest_tls_leads_and_every_suite_keeps_yesterdays_talk_secret() {
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = (folder.path().join("c.pem"), folder.path().join("k.pem"));
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let config = config(&certificate, &key).unwrap();
        let suites = &config.crypto_provider().cipher_suites;
        let versions: Vec<_> = suites.iter().map(|it| it.version().version).collect();
        assert_eq!(versions.first(), Some(&TLSv1_3));
        assert!(
            versions.is_sorted_by_key(|it| *it != TLSv1_3),
            "{versions:?}"
        );
        for suite in suites {
            let name = format!("{:?}", suite.suite());
            let version = suite.version().version;
            assert!([TLSv1_2, TLSv1_3].contains(&version), "{name}");
            assert!(version == TLSv1_3 || name.contains("ECDHE"), "{name}");
            assert!(name.contains("GCM") || name.contains("CHACHA20"), "{name}");
        }
    }
}
