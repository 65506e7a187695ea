//! What was agreed: the golden files of routes and of roles, read as a reviewer reads
//! them. They are the oracle; nothing here asks the code that is examined.

use axum::http::Method;
use std::{collections::BTreeSet, path::Path};

/// A route of the golden file.
#[derive(Debug, Clone)]
pub struct Agreed {
    pub method: Method,
    pub path: String,
    /// `public`, `signed-in`, an action, or two with "or" between them.
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
            Agreed {
                method: words.next().unwrap().parse().unwrap(),
                path: words.next().unwrap().to_owned(),
                permit: words.collect::<Vec<_>>().join(" "),
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
