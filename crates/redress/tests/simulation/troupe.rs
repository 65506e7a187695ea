//! Everybody who does something: complainants, handlers, managers, intake. Each act goes
//! through the door that the desk and the follow-up page use, inside the writer's
//! transaction, at the time at which it happens.

use crate::{
    crowd::{self, Absence, Plan, at_the_desk},
    days::{Days, local},
    dice::Dice,
    office::Office,
    play::{DAY, HOUR, Scale},
    step::{self, Step},
};
use redress_complaint::{
    Complaint, House,
    facts::{Annulled, MessageReceived, MessageText},
    objectivity::declare_first,
    record::{Asked, Fault, find, perform, perform_for_complainant},
};
use redress_kernel::{Actor, By, Draft, Id, Instant, fields::Fields};
use redress_operation::receipt::{NotReceived, receive};
use redress_packs::pack::pack;
use redress_store::{Error, Tx};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Arrives(usize),
    Works(Id),
    /// A verb of the complainant's with what they typed.
    Says(Id, &'static str, Vec<(&'static str, String)>),
    /// They write again.
    Writes(Id),
    /// Old complaints of another system.
    Imports(usize),
    Undoes(Id),
    /// The management changes something, by a call of the API.
    Changes(&'static str, String),
    PostIs(bool),
}

impl What {
    const fn is_act(&self) -> bool {
        !matches!(self, What::Changes(..) | What::PostIs(_))
    }
}

#[derive(Default)]
pub struct Troupe {
    house: Option<House>,
    staff: BTreeMap<&'static str, Actor>,
    dice: Dice,
    began: Instant,
    coming: BinaryHeap<Reverse<(Instant, u64, What)>>,
    number: u64,
    plans: BTreeMap<Id, Plan>,
    acts: BTreeMap<Id, u32>,
    absent: Vec<Absence>,
    /// What came in by an import that is undone later.
    imported: BTreeMap<Id, Vec<Id>>,
    /// What was answered with a refusal, by its code: an office where nothing is refused is none.
    pub refused: BTreeMap<String, u32>,
    pub done: BTreeMap<&'static str, u32>,
}

/// An act that is refused so often in a row is given up.
const ACTS_MAX: u32 = 160;

impl Troupe {
    pub fn new(office: &Office, scale: &Scale, began: Instant) -> Troupe {
        let mut dice = Dice::new(scale.seed);
        let mut troupe = Troupe {
            house: Some(office.house.clone()),
            staff: office.staff.clone(),
            absent: crowd::absences(&mut dice, scale.days),
            dice,
            began,
            ..Troupe::default()
        };
        let last = (scale.days - 2).max(1);
        for number in 0..scale.complaints {
            let at = troupe.sometime(1, last);
            troupe.then(at, What::Arrives(number));
        }
        for number in 0..(scale.days / 250 + 1) as usize {
            let at = troupe.sometime(5, last.max(5));
            troupe.then(at, What::Imports(number));
        }
        troupe
    }

    fn sometime(&mut self, first: i64, last: i64) -> Instant {
        // Whole minutes: the counting by hand looks at one minute after the other.
        let minute = self.dice.between(first * DAY / 60, last * DAY / 60);
        self.began.plus_seconds(minute * 60)
    }

    pub fn then(&mut self, at: Instant, what: What) {
        self.number += 1;
        self.coming.push(Reverse((at, self.number, what)));
    }

    pub fn next_by(&mut self, at: Instant) -> Option<(Instant, What)> {
        let Reverse((when, ..)) = self.coming.peek()?;
        if *when > at {
            return None;
        }
        let Reverse((when, _, what)) = self.coming.pop()?;
        Some((when, what))
    }

    pub fn next_act_by(&mut self, at: Instant) -> Option<(Instant, What)> {
        let Reverse((_, _, what)) = self.coming.peek()?;
        match what.is_act() {
            true => self.next_by(at),
            false => None,
        }
    }

    pub fn does(&mut self, tx: &mut Tx, at: Instant, what: What, desk: &Days) -> Result<(), Error> {
        match what {
            What::Arrives(number) => self.arrives(tx, number, at, desk),
            What::Works(case) => self.works(tx, case, at, desk),
            What::Says(case, verb, typed) => self.says(tx, case, verb, typed, at),
            What::Writes(case) => writes(tx, case, at),
            What::Imports(number) => self.imports(tx, number, at, desk),
            What::Undoes(run) => self.undoes(tx, run, at),
            What::Changes(..) | What::PostIs(_) => Ok(()),
        }
    }

    fn arrives(
        &mut self,
        tx: &mut Tx,
        number: usize,
        at: Instant,
        desk: &Days,
    ) -> Result<(), Error> {
        let arrival = crowd::arrival(&mut self.dice, number, at);
        let by_staff = matches!(arrival.channel.as_str(), "phone" | "letter" | "in-person");
        let actor = match by_staff {
            true => self.staff["intake"].id,
            false => Id::COMPLAINANT,
        };
        let by = By {
            actor,
            unit: None,
            at,
        };
        let receipt = match receive(tx, arrival, &by) {
            Ok(receipt) => receipt,
            Err(NotReceived::Store(error)) => return Err(error),
            Err(NotReceived::Refused(refusal)) => panic!("not received: {}", refusal.code),
        };
        let plan = crowd::plan(&mut self.dice);
        if plan.writes_again {
            let later = at.plus_seconds(self.dice.between(2, 600) * HOUR);
            self.then(later, What::Writes(receipt.complaint));
        }
        self.works_later(receipt.complaint, plan.owner, at, desk);
        self.plans.insert(receipt.complaint, plan);
        Ok(())
    }

    /// When this person has the case on the desk again: awake, at work, not ill.
    fn works_later(&mut self, case: Id, who: &'static str, at: Instant, desk: &Days) {
        let hours = crowd::pace(&mut self.dice, who);
        self.works_in(case, who, at, hours, desk);
    }

    fn works_in(&mut self, case: Id, who: &'static str, at: Instant, hours: i64, desk: &Days) {
        let mut then = at.plus_seconds(hours * HOUR + self.dice.between(0, HOUR));
        for absence in self.absent.iter().filter(|it| it.who == who) {
            let from = self.began.plus_seconds(absence.from * DAY);
            let to = self.began.plus_seconds(absence.to * DAY);
            if from <= then && then < to {
                then = to;
            }
        }
        let then = at_the_desk(then, &desk.zone, |day| desk.works(day));
        self.then(then, What::Works(case));
    }

    fn works(&mut self, tx: &mut Tx, case: Id, at: Instant, desk: &Days) -> Result<(), Error> {
        let Some(c) = find(tx, case)? else {
            return Ok(());
        };
        let plan = self.plans[&case].clone();
        let acts = self.acts.entry(case).or_default();
        *acts += 1;
        if *acts > ACTS_MAX || plan.lost_after.is_some_and(|most| *acts > most) {
            return Ok(());
        }
        let today = local(at, &desk.zone);
        let day_in = |days: i64| {
            let day = today
                .checked_add(jiff::Span::new().days(days))
                .expect("a day");
            day.to_string()
        };
        let step = step::next(&c, &plan, at, &mut self.dice, day_in);
        match step {
            Step::Never => {}
            Step::Wait(hours) => self.works_in(case, plan.owner, at, hours, desk),
            Step::Theirs(verb, typed, hours) => {
                let then = at.plus_seconds(hours * HOUR);
                self.then(then, What::Says(case, verb, typed));
                self.works_in(case, plan.owner, at, hours + 2, desk);
            }
            Step::Do(who, verb, typed) => {
                let typed = self.meant(&typed, &today.to_string());
                match self.acts_as(tx, &c, who, verb, typed, at)? {
                    true => self.works_later(case, plan.owner, at, desk),
                    // Looked at again in some days.
                    false => self.works_in(case, plan.owner, at, 70, desk),
                }
            }
        }
        Ok(())
    }

    /// Colleagues go by their keys, and "today" is a day.
    fn meant(&self, typed: &[(&'static str, String)], today: &str) -> Vec<(String, String)> {
        let meant = |name: &str, text: &str| match name {
            "colleague" | "concerned-colleague" => self.staff[text].id.to_string(),
            "delivered-on" => today.to_owned(),
            _ => text.to_owned(),
        };
        typed
            .iter()
            .map(|(name, text)| ((*name).to_owned(), meant(name, text)))
            .collect()
    }

    fn acts_as(
        &mut self,
        tx: &mut Tx,
        c: &Complaint,
        who: &'static str,
        verb: &'static str,
        typed: Vec<(String, String)>,
        now: Instant,
    ) -> Result<bool, Error> {
        let house = self.house.clone().expect("a house");
        let mut verbs = house.slices.iter().flat_map(|slice| slice.verbs);
        let verb = *verbs.find(|its| its.name == verb).expect("a verb");
        let mut fields = Fields::from_pairs(typed);
        fields.check(verb.fields);
        assert!(
            fields.problems().is_empty(),
            "{}: {:?}",
            verb.name,
            fields.problems()
        );
        let asked = Asked {
            complaint: c.id,
            verb,
            fields,
            files: Vec::new(),
            seen: None,
            actor: self.staff[who].clone(),
            now,
        };
        let done = declare_first(tx, &house, &asked)
            .and_then(|()| perform(tx, &house, asked))
            .map(|_| ());
        self.told(verb.name, done)
    }

    fn says(
        &mut self,
        tx: &mut Tx,
        case: Id,
        verb: &'static str,
        typed: Vec<(&'static str, String)>,
        now: Instant,
    ) -> Result<(), Error> {
        let house = self.house.clone().expect("a house");
        let mut verbs = house.slices.iter().flat_map(|slice| slice.verbs);
        let verb = *verbs.find(|its| its.name == verb).expect("a verb");
        let pairs = typed
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text));
        let mut fields = Fields::from_pairs(pairs.collect::<Vec<_>>());
        fields.check(verb.fields);
        let theirs = verb.theirs.expect("theirs");
        let done = perform_for_complainant(tx, &house, case, theirs, fields, now).map(|_| ());
        self.told(verb.name, done).map(|_| ())
    }

    /// A refusal is an answer; anything else here is a fault.
    fn told(&mut self, verb: &'static str, done: Result<(), Fault>) -> Result<bool, Error> {
        let went = done.is_ok();
        match done {
            Ok(()) => *self.done.entry(verb).or_default() += 1,
            Err(Fault::Refused(refusal, _)) => {
                *self
                    .refused
                    .entry(format!("{verb}: {}", refusal.code))
                    .or_default() += 1;
            }
            // Whoever is complained about sees no case.
            Err(Fault::Hidden) => *self.refused.entry(format!("{verb}: hidden")).or_default() += 1,
            Err(Fault::Store(error)) => return Err(error),
            Err(other) => panic!("{verb}: {other:?}"),
        }
        Ok(went)
    }

    fn imports(
        &mut self,
        tx: &mut Tx,
        number: usize,
        at: Instant,
        desk: &Days,
    ) -> Result<(), Error> {
        let run = tx.new_id(at);
        let mut cases = Vec::new();
        for row in 0..self.dice.between(2, 8) {
            let mut arrival =
                crowd::arrival(&mut self.dice, 100_000 + number * 100 + row as usize, at);
            arrival.received_at = Some(at.plus_seconds(-self.dice.between(3, 60) * DAY));
            arrival.late_reason = "Taken over.".to_owned();
            arrival.import = Some(run);
            arrival.external_id = Some(format!("old:{number}:{row}"));
            let receipt = receive(tx, arrival, &By::system(at));
            let receipt = receipt.unwrap_or_else(|refused| panic!("{refused:?}"));
            let plan = crowd::plan(&mut self.dice);
            if row % 3 == 0 {
                self.works_later(receipt.complaint, plan.owner, at, desk);
            } else {
                cases.push(receipt.complaint);
            }
            self.plans.insert(receipt.complaint, plan);
        }
        if self.dice.percent(50) {
            self.imported.insert(run, cases);
            let later = at.plus_seconds(self.dice.between(1, 30) * DAY);
            self.then(later, What::Undoes(run));
        }
        Ok(())
    }

    /// What nobody worked on is taken out again.
    fn undoes(&mut self, tx: &mut Tx, run: Id, at: Instant) -> Result<(), Error> {
        for case in self.imported.remove(&run).unwrap_or_default() {
            let untouched = find(tx, case)?.is_some_and(|c| !c.is_worked_on());
            if untouched {
                tx.record(Draft::of(case, &Annulled { import: run }), &By::system(at))?;
            }
        }
        Ok(())
    }
}

fn writes(tx: &mut Tx, case: Id, at: Instant) -> Result<(), Error> {
    if find(tx, case)?.is_none() {
        return Ok(());
    }
    let record = MessageReceived {
        channel: "web".to_owned(),
        language: None,
        files: Vec::new(),
        mail: None,
    };
    let text = MessageText {
        text: "Is anybody there?".to_owned(),
        ..MessageText::default()
    };
    tx.record(Draft::with(case, &record, &text), &By::complainant(at))
        .map(|_| ())
}

/// Where a pack tells kinds of complaint apart, one of them comes here.
pub fn one_kind(dice: &mut Dice, id: &str) -> Option<String> {
    let pack = pack(id).expect("a pack");
    let clocks = pack.versions.iter().flat_map(|it| &it.clocks);
    let kinds: Vec<&String> = clocks.flat_map(|it| &it.applies_when).collect();
    match kinds.is_empty() {
        true => None,
        false => Some((*dice.one_of(&kinds)).clone()),
    }
}
