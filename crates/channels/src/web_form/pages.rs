//! The addresses of the form: find the draft, read, save, show. Every step is
//! saved before it is judged, so a wrong answer loses nothing either.

use super::{
    arrival::{arrival, request},
    draft::{Draft, Key},
    records::{self, NewFile},
    rules, sender, show, signs,
    steps::{Step, TRAP},
};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    Complaint, House,
    desk::receipt_file,
    door::{our_fault, recognised, upload},
    facts::Unconfirmed,
    proof::{ProofOfReceipt, of_receipt},
    record,
};
use redress_kernel::{
    By, Id, Instant, fields::Fields, intake_limits::IntakeLimits, reference::access_code,
    words::Message,
};
use redress_operation::receipt::{Arrival, NotReceived, by_request, receive};
use redress_store::{Error, Tx};
use redress_web::{
    Sent, Trouble, Visit,
    request::{FILES_MAX, Whence},
};

/// A step that holds more than this is shown again and not kept.
const ANSWERS_MAX: usize = 512 * 1024;

/// An empty form; its key is made now and written down with the first save.
pub async fn start(State(house): State<House>, visit: Visit) -> Response {
    if !visit.organisation.portal.offers("web") {
        return other_ways(&visit);
    }
    let key = new_key(&house);
    let page = show::step(
        &visit,
        Step::Happened,
        &key,
        &Fields::default(),
        &Draft::default(),
        &seal(&house, &key),
    );
    let mut response = page.into_response();
    // Nobody's answers are in it yet: going back may show it with what was typed.
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    response
}

/// The first step sent without a key of its own.
pub async fn first(
    State(house): State<House>,
    whence: Whence,
    sent: Sent,
) -> Result<Response, Trouble> {
    if !sent.visit.organisation.portal.offers("web") {
        return Ok(other_ways(&sent.visit));
    }
    let key = new_key(&house);
    keep(house, key, Step::Happened, whence, sent).await
}

/// The form is switched off: an old link leads to the ways that are open. Whoever
/// had begun before can still finish.
fn other_ways(visit: &Visit) -> Response {
    Redirect::to(&visit.voice().href("/#ways")).into_response()
}

pub async fn step(
    State(house): State<House>,
    Path((key, step)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let (key, step) = (read_key(&key)?, Step::read(&step).ok_or(Trouble::NotFound)?);
    let draft = match find(&house, &key).await? {
        Some(draft) => draft,
        None if step == Step::Happened => Draft::default(),
        None => return Ok(gone(&visit, &key, &Draft::default())),
    };
    if draft.complaint.is_some() {
        return Ok(see(&visit, &key, "done"));
    }
    if step == Step::Check {
        return Ok(match unfinished(&draft) {
            Some(step) => see(&visit, &key, &format!("{}?problems=1", step.number())),
            None => held(
                &house,
                &key,
                show::check(&visit, &key, &draft).into_response(),
            ),
        });
    }
    let mut fields = rules::read(step, &draft.answers.fields());
    if visit.query("problems").is_some() {
        rules::check(step, &mut fields);
    }
    let seal = seal(&house, &key);
    Ok(show::step(&visit, step, &key, &fields, &draft, &seal).into_response())
}

pub async fn answer(
    State(house): State<House>,
    Path((key, step)): Path<(String, String)>,
    whence: Whence,
    sent: Sent,
) -> Result<Response, Trouble> {
    let key = read_key(&key)?;
    match Step::read(&step).ok_or(Trouble::NotFound)? {
        Step::Check => send(house, key, whence, sent.visit).await,
        step => keep(house, key, step, whence, sent).await,
    }
}

pub async fn done(
    State(house): State<House>,
    Path(key): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let key = read_key(&key)?;
    Ok(match received(&house, &key, &headers).await? {
        Some((case, Some(code))) => show::done(&visit, &key, &case, &code).into_response(),
        Some((case, None)) => show::elsewhere(&visit, &case).into_response(),
        None => gone(&visit, &key, &Draft::default()),
    })
}

pub async fn receipt(
    State(house): State<House>,
    Path(key): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let key = read_key(&key)?;
    Ok(match received(&house, &key, &headers).await? {
        Some((case, Some(code))) => {
            let proof = proof_of(&house, case.id).await?;
            show::receipt(&visit, &key, &case, &code, &house.base_url, proof.as_ref())
                .into_response()
        }
        Some((case, None)) => show::elsewhere(&visit, &case).into_response(),
        None => gone(&visit, &key, &Draft::default()),
    })
}

/// The receipt as a file: one small text that anybody can check.
pub async fn proof(
    State(house): State<House>,
    Path(key): Path<String>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    let key = read_key(&key)?;
    let case = match received(&house, &key, &headers).await? {
        Some((case, Some(_))) => case,
        Some((case, None)) => return Ok(show::elsewhere(&visit, &case).into_response()),
        None => return Ok(gone(&visit, &key, &Draft::default())),
    };
    let proof = proof_of(&house, case.id).await?;
    let proof = proof.ok_or(Trouble::NotFound)?;
    let text = proof.text(&house.db.keys().verifiers());
    Ok(receipt_file(&case.reference, text))
}

async fn proof_of(house: &House, complaint: Id) -> Result<Option<ProofOfReceipt>, Trouble> {
    house
        .db
        .read(move |reader| of_receipt(reader, complaint))
        .await
        .map_err(|error| our_fault(&error))
}

/// What became of a step that was sent.
enum Kept {
    /// It had been sent before: there is one complaint, and this is the way to it.
    SentBefore,
    /// The draft was gone; it begins anew, at this address, with what came along.
    Expired(Key, Draft),
    Saved(Draft, Fields),
}

async fn keep(
    house: House,
    key: Key,
    step: Step,
    whence: Whence,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let pressed = Pressed::read(&sent);
    let files = files_with_room(&house, &whence, &mut sent);
    let trapped = !sent.fields.typed(TRAP).is_empty();
    let fields = rules::read(step, &sent.fields);
    let now = house.now();
    let shown = sent.fields.typed(signs::HANDED_OUT);
    let begun_at = signs::handed_out(house.db.keys().code_key(), &key, shown, now);
    let visit = sent.visit;
    let day = now.date_in(&visit.organisation.zone());
    let (its, judged) = (key.clone(), pressed == Pressed::Continue);
    let fresh = new_key(&house);
    let kept = house
        .db
        .write(move |tx| -> Result<Kept, Error> {
            let (its, draft, known) = match records::find(tx, &its, now)? {
                Some(draft) if draft.complaint.is_some() => return Ok(Kept::SentBefore),
                Some(draft) => (its, draft, true),
                None => match begun_anew(tx, &its)? {
                    // One key makes one complaint for ever: another needs its own.
                    Begun::Spent => (fresh, Draft::default(), false),
                    Begun::Empty => (its, Draft::default(), step == Step::Happened),
                },
            };
            let (draft, mut fields) = save(tx, &its, step, draft, fields, files, now)?;
            records::notice(tx, &its, begun_at, trapped)?;
            if let Pressed::Remove(file) = pressed {
                records::remove_file(tx, &its, file)?;
            }
            if judged && known {
                rules::check(step, &mut fields);
                records::count_failures(tx, step.name(), &fields, day)?;
            }
            if trapped {
                records::count(tx, step.name(), TRAP, "filled-by-a-program", day)?;
            }
            Ok(if known {
                Kept::Saved(draft, fields)
            } else {
                Kept::Expired(its, draft)
            })
        })
        .await
        .map_err(|error| our_fault(&error))?;
    Ok(match kept {
        Kept::SentBefore => see(&visit, &key, "done"),
        Kept::Expired(key, draft) => gone(&visit, &key, &draft),
        Kept::Saved(draft, fields) => {
            let seal = seal(&house, &key);
            go_on(&visit, &key, step, pressed, &draft, &fields, &seal)
        }
    })
}

/// What is known of a key that has no draft.
enum Begun {
    /// It became a complaint, more than thirty days ago.
    Spent,
    Empty,
}

/// Nothing of a draft that rested too long comes back with a new one.
fn begun_anew(tx: &mut Tx, key: &Key) -> Result<Begun, Error> {
    if let Some(hash) = request(key).request_hash()
        && by_request(tx, &hash)?.is_some()
    {
        return Ok(Begun::Spent);
    }
    records::forget(tx, key)?;
    Ok(Begun::Empty)
}

/// Which button sent the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Continue,
    Later,
    Remove(Id),
}

impl Pressed {
    fn read(sent: &Sent) -> Pressed {
        match sent.fields.id("remove") {
            Some(file) => Pressed::Remove(file),
            None if sent.fields.ticked("later") => Pressed::Later,
            None => Pressed::Continue,
        }
    }
}

fn save(
    tx: &mut Tx,
    key: &Key,
    step: Step,
    mut draft: Draft,
    mut fields: Fields,
    files: Vec<NewFile>,
    now: Instant,
) -> Result<(Draft, Fields), Error> {
    let mut answers = draft.answers.clone();
    answers.put(&fields, step.fields().into_iter().map(|field| field.name));
    if answers.to_json().len() <= ANSWERS_MAX {
        draft.answers = answers;
    }
    records::save(tx, key, &draft.answers, now)?;
    let room = FILES_MAX.saturating_sub(draft.files.len());
    if files.len() > room {
        fields.problem(
            "enclosures",
            Message::new("problem-files-many").with("max", FILES_MAX),
        );
    }
    for file in files.iter().take(room) {
        records::add_file(tx, key, file)?;
    }
    draft = records::find(tx, key, now)?.unwrap_or(draft);
    Ok((draft, fields))
}

fn go_on(
    visit: &Visit,
    key: &Key,
    step: Step,
    pressed: Pressed,
    draft: &Draft,
    fields: &Fields,
    seal: &str,
) -> Response {
    match pressed {
        Pressed::Later => see(visit, key, "later"),
        Pressed::Remove(_) => see(visit, key, &format!("{}#enclosures", step.number())),
        Pressed::Continue if !fields.problems().is_empty() => {
            let page = show::step(visit, step, key, fields, draft, seal);
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
        Pressed::Continue => {
            let from_check = visit.query("from") == Some("check");
            let next = step.next().filter(|_| !from_check).unwrap_or(Step::Check);
            see(visit, key, &next.number().to_string())
        }
    }
}

/// What became of pressing "send".
enum Handed {
    Received,
    /// It had been sent before, perhaps by somebody else.
    SentBefore,
    Unfinished(Step),
    Gone,
}

/// However often it is pressed: one key, one complaint, one confirmation page.
async fn send(house: House, key: Key, whence: Whence, visit: Visit) -> Result<Response, Trouble> {
    let (its, now, page, random) = (key.clone(), house.now(), visit.lang, house.random);
    let limits = visit.organisation.intake_limits.clone();
    house.gates.slow(&whence, &limits, now).await;
    let gate = Gate {
        house: house.clone(),
        whence,
        limits,
    };
    let handed = house
        .db
        .write(move |tx| -> Result<Handed, NotReceived> {
            let Some(draft) = records::find(tx, &its, now)? else {
                return Ok(Handed::Gone);
            };
            if draft.complaint.is_some() {
                return Ok(Handed::SentBefore);
            }
            if let Some(step) = unfinished(&draft) {
                return Ok(Handed::Unfinished(step));
            }
            let files = records::contents(tx, &its)?
                .into_iter()
                .map(|file| upload(file.id, random(), file.name, file.bytes))
                .collect();
            let arrival = gate.passed(&draft, arrival(&draft, &its, page, files), now);
            let receipt = receive(tx, arrival, &By::complainant(now))?;
            records::sent(tx, &its, receipt.complaint, now)?;
            Ok(Handed::Received)
        })
        .await;
    match handed {
        Ok(Handed::Received) => Ok(held(&house, &key, see(&visit, &key, "done"))),
        Ok(Handed::SentBefore) => Ok(see(&visit, &key, "done")),
        Ok(Handed::Unfinished(step)) => {
            Ok(see(&visit, &key, &format!("{}?problems=1", step.number())))
        }
        Ok(Handed::Gone) => Ok(gone(&visit, &key, &Draft::default())),
        Err(NotReceived::Refused(refusal)) => Err(Trouble::Refused(refusal)),
        Err(NotReceived::Store(error)) => Err(our_fault(&error)),
    }
}

/// The first step that still lacks an answer.
fn unfinished(draft: &Draft) -> Option<Step> {
    Step::ALL.into_iter().find(|step| {
        let mut fields = rules::read(*step, &draft.answers.fields());
        rules::check(*step, &mut fields);
        !fields.problems().is_empty()
    })
}

/// The budgets, as this complaint meets them.
struct Gate {
    house: House,
    whence: Whence,
    limits: IntakeLimits,
}

impl Gate {
    /// Nothing is refused: over a budget it waits for somebody to confirm it.
    fn passed(&self, draft: &Draft, arrival: Arrival, now: Instant) -> Arrival {
        let (gates, signs) = (&self.house.gates, signs::of(draft, now));
        let came = gates.comes(&self.whence, signs.weight(), now);
        let Some(why) = self.limits.waits(&signs, &came) else {
            return arrival;
        };
        let address = arrival.correspondent().email.clone();
        let unconfirmed = Unconfirmed {
            why: why.to_owned(),
            asked: gates.may_ask(&address, &self.limits, now),
        };
        Arrival {
            unconfirmed: Some(unconfirmed),
            ..arrival
        }
    }
}

/// The files of a form, as long as this network and the disk have room for them. Those
/// that do not fit are left out and said so; the words of the form are kept.
fn files_with_room(house: &House, whence: &Whence, sent: &mut Sent) -> Vec<NewFile> {
    let limits = &sent.visit.organisation.intake_limits;
    let bytes = sent
        .files_of("enclosures")
        .map(|file| file.bytes.len() as u64);
    let room = house.gates.takes(whence, bytes.sum(), limits, house.now());
    if let Some(problem) = room.problem(limits) {
        sent.fields.problem("enclosures", problem);
        return Vec::new();
    }
    let files = sent.files_of("enclosures");
    files.map(|file| new_file(house, file)).collect()
}

fn seal(house: &House, key: &Key) -> String {
    signs::sealed(house.db.keys().code_key(), key, house.now())
}

fn new_file(house: &House, file: &redress_web::Upload) -> NewFile {
    NewFile {
        id: house.new_id(),
        name: file.name.clone(),
        media: recognised(&file.bytes).to_owned(),
        bytes: file.bytes.to_vec(),
    }
}

pub(super) async fn find(house: &House, key: &Key) -> Result<Option<Draft>, Trouble> {
    let (key, now) = (key.clone(), house.now());
    house
        .db
        .read(move |reader| records::find(reader, &key, now))
        .await
        .map_err(|error| our_fault(&error))
}

/// The complaint that this draft became, with its access code if this browser may see it.
async fn received(
    house: &House,
    key: &Key,
    headers: &HeaderMap,
) -> Result<Option<(Complaint, Option<String>)>, Trouble> {
    let (its, now) = (key.clone(), house.now());
    let case = house
        .db
        .read(move |reader| -> Result<_, Error> {
            match records::find(reader, &its, now)?.and_then(|draft| draft.complaint) {
                Some(id) => record::find(reader, id),
                None => Ok(None),
            }
        })
        .await
        .map_err(|error| our_fault(&error))?;
    let secret = house.db.keys().code_key();
    Ok(case.map(|case| {
        let sent_at = case.recorded_at;
        let sees = sender::sees_code(secret, headers, key, sent_at, now, is_https(house));
        let code = sees.then(|| access_code(secret, case.id, case.code_issue));
        (case, code)
    }))
}

/// This browser holds the draft: it will see the access code.
fn held(house: &House, key: &Key, mut response: Response) -> Response {
    let secret = house.db.keys().code_key();
    let cookie = sender::cookie(secret, key, house.now(), is_https(house));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

fn is_https(house: &House) -> bool {
    house.base_url.starts_with("https://")
}

fn new_key(house: &House) -> Key {
    Key::new((house.random)())
}

pub(super) fn read_key(typed: &str) -> Result<Key, Trouble> {
    Key::read(typed).ok_or(Trouble::NotFound)
}

/// 410: it was here, or could have been, and is no more.
pub(super) fn gone(visit: &Visit, key: &Key, draft: &Draft) -> Response {
    (StatusCode::GONE, show::gone(visit, key, draft)).into_response()
}

pub(super) fn see(visit: &Visit, key: &Key, place: &str) -> Response {
    Redirect::to(
        &visit
            .voice()
            .href(&format!("/complain/{}/{place}", key.as_str())),
    )
    .into_response()
}
