//! A handler needs longer than the rules give, a manager grants it, the complainant
//! hears of it in their language; a question to the complainant stops the limit.

use super::{
    dates::{Ferry, token_of},
    *,
};
use redress_store::rebuild_check;
use serde_json::{Value, json};

const DAY: i64 = 24 * 3600;
const LIMIT: &str = "kr-civil-petition/grievance";

/// Blue Ferry answers petitions by Korean law.
struct Petitions {
    ferry: Ferry,
    manager: String,
}

impl Petitions {
    async fn open(ip: &str) -> Petitions {
        let (ferry, _) = Ferry::with_one_complaint(ip).await;
        let form = "packs=kr-civil-petition&kinds=grievance";
        let saved = ferry.office.post("/admin/clocks", &ferry.admin, form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
        let grace = ferry.office.colleague("Grace", Role::Manager).await;
        let manager = token_of(&ferry.office, grace).await;
        Petitions { ferry, manager }
    }

    async fn received(&self, language: &str) -> String {
        let body = json!({
            "channel": "web", "description": "The boat left early.",
            "complainant": { "name": "Rasa", "email": "rasa@example.org", "language": language },
        });
        let made = self.ferry.call("POST", "/api/v1/complaints", body).await;
        made["reference"].as_str().unwrap().to_owned()
    }

    /// As the handler whose token the ferry holds.
    async fn handler(&self, reference: &str, verb: &str, body: Value) -> Value {
        let path = format!("/api/v1/complaints/{reference}/{verb}");
        self.ferry.call("POST", &path, body).await
    }

    async fn manager(&self, reference: &str, verb: &str, body: Value) -> Value {
        let path = format!("/api/v1/complaints/{reference}/{verb}");
        self.ferry.call_by(&self.manager, "POST", &path, body).await
    }

    async fn limit(&self, reference: &str) -> Value {
        let path = format!("/api/v1/complaints/{reference}/why");
        let why = self.ferry.call("GET", &path, Value::Null).await;
        let clocks = why["clocks"].as_array().unwrap();
        assert_eq!(clocks.len(), 1);
        assert_eq!(clocks[0]["adds_up"], true);
        clocks[0].clone()
    }

    async fn letter(&self, reference: &str) -> String {
        let path = format!("/api/v1/complaints/{reference}");
        let case = self.ferry.call("GET", &path, Value::Null).await;
        let all = case["messages"].as_array().unwrap();
        let newest = all.iter().rfind(|it| it["incoming"] != true).unwrap();
        let body = newest["body"].as_str().unwrap();
        body.replace(['\u{2066}', '\u{2068}', '\u{2069}'], "")
    }
}

/// Beside a field or of the whole: the code of the answer.
fn refused(answer: &Value) -> &str {
    let field = answer["errors"][0]["code"].as_str();
    field.or(answer["type"].as_str()).unwrap_or_default()
}

#[tokio::test]
async fn more_time_is_asked_granted_told_and_refused_the_third_time() {
    let office = Petitions::open("192.0.43.21").await;
    for (language, blocks) in [
        ("lt", ["Kodėl:", "registracijos numer", "iki 20"]),
        ("ko", ["이유:", "접수번호", "새 기한:"]),
    ] {
        let reference = office.received(language).await;
        let before = office.limit(&reference).await;
        let why = "선장이 아직 바다에 있습니다.";
        let wish = json!({ "limit": LIMIT, "extend-by": 5, "reason": why });
        office.handler(&reference, "extension", wish.clone()).await;
        assert_eq!(office.limit(&reference).await["due"], before["due"]);
        let again = office.handler(&reference, "extension", wish.clone()).await;
        assert_eq!(refused(&again), "refusal-extension-asked-already");

        let yes = json!({ "limit-asked": LIMIT, "granted": "yes", "decision-reason": "Right." });
        let done = office.manager(&reference, "extension-decision", yes).await;
        assert_eq!(done["reference"], reference.as_str(), "{done}");
        let after = office.limit(&reference).await;
        assert!(after["due"].as_str() > before["due"].as_str(), "{after}");
        let lines = after["explanation"].as_array().unwrap();
        let told = lines
            .iter()
            .any(|it| it.as_str().unwrap().starts_with("Extended"));
        assert!(told, "{after}");
        let letter = office.letter(&reference).await;
        for block in blocks.iter().chain([&why]) {
            assert!(letter.contains(block), "{block}: {letter}");
        }
        // Once more with the consent of the complainant, and then no more.
        let alone = office.manager(&reference, "extension", wish.clone()).await;
        assert_eq!(refused(&alone), "refusal-extension-consent", "{alone}");
        let mut agreed = wish.clone();
        agreed["consent"] = json!("phone");
        let done = office.manager(&reference, "extension", agreed).await;
        assert_eq!(done["reference"], reference.as_str(), "{done}");
        let third = office.manager(&reference, "extension", wish).await;
        assert_eq!(refused(&third), "urn:redress:problem:nothing-to-extend");
    }
    assert_eq!(rebuild_check(&office.ferry.office.db).unwrap(), []);
}

#[tokio::test]
async fn a_question_to_the_complainant_stops_the_limit_until_they_answer() {
    let office = Petitions::open("192.0.43.22").await;
    let reference = office.received("ko").await;
    let before = office.limit(&reference).await;
    let asks = json!({ "limit-step": "expert-asked" });
    office.handler(&reference, "limit-step", asks).await;
    let page = office.limit(&reference).await;
    assert_eq!(page["standing"], "paused");
    office.ferry.office.pass_seconds(4 * DAY);
    let over = json!({ "limit-step": "expert-answered" });
    office.handler(&reference, "limit-step", over).await;
    let after = office.limit(&reference).await;
    assert_eq!(after["standing"], "running");
    assert!(after["due"].as_str() > before["due"].as_str(), "{after}");
    assert_eq!(rebuild_check(&office.ferry.office.db).unwrap(), []);
}

#[tokio::test]
async fn the_case_page_shows_the_strip_of_its_limits_with_a_table() {
    let office = Petitions::open("192.0.43.23").await;
    let reference = office.received("ko").await;
    let asks = json!({ "limit-step": "expert-asked" });
    office.handler(&reference, "limit-step", asks).await;
    let signed_in = office
        .ferry
        .office
        .sign_in("grace@ferry.example", PHRASE)
        .await;
    let cookie = signed_in.cookie.unwrap();
    let page = office
        .ferry
        .office
        .get(&format!("/desk/{reference}"), &cookie)
        .await;
    let strip = page.body.split("id=\"limits\"").nth(1).unwrap();
    let strip = strip.split("</section>").next().unwrap();
    assert!(
        strip.contains("class=\"pause\"") && strip.contains("<table>"),
        "{strip}"
    );
    let fa = office
        .ferry
        .office
        .get(&format!("/desk/{reference}?lang=fa"), &cookie)
        .await;
    let first = |body: &str| {
        let strip = body.split("id=\"limits\"").nth(1).unwrap().to_owned();
        let due = strip
            .split("<line class=\"due\" x1=\"")
            .nth(1)
            .unwrap()
            .to_owned();
        due.split('"').next().unwrap().parse::<f64>().unwrap()
    };
    // Read from the other side.
    assert!((first(&page.body) + first(&fa.body) - 1000.0).abs() < 1.0);
}

#[tokio::test]
async fn the_form_asks_for_consent_where_the_rule_names_it_and_nowhere_else() {
    let office = Petitions::open("192.0.43.24").await;
    let reference = office.received("ko").await;
    let signed_in = office.ferry.office.sign_in("grace@ferry.example", PHRASE);
    let cookie = signed_in.await.cookie.unwrap();
    let path = format!("/desk/{reference}?open=extension");
    let asks = async || {
        let page = office.ferry.office.get(&path, &cookie).await.body;
        assert!(page.contains("name=\"extend-by\""), "the form: {page}");
        page.contains("name=\"consent\"")
    };
    assert!(!asks().await, "the first needs none");
    let wish = json!({ "limit": LIMIT, "extend-by": 5, "reason": "The captain is at sea." });
    office.manager(&reference, "extension", wish).await;
    assert!(asks().await);
}

#[tokio::test]
async fn the_kind_of_a_complaint_is_said_when_it_is_made_or_with_its_first_assessment() {
    let (ferry, _) = Ferry::with_one_complaint("192.0.43.25").await;
    let form = "packs=kr-civil-petition";
    let saved = ferry.office.post("/admin/clocks", &ferry.admin, form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let made = async |kinds: Value| {
        let body =
            json!({ "channel": "web", "description": "The boat left early.", "kinds": kinds });
        ferry.call("POST", "/api/v1/complaints", body).await
    };
    let limits = async |reference: &str| -> Vec<String> {
        let path = format!("/api/v1/complaints/{reference}/why");
        let why = ferry.call("GET", &path, Value::Null).await;
        let clocks = why["clocks"].as_array().unwrap().iter();
        let certain = clocks.filter(|it| it["may_apply"] == false);
        certain
            .map(|it| it["clock"].as_str().unwrap().to_owned())
            .collect()
    };
    let said = made(json!(["kr-civil-petition/grievance"])).await;
    let said = said["reference"].as_str().unwrap();
    assert_eq!(limits(said).await, ["grievance"]);
    for wrong in [
        json!(["kr-civil-petition/tea"]),
        json!(["eu-psd2/general"]),
        json!(["grievance"]),
    ] {
        let answer = made(wrong).await;
        assert_eq!(answer["errors"][0]["field"], "kinds", "{answer}");
    }
    let open = made(json!([])).await;
    let open = open["reference"].as_str().unwrap();
    assert_eq!(limits(open).await, [""; 0]);
    let assessment = json!({
        "severity": "low", "complexity": "low", "impact": "low", "rationale": "One boat.",
        "complaint-kind": "kr-civil-petition/enquiry",
    });
    let path = format!("/api/v1/complaints/{open}/assessment");
    let done = ferry.call("POST", &path, assessment).await;
    assert_eq!(done["reference"], open, "{done}");
    assert_eq!(limits(open).await, ["enquiry"]);
    assert_eq!(rebuild_check(&ferry.office.db).unwrap(), []);
}
