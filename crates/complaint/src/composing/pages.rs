//! `POST /desk/{reference}/composing`: the form of a verb as it stands, from the
//! script of the page, within a second after the last key.

use super::{TEXT_MAX, records};
use crate::{
    House,
    door::{our_fault, sent_before, verb_named},
    record::{Fault, find, id_of, permitted},
    telling::tongue,
};
use axum::{
    extract::{Extension, Path, State},
    http::{HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use redress_kernel::{
    Actor,
    fields::{Fields, Kind},
};
use redress_store::Tx;
use redress_web::{Sent, Trouble};

/// Says that the words seem to be in another language than the letter they go into.
const OTHER_LANGUAGE: HeaderName = HeaderName::from_static("redress-other-language");

/// Answers when it was saved, in the words of the page.
pub async fn save(
    State(house): State<House>,
    Path(reference): Path<String>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let verb = sent
        .fields
        .take("verb")
        .into_iter()
        .next()
        .unwrap_or_default();
    let verb = verb_named(house.slices, &verb).ok_or(Trouble::NotFound)?;
    let request = sent
        .fields
        .take("request")
        .into_iter()
        .next()
        .unwrap_or_default();
    let pairs: Vec<(String, String)> = verb
        .fields
        .iter()
        .filter(|field| field.kind != Kind::Files)
        .flat_map(|field| {
            let values = sent.fields.take(field.name);
            values
                .into_iter()
                .map(|value| (field.name.to_owned(), value))
        })
        .filter(|(_, value)| !value.is_empty())
        .collect();
    if pairs.iter().map(|(_, value)| value.len()).sum::<usize>() > TEXT_MAX {
        return Err(Trouble::TooLarge);
    }
    let now = house.now();
    let write = move |tx: &mut Tx| -> Result<bool, Fault> {
        let id = id_of(tx, &reference)?.ok_or(Fault::Hidden)?;
        let case = find(tx, id)?.ok_or(Fault::Hidden)?;
        permitted(&actor, verb.action, &case)?;
        // Nothing personal comes to lie beside a case that was erased.
        if case.erased_at.is_some() {
            return Err(Fault::Hidden);
        }
        // Saving and sending may overtake one another on the way here.
        if pairs.is_empty() || sent_before(tx, &actor, verb.name, id, &request)? {
            records::forget(tx, actor.id, id, verb.name)?;
        } else {
            records::keep(tx, actor.id, id, verb.name, &pairs, now)?;
        }
        let typed = Fields::from_pairs(pairs);
        Ok(tongue::typed_seems_other(&case, verb.name, &typed))
    };
    let other = house.db.write(write).await.map_err(trouble)?;
    let t = sent.visit.voice();
    let saved = t.tell("composing-saved").with("at", t.format.time(now));
    let mut answer = saved.plain().into_response();
    if other {
        let yes = HeaderValue::from_static("1");
        answer.headers_mut().insert(OTHER_LANGUAGE, yes);
    }
    Ok(answer)
}

fn trouble(fault: Fault) -> Trouble {
    match fault {
        Fault::Store(error) => our_fault(&error),
        Fault::Denied(_) => Trouble::Forbidden(None),
        _ => Trouble::NotFound,
    }
}
