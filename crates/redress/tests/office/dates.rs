//! Changes that move dates: weighed first, then made for the new or for the open.

use super::*;
use redress_store::{Read, rebuild_check, verify};
use serde_json::{Value, json};

pub async fn token_of(office: &Office, person: Id) -> String {
    let new = NewToken {
        person,
        name: "ferry app".into(),
        scope: None,
    };
    let (random, by) = ((office.house.random)(), By::system(office.house.now()));
    office
        .house
        .db
        .write(move |tx: &mut Tx| create_token(tx, &new, random, &by))
        .await
        .unwrap()
}

pub struct Ferry {
    pub office: Office,
    pub admin: String,
    token: String,
}

impl Ferry {
    pub async fn with_one_complaint(ip: &str) -> (Ferry, String) {
        let office = Office::set_up(ip).await;
        let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
        let jonas = office.colleague("Jonas", Role::Handler).await;
        let token = token_of(&office, jonas).await;
        let ferry = Ferry {
            office,
            admin,
            token,
        };
        let made = ferry
            .call(
                "POST",
                "/api/v1/complaints",
                json!({ "channel": "phone", "description": "Left early." }),
            )
            .await;
        let reference = made["reference"].as_str().unwrap().to_owned();
        (ferry, reference)
    }

    pub async fn call(&self, method: &str, path: &str, body: Value) -> Value {
        self.call_by(&self.token, method, path, body).await
    }

    pub async fn call_by(&self, token: &str, method: &str, path: &str, body: Value) -> Value {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        let sent = self
            .office
            .send(request.body(Body::from(body.to_string())).unwrap())
            .await;
        serde_json::from_str(&sent.body).unwrap()
    }

    pub async fn due(&self, reference: &str, step: &str) -> String {
        let case = self
            .call(
                "GET",
                &format!("/api/v1/complaints/{reference}"),
                Value::Null,
            )
            .await;
        case["due"][step]
            .as_str()
            .unwrap_or_default()
            .chars()
            .take(10)
            .collect()
    }

    async fn kinds(&self) -> Vec<String> {
        let entries: Result<Vec<redress_kernel::Entry>, redress_store::Error> = self
            .office
            .house
            .db
            .read(|reader| reader.entries(Id::ORGANISATION))
            .await;
        entries
            .unwrap()
            .into_iter()
            .map(|entry| entry.kind)
            .collect()
    }
}

const LONGER: &str = "target-acknowledgement=3&target-assessment=4&target-update=10&target-response=30&target-closure=5";

#[tokio::test]
async fn a_change_of_targets_is_weighed_then_made_for_the_new_or_for_the_open_too() {
    let (ferry, reference) = Ferry::with_one_complaint("192.0.43.1").await;
    assert_eq!(ferry.due(&reference, "assessment").await, "2026-11-24");

    let weighed = ferry
        .office
        .post(
            "/admin/targets",
            &ferry.admin,
            &format!("{LONGER}&act=weigh&apply=open"),
        )
        .await;
    assert!(
        weighed.status == StatusCode::OK && weighed.body.contains("1 complaint would get another"),
        "{}",
        weighed.body
    );
    assert!(weighed.body.contains(&reference) && weighed.body.contains("value=\"30\""));
    assert_eq!(
        ferry.kinds().await,
        ["organisation-set"],
        "weighing records nothing"
    );

    let saved = ferry
        .office
        .post("/admin/targets", &ferry.admin, LONGER)
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert_eq!(
        ferry.due(&reference, "assessment").await,
        "2026-11-24",
        "earlier ones keep their dates"
    );

    let saved = ferry
        .office
        .post(
            "/admin/targets",
            &ferry.admin,
            &format!("{LONGER}&apply=open"),
        )
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert_eq!(ferry.due(&reference, "assessment").await, "2026-11-26");
    // The caller was told when the answer comes: that date stands.
    assert_eq!(ferry.due(&reference, "response").await, "2026-12-18");
    assert_eq!(
        ferry.kinds().await,
        [
            "organisation-set",
            "organisation-set",
            "dates-recounted",
            "recount-followed",
            "recount-finished"
        ]
    );

    // The list follows, the case says why, and the whole can be told again from the journal.
    let list = ferry.call("GET", "/api/v1/complaints", Value::Null).await;
    assert!(
        list["items"][0]["due_at"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-26"),
        "{list}"
    );
    let desk = ferry
        .office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let case = ferry
        .office
        .get(&format!("/desk/{reference}"), &desk)
        .await
        .body;
    assert!(case.contains("Dates counted anew"));
    let done = ferry
        .call(
            "POST",
            &format!("/api/v1/complaints/{reference}/notes"),
            json!({ "note": "Called.", "text": "Called." }),
        )
        .await;
    assert!(done["status"].as_i64() != Some(500), "{done}");
    assert_eq!(rebuild_check(&ferry.office.db).unwrap(), []);
    let verifiers = ferry.office.db.keys().verifiers();
    let proved = ferry
        .office
        .db
        .read_now(|reader| verify(reader, &verifiers, &[]))
        .unwrap();
    assert!(proved.ok);
}

#[tokio::test]
async fn a_closed_day_moves_what_falls_behind_it() {
    let (ferry, reference) = Ferry::with_one_complaint("192.0.44.1").await;
    let wrong = ferry
        .office
        .post(
            "/admin/calendar",
            &ferry.admin,
            "weekend=sat&weekend=sun&closed-days=Monday",
        )
        .await;
    assert!(
        wrong.status == StatusCode::UNPROCESSABLE_ENTITY
            && wrong.body.contains("id=\"closed-days-err\"")
    );
    let form = "weekend=sat&weekend=sun&closed-days=2026-11-23+Harbour+day&apply=open";
    let weighed = ferry
        .office
        .post(
            "/admin/calendar",
            &ferry.admin,
            &format!("{form}&act=weigh"),
        )
        .await;
    assert!(weighed.body.contains(&reference), "{}", weighed.body);
    let saved = ferry
        .office
        .post("/admin/calendar", &ferry.admin, form)
        .await;
    assert!(saved.to.contains("done=recounted"), "{}", saved.body);
    assert_eq!(ferry.due(&reference, "assessment").await, "2026-11-25");
    assert!(
        ferry
            .office
            .get("/admin/calendar", &ferry.admin)
            .await
            .body
            .contains("2026-11-23 Harbour day")
    );
    assert_eq!(rebuild_check(&ferry.office.db).unwrap(), []);
}
