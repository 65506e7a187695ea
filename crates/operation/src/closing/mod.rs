//! 7.9 Closing: the complainant accepts or not; who does not accept keeps every
//! way on, a review by an independent person and a body outside, and the complaint
//! stays open until those are used up, declined or out of time. Closing needs
//! every promise kept; reopening starts a new cycle and keeps the old one.
//! Evidence: the complainant's word, review and referral with their outcomes,
//! remedies verified, recourse told, corrective action decided, what was overridden.

mod abusive;
mod acceptance;
mod closure;
mod letter;
mod referral;
mod review;
#[cfg(test)]
mod tests;
mod withdrawal;

pub use acceptance::{Answering, answer};
pub use closure::obstacles;
pub use withdrawal::withdraw;

use redress_complaint::facts::{
    Accepted, Closed, NotAccepted, RecourseEnded, ReferralDecided, Referred, Reopened,
    ReviewDecided, ReviewOpened, WithdrawnByComplainant,
};
use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    facts::{CHANNELS, CLOSE_REASONS},
    panel::{Evidence, Found, Row, Shown},
    verb::Theirs,
};
use redress_kernel::Fact;
use redress_kernel::{
    Action,
    fields::{Field, Kind, LONG_TEXT_MAX},
    words::{Arg, Message},
};

const CHANNEL: Field = Field::new("channel", Kind::Choice("channel", CHANNELS));
const REASON: Field = Field::new("reason", Kind::Text(LONG_TEXT_MAX));
const TEXT: Field = Field::new("text", Kind::Text(LONG_TEXT_MAX));

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    before_closing: Some(obstacles),
    second: &[abusive::CLOSING],
    facts: &[
        WithdrawnByComplainant::KIND,
        Accepted::KIND,
        NotAccepted::KIND,
        ReviewOpened::KIND,
        ReviewDecided::KIND,
        Referred::KIND,
        ReferralDecided::KIND,
        RecourseEnded::KIND,
        Closed::KIND,
        Reopened::KIND,
    ],
    ..Slice::new("operation.closing", "7.9")
};

const VERBS: &[Verb] = &[
    Verb::new(
        "acceptance",
        Action::RecordAcceptance,
        &[
            Field::new("accepted", Kind::YesNo).required(),
            REASON,
            CHANNEL,
            Field::new("review-wanted", Kind::Tick),
        ],
    )
    .decides(acceptance::recorded)
    .by_complainant(Theirs::Answer),
    // Whoever has the case gives the review away; only the reviewer may decide it.
    Verb::new(
        "review",
        Action::Assign,
        &[Field::new("colleague", Kind::Colleague).required(), REASON],
    )
    .ready(review::can_open)
    .decides(review::open),
    Verb::new(
        "review-decision",
        Action::Review,
        &[
            Field::new(
                "review-outcome",
                Kind::Choice("review-outcome", review::OUTCOMES),
            )
            .required(),
            REASON.required(),
        ],
    )
    .ready(review::can_decide)
    .decides(review::decide),
    Verb::new(
        "referral",
        Action::Refer,
        &[
            Field::new("external-body", Kind::Line(300)).hinted(),
            Field::new("referred-by", Kind::Choice("referred-by", referral::BY)).required(),
            TEXT,
        ],
    )
    .decides(referral::refer),
    Verb::new(
        "referral-decision",
        Action::Refer,
        &[
            Field::new(
                "referral-outcome",
                Kind::Choice("referral-outcome", referral::OUTCOMES),
            )
            .required(),
            TEXT,
        ],
    )
    .ready(referral::one_is_open)
    .decides(referral::decided),
    Verb::new(
        "recourse-ended",
        Action::Close,
        &[
            Field::new("how-ended", Kind::Choice("recourse-ended", referral::ENDED)).required(),
            REASON.required(),
        ],
    )
    .ready(referral::can_end)
    .decides(referral::end),
    Verb::new(
        "closure",
        Action::Close,
        &[
            Field::new("reason", Kind::Choice("close-reason", CLOSE_REASONS)).required(),
            Field::new("body", Kind::Text(LONG_TEXT_MAX)).hinted(),
            Field::new("corrective-action", Kind::YesNo)
                .required()
                .hinted(),
            Field::new("follow-up-on", Kind::Date).hinted(),
            Field::new("override", Kind::Tick).hinted(),
            Field::new("override-reason", Kind::Text(LONG_TEXT_MAX)),
        ],
    )
    .decides(closure::close),
    // Asks only: it is done when a second person agrees.
    Verb::new("abusive-closing", Action::Close, abusive::FIELDS)
        .ready(abusive::can_ask)
        .decides(abusive::ask)
        .adding(),
    Verb::new("reopening", Action::Reopen, &[REASON.required()])
        .ready(closure::is_closed)
        .decides(closure::reopen),
    Verb::new(
        "withdrawal",
        Action::Withdraw,
        &[CHANNEL.required(), REASON],
    )
    .ready(withdrawal::can_withdraw)
    .decides(withdrawal::recorded)
    .by_complainant(Theirs::Withdrawal),
];

const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "complainants-answer",
        clause: "7.9",
        state: |c| match c.standing_decision() {
            None => Found::NotNeeded,
            Some(_) => Found::when(c.standing_answer().is_some() || c.recourse_ended.is_some()),
        },
    },
    Evidence {
        key: "review-independent",
        clause: "7.9",
        state: |c| match c.reviews.last() {
            None => Found::NotNeeded,
            Some(review) => Found::when(!c.kept_apart().contains(&review.reviewer)),
        },
    },
    Evidence {
        key: "recourse-used-or-ended",
        clause: "7.9",
        state: |c| match c.is_rejected() {
            true => Found::when(c.recourse_ended.is_some()),
            false => Found::NotNeeded,
        },
    },
    Evidence {
        key: "closed-with-reason",
        clause: "7.9",
        state: |c| Found::when(c.closed.is_some()),
    },
    Evidence {
        key: "follow-up-planned",
        clause: "8.3",
        state: |c| match &c.closed {
            Some(closure) if closure::is_followed_up(&closure.reason) => {
                Found::when(closure.follow_up_at.is_some())
            }
            Some(_) => Found::NotNeeded,
            None => Found::NotNeeded,
        },
    },
];

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(answer) = c.standing_answer() {
        let word = if answer.accepted {
            "accepted"
        } else {
            "not-accepted"
        };
        rows.push(Row::new("row-accepted", Shown::Said(Message::new(word))));
        if !answer.reason.is_empty() {
            rows.push(Row::text("row-answer-reason", &answer.reason));
        }
        let asked = answer.review_wanted.then_some(answer.at);
        rows.extend(asked.map(|at| Row::new("row-review-wanted", Shown::Moment(at))));
    }
    for review in &c.reviews {
        rows.push(Row::new("row-reviewer", Shown::Person(review.reviewer)));
        rows.extend(
            review
                .outcome
                .iter()
                .map(|o| Row::code("row-review-outcome", "review-outcome", o)),
        );
    }
    for referral in &c.referrals {
        let outcome = referral.outcome.as_deref().unwrap_or("open");
        let outcome = Shown::Said(Message::new(format!("referral-outcome-{outcome}")));
        let body = Shown::Text(referral.body.clone());
        rows.push(Row::new("row-referral", Shown::List(vec![body, outcome])));
    }
    rows.extend(
        c.recourse_ended
            .iter()
            .map(|how| Row::code("row-recourse-ended", "recourse-ended", how)),
    );
    rows.extend(
        c.withdrawn_at
            .map(|at| Row::new("row-withdrawn-at", Shown::Moment(at))),
    );
    rows.extend(c.closed.iter().flat_map(closed_rows));
    rows
}

fn closed_rows(closure: &redress_complaint::case::Closure) -> Vec<Row> {
    let corrective = if closure.corrective_action {
        "yes"
    } else {
        "no"
    };
    let mut rows = vec![
        Row::new("row-closed-at", Shown::Moment(closure.at)),
        Row::code("row-close-reason", "close-reason", &closure.reason),
        Row::new(
            "row-corrective-action",
            Shown::Said(Message::new(corrective)),
        ),
    ];
    rows.extend(
        closure
            .follow_up_at
            .map(|at| Row::new("row-follow-up", Shown::Moment(at))),
    );
    if !closure.overridden.is_empty() {
        let sentences = closure.overridden.iter().map(obstacle);
        rows.push(Row::new("row-overridden", Shown::List(sentences.collect())));
    }
    rows
}

/// The sentence that the manager read and went over.
fn obstacle((code, about): &(String, Option<String>)) -> Shown {
    let sentence = Message::new(format!("refusal-{code}"));
    Shown::Said(match about.as_deref().map(|about| (about, about.parse())) {
        None => sentence,
        Some((_, Ok(number))) => sentence.with("number", Arg::Number(number)),
        Some((key, Err(_))) => sentence.with("remedy", Arg::Key(key.to_owned())),
    })
}
