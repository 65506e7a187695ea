//! The secrets of settings lie sealed: a copied database gives none away, and an
//! installation of an earlier release is sealed when its server starts.

use super::*;
use redress_office::{Held, held, keep_secret, relay, seal_open_ones};
use redress_store::{Error, Read, is_sealed, sql};

const SECRET: &str = "gulls over the pier";

async fn with_relay(office: &Office) -> String {
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "relay-host=mail.ferry.example&relay-port=587&relay-encryption=starttls\
        &relay-from=care%40ferry.example&relay-user=care&relay-password=gulls+over+the+pier";
    let set = office.post("/admin/mail", &admin, form).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    admin
}

fn at_rest(office: &Office) -> Vec<(String, String)> {
    let all = |reader: &mut redress_store::Reader| -> Result<_, Error> {
        let query = sql("SELECT name, value FROM secret_setting ORDER BY name LIMIT 100");
        reader.rows(&query, |row| Ok((row.text(0)?, row.text(1)?)))
    };
    office.db.read_now(all).unwrap()
}

fn settings(office: &Office, keys: &Keys) -> relay::Settings {
    let keys = keys.clone();
    let read = move |reader: &mut redress_store::Reader| relay::relay(reader, &keys);
    office.db.read_now(read).unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_database_gives_no_secret_of_relay_or_webhook_away() {
    let office = Office::set_up("192.0.122.1").await;
    let admin = with_relay(&office).await;
    let form = "webhook-address=https%3A%2F%2Fhook.example%2Fin%3Fkey%3Dsesame";
    let added = office.post("/admin/webhooks", &admin, form).await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    let kept = at_rest(&office);
    assert_eq!(
        kept.len(),
        4,
        "name, password, address and secret: {kept:?}"
    );
    for (name, value) in kept {
        assert!(is_sealed(&value), "{name}");
        for open in ["gulls", "care", "sesame", "whsec_"] {
            assert!(!value.contains(open), "{name}");
        }
    }
    assert_eq!(settings(&office, office.db.keys()).password, SECRET);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_earlier_release_left_open_is_sealed_and_still_works() {
    let office = Office::set_up("192.0.122.2").await;
    with_relay(&office).await;
    let plant = |tx: &mut Tx| keep_secret(tx, "relay-password", SECRET);
    office.db.write_now(plant).unwrap();
    assert_eq!(
        settings(&office, office.db.keys()).password,
        SECRET,
        "until then it counts"
    );
    assert!(
        !is_sealed(&at_rest(&office)[0].1),
        "the planted one is open"
    );
    while office.db.write_now(seal_open_ones).unwrap() {}
    let sealed = at_rest(&office);
    assert!(sealed.iter().all(|(_, value)| is_sealed(value)));
    assert_eq!(settings(&office, office.db.keys()).password, SECRET);
    while office.db.write_now(seal_open_ones).unwrap() {}
    assert_eq!(at_rest(&office), sealed, "what is sealed is left alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_other_keys_letters_wait_and_the_page_asks_for_the_password() {
    let office = Office::set_up("192.0.122.3").await;
    let admin = with_relay(&office).await;
    let others = Keys::fresh(office.house.now()).unwrap();
    let lost = settings(&office, &others);
    assert!(lost.locked && lost.password.is_empty() && lost.user.is_empty());
    let page = office.get("/admin/mail", &admin).await.body;
    assert!(!page.contains("sealed with other keys"));
    let foreign = others.seal("relay-password", SECRET).unwrap();
    let plant = move |tx: &mut Tx| keep_secret(tx, "relay-password", &foreign);
    office.db.write_now(plant).unwrap();
    let page = office.get("/admin/mail", &admin).await.body;
    assert!(page.contains("sealed with other keys"), "{page}");
    assert!(
        redress::post::post(&office.house).unwrap().is_none(),
        "it waits"
    );
    let keys = office.db.keys().clone();
    let moved = |reader: &mut redress_store::Reader| held(reader, &keys, "relay-password");
    assert!(office.db.read_now(moved).unwrap() == Held::Closed);
}
