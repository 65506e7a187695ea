//! What holds for every route, whichever room it is in: other sites' pages change
//! nothing here, looking changes nothing, and every answer says what a browser may do
//! with it. The routes are those of the golden file.

use super::*;
use axum::http::{HeaderMap, Method, header::HeaderName};
use redress_store::{Error, Read, Reader, sql};

const HTTPS: &str = "https://complaints.ferry.example";

/// Every route with something in the place of what varies.
fn routes(reading: bool) -> Vec<(Method, String)> {
    let list = redress::house::routes().list;
    let filled = |path: &str| {
        let part = |part: &str| match part.starts_with('{') {
            true => "0".repeat(32),
            false => part.to_owned(),
        };
        path.split('/').map(part).collect::<Vec<_>>().join("/")
    };
    list.iter()
        .filter(|route| (route.method == Method::GET) == reading)
        .map(|route| (route.method.clone(), filled(route.path)))
        .collect()
}

struct Told {
    status: StatusCode,
    headers: HeaderMap,
    /// The `code` of a problem document.
    code: String,
}

impl Office {
    /// Over https, with an administrator who has come in; their cookie.
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
        let done = office
            .house
            .db
            .write(move |tx: &mut Tx| setup(tx, new, now));
        done.await.unwrap();
        let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
        (office, cookie)
    }

    /// As a program reads it: errors are documents with a code. A stream is not read.
    async fn told(&self, method: &Method, path: &str, headers: &[(&str, &str)]) -> Told {
        let mut request = Request::builder().method(method.clone()).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request
            .header(header::ACCEPT, "application/json")
            .body(Body::empty())
            .unwrap();
        request.extensions_mut().insert(self.ip);
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let media = parts.headers.get(header::CONTENT_TYPE);
        let code = match media.is_some_and(|it| it == "application/problem+json") {
            true => {
                let bytes = body.collect().await.unwrap().to_bytes();
                let problem: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                problem["code"].as_str().unwrap().to_owned()
            }
            false => String::new(),
        };
        Told {
            status: parts.status,
            headers: parts.headers,
            code,
        }
    }

    /// Facts, and everything beside them that a form could change.
    async fn state(&self) -> Vec<i64> {
        let read = |reader: &mut Reader| -> Result<Vec<i64>, Error> {
            let mut state = vec![reader.size()?];
            for table in [
                "SELECT COUNT(*) FROM session",
                "SELECT COUNT(*) FROM draft",
                "SELECT COUNT(*) FROM one_time_link",
                "SELECT COUNT(*) FROM job",
            ] {
                state.extend(reader.one(&sql(table), |row| row.int(0))?);
            }
            Ok(state)
        };
        self.house.db.read(read).await.unwrap()
    }
}

#[tokio::test]
async fn no_page_of_another_site_changes_anything_by_any_route() {
    let (office, cookie) = Office::over_https("192.0.40.1").await;
    let mine = ("cookie", cookie.as_str());
    let foreign: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site"), mine],
        // A neighbour under the same domain is not us.
        &[("sec-fetch-site", "same-site"), mine],
        &[("sec-fetch-site", "cross-site"), ("origin", HTTPS), mine],
        &[("origin", "https://evil.example"), mine],
        &[("origin", "null"), mine],
        // A browser that says nothing, with what it would send by itself.
        &[("authorization", "Basic cHJveHk6c2VjcmV0"), mine],
    ];
    let (before, routes) = (office.state().await, routes(false));
    assert!(routes.len() > 120, "{}", routes.len());
    for (method, path) in &routes {
        for headers in foreign {
            let told = office.told(method, path, headers).await;
            assert_eq!(
                (told.status, told.code.as_str()),
                (StatusCode::FORBIDDEN, "cross-site"),
                "{method} {path} {headers:?}"
            );
        }
    }
    assert_eq!(office.state().await, before, "nothing came of it");
    // The control: from our own page another answer comes, whatever it is.
    for (method, path) in &routes {
        let own = office.told(method, path, &[("origin", HTTPS)]).await;
        assert_ne!(own.code, "cross-site", "{method} {path}");
    }
}

#[tokio::test]
async fn looking_changes_nothing_and_breaks_nothing() {
    let (office, cookie) = Office::over_https("192.0.41.1").await;
    let (before, routes) = (office.state().await, routes(true));
    assert!(routes.len() > 120, "{}", routes.len());
    for (method, path) in &routes {
        for cookie in ["", cookie.as_str()] {
            let told = office.told(method, path, &[("cookie", cookie)]).await;
            assert!(!told.status.is_server_error(), "{path}: {}", told.status);
        }
    }
    assert_eq!(office.state().await, before);
}

/// What an answer lacks.
fn missing(headers: &HeaderMap) -> Vec<String> {
    let text = |name: &str| {
        let name: HeaderName = name.parse().unwrap();
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let policy = text("content-security-policy");
    let year = "max-age=63072000; includeSubDomains";
    let mut wrong: Vec<String> = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("strict-transport-security", year),
    ]
    .into_iter()
    .filter(|(name, value)| text(name) != *value)
    .map(|(name, _)| name.to_owned())
    .collect();
    let directives = [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action ",
    ];
    let lacking = directives.iter().filter(|it| !policy.contains(**it));
    wrong.extend(lacking.map(|it| format!("{it} in {policy:?}")));
    let kept = text("cache-control");
    if !(kept.contains("no-store") || kept.contains("immutable")) {
        wrong.push(format!("cache-control: {kept}"));
    }
    let media = text("content-type");
    if media.starts_with("text/") && !media.contains("charset=utf-8") {
        wrong.push(format!("charset: {media}"));
    }
    if media.is_empty() && !["", "0"].contains(&text("content-length").as_str()) {
        wrong.push("content-type".to_owned());
    }
    let told = ["server", "x-powered-by", "access-control-allow-origin"];
    wrong.extend(
        told.iter()
            .filter(|it| headers.contains_key(**it))
            .map(|it| (*it).to_owned()),
    );
    if policy.contains("unsafe") || policy.contains('*') || policy.contains("http") {
        wrong.push(policy);
    }
    wrong
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let (office, cookie) = Office::over_https("192.0.42.1").await;
    let mut asked = routes(true);
    let besides = ["/healthz", "/readyz", "/metrics", "/nowhere", "/desk/%ff"];
    asked.extend(besides.map(|path| (Method::GET, path.to_owned())));
    asked.push((Method::GET, redress_web::assets::stylesheet().to_owned()));
    asked.push((Method::PUT, "/sign-in".to_owned()));
    asked.push((Method::TRACE, "/".to_owned()));
    for (method, path) in &asked {
        for cookie in ["", cookie.as_str()] {
            let more = [("cookie", cookie), ("origin", HTTPS)];
            let told = office.told(method, path, &more).await;
            let mut wrong = missing(&told.headers);
            // The one page that a browser may keep is the form that nobody has filled in.
            if path == "/complain" {
                wrong.retain(|it| it != "cache-control: private, no-cache");
            }
            assert!(wrong.is_empty(), "{method} {path}: {wrong:?}");
        }
    }
    // The control: an answer without them is found.
    assert!(missing(&HeaderMap::new()).len() > 10);
}

#[tokio::test]
async fn a_method_that_nobody_needs_is_no_echo_and_no_way_round() {
    let (office, cookie) = Office::over_https("192.0.43.1").await;
    for method in ["TRACE", "CONNECT", "PROPFIND", "DEBUG", "PUT", "DELETE"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let own = [("cookie", cookie.as_str()), ("origin", HTTPS)];
        for path in ["/", "/admin", "/sign-in"] {
            let told = office.told(&method, path, &own).await;
            assert_eq!(
                told.status,
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {path}"
            );
        }
        let foreign = [
            ("cookie", cookie.as_str()),
            ("origin", "https://evil.example"),
        ];
        let told = office.told(&method, "/admin", &foreign).await;
        assert_eq!(told.code, "cross-site", "{method}");
    }
    // What overrides a method elsewhere overrides nothing here.
    let over = [
        ("x-http-method-override", "DELETE"),
        ("cookie", cookie.as_str()),
    ];
    let told = office.told(&Method::GET, "/admin", &over).await;
    assert_eq!(told.status, StatusCode::OK);
}

#[tokio::test]
async fn there_is_nothing_to_list_and_nothing_of_the_source() {
    let (office, cookie) = Office::over_https("192.0.45.1").await;
    for path in [
        "/.git/HEAD",
        "/.git/",
        "/.env",
        "/assets",
        "/assets/",
        "/assets/css/",
        "/assets/../keys.toml",
        "/..%2fkeys.toml",
        "/keys.toml",
        "/redress.db",
        "/Cargo.toml",
        "/debug",
        "/logo/",
    ] {
        let told = office
            .told(&Method::GET, path, &[("cookie", &cookie)])
            .await;
        assert_eq!(told.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_hostile_name_stays_one_value_in_json_and_text_in_a_page() {
    let office = Office::set_up("192.0.46.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let hostile = "</script><script>hit()</script>\",\"x\":\"\u{2028}' onload=x //";
    let request = Request::post("/api/v1/units")
        .header(header::COOKIE, &cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(
            serde_json::json!({ "name": hostile }).to_string(),
        ));
    let made = office.send(request.unwrap()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let read = office.get("/api/v1/units", &cookie).await;
    let units: serde_json::Value = serde_json::from_str(&read.body).unwrap();
    let unit = &units["items"][0];
    let kept = unit["name"].as_str().unwrap();
    assert!(
        kept.contains("</script><script>hit()</script>\",\"x\":\""),
        "{kept}"
    );
    assert!(unit.get("x").is_none(), "{unit}");
    let page = office.get("/admin/units", &cookie).await.body;
    assert!(
        page.contains("hit()") && !page.contains("<script>hit"),
        "{page}"
    );
    assert!(!page.contains("' onload=x"), "{page}");
}

/// Written by hand, as no client of ours would: what a server answers, byte for byte.
async fn spoken(addr: std::net::SocketAddr, request: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(addr).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let patience = std::time::Duration::from_secs(60);
    let read = tokio::time::timeout(patience, stream.read_to_end(&mut answer));
    assert!(read.await.is_ok(), "it waits for more: {request}");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_message_ends_where_its_framing_says_and_doubtful_framing_is_refused() {
    let office = Office::set_up("192.0.44.1").await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    let serving = tokio::spawn(axum::serve(listener, office.app.clone()).into_future());
    let post = |framing: &str, body: &str| {
        format!(
            "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n{framing}\r\n\r\n{body}"
        )
    };
    let next = "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    // The length lies; the chunks count, and the second request is a request.
    let both = post(
        "content-length: 400\r\ntransfer-encoding: chunked",
        "0\r\n\r\n",
    );
    let answer = spoken(addr, &(both + next)).await;
    // By the length it would wait for more; nothing of the second request is in the first.
    let status = answer.split(' ').nth(1).unwrap_or_default();
    assert!(["400", "422"].contains(&status), "{answer}");
    assert!(answer.matches("HTTP/1.1 ").count() <= 2, "{answer}");
    for framing in [
        "content-length: 3\r\ncontent-length: 4",
        "content-length: +3",
        "content-length: 3, 4",
        "transfer-encoding: xchunked",
        "transfer-encoding: chunked, identity",
    ] {
        let answer = spoken(addr, &(post(framing, "a=b") + next)).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{framing}: {answer}");
        assert!(!answer.contains("alive"), "{framing}: {answer}");
    }
    serving.abort();
}
