//! Floods: nothing is refused and nothing is dropped. What comes over a budget waits in
//! one list, with its number, until a colleague or its writer confirms it.

use super::{
    REACH, STORY, complains,
    ferry::{Ferry, Page, Visitor},
    keys,
};
use redress_complaint::{house::organisation, inbox::Cursor, unconfirmed::link};
use redress_kernel::{By, Id, Organisation, Role, intake_limits::IntakeLimits};
use redress_office::{Fault, NewPerson, add_person, password, set_password};
use redress_store::{Error, Read, Reader, Tx, rebuild_check, sql};

const PHRASE: &str = "the boat left at dawn";

async fn signed_in(ferry: &Ferry, role: Role) -> Visitor {
    let email = format!("{}@blueferry.example", role.name());
    let new = NewPerson {
        name: format!("Rasa {}", role.name()),
        email: email.clone(),
        role,
        unit: None,
        language: None,
    };
    let hash = password::hash(PHRASE, [2; 32]).unwrap();
    let by = By::system(ferry.now());
    let write = move |tx: &mut Tx| -> Result<_, Fault> {
        let person = add_person(tx, &new, &by)?;
        Ok(set_password(tx, person, &hash, &by)?)
    };
    ferry.house.db.write(write).await.unwrap();
    let mut visitor = ferry.visitor("en");
    let typed = [("email", email.as_str()), ("password", PHRASE)];
    assert_eq!(visitor.post("/sign-in", &typed).await.status, 303);
    visitor
}

async fn limited(ferry: &Ferry, limits: IntakeLimits) {
    let mut admin = signed_in(ferry, Role::Admin).await;
    let number = |n: u32| n.to_string();
    let typed = [
        ("intake-network-hour", number(limits.network_hour)),
        ("intake-all-hour", number(limits.all_hour)),
        ("intake-programs-hour", number(limits.programs_hour)),
        ("intake-network-day-mb", number(limits.network_day_mb)),
        ("intake-letters-hour", number(limits.letters_hour)),
    ];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let saved = admin.post("/admin/intake-limits", &typed).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let read = |reader: &mut Reader| -> Result<Organisation, Error> { organisation(reader) };
    let held = ferry.house.db.read_now(read).unwrap();
    assert_eq!(held.intake_limits, limits);
}

/// Somebody reads the form and takes two minutes for it.
async fn complains_slowly(ferry: &Ferry, visitor: &mut Visitor) -> String {
    let form = visitor.get("/complain").await;
    let draft = form.action().trim_end_matches("/1").to_owned();
    let seal = form.between("name=\"handed-out\" value=\"", "\"");
    ferry.later(120);
    let first: Vec<(&str, &str)> = STORY
        .iter()
        .copied()
        .chain([("handed-out", seal.as_str())])
        .collect();
    visitor.post(&format!("{draft}/1"), &first).await;
    visitor.post(&format!("{draft}/3"), REACH).await;
    let sent = visitor.post(&format!("{draft}/4"), &[]).await;
    assert_eq!((sent.status, sent.location), (303, format!("{draft}/done")));
    keys(&visitor.get(&format!("{draft}/done")).await).0
}

/// A program that fills in the form within no time.
async fn pours(visitor: &mut Visitor) -> (String, String) {
    let (_, done) = complains(visitor, REACH).await;
    keys(&done)
}

fn waiting(ferry: &Ferry) -> i64 {
    ferry.counted(sql(
        "SELECT COUNT(*) FROM unconfirmed WHERE state = 'waiting'",
    ))
}

#[tokio::test]
async fn twenty_people_of_one_library_complain_within_an_hour_and_nobody_waits() {
    let ferry = Ferry::opens();
    for n in 0..20 {
        let mut reader = ferry.visitor_from(&format!("192.0.2.{}", n + 1));
        complains_slowly(&ferry, &mut reader).await;
    }
    assert_eq!((ferry.complaints(), waiting(&ferry)), (20, 0));
}

#[tokio::test]
async fn in_a_flood_nothing_is_refused_or_dropped_and_everything_that_waits_is_counted() {
    let ferry = Ferry::opens();
    let mut flood = ferry.visitor_from("198.51.100.7");
    let mut poured = Vec::new();
    for n in 0..10 {
        poured.push(pours(&mut flood).await.0);
        if n == 8 {
            let mut genuine = ferry.visitor_from("192.0.2.1");
            poured.push(complains_slowly(&ferry, &mut genuine).await);
        }
    }
    // A hasty one takes five of thirty: six pass, and the neighbour's.
    assert_eq!((ferry.complaints(), waiting(&ferry)), (7, 4));
    for reference in &poured {
        assert_eq!(&ferry.case(reference).reference, reference);
    }
    let mut intake = signed_in(&ferry, Role::Intake).await;
    let list = intake.get("/desk/unconfirmed").await;
    let held: Vec<&String> = poured
        .iter()
        .filter(|its| list.body.contains(*its))
        .collect();
    assert_eq!(held.len(), 4, "each that waits is in the list");
    list.lacks("Jankausk");
    behind_the_first(&ferry, &mut intake, &held).await;
    list.has("Many complaints from one network within an hour");
    // And in no other.
    let inbox = intake.get("/desk?queue=all").await;
    for its in &held {
        inbox.lacks(its);
    }
    let mut manager = signed_in(&ferry, Role::Manager).await;
    manager
        .get("/desk/figures")
        .await
        .has("nobody has confirmed them: ");
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

/// The next page goes on behind the last line of the one before.
async fn behind_the_first(ferry: &Ferry, intake: &mut Visitor, held: &[&String]) {
    let cases = held.iter().map(|its| ferry.case(its));
    let mut cursors: Vec<(Cursor, String)> = cases
        .map(|case| {
            let cursor = Cursor {
                rank: i64::from(!case.danger),
                at: case.received_at.micros(),
                id: case.id,
            };
            (cursor, case.reference)
        })
        .collect();
    cursors.sort_by_key(|(its, _)| (its.rank, its.at, its.id));
    let (first, rest) = cursors.split_first().unwrap();
    let after = first.0.write();
    let page = intake
        .get(&format!("/desk/unconfirmed?after={after}"))
        .await;
    assert_eq!(page.status, 200, "{}", page.body);
    page.lacks(&first.1);
    for (_, reference) in rest {
        page.has(reference);
    }
}

#[tokio::test]
async fn who_waits_follows_their_complaint_and_its_time_runs_from_receipt() {
    let ferry = Ferry::opens();
    limited(&ferry, one_an_hour()).await;
    let mut flood = ferry.visitor_from("198.51.100.7");
    pours(&mut flood).await;
    let (reference, code) = pours(&mut flood).await;
    let before = ferry.case(&reference);
    let (received, due) = (before.received_at, before.due);
    let typed = [
        ("your-reference", reference.as_str()),
        ("access-code", code.as_str()),
    ];
    assert_eq!(flood.post("/follow", &typed).await.location, "/follow/case");
    flood.get("/follow/case").await.has("a person looks at it");
    ferry.later(3 * 86_400);
    let mut intake = signed_in(&ferry, Role::Intake).await;
    let confirmed = intake
        .post("/desk/unconfirmed", &[("one", reference.as_str())])
        .await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
    intake
        .get(&confirmed.location)
        .await
        .has("Confirmed complaints: ");
    let case = ferry.case(&reference);
    assert!(!case.is_unconfirmed());
    assert_eq!((case.received_at, waiting(&ferry)), (received, 0));
    assert_eq!(case.due, due, "no date has moved");
    intake.get("/desk?queue=all").await.has(&reference);
    // Twice is once.
    let again = [("one", reference.as_str())];
    let again = intake.post("/desk/unconfirmed", &again).await;
    assert!(again.location.ends_with("n=0"), "{}", again.location);
}

fn one_an_hour() -> IntakeLimits {
    IntakeLimits {
        network_hour: 1,
        ..IntakeLimits::default()
    }
}

#[tokio::test]
async fn what_is_no_complaint_is_put_aside_with_a_reason_and_comes_back() {
    let ferry = Ferry::opens();
    limited(&ferry, one_an_hour()).await;
    let mut flood = ferry.visitor_from("198.51.100.7");
    pours(&mut flood).await;
    let (one, _) = pours(&mut flood).await;
    let (other, _) = pours(&mut flood).await;
    let mut intake = signed_in(&ferry, Role::Intake).await;
    let ticked = [
        ("case", one.as_str()),
        ("case", other.as_str()),
        ("do", "dismissal"),
    ];
    let no_reason = intake.post("/desk/unconfirmed", &ticked).await;
    assert_eq!(no_reason.status, 422);
    no_reason.has("Please write why these are no complaints");
    assert_eq!(waiting(&ferry), 2);
    let with_reason: Vec<(&str, &str)> = ticked
        .into_iter()
        .chain([("reason", "An advertisement.")])
        .collect();
    let aside = intake.post("/desk/unconfirmed", &with_reason).await;
    assert!(aside.location.contains("n=2"), "{}", aside.location);
    assert_eq!(waiting(&ferry), 0);
    let case = ferry.case(&one);
    assert!(case.is_unconfirmed() && !case.is_open());
    assert_eq!(case.closed.unwrap().text, "An advertisement.");
    intake
        .get("/desk/unconfirmed?show=dismissed")
        .await
        .has(&one)
        .has(&other);
    let nobody = intake
        .post("/desk/unconfirmed", &[("do", "confirmation")])
        .await;
    assert_eq!(nobody.status, 422);
    // It was one after all.
    intake.post("/desk/unconfirmed", &[("one", &one)]).await;
    assert!(ferry.case(&one).is_open());
    assert!(ferry.case(&other).is_unconfirmed());
}

/// The number of a request that waits for a second person.
fn asked(ferry: &Ferry) -> Option<Id> {
    let read = |reader: &mut Reader| -> Result<Option<Id>, Error> {
        let query =
            sql("SELECT id FROM second_request WHERE state = 'open' ORDER BY asked_at, id LIMIT 1");
        reader.one(&query, |row| row.id(0))
    };
    ferry.house.db.read_now(read).unwrap()
}

#[tokio::test]
async fn several_at_once_are_put_aside_by_two_people_and_one_by_one() {
    let ferry = Ferry::opens();
    limited(&ferry, one_an_hour()).await;
    let mut flood = ferry.visitor_from("198.51.100.7");
    pours(&mut flood).await;
    let mut poured = Vec::new();
    for _ in 0..3 {
        poured.push(pours(&mut flood).await.0);
    }
    let mut intake = signed_in(&ferry, Role::Intake).await;
    let mut handler = signed_in(&ferry, Role::Handler).await;
    let put = |cases: &[String]| -> Vec<(&'static str, String)> {
        let cases = cases.iter().map(|case| ("case", case.clone()));
        let rest = [("do", "dismissal"), ("reason", "An advertisement.")];
        cases
            .chain(rest.map(|(name, text)| (name, text.to_owned())))
            .collect()
    };
    let one = put(&poured[..1]);
    let one: Vec<(&str, &str)> = one
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    intake.post("/desk/unconfirmed", &one).await;
    assert_eq!(
        (waiting(&ferry), asked(&ferry)),
        (2, None),
        "one is one person's"
    );
    let two = put(&poured[1..]);
    let two: Vec<(&str, &str)> = two
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let went = intake.post("/desk/unconfirmed", &two).await;
    assert!(went.location.contains("done=asked"), "{}", went.location);
    assert_eq!(waiting(&ferry), 2, "nothing is put aside yet");
    let request = asked(&ferry).expect("another person is asked");
    handler
        .get("/desk/second-eyes")
        .await
        .has("An advertisement.")
        .has(&poured[1])
        .has(&poured[2]);
    let agree = format!("/desk/second-eyes/{request}/agreement");
    let own = intake.post(&agree, &[]).await;
    assert_eq!(own.status, 422, "{}", own.body);
    assert_eq!(waiting(&ferry), 2);
    handler.post(&agree, &[]).await;
    assert_eq!(waiting(&ferry), 0);
    let case = ferry.case(&poured[1]);
    assert_eq!(case.closed.unwrap().text, "An advertisement.");
    // And it comes back, by one person.
    intake
        .post("/desk/unconfirmed", &[("one", &poured[1])])
        .await;
    assert!(ferry.case(&poured[1]).is_open());
}

#[tokio::test]
async fn nothing_else_is_done_to_what_nobody_confirmed() {
    let ferry = Ferry::opens();
    limited(&ferry, one_an_hour()).await;
    let mut flood = ferry.visitor_from("198.51.100.7");
    pours(&mut flood).await;
    let (reference, _) = pours(&mut flood).await;
    let mut handler = signed_in(&ferry, Role::Handler).await;
    let note = [("text", "I take it.")];
    let noted = handler
        .post(&format!("/desk/{reference}/notes"), &note)
        .await;
    assert_eq!(noted.status, 422);
    noted.has("Nobody has confirmed yet that this is a complaint");
    let confirmed = handler
        .post(&format!("/desk/{reference}/confirmation"), &[])
        .await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
    let noted = handler
        .post(&format!("/desk/{reference}/notes"), &note)
        .await;
    assert_eq!(noted.status, 303, "{}", noted.body);
}

#[tokio::test]
async fn the_letters_link_confirms_by_its_button_and_looking_changes_nothing() {
    let ferry = Ferry::opens();
    limited(&ferry, one_an_hour()).await;
    let mut flood = ferry.visitor_from("198.51.100.7");
    pours(&mut flood).await;
    let (reference, _) = pours(&mut flood).await;
    let (again, _) = pours(&mut flood).await;
    let case = ferry.case(&reference);
    assert!(case.is_asked_to_confirm());
    let asked = |case: &redress_complaint::Complaint| {
        let all = case.messages.iter();
        all.filter(|m| m.purpose == "confirmation").count()
    };
    assert_eq!(asked(&case), 1);
    let other = ferry.case(&again);
    assert_eq!(asked(&other), 0, "one letter an hour to one address");
    let token = link::token(ferry.house.db.keys().code_key(), case.id);
    let shown = case.messages[0].body.clone();
    assert!(!shown.contains(&token), "it stands in the mail alone");
    let page = format!("/confirm/{token}");
    let mut rasa = ferry.visitor("en");
    rasa.get(&page).await.has(&reference);
    assert!(ferry.case(&reference).is_unconfirmed());
    assert_eq!(rasa.post(&page, &[]).await.status, 303);
    rasa.get(&page).await.has("The complaint is confirmed");
    let case = ferry.case(&reference);
    assert!(!case.is_unconfirmed());
    let acknowledged = case.messages.iter().any(|m| m.purpose == "acknowledgement");
    assert!(acknowledged, "and now it is acknowledged");
    assert_eq!(rasa.get("/confirm/nonsense").await.status, 404);
}

#[tokio::test]
async fn what_fills_in_the_hidden_field_waits_at_once() {
    let ferry = Ferry::opens();
    let mut program = ferry.visitor("en");
    let about = &[REACH[0], REACH[1], ("website", "http://spam.example")];
    let (_, done) = complains(&mut program, about).await;
    let (reference, _) = keys(&done);
    assert_eq!((ferry.complaints(), waiting(&ferry)), (0, 1));
    assert_eq!(ferry.case(&reference).unconfirmed.unwrap().why, "trap");
    let mut person = ferry.visitor("en");
    pours(&mut person).await;
    assert_eq!((ferry.complaints(), waiting(&ferry)), (1, 1));
}

#[tokio::test]
async fn files_over_the_days_room_are_left_out_and_said_so_and_the_words_are_kept() {
    let ferry = Ferry::opens();
    let small = IntakeLimits {
        network_day_mb: 1,
        ..IntakeLimits::default()
    };
    limited(&ferry, small).await;
    let mut rasa = ferry.visitor_from("198.51.100.7");
    let sends = async |visitor: &mut Visitor, bytes: usize| -> (String, Page) {
        let form = visitor.get("/complain").await.action();
        let photo = vec![7u8; bytes];
        let files: &[(&str, &str, &[u8])] = &[("enclosures", "deck.jpg", &photo)];
        let page = visitor.post_files(&form, STORY, files).await;
        (form, page)
    };
    assert_eq!(sends(&mut rasa, 900_000).await.1.status, 303);
    let (form, second) = sends(&mut rasa, 900_000).await;
    assert_eq!(second.status, 422);
    second.has("room for files from your network is used up");
    rasa.get(&form)
        .await
        .has("ten minutes early")
        .lacks("deck.jpg");
    let mut neighbour = ferry.visitor_from("192.0.2.7");
    assert_eq!(sends(&mut neighbour, 900_000).await.1.status, 303);
}
