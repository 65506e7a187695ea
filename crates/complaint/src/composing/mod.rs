//! 7.8 What a person is writing on a case and has not sent: kept for this person
//! on the server, so that a reload, another device or an ended session loses
//! nothing. It is no evidence and no fact: gone once sent, or after 30 days.

mod device;
mod pages;
pub mod records;

pub use device::device_key;
pub use records::{Text, texts};

use crate::{
    Slice,
    facts::Erased,
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Entry};
use redress_store::{Error, Tx};

pub const SLICE: Slice = Slice {
    listen: Some(listen),
    pages: Some(routes),
    ..Slice::new("complaint.composing", "")
};

/// Longer than any form of the desk with all its fields full.
pub const TEXT_MAX: usize = 256 * 1024;

fn routes(routes: Routes) -> Routes {
    routes.post(
        "/desk/{reference}/composing",
        Permit::May(Action::SeeCase),
        pages::save,
    )
}

/// Unsent words about a person who was erased go with them.
fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.is::<Erased>() {
        records::forget_about(tx, entry.about)?;
    }
    Ok(())
}
