//! The place in a case's texts that a search found, to be shown with its words marked.

use super::{find::Hit, is_for_colleagues, rows};
use crate::{
    identity::{Mask, mask_of},
    record::find,
};
use redress_store::{Error, Phrase, Read};
use redress_text::{Mark, snippet};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The kind of entry that it stands in.
    pub kind: String,
    pub text: String,
    /// Bytes of `text`.
    pub marks: Vec<Mark>,
    /// Something was left out before and after.
    pub cut: (bool, bool),
}

/// None when the words stand in names or the subject only, which the list shows anyway.
pub fn place(
    reader: &mut impl Read,
    hit: &Hit,
    phrases: &[&Phrase],
) -> Result<Option<Place>, Error> {
    // Names are taken out before the words are looked for: nothing is shown round them.
    let mask = match hit.row.sight.identity {
        true => Mask::default(),
        false => mask_of(&find(reader, hit.row.id)?.unwrap_or_default()),
    };
    let Some(seq) = hit.entry.filter(|_| !phrases.is_empty()) else {
        return Ok(None);
    };
    let Some(entry) = reader.entry(seq)? else {
        return Ok(None);
    };
    if !hit.row.sight.texts || (!hit.row.sight.notes && is_for_colleagues(&entry.kind)) {
        return Ok(None);
    }
    let texts = rows::texts(&entry).into_iter();
    let texts: Vec<String> = texts.map(|text| mask.over(&text)).collect();
    let found = texts
        .iter()
        .find_map(|text| snippet(text, phrases).map(|found| (text, found)));
    Ok(found.map(|(text, found)| Place {
        kind: entry.kind,
        cut: (found.span.start > 0, found.span.end < text.len()),
        marks: found
            .marks
            .iter()
            .map(|mark| mark.start - found.span.start..mark.end - found.span.start)
            .collect(),
        text: text.get(found.span).unwrap_or_default().to_owned(),
    }))
}
