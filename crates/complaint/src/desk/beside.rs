//! What stands before and after a case in its list: people work case after case.

use super::{Seat, address::Wish, inbox::Inbox};
use crate::{
    Complaint,
    inbox::{self, Filter, InboxRow},
};
use redress_store::{Error, Read};

/// References of the neighbours in the list that the address names.
#[derive(Debug, Default)]
pub struct Beside {
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Beside {
    pub fn of(
        reader: &mut impl Read,
        seat: &Seat,
        wish: &Wish,
        shown: &Inbox,
        case: &Complaint,
    ) -> Result<Beside, Error> {
        let place = shown.rows.iter().position(|row| row.id == case.id);
        let named = |row: &InboxRow| row.reference.clone();
        let before = place
            .and_then(|place| place.checked_sub(1))
            .and_then(|place| shown.rows.get(place));
        let after = place.and_then(|place| shown.rows.get(place + 1)).map(named);
        // The list beside a case is short: further down it goes on from the case's own place.
        // What a search found has no place to go on from.
        let goes_on = wish.words.is_empty() && (place.is_none() || shown.next.is_some());
        let after = match after {
            None if goes_on => further(reader, seat, wish, case)?,
            after => after,
        };
        Ok(Beside {
            before: before.map(named),
            after,
        })
    }
}

fn further(
    reader: &mut impl Read,
    seat: &Seat,
    wish: &Wish,
    case: &Complaint,
) -> Result<Option<String>, Error> {
    let today = seat.end_of_today();
    let itself = Filter {
        reference: Some(case.reference.clone()),
        limit: 1,
        ..Filter::default()
    };
    let Some(row) = inbox::list(reader, &seat.actor, &itself, seat.now, today)?.pop() else {
        return Ok(None);
    };
    let following = Filter {
        after: Some(row.cursor(wish.sort)),
        ..wish.filter(1)
    };
    let mut rows = inbox::list(reader, &seat.actor, &following, seat.now, today)?;
    Ok(rows.pop().map(|row| row.reference))
}
