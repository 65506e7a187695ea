//! 7.3 Time limits: what moves the limits that rule packs set. A step that their
//! clocks heed is recorded once it has happened; more time is a decision with a
//! reason, by whom the rule names, and the complainant hears of it in a letter with
//! all that the rule asks for. Nothing of it is offered where no rule provides it.
//! Evidence: each step and when it was, each extension, who asked and who decided,
//! its notice and when that left, and of which kind the complaint is.

mod extension;
mod kind;
mod letter;
mod step;
#[cfg(test)]
mod tests;

use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    case::{Extension, MessageState, Outcome},
    facts::{Extended, ExtensionAsked, ExtensionRefused, KindsSet, LimitMoved, WAYS},
    panel::{Row, Shown},
};
use redress_kernel::{
    Action, Fact,
    fields::{Field, Kind, LONG_TEXT_MAX},
    words::{Arg, Message},
};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    panel: Some(panel),
    facts: &[
        LimitMoved::KIND,
        ExtensionAsked::KIND,
        ExtensionRefused::KIND,
        Extended::KIND,
        KindsSet::KIND,
    ],
    also: &["7.8"],
    ..Slice::new("operation.time-limits", "7.3")
};

/// The longest that any rule grants.
const AMOUNT_MAX: i64 = 3_650;

const VERBS: &[Verb] = &[
    Verb::new(
        "complaint-kind",
        Action::Assess,
        &[
            Field::new("complaint-kind", Kind::Offered("complaint-kind"))
                .required()
                .hinted(),
        ],
    )
    .ready(kind::some_to_choose)
    .decides(kind::set),
    Verb::new(
        "limit-step",
        Action::Update,
        &[
            Field::new("limit-step", Kind::Offered("limit-step")).required(),
            Field::new("asked", Kind::Text(LONG_TEXT_MAX)).hinted(),
            Field::new("step-at", Kind::Moment).hinted(),
            Field::new("reason", Kind::Text(LONG_TEXT_MAX)),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .ready(step::some_to_record)
    .decides(step::record),
    Verb::new(
        "extension",
        Action::Update,
        &[
            Field::new("limit", Kind::Offered("limit")).required(),
            Field::new("extend-by", Kind::Number(1, AMOUNT_MAX)).hinted(),
            Field::new("reason", Kind::Text(LONG_TEXT_MAX)),
            Field::new("consent", Kind::Offered("consent")).hinted(),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .ready(extension::some_to_extend)
    .decides(extension::extend),
    Verb::new(
        "extension-decision",
        Action::GrantExtension,
        &[
            Field::new("limit-asked", Kind::Offered("limit-asked")).required(),
            Field::new("granted", Kind::YesNo).required(),
            Field::new("decision-reason", Kind::Text(LONG_TEXT_MAX)).required(),
            Field::new("way", Kind::Choice("way", WAYS)),
        ],
    )
    .ready(extension::some_to_decide)
    .decides(extension::decide),
];

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let said = c.kinds_offered().into_iter().filter(|(.., said)| *said);
    let kinds = said.map(|(_, kind, _)| Row::code("row-complaint-kind", "pack-kind", kind));
    let pauses = c.open_pauses().into_iter().map(|pause| {
        let step =
            |kind: redress_kernel::clock::FactKind| Arg::Key(format!("clock-fact-{}", kind.name()));
        let said = match pause.since {
            Some(since) => Message::new("limit-stands")
                .with("begun", step(pause.begun_by))
                .with("since", since)
                .with("ended", step(pause.ended_by)),
            None => Message::new("limit-stands-soon").with("begun", step(pause.begun_by)),
        };
        Row::new("row-limit-stands", Shown::Said(said))
    });
    let extensions = c.extensions.iter().flat_map(|it| {
        let agreed = it.consent.iter();
        let agreed = agreed.map(|way| Row::code("row-extension-consent", "way", way));
        extension_rows(c, it).into_iter().chain(agreed)
    });
    kinds.chain(pauses).chain(extensions).collect()
}

fn extension_rows(c: &Complaint, it: &Extension) -> Vec<Row> {
    let limit = || Arg::Key(format!("limit:{}/{}", it.pack, it.clock));
    let person = |id| Arg::Key(format!("person:{id}"));
    let row = |label, said: Message| Row::new(label, Shown::Said(said.with("limit", limit())));
    match &it.outcome {
        Outcome::Asked => {
            let mut rows = vec![row(
                "row-extension-asked",
                Message::new("extension-waits")
                    .with(
                        "person",
                        it.asked_by.map_or(Arg::Key("desk-system".into()), person),
                    )
                    .with("at", it.asked_at),
            )];
            rows.push(Row::text("row-extension-reason", &it.reason));
            rows.retain(|row| !matches!(&row.value, Shown::Text(text) if text.is_empty()));
            rows
        }
        Outcome::Refused { at, by, .. } => vec![row(
            "row-extension-refused",
            Message::new("extension-was-refused")
                .with("person", person(*by))
                .with("at", *at),
        )],
        Outcome::Granted { to, message, .. } => {
            let told = Message::new("extension-runs-to").with("to", *to);
            let mut rows = vec![row("row-extended", told)];
            if message.is_some_and(|id| !has_left(c, id)) {
                rows.push(row("row-notice-owed", Message::new("notice-owed")));
            }
            rows
        }
    }
}

/// A notice that was taken back, or could not be sent, is still owed.
fn has_left(c: &Complaint, message: redress_kernel::Id) -> bool {
    c.message(message)
        .is_some_and(|it| it.state == MessageState::Sent)
}
