//! The generic door: one way in for every verb of every slice, as a form of the
//! case page and as a call of the API, through the same limits and refusals.
//! A second send of the same request changes nothing and gets the same answer.
//! Leaves no evidence of its own: what was decided is the fact of the verb.

mod api;
mod page;
mod records;
mod uploads;

pub use uploads::{kept, promises_otherwise, recognised, upload};

use crate::{
    Complaint, House, Slice, Verb, composing,
    record::{Asked, Done, Fault, find, for_eyes_of, id_of, perform, permitted_at},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Actor, Id, Instant, fields::Fields};
use redress_store::{Error, Read, Tx};
use redress_web::{Sent, Trouble, form};

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    ..Slice::new("complaint.door", "")
};

/// Every signed-in person may knock; the verb's own action is asked about inside,
/// where the case is known.
fn pages(routes: Routes) -> Routes {
    routes
        .get(
            "/desk/{reference}/{verb}",
            Permit::May(Action::SeeCase),
            page::opened,
        )
        .post(
            "/desk/{reference}/{verb}",
            Permit::May(Action::SeeCase),
            page::knocked,
        )
        .post(
            "/api/v1/complaints/{reference}/{verb}",
            Permit::May(Action::SeeCase),
            api::called,
        )
}

/// The verb of this name, whichever slice offers it.
pub fn verb_named(slices: &[&Slice], name: &str) -> Option<Verb> {
    slices
        .iter()
        .flat_map(|slice| slice.verbs)
        .find(|verb| verb.name == name)
        .copied()
}

/// The case behind a reference as this person may know it now; nothing if they may not
/// see it at all.
pub fn visible(
    reader: &mut impl Read,
    actor: &Actor,
    reference: &str,
    now: Instant,
) -> Result<Option<Complaint>, Error> {
    let Some(id) = id_of(reader, reference)? else {
        return Ok(None);
    };
    let case = find(reader, id)?;
    case.filter(|case| permitted_at(actor, Action::SeeCase, case, now).is_ok())
        .map(|case| for_eyes_of(reader, actor, case, now))
        .transpose()
}

/// A verb as it arrived, by form or by call.
struct Knock {
    reference: String,
    verb: Verb,
    fields: Fields,
    files: Vec<redress_web::Upload>,
    seen: Option<i64>,
    /// The same value means: this very request, sent again.
    request: Option<String>,
    actor: Actor,
}

impl Knock {
    /// Reads the declared fields; what belongs to the form and not to the verb is taken out before.
    fn new(
        house: &House,
        reference: String,
        verb: &str,
        actor: Actor,
        mut sent: Sent,
    ) -> Result<Knock, Trouble> {
        let verb = verb_named(house.slices, verb).ok_or(Trouble::NotFound)?;
        let seen = sent
            .fields
            .take("seen")
            .first()
            .and_then(|seen| seen.parse().ok());
        let request = sent
            .fields
            .take("request")
            .into_iter()
            .next()
            .filter(|key| !key.is_empty());
        // A file stands under its name in its field: one that nobody declared is noticed there.
        for file in &sent.files {
            sent.fields.put(&file.field, file.name.as_str());
        }
        form::check(&mut sent.fields, verb.fields);
        Ok(Knock {
            reference,
            verb,
            fields: sent.fields,
            files: sent.files,
            seen,
            request,
            actor,
        })
    }
}

/// Finds, decides, records: all inside the writer's transaction.
async fn done(house: &House, knock: Knock) -> Result<Done, Fault> {
    if !knock.fields.problems().is_empty() {
        return Err(Fault::Invalid(knock.fields));
    }
    let files = kept(house, knock.files);
    let (house, now) = (house.clone(), house.now());
    let db = house.db.clone();
    db.write(move |tx| {
        let id = id_of(tx, &knock.reference)?.ok_or(Fault::Hidden)?;
        let key = knock
            .request
            .map(|request| records::key(&knock.actor, knock.verb.name, id, &request));
        if let Some(key) = &key {
            if records::seen_before(tx, key)? {
                let case = find(tx, id)?.ok_or(Fault::Hidden)?;
                permitted_at(&knock.actor, Action::SeeCase, &case, now)?;
                let case = for_eyes_of(tx, &knock.actor, case, now)?;
                return Ok(Done { case, undo: None });
            }
            records::remember(tx, key, now)?;
        }
        // Sent: what was kept while it was being written is not needed any more.
        composing::records::forget(tx, knock.actor.id, id, knock.verb.name)?;
        let asked = Asked {
            complaint: id,
            verb: knock.verb,
            fields: knock.fields,
            files,
            seen: knock.seen,
            actor: knock.actor,
            now,
        };
        perform(tx, &house, asked)
    })
    .await
}

/// Was this very request done already? Then its text is not in progress any more.
pub fn sent_before(
    tx: &mut Tx,
    actor: &Actor,
    verb: &str,
    complaint: Id,
    request: &str,
) -> Result<bool, Error> {
    if request.is_empty() {
        return Ok(false);
    }
    records::seen_before(tx, &records::key(actor, verb, complaint, request))
}

/// What a store's failure means to the person; the context goes to the log.
pub fn our_fault(error: &Error) -> Trouble {
    match error {
        Error::Full | Error::Busy | Error::Stopped => Trouble::Unavailable,
        other => Trouble::internal(other),
    }
}
