//! Views as the rail shows them. A count stands only beside a view of one person's
//! open cases, which are few and lie in one index; to count any other would cost
//! every page a walk through all cases.

use super::records::{self, View};
use crate::{
    desk::{Seat, Wish},
    inbox::{self, Queue},
};
use redress_kernel::Id;
use redress_store::{Error, Read};

/// Views that are counted on one page.
const COUNTED_MAX: usize = 4;

/// A view, and how many cases stand in it where that is cheap to know.
pub type Counted = (View, Option<i64>);

pub fn shown(reader: &mut impl Read, seat: &Seat) -> Result<Vec<Counted>, Error> {
    let mut left = COUNTED_MAX;
    let mut found = Vec::new();
    for view in records::shown(reader, seat.actor.id)? {
        let n = match of_one_person(seat, &view).filter(|_| left > 0) {
            Some((owner, wish)) => {
                left -= 1;
                let (now, today) = (seat.now, seat.end_of_today());
                let filter = wish.filter(1);
                inbox::counted(reader, &seat.actor, owner, &filter, now, today)?
            }
            None => None,
        };
        found.push((view, n));
    }
    Ok(found)
}

/// The person whose cases the view is about, if it is about one, without words.
fn of_one_person(seat: &Seat, view: &View) -> Option<(Id, Wish)> {
    let wish = Wish::of(&view.list, &seat.actor);
    let owner = match wish.queue {
        Some(Queue::Mine) => Some(seat.actor.id),
        Some(_) => wish.owner,
        None => None,
    };
    owner
        .filter(|_| wish.words.is_empty() && wish.obligation.is_none())
        .map(|owner| (owner, wish))
}
