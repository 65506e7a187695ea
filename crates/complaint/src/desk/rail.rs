//! The rail: queues with what waits in each, and the ways to other rooms.

use super::Seat;
use crate::{
    inbox::{Counts, Queue},
    menu::{Area, administration, home, items, waiting},
    views::{Counted, shown},
};
use redress_kernel::Action;
use redress_store::{Error, Reader};
use redress_web::frame::{Rail, RailItem};

/// What stands in the rail besides the queues, each with what waits there.
#[derive(Default)]
pub struct Besides {
    views: Vec<Counted>,
    places: Vec<(&'static str, i64)>,
}

impl Besides {
    pub fn read(reader: &mut Reader, seat: &Seat) -> Result<Besides, Error> {
        Ok(Besides {
            views: shown(reader, seat)?,
            places: waiting(reader, seat.house.slices, &seat.actor)?,
        })
    }
}

pub fn rail(
    seat: &Seat,
    counts: &Counts,
    besides: &Besides,
    current: Option<Queue>,
    words: &str,
) -> Rail {
    let (t, at_desk) = (seat.t(), seat.may(Action::SeeDesk));
    // Whoever has no desk finds no way there: neither queues nor search.
    let queues = Queue::ALL.into_iter().filter(|_| at_desk).map(|queue| {
        let count = counts.of(queue);
        RailItem::new(
            t.say(queue_name(queue)).into_owned(),
            format!("/desk?queue={}", queue.name()),
        )
        .count(count)
        .alarming(match queue {
            Queue::Overdue => count > 0,
            Queue::Significant => counts.unconfirmed() > 0,
            _ => false,
        })
        .current(current == Some(queue))
    });
    let rail = Rail {
        query: words.to_owned(),
        may_receive: seat.may(Action::Receive),
        home: (!at_desk).then(|| home(seat.actor.role)),
        ..Rail::default()
    };
    rail.group(t.say("desk-queues").into_owned(), queues.collect())
        .group(t.say("views").into_owned(), saved(seat, &besides.views))
        .group(
            t.say("desk-more").into_owned(),
            menu(seat, Area::Desk)
                .into_iter()
                .map(|item| counted(item, &besides.places))
                .chain(admin(seat))
                .collect(),
        )
        .group(
            t.say("management-system").into_owned(),
            menu(seat, Area::System),
        )
}

/// Saved views, each with its count where counting costs little.
fn saved(seat: &Seat, views: &[Counted]) -> Vec<RailItem> {
    let here = seat
        .visit
        .path
        .split_once('?')
        .map_or("", |(_, query)| query);
    let item = |(view, n): &Counted| {
        let item = RailItem::new(view.name.clone(), format!("/desk?{}", view.list))
            .current(view.list == here);
        match n {
            Some(n) => item.count(*n),
            None => item,
        }
    };
    views.iter().map(item).collect()
}

/// The message key of a queue's name.
pub const fn queue_name(queue: Queue) -> &'static str {
    match queue {
        Queue::Mine => "mine",
        Queue::Unassigned => "unassigned",
        Queue::Today => "due-today",
        Queue::Overdue => "overdue",
        Queue::Waiting => "desk-waits",
        Queue::Significant => "desk-significant",
        Queue::All => "all-open",
    }
}

fn menu(seat: &Seat, area: Area) -> Vec<RailItem> {
    let slices = seat.house.slices;
    items(slices, area, &seat.actor, seat.t(), &seat.visit.path)
}

/// Nothing waits: nothing is said.
fn counted(item: RailItem, places: &[(&'static str, i64)]) -> RailItem {
    let waits = places.iter().find(|(path, n)| *path == item.href && *n > 0);
    match waits {
        Some((_, n)) => item.count(*n),
        None => item,
    }
}

/// Administration has a rail of its own; from here one line leads there, for whoever may
/// not see its first page to the first that they may.
fn admin(seat: &Seat) -> Option<RailItem> {
    let sections = administration(seat.house.slices, &seat.actor, seat.t(), "");
    let first = sections.into_iter().flat_map(|(_, items)| items).next()?;
    let path = match seat.actor.may(Action::SeeSettings) {
        true => "/admin".to_owned(),
        false => first.href,
    };
    Some(RailItem::new(seat.t().say("desk-admin").into_owned(), path))
}
