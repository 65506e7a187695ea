//! The stream of a page, and who else reads the case that it shows.

use super::{hub::Came, pulse};
use crate::{desk::Seat, door::visible, routes::credential};
use askama::Template;
use axum::{
    body::{Body, Bytes},
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Reader, sql};
use redress_web::{Html, Trouble, Voice};
use std::convert::Infallible;
use tokio::sync::mpsc;
use tokio_stream::{StreamExt, wrappers::ReceiverStream};

/// A page is written a moment before it listens: what happened in between is told at once.
const MARGIN_SECONDS: i64 = 2;

/// `GET /desk/live?case=REFERENCE&at=MICROS`
pub async fn stream(seat: Seat, headers: HeaderMap) -> Result<Response, Trouble> {
    let credential = credential(&headers, seat.house.base_url.starts_with("https://"))
        .ok_or(Trouble::SignInNeeded)?;
    let case = case_of(&seat).await?;
    let (missed, end) = journal(&seat).await?;
    if !streams(&headers) {
        return Ok(events(mpsc::channel(1).1, missed));
    }
    let hub = seat.house.live.clone();
    let lines = match hub.come(seat.actor.clone(), credential, case) {
        Came::First(lines) => {
            pulse::start(seat.house.clone(), end);
            lines
        }
        Came::Further(lines) => lines,
        Came::Closed => return Err(Trouble::Unavailable),
    };
    pulse::arrived(&hub, case);
    Ok(events(lines, missed))
}

/// Whoever does not ask for a stream gets its beginning: an answer that never ends
/// is for those who know what it is.
fn streams(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/event-stream"))
}

/// The case on the page, if this person may see it; else the stream is about the list alone.
async fn case_of(seat: &Seat) -> Result<Option<Id>, Trouble> {
    let Some(reference) = seat.visit.query("case").map(str::to_owned) else {
        return Ok(None);
    };
    let found = seat.look(move |reader, seat| visible(reader, &seat.actor, &reference, seat.now));
    Ok(found.await?.map(|case| case.id))
}

/// Did anything happen since the page was written; and the position behind the newest fact.
async fn journal(seat: &Seat) -> Result<(bool, i64), Trouble> {
    let newest = |reader: &mut Reader, _: &Seat| -> Result<_, Error> {
        let last = sql("SELECT seq, recorded_at FROM journal_entry ORDER BY seq DESC LIMIT 1");
        reader.one(&last, |row| Ok((row.int(0)?, row.instant(1)?)))
    };
    let Some((seq, newest)) = seat.look(newest).await? else {
        return Ok((false, 0));
    };
    let since = seat.visit.query("at").and_then(|at| at.parse().ok());
    let since = since.map(|at| Instant::from_micros(at).plus_seconds(-MARGIN_SECONDS));
    Ok((since.is_some_and(|since| newest > since), seq + 1))
}

fn events(lines: mpsc::Receiver<Bytes>, missed: bool) -> Response {
    let mut first = String::from("retry: 2000\nevent: live\ndata: 1\n\n");
    if missed {
        first.push_str("event: list\ndata: 1\n\nevent: case\ndata: 1\n\n");
    }
    let lines = tokio_stream::once(Bytes::from(first)).chain(ReceiverStream::new(lines));
    let mut response = Body::from_stream(lines.map(Ok::<_, Infallible>)).into_response();
    let head = response.headers_mut();
    head.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/event-stream"),
    );
    // A proxy that gathers a whole page first would gather for ever.
    head.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    response
}

#[derive(Template)]
#[template(path = "live/here.html")]
struct Here<'a> {
    t: &'a Voice,
    names: Vec<String>,
}

/// `GET /desk/{reference}/here`: a sentence for each colleague, or nothing.
pub async fn here(seat: Seat, Path(reference): Path<String>) -> Result<Html, Trouble> {
    let found = seat.look(move |reader, seat| visible(reader, &seat.actor, &reference, seat.now));
    let case = found.await?.ok_or(Trouble::NotFound)?;
    let names = seat.house.live.others(case.id, seat.actor.id);
    let t = seat.t();
    Ok(Html::from_template(&Here { t, names }))
}
