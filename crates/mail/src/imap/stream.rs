//! The connection itself: TCP, TLS from the first byte or after STARTTLS, and how
//! long we wait.

use super::{Account, Fault};
use crate::Deadline;
use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};
use std::{
    io::{self, Read, Write},
    net::TcpStream,
    sync::Arc,
    time::Duration,
};

pub enum Stream {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
    /// Between plain and TLS, or when TLS did not come about.
    Gone,
}

impl Stream {
    pub fn open(account: &Account) -> Result<Stream, Fault> {
        let mut last = Fault::NotReached;
        for address in account.addresses()? {
            match TcpStream::connect_timeout(&address, account.patience) {
                Ok(tcp) => {
                    drop(tcp.set_nodelay(true));
                    tcp.set_write_timeout(Some(account.patience))
                        .map_err(|_| Fault::NotReached)?;
                    return Ok(Stream::Plain(tcp));
                }
                Err(error) if error.kind() == io::ErrorKind::TimedOut => last = Fault::Slow,
                Err(_) => last = Fault::NotReached,
            }
        }
        Err(last)
    }

    /// Changes over to TLS; whoever is there has to prove the name we asked for.
    pub fn secure(&mut self, account: &Account) -> Result<(), Fault> {
        let Stream::Plain(mut tcp) = std::mem::replace(self, Stream::Gone) else {
            return Err(Fault::NotTls);
        };
        let name = ServerName::try_from(account.host.clone()).map_err(|_| Fault::Unknown)?;
        let config = Arc::new(trusting(account.authority.as_deref())?);
        let mut tls = ClientConnection::new(config, name).map_err(|e| Fault::of_tls(&e))?;
        let until = Deadline::after(account.patience);
        while tls.is_handshaking() {
            let left = until.left().ok_or(Fault::Slow)?;
            tcp.set_read_timeout(Some(left))
                .map_err(|e| Fault::of(&e))?;
            tls.complete_io(&mut tcp).map_err(|e| Fault::of(&e))?;
        }
        *self = Stream::Tls(Box::new(StreamOwned::new(tls, tcp)));
        Ok(())
    }

    /// Some bytes; none when the other side has ended; an error after `wait`.
    pub fn read(&mut self, into: &mut [u8], wait: Duration) -> io::Result<usize> {
        match self {
            Stream::Plain(tcp) => {
                tcp.set_read_timeout(Some(wait))?;
                tcp.read(into)
            }
            Stream::Tls(tls) => {
                tls.sock.set_read_timeout(Some(wait))?;
                tls.read(into)
            }
            Stream::Gone => Ok(0),
        }
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let written = match self {
            Stream::Plain(tcp) => tcp.write_all(bytes),
            Stream::Tls(tls) => tls.write_all(bytes).and_then(|()| tls.flush()),
            Stream::Gone => Err(io::ErrorKind::NotConnected.into()),
        };
        written.map_err(|error| Fault::of(&error))
    }
}

fn trusting(authority: Option<&str>) -> Result<ClientConfig, Fault> {
    let roots = believed(authority)?;
    let bad = Fault::Certificate(super::Certificate::Bad);
    let config =
        ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()));
    let config = config
        .with_safe_default_protocol_versions()
        .map_err(|_| bad)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// The authorities of the world, or the organisation's own alone: who has one would not
/// want a stranger's certificate to open the mailbox, however good it is elsewhere.
fn believed(authority: Option<&str>) -> Result<RootCertStore, Fault> {
    let Some(own) = authority else {
        let world = webpki_roots::TLS_SERVER_ROOTS.iter().cloned();
        return Ok(RootCertStore::from_iter(world));
    };
    let bad = || Fault::Certificate(super::Certificate::Bad);
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(own.as_bytes()) {
        let certificate = certificate.map_err(|_| bad())?;
        roots.add(certificate).map_err(|_| bad())?;
    }
    match roots.is_empty() {
        true => Err(bad()),
        false => Ok(roots),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_authority_that_is_named_is_believed_and_no_other() {
        let ours = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new(Vec::new()).unwrap();
        let authority = params.self_signed(&ours).unwrap().pem();
        assert_eq!(believed(Some(&authority)).unwrap().len(), 1);
        assert!(believed(None).unwrap().len() > 50, "those of the world");
        for nothing in ["", "no certificate at all"] {
            let refused = believed(Some(nothing)).err();
            let bad = Fault::Certificate(super::super::Certificate::Bad);
            assert_eq!(refused, Some(bad), "it falls back to nobody");
        }
    }
}
