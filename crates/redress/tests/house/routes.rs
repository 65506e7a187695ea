//! Every route says who may come in: routes are added through
//! `redress_complaint::routes::Routes`, which asks for a permit. What goes past
//! it, straight into axum's router, is found here. What a stranger may ask for
//! stands in a golden file: a new public route shows in the review.
//! `UPDATE_GOLDEN=1 cargo test --workspace --test house` rewrites it.

use crate::golden;
use crate::rust::{self, Kind, Token};
use crate::tree::{self, File};
use crate::{found, nothing_found};
use redress_complaint::routes::Permit;

/// Where a router is made, each with its reason.
const ROUTERS: [(&str, &str); 3] = [
    (
        "crates/complaint/src/routes.rs",
        "puts the guard before each handler",
    ),
    (
        "crates/web/src/assets.rs",
        "styles, scripts and icons are everybody's",
    ),
    (
        "crates/redress/src/serve/",
        "health, files and the frame round the rest",
    ),
];

fn unguarded(sources: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in sources
        .iter()
        .filter(|file| file.path.contains("/src/") && !file.is_test())
    {
        if ROUTERS.iter().any(|(path, _)| file.path.starts_with(path)) {
            continue;
        }
        let code = rust::code_without_tests(&file.text);
        for (at, token) in code.iter().enumerate() {
            if let Some(way) = way_past(&code, at) {
                findings.push(format!(
                    "{}:{}: {way} without a permit",
                    file.path, token.line
                ));
            }
        }
    }
    findings
}

/// `Router::new`, `.route(`, `.route_service(`, `.nest(` and the like.
fn way_past(code: &[Token], at: usize) -> Option<&str> {
    let ways = [
        "route",
        "route_service",
        "nest",
        "nest_service",
        "fallback",
        "fallback_service",
    ];
    let word = code[at].word()?;
    let called = at > 0
        && code[at - 1].is_mark('.')
        && code.get(at + 1).is_some_and(|next| next.is_mark('('));
    let made = word == "Router" && code.get(at + 1).is_some_and(|next| next.is_mark(':'));
    (made || called && ways.contains(&word)).then_some(word)
}

/// `GET /follow` for each route that needs no sign-in.
fn public(sources: &[File]) -> Vec<String> {
    let mut routes = Vec::new();
    for file in sources
        .iter()
        .filter(|file| file.path.contains("/src/") && !file.is_test())
    {
        let code = rust::code_without_tests(&file.text);
        for at in 0..code.len() {
            routes.extend(public_route(&code, at));
        }
    }
    routes.sort();
    routes
}

/// `.get("/follow", Permit::Public, handler)`; the path may be a constant.
fn public_route(code: &[Token], at: usize) -> Option<String> {
    let method = code
        .get(at + 1)?
        .word()
        .filter(|word| ["get", "post"].contains(word))?;
    if !code[at].is_mark('.') || !code.get(at + 2)?.is_mark('(') {
        return None;
    }
    let path = match &code.get(at + 3)?.kind {
        Kind::Text(path) | Kind::Word(path) => path,
        _ => return None,
    };
    let mut permit = code.get(at + 4..)?.iter();
    if !permit.next()?.is_mark(',') {
        return None;
    }
    let is_public = permit
        .take_while(|token| !token.is_mark(','))
        .any(|token| token.word() == Some("Public"));
    is_public.then(|| format!("{} {path}", method.to_uppercase()))
}

#[test]
fn strangers_may_ask_for_what_was_agreed() {
    let mut page = String::from("# Every route that needs no sign-in.\n");
    for route in public(&tree::sources()) {
        page.push_str(&route);
        page.push('\n');
    }
    golden::agrees("public_routes.txt", &page);
}

#[test]
fn every_route_admits_whom_was_agreed() {
    let mut routes: Vec<String> = redress::house::routes()
        .list
        .iter()
        .map(|route| {
            let who = match route.permit {
                Permit::Public => "public".to_owned(),
                Permit::SignedIn => "signed-in".to_owned(),
                Permit::ProvedAnew => "signed-in, proved anew".to_owned(),
                Permit::FreshlySignedIn => "signed-in, proved anew, no program".to_owned(),
                Permit::May(action) => action.name(),
                Permit::Fresh(action) => format!("{}, proved anew", action.name()),
                Permit::Either(one, other) => format!("{} or {}", one.name(), other.name()),
            };
            format!("{:<5} {:<58} {who}\n", route.method.as_str(), route.path)
        })
        .collect();
    routes.sort();
    let page = "# Every route of the house with its permit.\n".to_owned() + &routes.concat();
    golden::agrees("routes.txt", &page);
}

#[test]
fn a_planted_public_route_is_listed() {
    let pages = File::new(
        "crates/office/src/people/pages.rs",
        "r.get(\"/admin\", Permit::May(SeeSettings), list).post(\"/all\", Permit::Public, all).get(DOOR, Public, |a, b| map.get(a, b))",
    );
    assert_eq!(public(&[pages]), ["GET DOOR", "POST /all"]);
}

#[test]
fn every_route_has_a_permit() {
    nothing_found(
        "Add it through Routes, with its Permit:",
        &unguarded(&tree::sources()),
    );
}

#[test]
fn a_planted_route_without_a_permit_is_found() {
    let bad = File::new(
        "crates/office/src/people/pages.rs",
        "fn a(r: Routes) -> Routes { r.get(\"/admin/people\", May(ManagePeople), list) }\n\
         fn b() -> Router<House> { Router::new().route(\"/admin/all\", get(list)) }",
    );
    found(&unguarded(&[bad]), &["Router", "route"]);
}

/// Reads that the description of the API leaves out.
fn undescribed(paths: &[&str], described: &serde_json::Value) -> Vec<String> {
    let there = |path: &&&str| described["paths"][**path]["get"].is_object();
    let left_out = paths.iter().filter(|path| !there(path));
    left_out.map(|path| (*path).to_owned()).collect()
}

#[test]
fn every_read_of_the_api_is_described() {
    let list = redress::house::routes().list;
    let reads = list.iter().filter(|route| route.method == "GET");
    let paths: Vec<&str> = reads
        .map(|route| route.path)
        .filter(|path| path.starts_with("/api/v1/"))
        .collect();
    let described = redress::openapi::openapi(&redress_kernel::terms::Terms::default());
    nothing_found(
        "Describe it in `calls` of the manifest, or in openapi:",
        &undescribed(&paths, &described),
    );
}

#[test]
fn a_read_without_description_is_found() {
    let described = serde_json::json!({ "paths": { "/api/v1/told": { "get": {} } } });
    found(
        &undescribed(&["/api/v1/told", "/api/v1/hidden"], &described),
        &["hidden"],
    );
}
