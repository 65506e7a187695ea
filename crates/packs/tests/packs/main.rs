//! The packs that come along, beyond what the reader asks of any pack: the vectors
//! stand among their examples, doubt is told, texts keep to the rules of their
//! language, and `docs/packs.md` says what the files say.
//! `UPDATE_GOLDEN=1 cargo test -p redress-packs --test packs` draws the page anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod documented;
mod examples;
mod page;
mod writing;

use redress_packs::pack::{Clock, Letter, Pack, Texts};

/// Every text that a person reads, with the place where it stands.
fn texts(pack: &Pack) -> Vec<(String, &Texts)> {
    let of = |place: &str| format!("{} {place}", pack.id);
    let mut texts = vec![(of("title"), &pack.title)];
    texts.extend(pack.notes.iter().map(|it| (of("notes"), it)));
    for version in &pack.versions {
        let day = version.from;
        texts.extend(version.notes.iter().map(|it| (of(&format!("{day}")), it)));
        for clock in &version.clocks {
            let id = &clock.id;
            texts.push((of(&format!("{day} {id} title")), &clock.title));
            let notes = clock.notes.iter();
            texts.extend(notes.map(|it| (of(&format!("{day} {id} notes")), it)));
        }
    }
    texts
}

fn clocks(pack: &Pack) -> impl Iterator<Item = &Clock> {
    pack.versions.iter().flat_map(|it| &it.clocks)
}

fn letters(pack: &Pack) -> impl Iterator<Item = &Letter> {
    pack.versions.iter().flat_map(|it| &it.letters)
}
