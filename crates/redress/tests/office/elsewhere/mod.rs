//! Signing in at somebody else: the whole dance over HTTP, with a provider that can be
//! told to cheat and with a real one, and every way in which it does not end well.

mod provider;

use super::{
    second_factor::{JONAS, digits},
    *,
};
use provider::{Provider, Real, Twist, parameter};
use redress_kernel::Network;
use redress_store::{Error, Read, Reader, sql};
use serde_json::{Value, json};

/// An office whose provider lies on this machine.
struct World {
    office: Office,
    provider: Provider,
}

fn here() -> Vec<Network> {
    vec![Network::read("127.0.0.0/8").unwrap()]
}

impl World {
    async fn opens(ip: &str) -> World {
        let office = Office::beside(ip, here()).await;
        let now = office.house.now().micros() / 1_000_000;
        let provider = Provider::opens(now);
        let world = World { office, provider };
        let saved = names(&world.office, &world.provider.issuer, "").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        world
    }

    /// Off to the provider: where it leads, and what the browser carries.
    async fn begins(&self) -> (String, String) {
        let off = self.office.get("/sign-in/with/blue-ferry", "").await;
        assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.body);
        (off.to, off.cookie.unwrap())
    }

    /// There, agreed, and the address that leads back.
    fn agreed(&self, asked: &str) -> String {
        let code = self.provider.agrees(asked);
        let (state, iss) = (parameter(asked, "state"), &self.provider.issuer);
        format!(
            "/sign-in/back?code={code}&state={state}&iss={}",
            escaped(iss)
        )
    }

    async fn signs_in(&self) -> Answer {
        let (asked, cookie) = self.begins().await;
        self.office.get(&self.agreed(&asked), &cookie).await
    }
}

fn escaped(text: &str) -> String {
    text.replace(':', "%3A").replace('/', "%2F")
}

/// The administrator names the provider; `more` is added to the form.
async fn names(office: &Office, issuer: &str, more: &str) -> Answer {
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = format!(
        "provider-name=Blue+Ferry&provider-issuer={}&provider-client=redress\
         &provider-secret=a+secret+of+the+test%3A+50%25+%2B\
         &provider-scopes=openid+email+profile&provider-email-claim=email{more}",
        escaped(issuer)
    );
    office.post("/admin/providers", &admin, &form).await
}

/// A handler who was invited and has never set a password.
async fn invited(office: &Office, name: &str) -> Id {
    let new = NewPerson {
        name: name.into(),
        email: format!("{}@ferry.example", name.to_lowercase()),
        role: Role::Handler,
        unit: None,
        language: None,
    };
    let by = By::system(office.house.now());
    let write = move |tx: &mut Tx| -> Result<Id, Fault> { add_person(tx, &new, &by) };
    office.house.db.write(write).await.unwrap()
}

/// What the provider says of Jonas; `asked_at`: when it asked who it is.
fn jonas(asked_at: i64) -> Value {
    json!({
        "sub": "jonas-1", "email": "jonas@ferry.example", "email_verified": true,
        "auth_time": asked_at,
    })
}

fn is_in(answer: &Answer) -> bool {
    let session = answer.cookie.as_deref();
    answer.status == StatusCode::SEE_OTHER
        && session.is_some_and(|cookie| cookie.starts_with("session="))
}

#[track_caller]
fn says(answer: &Answer, sentence: &str) {
    assert!(!is_in(answer), "somebody came in");
    assert!(
        answer.body.contains(sentence),
        "no {sentence:?} in {}",
        answer.body
    );
}

#[tokio::test]
async fn an_invited_colleague_signs_in_at_the_provider_and_is_nobody_else() {
    let world = World::opens("192.0.2.101").await;
    invited(&world.office, "Jonas").await;
    let page = world.office.get("/sign-in", "").await;
    assert!(
        page.body.contains("/sign-in/with/blue-ferry"),
        "{}",
        page.body
    );
    let (asked, _) = world.begins().await;
    assert!(asked.starts_with(&format!("{}/auth?", world.provider.issuer)));
    assert!(!asked.contains("code_verifier") && !asked.contains("secret"));
    let answer = world.signs_in().await;
    assert!(is_in(&answer), "{} {}", answer.status, answer.body);
    assert_eq!(answer.to, "/desk");
    let desk = world
        .office
        .get("/desk/profile", &answer.cookie.unwrap())
        .await;
    assert!(desk.body.contains("jonas@ferry.example"), "{}", desk.body);
}

#[tokio::test]
async fn what_the_provider_says_wrongly_lets_nobody_in_and_is_named() {
    let world = World::opens("192.0.2.102").await;
    invited(&world.office, "Jonas").await;
    let twists: [(Twist, &str); 5] = [
        (
            |it| it["nonce"] = json!("another"),
            "does not belong to what this browser asked",
        ),
        (
            |it| it["aud"] = json!("another"),
            "meant for another program",
        ),
        (|it| it["exp"] = json!(1_000), "has run out"),
        (
            |it| it["iss"] = json!("https://other.example"),
            "comes from another provider",
        ),
        (|it| it["sub"] = json!(""), "cannot be read"),
    ];
    for (twist, sentence) in twists {
        world.provider.cheats(twist);
        says(&world.signs_in().await, sentence);
    }
    world.provider.cheats(|_| {});
    for alg in ["none", "HS256", "RS256"] {
        world
            .provider
            .signs_with(json!({ "alg": alg, "kid": "k1" }));
        says(&world.signs_in().await, "is not signed by the provider");
    }
    world
        .provider
        .signs_with(json!({ "alg": "ES256", "kid": "k1" }));
    assert!(
        is_in(&world.signs_in().await),
        "without a twist it goes well"
    );
}

#[tokio::test]
async fn what_another_browser_began_and_what_was_used_already_lets_nobody_in() {
    let world = World::opens("192.0.2.103").await;
    invited(&world.office, "Jonas").await;
    let (asked, mine) = world.begins().await;
    let (_, theirs) = world.begins().await;
    let back = world.agreed(&asked);
    says(
        &world.office.get(&back, "").await,
        "begun in another browser",
    );
    says(
        &world.office.get(&back, &theirs).await,
        "begun in another browser",
    );
    let tampered = format!("{mine}x");
    says(
        &world.office.get(&back, &tampered).await,
        "begun in another browser",
    );
    assert!(is_in(&world.office.get(&back, &mine).await));
    // The code a second time, in the very browser that had it.
    says(&world.office.get(&back, &mine).await, "used already");
    let (asked, mine) = world.begins().await;
    let back = world.agreed(&asked);
    world.office.pass_seconds(601);
    says(
        &world.office.get(&back, &mine).await,
        "more than ten minutes ago",
    );
}

#[tokio::test]
async fn an_answer_of_another_provider_is_not_sent_on_to_this_one() {
    let world = World::opens("192.0.2.104").await;
    invited(&world.office, "Jonas").await;
    let (asked, cookie) = world.begins().await;
    let (code, state) = (world.provider.agrees(&asked), parameter(&asked, "state"));
    let mixed = format!("/sign-in/back?code={code}&state={state}&iss=https%3A%2F%2Fother.example");
    says(
        &world.office.get(&mixed, &cookie).await,
        "comes from another provider",
    );
    // It says of itself that it always names itself.
    let unnamed = format!("/sign-in/back?code={code}&state={state}");
    says(
        &world.office.get(&unnamed, &cookie).await,
        "comes from another provider",
    );
    let declined = format!("/sign-in/back?error=access_denied&state={state}");
    says(
        &world.office.get(&declined, &cookie).await,
        "or you turned back",
    );
    world.provider.calls_itself("https://other.example");
    let off = world.office.get("/sign-in/with/blue-ferry", "").await;
    assert_eq!(off.status, StatusCode::BAD_GATEWAY);
    says(&off, "describes itself otherwise");
}

#[tokio::test]
async fn nobody_comes_in_who_was_not_invited_or_whose_address_nobody_checked() {
    let world = World::opens("192.0.2.105").await;
    says(&world.signs_in().await, "Nobody has invited you");
    invited(&world.office, "Jonas").await;
    for verified in [json!(false), json!(null)] {
        world.provider.says(json!({
            "sub": "stranger-1", "email": "jonas@ferry.example", "email_verified": verified,
        }));
        says(
            &world.signs_in().await,
            "has not checked your e-mail address",
        );
    }
}

#[tokio::test]
async fn the_providers_name_for_somebody_counts_from_then_on_and_not_the_address() {
    let world = World::opens("192.0.2.106").await;
    let jonas = invited(&world.office, "Jonas").await;
    world.office.colleague("Rasa", Role::Manager).await;
    assert!(is_in(&world.signs_in().await));
    // His address is another one there now: one that belongs to Rasa here.
    world.provider.says(json!({
        "sub": "jonas-1", "email": "rasa@ferry.example", "email_verified": true,
    }));
    let answer = world.signs_in().await;
    assert!(is_in(&answer));
    let profile = world
        .office
        .get("/desk/profile", &answer.cookie.unwrap())
        .await;
    assert!(profile.body.contains("jonas@ferry.example"));
    let admin = world.office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let gone = world
        .office
        .post(&format!("/admin/people/{jonas}/deactivation"), &admin, "")
        .await;
    assert!(
        gone.status.is_redirection(),
        "{} {}",
        gone.status,
        gone.body
    );
    says(&world.signs_in().await, "Nobody has invited you");
}

#[tokio::test]
async fn whoever_has_a_password_shows_it_once_before_the_provider_is_enough() {
    let world = World::opens("192.0.2.111").await;
    world.office.colleague("Jonas", Role::Handler).await;
    let refused = world.signs_in().await;
    says(&refused, "You have a password here");
    let again = "/sign-in?next=/sign-in/with/blue-ferry";
    assert!(refused.body.contains(again), "{}", refused.body);
    // Somebody else who is signed in here is not he.
    let owner = world.office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let (asked, travel) = world.begins().await;
    let both = format!("{owner}; {travel}");
    let other = world.office.get(&world.agreed(&asked), &both).await;
    says(&other, "You have a password here");
    let his = world.office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    let (asked, travel) = world.begins().await;
    let both = format!("{his}; {travel}");
    assert!(is_in(&world.office.get(&world.agreed(&asked), &both).await));
    assert!(is_in(&world.signs_in().await), "from now on it is enough");
}

#[tokio::test]
async fn the_provider_is_no_way_round_the_second_factor() {
    let world = World::opens("192.0.2.112").await;
    invited(&world.office, "Jonas").await;
    let now = world.office.house.now().micros() / 1_000_000;
    world.provider.says(jonas(now));
    let session = world.signs_in().await.cookie.unwrap();
    let (key, _) = world.office.takes_a_telephone(&session).await;
    let half = world.signs_in().await;
    assert_eq!(half.to, "/sign-in/second", "{}", half.body);
    assert!(!is_in(&half));
    world.office.pass_seconds(30);
    let code = digits(&key, world.office.house.now());
    let entered = world.office.second(&half.cookie.unwrap(), &code).await;
    assert_eq!(entered.to, "/desk", "{}", entered.body);
}

#[tokio::test]
async fn whoever_has_no_password_proves_anew_at_the_provider() {
    let world = World::opens("192.0.2.113").await;
    invited(&world.office, "Jonas").await;
    let session = world.signs_in().await.cookie.unwrap();
    let path = "/desk/profile/sessions/others";
    let asked = world.office.post(path, &session, "").await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN, "an open session there");
    let (anew, body) = ("/sign-in/with/blue-ferry?anew=1", &asked.body);
    assert!(
        body.contains(anew) && !body.contains("type=\"password\""),
        "{body}"
    );
    let now = world.office.house.now().micros() / 1_000_000;
    for (asked_at, right) in [(now - 3_600, false), (now, true)] {
        world.provider.says(jonas(asked_at));
        let off = world.office.get(anew, &session).await;
        assert_eq!(parameter(&off.to, "max_age"), "0", "{}", off.to);
        let both = format!("{session}; {}", off.cookie.unwrap());
        let back = world.office.get(&world.agreed(&off.to), &both).await;
        if !right {
            says(&back, "does not say that it asked you just now");
            continue;
        }
        let fresh = back.cookie.unwrap();
        let done = world.office.post(path, &fresh, "").await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }
}

#[tokio::test]
async fn what_the_organisation_asks_of_the_provider_is_held_against_what_it_says() {
    let office = Office::beside("192.0.2.114", here()).await;
    let now = office.house.now().micros() / 1_000_000;
    let provider = Provider::opens(now);
    let asked = "&provider-strength=mfa+urn%3Aferry%3Atwo&provider-minutes=60";
    let saved = names(&office, &provider.issuer, asked).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let world = World { office, provider };
    invited(&world.office, "Jonas").await;
    let (off, _) = world.begins().await;
    assert_eq!(parameter(&off, "acr_values"), "mfa urn:ferry:two");
    assert_eq!(parameter(&off, "max_age"), "3600");
    let says_of_jonas = |more: Value, asked_at: i64| {
        let mut all = jonas(asked_at);
        for (name, value) in more.as_object().unwrap() {
            all[name] = value.clone();
        }
        world.provider.says(all);
    };
    let weak = "not in one of the ways that your organisation asks for";
    for more in [json!({}), json!({ "acr": "0" }), json!({ "amr": ["pwd"] })] {
        says_of_jonas(more, now);
        says(&world.signs_in().await, weak);
    }
    says_of_jonas(json!({ "acr": "urn:ferry:two" }), now - 7_200);
    says(&world.signs_in().await, "longer ago than your organisation");
    says_of_jonas(json!({ "acr": "urn:ferry:two", "auth_time": null }), now);
    says(&world.signs_in().await, "longer ago than your organisation");
    says_of_jonas(json!({ "amr": ["pwd", "mfa"] }), now - 600);
    assert!(is_in(&world.signs_in().await));
}

#[tokio::test]
async fn members_of_a_named_group_join_with_the_groups_role_and_others_do_not() {
    let office = Office::beside("192.0.2.107", here()).await;
    let now = office.house.now().micros() / 1_000_000;
    let provider = Provider::opens(now);
    let groups =
        "&provider-newcomers=1&provider-groups-claim=groups&provider-roles=care+%3D+handler";
    let saved = names(&office, &provider.issuer, groups).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let world = World { office, provider };
    let somebody = |sub: &str, group: &str| -> Value {
        json!({
            "sub": sub, "email": format!("{sub}@ferry.example"), "email_verified": true,
            "name": "Minji Kim", "groups": ["all", group],
        })
    };
    world.provider.says(somebody("minji", "deck"));
    says(&world.signs_in().await, "Nobody has invited you");
    world.provider.says(somebody("minji", "care"));
    assert!(is_in(&world.signs_in().await));
    let read = |reader: &mut Reader| -> Result<Option<String>, Error> {
        let query = sql("SELECT role FROM person WHERE email = $1").arg("minji@ferry.example");
        reader.one(&query, |row| row.text(0))
    };
    let role = world.office.db.read_now(read).unwrap();
    assert_eq!(role.as_deref(), Some("handler"));
}

#[tokio::test]
async fn a_provider_inside_the_network_is_not_asked_unless_it_was_named() {
    let office = Office::set_up("192.0.2.108").await;
    let now = office.house.now().micros() / 1_000_000;
    let provider = Provider::opens(now);
    let refused = names(&office, &provider.issuer, "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("begins with https"),
        "{}",
        refused.body
    );
    assert!(
        !refused.body.contains("a secret of the test"),
        "never shown again"
    );
}

#[tokio::test]
async fn the_secret_is_sealed_and_leaves_with_its_provider() {
    let world = World::opens("192.0.2.109").await;
    let kept = |world: &World| {
        let read = |reader: &mut Reader| -> Result<Option<String>, Error> {
            let query = sql("SELECT value FROM secret_setting WHERE name = 'provider blue-ferry'");
            reader.one(&query, |row| row.text(0))
        };
        world.office.db.read_now(read).unwrap()
    };
    let sealed = kept(&world).unwrap();
    assert!(sealed.starts_with("sealed1:") && !sealed.contains("secret of the test"));
    let admin = world.office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let one = world
        .office
        .get("/admin/providers/blue-ferry", &admin)
        .await;
    assert!(
        one.body.contains("Leave this empty to keep it"),
        "{}",
        one.body
    );
    assert!(!one.body.contains("secret of the test") && !one.body.contains("sealed1:"));
    let away = world
        .office
        .post("/admin/providers/blue-ferry/removal", &admin, "")
        .await;
    assert_eq!(away.status, StatusCode::SEE_OTHER);
    assert_eq!(kept(&world), None);
    let off = world.office.get("/sign-in/with/blue-ferry", "").await;
    assert_eq!(off.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn with_a_real_provider_the_whole_dance_goes_well_and_its_code_serves_once() {
    const BACK: &str = "http://127.0.0.1:8080/sign-in/back";
    let Some(real) = Real::opens(BACK, "jonas@ferry.example") else {
        eprintln!(
            "SKIPPED: a real OpenID Connect provider (tests/oidc; `scripts/setup` installs it)"
        );
        return;
    };
    let office = Office::beside("192.0.2.110", here()).await;
    goes_by_the_machine(&office);
    invited(&office, "Jonas").await;
    let saved = names(&office, &real.issuer, "").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let off = office.get("/sign-in/with/blue-ferry", "").await;
    assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.body);
    let cookie = off.cookie.unwrap();
    assert!(off.to.starts_with(&real.issuer), "{}", off.to);
    let back = real.leads_back(&off.to);
    let back = back.strip_prefix("http://127.0.0.1:8080");
    let back = back
        .unwrap_or_else(|| panic!("{back:?} after {}", off.to))
        .to_owned();
    let answer = office.get(&back, &cookie).await;
    assert!(is_in(&answer), "{} {}", answer.status, answer.body);
    says(&office.get(&back, &cookie).await, "used already");
}

/// The real provider reads the machine's clock.
fn goes_by_the_machine(office: &Office) {
    #[allow(clippy::disallowed_methods, reason = "the machine's clock")]
    let machine = std::time::SystemTime::now();
    let since = machine.duration_since(std::time::UNIX_EPOCH).unwrap();
    office.pass_seconds(since.as_secs() as i64 - office.house.now().micros() / 1_000_000);
}

#[tokio::test]
async fn a_real_provider_says_how_strongly_and_when_it_asked_and_less_is_not_enough() {
    const BACK: &str = "http://127.0.0.1:8080/sign-in/back";
    let Some(real) = Real::opens(BACK, "jonas@ferry.example") else {
        eprintln!("SKIPPED, loudly: no real OpenID Connect provider (tests/oidc)");
        return;
    };
    for (network, strength, right) in [
        ("192.0.2.115", "urn%3Aferry%3Atwo", true),
        ("192.0.2.116", "urn%3Aferry%3Athree", false),
    ] {
        let office = Office::beside(network, here()).await;
        goes_by_the_machine(&office);
        invited(&office, "Jonas").await;
        let asked = format!("&provider-strength={strength}&provider-minutes=60");
        let saved = names(&office, &real.issuer, &asked).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let off = office.get("/sign-in/with/blue-ferry", "").await;
        let back = real.leads_back(&off.to);
        let back = back.strip_prefix("http://127.0.0.1:8080").unwrap();
        let answer = office.get(back, &off.cookie.unwrap()).await;
        assert_eq!(is_in(&answer), right, "{strength}: {}", answer.body);
    }
}
