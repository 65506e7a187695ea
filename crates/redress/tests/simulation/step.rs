//! What somebody at the desk does next with a case as they see it, and what the
//! complainant does when the answer is there.

use crate::{
    crowd::{Matter, Plan, Temper},
    dice::Dice,
    play::DAY,
};
use redress_complaint::{
    Complaint,
    case::{MessageState, RemedyState},
};
use redress_kernel::Instant;

#[derive(Debug, Clone)]
pub enum Step {
    Do(&'static str, &'static str, Vec<(&'static str, String)>),
    /// The complainant does it themselves, so many hours from now.
    Theirs(&'static str, Vec<(&'static str, String)>, i64),
    Wait(i64),
    Never,
}

fn act(who: &'static str, verb: &'static str, typed: &[(&'static str, &str)]) -> Step {
    let typed = typed.iter().map(|(name, text)| (*name, (*text).to_owned()));
    Step::Do(who, verb, typed.collect())
}

/// `zone_day`: a day so many days from now, as a form writes it.
pub fn next(
    c: &Complaint,
    plan: &Plan,
    now: Instant,
    dice: &mut Dice,
    day_in: impl Fn(i64) -> String,
) -> Step {
    let owner = plan.owner;
    if !c.is_open() {
        return closed(c, plan);
    }
    if let Some(step) = by_hand(c) {
        return step;
    }
    if c.owner.is_none() {
        return act(owner, "take", &[]);
    }
    if let Some(step) = no_complaint(c, plan) {
        return step;
    }
    if plan.temper == Temper::Withdraws && c.withdrawn_at.is_none() && dice.percent(30) {
        return theirs("withdrawal", &[("channel", "web")], dice.between(1, 40));
    }
    if c.withdrawn_at.is_some() {
        return closes(c, plan, "withdrawn");
    }
    if c.assessment.is_none() {
        let levels = ["low", "medium", "high"];
        return act(
            owner,
            "assessment",
            &[
                ("severity", *dice.one_of(&levels)),
                ("complexity", *dice.one_of(&levels)),
                ("impact", *dice.one_of(&levels)),
                ("rationale", "As told."),
            ],
        );
    }
    if c.significance_unconfirmed().is_some() && dice.percent(40) {
        return act(
            "director",
            "significance-confirmation",
            &[("significance-note", "Seen; keep me posted.")],
        );
    }
    if let Some(step) = limits_move(c, plan, dice) {
        return step;
    }
    if let Some(step) = informed(c, plan, now, dice, &day_in) {
        return step;
    }
    if let Some(step) = reviewed(c) {
        return step;
    }
    if c.standing_decision().is_some() {
        return answered(c, plan, now, dice);
    }
    towards_an_answer(c, plan, dice, &day_in)
}

fn theirs(verb: &'static str, typed: &[(&'static str, &str)], hours: i64) -> Step {
    let typed = typed.iter().map(|(name, text)| (*name, (*text).to_owned()));
    Step::Theirs(verb, typed.collect(), hours)
}

fn closed(c: &Complaint, plan: &Plan) -> Step {
    let again = plan.reopened && c.cycle < 2 && !c.imported;
    match again {
        true => act("manager", "reopening", &[("reason", "A new paper came.")]),
        false => Step::Never,
    }
}

/// Letters are posted and calls are made by intake; what a relay refused goes by telephone.
fn by_hand(c: &Complaint) -> Option<Step> {
    let waits = c.messages.iter().find(|m| {
        let manual = matches!(m.way.as_str(), "letter" | "phone" | "in-person");
        !m.incoming
            && (m.state == MessageState::Failed || (m.state == MessageState::Queued && manual))
    })?;
    let message = waits.id.to_string();
    let mut typed = vec![("message", message)];
    if waits.state == MessageState::Failed {
        typed.push(("way", "phone".to_owned()));
    }
    Some(Step::Do("intake", "sent", typed))
}

fn no_complaint(c: &Complaint, plan: &Plan) -> Option<Step> {
    let (scope, reason) = match plan.matter {
        Matter::Enquiry => ("enquiry", "not-a-complaint"),
        Matter::Elsewhere => ("out-of-scope", "out-of-scope"),
        _ => return None,
    };
    let decided = c.scope.as_ref().is_some_and(|its| its.scope == scope);
    Some(match decided {
        false => act(
            plan.owner,
            "scope",
            &[("scope", scope), ("reason", "A question.")],
        ),
        true => act(
            plan.owner,
            "closure",
            &[
                ("reason", reason),
                ("corrective-action", "no"),
                ("body", "Please ask the town."),
            ],
        ),
    })
}

/// Updates for whoever remembers them, later dates for whoever extends.
fn informed(
    c: &Complaint,
    plan: &Plan,
    now: Instant,
    dice: &mut Dice,
    day_in: &impl Fn(i64) -> String,
) -> Option<Step> {
    let soon =
        |due: Option<Instant>, days: i64| due.is_some_and(|due| due < now.plus_seconds(days * DAY));
    let under_way = c.standing_decision().is_none() || c.open_review().is_some();
    let in_time = c.due.response.is_some_and(|due| due > now);
    if plan.extends && under_way && in_time && soon(c.due.response, 3) && c.messages.len() < 40 {
        let day = day_in(dice.between(8, 40));
        return Some(act(
            plan.owner,
            "delay",
            &[("due-on", &day), ("reason", "The sample is late.")],
        ));
    }
    if plan.keeps_informed && c.owes_updates() && soon(c.due.update, 3) && c.messages.len() < 60 {
        return Some(act(
            plan.owner,
            "update",
            &[("body", "We still wait for the sample.")],
        ));
    }
    None
}

/// What moves the limits of packs: pauses, extensions, of which kind it is.
fn limits_move(c: &Complaint, plan: &Plan, dice: &mut Dice) -> Option<Step> {
    if c.packs.is_empty() {
        return None;
    }
    if let Some(asked) = c.asked_extensions().next() {
        let granted = if dice.percent(70) { "yes" } else { "no" };
        let limit = format!("{}/{}", asked.pack, asked.clock);
        return Some(act(
            "director",
            "extension-decision",
            &[
                ("limit-asked", &limit),
                ("granted", granted),
                ("decision-reason", "As asked."),
            ],
        ));
    }
    let pauses = c.open_pauses();
    if let Some(pause) = pauses.iter().find(|it| it.since.is_some()) {
        let over = dice.percent(35);
        return over.then(|| {
            act(
                plan.owner,
                "limit-step",
                &[("limit-step", pause.ended_by.name())],
            )
        });
    }
    if plan.extends && dice.percent(30) {
        let limit = c
            .extendable()
            .first()
            .map(redress_complaint::clocks::Clock::code);
        if let Some(limit) = limit {
            let typed = [("limit", &*limit), ("reason", "The expert is away.")];
            return Some(act(plan.owner, "extension", &typed));
        }
    }
    if plan.pauses && pauses.is_empty() && c.limit_steps.len() < 5 && dice.percent(20) {
        let offered = c.steps_offered();
        if !offered.is_empty() {
            let step = dice.one_of(&offered).name();
            let asked = if step == "supplement-asked" {
                "Your meter's number."
            } else {
                ""
            };
            return Some(act(
                plan.owner,
                "limit-step",
                &[("limit-step", step), ("asked", asked)],
            ));
        }
    }
    if plan.tells_the_kind && dice.percent(15) {
        let kinds = c.kinds_offered();
        let (pack, kind, _) = kinds.iter().find(|(.., said)| !said)?;
        let kind = format!("{}/{kind}", pack.id);
        return Some(act(
            plan.owner,
            "complaint-kind",
            &[("complaint-kind", &kind)],
        ));
    }
    None
}

fn reviewed(c: &Complaint) -> Option<Step> {
    c.open_review()?;
    let outcome = match c.version % 3 {
        0 => "changed",
        _ => "confirmed",
    };
    Some(act(
        "quality",
        "review-decision",
        &[
            ("review-outcome", outcome),
            ("reason", "Looked at everything again."),
        ],
    ))
}

fn towards_an_answer(
    c: &Complaint,
    plan: &Plan,
    dice: &mut Dice,
    day_in: &impl Fn(i64) -> String,
) -> Step {
    let owner = plan.owner;
    // After a review somebody else answers, and so does the reviewer's own plan.
    if c.decisions
        .iter()
        .any(|its| !its.taken_back && its.told_at.is_none())
        && c.decision().is_some()
    {
        let waits = !c.wants_new_answer();
        if waits
            && c.reopened_at
                .is_none_or(|at| c.decision().is_some_and(|d| d.at >= at))
        {
            return Step::Wait(20);
        }
    }
    if let Some(step) = annex_d(c, plan) {
        return step;
    }
    let me = owner;
    if c.plan.is_none() {
        return act(
            me,
            "investigation",
            &[("plan", "Ask the works."), ("impartial", "1")],
        );
    }
    if plan.temper == Temper::AcceptsAtOnce && c.decision().is_none() && c.answers.is_empty() {
        return theirs(
            "acceptance",
            &[("accepted", "yes"), ("channel", "web")],
            dice.between(2, 60),
        );
    }
    if c.is_accepted() {
        return settled(c, plan);
    }
    if let Some(issue) = c.issues.iter().find(|issue| issue.finding.is_none()) {
        let finding = *dice.one_of(&["upheld", "partly", "not-upheld"]);
        return Step::Do(
            me,
            "finding",
            vec![
                ("issue", issue.number.to_string()),
                ("finding", finding.to_owned()),
                ("cause", "process".to_owned()),
                ("finding-reason", "The valve stood open.".to_owned()),
            ],
        );
    }
    if plan.remedy && c.remedies.is_empty() {
        let day = day_in(dice.between(5, 40));
        let money = [
            ("issue", "1"),
            ("remedy", "14"),
            ("amount", "40"),
            ("due-on", &*day),
        ];
        let thing = [("issue", "1"), ("remedy", "01"), ("due-on", &*day)];
        let promised: &[(&str, &str)] = if dice.percent(50) { &money } else { &thing };
        return act(me, "response", promised);
    }
    if c.remedies.iter().any(|r| r.state == RemedyState::Proposed) {
        return act("manager", "remedy-approval", &[("remedy", "1")]);
    }
    act(
        me,
        "decision",
        &[("summary", "You were right, and we are sorry.")],
    )
}

/// Named, told, heard.
fn annex_d(c: &Complaint, plan: &Plan) -> Option<Step> {
    let Matter::Person(who) = plan.matter else {
        return None;
    };
    let Some(concern) = c.concerns.first() else {
        return Some(Step::Do(
            plan.owner,
            "concern",
            vec![("concerned-colleague", who.to_owned())],
        ));
    };
    if concern.told_at.is_none() {
        return Some(act(
            plan.owner,
            "concern-told",
            &[("told-text", "Told by telephone.")],
        ));
    }
    concern.heard_at.is_none().then(|| {
        act(
            plan.owner,
            "concern-heard",
            &[("account", "Was elsewhere.")],
        )
    })
}

fn answered(c: &Complaint, plan: &Plan, now: Instant, dice: &mut Dice) -> Step {
    let owner = plan.owner;
    if c.concerns.iter().any(|its| its.informed_at.is_none()) {
        return act(
            owner,
            "concern-informed",
            &[("informed-text", "Told how it ended.")],
        );
    }
    if c.open_referral().is_some() {
        return match c.version % 2 == 0 || dice.percent(30) {
            true => act(
                owner,
                "referral-decision",
                &[("referral-outcome", "not-upheld"), ("text", "On file.")],
            ),
            false => Step::Wait(150),
        };
    }
    let Some(answer) = c.standing_answer() else {
        return unanswered(c, plan, now, dice);
    };
    if answer.accepted {
        return settled(c, plan);
    }
    if plan.temper == Temper::AsksForReview && !c.is_reviewed() {
        return Step::Do(owner, "review", vec![("colleague", "quality".to_owned())]);
    }
    if plan.temper == Temper::GoesOutside && c.referrals.is_empty() {
        return act(
            owner,
            "referral",
            &[
                ("referred-by", "complainant"),
                ("text", "They want our file."),
            ],
        );
    }
    if c.recourse_ended.is_none() {
        return act(
            owner,
            "recourse-ended",
            &[("how-ended", "declined"), ("reason", "Wrote so.")],
        );
    }
    closes(c, plan, "rejected-exhausted")
}

fn unanswered(c: &Complaint, plan: &Plan, now: Instant, dice: &mut Dice) -> Step {
    let hours = dice.between(3, 400);
    let no = [
        ("accepted", "no"),
        ("reason", "Not enough."),
        ("channel", "web"),
    ];
    match plan.temper {
        Temper::Silent => silent(c, plan, now),
        Temper::Refuses | Temper::GoesOutside => theirs("acceptance", &no, hours),
        Temper::AsksForReview if c.is_reviewed() => theirs("acceptance", &no, hours),
        Temper::AsksForReview => {
            let mut typed = no.to_vec();
            typed.push(("review-wanted", "1"));
            theirs("acceptance", &typed, hours)
        }
        _ => theirs(
            "acceptance",
            &[("accepted", "yes"), ("channel", "web")],
            hours,
        ),
    }
}

/// Asked again once, and after some weeks closed.
fn silent(c: &Complaint, plan: &Plan, now: Instant) -> Step {
    let told = c
        .standing_decision()
        .and_then(|its| its.told_at)
        .unwrap_or(now);
    let asked = c.messages.iter().any(|m| !m.incoming && m.at > told);
    if c.anonymous {
        return closes(c, plan, "anonymous-completed");
    }
    match (asked, now.seconds_since(told) / DAY) {
        (false, 7..) => act(
            plan.owner,
            "messages",
            &[("body", "Did our answer reach you?")],
        ),
        (true, 22..) => closes(c, plan, "no-response"),
        _ => Step::Wait(60),
    }
}

/// Not before what was promised is done, and everybody concerned knows.
fn closes(c: &Complaint, plan: &Plan, reason: &'static str) -> Step {
    let unsettled = c.remedies.iter().any(|its| !its.state.is_settled());
    if unsettled {
        return settled(c, plan);
    }
    if c.concerns.iter().any(|its| its.informed_at.is_none()) {
        return act(
            plan.owner,
            "concern-informed",
            &[("informed-text", "Told how it ended.")],
        );
    }
    act(
        plan.owner,
        "closure",
        &[("reason", reason), ("corrective-action", "no")],
    )
}

fn settled(c: &Complaint, plan: &Plan) -> Step {
    let owner = plan.owner;
    let open = c.remedies.iter().find(|r| !r.state.is_settled());
    let Some(open) = open else {
        let reason = if c.decision().is_some() {
            "accepted"
        } else {
            "resolved-early"
        };
        let put_right = c
            .decision()
            .is_none()
            .then(|| c.issues.iter().find(|i| i.finding.is_none()));
        if let Some(Some(issue)) = put_right {
            return Step::Do(
                owner,
                "finding",
                vec![
                    ("issue", issue.number.to_string()),
                    ("finding", "no-finding".to_owned()),
                    ("finding-reason", "Put right at once.".to_owned()),
                ],
            );
        }
        return closes(c, plan, reason);
    };
    let number = open.number.to_string();
    match open.state {
        RemedyState::Proposed => Step::Do("manager", "remedy-approval", vec![("remedy", number)]),
        RemedyState::Delivered => Step::Do(
            owner,
            "remedy-verification",
            vec![
                ("remedy", number),
                ("verified-with", "complainant".to_owned()),
                ("put-right", "yes".to_owned()),
            ],
        ),
        _ => Step::Do(
            owner,
            "remedy-delivery",
            vec![("remedy", number), ("delivered-on", "today".to_owned())],
        ),
    }
}
