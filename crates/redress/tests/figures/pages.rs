//! The pages of Northfield Water through the router: every number leads to as many
//! cases as it says, in every view, period and split; CSV says what the page says.

use axum::{Router, body::Body, http::Request};
use http_body_util::BodyExt;
use redress::{clock::DemoClock, demo, house::wiring, serve};
use redress_kernel::Instant;
use redress_store::{Db, Keys, Location};
use serde_json::Value;
use std::sync::Arc;
use tower::ServiceExt;

struct Northfield {
    app: Router,
    cookie: String,
    _folder: tempfile::TempDir,
}

fn now() -> Instant {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

/// The address of the first person of this role.
fn email(role: &str) -> &'static str {
    let found = demo::PEOPLE.iter().find(|(_, _, email, its)| {
        format!("{its:?}").to_lowercase() == role || email.starts_with(role)
    });
    found.expect("somebody of this role").2
}

impl Northfield {
    async fn opens(role: &str) -> Northfield {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::create(folder.path(), now()).unwrap();
        let place = Location::Sqlite(folder.path().to_owned());
        let db = Db::open(&place, keys, wiring()).unwrap();
        let clock = Arc::new(DemoClock::new(Some(now()), 1));
        let house = serve::open_house(db, clock, redress_office::who_is, "http://localhost");
        demo::fill(&house, now(), demo::PASSWORD).unwrap();
        let mut here = Northfield {
            app: serve::application(&house),
            cookie: String::new(),
            _folder: folder,
        };
        here.signs_in(email(role)).await;
        here
    }

    async fn signs_in(&mut self, email: &str) {
        let body = format!("email={email}&password={}", demo::PASSWORD);
        let request = Request::post("/sign-in")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    async fn get(&self, path: &str) -> (u16, String) {
        let request = Request::get(path)
            .header("cookie", &self.cookie)
            .header("accept", "text/html")
            .body(Body::empty())
            .unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let status = answer.status().as_u16();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn json(&self, path: &str) -> Value {
        let (status, body) = self.get(path).await;
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Rows of a list of the desk, over all its pages.
    async fn rows(&self, href: &str) -> usize {
        let (mut next, mut rows) = (Some(href.to_owned()), 0);
        while let Some(href) = next {
            let (status, body) = self.get(&href).await;
            assert_eq!(status, 200, "{href}");
            rows += body.matches("class=\"row").count();
            next = body.split_once("rel=\"next\"").map(|(before, _)| {
                let (_, href) = before.rsplit_once("href=\"").unwrap();
                href.trim_end_matches("\" ").replace("&#38;", "&")
            });
        }
        rows
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_figure_opens_to_as_many_cases_as_it_counts() {
    let house = Northfield::opens("manager").await;
    let mut opened = 0;
    for (period, view) in [
        ("2026-11", "received"),
        ("2026", "closed"),
        ("1405-08", "received"),
        ("2026-q4", "received"),
    ] {
        for by in ["category", "channel", "language", "unit"] {
            let path = format!("/api/v1/indicators?period={period}&view={view}&by={by}");
            let all = house.json(&path).await;
            for item in all["items"].as_array().unwrap() {
                if let (Some(cases), "category") = (item["cases"].as_str(), by) {
                    let list = house.json(&format!("{cases}&limit=200")).await;
                    let counted = list["items"].as_array().unwrap().len() as i64;
                    assert_eq!(Some(counted), item["numerator"].as_i64(), "{cases}");
                    opened += counted;
                }
                let parts = item["by"].as_array().into_iter().flatten();
                for part in parts.filter(|part| part["numerator"] != 0) {
                    let Some(cases) = part["cases"].as_str() else {
                        continue;
                    };
                    let rows = house.rows(cases).await as i64;
                    assert_eq!(Some(rows), part["numerator"].as_i64(), "{cases}");
                }
            }
        }
    }
    assert!(opened > 20, "hardly anything was opened: {opened}");
}

/// The number and the address of every link of the page that leads to cases.
fn links(body: &str) -> Vec<(String, String)> {
    body.split("<a ")
        .skip(1)
        .filter_map(|rest| {
            let href = rest
                .split_once("href=\"")?
                .1
                .split('"')
                .next()?
                .replace("&#38;", "&");
            let shown = rest.split_once("<bdi>")?.1.split('<').next()?;
            let counts = href.starts_with("/desk?") && rest.split_once("</a>")?.0.contains("<bdi>");
            counts.then(|| (shown.to_owned(), href))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_managers_page_shows_links_definitions_and_the_period_before() {
    let house = Northfield::opens("manager").await;
    let (status, body) = house.get("/desk/figures?period=2026-11").await;
    assert_eq!(status, 200);
    for said in [
        "Acknowledged in time",
        "October 2026",
        "Numerator:",
        "Denominator:",
        "Who has how much",
        "By problem category",
    ] {
        assert!(body.contains(said), "no {said:?} in {body}");
    }
    let links = links(&body);
    assert!(links.len() > 15, "{links:?}");
    for (shown, href) in links
        .iter()
        .filter(|(shown, _)| shown.chars().all(|c| c.is_ascii_digit()))
    {
        assert_eq!(
            house.rows(href).await,
            shown.parse::<usize>().unwrap(),
            "{href}"
        );
    }
    assert!(!body.contains("style=") && !body.contains("{ $"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_in_tehran_is_a_month_of_its_own_calendar() {
    let house = Northfield::opens("manager").await;
    let (_, fa) = house.get("/desk/figures?lang=fa").await;
    assert!(
        fa.contains("value=\"1405-08\" selected") && fa.contains("آبان ۱۴۰۵"),
        "{fa}"
    );
    let (_, en) = house.get("/desk/figures").await;
    assert!(en.contains("value=\"2026-11\" selected"));
    let (_, old) = house.get("/desk/figures?period=2019-02").await;
    assert!(
        old.contains("No complaints in this period"),
        "an empty period says so"
    );
    let (status, _) = house.get("/desk/figures?period=%00x").await;
    assert_eq!(
        status, 200,
        "an address from elsewhere still opens the page"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn annex_h_stands_in_both_views_in_six_languages() {
    let house = Northfield::opens("manager").await;
    for lang in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
        for page in ["/desk/figures", "/system/monitoring"] {
            let (status, body) = house.get(&format!("{page}?lang={lang}&period=2026")).await;
            assert_eq!(status, 200);
            assert!(
                !body.contains("indicator-") && !body.contains("figures-")
                    || page == "/desk/figures",
                "{lang}"
            );
            for key in ["set-all", "about-", "monitoring-c"] {
                assert!(!body.contains(key), "{key} has no words in {lang}");
            }
        }
    }
    let (_, body) = house.get("/system/monitoring?period=2026").await;
    assert_eq!(body.matches("<th scope=\"row\">").count(), 8);
    assert!(body.contains("Of those received") && body.contains("Of those closed"));
    assert!(
        body.contains("figure=acknowledged-late.2026.closed")
            || body.contains("figure=received.2026.closed")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_downloads_as_it_stands() {
    let house = Northfield::opens("manager").await;
    let (status, csv) = house.get("/desk/figures/channel.csv?period=2026").await;
    assert_eq!(status, 200);
    let received: i64 = csv
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).unwrap().parse::<i64>().unwrap())
        .sum();
    let api = house.json("/api/v1/indicators?period=2026").await;
    assert_eq!(
        Some(received),
        api["items"][0]["numerator"].as_i64(),
        "{csv}"
    );
    for table in ["months", "ages", "workload", "category", "language", "unit"] {
        assert_eq!(
            house.get(&format!("/desk/figures/{table}.csv")).await.0,
            200,
            "{table}"
        );
    }
    assert_eq!(house.get("/system/monitoring/table.csv").await.0, 200);
    assert_eq!(house.get("/desk/figures/secrets.csv").await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_those_who_may_see_them() {
    let house = Northfield::opens("handler").await;
    for path in [
        "/desk/figures",
        "/desk/figures/ages.csv",
        "/system/monitoring",
        "/api/v1/indicators",
    ] {
        assert_eq!(house.get(path).await.0, 403, "{path}");
    }
    let (_, desk) = house.get("/desk").await;
    assert!(!desk.contains("/desk/figures"), "nor is the way offered");
    let (status, _) = Northfield::opens("manager")
        .await
        .get("/api/v1/indicators?period=13")
        .await;
    assert_eq!(status, 422);
}

/// Paper in a review's file holds the journal to what it was that day.
#[tokio::test]
async fn printed_figures_bear_the_signed_head_of_the_journal() {
    let north = Northfield::opens("manager").await;
    let (_, receipt) = north.get("/verify").await;
    let origin = receipt
        .split("<pre dir=\"ltr\" translate=\"no\">")
        .nth(1)
        .unwrap();
    let origin = origin.split('+').next().unwrap();
    for path in ["/system/monitoring", "/desk/figures"] {
        let (status, page) = north.get(path).await;
        assert_eq!(status, 200, "{path}");
        let foot = page.split("class=\"printed sealed\"").nth(1).unwrap();
        assert!(
            foot.contains(origin) && foot.contains("checkpoint "),
            "{path}"
        );
    }
}
