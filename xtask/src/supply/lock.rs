//! `Cargo.lock`: which version of what, from where, with which hash.

use serde::Deserialize;

/// The one place that libraries come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Locked {
    pub name: String,
    pub version: String,
    /// None: one of our own crates.
    pub source: Option<String>,
    pub checksum: Option<String>,
}

#[derive(Deserialize)]
struct File {
    package: Vec<Locked>,
}

/// Refuses what does not come from the registry, and what comes without its hash: a
/// branch of somebody's repository can be another one tomorrow.
pub fn read(text: &str) -> Result<Vec<Locked>, String> {
    let file: File = toml::from_str(text).map_err(|error| format!("Cargo.lock: {error}"))?;
    for package in &file.package {
        let foreign = package.source.as_deref().is_some_and(|it| it != REGISTRY);
        let unhashed = package.source.is_some() && package.checksum.is_none();
        if foreign || unhashed {
            return Err(format!(
                "{} {} comes from elsewhere than the registry, or without a hash",
                package.name, package.version
            ));
        }
    }
    Ok(file.package)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(source: &str, more: &str) -> String {
        format!("[[package]]\nname = \"ferry\"\nversion = \"1.0.0\"\nsource = \"{source}\"\n{more}")
    }

    #[test]
    fn our_own_lock_file_is_of_one_registry_with_hashes() {
        let text = include_str!("../../../Cargo.lock");
        let packages = read(text).unwrap_or_default();
        assert!(packages.len() > 300, "{}", packages.len());
        assert!(packages.iter().any(|it| it.name == "axum"));
    }

    #[test]
    fn a_branch_another_registry_and_a_missing_hash_are_refused() {
        assert!(read(&entry(REGISTRY, "checksum = \"ab\"\n")).is_ok());
        assert!(read(&entry(REGISTRY, "")).is_err());
        let git = entry("git+https://example.org/ferry?branch=main#ab", "");
        assert!(read(&git).is_err());
        let other = entry("registry+https://example.org/index", "checksum = \"ab\"\n");
        assert!(read(&other).is_err());
    }
}
