//! Writing: what is answered is durable, what is refused leaves no trace.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod world;

use redress_store::{Error, Read, sql};
use world::*;

#[test]
fn a_fact_is_found_again_with_what_followed_from_it() {
    let world = World::sqlite();
    let entry = world.record(received(1, "the ferry left early"), 0);
    let facts = world.db.read_now(move |r| r.entries(entry.about)).unwrap();
    assert_eq!(
        facts.iter().map(|f| f.kind.as_str()).collect::<Vec<_>>(),
        ["received", "acknowledged"]
    );
    assert_eq!(facts[0], entry);
    let text = world
        .db
        .read_now(|r| r.one(&sql("SELECT text FROM ferry"), |row| row.text(0)))
        .unwrap();
    assert_eq!(text.as_deref(), Some("the ferry left early"));
}

#[test]
fn a_refused_write_leaves_no_trace_and_its_neighbours_stand() {
    let world = World::sqlite();
    world.record(received(1, "kept"), 0);
    let refused = world.db.write_now(|tx| {
        tx.record(received(2, "refused"), &by(1))?;
        Err::<(), _>(Error::Wrong("no".into()))
    });
    assert_eq!(refused, Err(Error::Wrong("no".into())));
    let panicked = world.db.write_now::<(), Error>(|tx| {
        tx.record(received(3, "panics"), &by(1))?;
        panic!("on purpose")
    });
    assert_eq!(panicked, Err(Error::Panicked));
    world.record(received(4, "kept too"), 2);
    let sizes = world.db.read_now(|r| {
        Ok::<_, Error>((
            r.head()?.size,
            r.entries(complaint(2))?.len(),
            r.entries(complaint(3))?.len(),
        ))
    });
    assert_eq!(sizes.unwrap(), (4, 0, 0));
}
