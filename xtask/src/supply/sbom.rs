//! The bill of materials as CycloneDX 1.6 JSON: every library in the binary, and what
//! took part in building it (`excluded`: it does not run). What only tests use is not
//! named. The same lock file gives the same bytes: no time, no random number, ordered.

use super::lock::Locked;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const PRODUCT: &str = "redress";

/// What is taken along from one package to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Runs,
    Builds,
}

pub fn document(metadata: &Value, locked: &[Locked]) -> Result<Value, String> {
    let packages = by_id(metadata, "packages");
    let nodes = by_id(metadata.get("resolve").unwrap_or(&Value::Null), "nodes");
    let product = packages
        .iter()
        .find(|(_, package)| text(package, "name") == PRODUCT);
    let (&root, product) = product.ok_or("cargo metadata does not name the product")?;
    let running = reached(&nodes, &BTreeSet::from([root]), Kind::Runs);
    let tools = tools(&nodes, &running);
    let all: BTreeSet<&str> = running.union(&tools).copied().collect();
    let mut components = Vec::new();
    for id in all.iter().filter(|id| **id != root) {
        let package = packages.get(id).ok_or("a package is not described")?;
        components.push(component(package, locked, running.contains(id))?);
    }
    components.sort_by_key(|one| text(one, "bom-ref"));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "name": PRODUCT, "bom-ref": reference(product),
                "version": text(product, "version"), "licenses": licence(product),
            },
            "lifecycles": [{ "phase": "build" }],
        },
        "components": components,
        "dependencies": dependencies(&packages, &nodes, &all),
    }))
}

fn by_id<'m>(part: &'m Value, list: &str) -> BTreeMap<&'m str, &'m Value> {
    let all = part.get(list).and_then(Value::as_array);
    all.into_iter()
        .flatten()
        .filter_map(|one| Some((one.get("id")?.as_str()?, one)))
        .collect()
}

/// Everything that is needed from here on by this kind of need.
fn reached<'m>(
    nodes: &BTreeMap<&'m str, &'m Value>,
    from: &BTreeSet<&'m str>,
    kind: Kind,
) -> BTreeSet<&'m str> {
    let (mut found, mut open) = (from.clone(), Vec::from_iter(from.iter().copied()));
    while let Some(id) = open.pop() {
        let more = needs(nodes, id, kind).filter(|more| found.insert(*more));
        open.extend(more.collect::<Vec<_>>());
    }
    found
}

/// What build scripts use, and what those libraries stand on in their turn.
fn tools<'m>(
    nodes: &BTreeMap<&'m str, &'m Value>,
    running: &BTreeSet<&'m str>,
) -> BTreeSet<&'m str> {
    let mut found = BTreeSet::new();
    let mut open: BTreeSet<&str> = running.clone();
    while !open.is_empty() {
        let first = open
            .iter()
            .flat_map(|id| needs(nodes, id, Kind::Builds))
            .collect();
        let all = reached(nodes, &first, Kind::Runs);
        open = all
            .into_iter()
            .filter(|id| !running.contains(id) && found.insert(*id))
            .collect();
    }
    found
}

fn needs<'m>(
    nodes: &BTreeMap<&'m str, &'m Value>,
    id: &str,
    kind: Kind,
) -> impl Iterator<Item = &'m str> {
    let deps = nodes.get(id).and_then(|node| node.get("deps")?.as_array());
    deps.into_iter()
        .flatten()
        .filter(move |dep| {
            let kinds = dep.get("dep_kinds").and_then(Value::as_array);
            kinds.into_iter().flatten().any(|one| is(one, kind))
        })
        .filter_map(|dep| dep.get("pkg")?.as_str())
}

fn is(one: &Value, kind: Kind) -> bool {
    match one.get("kind").and_then(Value::as_str) {
        None => kind == Kind::Runs,
        Some(name) => kind == Kind::Builds && name == "build",
    }
}

fn component(package: &Value, locked: &[Locked], runs: bool) -> Result<Value, String> {
    let (name, version) = (text(package, "name"), text(package, "version"));
    let mut component = json!({
        "type": "library", "name": name, "version": version, "bom-ref": reference(package),
        "scope": if runs { "required" } else { "excluded" }, "licenses": licence(package),
    });
    if package.get("source").is_none_or(Value::is_null) {
        return Ok(component);
    }
    let entry = locked
        .iter()
        .find(|it| it.name == name && it.version == version);
    let hash = entry.and_then(|entry| entry.checksum.as_deref());
    let hash = hash.ok_or_else(|| format!("{name} {version} has no hash in Cargo.lock"))?;
    if let Some(all) = component.as_object_mut() {
        all.insert("purl".into(), json!(reference(package)));
        all.insert(
            "hashes".into(),
            json!([{ "alg": "SHA-256", "content": hash }]),
        );
    }
    Ok(component)
}

/// A package URL for what others wrote; our own crates lie in no registry.
fn reference(package: &Value) -> String {
    let (name, version) = (text(package, "name"), text(package, "version"));
    match package.get("source").is_none_or(Value::is_null) {
        true => format!("{name}@{version}"),
        // `+` begins what belongs to a build, and is a space to some readers of addresses.
        false => format!("pkg:cargo/{name}@{}", version.replace('+', "%2B")),
    }
}

fn licence(package: &Value) -> Value {
    match package.get("license").and_then(Value::as_str) {
        // Older manifests write `MIT/Apache-2.0`, which SPDX does not know.
        Some(licence) => json!([{ "expression": licence.replace('/', " OR ") }]),
        None => json!([]),
    }
}

fn dependencies(
    packages: &BTreeMap<&str, &Value>,
    nodes: &BTreeMap<&str, &Value>,
    all: &BTreeSet<&str>,
) -> Vec<Value> {
    let named = |id: &str| packages.get(id).map(|package| reference(package));
    let mut lines = BTreeMap::new();
    for id in all {
        let kinds = [Kind::Runs, Kind::Builds].into_iter();
        let on: BTreeSet<String> = kinds
            .flat_map(|kind| needs(nodes, id, kind))
            .filter_map(named)
            .collect();
        lines.extend(named(id).map(|its| (its, on)));
    }
    lines
        .into_iter()
        .map(|(its, on)| json!({ "ref": its, "dependsOn": on }))
        .collect()
}

fn text(value: &Value, member: &str) -> String {
    let text = value.get(member).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, source: Option<&str>, licence: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "source": source, "license": licence })
    }

    fn node(id: &str, deps: &[(&str, Option<&str>)]) -> Value {
        let dep = |(on, kind): &(&str, Option<&str>)| json!({ "pkg": on, "dep_kinds": [{ "kind": kind, "target": null }] });
        json!({ "id": id, "deps": deps.iter().map(dep).collect::<Vec<_>>() })
    }

    /// The product stands on our web and on somebody's `pier`; `cc` builds the pier with
    /// the help of `quay`; only tests need `buoy`.
    fn blue_ferry(turned: bool) -> Value {
        let from = Some("registry");
        let mut packages = vec![
            package(PRODUCT, None, "MIT"),
            package("our-web", None, "MIT"),
            package("pier", from, "MIT/Apache-2.0"),
            package("cc", from, "MIT"),
            package("quay", from, "ISC"),
            package("buoy", from, "GPL-3.0"),
        ];
        let mut nodes = vec![
            node(PRODUCT, &[("our-web", None), ("buoy", Some("dev"))]),
            node("our-web", &[("pier", None)]),
            node("pier", &[("cc", Some("build"))]),
            node("cc", &[("quay", None), ("buoy", Some("dev"))]),
            node("quay", &[]),
            node("buoy", &[]),
        ];
        if turned {
            packages.reverse();
            nodes.reverse();
        }
        json!({ "packages": packages, "resolve": { "nodes": nodes } })
    }

    fn locked() -> Vec<Locked> {
        let one = |name: &str| Locked {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            source: Some("registry".to_owned()),
            checksum: Some(format!("hash of {name}")),
        };
        ["pier", "cc", "quay", "buoy"].map(one).to_vec()
    }

    #[test]
    fn what_runs_and_what_builds_is_named_and_what_tests_is_not() -> Result<(), String> {
        let bill = document(&blue_ferry(false), &locked())?;
        let listed: Vec<String> = bill["components"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| format!("{} {}", text(one, "bom-ref"), text(one, "scope")))
            .collect();
        assert_eq!(
            listed,
            [
                "our-web@1.0.0 required",
                "pkg:cargo/cc@1.0.0 excluded",
                "pkg:cargo/pier@1.0.0 required",
                "pkg:cargo/quay@1.0.0 excluded",
            ]
        );
        let pier = &bill["components"][2];
        assert_eq!(pier["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(pier["hashes"][0]["content"], "hash of pier");
        assert_eq!(bill["dependencies"][1]["ref"], "pkg:cargo/cc@1.0.0");
        assert!(!bill.to_string().contains("buoy"), "tests alone need it");
        Ok(())
    }

    #[test]
    fn the_same_libraries_make_the_same_bytes() -> Result<(), String> {
        let bill = document(&blue_ferry(false), &locked())?.to_string();
        assert_eq!(bill, document(&blue_ferry(true), &locked())?.to_string());
        assert!(!bill.contains("serialNumber") && !bill.contains("timestamp"));
        Ok(())
    }

    #[test]
    fn a_library_without_a_hash_makes_no_bill() {
        assert!(document(&blue_ferry(false), &[]).is_err());
        assert!(document(&json!({}), &locked()).is_err());
    }

    #[test]
    fn our_own_bill_names_what_the_binary_stands_on() -> Result<(), String> {
        let said = |failure: crate::Failure| match failure {
            crate::Failure::Step(what) | crate::Failure::Use(what) => what,
        };
        let metadata = super::super::metadata().map_err(said)?;
        let bill = document(&metadata, &super::super::locked().map_err(said)?)?;
        let all = bill["components"].as_array().map_or(0, Vec::len);
        assert!(all > 200, "{all}");
        let named = |name: &str| {
            let all = bill["components"].as_array().into_iter().flatten();
            all.filter(|one| one["name"] == name).count()
        };
        assert!(named("axum") == 1 && named("rustls") == 1 && named("redress-store") == 1);
        assert_eq!(named("proptest"), 0, "only tests use it");
        Ok(())
    }
}
