//! The steps, each with what was found and the page that does it.

use redress_kernel::{
    Instant, Organisation, Role,
    words::{Arg, Message},
};

/// What the steps are computed from.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub organisation: Organisation,
    /// Roles of those who can sign in.
    pub roles: Vec<Role>,
    pub relay: Option<String>,
    /// A complaint was recorded at least once.
    pub tried: bool,
    pub backup: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    /// As delivered: that will do, and can be made one's own.
    Delivered,
    Done,
}

impl State {
    pub const fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Delivered => "delivered",
            State::Done => "done",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// `start-{name}` is its title.
    pub name: &'static str,
    pub path: &'static str,
    pub state: State,
    pub finding: Message,
}

/// In the order in which they are best done.
pub fn steps(found: &Found, now: Instant) -> Vec<Step> {
    let organisation = &found.organisation;
    vec![
        contact(organisation),
        people(&found.roles),
        mail(found.relay.as_deref()),
        closures(organisation, now),
        lists(organisation),
        portal(organisation),
        retention(organisation),
        trial(found.tried),
        backup(found.backup),
    ]
}

fn contact(of: &Organisation) -> Step {
    let reached = !of.phone.is_empty() || !of.email.is_empty() || !of.address.is_empty();
    let outside = !of.external_body.is_empty();
    let (state, key) = match (reached, outside) {
        (true, true) => (State::Done, "start-contact-done"),
        (false, _) => (State::Open, "start-contact-open"),
        (true, false) => (State::Open, "start-contact-outside"),
    };
    step("contact", "/admin/organisation", state, key)
}

fn people(roles: &[Role]) -> Step {
    let handles = |role: &&Role| matches!(role, Role::Handler | Role::Manager);
    match roles.iter().filter(handles).count() {
        0 => step(
            "people",
            "/admin/people/new",
            State::Open,
            "start-people-open",
        ),
        n => step("people", "/admin/people", State::Done, "start-people-done").with("n", n),
    }
}

fn mail(host: Option<&str>) -> Step {
    match host {
        None => step("mail", "/admin/mail", State::Open, "start-mail-open"),
        Some(host) => step("mail", "/admin/mail", State::Done, "start-mail-done")
            .with("host", Arg::Latin(host.to_owned())),
    }
}

/// Due dates count every day as a working day that nobody named.
fn closures(of: &Organisation, now: Instant) -> Step {
    let today = now.date_in(&of.zone());
    match of.closures.iter().filter(|day| **day >= today).count() {
        0 => step(
            "closures",
            "/admin/calendar",
            State::Open,
            "start-closures-open",
        ),
        n => step(
            "closures",
            "/admin/calendar",
            State::Done,
            "start-closures-done",
        )
        .with("n", n),
    }
}

fn lists(of: &Organisation) -> Step {
    match of.terms.is_default() {
        true => step(
            "lists",
            "/admin/categories",
            State::Delivered,
            "start-lists-delivered",
        ),
        false => step(
            "lists",
            "/admin/categories",
            State::Done,
            "start-lists-done",
        ),
    }
}

fn portal(of: &Organisation) -> Step {
    match of.portal.texts.is_empty() {
        true => step(
            "portal",
            "/admin/portal",
            State::Delivered,
            "start-portal-delivered",
        ),
        false => step("portal", "/admin/portal", State::Done, "start-portal-done"),
    }
}

fn retention(of: &Organisation) -> Step {
    let (state, key) = match of.retention.is_default() {
        true => (State::Delivered, "start-retention-delivered"),
        false => (State::Done, "start-retention-done"),
    };
    step("retention", "/admin/retention", state, key)
        .with("complaint", of.retention.complaint_months)
        .with("other", of.retention.other_months)
}

fn trial(tried: bool) -> Step {
    match tried {
        true => step("trial", "/complain", State::Done, "start-trial-done"),
        false => step("trial", "/complain", State::Open, "start-trial-open"),
    }
}

fn backup(last: Option<Instant>) -> Step {
    match last {
        None => step("backup", "/admin/health", State::Open, "start-backup-open"),
        Some(at) => {
            step("backup", "/admin/health", State::Done, "start-backup-done").with("at", at)
        }
    }
}

fn step(name: &'static str, path: &'static str, state: State, key: &'static str) -> Step {
    let finding = Message::new(key);
    Step {
        name,
        path,
        state,
        finding,
    }
}

impl Step {
    fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Step {
        self.finding.args.push((name, value.into()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_kernel::terms::{List, Term};
    use std::sync::Arc;

    fn now() -> Instant {
        "2026-11-21T12:00:00Z".parse().unwrap_or_default()
    }

    fn open(found: &Found) -> Vec<&'static str> {
        let all = steps(found, now()).into_iter();
        all.filter(|step| step.state == State::Open)
            .map(|step| step.name)
            .collect()
    }

    #[test]
    fn on_the_first_day_everything_is_still_to_do_and_each_fact_takes_its_step_away() {
        let mut found = Found {
            roles: vec![Role::Admin, Role::Intake],
            ..Found::default()
        };
        let all = ["contact", "people", "mail", "closures", "trial", "backup"];
        assert_eq!(open(&found), all);
        found.organisation.phone = "0800 555 014".to_owned();
        assert_eq!(open(&found), all, "nobody outside is named yet");
        found.organisation.external_body = "Water Ombudsman".to_owned();
        found.roles.push(Role::Handler);
        found.relay = Some("mail.northfield.example".to_owned());
        assert_eq!(open(&found), all[3..]);
        found.organisation.closures = vec![jiff::civil::date(2025, 12, 25)];
        assert_eq!(open(&found), all[3..], "last year's holidays are over");
        found.organisation.closures = vec![jiff::civil::date(2026, 12, 25)];
        found.tried = true;
        found.backup = Some(now());
        assert_eq!(open(&found), [""; 0]);
    }

    #[test]
    fn what_is_delivered_will_do() {
        let state = |found: &Found, name: &str| {
            let all = steps(found, now());
            all.iter()
                .find(|step| step.name == name)
                .map(|step| step.state)
        };
        let mut found = Found::default();
        assert_eq!(state(&found, "lists"), Some(State::Delivered));
        let own = redress_kernel::terms::Terms::default();
        found.organisation.terms = Arc::new(own.with(List::Categories, vec![Term::of("05")]));
        assert_eq!(state(&found, "lists"), Some(State::Done));
        assert_eq!(state(&found, "retention"), Some(State::Delivered));
        found.organisation.retention.other_months = 6;
        assert_eq!(state(&found, "retention"), Some(State::Done));
    }
}
