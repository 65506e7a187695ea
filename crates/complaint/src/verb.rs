//! A verb: something a person can do to a complaint now. A slice declares its
//! verbs as data; one generic door (`door`) serves the form on the case page and
//! the call in the API for all of them, through the same limits and refusals.

use crate::{Complaint, at::At, telling::Telling};
use redress_kernel::{
    Action, Draft, Refusal, Role,
    fields::{Field, Fields},
};

/// `name` is the URL segment and the API's verb; the button says `verb-{name}`.
#[derive(Clone, Copy)]
pub struct Verb {
    pub name: &'static str,
    pub action: Action,
    pub fields: &'static [Field],
    /// May it be done to this case now? The refusal tells what has to come first.
    pub ready: fn(&Complaint, &At) -> Result<(), Refusal>,
    /// The decision itself: pure, on fields already checked for kind and limits.
    pub decide: fn(&Complaint, &Fields, &At) -> Result<Decided, Refusal>,
    /// False for verbs that only add (a note, a call): they never conflict with
    /// what a colleague did meanwhile.
    pub exclusive: bool,
    /// Can be done to many cases at once, each with its own fact.
    pub many: bool,
    /// How to take it back, from the case as it was before.
    pub back: Option<fn(&Complaint) -> Back>,
    /// Whoever does it has proved within the last minutes that it is they.
    pub fresh: bool,
    /// What of the complainant's own acts it is: they do it on the follow-up page.
    pub theirs: Option<Theirs>,
    /// Decides whether it is a complaint at all: open before anything else is.
    pub confirms: bool,
}

/// What the complainant decides themselves, whichever room records it (7.9, R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theirs {
    Answer,
    Withdrawal,
}

/// A verb by its name, with what is typed into it.
pub type Back = (&'static str, Vec<(&'static str, String)>);

impl Verb {
    pub const fn new(name: &'static str, action: Action, fields: &'static [Field]) -> Verb {
        Verb {
            name,
            action,
            fields,
            ready: while_open,
            decide: undecided,
            exclusive: true,
            many: false,
            fresh: false,
            back: None,
            theirs: None,
            confirms: false,
        }
    }

    pub const fn ready(mut self, ready: fn(&Complaint, &At) -> Result<(), Refusal>) -> Verb {
        self.ready = ready;
        self
    }

    pub const fn decides(
        mut self,
        decide: fn(&Complaint, &Fields, &At) -> Result<Decided, Refusal>,
    ) -> Verb {
        self.decide = decide;
        self
    }

    /// The complainant does it too, by the door for them and without any role.
    pub const fn by_complainant(mut self, theirs: Theirs) -> Verb {
        self.theirs = Some(theirs);
        self
    }

    /// Is for a complaint that nobody confirmed yet.
    pub const fn confirming(mut self) -> Verb {
        self.confirms = true;
        self
    }

    /// May it be done to this case now? Colleagues decide first whether it is a
    /// complaint; the complainant adds and withdraws meanwhile.
    pub fn open_now(&self, c: &Complaint, at: &At) -> Result<(), Refusal> {
        let theirs = at.actor.role == Role::Complainant;
        match c.is_unconfirmed() && !self.confirms && !theirs {
            true => Err(Refusal::new("unconfirmed")),
            false => (self.ready)(c, at),
        }
    }

    /// Marks a verb that only adds and conflicts with nothing.
    pub const fn adding(mut self) -> Verb {
        self.exclusive = false;
        self
    }

    /// Offers it for a selection of cases.
    pub const fn for_many(mut self) -> Verb {
        self.many = true;
        self
    }

    /// For what a borrowed browser must not be enough for: a name shown, data erased.
    pub const fn proved_anew(mut self) -> Verb {
        self.fresh = true;
        self
    }

    pub const fn taken_back_by(mut self, back: fn(&Complaint) -> Back) -> Verb {
        self.back = Some(back);
        self
    }
}

/// The default guard: a closed complaint is reopened first.
pub fn while_open(c: &Complaint, _: &At) -> Result<(), Refusal> {
    if c.is_open() {
        Ok(())
    } else {
        Err(Refusal::new("closed-already"))
    }
}

fn undecided(_: &Complaint, _: &Fields, _: &At) -> Result<Decided, Refusal> {
    Err(Refusal::new("not-possible"))
}

/// What follows from a verb: facts, and words to people.
#[derive(Debug, Default)]
pub struct Decided {
    pub drafts: Vec<Draft>,
    pub tell: Vec<Telling>,
}

impl Decided {
    pub fn fact(draft: Draft) -> Decided {
        Decided {
            drafts: vec![draft],
            tell: Vec::new(),
        }
    }

    pub fn facts(drafts: Vec<Draft>) -> Decided {
        Decided {
            drafts,
            tell: Vec::new(),
        }
    }

    pub fn and(mut self, draft: Draft) -> Decided {
        self.drafts.push(draft);
        self
    }

    pub fn telling(mut self, telling: Telling) -> Decided {
        self.tell.push(telling);
        self
    }
}
