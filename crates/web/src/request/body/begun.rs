//! Waits for the beginning of a multipart body before it is taken apart.
//!
//! multer 3.1 asks the network twice while it looks for the first boundary; when the
//! whole body arrives between the two it says "incomplete" of a complete form
//! (rwf2/multer#70, open). A person would have met "cannot be read" once in a few
//! thousand forms. With the first boundary at hand it asks once.

use crate::Trouble;
use axum::{body::Body, extract::Request};
use tokio_stream::StreamExt;

/// Longer than `--`, a boundary of at most 70 characters (RFC 2046) and its line end.
const BEGINNING: usize = 80;

pub(super) async fn begun(request: Request) -> Result<Request, Trouble> {
    let (head, body) = request.into_parts();
    let mut rest = body.into_data_stream();
    let (mut first, mut length) = (Vec::new(), 0);
    while length < BEGINNING {
        let Some(chunk) = rest.next().await else {
            break;
        };
        let chunk = chunk.map_err(|_| Trouble::BadRequest)?;
        length += chunk.len();
        first.push(Ok(chunk));
    }
    let whole = Body::from_stream(tokio_stream::iter(first).chain(rest));
    Ok(Request::from_parts(head, whole))
}
