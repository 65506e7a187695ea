//! `--tls` with a certificate made here: the page comes over TLS, the cookie is
//! pinned to the host, and plain http on the same port gets nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code
)]

#[path = "support/http.rs"]
mod http;
#[path = "support/server.rs"]
mod server;

use server::{blue_ferry, folder, free_port, redress};
use std::{process::Stdio, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
};

#[tokio::test(flavor = "multi_thread")]
async fn pages_come_over_tls_with_a_pinned_cookie() {
    let data = folder("tls");
    blue_ferry(&data);
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (certificate, key) = (data.join("cert.pem"), data.join("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let addr = free_port();
    let (listen, base) = (
        addr.to_string(),
        format!("https://localhost:{}", addr.port()),
    );
    let args = [
        "serve",
        "--listen",
        &listen,
        "--base-url",
        &base,
        "--tls",
        certificate.to_str().unwrap(),
        key.to_str().unwrap(),
    ];
    let mut child = redress(&data, &args).stdout(Stdio::null()).spawn().unwrap();

    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let body = "email=rasa%40ferry.example&password=a+long+enough+secret";
    let request = format!(
        "POST /sign-in HTTP/1.1\r\nhost: localhost:{}\r\norigin: {base}\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        addr.port(),
        body.len()
    );
    let answer = asked(addr, roots, &request).await;
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let cookie = answer
        .lines()
        .find(|line| {
            line.to_ascii_lowercase()
                .starts_with("set-cookie: __host-session=")
        })
        .expect("a pinned cookie");
    assert!(
        cookie.contains("Secure") && cookie.contains("HttpOnly"),
        "{cookie}"
    );
    assert!(
        answer
            .to_ascii_lowercase()
            .contains("strict-transport-security"),
        "{answer}"
    );
    assert!(
        http::send(addr, "GET", "/", &[], b"").is_none(),
        "plain http is answered on the TLS port"
    );

    child.kill().unwrap();
    child.wait().unwrap();
    std::fs::remove_dir_all(&data).unwrap();
}

async fn asked(addr: std::net::SocketAddr, roots: RootCertStore, request: &str) -> String {
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    let connector = TlsConnector::from(Arc::new(
        config.with_root_certificates(roots).with_no_client_auth(),
    ));
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let Ok(stream) = TcpStream::connect(addr).await else {
            continue;
        };
        let mut stream = connector
            .connect(ServerName::try_from("localhost").unwrap(), stream)
            .await
            .unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        return String::from_utf8_lossy(&answer).into_owned();
    }
    panic!("the server does not listen");
}
