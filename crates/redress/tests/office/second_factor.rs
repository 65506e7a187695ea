//! The second step of signing in: a telephone, codes on paper, passkeys. The telephone and
//! the key are played here by `ring` and from the standards, not by the code under test.

use super::*;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use redress_store::{Error, Read, Reader, sql};
use ring::{
    hmac,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use sha2::{Digest, Sha256};

pub const JONAS: &str = "jonas@ferry.example";
const HTTPS: &str = "https://complaints.ferry.example";

/// What stands between two signs of a page.
pub fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = page
        .split_once(before)
        .unwrap_or_else(|| panic!("{before}: {page}"));
    rest.split_once(after).unwrap().0
}

/// Everything that a page sets apart to be copied: keys, codes, links.
pub fn apart(page: &str) -> Vec<String> {
    let parts = page.split("class=\"ref long\" translate=\"no\">").skip(1);
    parts
        .map(|rest| rest.split_once('<').unwrap().0.to_owned())
        .collect()
}

/// What an authenticator shows for this key, typed in by its owner, at this time.
pub fn digits(key: &str, now: Instant) -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String = key
        .chars()
        .filter(|c| *c != ' ')
        .map(|c| format!("{:05b}", letters.find(c).unwrap()))
        .collect();
    let secret: Vec<u8> = (0..bits.len() / 8)
        .map(|at| u8::from_str_radix(&bits[at * 8..at * 8 + 8], 2).unwrap())
        .collect();
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &secret);
    let counter = (now.micros() / 30_000_000) as u64;
    let mac = hmac::sign(&key, &counter.to_be_bytes());
    let mac = mac.as_ref();
    let at = (mac[19] & 15) as usize;
    let four = u32::from_be_bytes([mac[at] & 0x7f, mac[at + 1], mac[at + 2], mac[at + 3]]);
    format!("{:06}", four % 1_000_000)
}

impl Office {
    /// This person sets up an authenticator; its key and the codes on paper.
    pub async fn takes_a_telephone(&self, cookie: &str) -> (String, Vec<String>) {
        let begun = self.post("/desk/profile/authenticator", cookie, "").await;
        assert_eq!(begun.to, "/desk/profile/authenticator", "{}", begun.body);
        let page = self.get(&begun.to, cookie).await.body;
        let key = apart(&page).remove(0);
        assert!(page.contains("<svg class=\"qr\""), "{page}");
        let form = format!("authenticator-code={}", digits(&key, self.house.now()));
        let path = "/desk/profile/authenticator/confirmation";
        let done = self.post(path, cookie, &form).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        (key, apart(&done.body))
    }

    /// The second step with this code.
    pub async fn second(&self, half: &str, code: &str) -> Answer {
        let form = format!("proof-code={code}");
        self.post("/sign-in/second", half, &form).await
    }

    pub async fn asked(&self, of: &'static str) -> Vec<String> {
        let read = move |reader: &mut Reader| -> Result<Vec<String>, Error> {
            reader.rows(&sql(of), |row| row.text(0))
        };
        self.house.db.read(read).await.unwrap()
    }
}

#[tokio::test]
async fn a_code_of_the_telephone_is_asked_after_the_password_and_counts_once() {
    let office = Office::set_up("192.0.70.1").await;
    office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let (key, codes) = office.takes_a_telephone(&cookie).await;
    assert_eq!(codes.len(), 10);
    let kept = office
        .asked("SELECT secret FROM authenticator ORDER BY person LIMIT 9")
        .await;
    assert!(
        kept[0].starts_with("sealed1:"),
        "a copied database shows no code"
    );

    let first = office.sign_in(JONAS, PHRASE).await;
    assert_eq!(
        (first.status, first.to.as_str()),
        (StatusCode::SEE_OTHER, "/sign-in/second")
    );
    let half = first.cookie.unwrap();
    assert!(half.starts_with("half="), "{half}");
    assert!(
        office.get("/desk", &half).await.to.starts_with("/sign-in"),
        "half is not in"
    );
    let spent = office
        .second(&half, &digits(&key, office.house.now()))
        .await;
    assert_eq!(
        spent.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "used to set it up"
    );
    let password = office
        .post(
            "/sign-in/second",
            &half,
            "proof-password=the+boat+left+at+dawn",
        )
        .await;
    assert_eq!(
        password.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "one step is not two"
    );

    office.pass_seconds(30);
    let code = digits(&key, office.house.now());
    let entered = office.second(&half, &code).await;
    assert_eq!(
        (entered.status, entered.to.as_str()),
        (StatusCode::SEE_OTHER, "/desk")
    );
    let session = entered.cookie.unwrap();
    assert_eq!(
        office.get("/desk/profile", &session).await.status,
        StatusCode::OK
    );
    assert_eq!(
        office.second(&half, &code).await.to,
        "/sign-in",
        "the first step is used up"
    );
    let again = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let replayed = office.second(&again, &code).await;
    assert_eq!(
        replayed.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the same code a second time"
    );
    assert!(replayed.cookie.is_none() && !replayed.body.contains(&code));
}

#[tokio::test]
async fn a_recovery_code_opens_once_and_new_ones_end_the_old() {
    let office = Office::set_up("192.0.71.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let (_, codes) = office.takes_a_telephone(&cookie).await;
    let kept = office
        .asked("SELECT hash FROM recovery_code ORDER BY hash LIMIT 20")
        .await;
    assert!(kept.len() == 10 && kept.iter().all(|hash| hash.len() == 64));
    let half = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let typed = codes[3].to_lowercase().replace('-', "+");
    let entered = office.second(&half, &typed).await;
    let session = entered.cookie.unwrap();
    assert_eq!(entered.to, "/admin");
    let half = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let again = office.second(&half, &codes[3]).await;
    assert_eq!(
        again.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "it worked once"
    );
    let made = office
        .post("/desk/profile/recovery-codes", &session, "")
        .await;
    let fresh = apart(&made.body);
    assert_eq!(fresh.len(), 10);
    let old = office.second(&half, &codes[4]).await;
    assert_eq!(
        old.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the old ones ended"
    );
    assert_eq!(office.second(&half, &fresh[0]).await.to, "/admin");
}

#[tokio::test]
async fn a_role_that_asks_for_a_factor_leads_there_and_nowhere_else() {
    let office = Office::set_up("192.0.72.1").await;
    office.colleague("Jonas", Role::Handler).await;
    office.colleague("Rasa", Role::Manager).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let set = office
        .post("/admin/second-factor", &admin, "second-factor-for=handler")
        .await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    let rasa = office
        .sign_in("rasa@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    assert_eq!(
        office.get("/desk", &rasa).await.status,
        StatusCode::OK,
        "not her role"
    );

    let jonas = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let led = office.get("/desk", &jonas).await;
    assert_eq!(led.to, "/desk/profile/factors");
    let api = office.get("/api/v1/complaints", &jonas).await;
    assert_eq!(api.status, StatusCode::FORBIDDEN, "{}", api.body);
    office.takes_a_telephone(&jonas).await;
    assert_eq!(office.get("/desk", &jonas).await.status, StatusCode::OK);
    let path = "/desk/profile/authenticator/removal";
    let kept = office.post(path, &jonas, "").await;
    assert_eq!(
        kept.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the last one stays"
    );
    // The control: whose role asks for none may have none again.
    office.takes_a_telephone(&rasa).await;
    assert_eq!(
        office.post(path, &rasa, "").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn guessing_codes_gets_slow_from_wherever_it_is_tried() {
    let office = Office::set_up("192.0.73.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let (key, _) = office.takes_a_telephone(&cookie).await;
    office.pass_seconds(30);
    let half = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    for wrong in ["1", "12", "123", "1234"] {
        office.second(&half, wrong).await;
    }
    let right = digits(&key, office.house.now());
    let slowed = office.second(&half, &right).await;
    assert_eq!(
        slowed.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "even the right one waits"
    );
    assert!(slowed.cookie.is_none());
    office.pass_seconds(2);
    assert!(
        office.second(&half, &right).await.cookie.is_some(),
        "and is not spent by waiting"
    );
    office.pass_seconds(11 * 60);
    let late = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.pass_seconds(10 * 60);
    let over = office
        .second(&late, &digits(&key, office.house.now()))
        .await;
    assert_eq!(
        over.to, "/sign-in",
        "ten minutes between the steps, no more"
    );
}

#[tokio::test]
async fn a_new_password_by_a_link_does_not_pass_the_second_factor() {
    let office = Office::set_up("192.0.74.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let (key, _) = office.takes_a_telephone(&cookie).await;
    let now = office.house.now();
    let link = move |tx: &mut Tx| invite(tx, jonas, clock::random(), now);
    let link = office.house.db.write(link).await.unwrap();
    let set = office
        .post(&link, "", "password=the+heron+waits+in+reeds")
        .await;
    assert_eq!(set.to, "/sign-in/second", "{}", set.body);
    office.pass_seconds(30);
    let code = digits(&key, office.house.now());
    let entered = office.second(&set.cookie.unwrap(), &code).await;
    assert_eq!(entered.to, "/desk");
}

/// A security key with one passkey.
struct SecurityKey {
    pair: EcdsaKeyPair,
    presses: u32,
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// For a form.
fn form_of(field: &str, value: &serde_json::Value) -> String {
    let escaped: String = value
        .to_string()
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect();
    format!("{field}={escaped}")
}

impl SecurityKey {
    fn new() -> SecurityKey {
        let (random, kind) = (SystemRandom::new(), &ECDSA_P256_SHA256_ASN1_SIGNING);
        let document = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random).unwrap();
        SecurityKey { pair, presses: 0 }
    }

    fn client(kind: &str, challenge: &str) -> String {
        format!(
            r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{HTTPS}","crossOrigin":false}}"#
        )
    }

    fn data(&mut self, flags: u8) -> Vec<u8> {
        self.presses += 1;
        let host = Sha256::digest(b"complaints.ferry.example");
        [host.as_slice(), &[flags], &self.presses.to_be_bytes()].concat()
    }

    fn makes(&mut self, challenge: &str) -> serde_json::Value {
        let point = self.pair.public_key().as_ref().to_vec();
        let mut data = self.data(0x45);
        data.extend([[0; 16].as_slice(), &[0, 4], b"blue"].concat());
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 32]);
        data.extend(&point[33..]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        serde_json::json!({
            "clientDataJSON": encoded(Self::client("webauthn.create", challenge)),
            "attestationObject": encoded(object),
        })
    }

    /// `flags`: 5 with a finger, 1 only touched.
    fn answers(&mut self, challenge: &str, flags: u8) -> serde_json::Value {
        let (client, data) = (Self::client("webauthn.get", challenge), self.data(flags));
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap();
        serde_json::json!({
            "id": encoded(b"blue"), "clientDataJSON": encoded(client),
            "authenticatorData": encoded(data), "signature": encoded(signature.as_ref()),
        })
    }
}

/// The challenge that a page hands to its script.
fn challenge_in(page: &str) -> String {
    let page = page.replace("&#34;", "\"").replace("&quot;", "\"");
    between(&page, "\"challenge\":\"", "\"").to_owned()
}

async fn over_https(ip: &str) -> (Office, String) {
    let office = Office::at(HTTPS, ip);
    let now = office.house.now();
    let new = SetUp {
        organisation: Organisation::default(),
        admin_name: "Aiste Mockute".into(),
        admin_email: OWNER.into(),
        password_hash: password::hash(PHRASE, [1; 32]),
        language: None,
    };
    let write = move |tx: &mut Tx| setup(tx, new, now);
    office.house.db.write(write).await.unwrap();
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    (office, cookie)
}

#[tokio::test]
async fn a_new_password_ends_what_was_half_begun_with_the_old_one() {
    let office = Office::set_up("192.0.95.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let (_, codes) = office.takes_a_telephone(&cookie).await;
    let half = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let begun = office.get("/sign-in/second", &half).await;
    assert_eq!(begun.status, StatusCode::OK, "the control");
    let hash = password::hash("a heron stands in the reeds", [3; 32]).unwrap();
    let by = By::system(office.house.now());
    let set = move |tx: &mut Tx| set_password(tx, jonas, &hash, &by);
    office.house.db.write(set).await.unwrap();
    assert_eq!(office.second(&half, &codes[0]).await.to, "/sign-in");
}

#[tokio::test]
async fn a_passkey_signs_in_alone_and_its_answer_counts_once() {
    let (office, cookie) = over_https("192.0.75.1").await;
    let mut key = SecurityKey::new();
    let page = office.get("/desk/profile/factors", &cookie).await.body;
    let made = key.makes(&challenge_in(&page));
    let form = form_of("passkey", &made) + "&passkey-name=blue+key";
    let added = office.post("/desk/profile/passkeys", &cookie, &form).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    assert!(added.body.contains("blue key") && apart(&added.body).len() == 10);
    let twice = office.post("/desk/profile/passkeys", &cookie, &form).await;
    assert_eq!(
        twice.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "that challenge was answered"
    );

    let door = challenge_in(&office.get("/sign-in", "").await.body);
    let touched = key.answers(&door, 1);
    let refused = office
        .post("/sign-in/passkey", "", &form_of("passkey", &touched))
        .await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "without a finger it is one factor"
    );
    let answer = form_of("passkey", &key.answers(&door, 5));
    let entered = office.post("/sign-in/passkey", "", &answer).await;
    assert_eq!(
        (entered.status, entered.to.as_str()),
        (StatusCode::SEE_OTHER, "/admin")
    );
    assert!(entered.cookie.unwrap().starts_with("__Host-session="));
    let replayed = office.post("/sign-in/passkey", "", &answer).await;
    assert_eq!(
        replayed.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the same answer again"
    );
    // Another key under the same name gets the very same page.
    let door = challenge_in(&office.get("/sign-in", "").await.body);
    let mut stranger = SecurityKey::new();
    let foreign = form_of("passkey", &stranger.answers(&door, 5));
    let unknown = office.post("/sign-in/passkey", "", &foreign).await;
    let without = |page: &str| page.replace(&challenge_in(page), "");
    assert_eq!(without(&unknown.body), without(&replayed.body));
}

#[tokio::test]
async fn a_passkey_is_a_second_step_and_an_old_challenge_is_none() {
    let (office, cookie) = over_https("192.0.76.1").await;
    let mut key = SecurityKey::new();
    let page = office.get("/desk/profile/factors", &cookie).await.body;
    let form = form_of("passkey", &key.makes(&challenge_in(&page))) + "&passkey-name=blue";
    office.post("/desk/profile/passkeys", &cookie, &form).await;
    let door = challenge_in(&office.get("/sign-in", "").await.body);
    let half = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/sign-in/second", &half).await.body;
    let wrong_door = form_of("proof-passkey", &key.answers(&door, 5));
    let refused = office.post("/sign-in/second", &half, &wrong_door).await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "made for signing in alone"
    );
    let old = form_of("proof-passkey", &key.answers(&challenge_in(&page), 1));
    let entered = office.post("/sign-in/second", &half, &old).await;
    assert_eq!(entered.to, "/admin", "touched is enough after the password");
    let half = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/sign-in/second", &half).await.body;
    let late = form_of("proof-passkey", &key.answers(&challenge_in(&page), 1));
    office.pass_seconds(10 * 60);
    let half = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let late = office.post("/sign-in/second", &half, &late).await;
    assert_eq!(
        late.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "ten minutes, no more"
    );
}

#[tokio::test]
async fn a_person_is_told_by_mail_what_happens_to_their_access() {
    let office = Office::set_up("192.0.77.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    office.takes_a_telephone(&cookie).await;
    office
        .post("/desk/profile/authenticator/removal", &cookie, "")
        .await;
    let agent = |agent: &str| {
        let request = Request::post("/sign-in")
            .header("sec-fetch-site", "same-origin")
            .header(header::USER_AGENT, agent.to_owned())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let form = format!(
            "email=jonas%40ferry.example&password={}",
            PHRASE.replace(' ', "+")
        );
        office.send(request.body(Body::from(form)).unwrap())
    };
    agent("Mozilla/5.0 (Windows NT 10.0) Firefox/130.0").await;
    agent("Mozilla/5.0 (Windows NT 10.0) Firefox/131.0").await;
    let told = office
        .asked("SELECT payload FROM job WHERE kind = 'account.mail' ORDER BY payload LIMIT 20")
        .await;
    let mut told: Vec<&str> = told
        .iter()
        .filter(|one| one.starts_with(&jonas.to_string()))
        .filter_map(|one| one.split(' ').nth(1))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        ["device", "factor-added", "factor-removed"],
        "a kind of browser once"
    );

    let payload = format!("{jonas} device {} -", office.house.now().micros());
    let house = office.house.clone();
    let read =
        move |reader: &mut Reader| redress_office::account_mail::letter(reader, &house, &payload);
    let letter = office.house.db.read(read).await.unwrap().unwrap();
    assert_eq!(letter.to, JONAS);
    assert!(letter.body.contains("Blue Ferry Co.") && letter.body.contains("/desk/profile"));
}
