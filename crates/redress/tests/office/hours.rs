//! The office's own hours: limits in working hours go by them, weighed before they are
//! set; what is no hour is named at its day.

use super::{
    dates::{Ferry, token_of},
    *,
};
use redress_store::rebuild_check;
use serde_json::{Value, json};

const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

/// The form of the calendar with these hours on each worked day.
fn form(hours: &str, more: &str) -> String {
    let hours = hours.replace(':', "%3A").replace(", ", "%2C+");
    let days = DAYS.map(|day| format!("hours-{day}={hours}"));
    format!(
        "weekend=sat&weekend=sun&{}&closed-days={more}",
        days.join("&")
    )
}

async fn petition(ferry: &Ferry) -> String {
    let body = json!({ "channel": "web", "description": "The boat left early." });
    let made = ferry.call("POST", "/api/v1/complaints", body).await;
    made["reference"].as_str().unwrap().to_owned()
}

async fn limit(ferry: &Ferry, reference: &str) -> Value {
    let path = format!("/api/v1/complaints/{reference}/why");
    let why = ferry.call("GET", &path, Value::Null).await;
    assert_eq!(why["clocks"][0]["adds_up"], true);
    why["clocks"][0].clone()
}

#[tokio::test]
async fn own_hours_move_limits_in_working_hours_with_their_effect_shown_before() {
    let (ferry, _) = Ferry::with_one_complaint("192.0.45.1").await;
    let set = "packs=kr-civil-petition&kinds=immediate";
    let saved = ferry.office.post("/admin/clocks", &ferry.admin, set).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let reference = petition(&ferry).await;
    let usual = limit(&ferry, &reference).await;
    assert_eq!(usual["hours"], Value::Null);

    let form = form("14:00-15:00", "");
    let weigh = format!("{form}&act=weigh&apply=open");
    let weighed = ferry
        .office
        .post("/admin/calendar", &ferry.admin, &weigh)
        .await;
    assert!(weighed.body.contains(&reference), "{}", weighed.body);
    assert_eq!(
        limit(&ferry, &reference).await["due"],
        usual["due"],
        "only weighed"
    );
    let kept = ferry
        .office
        .post("/admin/calendar", &ferry.admin, &form)
        .await;
    assert!(kept.to.contains("done=saved"), "{}", kept.body);
    assert_eq!(
        limit(&ferry, &reference).await["due"],
        usual["due"],
        "for new ones"
    );
    let later = petition(&ferry).await;
    let own = limit(&ferry, &later).await;
    // Three hours of one hour a day, on the clock of Seoul.
    assert!(
        own["due"].as_str().unwrap().ends_with("T06:00:00Z"),
        "{own}"
    );
    assert!(own["explanation"].to_string().contains("3 h") || own["due"] != usual["due"]);
    let page = ferry.office.get("/admin/calendar", &ferry.admin).await.body;
    assert!(
        page.contains("14:00-15:00") && page.contains("Fewer hours"),
        "{page}"
    );

    let open = format!("{form}&apply=open");
    // Nothing but the whom differs: the open ones follow all the same.
    let moved = ferry
        .office
        .post("/admin/calendar", &ferry.admin, &open)
        .await;
    assert!(moved.to.contains("done=recounted"), "{}", moved.body);
    let after = limit(&ferry, &reference).await;
    assert!(after["due"].as_str() > usual["due"].as_str(), "{after}");
    assert_eq!(rebuild_check(&ferry.office.db).unwrap(), []);
}

#[tokio::test]
async fn what_is_no_hour_is_named_at_its_day_and_a_program_sets_the_same() {
    let (ferry, _) = Ferry::with_one_complaint("192.0.45.2").await;
    for (wrong, at) in [("nine", "hours-mon-err"), ("", "hours-tue-err")] {
        let typed = format!(
            "weekend=sat&weekend=sun&closed-days=&hours-mon={wrong}&hours-wed=09:00-17:00&hours-tue="
        );
        let answer = ferry
            .office
            .post("/admin/calendar", &ferry.admin, &typed)
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(at), "{at}: {}", answer.body);
    }
    let rima = ferry.office.colleague("Rima", Role::Admin).await;
    let token = token_of(&ferry.office, rima).await;
    let patch = async |body: Value| {
        ferry
            .call_by(&token, "PATCH", "/api/v1/calendar", body)
            .await
    };
    let spans = json!(["09:00-12:00", "13:00-18:00"]);
    let hours: Value = DAYS.iter().map(|day| (*day, spans.clone())).collect();
    let set = patch(json!({ "hours": hours })).await;
    assert_eq!(set["hours"], hours, "{set}");
    let untouched = patch(json!({ "weekend": ["sat", "sun"] })).await;
    assert_eq!(untouched["hours"], hours);
    for wrong in [
        json!({ "mon": ["9-17"] }),
        json!({ "monday": [] }),
        json!("always"),
    ] {
        let answer = patch(json!({ "hours": wrong })).await;
        assert_eq!(answer["status"], 422, "{answer}");
    }
    assert_eq!(patch(json!({ "hours": {} })).await["hours"], Value::Null);
}
