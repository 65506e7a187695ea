//! Cases that may be about the same.

use crate::world::{everywhere, manager, rasa};
use redress_complaint::search::{Like, Why, similar};
use redress_kernel::Id;
use redress_operation::receipt::Arrival;
use redress_store::Error;

#[test]
fn the_caller_the_reference_and_shared_words_lead_to_earlier_cases() {
    everywhere(|world| {
        let phoned = world.from("Rasa", "The bill of March was charged twice.");
        let leak = world
            .says("Water drips through the ceiling of our bathroom since the pipe was repaired.");
        let noise = world.says("The pump house is loud at night.");
        let like = |like: Like| -> Vec<(Id, Why)> {
            let found = world
                .db
                .read_now(|reader| -> Result<_, Error> { similar(reader, &manager(), &like, 5) });
            found.unwrap().iter().map(|s| (s.row.id, s.why)).collect()
        };
        let caller = Like {
            phone: "8 612 34567",
            ..Like::default()
        };
        assert_eq!(like(caller), [(phoned, Why::Phone)]);
        let writer = Like {
            email: "RASA@example.org",
            words: "water through the bathroom ceiling after a repaired pipe",
            ..Like::default()
        };
        assert_eq!(
            like(writer.clone()),
            [(phoned, Why::Email), (leak, Why::Words)]
        );
        let by_name = |name| Like {
            name,
            ..Like::default()
        };
        assert_eq!(like(by_name("RASA")), [(phoned, Why::Name)]);
        assert_eq!(like(by_name("Ras")), [], "a whole name or nothing");
        let but_itself = Like {
            except: Some(leak),
            ..writer
        };
        assert_eq!(like(but_itself), [(phoned, Why::Email)]);
        let nothing = Like {
            words: "house at",
            ..Like::default()
        };
        assert_eq!(like(nothing), []);
        assert_ne!(noise, leak);
    });
}

#[test]
fn who_is_complained_about_is_led_nowhere() {
    everywhere(|world| {
        let case = world.arrives(Arrival {
            description: "The man at the counter shouted at my mother".to_owned(),
            complainant: rasa("Rasa"),
            ..Arrival::default()
        });
        let boris = redress_kernel::Actor {
            id: Id::from_bytes([4; 16]),
            ..manager()
        };
        world.is_about(case, boris.id);
        let like = Like {
            phone: "+370 612 34567",
            words: "man at the counter shouted",
            ..Like::default()
        };
        let found = world
            .db
            .read_now(|reader| -> Result<_, Error> { similar(reader, &boris, &like, 5) });
        assert!(found.unwrap().is_empty());
    });
}
