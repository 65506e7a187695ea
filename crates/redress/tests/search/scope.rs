//! Nobody finds, counts or pages over what they may not see.

use crate::world::{everywhere, manager};
use redress_complaint::facts::Assigned;
use redress_kernel::{Action, Actor, Id};
use redress_operation::receipt::Arrival;

fn of_unit(unit: u8) -> Actor {
    Actor {
        unit: Some(Id::from_bytes([unit; 16])),
        ..manager()
    }
}

fn seen(world: &crate::world::World, viewer: &Actor, typed: &str) -> (usize, Vec<Id>) {
    let found = world.finds(viewer, typed);
    (
        found.count,
        found.hits.iter().map(|hit| hit.row.id).collect(),
    )
}

#[test]
fn another_units_case_is_in_no_hit_and_no_count() {
    everywhere(|world| {
        let north = world.arrives(Arrival {
            description: "water in the north".to_owned(),
            unit: Some(Id::from_bytes([1; 16])),
            ..Arrival::default()
        });
        let nobodys = world.says("water for nobody yet");
        assert_eq!(seen(world, &of_unit(1), "water"), (2, vec![nobodys, north]));
        assert_eq!(seen(world, &of_unit(2), "water"), (1, vec![nobodys]));
        assert_eq!(seen(world, &manager(), "water").0, 2);
        let moved = Assigned {
            owner: None,
            unit: Some(Id::from_bytes([2; 16])),
        };
        world.tells(north, &moved);
        assert_eq!(seen(world, &of_unit(1), "water"), (1, vec![nobodys]));
        assert_eq!(seen(world, &of_unit(2), "water"), (2, vec![nobodys, north]));
        world.intact();
    });
}

#[test]
fn the_person_complained_about_finds_it_in_no_hit_and_no_count() {
    everywhere(|world| {
        let boris = Actor {
            id: Id::from_bytes([4; 16]),
            ..manager()
        };
        let case = world.says("water and a rude man at the counter");
        world.notes(case, "more about the counter");
        assert_eq!(seen(world, &boris, "counter"), (1, vec![case]));
        world.is_about(case, boris.id);
        for typed in [
            "counter",
            "water",
            "rude",
            "counter is:open",
            "is:open",
            "-nothing water",
        ] {
            assert_eq!(seen(world, &boris, typed), (0, vec![]), "{typed}");
            assert_eq!(seen(world, &manager(), typed).0, 1, "{typed}");
        }
        world.intact();
    });
}

#[test]
fn notes_are_found_by_whom_may_read_them() {
    everywhere(|world| {
        let case = world.says("water");
        world.notes(case, "the neighbour admits it");
        assert_eq!(seen(world, &manager(), "neighbour"), (1, vec![case]));
        let narrowed = Actor {
            scope: Some(vec![Action::Receive]),
            ..manager()
        };
        assert_eq!(seen(world, &narrowed, "neighbour"), (0, vec![]));
        assert_eq!(seen(world, &narrowed, "water"), (1, vec![case]));
        let admin = Actor {
            role: redress_kernel::Role::Admin,
            ..manager()
        };
        assert_eq!(seen(world, &admin, "water"), (0, vec![]));
    });
}
