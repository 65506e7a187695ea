//! Who lost the second factor comes back in through a second person, never by e-mail alone.

use super::second_factor::{JONAS, apart, digits};
use super::*;

const CHECKED: &str = "recovery-checked=called-back";

#[tokio::test]
async fn whoever_lost_the_telephone_asks_and_a_second_person_lets_them_start_anew() {
    let office = Office::set_up("192.0.90.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let (key, codes) = office.takes_a_telephone(&cookie).await;
    let path = format!("/admin/people/{jonas}/recovery");
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let early = office.post(&path, &admin, CHECKED).await;
    assert_eq!(
        early.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nobody asked"
    );

    let half = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let asked = office.post("/sign-in/second/lost", &half, "").await;
    assert_eq!(asked.to, "/sign-in/second");
    assert!(
        office.get("/desk", &half).await.to.starts_with("/sign-in"),
        "asking opens nothing"
    );
    let how = office.post(&path, &admin, "").await;
    assert_eq!(
        how.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "how was it made sure?"
    );
    let granted = office.post(&path, &admin, CHECKED).await;
    assert_eq!(granted.status, StatusCode::OK, "{}", granted.body);
    let link = apart(&granted.body).remove(0);
    let link = link
        .strip_prefix("http://127.0.0.1:8080")
        .unwrap()
        .to_owned();
    let letters = office
        .asked("SELECT payload FROM job WHERE kind = 'account.mail' ORDER BY payload LIMIT 20")
        .await;
    let told = letters
        .iter()
        .find(|one| one.contains(" recovery "))
        .unwrap();
    assert!(
        !told.contains(link.rsplit('/').next().unwrap()),
        "the link is not mailed"
    );

    let done = office
        .post(&link, "", "password=the+heron+waits+in+reeds")
        .await;
    assert_eq!(
        done.to, "/desk/profile/factors?done=recovered",
        "{}",
        done.body
    );
    assert!(
        office
            .get("/desk/profile", &cookie)
            .await
            .to
            .starts_with("/sign-in"),
        "old sessions ended"
    );
    assert_eq!(
        office.get(&link, "").await.status,
        StatusCode::NOT_FOUND,
        "once"
    );
    // Neither the telephone nor the paper of before counts; the old password does not either.
    let old = office.sign_in(JONAS, PHRASE).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fresh = office.sign_in(JONAS, "the heron waits in reeds").await;
    assert_eq!(fresh.to, "/desk", "no second factor yet");
    let (other, _) = office.takes_a_telephone(&fresh.cookie.unwrap()).await;
    assert_ne!(other, key);
    office.pass_seconds(60);
    let half = office
        .sign_in(JONAS, "the heron waits in reeds")
        .await
        .cookie
        .unwrap();
    for before in [codes[0].clone(), digits(&key, office.house.now())] {
        let refused = office.second(&half, &before).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let facts = office
        .asked("SELECT kind FROM journal_entry WHERE kind IN ('recovery-granted', 'factors-reset') ORDER BY kind LIMIT 9")
        .await;
    assert_eq!(facts, ["factors-reset", "recovery-granted"]);
}

#[tokio::test]
async fn nobody_vouches_for_themselves_and_the_link_ends_after_a_day() {
    let office = Office::set_up("192.0.91.1").await;
    let rasa = office.colleague("Rasa", Role::Admin).await;
    let email = "rasa@ferry.example";
    let own = office.sign_in(email, PHRASE).await.cookie.unwrap();
    office.takes_a_telephone(&own).await;
    let half = office.sign_in(email, PHRASE).await.cookie.unwrap();
    office.post("/sign-in/second/lost", &half, "").await;
    let path = format!("/admin/people/{rasa}/recovery");
    let refused = office.post(&path, &own, CHECKED).await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "her own request"
    );
    let owner = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let granted = office.post(&path, &owner, CHECKED).await;
    let link = apart(&granted.body).remove(0);
    let link = link
        .strip_prefix("http://127.0.0.1:8080")
        .unwrap()
        .to_owned();
    office.pass_seconds(24 * 3600 - 1);
    assert_eq!(office.get(&link, "").await.status, StatusCode::OK);
    office.pass_seconds(1);
    assert_eq!(office.get(&link, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_administrator_comes_back_from_the_machine_itself() {
    let office = Office::set_up("192.0.92.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.takes_a_telephone(&cookie).await;
    let now = office.house.now();
    let write = move |tx: &mut Tx| redress_office::recover(tx, OWNER, clock::random(), now);
    let link = office.house.db.write(write).await.unwrap();
    let done = office
        .post(&link, "", "password=the+heron+waits+in+reeds")
        .await;
    assert_eq!(
        done.to, "/desk/profile/factors?done=recovered",
        "{}",
        done.body
    );
    let write = move |tx: &mut Tx| {
        redress_office::recover(tx, "nobody@ferry.example", clock::random(), now)
    };
    let nobody = office.house.db.write(write).await.unwrap_err();
    assert_eq!(nobody.to_string(), "refused: no-such-person");
}

#[tokio::test]
async fn a_token_ends_by_itself_and_its_person_is_told_a_month_before() {
    let office = Office::set_up("192.0.93.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let by = By::system(office.house.now());
    let new = NewToken {
        person: jonas,
        name: "counter".into(),
        scope: None,
    };
    let make = move |tx: &mut Tx| create_token(tx, &new, clock::random(), &by);
    let token = office.house.db.write(make).await.unwrap();
    let ask = || {
        let bearer = format!("Bearer {token}");
        let request = Request::get("/api/v1/complaints").header(header::AUTHORIZATION, bearer);
        office.send(request.body(Body::empty()).unwrap())
    };
    let letters = office
        .asked("SELECT payload FROM job WHERE kind = 'account.mail' ORDER BY payload LIMIT 9")
        .await;
    let planned = letters
        .iter()
        .find(|one| one.contains(" token-ends "))
        .unwrap()
        .clone();
    let told = |payload: String| {
        let house = office.house.clone();
        let read = move |reader: &mut redress_store::Reader| {
            redress_office::account_mail::letter(reader, &house, &payload)
        };
        office.house.db.read(read)
    };
    assert_eq!(told(planned.clone()).await.unwrap().unwrap().to, JONAS);
    office.pass_seconds(365 * 86_400 - 1);
    assert_eq!(
        ask().await.status,
        StatusCode::OK,
        "a year, to the last second"
    );
    office.pass_seconds(1);
    assert_eq!(ask().await.status, StatusCode::UNAUTHORIZED);
    // One that was revoked is not announced.
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/admin/tokens", &admin).await.body;
    let id = super::second_factor::between(&page, "/admin/tokens/", "/revocation").to_owned();
    office
        .post(&format!("/admin/tokens/{id}/revocation"), &admin, "")
        .await;
    assert!(told(planned).await.unwrap().is_none());
}

#[tokio::test]
async fn on_the_page_a_token_for_somebody_else_receives_and_nothing_else() {
    let office = Office::set_up("192.0.94.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await.to_string();
    let people = "SELECT id FROM person WHERE role = 'admin' ORDER BY id LIMIT 1";
    let aiste = office.asked(people).await.remove(0);
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let make = |person: &str, scope: &str| {
        let form = format!("person={person}&token-name=counter&token-scope={scope}&token-days=30");
        let (office, admin) = (&office, &admin);
        async move { office.post("/admin/tokens", admin, &form).await }
    };
    for wide in ["all", "read"] {
        let refused = make(&jonas, wide).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wide}");
        let sentence = "For somebody else a token can only receive complaints";
        assert!(refused.body.contains(sentence), "{}", refused.body);
    }
    for (person, scope) in [(&jonas, "receive"), (&aiste, "all")] {
        let made = make(person, scope).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        assert!(made.body.contains("rd_"), "{}", made.body);
    }
    let letters = office
        .asked("SELECT payload FROM job WHERE kind = 'account.mail' ORDER BY payload LIMIT 9")
        .await;
    let told = format!("{jonas} token-made ");
    assert!(
        letters.iter().any(|one| one.starts_with(&told)),
        "{letters:?}"
    );
}
