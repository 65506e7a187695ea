use crate::{
    ferries,
    office::{AISTE, Ferry, JONAS, ONA},
    page,
};
use axum::http::StatusCode;
use redress_store::{Error, Read, Reader, rebuild, rebuild_check, sql};
use serde_json::Value;

async fn clauses(ferry: &Ferry) -> Vec<Value> {
    let text = page(ferry, JONAS, "/api/v1/clauses").await;
    let map: Value = serde_json::from_str(&text).unwrap();
    map["items"].as_array().unwrap().clone()
}

fn facts_of(clauses: &[Value], number: &str) -> i64 {
    let found = clauses.iter().find(|clause| clause["clause"] == number);
    found.unwrap()["facts"].as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_counts_what_the_journal_holds() {
    for ferry in ferries().await {
        let before = clauses(&ferry).await;
        assert_eq!(facts_of(&before, "7.2"), 0);
        assert!(facts_of(&before, "5.4") >= 6, "six people were added");
        ferry.call_of(&[]).await;
        let after = clauses(&ferry).await;
        assert_eq!(facts_of(&after, "7.2"), 1);
        let in_journal = |reader: &mut Reader| -> Result<_, Error> {
            let query = sql("SELECT COUNT(*) FROM journal_entry");
            let entries = reader.one(&query, |row| row.int(0))?;
            let query = sql("SELECT CAST(SUM(n) AS BIGINT) FROM evidence_count");
            Ok((entries, reader.one(&query, |row| row.int(0))?))
        };
        let (entries, counted) = ferry.house.db.read(in_journal).await.unwrap();
        assert_eq!(entries, counted, "each fact once, none forgotten");
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
        rebuild(&ferry.house.db).unwrap();
        assert_eq!(clauses(&ferry).await, after);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_plainly_where_there_is_nothing() {
    for ferry in ferries().await {
        let map = page(&ferry, JONAS, "/system").await;
        let row = |number: &str| {
            let (_, rest) = map
                .split_once(&format!(">{number}</bdi> "))
                .expect("its row");
            rest.split_once("</tr>").unwrap().0.to_owned()
        };
        assert!(
            row("8.5").contains("Nothing in this system yet"),
            "{}",
            row("8.5")
        );
        assert!(
            row("8.7").contains("/system/corrective-actions"),
            "{}",
            row("8.7")
        );
        assert!(row("8.7").contains("No evidence yet"));
        assert!(
            row("5.4").contains("/admin/journal?kind=person-added"),
            "{}",
            row("5.4")
        );
        assert!(!map.contains('%'), "a map is no verdict");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_read_the_journal_sees_numbers_without_links() {
    for ferry in ferries().await {
        let map = page(&ferry, AISTE, "/system").await;
        assert!(map.contains("Clause map") && !map.contains("/admin/journal"));
        assert_eq!(
            ferry.get(ONA, "/system").await.status,
            StatusCode::FORBIDDEN
        );
    }
}

#[test]
fn every_room_of_the_map_has_a_name() {
    let t = redress_web::Voice::english();
    for slice in redress::house::SLICES {
        let serves = !slice.clause.is_empty() || !slice.also.is_empty();
        let own = format!("slice-{}", slice.name.replace('.', "-"));
        let named = t.has(&own) || slice.places.first().is_some_and(|place| t.has(place.word));
        assert!(!serves || named, "{}: give it {own}", slice.name);
    }
}
