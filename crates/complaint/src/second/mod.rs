//! A second pair of eyes (4.7, 5.4): what one person alone should not do is asked for by
//! one, with a reason, and done when another agrees. Whoever asks never agrees; a
//! request that nobody answers ends after a week, and until then it can be taken back.
//! Where nobody else could agree, the refusal says so; what an office of one person must
//! get done all the same (letting people in) is done and noted as decided by one alone.
//! It is never skipped in silence.
//! Evidence: who asked for what and why, who agreed or refused, and when.

pub mod acts;
mod ending;
mod facts;
mod pages;
mod records;
mod request;
#[cfg(test)]
mod tests;

pub use acts::{Wish, ask, ask_unless_alone, asked, somebody_could, who_could};
pub use facts::{SecondAlone, SecondAnswered, SecondAsked, SecondEnded, SecondText};
pub use records::{find, of_act, open_about, open_concerning};
pub use request::{ENDS_AFTER_SECONDS, Request, State};

use crate::{
    House, Slice,
    chapter::{Acting, Fault},
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
};
use redress_kernel::{
    Action, Fact,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};
use redress_store::Tx;

/// Why, for the second person: the same field in every form that asks for one.
pub const REASON: Field = Field::new("second-reason", Kind::Text(LONG_TEXT_MAX)).hinted();

/// Reads what a form is about, and beside it the reason: why is nothing that the thing
/// itself is. The form keeps both as they were typed, with what is wrong at either.
pub fn with_reason<T>(
    form: &mut Fields,
    read: impl FnOnce(&mut Fields) -> Option<T>,
) -> Option<(T, String)> {
    let mut why = Fields::default();
    let typed = form.take(REASON.name).join("");
    why.put(REASON.name, typed.as_str());
    why.check(&[REASON]);
    let read = read(form);
    form.put(REASON.name, typed);
    for problem in why.problems() {
        form.problem(&problem.field, problem.message.clone());
    }
    let reason = why.text(REASON.name);
    read.filter(|_| why.problems().is_empty())
        .map(|read| (read, reason))
}

/// Something that two people do. Its words are `second-act-{name}`.
pub struct SecondAct {
    pub name: &'static str,
    /// Whoever may do this, and did not ask, can agree.
    pub decides: Action,
    /// What is typed, in its order: whoever decides reads it as it was asked for.
    pub form: &'static [Field],
    /// Does what was asked for, in the write in which the second person agrees.
    pub done: Carry,
}

pub type Carry = fn(&mut Tx, &House, &Request, &Acting) -> Result<(), Fault>;

pub const SLICE: Slice = Slice {
    tables: &[("second_request", "id")],
    project: Some(records::project),
    listen: Some(ending::listen),
    jobs: &[ending::WORK],
    pages: Some(routes),
    places: &[
        Place::new(
            Area::Desk,
            pages::QUEUE,
            "second-eyes",
            // Also whoever only asks: what they asked for stands there.
            Action::DeclareConflict,
        )
        .counting(records::waiting),
        Place::new(
            Area::Admin(Section::People),
            pages::QUEUE,
            "second-eyes",
            Action::ManagePeople,
        ),
    ],
    facts: &[
        SecondAsked::KIND,
        SecondAlone::KIND,
        SecondAnswered::KIND,
        SecondEnded::KIND,
    ],
    also: &["5.4"],
    ..Slice::new("complaint.second", "4.7")
};

/// Whoever is signed in comes in: the page shows each person what they asked for and
/// what they can answer, and the answer asks again who may give it, and that it is they.
fn routes(routes: Routes) -> Routes {
    routes
        .get("/desk/second-eyes", Permit::SignedIn, pages::queue)
        .post(
            "/desk/second-eyes/{request}/{answer}",
            Permit::ProvedAnew,
            pages::answer,
        )
}
