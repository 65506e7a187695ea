//! What is wrong with an answer: the limits of each field, and the few rules
//! between fields. Pure; the sentence stands beside the field.

use super::steps::Step;
use redress_kernel::{
    fields::{Field, Fields, latin_digits},
    words::Message,
};

/// Only what this step asks for is read: a field that we never drew is nobody's
/// mistake to correct.
pub fn read(step: Step, typed: &Fields) -> Fields {
    let declared = step.fields();
    let mut kept = Fields::default();
    for field in &declared {
        for value in typed.all(field.name) {
            kept.put(field.name, value.as_str());
        }
    }
    carry_problems(&declared, typed, &mut kept);
    kept
}

/// Problems met while reading (a file too large) belong to the page as well.
fn carry_problems(declared: &[Field], typed: &Fields, kept: &mut Fields) {
    for problem in typed.problems() {
        if declared.iter().any(|field| field.name == problem.field) {
            kept.problem(&problem.field, problem.message.clone());
        }
    }
}

pub fn check(step: Step, fields: &mut Fields) {
    fields.check(&step.fields());
    if step == Step::AboutYou {
        check_reach(fields);
    }
}

fn check_reach(fields: &mut Fields) {
    if fields
        .optional("your-email")
        .is_some_and(|email| !could_be_email(&email))
    {
        fields.problem("your-email", Message::new("err-email"));
    }
    if fields
        .optional("your-phone")
        .is_some_and(|phone| !could_be_phone(&phone))
    {
        fields.problem("your-phone", Message::new("portal-phone-wrong"));
    }
    let reachable = ["your-email", "your-phone", "your-address"]
        .iter()
        .any(|way| fields.optional(way).is_some());
    if !reachable && !fields.ticked("stay-anonymous") {
        fields.problem("your-email", Message::new("portal-reach-missing"));
    }
    if fields.optional("acting-authority").is_some() && fields.optional("acting-for").is_none() {
        fields.problem("acting-for", Message::new("portal-acting-missing"));
    }
}

/// Any script, any top domain; what can surely not be delivered is asked about again.
pub fn could_be_email(typed: &str) -> bool {
    let Some((local, domain)) = typed.rsplit_once('@') else {
        return false;
    };
    let clean = |part: &str| {
        !part.is_empty()
            && !part
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
    };
    let dotted = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
    clean(local) && !local.contains('@') && clean(domain) && dotted && typed.len() <= 254
}

/// At least three digits of any script; words beside them ("after six") are welcome.
/// The number stays as it was typed: people check what they wrote.
fn could_be_phone(typed: &str) -> bool {
    let plain = latin_digits(typed);
    plain.chars().filter(char::is_ascii_digit).count() >= 3
}
