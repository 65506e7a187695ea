//! A corrective action, folded from its facts, and what can be decided about it:
//! plan, carry out, and have somebody else look whether it works.

use super::facts::{
    CorrectiveActionDone, CorrectiveActionLinked, CorrectiveActionOpened, CorrectiveActionPlanned,
    EffectChecked, Plan, Words,
};
use jiff::civil::Date;
use redress_kernel::{
    Draft, Entry, Fact, Id, Instant, Refusal,
    fields::{Field, Fields, Kind},
    journal::Unreadable,
};

const TEXT: Kind = Kind::Text(5000);

pub const PLANNING: &[Field] = &[
    Field::new("action-title", Kind::Line(200)).required(),
    Field::new("root-cause", TEXT).hinted(),
    Field::new("action-plan", TEXT),
    Field::new("action-owner", Kind::Colleague).required(),
    Field::new("action-due", Kind::Date).required(),
];
pub const DOING: &[Field] = &[Field::new("action-done", TEXT).required()];
pub const CHECKING: &[Field] = &[
    Field::new("action-works", Kind::YesNo).required(),
    Field::new("action-effect", TEXT).required().hinted(),
    Field::new("action-due-again", Kind::Date).hinted(),
];
pub const LINKING: &[Field] = &[Field::new("action-complaint", Kind::Reference).required()];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Being planned or carried out.
    #[default]
    Open,
    /// Carried out; somebody else looks whether it works.
    Done,
    /// Found to work.
    Effective,
}

impl State {
    pub const ALL: [State; 3] = [State::Open, State::Done, State::Effective];

    pub const fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Done => "done",
            State::Effective => "effective",
        }
    }

    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A line of its history.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// Its words are `action-moment-{what}`.
    pub what: &'static str,
    pub at: Instant,
    pub by: Id,
    pub text: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct CorrectiveAction {
    pub id: Id,
    pub plan: Plan,
    pub owner: Id,
    pub due_on: Date,
    pub complaints: Vec<Id>,
    pub state: State,
    /// Who carried it out last.
    pub done_by: Option<Id>,
    /// How often it was begun: more than once if it did not work.
    pub rounds: i64,
    pub history: Vec<Moment>,
}

impl CorrectiveAction {
    /// None when these are no facts of an action.
    pub fn fold(entries: &[Entry]) -> Result<Option<CorrectiveAction>, Unreadable> {
        let Some(first) = entries.first().filter(|e| e.is::<CorrectiveActionOpened>()) else {
            return Ok(None);
        };
        let mut action = CorrectiveAction {
            id: first.about,
            rounds: 1,
            ..CorrectiveAction::default()
        };
        for entry in entries {
            action.follow(entry)?;
        }
        Ok(Some(action))
    }

    fn follow(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        match entry.kind.as_str() {
            CorrectiveActionOpened::KIND => {
                let read = entry.read::<CorrectiveActionOpened>()?;
                (self.owner, self.due_on) = (read.fact.owner, read.fact.due_on);
                self.complaints = read.fact.complaints;
                self.plan = read.personal.into_present().unwrap_or_default();
                self.tell(entry, "opened", String::new());
            }
            CorrectiveActionPlanned::KIND => {
                let read = entry.read::<CorrectiveActionPlanned>()?;
                (self.owner, self.due_on) = (read.fact.owner, read.fact.due_on);
                self.plan = read.personal.into_present().unwrap_or_default();
                self.tell(entry, "planned", String::new());
            }
            CorrectiveActionLinked::KIND => {
                let read = entry.read::<CorrectiveActionLinked>()?;
                self.complaints.push(read.fact.complaint);
                self.tell(entry, "linked", String::new());
            }
            CorrectiveActionDone::KIND => {
                let words = entry.read::<CorrectiveActionDone>()?.personal;
                (self.state, self.done_by) = (State::Done, Some(entry.actor));
                self.tell(entry, "done", said(words.into_present()));
            }
            EffectChecked::KIND => self.checked(entry)?,
            _ => {}
        }
        Ok(())
    }

    fn checked(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        let read = entry.read::<EffectChecked>()?;
        let words = said(read.personal.into_present());
        if read.fact.effective {
            self.state = State::Effective;
            self.tell(entry, "effective", words);
            return Ok(());
        }
        self.state = State::Open;
        self.rounds += 1;
        self.due_on = read.fact.due_on.unwrap_or(self.due_on);
        self.tell(entry, "not-effective", words);
        Ok(())
    }

    fn tell(&mut self, entry: &Entry, what: &'static str, text: String) {
        self.history.push(Moment {
            what,
            at: entry.at(),
            by: entry.actor,
            text,
        });
    }

    /// Late as long as it is not carried out.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == State::Open && self.due_on < today
    }

    pub fn planned(&self, fields: &Fields, owners: &[Id], today: Date) -> Result<Draft, Refusal> {
        self.still(State::Open)?;
        let (plan, owner, due_on) = read_plan(fields, owners, today)?;
        let fact = CorrectiveActionPlanned { owner, due_on };
        Ok(Draft::with(self.id, &fact, &plan))
    }

    /// What is done without a known cause would be a correction, not a corrective action.
    pub fn done(&self, fields: &Fields) -> Result<Draft, Refusal> {
        self.still(State::Open)?;
        if self.plan.cause.is_empty() || self.plan.plan.is_empty() {
            return Err(Refusal::new("action-without-cause"));
        }
        let words = Words {
            text: fields.text("action-done"),
        };
        Ok(Draft::with(self.id, &CorrectiveActionDone {}, &words))
    }

    /// Whether it works is never said by whoever owns it or carried it out (8.7).
    pub fn effect(&self, fields: &Fields, by: Id, today: Date) -> Result<Draft, Refusal> {
        self.still(State::Done)?;
        if by == self.owner || Some(by) == self.done_by {
            return Err(Refusal::new("effect-checked-by-owner"));
        }
        let effective = fields.yes("action-works").unwrap_or_default();
        let due_on = fields.date("action-due-again");
        if !effective {
            let due = due_on.ok_or(Refusal::new("effect-without-date").at("action-due-again"))?;
            not_past(due, today, "action-due-again")?;
        }
        let words = Words {
            text: fields.text("action-effect"),
        };
        let due_on = due_on.filter(|_| !effective);
        Ok(Draft::with(
            self.id,
            &EffectChecked { effective, due_on },
            &words,
        ))
    }

    pub fn linked(&self, complaint: Id) -> Result<Draft, Refusal> {
        if self.complaints.contains(&complaint) {
            return Err(Refusal::new("action-linked-already").at("action-complaint"));
        }
        Ok(Draft::of(self.id, &CorrectiveActionLinked { complaint }))
    }

    fn still(&self, state: State) -> Result<(), Refusal> {
        match (self.state == state, self.state) {
            (true, _) => Ok(()),
            (_, State::Open) => Err(Refusal::new("action-not-done")),
            (_, State::Done) => Err(Refusal::new("action-waits-for-check")),
            (_, State::Effective) => Err(Refusal::new("action-effective-already")),
        }
    }
}

fn said(words: Option<Words>) -> String {
    words.map(|words| words.text).unwrap_or_default()
}

/// A new action out of what was typed.
pub fn opened(
    id: Id,
    complaints: Vec<Id>,
    fields: &Fields,
    owners: &[Id],
    today: Date,
) -> Result<Draft, Refusal> {
    let (plan, owner, due_on) = read_plan(fields, owners, today)?;
    let fact = CorrectiveActionOpened {
        complaints,
        owner,
        due_on,
    };
    Ok(Draft::with(id, &fact, &plan))
}

fn read_plan(fields: &Fields, owners: &[Id], today: Date) -> Result<(Plan, Id, Date), Refusal> {
    let owner = fields.id("action-owner").filter(|id| owners.contains(id));
    let owner = owner.ok_or(Refusal::new("colleague-unknown").at("action-owner"))?;
    let due_on = fields.date("action-due").unwrap_or(Date::MIN);
    not_past(due_on, today, "action-due")?;
    let plan = Plan {
        title: fields.text("action-title"),
        cause: fields.text("root-cause"),
        plan: fields.text("action-plan"),
    };
    Ok((plan, owner, due_on))
}

fn not_past(due: Date, today: Date, field: &'static str) -> Result<(), Refusal> {
    match due < today {
        true => Err(Refusal::new("action-due-past").at(field)),
        false => Ok(()),
    }
}
