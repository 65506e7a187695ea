//! The signed head of the journal below figures that are printed: paper that lies in a
//! review's file holds the journal to what it was that day. On a screen it is not shown.

use crate::desk::Seat;
use askama::Template;
use redress_store::Read;
use redress_web::{Html, Trouble, Voice};

#[derive(Template)]
#[template(path = "figures/printed.html")]
struct Foot<'a> {
    t: &'a Voice,
    note: String,
}

/// Nothing where nothing was signed yet.
pub async fn foot(seat: &Seat) -> Result<Html, Trouble> {
    let note = seat.look(|reader, _| reader.checkpoint()).await?;
    Ok(note.map_or_else(Html::default, |note| {
        Html::from_template(&Foot {
            t: seat.t(),
            note: note.trim_end().to_owned(),
        })
    }))
}
