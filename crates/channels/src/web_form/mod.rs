//! The web form: four steps with a save at each, answers checked once more, and
//! a confirmation that is the receipt (4.4, 7.2, 7.4). A draft belongs to whoever
//! holds its address, needs no cookie, and is no evidence: it is not journalled
//! and is deleted 30 days after its last use. The access code is shown to the
//! browser that sent it, not to whoever finds the address later. What is sent becomes a `received`
//! fact; the draft's key makes the same complaint of however many presses.
//! Evidence left: that fact, and counts of refused fields without any content.

mod arrival;
mod draft;
mod former;
mod later;
mod pages;
mod records;
mod rules;
mod sender;
mod show;
mod signs;
mod steps;
mod typo;

use redress_complaint::{
    Slice,
    routes::{Permit, Routes},
};

pub const SLICE: Slice = Slice {
    pages: Some(pages),
    close_open: Some(former::close_open),
    also: &["4.5"],
    ..Slice::new("channels.web-form", "7.2")
};

fn pages(routes: Routes) -> Routes {
    routes
        .get("/complain", Permit::Public, pages::start)
        .post("/complain", Permit::Public, pages::first)
        .get("/complain/{draft}/later", Permit::Public, later::later)
        .post("/complain/{draft}/later", Permit::Public, later::mail)
        .get("/complain/{draft}/done", Permit::Public, pages::done)
        .get("/complain/{draft}/receipt", Permit::Public, pages::receipt)
        .get("/complain/{draft}/proof", Permit::Public, pages::proof)
        .get("/complain/{draft}/{step}", Permit::Public, pages::step)
        .post("/complain/{draft}/{step}", Permit::Public, pages::answer)
}

#[cfg(test)]
mod tests;
