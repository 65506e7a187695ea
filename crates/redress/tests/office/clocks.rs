//! Public holidays and rule packs: chosen, weighed, and then counted with.

use super::{dates::Ferry, *};
use redress_store::rebuild_check;
use serde_json::{Value, json};

const CALENDAR: &str = "weekend=sat&weekend=sun&holidays=US";

#[tokio::test]
async fn the_public_holidays_of_a_country_move_the_dates_of_new_complaints() {
    let (ferry, first) = Ferry::with_one_complaint("192.0.43.11").await;
    let page = ferry.office.get("/admin/calendar", &ferry.admin).await;
    assert!(!page.body.contains("Thanksgiving"));
    let saved = ferry
        .office
        .post("/admin/calendar", &ferry.admin, CALENDAR)
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = ferry.office.get("/admin/calendar", &ferry.admin).await;
    assert!(page.body.contains("Thanksgiving"), "{}", page.body);

    let second = another(&ferry).await;
    let (before, after) = (
        ferry.due(&first, "update").await,
        ferry.due(&second, "update").await,
    );
    assert!(before < after, "{before} {after}");
    rebuilt(&ferry).await;
}

#[tokio::test]
async fn a_rule_pack_is_weighed_saved_and_leads_the_list_of_what_is_due() {
    let (mut ferry, first) = Ferry::with_one_complaint("192.0.43.12").await;
    let form = "packs=kr-civil-petition&kinds=immediate";
    ferry.office.pass_seconds(10 * 24 * 3600);
    // The session did not last as long.
    ferry.admin = ferry.office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let weighed = ferry
        .office
        .post("/admin/clocks", &ferry.admin, &format!("{form}&act=weigh"))
        .await;
    let would = weighed.body.split("id=\"would\"").nth(1).unwrap();
    let row = would.split("</tbody>").next().unwrap();
    assert_eq!(row.matches("<td>1</td>").count(), 2, "{row}");
    assert_eq!(row.matches("<td>0</td>").count(), 2, "{row}");

    let saved = ferry.office.post("/admin/clocks", &ferry.admin, form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let second = another(&ferry).await;
    // A call is acknowledged while it lasts: our own target comes next.
    assert_eq!(next(&ferry, &first).await["step"], "assessment");
    let due = next(&ferry, &second).await;
    assert_eq!(due["step"], "kr-civil-petition/immediate");

    // The list holds what the case comes to when it is counted again.
    let row = row_of(&ferry, &second, "").await.unwrap();
    assert_eq!(row["due_step"], due["step"]);
    assert_eq!(row["due_at"], due["at"]);
    assert!(row_of(&ferry, &second, "&queue=overdue").await.is_none());
    ferry.office.pass_seconds(4 * 24 * 3600);
    assert!(row_of(&ferry, &second, "&queue=overdue").await.is_some());

    let why = ferry
        .call(
            "GET",
            &format!("/api/v1/complaints/{second}/why"),
            Value::Null,
        )
        .await;
    let clocks = why["clocks"].as_array().unwrap();
    assert_eq!(clocks.len(), 1);
    assert_eq!(clocks[0]["adds_up"], true);
    assert_eq!(clocks[0]["due"], due["at"]);
    assert!(!clocks[0]["explanation"].as_array().unwrap().is_empty());
    rebuilt(&ferry).await;
}

#[tokio::test]
async fn a_pack_without_a_calendar_is_not_switched_on_without_one() {
    let (ferry, _) = Ferry::with_one_complaint("192.0.43.13").await;
    let refused = ferry
        .office
        .post("/admin/clocks", &ferry.admin, "packs=eu-psd2")
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let saved = ferry
        .office
        .post(
            "/admin/clocks",
            &ferry.admin,
            "packs=eu-psd2&pack-calendar=LT",
        )
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = ferry.office.get("/admin/clocks", &ferry.admin).await;
    assert!(page.body.contains("EU: payment services (PSD2)"));
}

async fn another(ferry: &Ferry) -> String {
    let body = json!({ "channel": "phone", "description": "Left without us." });
    let made = ferry.call("POST", "/api/v1/complaints", body).await;
    made["reference"].as_str().unwrap().to_owned()
}

async fn next(ferry: &Ferry, reference: &str) -> Value {
    let path = format!("/api/v1/complaints/{reference}");
    ferry.call("GET", &path, Value::Null).await["due"]["next"].clone()
}

async fn row_of(ferry: &Ferry, reference: &str, narrow: &str) -> Option<Value> {
    let path = format!("/api/v1/complaints?limit=50{narrow}");
    let list = ferry.call("GET", &path, Value::Null).await;
    let rows = list["items"].as_array().unwrap();
    rows.iter()
        .find(|row| row["reference"] == reference)
        .cloned()
}

async fn rebuilt(ferry: &Ferry) {
    assert_eq!(rebuild_check(&ferry.office.db).unwrap(), []);
}

#[tokio::test]
async fn a_sudden_public_holiday_moves_the_limits_of_open_complaints_with_its_effect_shown_before()
{
    let (ferry, _) = Ferry::with_one_complaint("192.0.43.15").await;
    let form = "packs=kr-civil-petition&kinds=immediate";
    ferry.office.post("/admin/clocks", &ferry.admin, form).await;
    let open = another(&ferry).await;
    let before = next(&ferry, &open).await;
    assert_eq!(before["step"], "kr-civil-petition/immediate");
    let day: String = before["at"].as_str().unwrap().chars().take(10).collect();
    let sudden = format!("list=KR&list-day={day}&day-is=off&day-name=Temporary+holiday");

    let page = "/admin/public-holidays";
    let weighed = ferry
        .office
        .post(page, &ferry.admin, &format!("{sudden}&act=weigh"))
        .await;
    assert!(
        weighed.body.contains("1 complaint would get another") && weighed.body.contains(&open),
        "{}",
        weighed.body
    );
    assert_eq!(next(&ferry, &open).await["at"], before["at"]);

    let saved = ferry.office.post(page, &ferry.admin, &sudden).await;
    assert!(saved.to.contains("done=recounted"), "{}", saved.body);
    let after = next(&ferry, &open).await;
    assert!(after["at"].as_str() > before["at"].as_str(), "{after}");
    let row = row_of(&ferry, &open, "").await.unwrap();
    assert_eq!(row["due_at"], after["at"]);
    let shown = ferry.office.get(page, &ferry.admin).await.body;
    assert!(shown.contains("Temporary holiday"), "{shown}");
    let path = format!("/api/v1/complaints/{open}/why");
    let why = ferry.call("GET", &path, Value::Null).await;
    assert!(why["clocks"][0]["calendar_changed_by"].is_i64(), "{why}");
    assert_eq!(why["clocks"][0]["adds_up"], true);

    // The decision is taken back, and the limit is what the list says again.
    let listed = format!("list=KR&list-day={day}&day-is=listed");
    ferry.office.post(page, &ferry.admin, &listed).await;
    assert_eq!(next(&ferry, &open).await["at"], before["at"]);
    rebuilt(&ferry).await;
}
