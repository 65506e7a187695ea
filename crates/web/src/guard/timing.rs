//! `Server-Timing: app, db` on every answer, so that anybody can see in the
//! browser where the time went.

use axum::{http::HeaderValue, response::Response};
use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

tokio::task_local! {
    static DATABASE: Arc<AtomicU64>;
}

/// The database's caller says how long it took; outside a request nobody counts.
pub fn spent_in_database(micros: u64) {
    let _ = DATABASE.try_with(|total| total.fetch_add(micros, Ordering::Relaxed));
}

pub(super) fn counter() -> Arc<AtomicU64> {
    DATABASE.try_with(Arc::clone).unwrap_or_default()
}

pub(super) fn within<F: Future>(
    counter: Arc<AtomicU64>,
    work: F,
) -> impl Future<Output = F::Output> {
    DATABASE.scope(counter, work)
}

pub(super) async fn measured<F: Future>(work: F) -> (F::Output, u64) {
    let counter = Arc::new(AtomicU64::new(0));
    let output = within(counter.clone(), work).await;
    (output, counter.load(Ordering::Relaxed))
}

pub(super) fn told(response: &mut Response, total: u64, database: u64) {
    let millis = |micros: u64| micros as f64 / 1000.0;
    let text = format!(
        "app;dur={:.3}, db;dur={:.3}",
        millis(total.saturating_sub(database)),
        millis(database)
    );
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().insert("server-timing", value);
    }
}
