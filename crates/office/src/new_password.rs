//! The field for a new password, typed by its owner: what is wrong with it stands
//! beside it, and it is never written back into a page.

use crate::password;
use askama::Template;
use redress_kernel::fields::{Field, Fields, Kind, Problem};
use redress_web::{Html, Voice};

pub const FIELD: Field = Field::new("password", Kind::Line(2_000)).required();

#[derive(Template)]
#[template(path = "new_password.html")]
struct Drawn<'a> {
    t: &'a Voice,
    error: Option<Html>,
    min: usize,
}

pub fn draw(t: &Voice, typed: &Fields) -> Html {
    let error = typed
        .problem_at("password")
        .map(|problem| t.html(&problem.message));
    Html::from_template(&Drawn {
        t,
        error,
        min: password::MIN,
    })
}

/// Adds the problem, if this password is not good enough for this person.
pub fn check(fields: &mut Fields, context: &[&str]) {
    if fields.problem_at("password").is_some() {
        return;
    }
    if let Err(refusal) = password::acceptable(fields.typed("password"), context) {
        let problem = Problem::from(refusal);
        fields.problem(&problem.field, problem.message);
    }
}
