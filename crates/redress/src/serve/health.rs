//! For machines that watch: alive, ready to accept a complaint, and figures
//! about the process. Nothing here names a case or a person.

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use redress_complaint::{House, inbox::recount::running};
use redress_store::{Error, Read, sql};
use std::net::IpAddr;

pub fn routes(router: Router<House>) -> Router<House> {
    router
        .route("/healthz", get(alive))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
}

async fn alive() -> &'static str {
    "alive\n"
}

/// Ready means that a write would be durable now: the writer answers and the disk takes it.
async fn ready(State(house): State<House>) -> Response {
    let answer: Result<(), Error> = house
        .db
        .write(|tx| tx.one(&sql("SELECT 1"), |row| row.int(0)).map(|_| ()))
        .await;
    match answer {
        Ok(()) => "ready\n".into_response(),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "not ready: the database does not accept writes\n",
        )
            .into_response(),
    }
}

/// Where the request really comes from, as the proxy's layer found out: everybody
/// who comes through a proxy on this machine arrives over loopback.
fn is_from_here(request: &Request) -> bool {
    let from = request.extensions().get::<IpAddr>();
    from.is_some_and(|from| from.to_canonical().is_loopback())
}

/// What the figures are made of.
pub struct Vitals {
    pub entries: i64,
    pub jobs_waiting: i64,
    pub open: i64,
    /// Open complaints whose rows have not followed a recount of dates yet.
    pub recount_left: i64,
}

async fn metrics(State(house): State<House>, request: Request) -> Response {
    // Off for anybody who is not on this machine.
    if !is_from_here(&request) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let vitals: Result<Vitals, Error> = house
        .db
        .read(|reader| {
            let count = |reader: &mut redress_store::Reader, query: &'static str| {
                reader
                    .one(&sql(query), |row| row.opt_int(0))
                    .map(|n| n.flatten().unwrap_or(0))
            };
            Ok(Vitals {
                entries: reader.size()?,
                jobs_waiting: count(reader, "SELECT COUNT(*) FROM job WHERE state = 'waiting'")?,
                open: count(
                    reader,
                    "SELECT SUM(n) FROM complaint_tally WHERE owner = '*'",
                )?,
                recount_left: running(reader)?.map_or(0, |it| it.total() - it.sums.looked),
            })
        })
        .await;
    match vitals {
        Ok(vitals) => (
            [(header::CONTENT_TYPE, "text/plain; version=0.0.4")],
            text(&vitals),
        )
            .into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn text(vitals: &Vitals) -> String {
    format!(
        "# TYPE redress_journal_entries gauge\nredress_journal_entries {}\n\
         # TYPE redress_jobs_waiting gauge\nredress_jobs_waiting {}\n\
         # TYPE redress_complaints_open gauge\nredress_complaints_open {}\n\
         # TYPE redress_recount_left gauge\nredress_recount_left {}\n",
        vitals.entries, vitals.jobs_waiting, vitals.open, vitals.recount_left
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::serve::{listen::Peer, proxy};
    use axum::{body::Body, extract::ConnectInfo};
    use tower::ServiceExt;

    /// Comes from `peer`, saying in `forwarded` for whom; is that answered?
    async fn answers(trusted: &[&str], peer: &str, forwarded: Option<&str>) -> bool {
        let ask = |request: Request| async move { is_from_here(&request).to_string() };
        let trusted: Vec<String> = trusted.iter().map(|text| (*text).to_owned()).collect();
        let app = proxy::behind(Router::new().route("/metrics", get(ask)), &trusted);
        let mut request = Request::get("/metrics").body(Body::empty()).unwrap();
        let peer = Peer(format!("{peer}:4000").parse().unwrap());
        request.extensions_mut().insert(ConnectInfo(peer));
        if let Some(forwarded) = forwarded {
            let headers = request.headers_mut();
            headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        }
        let response = app.oneshot(request).await.unwrap();
        let bytes = axum::body::to_bytes(response.into_body(), 100).await;
        bytes.unwrap() == "true"
    }

    #[tokio::test]
    async fn figures_are_for_this_machine_and_not_for_whoever_comes_through_its_proxy() {
        assert!(answers(&[], "127.0.0.1", None).await);
        assert!(!answers(&[], "203.0.113.7", None).await);
        let stranger = Some("203.0.113.7");
        assert!(!answers(&["127.0.0.1"], "127.0.0.1", stranger).await);
        assert!(
            answers(&["127.0.0.1"], "127.0.0.1", None).await,
            "the proxy's own machine"
        );
        // A proxy that nobody named: whom it speaks for is not known, so nobody is believed.
        assert!(!answers(&[], "127.0.0.1", stranger).await);
        assert!(
            !answers(&[], "203.0.113.7", Some("127.0.0.1")).await,
            "a claim"
        );
    }
}
