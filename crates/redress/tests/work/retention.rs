//! `/admin/retention`: which closed complaints are past their period, who is told of
//! them, what other periods would do, and how a case leaves the list.

use crate::{
    between, ferries,
    office::{AISTE, BORIS, Ferry, ONA, TOMAS},
};
use axum::http::StatusCode;
use redress_complaint::facts::{
    Closed, ConcernText, Erased, IssueSet, IssueText, PersonConcernNamed, Reason, Reopened,
    ScopeDecided,
};
use redress_kernel::{By, Draft, Id, Role};
use redress_store::{Error, Read, Tx, rebuild_check, sql};

const RIMA: &str = "rima@blueferry.example";
const PAGE: &str = "/admin/retention";
const YEAR: i64 = 365 * 86_400;

/// Ona takes a call; it is assessed as this, put into this category and closed.
async fn closed(ferry: &Ferry, scope: &str, category: &str) -> String {
    let reference = ferry.call_of(&[]).await;
    let case = ferry.case(&reference).await.id;
    let now = ferry.house.now();
    let decided = ScopeDecided {
        scope: scope.into(),
        duplicate_of: None,
    };
    let issue = IssueSet {
        number: 1,
        category: Some(category.into()),
        cause: None,
    };
    let ended = Closed {
        reason: "withdrawn".into(),
        ..Closed::default()
    };
    let why = Reason::default();
    let drafts = vec![
        Draft::with(case, &decided, &why),
        Draft::with(case, &issue, &IssueText::default()),
        Draft::with(case, &ended, &why),
    ];
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        let by = By::system(now);
        drafts
            .into_iter()
            .try_for_each(|draft| tx.record(draft, &by).map(|_| ()))
    };
    ferry.house.db.write(write).await.unwrap();
    reference
}

async fn record(ferry: &Ferry, draft: Draft) {
    let by = By::system(ferry.house.now());
    let write = move |tx: &mut Tx| -> Result<(), Error> { tx.record(draft, &by).map(|_| ()) };
    ferry.house.db.write(write).await.unwrap();
}

/// Everything personal that is left of a case goes.
async fn erase(ferry: &Ferry, case: Id) {
    let read = move |reader: &mut redress_store::Reader| -> Result<Vec<i64>, Error> {
        let entries = reader.entries(case)?.into_iter();
        let left = entries.filter(|entry| entry.personal.present().is_some());
        Ok(left.map(|entry| entry.seq).collect())
    };
    let entries = ferry.house.db.read(read).await.unwrap();
    assert!(entries.len() > 1, "there was something to erase");
    let erased = Erased {
        entries,
        basis: "retention".into(),
    };
    record(ferry, Draft::of(case, &erased)).await;
}

async fn page(ferry: &Ferry, who: &str) -> String {
    let page = ferry.get(who, PAGE).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    page.text()
}

fn periods<'a>(complaint: &'a str, other: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("retention-complaint", complaint),
        ("retention-other", other),
    ]
}

async fn set(ferry: &Ferry, form: &[(&str, &str)]) {
    let reason = ("second-reason", "As the law has it now.");
    let typed: Vec<(&str, &str)> = form.iter().copied().chain([reason]).collect();
    let asked = ferry.post(RIMA, PAGE, &typed).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    // Two people set periods: Tomas looks at it and agrees.
    let queue = ferry.get(TOMAS, "/desk/second-eyes").await.text();
    let Some(end) = queue.find("/agreement") else {
        panic!("nothing to agree to: {queue}")
    };
    let begin = queue[..end].rfind("/desk/second-eyes/").unwrap();
    let agree = format!("{}/agreement", &queue[begin..end]);
    let agreed = ferry.post(TOMAS, &agree, &[]).await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text());
}

async fn rows(ferry: &Ferry) -> i64 {
    let count = |reader: &mut redress_store::Reader| -> Result<i64, Error> {
        let query = sql("SELECT COUNT(*) FROM kept_complaint");
        Ok(reader.one(&query, |row| row.int(0))?.unwrap_or(0))
    };
    ferry.house.db.read(count).await.unwrap()
}

/// An enquiry, a complaint, and a complaint about delays (06), all closed on Monday
/// 2 March 2026; one more is open.
async fn three_closed(ferry: &Ferry) -> [String; 3] {
    ferry.call_of(&[]).await;
    [
        closed(ferry, "enquiry", "06").await,
        closed(ferry, "complaint", "01").await,
        closed(ferry, "complaint", "06").await,
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_is_listed_once_its_period_is_over_for_whoever_may_see_it() {
    for ferry in ferries().await {
        let none = page(&ferry, TOMAS).await;
        assert!(none.contains("No period is running"), "{none}");
        let [enquiry, complaint, _] = three_closed(&ferry).await;
        assert_eq!(rows(&ferry).await, 3, "an open case has no row");

        let none = page(&ferry, TOMAS).await;
        assert!(none.contains("No closed complaint is past its period"));
        let next = between(&none, "The next period ends on", "</p>");
        assert!(next.contains("2 March 2027"), "{next}");

        // On its last day it is still kept; on the next it is not.
        ferry.later(YEAR);
        assert!(!page(&ferry, TOMAS).await.contains(&enquiry));
        ferry.later(86_400);
        let past = page(&ferry, TOMAS).await;
        assert!(past.contains("1 closed complaint is past its period"));
        assert!(
            past.contains(&format!("href=\"/desk/{enquiry}\"")),
            "{past}"
        );
        assert!(!past.contains(&complaint));
        assert!(past.contains("deletes nothing by itself"));

        // Administration sees no case: it is told the number.
        let number = page(&ferry, RIMA).await;
        assert!(number.contains("1 closed complaint is past its period"));
        assert!(!number.contains(&enquiry) && number.contains("Whoever may see complaints"));

        // It is about Boris: for him there is none, whatever else he may see.
        let named = PersonConcernNamed {
            number: 1,
            colleague: Some(ferry.person(BORIS).await),
        };
        let case = ferry.case(&enquiry).await.id;
        let named = Draft::with(case, &named, &ConcernText::default());
        record(&ferry, named).await;
        ferry.has_role(BORIS, Role::Manager, None).await;
        let his = page(&ferry, BORIS).await;
        assert!(
            his.contains("No closed complaint is past its period"),
            "{his}"
        );
        assert!(!his.contains(&enquiry));

        for who in [ONA, AISTE] {
            let refused = ferry.get(who, PAGE).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who}");
            assert!(!refused.text().contains(&enquiry));
        }
        assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_periods_are_weighed_before_they_hold_and_then_move_every_closed_case() {
    for ferry in ferries().await {
        let [_, complaint, delayed] = three_closed(&ferry).await;
        ferry.later(40 * 86_400);
        let mut form = periods("60", "1");
        form.extend([("retention-category", "06"), ("retention-months", "48")]);
        form.extend([("retention-category", ""), ("retention-months", "")]);
        let weigh: Vec<_> = form.iter().copied().chain([("act", "weigh")]).collect();
        let weighed = ferry.post(RIMA, PAGE, &weigh).await;
        let text = weighed.text();
        assert_eq!(weighed.status, StatusCode::OK, "{text}");
        assert!(text.contains("Closed complaints by the end of their period"));
        let table = between(&text, "<tbody>", "</tbody>");
        let counts: Vec<String> = table
            .split("<tr>")
            .skip(1)
            .map(|row| {
                let cells = row.split("<td").skip(1);
                let n = |cell: &str| between(cell, ">", "</td>");
                cells.map(n).collect::<Vec<_>>().join(" ")
            })
            .collect();
        // By now, five years from today, later: as it is set, and as it is typed.
        let expected = ["0 1", "1 0", "0 0", "0 0", "0 1", "2 1", "0 0"];
        assert_eq!(counts, expected, "{table}");
        assert!(text.contains("value=\"48\""), "nothing typed is lost");
        let now = page(&ferry, TOMAS).await;
        assert!(now.contains("No closed complaint is past"), "only weighed");

        set(&ferry, &form).await;
        let now = page(&ferry, TOMAS).await;
        assert!(now.contains("1 closed complaint is past its period"));

        // The case says until when, and why.
        let case = ferry.get(AISTE, &format!("/desk/{delayed}")).await.text();
        let kept = between(&case, "Kept until", "</dd>");
        assert!(kept.contains("2 March 2030"), "{kept}");
        let case = ferry.get(AISTE, &format!("/desk/{complaint}")).await.text();
        assert!(between(&case, "Kept until", "</dd>").contains("2 March 2031"));
        let why = ferry
            .get(AISTE, &format!("/desk/{delayed}/why"))
            .await
            .text();
        let why = between(&why, "Retention period", "</section>");
        assert!(
            why.contains("period of its own") && why.contains("48"),
            "{why}"
        );
        assert!(why.contains("of the journal set the periods"), "{why}");
        let called = format!("/api/v1/complaints/{delayed}/why");
        let called = ferry.get(AISTE, &called).await.text();
        assert!(called.contains("\"basis\":\"category\""), "{called}");
        assert!(called.contains("\"until\":\"2030-03-02\""), "{called}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_was_erased_or_reopened_leaves_and_one_with_something_left_stays() {
    for ferry in ferries().await {
        let [enquiry, _, delayed] = three_closed(&ferry).await;
        ferry.later(2 * YEAR);
        let case = ferry.case(&enquiry).await.id;
        let only_one = Erased {
            entries: vec![ferry.case(&enquiry).await.timeline[0].seq],
            basis: "request".into(),
        };
        record(&ferry, Draft::of(case, &only_one)).await;
        assert!(
            page(&ferry, TOMAS).await.contains(&enquiry),
            "its notes are there"
        );
        erase(&ferry, case).await;
        assert!(!page(&ferry, TOMAS).await.contains(&enquiry));
        assert_eq!(rows(&ferry).await, 2);

        let reopened = Reopened {
            cycle: 2,
            ..Reopened::default()
        };
        let again = ferry.case(&delayed).await.id;
        record(&ferry, Draft::with(again, &reopened, &Reason::default())).await;
        assert_eq!(rows(&ferry).await, 1);
        let open = ferry.get(AISTE, &format!("/desk/{delayed}")).await.text();
        assert!(!open.contains("Kept until"));
        let why = ferry
            .get(AISTE, &format!("/desk/{delayed}/why"))
            .await
            .text();
        assert!(why.contains("The period begins when the complaint is closed."));
        assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    }
}
