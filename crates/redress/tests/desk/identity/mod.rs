//! Who may know who complained: the one who has the case; others by a reason that is
//! recorded, shown to the complainant and listed; nobody by searching.

mod former;

use crate::office::{AISTE, BORIS, Ferry, JONAS, ONA, RIMA, TOMAS};
use axum::http::StatusCode;
use redress_kernel::{Role, reference::access_code};
use serde_json::json;

/// A name that stands nowhere else in the house.
const NAME: &str = "Žibartas Kanarinskas";
const CANARIES: [&str; 5] = [
    "žibart",
    "kanarinsk",
    "kanaras@example.org",
    "smilgų g. 19",
    "smilgu",
];
const HALF_A_DAY: i64 = 13 * 3_600;

/// Somebody rang; Ona who took it down has gone home.
async fn rang(ferry: &Ferry) -> String {
    let story = "I am Žibartas Kanarinskas and the ferry left at 8:50.";
    let reference = ferry
        .call_of(&[
            ("caller-name", NAME),
            ("caller-reach", "kanaras@example.org"),
            ("caller-address", "Smilgų g. 19\nKlaipėda"),
            ("caller-story", story),
        ])
        .await;
    ferry.later(HALF_A_DAY);
    reference
}

fn told(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let there = |canary: &&str| text.contains(*canary);
    CANARIES.into_iter().filter(there).collect()
}

async fn reads(ferry: &Ferry, who: &str, path: &str) -> Vec<&'static str> {
    told(&ferry.get(who, path).await.text())
}

async fn takes(ferry: &Ferry, who: &str, reference: &str) {
    let taken = ferry
        .post(who, &format!("/desk/{reference}/take"), &[])
        .await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
}

async fn reveals(ferry: &Ferry, who: &str, reference: &str) -> StatusCode {
    let why = [
        ("identity-why", "caller"),
        ("identity-reason", "Kanarinskas rings about the refund."),
    ];
    let path = format!("/desk/{reference}/reveal");
    ferry.post(who, &path, &why).await.status
}

#[tokio::test]
async fn whoever_takes_the_case_sees_the_name_at_once_and_the_others_a_mark() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    let page = format!("/desk/{reference}");
    let mark = reference.get(reference.len() - 3..).unwrap();
    for who in [ONA, AISTE, BORIS, TOMAS, JONAS] {
        let seen = ferry.get(who, &page).await.text();
        assert_eq!(told(&seen), [""; 0], "{who}");
        assert!(
            seen.contains("Complainant <bdi") && seen.contains(mark),
            "{who}: {seen}"
        );
        assert!(
            seen.contains("the ferry left at 8:50"),
            "{who}: the matter stands there"
        );
    }
    takes(&ferry, AISTE, &reference).await;
    let hers = ferry.get(AISTE, &page).await.text();
    assert!(
        hers.contains(NAME) && hers.contains("kanaras@example.org"),
        "{hers}"
    );
    let list = ferry.get(AISTE, "/desk?queue=mine").await.text();
    assert!(list.contains(NAME), "{list}");
    assert_eq!(reads(&ferry, BORIS, &page).await, [""; 0]);
    let back = [("nobody", "1")];
    ferry
        .post(AISTE, &format!("{page}/assignment"), &back)
        .await;
    assert_eq!(
        reads(&ferry, AISTE, &page).await,
        [""; 0],
        "it is not hers any more"
    );
}

#[tokio::test]
async fn who_takes_a_call_sees_what_they_typed_until_the_day_is_over() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[("caller-name", NAME)]).await;
    let page = format!("/desk/{reference}");
    assert!(ferry.get(ONA, &page).await.text().contains(NAME));
    assert_eq!(reads(&ferry, AISTE, &page).await, [""; 0]);
    ferry.later(HALF_A_DAY);
    assert_eq!(reads(&ferry, ONA, &page).await, [""; 0]);
}

#[tokio::test]
async fn a_reason_shows_the_name_to_one_person_for_one_day() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    let page = format!("/desk/{reference}");
    let silent = ferry
        .post(
            BORIS,
            &format!("{page}/reveal"),
            &[("identity-why", "caller")],
        )
        .await;
    assert_eq!(
        silent.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a reason in words"
    );
    assert_eq!(reads(&ferry, BORIS, &page).await, [""; 0]);
    assert_eq!(
        reveals(&ferry, BORIS, &reference).await,
        StatusCode::SEE_OTHER
    );
    let his = ferry.get(BORIS, &page).await.text();
    assert!(
        his.contains(NAME) && his.contains("Name and contact shown"),
        "{his}"
    );
    let list = ferry.get(BORIS, "/desk?queue=all").await.text();
    assert!(list.contains(NAME), "in lists too");
    assert_eq!(reads(&ferry, TOMAS, &page).await, [""; 0], "to him alone");
    assert_eq!(
        reveals(&ferry, BORIS, &reference).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    ferry.later(24 * 3_600);
    assert_eq!(
        reads(&ferry, BORIS, &page).await,
        [""; 0],
        "the next day is another day"
    );
    assert_eq!(
        reveals(&ferry, JONAS, &reference).await,
        StatusCode::FORBIDDEN,
        "an auditor asks nobody's name"
    );
}

#[tokio::test]
async fn to_look_is_no_change_of_the_case_that_somebody_else_is_writing_in() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    let path = format!("/desk/{reference}/waiting");
    let waits = |seen: i64| {
        let (ferry, path) = (&ferry, path.as_str());
        async move {
            let seen = seen.to_string();
            let typed = [
                ("waiting-on", "complainant"),
                ("waiting-text", "The ticket"),
                ("seen", seen.as_str()),
            ];
            ferry.post(AISTE, path, &typed).await.status
        }
    };
    let seen = ferry.case(&reference).await.version;
    assert_eq!(
        reveals(&ferry, BORIS, &reference).await,
        StatusCode::SEE_OTHER
    );
    assert_eq!(waits(seen).await, StatusCode::SEE_OTHER);
    let seen = ferry.case(&reference).await.version;
    let note = [("text", "She rang.")];
    ferry
        .post(BORIS, &format!("/desk/{reference}/notes"), &note)
        .await;
    assert_eq!(waits(seen).await, StatusCode::CONFLICT, "the control");
}

#[tokio::test]
async fn nobody_finds_out_by_searching_who_complained() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    takes(&ferry, AISTE, &reference).await;
    let href = format!("/desk/{reference}");
    for words in [
        "kanarinskas",
        "from:kanarinskas",
        "Žibartas+Kanarinskas",
        "kanaras%40example.org",
        "kanarinskas+ferry",
    ] {
        for path in [
            format!("/desk/search?q={words}"),
            format!("/desk?q={words}"),
            format!("/desk/palette?what={words}"),
            format!("/api/v1/complaints?q={words}"),
        ] {
            for who in [BORIS, TOMAS, JONAS, ONA] {
                let found = ferry.get(who, &path).await.text();
                assert!(
                    !found.contains(&href) && !found.contains(&format!("\"{reference}\"")),
                    "{who} {path}: {found}"
                );
            }
            let hers = ferry.get(AISTE, &path).await.text();
            assert!(hers.contains(&reference), "{path}: {hers}");
        }
    }
    let by_matter = ferry.get(BORIS, "/desk/search?q=ferry").await.text();
    assert!(by_matter.contains(&href), "the matter is found");
    assert_eq!(told(&by_matter), [""; 0], "and the snippet names nobody");
    reveals(&ferry, TOMAS, &reference).await;
    let his = ferry.get(TOMAS, "/desk/search?q=kanarinskas").await.text();
    assert!(his.contains(&href), "who may know finds it");
}

#[tokio::test]
async fn a_caller_is_found_by_the_whole_name_and_stays_masked() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    for typed in [
        ("caller-name", NAME),
        ("caller-reach", "Kanaras@Example.org"),
    ] {
        let found = ferry.post(ONA, "/desk/related", &[typed]).await.text();
        assert!(
            found.contains(&format!("/desk/{reference}")),
            "{typed:?}: {found}"
        );
        assert_eq!(told(&found), [""; 0], "{typed:?}");
        let auditor = ferry.post(JONAS, "/desk/related", &[typed]).await.text();
        assert!(
            !auditor.contains(&reference),
            "who takes no calls asks for nobody: {auditor}"
        );
    }
    let part = ferry
        .post(ONA, "/desk/related", &[("caller-name", "Kanarinsk")])
        .await
        .text();
    assert!(
        !part.contains(&reference),
        "a part of a name leads nowhere: {part}"
    );
}

#[tokio::test]
async fn paper_and_originals_wait_for_a_reason() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    let letter = ferry.case(&reference).await.messages[0].id;
    for path in [
        format!("/desk/{reference}/letters/{letter}"),
        format!("/desk/{reference}/receipt"),
        format!("/desk/{reference}/recorded"),
    ] {
        let first = ferry.get(AISTE, &path).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{path}");
        assert!(first.location.contains("open=reveal"), "{}", first.location);
        let form = ferry.get(AISTE, &first.location).await.text();
        assert!(form.contains("id=\"v-reveal\" open"), "{form}");
    }
    reveals(&ferry, AISTE, &reference).await;
    let paper = ferry
        .get(AISTE, &format!("/desk/{reference}/letters/{letter}"))
        .await
        .text();
    assert!(paper.contains(NAME), "{paper}");
}

#[tokio::test]
async fn a_mask_is_not_written_to_the_complainant() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    ferry
        .post(
            AISTE,
            "/desk/texts/new",
            &[
                ("name-lt", "Labas"),
                ("body-lt", "Labas, {name}."),
                ("seen", "0"),
            ],
        )
        .await;
    let all = ferry.get(AISTE, "/desk/texts").await.text();
    let code = all
        .split("<a href=\"/desk/texts/0")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let address = format!("/desk/{reference}?open=messages&text=0{code}");
    let masked = ferry.get(AISTE, &address).await.text();
    assert!(masked.contains("Labas, {name}."), "{masked}");
    takes(&ferry, AISTE, &reference).await;
    let known = ferry.get(AISTE, &address).await.text();
    assert!(known.contains(&format!("Labas, {NAME}.")), "{known}");
}

#[tokio::test]
async fn the_complainant_reads_who_looked_and_why_without_a_colleagues_name() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    takes(&ferry, AISTE, &reference).await;
    reveals(&ferry, BORIS, &reference).await;
    let case = ferry.case(&reference).await;
    let key = ferry.house.db.keys().code_key().to_owned();
    let code = access_code(&key, case.id, case.code_issue);
    let typed = [
        ("your-reference", reference.as_str()),
        ("access-code", code.as_str()),
    ];
    let inside = ferry.post("", "/follow", &typed).await;
    let cookie = inside
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let get = |path: &'static str| {
        let cookie = cookie.clone();
        let ferry = &ferry;
        async move {
            let more = [("cookie", cookie.as_str())];
            ferry
                .ask("", ("GET", path), serde_json::Value::Null, &more)
                .await
                .text()
        }
    };
    assert!(get("/follow/case").await.contains("/follow/case/looks"));
    let looks = get("/follow/case/looks").await;
    for said in [
        "Took the complaint down",
        "Handles the complaint",
        "To make sure who is calling",
        "Handler",
    ] {
        assert!(looks.contains(said), "{said}: {looks}");
    }
    for colleague in ["Boris", "Aist", "Ona", "refund"] {
        assert!(!looks.contains(colleague), "{colleague}: {looks}");
    }
    let stranger = ferry.get("", "/follow/case/looks").await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER, "nobody else");
}

#[tokio::test]
async fn who_answers_for_data_reads_every_look_and_nobody_else() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    takes(&ferry, AISTE, &reference).await;
    reveals(&ferry, BORIS, &reference).await;
    ferry.has_role(ONA, Role::Dpo, None).await;
    for who in [TOMAS, ONA] {
        let list = ferry.get(who, "/system/identity").await.text();
        for said in [
            "Boris Lane",
            "Aistė Mockutė",
            &reference,
            "To make sure who is calling",
            "rings about the refund",
        ] {
            assert!(list.contains(said), "{who}: {said} {list}");
        }
        assert_eq!(told(&list), [""; 0], "the reason named him: {who}");
        let narrow = ferry.get(who, "/system/identity?why=reasoned").await.text();
        assert!(
            narrow.contains("Boris Lane") && !narrow.contains("Aistė Mockutė"),
            "{narrow}"
        );
        let other = ferry
            .get(who, "/system/identity?case=BF-26-0000-000")
            .await
            .text();
        assert!(!other.contains("Boris Lane"), "{other}");
        let table = ferry
            .get(who, "/system/identity/csv?why=caller")
            .await
            .text();
        assert!(
            table.contains(&reference) && table.lines().count() == 2,
            "{table}"
        );
        assert!(!table.contains("refund"), "no words in a table: {table}");
    }
    for who in [AISTE, BORIS, JONAS, RIMA] {
        let closed = ferry.get(who, "/system/identity").await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN, "{who}");
    }
    let why = ferry
        .get(TOMAS, &format!("/desk/{reference}/why"))
        .await
        .text();
    assert!(
        why.contains("Boris Lane") && why.contains("rings about the refund"),
        "{why}"
    );
    assert_eq!(told(&why), [""; 0]);
}

#[tokio::test]
async fn nobody_reads_who_looked_in_a_case_that_is_about_them() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    reveals(&ferry, AISTE, &reference).await;
    for role in [Role::Dpo, Role::Manager] {
        ferry.has_role(BORIS, role, None).await;
        let before = ferry.get(BORIS, "/system/identity").await.text();
        assert!(before.contains(&reference), "{role:?}: the control");
    }
    ferry.concerns_boris(&reference).await;
    for role in [Role::Dpo, Role::Manager] {
        ferry.has_role(BORIS, role, None).await;
        let list = ferry.get(BORIS, "/system/identity").await.text();
        assert!(!list.contains(&reference), "{role:?}: {list}");
    }
}

#[tokio::test]
async fn in_a_small_office_everybody_who_sees_the_case_may_know() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    let page = format!("/desk/{reference}");
    assert_eq!(reads(&ferry, BORIS, &page).await, [""; 0]);
    let open = json!({ "names": "open" });
    let set = ferry
        .ask(RIMA, ("PATCH", "/api/v1/organisation"), open, &[])
        .await;
    assert_eq!(set.status, StatusCode::OK, "{}", set.text());
    assert!(ferry.get(BORIS, &page).await.text().contains(NAME));
    let found = ferry.get(BORIS, "/desk/search?q=kanarinskas").await.text();
    assert!(found.contains(&page), "{found}");
    assert_eq!(
        reads(&ferry, JONAS, &page).await,
        [""; 0],
        "an auditor still knows nobody"
    );
    assert_eq!(
        ferry.get(RIMA, &page).await.status,
        StatusCode::FORBIDDEN,
        "nor does who set it see the case"
    );
}

fn addresses(reference: &str, letter: &str, file: &str) -> Vec<String> {
    addresses_with(&[
        ("{reference}", reference),
        ("{message}", letter),
        ("{file}", file),
    ])
}

/// Every page and answer of the house with something in the place of what varies. The
/// stream of what changes is left out: it has no end, and carries no names by its type.
pub fn addresses_with(known: &[(&str, &str)]) -> Vec<String> {
    let filled = |path: &str| {
        let part = |part: &str| match known.iter().find(|(name, _)| *name == part) {
            Some((_, value)) => (*value).to_owned(),
            None if part.starts_with('{') => "0".repeat(32),
            None => part.to_owned(),
        };
        path.split('/').map(part).collect::<Vec<_>>().join("/")
    };
    let routes = redress::house::routes().list;
    let reading = routes
        .iter()
        .filter(|route| route.method == axum::http::Method::GET);
    let mut all: Vec<String> = reading
        .filter(|route| route.path != "/desk/live")
        .map(|route| filled(route.path))
        .collect();
    let asked = [
        "/desk?queue=all",
        "/desk?queue=all&sort=received",
        "/desk?q=ferry",
        "/desk/search?q=ferry",
        "/desk/palette?what=ferry",
        "/api/v1/complaints?q=ferry",
        "/api/v1/complaints?limit=200",
        "/desk/outbox?x=1",
        "/desk/deadlines?x=1",
        "/desk?figure=received.2026-03",
    ];
    all.extend(asked.map(str::to_owned));
    let reference = known.iter().find(|(name, _)| *name == "{reference}");
    let reference = reference.map_or("", |(_, value)| *value);
    all.push(format!("/desk/palette?recent={reference}"));
    all.push(format!("/desk/{reference}?open=messages"));
    all
}

/// The canary stands in the name, the address, the story, a letter and a note.
#[tokio::test]
async fn the_name_stands_nowhere_in_the_house_for_whoever_may_not_know_it() {
    let ferry = Ferry::open().await;
    let reference = rang(&ferry).await;
    takes(&ferry, AISTE, &reference).await;
    ferry
        .post(
            AISTE,
            &format!("/desk/{reference}/notes"),
            &[("text", "Kanarinskas was calm.")],
        )
        .await;
    ferry
        .post(
            AISTE,
            &format!("/desk/{reference}/messages"),
            &[
                ("body", "Gerb. Žibartas Kanarinskas, ačiū."),
                ("request", "r1"),
            ],
        )
        .await;
    let case = ferry.case(&reference).await;
    let letter = case.messages[0].id.to_string();
    let all = addresses(&reference, &letter, &"0".repeat(32));
    assert!(all.len() > 150, "{}", all.len());
    let mut leaks = Vec::new();
    let mut control = 0;
    for path in &all {
        control += usize::from(!reads(&ferry, AISTE, path).await.is_empty());
        for who in [ONA, BORIS, TOMAS, RIMA] {
            let found = reads(&ferry, who, path).await;
            leaks.extend((!found.is_empty()).then(|| format!("{who} {path}: {found:?}")));
        }
    }
    for role in Role::ALL {
        ferry.has_role(JONAS, role, None).await;
        for path in &all {
            let found = reads(&ferry, JONAS, path).await;
            leaks.extend((!found.is_empty()).then(|| format!("{role:?} {path}: {found:?}")));
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    assert!(
        control >= 8,
        "the control: who has the case reads it on {control} pages"
    );
}
