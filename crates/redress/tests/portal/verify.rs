//! `/verify`: anybody checks a receipt, ours or another organisation's, and reads what it
//! proves. What is forged, cut, huge or of somebody else is refused in plain words.

use super::{Ferry, LANGUAGES, REACH, Visitor, complains, opened};
use axum::{
    body::Body,
    http::{Request, header},
};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

async fn receipt(ferry: &Ferry) -> String {
    let (mut rasa, _) = opened(ferry).await;
    rasa.get("/follow/case/receipt").await.body
}

async fn pasted(visitor: &mut Visitor, receipt: &str, key: &str) -> super::Page {
    let typed = [("receipt-text", receipt), ("journal-key", key)];
    visitor.post("/verify", &typed).await
}

fn key(ferry: &Ferry) -> String {
    ferry.house.db.keys().verifier().text()
}

#[tokio::test]
async fn our_own_receipt_is_genuine_in_six_languages_and_says_nothing_of_anybody() {
    let ferry = Ferry::opens();
    let text = receipt(&ferry).await;
    for (tag, _) in LANGUAGES {
        let mut anybody = ferry.visitor(tag);
        let form = anybody.get("/verify").await;
        assert_eq!(form.status, 200, "{tag}");
        form.has("enctype=\"multipart/form-data\"")
            .has(&key(&ferry))
            .lacks(">verification-")
            .lacks("<script>");
        let page = pasted(&mut anybody, &text, "").await;
        assert_eq!(page.status, 200, "{tag}: {}", page.body);
        let origin = text.split("\n\n").nth(1).unwrap().lines().next().unwrap();
        page.has("role=\"status\"")
            .has(origin)
            .lacks(">verification-");
        page.lacks("Rasa").lacks("BF-26").lacks("ten minutes early");
    }
    ferry
        .visitor("en")
        .get("/how")
        .await
        .has("href=\"/verify\"");
}

#[tokio::test]
async fn it_may_be_a_file_have_other_line_ends_or_open_the_texts_too() {
    let ferry = Ferry::opens();
    let (mut rasa, _) = opened(&ferry).await;
    let text = rasa.get("/follow/case/receipt").await.body;
    let whole = rasa.get("/follow/case/opened").await.body;
    let mut anybody = ferry.visitor("en");
    for (bytes, letters) in [
        (text.clone(), false),
        (text.replace('\n', "\r\n"), false),
        (format!("\u{feff}\n{}\n\n", text.trim_end()), false),
        (whole.clone(), true),
    ] {
        let files = [("receipt-file", "a.tlog-proof", bytes.as_bytes())];
        let page = anybody
            .post_files("/verify", &[("lang", "en")], &files)
            .await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.has("The receipt is genuine")
            .has("continues the signed state");
        assert_eq!(page.body.contains("letter by letter"), letters);
    }
    let altered = whole.replacen("ten minutes", "two minutes", 1);
    let files = [("receipt-file", "a.json", altered.as_bytes())];
    let page = anybody.post_files("/verify", &[], &files).await;
    assert_eq!(page.status, 422);
    page.has("not what was recorded").lacks("two minutes");
}

#[tokio::test]
async fn another_organisations_receipt_needs_its_key_and_says_where_the_key_came_from() {
    let (ours, theirs) = (Ferry::opens(), Ferry::opens());
    let text = receipt(&theirs).await;
    let mut anybody = ours.visitor("en");
    let page = pasted(&mut anybody, &text, &key(&theirs)).await;
    assert_eq!(page.status, 200);
    page.has("The receipt is genuine")
        .has("Only that organisation can show it")
        .lacks("Our journal still has")
        .lacks("it came with the receipt");
    pasted(&mut anybody, &text, "")
        .await
        .has("The receipt is genuine")
        .has("it came with the receipt");
    let wrong = pasted(&mut anybody, &text, &key(&ours)).await;
    assert_eq!(wrong.status, 422);
    wrong.has("was not signed with this key");
    pasted(&mut anybody, &text, "redress/x+00000000+AQ==")
        .await
        .has("public key cannot be read");
}

#[tokio::test]
async fn what_proves_nothing_is_refused_with_the_reason_and_the_way_on() {
    let ferry = Ferry::opens();
    let text = receipt(&ferry).await;
    let mut anybody = ferry.visitor("en");
    let half = text.split("\n\n").next().unwrap().to_owned();
    let line = |n: usize| text.lines().nth(n).unwrap().to_owned();
    let signature = text.trim_end().rsplit(' ').next().unwrap();
    // The key's id stays, the signature behind it does not.
    let (id, rest) = signature.split_at(8);
    let other = rest.replacen(|c: char| c.is_ascii_lowercase(), "Q", 30);
    let other = format!("{id}{other}");
    let cases = [
        ("Dear Sirs".to_owned(), "This is not a receipt"),
        (half, "ends too early"),
        (text.replace(&line(1), "extra ===="), "is damaged"),
        (text.replace(&line(3), "AAAA"), "is damaged"),
        (text.replace(signature, &other), "is false"),
        (text.replace("index ", "index 1"), "does not belong"),
    ];
    for (sent, told) in cases {
        let page = pasted(&mut anybody, &sent, "").await;
        assert_eq!(page.status, 422, "{sent}");
        page.has(told).has("What you can do").has("role=\"alert\"");
    }
    // Nothing was asked: no verdict, the field says what to do.
    let nothing = pasted(&mut anybody, "", "").await;
    assert_eq!(nothing.status, 422);
    nothing
        .has("Paste the text of the receipt")
        .has("id=\"receipt-text-err\"")
        .lacks("could not be confirmed");
    let huge = vec![b'x'; 300 * 1024];
    let files = [("receipt-file", "huge.tlog-proof", huge.as_slice())];
    let page = anybody.post_files("/verify", &[], &files).await;
    page.has("far larger than a receipt");
    let long = pasted(&mut anybody, &"x".repeat(30_000), "").await;
    assert_eq!(long.status, 422);
    long.has("id=\"receipt-text-err\"");
}

/// The mark that stands on the confirmation page, as it does on paper.
fn mark_of(receipt: &str) -> String {
    redress_verify::Receipt::read(receipt.as_bytes())
        .unwrap()
        .leaf
        .mark()
}

#[tokio::test]
async fn reference_and_mark_from_paper_are_enough() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    let text = rasa.get("/follow/case/receipt").await.body;
    let mark = mark_of(&text);
    let typed = |reference: &str, mark: &str| {
        [
            ("receipt-reference", reference.to_owned()),
            ("receipt-mark", mark.to_owned()),
        ]
    };
    let mut anybody = ferry.visitor("fa");
    let as_on_paper = format!("{} {}", &mark[..16], mark[16..].to_uppercase());
    let address = format!("http://127.0.0.1:8080/follow?lang=fa#{mark}");
    for mark in [mark.clone(), as_on_paper, address] {
        let typed = typed(&reference, &mark);
        let typed = typed
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let page = anybody.post("/verify", &typed).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.has(&mark_of(&text)).lacks("Rasa").lacks("ten minutes");
    }
    let body = json!({ "reference": reference, "mark": mark });
    let (status, told) = called(&ferry, &body).await;
    assert_eq!((status, &told["proved"]), (200, &json!(true)), "{told}");
}

/// One answer for a reference of nobody and for another's mark: nothing can be found out.
#[tokio::test]
async fn a_mark_that_is_not_its_own_says_no_more_than_a_reference_of_nobody() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    let mark = mark_of(&rasa.get("/follow/case/receipt").await.body);
    let (_, other) = opened(&ferry).await;
    for (reference, mark, code) in [
        (other.as_str(), mark.as_str(), "mark"),
        ("BF-26-0000-000", &mark, "mark"),
        (&reference, &mark[1..], "no-mark"),
        (&reference, "0c1d2e3f0c1d2e3f0c1d2e3f0c1d2e3f", "mark"),
    ] {
        let body = json!({ "reference": reference, "mark": mark });
        let (status, told) = called(&ferry, &body).await;
        let expected = json!({ "proved": false, "code": code });
        assert_eq!((status, &told), (200, &expected), "{reference} {mark}");
    }
}

/// Somebody signs a journal of their own in our name.
#[tokio::test]
async fn whoever_borrows_our_name_is_not_us() {
    let (ours, theirs) = (Ferry::opens(), Ferry::opens());
    let text = receipt(&theirs).await;
    let name = |ferry: &Ferry| ferry.house.db.keys().origin().to_owned();
    let mut anybody = ours.visitor("en");
    let borrowed = text.replace(&name(&theirs), &name(&ours));
    let page = pasted(&mut anybody, &borrowed, &key(&theirs)).await;
    assert_eq!(page.status, 422);
    page.has("none of our keys signed it");
}

/// The negative control of "our journal still has it": rows changed behind our back.
#[tokio::test]
async fn a_receipt_that_our_journal_contradicts_is_an_alarm() {
    let ferry = Ferry::opens();
    let text = receipt(&ferry).await;
    let act = redress_store::sql(
        "UPDATE journal_entry SET recorded_at = recorded_at - 86400000000 WHERE kind = 'received'",
    );
    let done = ferry.house.db.write(move |tx| tx.execute(&act)).await;
    assert!(done.is_ok());
    let page = pasted(&mut ferry.visitor("en"), &text, "").await;
    assert_eq!(page.status, 422);
    page.has("Our journal contradicts this receipt")
        .has("tell a body outside our organisation");
}

#[tokio::test]
async fn one_network_waits_after_thirty_receipts_in_a_minute() {
    let ferry = Ferry::opens();
    let mut anybody = ferry.visitor("en");
    for _ in 0..30 {
        assert_eq!(pasted(&mut anybody, "x", "").await.status, 422);
    }
    let page = pasted(&mut anybody, "x", "").await;
    assert_eq!(page.status, 429);
    page.has("Please wait a minute");
    assert_eq!(called(&ferry, &json!({ "receipt": "x" })).await.0, 429);
    ferry.later(60);
    assert_eq!(pasted(&mut anybody, "x", "").await.status, 422);
}

async fn called(ferry: &Ferry, body: &Value) -> (u16, Value) {
    let request = Request::builder()
        .method("POST")
        .uri("/api/v1/verify")
        .header(header::HOST, "127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    let response = ferry.app.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap())
}

#[tokio::test]
async fn a_program_asks_without_a_token_and_is_told_the_same() {
    let (ferry, theirs) = (Ferry::opens(), Ferry::opens());
    let text = receipt(&ferry).await;
    let (status, told) = called(&ferry, &json!({ "receipt": text })).await;
    assert_eq!((status, &told["proved"]), (200, &Value::Bool(true)));
    assert_eq!(told["still_there"], true);
    assert_eq!(told["kind"], "received");
    assert_eq!(told["mark"].as_str().unwrap().len(), 32);
    let (status, told) = called(
        &ferry,
        &json!({ "receipt": text.replace("index ", "index 2") }),
    )
    .await;
    assert_eq!((status, &told["code"]), (200, &json!("not-in-tree")));
    let text = receipt(&theirs).await;
    let with = json!({ "receipt": text, "key": key(&theirs) });
    let (_, told) = called(&ferry, &with).await;
    assert_eq!(
        (&told["still_there"], &told["key_from_receipt"]),
        (&Value::Null, &json!(false))
    );
    for body in [
        json!({}),
        json!({ "receipt": 4 }),
        json!({ "receipt": "x", "more": 1 }),
        json!({ "reference": "BF-26-0000-000" }),
        json!({ "receipt": "x", "mark": "0" }),
    ] {
        assert_eq!(called(&ferry, &body).await.0, 422, "{body}");
    }
}

#[tokio::test]
async fn nothing_of_a_checked_receipt_is_kept_and_nobody_needs_a_session() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (draft, _) = complains(&mut rasa, REACH).await;
    let text = rasa.get(&format!("{draft}/proof")).await.body;
    let before = ferry.counted(redress_store::sql("SELECT COUNT(*) FROM journal_entry"));
    let mut anybody = ferry.visitor("fa");
    let page = pasted(&mut anybody, &text, "").await;
    assert_eq!((page.status, anybody.cookie.as_str()), (200, ""));
    let after = ferry.counted(redress_store::sql("SELECT COUNT(*) FROM journal_entry"));
    assert_eq!(before, after);
}
