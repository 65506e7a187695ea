//! A verb's one write: find (only what this person may see), decide on the
//! newest facts, record, tell. All of it runs inside the writer's transaction,
//! so a decision is never made on a state that has passed.

use crate::{
    Complaint, Decided, House, Verb,
    at::{At, NO_COMPETENCES, Other, Upload},
    case::{around::around, recount::Recount},
    chapter::{self, Acting},
    facts::{Erased, Received},
    house::{colleagues, competences, organisation},
    identity::{seen, sight_of},
    inbox::recount::fact_in,
    inbox::seen_among,
    objectivity::declared,
    telling::tell,
    verb::Theirs,
};
use redress_kernel::{
    Action, Actor, By, Entry, Id, Instant, Refusal,
    fields::{Fields, Kind},
    person::{About, Sight, Verdict, allow, scope},
    reference::Reference,
};
use redress_store::{Error, Read, Tx, sql};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// Why a verb was not done. Each has its page and its problem document.
#[derive(Debug)]
pub enum Fault {
    /// Not there, or not for this person's eyes: one and the same answer.
    Hidden,
    Denied(Action),
    Refused(Refusal, Fields),
    Invalid(Fields),
    /// The case moved on while the person typed; both texts are shown.
    Changed {
        case: Box<Complaint>,
        seen: i64,
        typed: Fields,
    },
    Store(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        Fault::Store(error)
    }
}

/// A verb as asked for by a person.
pub struct Asked {
    pub complaint: Id,
    pub verb: Verb,
    pub fields: Fields,
    pub files: Vec<Upload>,
    /// The version that the person saw, if the form or `If-Match` named one.
    pub seen: Option<i64>,
    pub actor: Actor,
    pub now: Instant,
}

pub struct Done {
    pub case: Complaint,
    /// A message that can still be taken back.
    pub undo: Option<Id>,
}

pub fn perform(tx: &mut Tx, house: &House, asked: Asked) -> Result<Done, Fault> {
    let case = find(tx, asked.complaint)?.ok_or(Fault::Hidden)?;
    permitted_at(&asked.actor, asked.verb.action, &case, asked.now)?;
    not_overtaken(&case, &asked)?;
    let done = decide(tx, house, case, &asked)?;
    Ok(Done {
        case: for_eyes_of(tx, &asked.actor, done.case, asked.now)?,
        ..done
    })
}

/// What the complainant decides themselves, on the follow-up page. No role is
/// asked about: whoever came in has shown the access code of this one case, and
/// only a verb that its manifest declares theirs can be reached.
pub fn perform_for_complainant(
    tx: &mut Tx,
    house: &House,
    complaint: Id,
    theirs: Theirs,
    fields: Fields,
    now: Instant,
) -> Result<Done, Fault> {
    let mut verbs = house.slices.iter().flat_map(|slice| slice.verbs);
    let verb = verbs.find(|verb| verb.theirs == Some(theirs));
    let asked = Asked {
        complaint,
        verb: *verb.ok_or(Fault::Hidden)?,
        fields,
        files: Vec::new(),
        seen: None,
        actor: Actor::complainant(),
        now,
    };
    let case = find(tx, complaint)?.ok_or(Fault::Hidden)?;
    decide(tx, house, case, &asked)
}

/// Records what follows from an agreement of two: decided on the newest facts, by the
/// person who agreed, with everything asked again that a verb asks.
pub fn carry_out(
    tx: &mut Tx,
    house: &House,
    id: Id,
    acting: &Acting,
    decide: impl FnOnce(&Complaint, &At) -> Result<Decided, Refusal>,
) -> Result<(), chapter::Fault> {
    let case = find(tx, id)?.ok_or(chapter::Fault::Hidden)?;
    let (colleagues, obstacles) = (colleagues(tx)?, obstacles(house, &case));
    let ids = std::array::from_fn(|_| tx.new_id(acting.now));
    let others = BTreeMap::new();
    let at = At {
        actor: acting.actor,
        now: acting.now,
        organisation: acting.organisation,
        colleagues: &colleagues,
        competences: &NO_COMPETENCES,
        files: &[],
        others: &others,
        obstacles: &obstacles,
        ids,
    };
    let decided = decide(&case, &at)?;
    match follow(tx, house, case, decided, &acting.by()) {
        Ok(_) => Ok(()),
        Err(Fault::Store(error)) => Err(error.into()),
        Err(_) => Err(chapter::Fault::Hidden),
    }
}

/// Decides on the newest facts and records what follows.
fn decide(tx: &mut Tx, house: &House, case: Complaint, asked: &Asked) -> Result<Done, Fault> {
    let organisation = organisation(tx)?;
    let colleagues = colleagues(tx)?;
    let competences = competences(tx, &organisation)?;
    let others = others(tx, asked)?;
    let obstacles = obstacles(house, &case);
    let ids = std::array::from_fn(|_| tx.new_id(asked.now));
    let at = At {
        actor: &asked.actor,
        now: asked.now,
        organisation: &organisation,
        colleagues: &colleagues,
        competences: &competences,
        files: &asked.files,
        others: &others,
        obstacles: &obstacles,
        ids,
    };
    let refused = |refusal| Fault::Refused(refusal, asked.fields.clone());
    declared(&case, &asked.verb, asked.actor.id, &organisation).map_err(refused)?;
    asked.verb.open_now(&case, &at).map_err(refused)?;
    let decided = (asked.verb.decide)(&case, &asked.fields, &at).map_err(refused)?;
    keep(tx, &asked.files)?;
    follow(tx, house, case, decided, &at.by())
}

/// Records the facts, then the words to people, which are written from the case
/// as it is after the decision. The projection of complaints goes on from the case
/// that was found here, and leaves the newest one behind.
fn follow(
    tx: &mut Tx,
    house: &House,
    case: Complaint,
    decided: Decided,
    by: &By,
) -> Result<Done, Fault> {
    let (id, mut newest) = (case.id, case.version);
    tx.memo.keep(id, case);
    for draft in decided.drafts {
        newest = tx.record(draft, by)?.seq;
    }
    let case = after(tx, id, newest)?;
    let mut undo = None;
    for telling in decided.tell {
        let waits = (telling.undo_seconds > 0).then_some(telling.message);
        undo = undo.or(waits);
        newest = tell(tx, house.words, &case, telling, by)?.seq;
    }
    let case = after(tx, id, newest)?;
    Ok(Done { case, undo })
}

/// The case with this entry in it: as the projection left it, or else folded anew.
fn after(tx: &mut Tx, id: Id, newest: i64) -> Result<Complaint, Fault> {
    let left = tx.memo.get::<Complaint>(id);
    let known = left.filter(|case| case.version >= newest && !case.annulled());
    match known.cloned() {
        Some(case) => Ok(case),
        None => find(tx, id)?.ok_or(Fault::Hidden),
    }
}

/// What stands in the way of closing, as every room of the house sees it.
pub fn obstacles(house: &House, case: &Complaint) -> Vec<Refusal> {
    let guards = house.slices.iter().filter_map(|slice| slice.before_closing);
    guards.flat_map(|guard| guard(case)).collect()
}

/// The case of this id, folded from its facts; None when there is none, or when
/// the import that brought it in was undone.
pub fn find(reader: &mut impl Read, id: Id) -> Result<Option<Complaint>, Error> {
    let facts = facts_of(reader, id)?;
    let received = facts
        .entries
        .first()
        .is_some_and(|first| first.is::<Received>());
    let case = received.then(|| facts.fold());
    let Some(mut case) = case.filter(|case| !case.annulled()) else {
        return Ok(None);
    };
    case.around = around(reader, Some(id))?;
    Ok(Some(case))
}

/// The case as this person may know it now: what their eyes may not see is left out or
/// masked; a link to a complaint that is hidden from them is not there, nor the lines
/// that tell of it.
pub fn for_eyes_of(
    reader: &mut impl Read,
    viewer: &Actor,
    case: Complaint,
    now: Instant,
) -> Result<Complaint, Error> {
    let sight = sight_of(reader, viewer, &case, now)?;
    let mut case = match sight == Sight::WHOLE {
        true => case,
        false => Complaint {
            around: case.around,
            ..seen(&facts_of(reader, case.id)?, sight)
        },
    };
    case.seen_with = Some(sight);
    let linked = case.links.iter().map(|link| link.to);
    let told_of = case.timeline.iter().filter_map(|moment| moment.other);
    let others: BTreeSet<Id> = linked.chain(told_of).collect();
    if others.is_empty() {
        return Ok(case);
    }
    let seen = seen_among(reader, viewer, &others)?;
    case.links.retain(|link| seen.contains(&link.to));
    case.timeline
        .retain(|moment| moment.other.is_none_or(|other| seen.contains(&other)));
    Ok(case)
}

/// Everything that a case follows from: its own facts, and the recounts of dates
/// that were decided for all open cases since it began.
pub struct CaseFacts {
    pub entries: Vec<Entry>,
    recounts: Vec<Arc<Recount>>,
}

impl CaseFacts {
    pub fn fold(&self) -> Complaint {
        Complaint::fold_with(&self.entries, &self.recounts)
    }

    pub fn recounts(&self) -> &[Arc<Recount>] {
        &self.recounts
    }
}

pub fn facts_of(reader: &mut impl Read, id: Id) -> Result<CaseFacts, Error> {
    let entries = reader.entries(id)?;
    let recounts = match entries.first() {
        Some(first) => recounts_after(reader, first.seq)?,
        None => Vec::new(),
    };
    Ok(CaseFacts { entries, recounts })
}

/// Several cases at once, in the order of their ids: two statements for all of them.
pub fn folded(reader: &mut impl Read, ids: &[Id]) -> Result<Vec<Complaint>, Error> {
    let mut entries: HashMap<Id, Vec<Entry>> = HashMap::with_capacity(ids.len());
    for entry in reader.entries_of(ids)? {
        entries.entry(entry.about).or_default().push(entry);
    }
    let first = |its: &Vec<Entry>| its.first().map(|first| first.seq);
    let recounts = match entries.values().filter_map(first).min() {
        Some(seq) => recounts_after(reader, seq)?,
        None => Vec::new(),
    };
    let around = around(reader, None)?;
    let case = |id| {
        let entries = entries.get(id).map_or(&[][..], Vec::as_slice);
        Complaint {
            around: around.clone(),
            ..Complaint::fold_with(entries, &recounts)
        }
    };
    Ok(ids.iter().map(case).collect())
}

/// The case with this entry in it, taken out of the memo: whoever takes it keeps it
/// there again. While one closure records several facts, the fold is carried from
/// one to the next; an erasure reads everything again, because earlier entries
/// changed under it. No projection depends on which of them asked first.
pub fn newest(tx: &mut Tx, entry: &Entry) -> Result<Complaint, Error> {
    match tx.memo.take::<Complaint>(entry.about) {
        Some(case) if case.version >= entry.seq => Ok(case),
        Some(mut case) if !entry.is::<Erased>() => {
            case.apply(entry);
            Ok(case)
        }
        // Nothing was recorded about it before, and no recount has come since.
        _ if entry.is::<Received>() => Ok(Complaint::fold(std::slice::from_ref(entry))),
        _ => Ok(facts_of(tx, entry.about)?.fold()),
    }
}

/// The same, for a row that is written at the end.
pub fn kept(tx: &mut Tx, id: Id) -> Result<Complaint, Error> {
    match tx.memo.take::<Complaint>(id) {
        Some(case) => Ok(case),
        None => Ok(facts_of(tx, id)?.fold()),
    }
}

/// So many recounts would be another kind of problem; one that is left out would be
/// a date that is wrong.
const RECOUNTS_MAX: usize = 1000;

thread_local! {
    /// Recounts as they were read last, each with the text it was read from: every fold
    /// asks for them, and their calendars take long to lay out. The text is compared, so
    /// nothing can be out of date.
    static RECOUNTS_READ: RefCell<Vec<(String, Arc<Recount>)>> = const { RefCell::new(Vec::new()) };
}
/// So many are kept laid out.
const RECOUNTS_KEPT: usize = 16;

fn recounts_after(reader: &mut impl Read, seq: i64) -> Result<Vec<Arc<Recount>>, Error> {
    let query =
        sql("SELECT seq, recorded_at, actor, body FROM date_recount WHERE seq > $1 ORDER BY seq")
            .arg(seq);
    let all = reader.all(query, RECOUNTS_MAX, |row| {
        let (seq, at, by) = (row.int(0)?, row.instant(1)?, row.id(2)?);
        row.with_text(3, |body| {
            recount_read(seq, at, by, body.unwrap_or_default())
        })?
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// None: it moved no date.
fn recount_read(seq: i64, at: Instant, by: Id, body: &str) -> Result<Option<Arc<Recount>>, Error> {
    RECOUNTS_READ.with_borrow_mut(|kept| {
        let same = |recount: &Recount| (recount.seq, recount.at, recount.by) == (seq, at, by);
        if let Some((_, known)) = kept.iter().find(|(text, it)| same(it) && text == body) {
            return Ok(Some(known.clone()));
        }
        let Some(counting) = fact_in(body)?.counting else {
            return Ok(None);
        };
        let recount = Arc::new(Recount::new(seq, at, by, &counting));
        if kept.len() >= RECOUNTS_KEPT {
            kept.remove(0);
        }
        kept.push((body.to_owned(), recount.clone()));
        Ok(Some(recount))
    })
}

/// The id behind a reference, by the projection of complaints.
pub fn id_of(reader: &mut impl Read, reference: &str) -> Result<Option<Id>, Error> {
    let Some(reference) = Reference::read(reference) else {
        return Ok(None);
    };
    let listed = sql("SELECT id FROM complaint WHERE reference = $1").arg(reference.as_str());
    match reader.one(&listed, |row| row.id(0))? {
        Some(id) => Ok(Some(id)),
        None => crate::unconfirmed::id_of(reader, reference.as_str()),
    }
}

/// May this person do that to this case? Hidden and denied are different answers.
pub fn permitted(actor: &Actor, action: Action, case: &Complaint) -> Result<(), Fault> {
    admitted(actor, action, &case.about())
}

/// The same now: what was opened for some hours has ended when they are over.
pub fn permitted_at(
    actor: &Actor,
    action: Action,
    case: &Complaint,
    now: Instant,
) -> Result<(), Fault> {
    admitted(actor, action, &case.about_at(now))
}

fn admitted(actor: &Actor, action: Action, about: &About) -> Result<(), Fault> {
    match allow(actor, action, Some(about)) {
        // What two persons opened is read, and nothing is done to it.
        Verdict::Allow(_) if action != Action::SeeCase && only_opened(actor, about) => {
            Err(Fault::Denied(action))
        }
        Verdict::Allow(_) => Ok(()),
        Verdict::Deny => Err(Fault::Denied(action)),
        Verdict::Hide => Err(Fault::Hidden),
    }
}

/// Does this person find the case for no other reason than that it was opened for them?
fn only_opened(actor: &Actor, about: &About) -> bool {
    let as_if_shut = || About {
        lifted: Vec::new(),
        ..about.clone()
    };
    about.lifted.contains(&actor.id) && !scope(actor).holds(&as_if_shut())
}

fn not_overtaken(case: &Complaint, asked: &Asked) -> Result<(), Fault> {
    match asked.seen {
        // A letter that left by itself is nobody's change of mind.
        Some(seen) if asked.verb.exclusive && changed_by_somebody(case, seen) => {
            Err(Fault::Changed {
                case: Box::new(case.clone()),
                seen,
                typed: asked.fields.clone(),
            })
        }
        _ => Ok(()),
    }
}

fn changed_by_somebody(case: &Complaint, seen: i64) -> bool {
    // Nor are dates that were counted anew for everybody.
    let by_people = |moment: &crate::case::Moment| {
        moment.seq > seen
            && moment.actor != Id::SYSTEM
            && !["dates-recounted", "identity-shown"].contains(&moment.kind)
    };
    seen > case.version || case.timeline.iter().any(by_people)
}

/// Resolves fields that name another complaint; one that this person may not
/// see is answered like one that does not exist.
fn others(tx: &mut Tx, asked: &Asked) -> Result<BTreeMap<String, Other>, Fault> {
    let mut found = BTreeMap::new();
    for field in asked
        .verb
        .fields
        .iter()
        .filter(|field| field.kind == Kind::Reference)
    {
        let typed = asked.fields.text(field.name);
        if typed.is_empty() {
            continue;
        }
        let unknown = || {
            Fault::Refused(
                Refusal::new("no-such-complaint").at(field.name),
                asked.fields.clone(),
            )
        };
        let id = id_of(tx, &typed)?.ok_or_else(unknown)?;
        let other = find(tx, id)?.ok_or_else(unknown)?;
        permitted(&asked.actor, Action::SeeCase, &other).map_err(|_| unknown())?;
        if other.is_unconfirmed() {
            return Err(unknown());
        }
        found.insert(
            field.name.to_owned(),
            Other {
                id,
                is_member: other.lead().is_some(),
                is_worked_on: other.is_worked_on(),
                reference: other.reference,
            },
        );
    }
    Ok(found)
}

/// Keeps the bytes of uploaded files beside the facts that commit to them.
pub fn keep(tx: &mut Tx, files: &[Upload]) -> Result<(), Error> {
    files
        .iter()
        .try_for_each(|file| tx.put_content(file.id, &file.bytes))
}
