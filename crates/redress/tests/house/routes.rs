//! Every route says who may come in: routes are added through
//! `redress_complaint::routes::Routes`, which asks for a permit. What goes past
//! it, straight into axum's router, is found here.

use crate::rust::{self, Token};
use crate::tree::{self, File};
use crate::{found, nothing_found};

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
