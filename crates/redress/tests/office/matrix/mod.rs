//! The authorisation matrix: every route x every role x every relation to a case. The
//! routes are those of the running house, what is right comes from the golden files and
//! from the table of relations below, and what is hidden answers like what was never
//! there. A house whose scope is everything has to be found (ASVS 8.2, 8.3).

mod agreed;
mod world;

use agreed::{Agreed, Roles, routes};
use axum::http::Method;
use redress_kernel::{Id, Role};
use std::collections::BTreeSet;
use world::{
    BORIS, COUSIN, EAST_PIER, HARBOUR, HEAD, JONAS, PIER, SOMEBODY, VISITOR, Viewer, World,
    as_told, without_scope,
};

/// How somebody stands to a case: its name, their unit and who they are.
struct Relation {
    called: &'static str,
    case: &'static str,
    unit: Option<Id>,
    person: u8,
    /// Do those see it who see the cases of their unit?
    seen: bool,
}

const fn relation(
    called: &'static str,
    case: &'static str,
    unit: Option<Id>,
    person: u8,
    seen: bool,
) -> Relation {
    Relation {
        called,
        case,
        unit,
        person,
        seen,
    }
}

const RELATIONS: [Relation; 11] = [
    relation("whole organisation", "pier", None, SOMEBODY, true),
    relation("own unit", "pier", Some(PIER), SOMEBODY, true),
    relation("unit below", "east", Some(PIER), SOMEBODY, true),
    relation("unit above", "pier", Some(EAST_PIER), SOMEBODY, false),
    relation("other unit", "pier", Some(HARBOUR), SOMEBODY, false),
    relation("no unit", "nowhere", Some(HARBOUR), SOMEBODY, true),
    relation("complained about", "about", None, BORIS, false),
    relation("in the line above", "line", None, HEAD, false),
    relation("declared a conflict", "conflict", None, COUSIN, false),
    relation("owner", "owned", Some(PIER), JONAS, true),
    relation("in the sample", "sampled", None, VISITOR, true),
];

impl Relation {
    fn viewer(&self, role: Role) -> Viewer {
        Viewer {
            role,
            unit: self.unit,
            person: self.person,
        }
    }

    /// By the words of the standard and of the issue, and not by `allow`.
    fn sees(&self, role: Role) -> bool {
        match role {
            Role::Admin | Role::Staff | Role::Consultant | Role::Complainant => false,
            // Nobody has asked about their data in this world.
            Role::Dpo => false,
            Role::Certifier => self.called == "in the sample",
            // Of another unit they see a case, and never one that they are kept apart from.
            Role::Representative => !["about", "line", "conflict"].contains(&self.case),
            Role::Intake | Role::Handler | Role::Manager | Role::TopManagement | Role::Auditor => {
                self.seen
            }
        }
    }
}

/// Well formed, and no complaint.
fn unknown(like: &str) -> String {
    let (front, _) = like.rsplit_once('-').unwrap();
    format!(
        "{}-000",
        front.rsplit_once('-').unwrap().0.to_owned() + "-0000"
    )
}

/// What is wrong with the routes of a case, for these roles.
async fn of_cases(world: &World, roles: &[Role]) -> Vec<String> {
    let (agreed, may) = (routes(), Roles::read());
    let mut wrong = Vec::new();
    for route in agreed.iter().filter(|route| route.is_of_a_case()) {
        for relation in &RELATIONS {
            let reference = &world.cases[relation.case];
            for role in roles {
                let asked = Asked {
                    world,
                    route,
                    viewer: relation.viewer(*role),
                    reference,
                };
                let found = asked.wrong(may.come_in(role.name(), route), relation.sees(*role));
                if let Some(found) = found.await {
                    let (method, path) = (&route.method, &route.path);
                    let role = role.name();
                    wrong.push(format!(
                        "{method} {path}, {role}, {}: {found}",
                        relation.called
                    ));
                }
            }
        }
    }
    wrong
}

/// Each refusal bears a number of its own for the log, whatever was asked.
fn unnumbered(body: &str) -> String {
    let marks = [
        ("urn:redress:error:", '"'),
        ("Reference of this message: ", '/'),
    ];
    for (mark, end) in marks {
        if let Some((front, rest)) = body.split_once(mark) {
            let (_, after) = rest.split_once(end).unwrap();
            return format!("{front}{mark}{after}");
        }
    }
    body.to_owned()
}

struct Asked<'a> {
    world: &'a World,
    route: &'a Agreed,
    viewer: Viewer,
    reference: &'a str,
}

impl Asked<'_> {
    async fn answer(&self, reference: &str) -> (u16, String) {
        let (method, path) = (&self.route.method, self.route.about(reference));
        let (status, body) = self.world.asks(Some(self.viewer), method, &path).await;
        (status, unnumbered(&body.replace(reference, "THIS")))
    }

    async fn wrong(&self, comes_in: bool, sees: bool) -> Option<String> {
        let (status, body) = self.answer(self.reference).await;
        if !comes_in {
            return (status != 403).then(|| format!("{status} without the permit"));
        }
        if status >= 500 {
            return Some(format!("{status}"));
        }
        if sees {
            let gone = self.route.is_of_the_case_alone() && status != 200;
            return gone.then(|| format!("{status} for what they may see"));
        }
        // The address of a form leads to the page of whatever stands in it, unseen.
        let leads_on = self.route.path == "/desk/{reference}/{verb}" && status == 303;
        if self.route.reads() && status != 404 && !leads_on {
            return Some(format!("{status} for what is hidden"));
        }
        // The same answer, to the letter, as for what was never there.
        let nothing = self.answer(&unknown(self.reference)).await;
        let same = (status, &body) == (nothing.0, &nothing.1);
        (!same).then(|| format!("hidden and unknown differ: {status}, {}", nothing.0))
    }
}

/// Which cases whoever looks from here finds on pages that are about none: by a case's
/// name in the text, or its reference.
async fn on_lists(world: &World, roles: &[Role]) -> Vec<String> {
    let (agreed, may) = (routes(), Roles::read());
    let hidden = [
        (
            Some(HARBOUR),
            SOMEBODY,
            &["pier", "east", "about", "owned", "sampled"][..],
        ),
        (None, BORIS, &["about"][..]),
    ];
    let mut wrong = Vec::new();
    let lists = agreed
        .iter()
        .filter(|route| route.reads() && !route.is_public() && !route.is_of_a_case());
    for route in lists {
        for role in roles.iter().filter(|role| may.come_in(role.name(), route)) {
            for (unit, person, names) in &hidden {
                let everywhere = *role == Role::Representative && *person != BORIS;
                let viewer = Viewer {
                    role: *role,
                    unit: *unit,
                    person: *person,
                };
                let path = route.widest();
                let (status, body) = world.asks(Some(viewer), &route.method, &path).await;
                if status >= 500 || status == 403 {
                    wrong.push(format!("{path}, {}: {status}", role.name()));
                }
                let oversees = *role == Role::Dpo && *person != BORIS && route.oversees_names();
                let told = |name: &&&str| {
                    body.contains(&format!("canary-{name}"))
                        || (!oversees && body.contains(&world.cases[**name]))
                };
                let told: Vec<_> = names.iter().filter(told).collect();
                if !told.is_empty() && !everywhere {
                    wrong.push(format!("{path}, {}: tells of {told:?}", role.name()));
                }
            }
        }
    }
    wrong
}

#[test]
fn every_route_of_the_house_has_its_entry() {
    let list = redress::house::routes().list;
    let house: BTreeSet<(Method, String)> = list
        .iter()
        .map(|route| (route.method.clone(), route.path.to_owned()))
        .collect();
    let agreed: BTreeSet<(Method, String)> = routes()
        .into_iter()
        .map(|route| (route.method, route.path))
        .collect();
    let missing: Vec<_> = house.symmetric_difference(&agreed).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(routes().iter().filter(|route| route.is_of_a_case()).count() > 20);
}

#[tokio::test]
async fn every_role_in_every_relation_gets_what_was_agreed_and_nothing_else() {
    let world = World::opens(as_told);
    let wrong = of_cases(&world, &Role::ALL).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn no_page_and_no_list_tells_of_a_case_that_is_hidden() {
    let world = World::opens(as_told);
    let wrong = on_lists(&world, &Role::ALL).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn whoever_lacks_the_permit_or_is_nobody_comes_in_by_no_route() {
    let (world, may) = (World::opens(as_told), Roles::read());
    let reference = &world.cases["pier"];
    for route in routes().iter().filter(|route| !route.is_public()) {
        let path = route.about(reference);
        let (status, _) = world.asks(None, &route.method, &path).await;
        let right = if path.starts_with("/api/") { 401 } else { 303 };
        assert_eq!(status, right, "{} {path}, nobody", route.method);
        for role in Role::ALL {
            if may.come_in(role.name(), route) {
                continue;
            }
            let viewer = RELATIONS[0].viewer(role);
            let (status, _) = world.asks(Some(viewer), &route.method, &path).await;
            assert_eq!(status, 403, "{} {path}, {}", route.method, role.name());
        }
    }
}

/// The control: where everybody's scope is everything, the matrix is red.
#[tokio::test]
async fn a_house_without_scopes_is_found() {
    let world = World::opens(without_scope);
    let wrong = of_cases(&world, &[Role::Handler]).await;
    let hidden = wrong.iter().filter(|line| line.contains("hidden")).count();
    assert!(hidden > 20, "{}", wrong.join("\n"));
    for relation in ["other unit", "unit above", "complained about"] {
        assert!(
            wrong.iter().any(|line| line.contains(relation)),
            "{relation}"
        );
    }
    let wrong = on_lists(&world, &[Role::Handler]).await;
    assert!(
        wrong
            .iter()
            .any(|line| line.starts_with("/desk?queue=all,")),
        "{wrong:?}"
    );
}
