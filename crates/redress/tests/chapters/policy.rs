use crate::{
    done, ferries,
    office::{AISTE, BORIS, Ferry, JONAS, ONA, TOMAS},
    page, refused,
};
use axum::http::StatusCode;
use redress_store::rebuild_check;

const HOME: &str = "/system/policy";

const TEXTS: [(&str, &str); 6] = [
    ("policy-text-en", "Every complaint is welcome."),
    ("policy-text-ko", "모든 불만을 환영합니다."),
    ("policy-text-zh-hant", "歡迎提出任何申訴。"),
    ("policy-text-zh-hans", "欢迎提出任何投诉。"),
    ("policy-text-lt", "Kiekvienas skundas laukiamas."),
    ("policy-text-fa", "از هر شکایتی استقبال می‌کنیم."),
];

async fn begun(ferry: &Ferry, who: &str) -> String {
    let to = done(ferry.post(who, HOME, &[]).await);
    to.split('?').next().unwrap().to_owned()
}

async fn written(ferry: &Ferry, who: &str, version: &str) {
    let rest = [
        (
            "policy-considered",
            "The contract law; what passengers said.",
        ),
        ("policy-review-on", "2027-03-02"),
    ];
    let fields: Vec<(&str, &str)> = TEXTS.into_iter().chain(rest).collect();
    done(ferry.post(who, &format!("{version}/text"), &fields).await);
}

/// Aistė writes it, Tomas approves and publishes it.
async fn in_force(ferry: &Ferry) -> String {
    let version = begun(ferry, AISTE).await;
    written(ferry, AISTE, &version).await;
    done(
        ferry
            .post(AISTE, &format!("{version}/submission"), &[])
            .await,
    );
    done(ferry.post(TOMAS, &format!("{version}/approval"), &[]).await);
    done(
        ferry
            .post(TOMAS, &format!("{version}/publication"), &[])
            .await,
    );
    version
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_is_written_by_one_approved_by_another_and_read_by_all() {
    for ferry in ferries().await {
        assert!(
            page(&ferry, TOMAS, HOME)
                .await
                .contains("No policy is in force yet")
        );
        let version = in_force(&ferry).await;
        let reading = format!("{version}/reading");
        done(ferry.post(ONA, &reading, &[]).await);
        refused(ferry.post(ONA, &reading, &[]).await, "recorded already");
        let home = page(&ferry, TOMAS, HOME).await;
        assert!(home.contains("Have read it: 1 of 5"), "{home}");
        let (late, early) = (home.find("Boris Lane"), home.find("Ona Petrauskaitė"));
        assert!(late < early, "those who have not read it stand first");
        assert!(!page(&ferry, ONA, HOME).await.contains("Who has read it"));
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_approves_their_own_words_and_no_language_is_left_out() {
    for ferry in ferries().await {
        let version = begun(&ferry, TOMAS).await;
        let submission = format!("{version}/submission");
        let one = [TEXTS[0], ("policy-review-on", "2027-03-02")];
        done(ferry.post(TOMAS, &format!("{version}/text"), &one).await);
        refused(ferry.post(TOMAS, &submission, &[]).await, "Lietuvių");
        written(&ferry, TOMAS, &version).await;
        done(ferry.post(TOMAS, &submission, &[]).await);
        let approval = format!("{version}/approval");
        refused(
            ferry.post(TOMAS, &approval, &[]).await,
            "does not approve it",
        );
        let handler = ferry.post(AISTE, &approval, &[]).await;
        assert_eq!(handler.status, StatusCode::FORBIDDEN);
        let back = [("policy-return-reason", "Say that it is free of charge.")];
        done(ferry.post(TOMAS, &format!("{version}/return"), &back).await);
        let after = page(&ferry, JONAS, &version).await;
        assert!(after.contains("Say that it is free of charge."), "{after}");
        assert!(!after.contains("action=\"/system"), "an auditor reads");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_portal_links_to_it_only_while_there_is_something_to_read() {
    for ferry in ferries().await {
        let home = page(&ferry, ONA, "/").await;
        assert!(!home.contains("href=\"/policy\""));
        assert_eq!(
            ferry.get(ONA, "/policy").await.status,
            StatusCode::NOT_FOUND
        );
        in_force(&ferry).await;
        for path in ["/", "/how"] {
            assert!(
                page(&ferry, ONA, path).await.contains("href=\"/policy\""),
                "{path}"
            );
        }
        let korean = ferry.get_in(ONA, "/policy", "ko").await.text();
        assert!(korean.contains("모든 불만을 환영합니다."), "{korean}");
        let second = begun(&ferry, BORIS).await;
        refused(ferry.post(BORIS, HOME, &[]).await, "being prepared already");
        let draft = page(&ferry, BORIS, &second).await;
        assert!(
            draft.contains("Every complaint is welcome."),
            "begun with the last text"
        );
    }
}
