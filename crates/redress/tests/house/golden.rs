//! Who may do what, as one page that a reviewer reads: a permission that changes
//! shows in the difference. `UPDATE_GOLDEN=1 cargo test --test house` rewrites it.

use crate::tree;
use redress_kernel::person::{About, granted, sight};
use redress_kernel::{Action, Actor, Id, Role};

/// Compares with `tests/golden/<name>`, or writes it when asked to.
#[track_caller]
#[allow(
    clippy::disallowed_methods,
    reason = "the developer asks for a new golden file"
)]
pub fn agrees(name: &str, now: &str) {
    let path = tree::root().join("crates/redress/tests/golden").join(name);
    if std::env::var("UPDATE_GOLDEN").is_ok() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, now).unwrap();
    }
    let agreed = std::fs::read_to_string(&path).unwrap_or_default();
    let news = now
        .lines()
        .filter(|line| !agreed.contains(line))
        .collect::<Vec<_>>();
    let gone = agreed
        .lines()
        .filter(|line| !now.contains(line))
        .collect::<Vec<_>>();
    assert!(
        agreed == now,
        "{name} differs; new: {news:?}, gone: {gone:?}\nIf that is meant: UPDATE_GOLDEN=1 cargo test --workspace --test house"
    );
}

fn table(may: impl Fn(Role, Action) -> bool) -> String {
    let mut page =
        String::from("# What each role may do at all (kernel::person::granted). x = may.\n");
    page.push_str(&row("", Role::ALL.map(|role| role.name().to_owned())));
    for action in Action::ALL {
        let marks = Role::ALL.map(|role| if may(role, action) { "x" } else { "." }.to_owned());
        page.push_str(&row(&action.name(), marks));
    }
    page
}

fn row<const N: usize>(name: &str, cells: [String; N]) -> String {
    let cells: String = cells.iter().map(|cell| format!(" {cell:<14}")).collect();
    format!("{:<20}{}\n", name, cells).trim_end().to_owned() + "\n"
}

/// How somebody stands to a case, and what of it is shown to each role then.
fn fields() -> String {
    let me = Id::from_bytes([1; 16]);
    let any = About {
        open: true,
        sampled: vec![me],
        ..About::default()
    };
    let owned = About {
        owner: Some(me),
        ..any.clone()
    };
    let shown = About {
        revealed: vec![me],
        ..any.clone()
    };
    let sensitive = About {
        sensitive: true,
        ..any.clone()
    };
    let asked = About {
        under_request: true,
        ..any.clone()
    };
    let about_me = About {
        subjects: vec![me],
        ..any.clone()
    };
    let mut page = String::from(
        "# Which fields of a case each role sees (kernel::person::sight): n name, c contact,\n# t texts, i notes of colleagues, s colleagues concerned; . nothing of it is shown.\n",
    );
    page.push_str(&row("", Role::ALL.map(|role| role.name().to_owned())));
    for (called, about) in [
        ("sees-it", any),
        ("has-it", owned),
        ("shown-the-name", shown),
        ("sensitive", sensitive),
        ("data-asked-about", asked),
        ("is-about-them", about_me),
    ] {
        page.push_str(&row(
            called,
            Role::ALL.map(|role| letters(role, me, &about)),
        ));
    }
    page
}

fn letters(role: Role, me: Id, about: &About) -> String {
    let actor = Actor {
        id: me,
        role,
        ..Actor::complainant()
    };
    let it = sight(&actor, about);
    let all = [
        (it.identity, 'n'),
        (it.contact, 'c'),
        (it.texts, 't'),
        (it.notes, 'i'),
        (it.staff_concerned, 's'),
    ];
    let shown: String = all.iter().filter(|(is, _)| *is).map(|(_, c)| c).collect();
    if shown.is_empty() {
        ".".to_owned()
    } else {
        shown
    }
}

#[test]
fn each_role_sees_the_fields_that_were_agreed() {
    agrees("role_field.txt", &fields());
}

#[test]
fn the_roles_may_do_what_was_agreed() {
    agrees("role_action.txt", &table(granted));
}

/// The complainant has a role that nobody can be given, and acts by the verbs alone
/// that their manifests declare theirs.
#[test]
fn the_complainant_may_do_two_verbs_and_nothing_by_a_role() {
    assert!(!Role::ALL.contains(&Role::Complainant));
    assert_eq!(Role::from_name("complainant"), None);
    assert!(serde_json::from_str::<Role>("\"complainant\"").is_err());
    for action in Action::ALL {
        assert!(!granted(Role::Complainant, action), "{action:?}");
    }
    let verbs = redress::house::SLICES.iter().flat_map(|slice| slice.verbs);
    let theirs: Vec<&str> = verbs
        .filter(|verb| verb.theirs.is_some())
        .map(|verb| verb.name)
        .collect();
    assert_eq!(theirs, ["acceptance", "withdrawal"]);
}

#[test]
fn one_permission_more_shows_in_the_page() {
    let generous = table(|role, action| {
        granted(role, action) || (role, action) == (Role::Admin, Action::SeeCase)
    });
    assert_ne!(generous, table(granted));
    assert_eq!(table(granted).lines().count(), Action::ALL.len() + 2);
}
