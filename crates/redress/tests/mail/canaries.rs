//! Canaries in every way in and in six encodings. Once the erasure returns, no file of
//! the data directory holds one, the write-ahead log included; with PostgreSQL, no file
//! of the server's. Nothing else changes: the journal proves itself, and every figure
//! stays. Before the erasure they are found, so the search can see them.

use crate::{
    office::{AISTE, BORIS, Ferry, ONA, TOMAS},
    world::{Post, mail_from},
};
use base64::Engine as _;
use redress_complaint::{
    case::MessageState,
    facts::{Closed, MessageSent, Reason},
    second::{SecondAsked, SecondText},
};
use redress_kernel::{Action, By, Draft, Id, Role};
use redress_store::{Error, Location, Read, Tx, sql};
use std::path::{Path, PathBuf};

const DAY: i64 = 86_400;
const WAYS: [&str; 9] = [
    "web", "api", "mail", "phone", "note", "file", "filename", "draft", "second",
];

/// What every name that is searched for begins with.
const SOUGHT: &str = "zq7391";
/// All tests share a server: whoever only counts, and never clears, plants another bird.
const UNSOUGHT: &str = "yv5826";

/// One name a way in; no other text has it.
fn canary(core: &str, way: &str) -> String {
    format!("{core}{way}kanarel\u{117}")
}

fn address(core: &str) -> String {
    format!("{}@example.lt", &core[..2])
}

fn reversed(text: &str) -> String {
    text.chars().rev().collect()
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn entities(text: &str) -> String {
    text.chars()
        .map(|c| format!("&#{};", u32::from(c)))
        .collect()
}

fn base64(text: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(text)
}

/// As text: composed, decomposed, backwards, base64, percent and entities.
fn in_words(core: &str, way: &str) -> String {
    let name = canary(core, way);
    let decomposed = name.replace('\u{117}', "e\u{307}");
    format!(
        "{name} {decomposed} {} {} {} {}",
        reversed(&name),
        base64(&name),
        percent(&name),
        entities(&name)
    )
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What all of them begin with, in each spelling: it looks the same in a word that an
/// analyser has cut, with its marks and without. And the address.
fn spellings() -> Vec<String> {
    let core = SOUGHT;
    let wide: String = core.chars().flat_map(|c| [c, '\0']).collect();
    vec![
        core.to_owned(),
        wide,
        reversed(core),
        base64(core),
        percent(core),
        entities(core),
        address(core),
    ]
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => open.push(path),
                path => all.push(path),
            }
        }
    }
    all
}

/// The files in which a spelling stands. All of them are ASCII, which stays as it is when
/// the bytes are read as text.
fn found(folder: &Path) -> Vec<String> {
    let spellings = spellings();
    let mut hits = Vec::new();
    for path in files_below(folder) {
        let bytes = std::fs::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        if let Some(hit) = spellings.iter().find(|it| text.contains(it.as_str())) {
            hits.push(format!("{hit:?} in {}", path.display()));
        }
    }
    hits
}

fn record(post: &Post, draft: Draft) {
    let now = post.ferry.house.now();
    let write =
        move |tx: &mut Tx| -> Result<(), Error> { tx.record(draft, &By::system(now)).map(|_| ()) };
    post.ferry.house.db.write_now(write).unwrap();
}

/// The four steps of the public form, with a file of that name in it.
async fn by_the_form(ferry: &Ferry, core: &str) {
    let text = ferry.get("", "/complain").await.text();
    let at = text.split("action=\"/complain/").nth(1).unwrap();
    let draft = format!("/complain/{}", at.split('/').next().unwrap());
    let (story, email) = (in_words(core, "web"), address(core));
    let name = format!("{}.png", canary(core, "filename"));
    let mut bytes = utf16(&canary(core, "file"));
    bytes.extend(in_words(core, "file").bytes());
    let fields = [("story", story.as_str()), ("still-happening", "no")];
    let file = ("enclosures", name.as_str(), bytes.as_slice());
    let step = ferry.upload("", &format!("{draft}/1"), &fields, file).await;
    assert_eq!(step.status.as_u16(), 303, "{}", step.text());
    for (step, fields) in [
        (2, vec![("wished", "17")]),
        (
            3,
            vec![("your-name", "Zq Seven"), ("your-email", email.as_str())],
        ),
        (4, vec![]),
    ] {
        let sent = ferry.post("", &format!("{draft}/{step}"), &fields).await;
        assert_eq!(sent.status.as_u16(), 303, "{step}: {}", sent.text());
    }
}

async fn planted(post: &Post, core: &str) {
    let (ferry, email) = (&post.ferry, address(core));
    by_the_form(ferry, core).await;
    let body = serde_json::json!({
        "channel": "web", "description": in_words(core, "api"), "complainant": { "name": canary(core, "api"), "email": email },
    });
    let made = ferry
        .call(ONA, "/api/v1/complaints", &body.to_string(), &[])
        .await;
    assert_eq!(made.status.as_u16(), 201, "{}", made.text());
    let encoded = base64(&in_words(core, "mail"));
    let mail = mail_from(
        &format!("Zq <{email}>"),
        1,
        "",
        &format!("I am {} and {encoded}", in_words(core, "mail")),
    );
    post.complaint(mail);
    let story = in_words(core, "phone");
    let fields = [
        ("caller-story", story.as_str()),
        ("caller-reach", email.as_str()),
    ];
    let reference = ferry.call_of(&fields).await;
    let note = in_words(core, "note");
    let noted = ferry
        .post(
            AISTE,
            &format!("/desk/{reference}/notes"),
            &[("text", &note)],
        )
        .await;
    assert_eq!(noted.status.as_u16(), 303, "{}", noted.text());
    let draft = in_words(core, "draft");
    let typed = [("verb", "notes"), ("text", draft.as_str())];
    ferry
        .post(AISTE, &format!("/desk/{reference}/composing"), &typed)
        .await;
    asked_for_second_eyes(post, core, &reference);
}

/// That it be closed as abusive: a reason, and the whole letter.
fn asked_for_second_eyes(post: &Post, core: &str, reference: &str) {
    let case = cases(post).into_iter().find(|(_, its)| its == reference);
    let (complaint, _) = case.unwrap();
    let asked = SecondAsked {
        act: "abusive-closing".to_owned(),
        decides: Action::ApproveSecond,
        complaint: Some(complaint),
        concerns: None,
        ends_at: post.ferry.house.now().plus_seconds(7 * DAY),
    };
    let text = SecondText {
        reason: in_words(core, "second"),
        typed: [("body".to_owned(), vec![in_words(core, "second")])].into(),
    };
    record(post, Draft::with(Id::from_bytes([77; 16]), &asked, &text));
}

fn cases(post: &Post) -> Vec<(Id, String)> {
    let query = sql("SELECT id, reference FROM complaint ORDER BY id LIMIT 100");
    post.look(|reader| reader.rows(&query, |row| Ok((row.id(0)?, row.text(1)?))))
}

async fn figures(post: &Post) -> String {
    post.page("/api/v1/indicators?period=2026").await
}

/// Tomas asks for all of this person, Boris agrees, letters leave, a week passes.
async fn erased(post: &Post) {
    let ferry = &post.ferry;
    for (id, _) in cases(post) {
        record(
            post,
            Draft::with(id, &Closed::default(), &Reason::default()),
        );
    }
    ferry.has_role(BORIS, Role::Dpo, None).await;
    let (_, reference) = cases(post).remove(0);
    let ask = [
        ("data-reference", reference.as_str()),
        ("erasure-scope", "person"),
        ("erasure-basis", "request"),
        ("data-reason", "zq7391webkanarel asked."),
    ];
    let to = ferry.post(TOMAS, "/system/erasures", &ask).await;
    assert_eq!(to.status.as_u16(), 303, "{}", to.text());
    let page = to.location.split('?').next().unwrap().to_owned();
    let agreed = ferry.post(BORIS, &format!("{page}/approval"), &[]).await;
    assert_eq!(agreed.status.as_u16(), 303, "{}", agreed.text());
    for (id, _) in cases(post) {
        let case = post.case(id);
        let waiting = case
            .messages
            .iter()
            .filter(|it| it.state == MessageState::Queued);
        for message in waiting {
            let sent = MessageSent {
                message: message.id,
                way: message.way.clone(),
            };
            record(post, Draft::of(id, &sent));
        }
    }
    ferry.later(9 * DAY);
    ferry.work().await;
    ferry.later(2 * 3600);
    ferry.work().await;
    let report = ferry.get(BORIS, &page).await.text();
    assert!(report.contains("Erased everywhere"), "{report}");
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_erasure_returns_no_file_of_sqlite_holds_a_canary() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let kept = tempfile::tempdir().unwrap();
    let at = Location::Sqlite(path.clone());
    let post = Post::of(Ferry::open_at(at, kept).await);
    planted(&post, SOUGHT).await;
    assert!(cases(&post).len() == 4, "each way in made its complaint");
    assert!(!found(&path).is_empty(), "the search can see them");
    erased(&post).await;
    // The house still stands open: nothing was closed to get here.
    assert_eq!(found(&path), Vec::<String>::new());
    post.stands();
    assert_eq!(
        found(&path),
        Vec::<String>::new(),
        "proving it writes nothing back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_only_erased_and_not_cleared_is_still_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let kept = tempfile::tempdir().unwrap();
    let at = Location::Sqlite(path.clone());
    let post = Post::of(Ferry::open_at(at, kept).await);
    planted(&post, SOUGHT).await;
    for (id, _) in cases(&post) {
        let entries = post.look(|reader| reader.entries(id));
        let there = entries.iter().filter(|it| it.personal.present().is_some());
        let seqs: Vec<i64> = there.map(|it| it.seq).collect();
        let now = post.ferry.house.now();
        let write = move |tx: &mut Tx| -> Result<(), Error> {
            tx.erase(id, &seqs, "request", &By::system(now)).map(|_| ())
        };
        post.ferry.house.db.write_now(write).unwrap();
    }
    assert!(
        !found(&path).is_empty(),
        "the write-ahead log keeps what was"
    );
    let steps = post.ferry.house.db.clear_residue().unwrap();
    assert!(redress_store::is_clear(&steps), "{steps:?}");
    assert_eq!(found(&path), Vec::<String>::new());
}

/// Where the server of the tests keeps its files, if this process may read them.
fn data_directory() -> Option<(String, PathBuf)> {
    let cluster = std::env::var("REDRESS_TEST_DATABASE_URL").ok()?;
    let asked = cluster.clone();
    let shown = std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&asked, postgres::NoTls).ok()?;
        let row = client.query_one("SHOW data_directory", &[]).ok()?;
        row.try_get::<_, String>(0).ok()
    });
    let folder = PathBuf::from(shown.join().ok()??);
    std::fs::read_dir(&folder).ok()?;
    Some((cluster, folder))
}

#[tokio::test(flavor = "multi_thread")]
async fn after_its_clearing_no_file_of_postgres_holds_a_canary() {
    let Some((_, directory)) = data_directory() else {
        eprintln!("SKIPPED on PostgreSQL: no server, or its data directory cannot be read");
        return;
    };
    let post = crate::world::posts().await.pop().unwrap();
    planted(&post, SOUGHT).await;
    assert!(!found(&directory).is_empty(), "the search can see them");
    erased(&post).await;
    assert_eq!(found(&directory), Vec::<String>::new());
    post.stands();
}

/// Figures are compared at one moment: a clock that moved would count other days.
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_changes_no_figure() {
    for post in crate::world::posts().await {
        planted(&post, UNSOUGHT).await;
        for (id, _) in cases(&post) {
            record(
                &post,
                Draft::with(id, &Closed::default(), &Reason::default()),
            );
        }
        let before = figures(&post).await;
        for (id, _) in cases(&post) {
            let entries = post.look(|reader| reader.entries(id));
            let there = entries.iter().filter(|it| it.personal.present().is_some());
            let seqs: Vec<i64> = there.map(|it| it.seq).collect();
            let now = post.ferry.house.now();
            let write = move |tx: &mut Tx| -> Result<(), Error> {
                tx.erase(id, &seqs, "request", &By::system(now)).map(|_| ())
            };
            post.ferry.house.db.write_now(write).unwrap();
        }
        assert_eq!(figures(&post).await, before);
        post.stands();
    }
}
