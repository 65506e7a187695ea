//! What stands between the network and every page: who may post from where, the
//! headers, the language of an error, the time it took.

mod compress;
mod headers;
mod origin;
mod timing;
mod trouble;

pub use headers::SEALED;
pub use timing::spent_in_database;
pub use trouble::{Asker, SECURITY, Trouble};

use crate::Visit;
use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::Method,
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use redress_kernel::{Id, Organisation};
use std::sync::Arc;

/// Ten files of 25 MiB and a form round them.
const BODY_MAX: usize = 260 * 1024 * 1024;

/// An answer that may take a look into the database.
pub type Soon<T> = std::pin::Pin<Box<dyn Future<Output = T> + Send>>;

/// What the guard needs from the outside: it reads no clock and throws no dice.
#[derive(Clone)]
pub struct Door {
    /// The organisation as it is now, or why nobody can say.
    pub organisation: Arc<dyn Fn() -> Soon<Result<Arc<Organisation>, Trouble>> + Send + Sync>,
    /// Scheme, host and port under which people reach us.
    pub base_url: String,
    /// Microseconds of a clock that never goes back.
    pub micros: Arc<dyn Fn() -> u64 + Send + Sync>,
    /// A new identifier, for the reference on an error page.
    pub new_id: Arc<dyn Fn() -> Id + Send + Sync>,
}

/// The router behind the guard.
pub fn guarded(router: Router, door: Door) -> Router {
    router
        .layer(DefaultBodyLimit::max(BODY_MAX))
        .layer(from_fn_with_state(door, pass))
}

async fn pass(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    let started = (door.micros)();
    let unknown = match (door.organisation)().await {
        Ok(organisation) => {
            request.extensions_mut().insert(organisation);
            None
        }
        // Zone, prefix and targets go into facts: nobody decides over a default.
        Err(trouble) => Some(trouble).filter(|_| !needs_no_organisation(&request)),
    };
    let asked = Asked::of(&request);
    let answer = async {
        match unknown {
            Some(trouble) => trouble.into_response(),
            None => answered(&door, request, next).await,
        }
    };
    let (response, database) = timing::measured(answer).await;
    let response = trouble::shown(response, &asked.visit, asked.route.as_ref(), &door);
    let mut response = compress::packed(response, asked.gzip, asked.head).await;
    headers::secure(&mut response, door.base_url.starts_with("https://"));
    timing::told(
        &mut response,
        (door.micros)().saturating_sub(started),
        database,
    );
    response
}

/// Styles of the error page, and what machines ask about the process.
fn needs_no_organisation(request: &Request) -> bool {
    let path = request.uri().path();
    path.starts_with("/assets/") || ["/healthz", "/readyz", "/metrics"].contains(&path)
}

/// What of the request outlives its handling.
struct Asked {
    visit: Visit,
    route: Option<MatchedPath>,
    gzip: bool,
    head: bool,
}

impl Asked {
    fn of(request: &Request) -> Asked {
        Asked {
            visit: Visit::read(request.uri(), request.headers(), request.extensions()),
            route: request.extensions().get().cloned(),
            gzip: crate::assets::accepts_gzip(request.headers()),
            head: request.method() == Method::HEAD,
        }
    }
}

/// A task of its own: a write once begun ends even if the client hangs up, and a
/// panic in one request is an error page, not a dead connection.
async fn answered(door: &Door, request: Request, next: Next) -> Response {
    if !origin::may_change(&request, &door.base_url) {
        return Trouble::CrossSite.into_response();
    }
    let counter = timing::counter();
    match tokio::spawn(timing::within(counter, next.run(request))).await {
        Ok(response) => response,
        // What a panic says can quote what a person wrote.
        Err(error) if error.is_panic() => {
            Trouble::internal("the handler of a request panicked").into_response()
        }
        Err(_) => Trouble::internal("a request was cancelled").into_response(),
    }
}

#[cfg(test)]
mod tests;
