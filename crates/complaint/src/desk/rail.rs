//! The rail: queues with what waits in each, and the ways to other rooms.

use super::Seat;
use crate::inbox::{Counts, Queue};
use redress_kernel::Action;
use redress_web::frame::{Rail, RailItem};

pub fn rail(seat: &Seat, counts: &Counts, current: Option<Queue>, words: &str) -> Rail {
    let t = seat.t();
    let queues = Queue::ALL.into_iter().map(|queue| {
        let count = counts.of(queue);
        RailItem::new(
            t.say(queue_name(queue)).into_owned(),
            format!("/desk?queue={}", queue.name()),
        )
        .count(count)
        .alarming(queue == Queue::Overdue && count > 0)
        .current(current == Some(queue))
    });
    let rail = Rail {
        query: words.to_owned(),
        may_receive: seat.may(Action::Receive),
        ..Rail::default()
    };
    rail.group(t.say("desk-queues").into_owned(), queues.collect())
        .group(t.say("desk-more").into_owned(), more(seat))
}

/// The message key of a queue's name.
pub(super) const fn queue_name(queue: Queue) -> &'static str {
    match queue {
        Queue::Mine => "mine",
        Queue::Unassigned => "unassigned",
        Queue::Today => "due-today",
        Queue::Overdue => "overdue",
        Queue::Waiting => "desk-waits",
        Queue::All => "all-open",
    }
}

fn more(seat: &Seat) -> Vec<RailItem> {
    let t = seat.t();
    let path = seat.visit.path.split('?').next().unwrap_or_default();
    let item = |key: &'static str, href: &'static str| {
        RailItem::new(t.say(key).into_owned(), href).current(path == href)
    };
    let mut items = Vec::new();
    if seat.may(Action::Acknowledge) {
        items.push(item("desk-outbox", "/desk/outbox"));
    }
    if seat.may(Action::SeeSettings) {
        items.push(item("desk-admin", "/admin"));
    }
    items
}
