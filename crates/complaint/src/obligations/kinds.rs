//! Every kind of obligation that this organisation knows, in the order in which a
//! complaint meets them: each has its own line and its own queue, also while nothing of
//! it is due.

use super::{What, queries::Line};
use jiff::civil::Date;
use redress_kernel::{Organisation, clock::Whose};
use redress_packs::pack::{Pack, Version, pack};

/// Our own, then the limits of the rule packs in force.
fn kinds(organisation: &Organisation, today: Date) -> Vec<What> {
    let packs = organisation.packs.iter();
    let packs = packs.filter_map(|set| {
        let pack = pack(&set.pack)?;
        Some((pack, pack.on(today)?))
    });
    let limits = packs.flat_map(|(pack, version)| limits(pack, version));
    What::OWN.into_iter().chain(limits).collect()
}

/// Those by which something of ours is overdue.
fn limits(pack: &'static Pack, version: &'static Version) -> impl Iterator<Item = What> {
    let ours = version.clocks.iter().filter(|clock| {
        let rule = &clock.rule;
        rule.whose == Whose::Organisation && !rule.window
    });
    ours.map(|clock| What::Limit {
        pack: pack.id.as_str(),
        clock: clock.id.as_str(),
    })
}

/// A line for each of them, and for what else is still owed by an earlier rule.
pub fn all(lines: Vec<Line>, organisation: &Organisation, today: Date, days: usize) -> Vec<Line> {
    let mut left = lines;
    let mut all = Vec::new();
    for what in kinds(organisation, today) {
        let code = what.code();
        let found = left.iter().position(|line| line.code == code);
        all.push(match found {
            Some(at) => left.swap_remove(at),
            None => Line::nothing(&code, days),
        });
    }
    left.sort_by(|one, other| one.code.cmp(&other.code));
    all.extend(left);
    all
}
