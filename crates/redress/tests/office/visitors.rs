//! People who see little: a certifier with days and a sample, staff who pass on what they
//! heard, a consultant; and a manager who looks as somebody else.

use super::*;
use redress_complaint::inbox::seen_among;
use redress_kernel::Actor;
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Error, Read, Reader, rebuild_check};
use std::collections::BTreeSet;

impl Office {
    /// A complaint by telephone; its reference.
    async fn hears(&self, story: &str) -> String {
        let (by, story) = (By::system(self.house.now()), story.to_owned());
        let write = move |tx: &mut Tx| {
            let arrival = Arrival {
                channel: "phone".into(),
                description: story,
                ..Arrival::default()
            };
            receive(tx, arrival, &by).map_err(|_| Error::Wrong("not received".into()))
        };
        self.house.db.write(write).await.unwrap().reference
    }

    async fn enters(&self, name: &str) -> String {
        let email = format!("{}@ferry.example", name.to_lowercase());
        self.sign_in(&email, PHRASE).await.cookie.unwrap()
    }
}

const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn a_certifier_comes_in_on_the_days_of_the_visit_and_sees_the_sample_alone() {
    let office = Office::set_up("192.0.60.1").await;
    office.colleague("Rasa", Role::Manager).await;
    let visitor = office.colleague("Vaiva", Role::Certifier).await;
    let (one, other) = (
        office.hears("The ramp was shut").await,
        office.hears("The boat left early").await,
    );
    let (rasa, vaiva) = (office.enters("Rasa").await, office.enters("Vaiva").await);
    let uninvited = office.get("/desk", &vaiva).await;
    assert_eq!(
        uninvited.status,
        StatusCode::SEE_OTHER,
        "nobody let them in"
    );
    let page = format!("/admin/visits/{visitor}");
    let form = format!("visit-first=2026-11-20&visit-last=2026-11-21&visit-cases={one}");
    assert_eq!(
        office.post(&page, &rasa, &form).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(office.get(&page, &rasa).await.body.contains(&one));
    let list = office.get("/desk?queue=all", &vaiva).await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.body.contains(&one) && !list.body.contains(&other));
    let shown = office.get(&format!("/desk/{one}"), &vaiva).await;
    assert_eq!(shown.status, StatusCode::OK);
    let hidden = office.get(&format!("/desk/{other}"), &vaiva).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let found = office.get("/desk/search?q=ramp", &vaiva).await;
    assert!(!found.body.contains("The boat"), "{}", found.body);
    // The visit is over at the end of its last day.
    office.pass_seconds(2 * DAY);
    let vaiva = office.enters("Vaiva").await;
    let late = office.get("/desk", &vaiva).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    assert!(rebuild_check(&office.db).unwrap().is_empty());
}

#[tokio::test]
async fn a_draw_can_be_repeated_by_its_seed_and_takes_only_what_whoever_draws_may_see() {
    let office = Office::set_up("192.0.61.1").await;
    let rasa = office.colleague("Rasa", Role::Manager).await;
    let visitor = office.colleague("Vaiva", Role::Certifier).await;
    for story in ["One", "Two", "Three", "Four", "Five", "Six"] {
        office.hears(story).await;
    }
    let cookie = office.enters("Rasa").await;
    let page = format!("/admin/visits/{visitor}");
    let days = "visit-first=2026-11-20&visit-last=2026-11-21";
    let drawn = office
        .post(&page, &cookie, &format!("{days}&visit-size=4"))
        .await;
    assert_eq!(drawn.status, StatusCode::SEE_OTHER);
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let entries = reader.entries(visitor)?;
        let sampled = entries.iter().rev().find(|it| it.kind == "cases-sampled");
        let record: serde_json::Value = serde_json::from_str(&sampled.unwrap().record).unwrap();
        let all = reader.rows(
            &redress_store::sql("SELECT id, reference FROM complaint ORDER BY id LIMIT 100"),
            |row| Ok((row.id(0)?, row.text(1)?)),
        )?;
        let ids: BTreeSet<Id> = all.iter().map(|(id, _)| *id).collect();
        let manager = Actor {
            id: rasa,
            role: Role::Manager,
            ..Actor::complainant()
        };
        assert_eq!(seen_among(reader, &manager, &ids)?.len(), 6);
        Ok((record, all))
    };
    let (record, all) = office.house.db.read(read).await.unwrap();
    let seed = record["seed"].as_str().unwrap();
    let again = redress_kernel::person::drawn(seed, &all, 4);
    let again: Vec<String> = again.iter().map(ToString::to_string).collect();
    assert_eq!(record["cases"], serde_json::json!(again));
    assert_eq!((record["among"].as_i64(), seed.len()), (Some(6), 32));
    let unknown = office
        .post(
            &page,
            &cookie,
            &format!("{days}&visit-cases=RD-26-0000-000"),
        )
        .await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn staff_pass_on_what_they_heard_and_see_its_stage_and_nothing_else() {
    let office = Office::set_up("192.0.62.1").await;
    office.colleague("Tom", Role::Staff).await;
    office.colleague("Rasa", Role::Manager).await;
    let welcomed = office.sign_in("tom@ferry.example", PHRASE).await;
    assert_eq!(
        welcomed.to, "/desk/heard",
        "they begin where they have something to do"
    );
    let tom = welcomed.cookie.unwrap();
    let other = office.hears("The boat left early").await;
    let told = "heard-story=The+ramp+was+shut&heard-language=en&heard-name=Ona&request=r1";
    let passed = office.post("/desk/heard", &tom, told).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER, "{}", passed.body);
    let again = office.post("/desk/heard", &tom, told).await;
    assert_eq!(again.to, passed.to, "sent twice, recorded once");
    let reference = passed.to.split('=').nth(1).unwrap().to_owned();
    let own = office.get(&passed.to, &tom).await;
    assert!(own.body.contains(&reference) && !own.body.contains(&other));
    assert!(
        !own.body.contains("The ramp was shut"),
        "its text is the office's now"
    );
    for path in ["/desk".to_owned(), format!("/desk/{reference}")] {
        let refused = office.get(&path, &tom).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
    }
    let rasa = office.enters("Rasa").await;
    let case = office.get(&format!("/desk/{reference}"), &rasa).await;
    assert!(case.body.contains("The ramp was shut"));
    let empty = office.post("/desk/heard", &tom, "heard-language=en").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(rebuild_check(&office.db).unwrap().is_empty());
}

#[tokio::test]
async fn a_consultant_reads_figures_and_no_complaint() {
    let office = Office::set_up("192.0.63.1").await;
    office.colleague("Marc", Role::Consultant).await;
    let reference = office.hears("The ramp was shut").await;
    let welcomed = office.sign_in("marc@ferry.example", PHRASE).await;
    assert_eq!(welcomed.to, "/system");
    let marc = welcomed.cookie.unwrap();
    for path in ["/system", "/system/monitoring", "/desk/figures"] {
        let page = office.get(path, &marc).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(
            !page.body.contains(&reference) && !page.body.contains("ramp"),
            "{path}"
        );
    }
    let told = office.get("/api/v1/indicators?period=2026", &marc).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.body);
    for path in ["/desk", "/api/v1/complaints", "/desk/search?q=ramp"] {
        assert_eq!(
            office.get(path, &marc).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
}

#[tokio::test]
async fn whoever_looks_as_somebody_else_sees_no_more_than_themselves_and_changes_nothing() {
    let office = Office::set_up("192.0.64.1").await;
    office.colleague("Rasa", Role::Manager).await;
    let reference = office.hears("The ramp was shut").await;
    let rasa = office.enters("Rasa").await;
    let before = office.state_of_journal().await;
    let list = office.get("/admin/see-as?role=handler", &rasa).await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.body.contains(&reference) && list.body.contains("role=\"note\""));
    let case = format!("/admin/see-as/{reference}?role=");
    let handler = office.get(&format!("{case}handler"), &rasa).await;
    assert_eq!(handler.status, StatusCode::OK);
    assert!(!handler.body.contains("The ramp was shut"));
    let staff = office.get(&format!("{case}staff"), &rasa).await;
    assert_eq!(staff.status, StatusCode::NOT_FOUND, "staff see no case");
    // The administrator sees no case as anybody.
    let owner = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let list = office.get("/admin/see-as?role=manager", &owner).await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(!list.body.contains(&reference));
    let hidden = office.get(&format!("{case}manager"), &owner).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    assert_eq!(office.state_of_journal().await, before);
}

impl Office {
    async fn state_of_journal(&self) -> i64 {
        let read = |reader: &mut Reader| -> Result<i64, Error> { reader.size() };
        self.house.db.read(read).await.unwrap()
    }
}

#[tokio::test]
async fn whoever_leads_a_unit_sees_the_cases_of_the_units_below_it() {
    let office = Office::set_up("192.0.65.1").await;
    let owner = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    for name in ["Pier", "East"] {
        let added = office
            .post("/admin/units", &owner, &format!("unit-name={name}"))
            .await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    }
    let read = |reader: &mut Reader| redress_office::roster::units(reader);
    let units = office.house.db.read(read).await.unwrap();
    let id = |name: &str| units.iter().find(|unit| unit.name == name).unwrap().id;
    let (pier, east) = (id("Pier"), id("East"));
    let below = format!("unit-name=East&unit-above={pier}");
    let path = format!("/admin/units/{east}");
    assert_eq!(
        office.post(&path, &owner, &below).await.status,
        StatusCode::SEE_OTHER
    );
    let circle = format!("unit-name=Pier&unit-above={east}");
    let refused = office
        .post(&format!("/admin/units/{pier}"), &owner, &circle)
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (name, unit, seen) in [
        ("Rasa", pier, true),
        ("Jonas", east, true),
        ("Ula", Id::SYSTEM, false),
    ] {
        let actor = Actor {
            role: Role::Manager,
            unit: Some(unit),
            ..Actor::complainant()
        };
        let by = By::system(office.house.now());
        let write = move |tx: &mut Tx| -> Result<bool, Error> {
            let arrival = Arrival {
                channel: "phone".into(),
                description: name.into(),
                unit: Some(east),
                ..Arrival::default()
            };
            let receipt = receive(tx, arrival, &by).map_err(|_| Error::Wrong("no".into()))?;
            let ids = BTreeSet::from([receipt.complaint]);
            Ok(seen_among(tx, &actor, &ids)?.contains(&receipt.complaint))
        };
        assert_eq!(office.house.db.write(write).await.unwrap(), seen, "{name}");
    }
    assert!(rebuild_check(&office.db).unwrap().is_empty());
}
