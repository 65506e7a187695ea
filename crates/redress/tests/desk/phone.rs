use crate::office::{AISTE, Ferry, JONAS, ONA};
use axum::http::StatusCode;

const CALL: [(&str, &str); 5] = [
    ("caller-name", "مریم کریمی"),
    ("caller-reach", "۰۲۱-۵۵۵۰۱۴"),
    ("caller-language", "fa"),
    ("caller-story", "قایق زود رفت <script>alert(1)</script>"),
    ("request", "first-call"),
];

#[tokio::test]
async fn a_call_in_persian_becomes_a_complaint_that_is_read_back() {
    let ferry = Ferry::open().await;
    let answer = ferry.post(ONA, "/desk/new", &CALL).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = ferry.get(ONA, &answer.location).await.text();
    assert!(page.contains("lang=\"fa\" dir=\"rtl\""), "{page}");
    assert!(page.contains("کد دسترسی"));
    assert!(!page.contains("<script>alert"));
    let receipt = answer.location.replace("/recorded", "/receipt");
    let sheet = ferry.get(ONA, &receipt).await.text();
    assert!(sheet.contains("<html lang=\"fa\" dir=\"rtl\">") && sheet.contains("class=\"paper"));
    let mark = sheet
        .split("translate=\"no\">")
        .filter_map(|rest| rest.get(..32))
        .find(|text| text.bytes().all(|c| c.is_ascii_hexdigit()));
    let leads_to = format!("{}/follow?lang=fa#{}", ferry.house.base_url, mark.unwrap());
    let drawn = redress_web::qr(&leads_to, "").into_string();
    assert!(
        sheet.contains(drawn.rsplit(" d=").next().unwrap()),
        "{sheet}"
    );
    assert_eq!(
        ferry.get(JONAS, &receipt).await.status,
        StatusCode::FORBIDDEN,
        "an auditor gets no access code"
    );
}

#[tokio::test]
async fn the_button_pressed_twice_is_one_complaint() {
    let ferry = Ferry::open().await;
    let first = ferry.post(ONA, "/desk/new", &CALL).await.location;
    let second = ferry.post(ONA, "/desk/new", &CALL).await.location;
    assert_eq!(first, second);
    let other: Vec<_> = CALL
        .iter()
        .map(|(n, v)| {
            if *n == "request" {
                (*n, "second-call")
            } else {
                (*n, *v)
            }
        })
        .collect();
    assert_ne!(
        ferry.post(ONA, "/desk/new", &other).await.location,
        first,
        "another call is another complaint"
    );
}

#[tokio::test]
async fn what_is_missing_stands_beside_its_field_and_the_rest_is_kept() {
    let ferry = Ferry::open().await;
    let answer = ferry
        .post(
            ONA,
            "/desk/new",
            &[
                ("caller-name", "Rasa"),
                ("caller-language", "lt"),
                ("caller-reach", "my sister"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("<title>Error: New complaint"), "{page}");
    assert!(
        page.contains("href=\"#call-caller-story\"")
            && page.contains("id=\"call-caller-story-err\"")
    );
    assert!(page.contains("href=\"#call-caller-reach\""));
    assert!(page.contains("value=\"Rasa\""));
}

#[tokio::test]
async fn an_earlier_day_needs_its_reason() {
    let ferry = Ferry::open().await;
    let late = [
        ("caller-story", "Late."),
        ("caller-language", "en"),
        ("received-at", "2026-02-27T10:00"),
    ];
    let answer = ferry.post(ONA, "/desk/new", &late).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.text().contains("id=\"call-late-reason-err\""),
        "{}",
        answer.text()
    );
    let with_reason: Vec<_> = late
        .into_iter()
        .chain([("late-reason", "The letter lay on a desk.")])
        .collect();
    assert_eq!(
        ferry.post(ONA, "/desk/new", &with_reason).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn the_page_speaks_six_languages_and_an_auditor_records_nothing() {
    let ferry = Ferry::open().await;
    for lang in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
        let page = ferry.get(AISTE, &format!("/desk/new?lang={lang}")).await;
        assert_eq!(page.status, StatusCode::OK);
        crate::case::only_words(&page.text());
    }
    assert_eq!(
        ferry.get(JONAS, "/desk/new").await.status,
        StatusCode::FORBIDDEN
    );
}
