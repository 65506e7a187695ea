use crate::{
    between, ferries,
    office::{AISTE, BORIS, Ferry, ONA},
};
use axum::http::StatusCode;

/// A Lithuanian call with a number to ring; nobody has written the phone of the office.
async fn called(ferry: &Ferry) -> String {
    ferry.call_of(&[("caller-reach", "rasa@example.org")]).await
}

async fn write(ferry: &Ferry, code: &str, seen: &str, words: &[(&str, &str)]) -> StatusCode {
    let fields: Vec<(&str, &str)> = words.iter().copied().chain([("seen", seen)]).collect();
    let path = format!("/desk/texts/{code}");
    ferry.post(AISTE, &path, &fields).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_text_stands_in_the_reply_in_the_complainants_language() {
    for ferry in ferries().await {
        let reference = called(&ferry).await;
        let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
        assert!(page.contains(&format!("href=\"/desk/{reference}/texts\"")));
        let choice = ferry
            .get(AISTE, &format!("/desk/{reference}/texts"))
            .await
            .text();
        assert!(choice.contains("Dėkojame už skundą"), "{choice}");
        assert!(!choice.contains("{subject}"), "filled for this case");
        let inserted = ferry
            .get(
                AISTE,
                &format!("/desk/{reference}?open=messages&text=ask-more"),
            )
            .await
            .text();
        let body = between(&inserted, "name=\"body\"", "</textarea>");
        assert!(body.contains("Dėkojame už skundą"), "{body}");
        assert!(body.contains("The ferry left at 8:50."), "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_variable_without_a_value_is_named_and_stops_the_sending() {
    for ferry in ferries().await {
        let reference = called(&ferry).await;
        let address = format!("/desk/{reference}?open=messages&text=reminder");
        let page = ferry.get(AISTE, &address).await.text();
        assert!(page.contains("Before you send it, please write something for:"));
        assert!(page.contains("{phone}"), "left open and to be seen");
        let path = format!("/desk/{reference}/messages");
        let gap = [("body", "Paskambinkite: {phone}")];
        let refused = ferry.post(AISTE, &path, &gap).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("The text still says"), "{text}");
        let written = [("body", "Paskambinkite: 8 612 34567 {žr. priedą}")];
        let sent = ferry.post(AISTE, &path, &written).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_is_missing_is_said_to_be_missing() {
    for ferry in ferries().await {
        let reference = called(&ferry).await;
        let english = [
            ("name-en", "Harbour closed"),
            ("body-en", "The harbour is shut, {name}."),
        ];
        let made = write(&ferry, "new", "0", &english).await;
        assert_eq!(made, StatusCode::SEE_OTHER);
        let choice = ferry
            .get(AISTE, &format!("/desk/{reference}/texts"))
            .await
            .text();
        assert!(choice.contains("Harbour closed"));
        assert!(choice.contains("not written in the language of the complainant"));
        assert!(
            !choice.contains("The harbour is shut"),
            "no other language instead"
        );
        let all = ferry.get(AISTE, "/desk/texts").await.text();
        assert!(all.contains("Not written in:"), "{all}");
        let code = between(&all, "<a href=\"/desk/texts/0", "\"");
        let forced = ferry
            .get(AISTE, &format!("/desk/{reference}?text=0{code}"))
            .await
            .text();
        assert!(!forced.contains("The harbour is shut"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_go_up_and_two_who_write_at_once_lose_nothing() {
    for ferry in ferries().await {
        let words = [
            ("name-lt", "Patikslinkite"),
            ("body-lt", "Parašykite: {subject}."),
        ];
        assert_eq!(
            write(&ferry, "ask-more", "0", &words).await,
            StatusCode::SEE_OTHER
        );
        let late = ferry
            .post(
                BORIS,
                "/desk/texts/ask-more",
                &[
                    ("seen", "0"),
                    ("name-lt", "Kitaip"),
                    ("body-lt", "Boriso tekstas."),
                ],
            )
            .await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(
            late.text().contains("Boriso tekstas."),
            "nothing typed is lost"
        );
        let page = ferry.get(AISTE, "/desk/texts/ask-more").await.text();
        assert!(
            page.contains("Version 1") && page.contains("Patikslinkite"),
            "{page}"
        );
        let misspelt = [("name-lt", "X"), ("body-lt", "Labas, {vardas}.")];
        let status = write(&ferry, "ask-more", "1", &misspelt).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let reference = called(&ferry).await;
        let path = format!("/desk/{reference}/texts");
        let body = "Prašėme papildyti skundą";
        assert!(
            ferry.get(AISTE, &path).await.text().contains(body),
            "the control"
        );
        let put_away = ferry.post(AISTE, "/desk/texts/reminder/retire", &[]).await;
        assert_eq!(put_away.status, StatusCode::SEE_OTHER);
        assert!(!ferry.get(AISTE, &path).await.text().contains(body));
        ferry.post(AISTE, "/desk/texts/reminder/restore", &[]).await;
        assert!(ferry.get(AISTE, &path).await.text().contains(body));
        let intake = ferry.get(ONA, "/desk/texts").await;
        assert_eq!(intake.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_speak_six_languages() {
    let ferry = Ferry::open().await;
    let reference = called(&ferry).await;
    for lang in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
        for path in [
            "/desk/texts".to_owned(),
            "/desk/texts/status".to_owned(),
            format!("/desk/{reference}/texts"),
            "/desk/views".to_owned(),
            "/desk/bulk".to_owned(),
            format!("/desk/{reference}/group"),
        ] {
            let page = ferry.get(AISTE, &format!("{path}?lang={lang}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let page = page.text();
            for key in [
                ">texts-", ">views-", ">bulk-", ">group-", ">text-", ">verb-",
            ] {
                assert!(!page.contains(key), "{key} in {path} ({lang})");
            }
        }
    }
}
