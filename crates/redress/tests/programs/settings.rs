use crate::{
    done, facts, ferries, get,
    office::{Ferry, RIMA},
    refused, send,
};
use redress_store::rebuild_check;
use serde_json::{Value, json};

async fn patch(ferry: &Ferry, path: &str, json: Value) -> crate::office::Answer {
    send(ferry, RIMA, ("PATCH", path), json).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_read_can_be_sent_back_and_changes_nothing() {
    for ferry in ferries().await {
        let before = facts(&ferry).await;
        for path in ["organisation", "targets", "calendar", "portal"] {
            let path = format!("/api/v1/{path}");
            let held = get(&ferry, RIMA, &path).await;
            assert_eq!(done(&patch(&ferry, &path, held.clone()).await, 200), held);
        }
        assert_eq!(facts(&ferry).await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_is_changed_and_the_rest_stays() {
    for ferry in ferries().await {
        let path = "/api/v1/organisation";
        let read = ferry.get(RIMA, path).await;
        let change = json!({ "phone": "0800 555 014", "languages": ["lt", "en", "lt"] });
        let changed = done(&patch(&ferry, path, change).await, 200);
        assert_eq!(changed["phone"], "0800 555 014");
        assert_eq!(changed["languages"], json!(["lt", "en"]), "the first leads");
        assert_eq!(changed["name"], crate::body(&read)["name"]);
        let late = [("if-match", read.header("etag"))];
        let late: Vec<(&str, &str)> = late.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let late = ferry
            .ask(RIMA, ("PATCH", path), json!({ "phone": "" }), &late)
            .await;
        assert_eq!(late.status, 409);
        for (member, value, code) in [
            ("time_zone", json!("Europe/Atlantis"), "problem-time-zone"),
            ("prefix", json!("R2D2"), "problem-prefix"),
            ("languages", json!([]), "problem-choose"),
            ("languages", json!(["xx"]), "problem-choose"),
            ("currency", json!("€"), "problem-currency"),
            ("name", Value::Null, "problem-required"),
            ("phone", json!({ "a": 1 }), "problem-json"),
            ("reference-prefix", json!("BF"), "problem-unknown-field"),
        ] {
            let answer = patch(&ferry, path, json!({ member: value })).await;
            assert_eq!(refused(&answer), (member.to_owned(), code.to_owned()));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn target_times_are_weighed_before_they_hold() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        let path = "/api/v1/targets";
        let before = (get(&ferry, RIMA, path).await, facts(&ferry).await);
        let change = |more: Value| {
            let mut change =
                json!({ "acknowledgement": 9, "assessment": 9, "response": 30, "closure": 60 });
            change
                .as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            change
        };
        let weighed = done(
            &patch(
                &ferry,
                path,
                change(json!({ "preview": true, "apply": "open" })),
            )
            .await,
            200,
        );
        assert_eq!(
            (&weighed["effect"]["open"], &weighed["effect"]["moved"]),
            (&json!(1), &json!(1))
        );
        assert_eq!(
            weighed["effect"]["examples"][0]["reference"],
            reference.as_str()
        );
        assert_eq!(
            (get(&ferry, RIMA, path).await, facts(&ferry).await),
            before,
            "nothing was changed"
        );
        let due = ferry.case(&reference).await.due.assessment;
        done(&patch(&ferry, path, change(json!({}))).await, 200);
        assert_eq!(
            ferry.case(&reference).await.due.assessment,
            due,
            "for new ones"
        );
        done(
            &patch(&ferry, path, change(json!({ "apply": "open" }))).await,
            200,
        );
        assert!(
            ferry.case(&reference).await.due.assessment > due,
            "for open ones too"
        );
        let order = patch(&ferry, path, json!({ "response": 1 })).await;
        assert_eq!(
            refused(&order),
            ("response".to_owned(), "problem-target-order".to_owned())
        );
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_days_are_dates_with_names() {
    for ferry in ferries().await {
        let path = "/api/v1/calendar";
        let days =
            json!({ "2026-12-24": "Christmas", "2026-12-25": "Christmas", "2027-03-11": "" });
        let set = done(
            &patch(&ferry, path, json!({ "closed_days": days })).await,
            200,
        );
        assert_eq!(set["closed_days"], days);
        assert_eq!(set["weekend"], json!(["sat", "sun"]));
        let fewer = done(
            &patch(&ferry, path, json!({ "weekend": ["fri"] })).await,
            200,
        );
        assert_eq!(fewer["closed_days"], days, "what is left out stays");
        for wrong in [
            json!({ "2026-12-24": 1 }),
            json!({ "soon": "x" }),
            json!({ "2026-12-24": "- 2026-12-30" }),
            json!([]),
        ] {
            let answer = patch(&ferry, path, json!({ "closed_days": wrong })).await;
            assert_eq!(refused(&answer).0, "closed_days", "{wrong}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_public_pages_say_what_a_program_wrote() {
    for ferry in ferries().await {
        let path = "/api/v1/portal";
        let change = json!({
            "ways": ["web", "phone"],
            "opening_hours": [{ "days": ["mon", "tue"], "from": "09:00", "until": "17:00" }],
            "texts": { "en": { "introduction": "Tell us; <b>we</b> listen." } },
        });
        let set = done(&patch(&ferry, path, change).await, 200);
        assert_eq!(set["ways"], json!(["web", "phone"]));
        assert_eq!(set["opening_hours"][0]["from"], "09:00");
        let page = ferry.get(RIMA, "/?lang=en").await.text();
        assert!(
            page.contains("Tell us;") && !page.contains("<b>we</b>"),
            "{page}"
        );
        for (member, value) in [
            ("ways", json!([])),
            (
                "opening_hours",
                json!([{ "days": ["mon"], "from": "17:00", "until": "09:00" }]),
            ),
            ("opening_hours", json!("always")),
            ("texts", json!({ "xx": {} })),
            ("texts", json!({ "en": { "title": "x" } })),
        ] {
            let answer = patch(&ferry, path, json!({ member: value })).await;
            assert_eq!(refused(&answer).0, member);
        }
    }
}

const BREAK: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260303\r\nDTEND;VALUE=DATE:20260305\r\nSUMMARY:Dry dock\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260311T090000Z\r\nDTEND:20260311T100000Z\r\nSUMMARY:Board meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

async fn calendar_file(ferry: &Ferry, text: &str) -> crate::office::Answer {
    let file = ("closures-file", "dock.ics", text.as_bytes());
    ferry.upload(RIMA, "/admin/calendar/file", &[], file).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_file_is_read_weighed_and_kept_only_when_the_page_is_saved() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        let before = facts(&ferry).await;
        let read = calendar_file(&ferry, BREAK).await;
        let text = read.text();
        assert_eq!(read.status, 200, "{text}");
        for seen in [
            "2 closed days stand in the form below",
            "2026-03-03 – 2026-03-04 Dry dock",
            "Board meeting",
            "an appointment with a time of day",
            "1 complaint would get another next date",
            &reference,
        ] {
            assert!(text.contains(seen), "no {seen:?} in {text}");
        }
        assert_eq!(facts(&ferry).await, before, "nothing is kept yet");
        let broken = BREAK.replace("DTSTART;VALUE=DATE:20260303", "DTSTART;VALUE=DATE:2026");
        let refused = calendar_file(&ferry, &broken).await;
        let text = refused.text();
        assert_eq!(refused.status, 422, "{text}");
        assert!(text.contains("Line 5, expected there:"), "{text}");
        let manager = ferry
            .upload(
                crate::office::TOMAS,
                "/admin/calendar/file",
                &[],
                ("closures-file", "dock.ics", BREAK.as_bytes()),
            )
            .await;
        assert_eq!(manager.status, 403);
        assert_eq!(facts(&ferry).await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn packs_are_rehearsed_by_a_call_as_on_the_page() {
    for ferry in ferries().await {
        ferry.call_of(&[]).await;
        let before = facts(&ferry).await;
        let asked = json!({ "packs": ["lt-consumer"], "preview": true });
        let answer = done(&patch(&ferry, "/api/v1/clocks", asked).await, 200);
        let would = &answer["effect"]["packs"]["lt-consumer"];
        let expected = json!({ "open": 1, "open_late": 0, "past": 0, "past_late": 0 });
        assert_eq!(would, &expected);
        assert_eq!(facts(&ferry).await, before, "nothing was changed");
        assert_eq!(answer["packs"], json!([]));
    }
}
