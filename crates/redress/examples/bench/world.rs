//! A hundred thousand complaints, made by the same functions as any other.

use redress::{clock, house::wiring, serve::open_house};
use redress_complaint::facts::{Assigned, MessageReceived, MessageText};
use redress_kernel::{By, Draft, Id, Instant, Organisation, Role, instant::Clock};
use redress_office::{
    Fault, NewPerson, NewToken, SetUp, add_person, create_token, facts::UnitAdded, set_password,
    setup,
};
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Db, Error, Keys, Location};
use std::{path::Path, sync::Arc};

pub const ADMIN: &str = "sam@ferry.example";
pub const EMAIL: &str = "jonas@ferry.example";
pub const PASSWORD: &str = "the-early-ferry-of-nine";
/// A manager of one unit out of twenty.
pub const OF_A_UNIT: &str = "rasa@ferry.example";
const HANDLERS: usize = 20;
const UNITS: usize = 20;
const BATCH: usize = 500;

/// Words that one complaint has, and that all have.
pub const RARE: &str = "77777";
pub const COMMON: &str = "ferry";
pub const PHRASE: &str = "%22two+children%22";

pub fn search(words: &str) -> String {
    format!("/desk/search?q={words}")
}

pub struct World {
    pub token: String,
    /// A case with ten messages.
    pub talkative: String,
}

pub fn fill(folder: &Path, size: usize) -> World {
    let now = clock::MachineClock.now();
    let keys = Keys::create(folder, now).unwrap();
    let db = Db::open(&Location::Sqlite(folder.to_owned()), keys, wiring()).unwrap();
    let house = open_house(
        db,
        Arc::new(clock::MachineClock),
        redress_office::who_is,
        "http://localhost",
    );
    let begin = now.plus_seconds(-60 * 86_400);
    let units = house.db.write_now(move |tx| units(tx, begin)).unwrap();
    let unit = units[UNITS / 3];
    let staffed = house.db.write_now(move |tx| people(tx, unit, begin));
    let (people, token) = staffed.unwrap();
    let mut talkative = String::new();
    for batch in 0..size.div_ceil(BATCH) {
        let (people, units) = (people.clone(), units.clone());
        let at = begin.plus_seconds((batch as i64) * 60 * 86_400 / (size.div_ceil(BATCH) as i64));
        talkative = house
            .db
            .write_now(move |tx| a_batch(tx, batch, (&people, &units), at))
            .unwrap();
    }
    World { token, talkative }
}

/// One beside the other.
fn units(tx: &mut redress_store::Tx, at: Instant) -> Result<Vec<Id>, Error> {
    let mut units = Vec::new();
    for n in 0..UNITS {
        let id = tx.new_id(at);
        let name = format!("Quay {n}");
        tx.record(Draft::of(id, &UnitAdded { name }), &By::system(at))?;
        units.push(id);
    }
    Ok(units)
}

fn people(tx: &mut redress_store::Tx, unit: Id, at: Instant) -> Result<(Vec<Id>, String), Fault> {
    let organisation = Organisation {
        name: "Blue Ferry Co.".into(),
        time_zone: "Europe/Vilnius".into(),
        ..Organisation::default()
    };
    let hash = redress_office::password::hash(PASSWORD, clock::random()).unwrap();
    setup(
        tx,
        SetUp {
            organisation,
            admin_name: "Sam".into(),
            admin_email: ADMIN.into(),
            password_hash: Some(hash.clone()),
            language: None,
        },
        at,
    )?;
    let mut people = Vec::new();
    for n in 0..HANDLERS {
        let email = if n == 0 {
            EMAIL.to_owned()
        } else {
            format!("handler{n}@ferry.example")
        };
        let new = NewPerson {
            name: format!("Handler {n}"),
            email,
            role: Role::Manager,
            unit: None,
            language: None,
        };
        people.push(add_person(tx, &new, &By::system(at))?);
    }
    set_password(tx, people[0], &hash, &By::system(at))?;
    let of_a_unit = NewPerson {
        name: "Rasa".into(),
        email: OF_A_UNIT.into(),
        role: Role::Manager,
        unit: Some(unit),
        language: None,
    };
    let of_a_unit = add_person(tx, &of_a_unit, &By::system(at))?;
    set_password(tx, of_a_unit, &hash, &By::system(at))?;
    let token = create_token(
        tx,
        &NewToken {
            person: people[0],
            name: "bench".into(),
            scope: None,
        },
        clock::random(),
        &By::system(at),
    )?;
    Ok((people, token))
}

/// Returns the reference of the last one, to which ten messages belong.
fn a_batch(
    tx: &mut redress_store::Tx,
    batch: usize,
    (people, units): (&[Id], &[Id]),
    at: Instant,
) -> Result<String, Error> {
    let mut last = (Id::SYSTEM, String::new());
    for n in 0..BATCH {
        let number = batch * BATCH + n;
        let by = By {
            actor: people[number % HANDLERS],
            unit: None,
            at,
        };
        let receipt = match receive(tx, arrival(number), &by) {
            Ok(receipt) => receipt,
            Err(NotReceived::Store(error)) => return Err(error),
            Err(NotReceived::Refused(refusal)) => panic!("{}", refusal.code),
        };
        if !number.is_multiple_of(4) {
            let owner = Assigned {
                owner: Some(people[number % HANDLERS]),
                unit: Some(units[number / HANDLERS % UNITS]),
            };
            tx.record(Draft::of(receipt.complaint, &owner), &by)?;
        }
        last = (receipt.complaint, receipt.reference);
    }
    for n in 0..10 {
        let text = MessageText {
            text: format!(
                "Message {n}: the ferry of nine left early again, and nobody told us why."
            ),
            ..Default::default()
        };
        tx.record(
            Draft::with(
                last.0,
                &MessageReceived {
                    channel: "web".into(),
                    ..Default::default()
                },
                &text,
            ),
            &By::complainant(at),
        )?;
    }
    Ok(last.1)
}

fn arrival(number: usize) -> Arrival {
    Arrival {
        channel: "phone".into(),
        subject: format!("The ferry of nine left early, number {number}"),
        description: "It left at 8:50, the timetable says 9:00. We stood on the quay with two children and saw it go. Nobody answered the telephone.".into(),
        category: Some("06".into()),
        complainant: redress_complaint::facts::Person { name: format!("Passenger {number}"), phone: "+370 612 34567".into(), ..Default::default() },
        ..Arrival::default()
    }
}

/// The body of a call to create one like these.
pub fn call(key: &str) -> String {
    serde_json::json!({
        "channel": "phone", "subject": "The ferry of nine left early", "category": "06", "external_id": key,
        "description": "It left at 8:50, the timetable says 9:00. We stood on the quay with two children and saw it go. Nobody answered the telephone.",
        "complainant": { "name": "Passenger", "phone": "+370 612 34567", "language": "lt" },
    })
    .to_string()
}
