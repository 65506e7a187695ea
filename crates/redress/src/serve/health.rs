//! For machines that watch: alive, ready to accept a complaint, and figures
//! about the process. Nothing here names a case or a person.

use super::listen::Peer;
use axum::{
    Router,
    extract::{ConnectInfo, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use redress_complaint::House;
use redress_store::{Error, Read, sql};

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

/// What the figures are made of.
pub struct Vitals {
    pub entries: i64,
    pub jobs_waiting: i64,
    pub open: i64,
}

async fn metrics(State(house): State<House>, request: Request) -> Response {
    let from = request
        .extensions()
        .get::<ConnectInfo<Peer>>()
        .map(|info| info.0.0.ip().to_canonical());
    // Off for anybody who is not on this machine; a proxy on loopback adds its own lock.
    if !from.is_some_and(|from| from.is_loopback()) {
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
                entries: reader.head()?.size,
                jobs_waiting: count(reader, "SELECT COUNT(*) FROM job WHERE state = 'waiting'")?,
                open: count(
                    reader,
                    "SELECT SUM(n) FROM complaint_tally WHERE owner = '*'",
                )?,
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
         # TYPE redress_complaints_open gauge\nredress_complaints_open {}\n",
        vitals.entries, vitals.jobs_waiting, vitals.open
    )
}
