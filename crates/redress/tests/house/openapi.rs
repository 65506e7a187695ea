//! Every call of the API is described, and nothing that is not there.

use crate::{found, nothing_found};
use redress::{
    house::{SLICES, routes},
    openapi::openapi,
};
use redress_kernel::terms::Terms;
use serde_json::Value;
use std::collections::BTreeSet;

/// `POST /api/v1/complaints/{reference}/closure`; the generic route of the verbs
/// stands for each of them.
fn served() -> BTreeSet<String> {
    let verbs: Vec<&str> = SLICES
        .iter()
        .flat_map(|slice| slice.verbs)
        .map(|verb| verb.name)
        .collect();
    let all = routes().list;
    let api = all.iter().filter(|route| route.path.starts_with("/api/"));
    api.flat_map(|route| match route.path.strip_suffix("{verb}") {
        Some(path) => verbs
            .iter()
            .map(|verb| format!("{} {path}{verb}", route.method))
            .collect(),
        None => vec![format!("{} {}", route.method, route.path)],
    })
    .collect()
}

fn described(document: &Value) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (path, calls) in document["paths"].as_object().unwrap() {
        let methods = calls
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| *key != "parameters");
        all.extend(methods.map(|method| format!("{} {path}", method.to_uppercase())));
    }
    all
}

fn differences(served: &BTreeSet<String>, described: &BTreeSet<String>) -> Vec<String> {
    let lacks = served
        .difference(described)
        .map(|call| format!("not described: {call}"));
    let more = described
        .difference(served)
        .map(|call| format!("not there: {call}"));
    lacks.chain(more).collect()
}

#[test]
fn every_call_is_described() {
    let document = openapi(&Terms::default());
    let found = differences(&served(), &described(&document));
    nothing_found("Describe it in crates/redress/src/openapi:", &found);
}

/// `$ref`s that lead nowhere would silently describe nothing.
#[test]
fn every_reference_leads_somewhere() {
    let document = openapi(&Terms::default());
    let text = document.to_string();
    let named = text.split("\"#/components/").skip(1);
    let lost: Vec<String> = named
        .map(|rest| format!("/components/{}", rest.split('"').next().unwrap()))
        .filter(|pointer| document.pointer(pointer).is_none())
        .collect();
    nothing_found("Write the schema:", &lost);
}

#[test]
fn no_two_calls_share_a_name() {
    let document = openapi(&Terms::default());
    let mut seen = BTreeSet::new();
    let paths = document["paths"].as_object().unwrap().values();
    let calls = paths.flat_map(|calls| calls.as_object().unwrap().values());
    let names = calls.filter_map(|call| call.get("operationId")?.as_str());
    let twice: Vec<String> = names
        .filter(|name| !seen.insert(*name))
        .map(str::to_owned)
        .collect();
    nothing_found("Give it a name of its own:", &twice);
}

#[test]
fn a_call_that_nobody_describes_is_found() {
    let (mut served, document) = (served(), openapi(&Terms::default()));
    served.insert("GET /api/v1/secrets".to_owned());
    assert!(served.remove("GET /api/v1/journal"));
    let found_now = differences(&served, &described(&document));
    found(
        &found_now,
        &[
            "not described: GET /api/v1/secrets",
            "not there: GET /api/v1/journal",
        ],
    );
}
