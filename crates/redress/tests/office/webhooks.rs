//! Other systems are told: once, signed, without a name; and when they do not
//! listen nothing is lost, and the page says what to do.

use super::*;
use redress::serve::run_due;
use redress_channels::webhooks::{KIND, signed};
use redress_complaint::{facts::Person, slice::Work};
use redress_kernel::Network;
use redress_operation::receipt::{Arrival, NotReceived, receive};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::Mutex,
};

/// A receiver that answers as it is told and remembers what it was sent.
struct Receiver {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
    answers: Arc<Mutex<Vec<&'static str>>>,
}

const FINE: &str = "HTTP/1.1 204 No Content\r\n\r\n";
const BUSY: &str = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n";
const MOVED: &str =
    "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n";
/// Says nothing and keeps the line open.
const HANGS: &str = "";

impl Receiver {
    fn opens() -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let receiver = Receiver {
            port: listener.local_addr().unwrap().port(),
            heard: Arc::default(),
            answers: Arc::default(),
        };
        let (heard, answers) = (receiver.heard.clone(), receiver.answers.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heard, answers) = (heard.clone(), answers.clone());
                std::thread::spawn(move || hear(stream, &heard, &answers));
            }
        });
        receiver
    }

    /// Answers in turn; without any it takes everything.
    fn answers(&self, all: &[&'static str]) {
        *self.answers.lock().unwrap() = all.to_vec();
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

fn hear(mut stream: TcpStream, heard: &Mutex<Vec<String>>, answers: &Mutex<Vec<&'static str>>) {
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let n = stream.read(&mut part).unwrap_or(0);
        all.extend_from_slice(&part[..n]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let complete = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
            let length = header(head, "content-length");
            body.len() >= length.parse().unwrap_or(0)
        });
        if complete || n == 0 {
            heard.lock().unwrap().push(text);
            break;
        }
    }
    let mut answers = answers.lock().unwrap();
    let answer = match answers.is_empty() {
        true => FINE,
        false => answers.remove(0),
    };
    drop(answers);
    if answer == HANGS {
        // Until the other side has had enough.
        let _ = stream.read(&mut part);
        return;
    }
    let _ = stream.write_all(answer.as_bytes());
}

fn header(head: &str, name: &str) -> String {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    let mut found = lines.filter(|(its, _)| its.eq_ignore_ascii_case(name));
    found
        .next()
        .map(|(_, value)| value.to_owned())
        .unwrap_or_default()
}

fn work() -> &'static Work {
    let mut all = redress::house::SLICES.iter().flat_map(|slice| slice.jobs);
    all.find(|work| work.kind == KIND).unwrap()
}

const BASE: &str = "http://127.0.0.1:8080";

fn loopback() -> Vec<Network> {
    vec![Network::read("127.0.0.1").unwrap()]
}

async fn complaint(office: &Office) -> String {
    let by = By::complainant(office.house.now());
    let arrival = Arrival {
        channel: "web".to_owned(),
        description: "The ferry left without us.".to_owned(),
        complainant: Person {
            name: "Rasa Jankauskiene".to_owned(),
            email: "rasa@example.org".to_owned(),
            ..Person::default()
        },
        ..Arrival::default()
    };
    let write = office
        .house
        .db
        .write(move |tx| -> Result<_, NotReceived> { receive(tx, arrival, &by) });
    let Ok(receipt) = write.await else {
        panic!("it is received")
    };
    receipt.reference
}

/// The secret as the page shows it once, and the page of the webhook.
async fn adds(office: &Office, admin: &str, address: &str) -> (String, String) {
    let typed = format!(
        "webhook-address={}",
        address.replace(':', "%3A").replace('/', "%2F")
    );
    let page = office.post("/admin/webhooks", admin, &typed).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let secret = page.body.split("whsec_").nth(1).unwrap();
    let secret = format!("whsec_{}", secret.split('<').next().unwrap());
    let secret = secret
        .replace("&#43;", "+")
        .replace("&#47;", "/")
        .replace("&#61;", "=");
    let list = office.get("/admin/webhooks", admin).await.body;
    assert!(!list.contains(&secret), "it is shown once");
    let id = list.split("href=\"/admin/webhooks/").nth(1).unwrap();
    let id = id.split('"').next().unwrap();
    (secret, format!("/admin/webhooks/{id}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fact_is_told_once_signed_and_without_a_name() {
    let (office, receiver) = (
        Office::beside("192.0.77.1", loopback()).await,
        Receiver::opens(),
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let address = format!("http://127.0.0.1:{}/in?key=sesame", receiver.port);
    let (secret, _) = adds(&office, &admin, &address).await;
    let reference = complaint(&office).await;
    run_due(&office.house, work()).await;
    run_due(&office.house, work()).await;
    let heard = receiver.heard();
    let told: Vec<&String> = heard
        .iter()
        .filter(|m| m.contains("complaint.received"))
        .collect();
    assert_eq!(told.len(), 1, "{heard:?}");
    let (head, body) = told[0].split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /in?key=sesame HTTP/1.1"), "{head}");
    let (id, at) = (
        header(head, "webhook-id"),
        header(head, "webhook-timestamp"),
    );
    let expected = signed(&secret, &id, at.parse().unwrap(), body).unwrap();
    assert_eq!(header(head, "webhook-signature"), expected);
    assert!(body.contains(&reference), "{body}");
    for personal in ["Rasa", "rasa@example.org", "without us"] {
        assert!(!told[0].contains(personal), "{personal}");
    }
    let entries = office
        .db
        .read_now(|reader| redress_store::Read::entries_from(reader, 0, 200));
    for entry in entries.unwrap() {
        let all = format!("{} {:?}", entry.record, entry.personal);
        assert!(!all.contains("sesame") && !all.contains("whsec_"), "{all}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_taken_is_tried_again_with_its_old_number_and_told_in_words() {
    let (office, receiver) = (
        Office::beside("192.0.77.2", loopback()).await,
        Receiver::opens(),
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let address = format!("http://127.0.0.1:{}/", receiver.port);
    let (_, page) = adds(&office, &admin, &address).await;
    receiver.answers(&[BUSY, MOVED, HANGS]);
    complaint(&office).await;
    for says in [
        "answered",
        "points to another address",
        "within ten seconds",
    ] {
        run_due(&office.house, work()).await;
        // A session does not outlive the pause between two attempts.
        let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
        let shown = office.get(&page, &admin).await.body;
        assert!(
            shown.contains(says) && shown.contains("On its way"),
            "{says}: {shown}"
        );
        office.pass_seconds(4000);
    }
    run_due(&office.house, work()).await;
    let heard = receiver.heard();
    let ids: std::collections::BTreeSet<String> =
        heard.iter().map(|m| header(m, "webhook-id")).collect();
    assert_eq!(
        (heard.len(), ids.len()),
        (4, 1),
        "one telling, four attempts"
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    assert!(office.get(&page, &admin).await.body.contains("Delivered"));
    office.pass_seconds(4000);
    run_due(&office.house, work()).await;
    assert_eq!(receiver.heard().len(), 4, "nothing is sent twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_never_arrives_waits_for_somebody_and_is_sent_again() {
    let (office, receiver) = (
        Office::beside("192.0.77.3", loopback()).await,
        Receiver::opens(),
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let address = format!("http://127.0.0.1:{}/", receiver.port);
    let (_, page) = adds(&office, &admin, &address).await;
    receiver.answers(&[BUSY; 40]);
    complaint(&office).await;
    let began = office.house.now();
    for _ in 0..40 {
        run_due(&office.house, work()).await;
        office.pass_seconds(3601);
    }
    let attempts = receiver.heard().len();
    assert_eq!(attempts, 33);
    assert!(office.house.now().micros() - began.micros() > 86_400_000_000);
    receiver.answers(&[]);
    // The session is older than its life by now.
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let shown = office.get(&page, &admin).await.body;
    assert!(shown.contains("did not arrive within a day"), "{shown}");
    let sent = office.post(&format!("{page}/resend"), &admin, "").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    run_due(&office.house, work()).await;
    assert_eq!(receiver.heard().len(), 34);
    let shown = office.get(&page, &admin).await.body;
    assert!(shown.contains("Everything arrived"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_inside_is_knocked_at_unless_the_network_was_named() {
    let receiver = Receiver::opens();
    let office = Office::beside("192.0.77.4", Vec::new()).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let plain = format!(
        "webhook-address=http%3A%2F%2F127.0.0.1%3A{}%2F",
        receiver.port
    );
    let refused = office.post("/admin/webhooks", &admin, &plain).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for inside in ["https%3A%2F%2Flocalhost%2F", "https%3A%2F%2F10.0.0.7%2F"] {
        let typed = format!("webhook-address={inside}");
        let refused = office.post("/admin/webhooks", &admin, &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{inside}");
        assert!(
            refused.body.contains("--webhooks-inside"),
            "{}",
            refused.body
        );
    }
    assert_eq!(receiver.heard().len(), 0, "nobody knocked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_is_no_longer_named_is_not_knocked_at() {
    let receiver = Receiver::opens();
    let office = Office::beside("192.0.77.14", loopback()).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let address = format!("http://127.0.0.1:{}/", receiver.port);
    let (_, page) = adds(&office, &admin, &address).await;
    complaint(&office).await;
    // The same installation, started anew without the name.
    let (db, hands) = (office.db.clone(), office.hands.clone());
    let started = open_house_beside(db, hands, redress_office::who_is, BASE, Vec::new());
    run_due(&started, work()).await;
    let shown = office.get(&page, &admin).await.body;
    assert!(shown.contains("--webhooks-inside"), "{shown}");
    assert_eq!(receiver.heard().len(), 0, "nobody knocked");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_switched_off_renewed_and_removed() {
    let (office, receiver) = (
        Office::beside("192.0.77.5", loopback()).await,
        Receiver::opens(),
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let address = format!("http://127.0.0.1:{}/", receiver.port);
    let (secret, page) = adds(&office, &admin, &address).await;
    let tested = office.post(&format!("{page}/test"), &admin, "").await.body;
    assert!(tested.contains("The receiver took the test."), "{tested}");
    let renewed = office
        .post(&format!("{page}/secret"), &admin, "")
        .await
        .body;
    assert!(renewed.contains("whsec_") && !renewed.contains(&secret));
    assert_eq!(
        office.post(&page, &admin, "").await.status,
        StatusCode::SEE_OTHER
    );
    complaint(&office).await;
    run_due(&office.house, work()).await;
    assert_eq!(receiver.heard().len(), 1, "only the test: it is off");
    let chosen = "webhook-active=yes&webhook-events=closed";
    assert_eq!(
        office.post(&page, &admin, chosen).await.status,
        StatusCode::SEE_OTHER
    );
    complaint(&office).await;
    run_due(&office.house, work()).await;
    assert_eq!(receiver.heard().len(), 1, "received was not chosen");
    let removed = office.post(&format!("{page}/removal"), &admin, "").await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(
        office.get(&page, &admin).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sample_sends_nothing_and_says_so() {
    let (office, receiver) = (
        Office::beside("192.0.77.6", loopback()).await,
        Receiver::opens(),
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let by = By::system(office.house.now());
    let sample = redress_office::facts::OrganisationSet {
        organisation: Organisation {
            name: "Blue Ferry Co.".into(),
            sample: true,
            ..Organisation::default()
        },
    };
    let write = office
        .house
        .db
        .write(move |tx: &mut Tx| -> Result<_, redress_store::Error> {
            tx.record(redress_kernel::Draft::of(Id::ORGANISATION, &sample), &by)
        });
    write.await.unwrap();
    let address = format!("http://127.0.0.1:{}/", receiver.port);
    let (_, page) = adds(&office, &admin, &address).await;
    let tested = office.post(&format!("{page}/test"), &admin, "").await.body;
    assert!(tested.contains("nothing leaves it"), "{tested}");
    assert!(!tested.contains("took the test"));
    assert_eq!(receiver.heard().len(), 0);
}
