//! A provider as it is typed, and what can be wrong with it. Pure; what is wrong stands
//! beside its field.

use crate::egress::{ADDRESS_MAX, Target};
use redress_kernel::{
    Network, Role,
    fields::{Field, Fields, Kind},
    provider::Provider,
    words::Message,
};

pub const NAME: Field = Field::new("provider-name", Kind::Line(80)).required();
pub const ISSUER: Field = Field::new("provider-issuer", Kind::Line(ADDRESS_MAX))
    .required()
    .hinted();
pub const CLIENT: Field = Field::new("provider-client", Kind::Line(255)).required();
pub const FIRST: &[Field] = &[NAME, ISSUER, CLIENT];
/// Beside the others because it is never written back into a page.
pub const SECRET: Field = Field::new("provider-secret", Kind::Line(500));
pub const REST: &[Field] = &[
    Field::new("provider-scopes", Kind::Line(300))
        .required()
        .hinted(),
    Field::new("provider-email-claim", Kind::Line(100))
        .required()
        .hinted(),
    Field::new("provider-trusts-email", Kind::Tick).hinted(),
    Field::new("provider-newcomers", Kind::Tick).hinted(),
    Field::new("provider-groups-claim", Kind::Line(100)).hinted(),
    Field::new("provider-roles", Kind::Text(4000)).hinted(),
    Field::new("provider-strength", Kind::Line(300)).hinted(),
    Field::new("provider-minutes", Kind::Number(1, MINUTES_MAX)).hinted(),
];

/// A day: whoever wants less asks for nothing.
const MINUTES_MAX: i64 = 24 * 60;

/// What decides over people, settings or all cases is given by somebody who looks to whom,
/// never by a group that is kept elsewhere.
pub fn is_given_by_hand(role: Role) -> bool {
    matches!(
        role,
        Role::Admin
            | Role::Representative
            | Role::Dpo
            | Role::Certifier
            | Role::TopManagement
            | Role::Manager
    )
}

const CODE_MAX: usize = 30;

/// The provider, if nothing is wrong; `code` is the one on file, where there is one.
pub fn read(fields: &mut Fields, code: String, inside: &[Network]) -> Option<Provider> {
    fields.check(&[FIRST, &[SECRET], REST].concat());
    check_issuer(fields, inside);
    if !fields
        .text("provider-scopes")
        .split(' ')
        .any(|one| one == "openid")
    {
        fields.problem("provider-scopes", Message::new("problem-provider-scopes"));
    }
    let roles = roles(fields);
    let it = Provider {
        code,
        name: fields.text("provider-name"),
        issuer: fields.text("provider-issuer"),
        client: fields.text("provider-client"),
        scopes: fields.text("provider-scopes"),
        email_claim: fields.text("provider-email-claim"),
        trusts_email: fields.ticked("provider-trusts-email"),
        newcomers: fields.ticked("provider-newcomers"),
        groups_claim: fields.text("provider-groups-claim"),
        roles,
        strengths: strengths(&fields.text("provider-strength")),
        minutes_max: fields
            .number("provider-minutes")
            .and_then(|minutes| u32::try_from(minutes).ok())
            .unwrap_or_default(),
    };
    if it.newcomers && (it.roles.is_empty() || it.groups_claim.is_empty()) {
        fields.problem("provider-roles", Message::new("problem-provider-groups"));
    }
    fields.problems().is_empty().then_some(it)
}

fn check_issuer(fields: &mut Fields, inside: &[Network]) {
    let issuer = fields.text("provider-issuer");
    if issuer.is_empty() {
        return;
    }
    let good = Target::read(&issuer).is_ok_and(|target| {
        let plain = !issuer.contains('?') && !target.is_surely_inside(inside);
        plain && (target.secure || !inside.is_empty())
    });
    if !good {
        fields.problem("provider-issuer", Message::new("problem-provider-issuer"));
    }
}

/// Parted by spaces, as the question to the provider writes them.
fn strengths(typed: &str) -> Vec<String> {
    typed.split_whitespace().map(str::to_owned).collect()
}

/// A line each: `group = role`.
fn roles(fields: &mut Fields) -> Vec<(String, Role)> {
    let typed = fields.text("provider-roles");
    let mut all = Vec::new();
    for (number, line) in (1i64..).zip(typed.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let parted = line.split_once('=').and_then(|(group, role)| {
            let role = Role::from_name(role.trim())?;
            let ours = role != Role::Complainant && !group.trim().is_empty();
            ours.then(|| (group.trim().to_owned(), role))
        });
        match parted {
            Some((_, role)) if is_given_by_hand(role) => {
                let problem = Message::new("problem-provider-role-by-hand").with("line", number);
                fields.problem("provider-roles", problem);
            }
            Some(pair) => all.push(pair),
            None => {
                let problem = Message::new("problem-provider-roles").with("line", number);
                fields.problem("provider-roles", problem);
            }
        }
    }
    all
}

pub fn typed(it: &Provider) -> Fields {
    let mut fields = Fields::default();
    let roles = it.roles.iter();
    let roles: Vec<String> = roles
        .map(|(group, role)| format!("{group} = {}", role.name()))
        .collect();
    for (name, text) in [
        ("provider-name", it.name.as_str()),
        ("provider-issuer", &it.issuer),
        ("provider-client", &it.client),
        ("provider-scopes", &it.scopes),
        ("provider-email-claim", &it.email_claim),
        ("provider-groups-claim", &it.groups_claim),
        ("provider-roles", &roles.join("\n")),
        ("provider-strength", &it.strengths.join(" ")),
    ] {
        fields.put(name, text);
    }
    if it.minutes_max > 0 {
        fields.put("provider-minutes", it.minutes_max.to_string());
    }
    for (name, ticked) in [
        ("provider-trusts-email", it.trusts_email),
        ("provider-newcomers", it.newcomers),
    ] {
        if ticked {
            fields.put(name, "1");
        }
    }
    fields
}

/// An empty form with what nearly everybody needs.
pub fn blank() -> Fields {
    let mut fields = Fields::default();
    fields.put("provider-scopes", "openid email profile");
    fields.put("provider-email-claim", "email");
    fields
}

/// A word for addresses, made of the name; another where that is taken.
pub fn code_for(name: &str, known: &[Provider]) -> String {
    let plain = |c: char| match c.is_ascii_alphanumeric() {
        true => c.to_ascii_lowercase(),
        false => '-',
    };
    let word: String = name.chars().map(plain).take(CODE_MAX).collect();
    let word = match word.trim_matches('-') {
        "" => "provider".to_owned(),
        word => word.to_owned(),
    };
    let taken = |code: &String| known.iter().any(|it| it.code == *code);
    let others = (2..).map(|n| format!("{word}-{n}"));
    let mut all = std::iter::once(word.clone()).chain(others);
    all.find(|code| !taken(code)).unwrap_or(word)
}
