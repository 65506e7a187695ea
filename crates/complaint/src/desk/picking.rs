//! Ticking rows of the list, to do one thing to all of them: a plain form whose
//! ticks stand beside the rows. "All on this page" is an address, so it works
//! without script.

use super::{Seat, address::Wish};
use crate::Verb;
use askama::Template;
use redress_web::{Html, Voice};

/// The verbs for many cases that this person's role is granted.
pub fn acts(seat: &Seat) -> Vec<Verb> {
    let slices = seat.house.slices.iter();
    slices
        .flat_map(|slice| slice.verbs)
        .filter(|verb| verb.many && seat.may(verb.action))
        .copied()
        .collect()
}

#[derive(Template)]
#[template(path = "desk/picking.html")]
struct Selection<'a> {
    t: &'a Voice,
    open: bool,
    list: String,
    all: String,
    acts: Vec<(&'static str, String)>,
}

pub fn selection(t: &Voice, wish: &Wish, acts: Vec<Verb>, open: bool) -> Html {
    let list = wish.query();
    let named = |verb: Verb| (verb.name, t.code("verb", verb.name));
    Html::from_template(&Selection {
        t,
        open,
        all: match open {
            true => t.href(&format!("/desk?{list}")),
            false => t.href(&format!("/desk?{list}&select=page")),
        },
        list,
        acts: acts.into_iter().map(named).collect(),
    })
}

#[derive(Template)]
#[template(path = "desk/keeping.html")]
struct Keeping<'a> {
    t: &'a Voice,
    list: String,
}

/// Saving this list under a name.
pub fn keeping(t: &Voice, wish: &Wish) -> Html {
    let list = wish.with(|_| ()).query();
    Html::from_template(&Keeping { t, list })
}
