//! What was agreed: the golden files of routes and of roles, read as a reviewer reads
//! them. They are the oracle; nothing here asks the code that is examined.

use axum::http::Method;
use std::{collections::BTreeSet, path::Path};

/// A route of the golden file.
#[derive(Debug, Clone)]
pub struct Agreed {
    pub method: Method,
    pub path: String,
    /// `public`, `signed-in`, an action, or two with "or" between them. That somebody
    /// proves anew who they are is asked of browsers: these ask as programs do.
    permit: String,
}

pub struct Roles {
    /// Role and action.
    may: BTreeSet<(String, String)>,
}

#[allow(
    clippy::disallowed_methods,
    reason = "golden files lie beside the tests"
)]
fn golden(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

pub fn routes() -> Vec<Agreed> {
    let text = golden("routes.txt");
    lines(&text)
        .map(|line| {
            let mut words = line.split_whitespace();
            let method = words.next().unwrap().parse().unwrap();
            let path = words.next().unwrap().to_owned();
            let permit = words.collect::<Vec<_>>().join(" ");
            Agreed {
                method,
                path,
                permit: match permit.as_str() {
                    // What signing in hangs on is for the person: no program comes in.
                    "signed-in, proved anew, no program" => permit,
                    _ => permit.trim_end_matches(", proved anew").to_owned(),
                },
            }
        })
        .collect()
}

impl Roles {
    pub fn read() -> Roles {
        let text = golden("role_action.txt");
        let mut lines = lines(&text);
        let roles: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
        let mut may = BTreeSet::new();
        for line in lines {
            let mut words = line.split_whitespace();
            let action = words.next().unwrap();
            for (role, mark) in roles.iter().zip(words) {
                if mark == "x" {
                    may.insert(((*role).to_owned(), action.to_owned()));
                }
            }
        }
        Roles { may }
    }

    /// May somebody of this role come in here?
    pub fn come_in(&self, role: &str, route: &Agreed) -> bool {
        let granted = |action: &str| self.may.contains(&(role.to_owned(), action.to_owned()));
        match route.permit.as_str() {
            "public" | "signed-in" => true,
            actions => actions.split(" or ").any(granted),
        }
    }
}

impl Agreed {
    pub fn is_public(&self) -> bool {
        self.permit == "public"
    }

    pub fn is_of_a_case(&self) -> bool {
        self.path.contains("{reference}") && !self.is_public()
    }

    pub fn reads(&self) -> bool {
        self.method == Method::GET
    }

    /// Nothing but the case varies in it: whoever sees the case is answered.
    pub fn is_of_the_case_alone(&self) -> bool {
        const ALONE: [&str; 5] = [
            "/desk/{reference}",
            "/desk/{reference}/why",
            "/api/v1/complaints/{reference}",
            "/api/v1/complaints/{reference}/why",
            "/api/v1/complaints/{reference}/verbs",
        ];
        self.reads() && ALONE.contains(&self.path.as_str())
    }

    /// Who oversees the showing of names reads in which case it was, of whatever unit,
    /// and nothing of the case itself.
    pub fn oversees_names(&self) -> bool {
        self.path.starts_with("/system/identity")
    }

    /// The address of a list, at its widest: the desk opens with what is one's own.
    pub fn widest(&self) -> String {
        match self.path.as_str() {
            "/desk" => "/desk?queue=all".to_owned(),
            _ => self.about(""),
        }
    }

    /// The address with this case in it, and something in the place of what else varies.
    pub fn about(&self, reference: &str) -> String {
        let part = |part: &str| match part {
            "{reference}" => reference.to_owned(),
            "{verb}" => "notes".to_owned(),
            part if part.starts_with('{') => "0".repeat(32),
            part => part.to_owned(),
        };
        self.path.split('/').map(part).collect::<Vec<_>>().join("/")
    }
}
