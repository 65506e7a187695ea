//! The public pages as a visitor meets them: four steps to a complaint, the way
//! back to it with reference and code, and everything that goes wrong on the way.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "../support/ferry.rs"]
mod ferry;

mod complain;
mod floods;
mod follow;
mod kept_back;
mod later;
mod verify;
mod wrong;

pub use ferry::{Ferry, Page, Visitor};

pub const STORY: &[(&str, &str)] = &[
    ("story", "The ferry left ten minutes early."),
    ("still-happening", "no"),
];
pub const REACH: &[(&str, &str)] = &[
    ("your-name", "Rasa Jankauskienė"),
    ("your-email", "rasa@example.org"),
];

/// The language's tag and a phrase of its own for "There is a problem".
pub const LANGUAGES: [(&str, &str); 6] = [
    ("en", "There is a problem"),
    ("ko", "확인이 필요한 항목이 있습니다"),
    ("zh-Hant", "有些資料需要您確認"),
    ("zh-Hans", "有些内容需要您确认"),
    ("lt", "Reikia pataisyti"),
    ("fa", "مشکلی در فرم هست"),
];

/// Fills in the four steps; returns the draft's address and the confirmation.
pub async fn complains(visitor: &mut Visitor, about_you: &[(&str, &str)]) -> (String, Page) {
    let first = visitor.get("/complain").await;
    assert_eq!(first.status, 200);
    let draft = first.action().trim_end_matches("/1").to_owned();
    let moved = visitor.post(&format!("{draft}/1"), STORY).await;
    assert_eq!((moved.status, moved.location), (303, format!("{draft}/2")));
    let moved = visitor
        .post(&format!("{draft}/2"), &[("wished", "17")])
        .await;
    assert_eq!((moved.status, moved.location), (303, format!("{draft}/3")));
    let moved = visitor.post(&format!("{draft}/3"), about_you).await;
    assert_eq!((moved.status, moved.location), (303, format!("{draft}/4")));
    let sent = visitor.post(&format!("{draft}/4"), &[]).await;
    assert_eq!((sent.status, sent.location), (303, format!("{draft}/done")));
    let done = visitor.get(&format!("{draft}/done")).await;
    assert_eq!(done.status, 200);
    (draft, done)
}

/// Reference and access code of a confirmation page.
pub fn keys(done: &Page) -> (String, String) {
    let mut found = done
        .body
        .split("translate=\"no\">")
        .skip(1)
        .filter_map(|rest| rest.split('<').next());
    let mut next = || found.next().expect("a reference or code").to_owned();
    (next(), next())
}

/// A complaint by Rasa and her visit to it.
pub async fn opened(ferry: &Ferry) -> (Visitor, String) {
    let mut visitor = ferry.visitor("en");
    let (_, done) = complains(&mut visitor, REACH).await;
    let (reference, code) = keys(&done);
    let inside = visitor
        .post(
            "/follow",
            &[("your-reference", &reference), ("access-code", &code)],
        )
        .await;
    assert_eq!(
        (inside.status, inside.location.as_str()),
        (303, "/follow/case")
    );
    (visitor, reference)
}
