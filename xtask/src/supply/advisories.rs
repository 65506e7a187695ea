//! Known weaknesses of libraries: the head of each advisory of RustSec's database says
//! which versions are mended and which never had it. A version of `Cargo.lock` that is
//! neither is named with the ranges. Weaknesses and unsound code fail; that nobody keeps
//! a library up is told.

use super::lock::Locked;
use semver::{Version, VersionReq};
use serde::Deserialize;
use std::{fmt, path::Path};

/// What is named and does not reach us, each with its reason; an entry that nothing
/// names any more is to go.
const ACCEPTED: [(&str, &str); 0] = [];

#[derive(Deserialize)]
struct Head {
    advisory: Advisory,
    #[serde(default)]
    versions: Versions,
}

#[derive(Deserialize)]
struct Advisory {
    id: String,
    package: String,
    /// `unmaintained`, `unsound`, `notice`; nothing for a weakness.
    informational: Option<String>,
    withdrawn: Option<String>,
}

#[derive(Default, Deserialize)]
struct Versions {
    #[serde(default)]
    patched: Vec<String>,
    #[serde(default)]
    unaffected: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    id: String,
    package: String,
    version: String,
    kind: String,
    title: String,
    mended: String,
    accepted: Option<&'static str>,
}

impl Finding {
    /// Does it stop a release?
    pub fn counts(&self) -> bool {
        self.accepted.is_none() && ["weakness", "unsound"].contains(&self.kind.as_str())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { id, kind, .. } = self;
        write!(f, "{} {}: {id} ({kind})", self.package, self.version)?;
        write!(f, ": {}; mended in {}", self.title, self.mended)?;
        match self.accepted {
            Some(reason) => write!(f, "; accepted: {reason}"),
            None => Ok(()),
        }
    }
}

pub struct Looked {
    pub findings: Vec<Finding>,
    read: usize,
    libraries: usize,
}

impl Looked {
    pub fn summary(&self) -> String {
        let (told, counting) = (
            self.findings.len(),
            self.findings.iter().filter(|it| it.counts()).count(),
        );
        format!(
            "{} libraries, {} advisories about them read, {told} named, {counting} of them to mend",
            self.libraries, self.read
        )
    }
}

/// A folder without advisories would find nothing, and that is no answer.
pub fn look(folder: &Path, locked: &[Locked]) -> Result<Looked, String> {
    let crates = folder.join("crates");
    let known = std::fs::read_dir(&crates).map_err(|error| format!("{crates:?}: {error}"))?;
    if known.count() < 100 {
        return Err(format!("{crates:?} is no advisory database"));
    }
    let foreign = locked.iter().filter(|it| it.source.is_some());
    let mut looked = Looked {
        findings: Vec::new(),
        read: 0,
        libraries: foreign.clone().count(),
    };
    for library in foreign {
        for text in texts(&crates.join(&library.name))? {
            looked.read += 1;
            looked.findings.extend(finding(&text, library)?);
        }
    }
    looked
        .findings
        .sort_by(|a, b| (&a.package, &a.version, &a.id).cmp(&(&b.package, &b.version, &b.id)));
    Ok(looked)
}

fn texts(folder: &Path) -> Result<Vec<String>, String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let files = entries.flatten().map(|entry| entry.path());
    files
        .filter(|path| path.extension().is_some_and(|kind| kind == "md"))
        .map(|path| std::fs::read_to_string(&path).map_err(|error| format!("{path:?}: {error}")))
        .collect()
}

/// What this advisory says about this version; nothing if it was taken back, is of
/// another library, or the version is mended or never had it.
fn finding(text: &str, library: &Locked) -> Result<Option<Finding>, String> {
    let (head, rest) = parts(text).ok_or("an advisory without a head")?;
    let head: Head = toml::from_str(head).map_err(|error| format!("an advisory: {error}"))?;
    let Head { advisory, versions } = head;
    let version = Version::parse(&library.version).map_err(|error| error.to_string())?;
    let safe = [&versions.patched[..], &versions.unaffected[..]].concat();
    let ours = advisory.package == library.name && advisory.withdrawn.is_none();
    if !ours || matches(&safe, &version)? {
        return Ok(None);
    }
    let title = rest.lines().find_map(|line| line.strip_prefix("# "));
    let mended = match versions.patched.is_empty() {
        true => "no version".to_owned(),
        false => versions.patched.join(" or "),
    };
    let accepted = ACCEPTED.iter().find(|(id, _)| *id == advisory.id);
    Ok(Some(Finding {
        id: advisory.id,
        package: library.name.clone(),
        version: library.version.clone(),
        kind: advisory.informational.unwrap_or_else(|| "weakness".into()),
        title: title.unwrap_or_default().to_owned(),
        mended,
        accepted: accepted.map(|(_, reason)| *reason),
    }))
}

fn parts(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("```toml")?.split_once("\n```")
}

fn matches(ranges: &[String], version: &Version) -> Result<bool, String> {
    for range in ranges {
        let range = VersionReq::parse(range).map_err(|error| format!("{range}: {error}"))?;
        if range.matches(version) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advisory(more: &str, versions: &str) -> String {
        format!(
            "```toml\n[advisory]\nid = \"RUSTSEC-2026-9999\"\npackage = \"ferry\"\n{more}\n\n[versions]\n{versions}\n```\n\n# Sinks in shallow water\n\nIt does.\n"
        )
    }

    fn ferry(version: &str) -> Locked {
        Locked {
            name: "ferry".to_owned(),
            version: version.to_owned(),
            source: Some("registry".to_owned()),
            checksum: None,
        }
    }

    fn told(text: &str, version: &str) -> Option<Finding> {
        finding(text, &ferry(version)).unwrap_or_default()
    }

    #[test]
    fn a_version_between_the_mended_ones_is_named_with_them() {
        let text = advisory(
            "",
            "patched = [\">= 1.2.4, < 1.3.0\", \">= 1.3.2\"]\nunaffected = [\"< 1.0.0\"]",
        );
        for safe in ["0.9.0", "1.2.4", "1.2.9", "1.3.2", "2.0.0"] {
            assert_eq!(told(&text, safe), None, "{safe}");
        }
        for weak in ["1.0.0", "1.2.3", "1.3.0", "1.3.1"] {
            let found = told(&text, weak);
            assert!(found.as_ref().is_some_and(Finding::counts), "{weak}");
            let line = found.map(|it| it.to_string()).unwrap_or_default();
            assert_eq!(
                line,
                format!(
                    "ferry {weak}: RUSTSEC-2026-9999 (weakness): Sinks in shallow water; mended in >= 1.2.4, < 1.3.0 or >= 1.3.2"
                )
            );
        }
    }

    #[test]
    fn nobodys_library_is_told_and_stops_nothing_and_unsound_code_does() {
        let left = advisory("informational = \"unmaintained\"", "patched = []");
        assert!(told(&left, "1.0.0").is_some_and(|it| !it.counts()));
        let unsound = advisory("informational = \"unsound\"", "patched = []");
        assert!(told(&unsound, "1.0.0").is_some_and(|it| it.counts()));
    }

    #[test]
    fn what_was_taken_back_or_is_about_another_says_nothing() {
        let back = advisory("withdrawn = \"2026-02-02\"", "patched = []");
        assert_eq!(told(&back, "1.0.0"), None);
        let other = advisory("", "patched = []").replace("\"ferry\"", "\"train\"");
        assert_eq!(told(&other, "1.0.0"), None);
        assert!(finding("# no head", &ferry("1.0.0")).is_err());
    }

    #[test]
    fn a_folder_without_advisories_is_no_good_news() {
        assert!(look(Path::new(env!("CARGO_MANIFEST_DIR")), &[ferry("1.0.0")]).is_err());
    }
}
