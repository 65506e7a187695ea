//! `/admin/import/{id}`: what would happen, then the progress, then the result
//! with the rows that stay outside and the way back.

use super::{
    super::{
        State as RunState,
        records::{ImportRun, kept, kept_count, run_of},
        run::{Counts, Reject},
        undo::NotUndone,
        upload::{self, Step, Upload},
        wizard,
    },
    by, id_of, new_upload, to,
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use redress_complaint::House;
use redress_kernel::{Action, Actor, Id, Instant, fields::Fields};
use redress_office::{fault::ours, frame::Sheet};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Trouble, Visit, Voice, csv::harmless};

/// Kept cases that are named on the page.
const KEPT: i64 = 200;

#[derive(Template)]
#[template(path = "import/pages/run.html")]
struct Page<'a> {
    t: &'a Voice,
    path: String,
    file: String,
    /// It has not begun: what would happen.
    dry: Option<Counts>,
    has_columns: bool,
    progress: Option<Progress>,
    run: Option<ImportRun>,
    state: String,
    rejects: Vec<(u64, String)>,
    /// Only of a real run: all rejected rows as a file.
    rejects_file: bool,
    may_undo: bool,
    kept: Vec<(String, Html)>,
    kept_more: i64,
}

impl Page<'_> {
    /// Where a form or a link of this page goes.
    fn at(&self, last: &str) -> String {
        self.t.href(&format!("{}/{last}", self.path))
    }
}

struct Progress {
    done: i64,
    total: i64,
    left: Option<Html>,
}

/// Everything about one import at one moment.
struct Seen {
    upload: Option<Upload>,
    run: Option<ImportRun>,
    rejects: Vec<Reject>,
    kept: Vec<String>,
    kept_count: i64,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = id_of(&id)?;
    let seen = house
        .db
        .read(move |reader: &mut Reader| read(reader, id))
        .await
        .map_err(ours)?;
    if seen.upload.is_none() && seen.run.is_none() {
        return Err(Trouble::NotFound);
    }
    let fresh = seen
        .upload
        .as_ref()
        .is_some_and(|upload| upload.step == Step::New && upload.dry.is_none());
    if fresh {
        return Ok(to(&visit, &format!("/admin/import/{id}/columns")));
    }
    let busy = moving(&seen);
    let t = visit.voice();
    let title = title(&seen);
    let body = Html::from_template(&page(&t, id, seen, &actor, house.now()));
    let sheet = Sheet::new(&house, &visit, &actor, title).below("/admin/import", "office-import");
    let mut answer = sheet.page(&Fields::default(), body).into_response();
    if busy {
        // The page looks again by itself; closing it stops nothing.
        answer
            .headers_mut()
            .insert(header::REFRESH, HeaderValue::from_static("3"));
    }
    Ok(answer)
}

fn read(reader: &mut Reader, id: Id) -> Result<Seen, Error> {
    Ok(Seen {
        upload: upload::upload(reader, id)?,
        run: run_of(reader, id)?,
        rejects: wizard::shown(reader, id)?,
        kept: kept(reader, id, KEPT)?,
        kept_count: kept_count(reader, id)?,
    })
}

fn moving(seen: &Seen) -> bool {
    let state = seen.run.as_ref().map(|run| run.state);
    let running = seen
        .upload
        .as_ref()
        .is_some_and(|upload| upload.step == Step::Running);
    running || state == Some(RunState::Undoing)
}

fn title(seen: &Seen) -> &'static str {
    match seen.run.as_ref().map(|run| run.state) {
        None => "import-check",
        Some(RunState::Running) => "import-running",
        Some(RunState::Ended) => "import-done",
        Some(RunState::Undoing) => "import-undoing",
        Some(RunState::Undone) => "import-undone",
    }
}

fn page<'a>(t: &'a Voice, id: Id, seen: Seen, actor: &Actor, now: Instant) -> Page<'a> {
    let Seen {
        upload,
        run,
        rejects,
        kept,
        kept_count,
    } = seen;
    let sees_cases = actor.may(Action::SeeCase);
    let name = run.as_ref().map(|run| run.name.clone());
    let file = upload.as_ref().map(|upload| upload.name.clone()).or(name);
    Page {
        path: format!("/admin/import/{id}"),
        file: file.unwrap_or_default(),
        dry: upload
            .as_ref()
            .filter(|upload| upload.step == Step::New)
            .and_then(|upload| upload.dry),
        has_columns: upload
            .as_ref()
            .is_some_and(|upload| upload.survey.is_some()),
        progress: upload
            .as_ref()
            .filter(|upload| upload.step == Step::Running)
            .map(|upload| progress(t, upload, now)),
        rejects_file: run.is_some() && !rejects.is_empty(),
        rejects: rejects
            .iter()
            .map(|reject| (reject.line, why(t, &reject.why)))
            .collect(),
        state: run
            .as_ref()
            .map(|run| t.code("import-state", run.state.name()))
            .unwrap_or_default(),
        may_undo: run
            .as_ref()
            .is_some_and(|run| matches!(run.state, RunState::Running | RunState::Ended)),
        kept_more: kept_count - kept.len() as i64,
        kept: kept
            .into_iter()
            .map(|reference| {
                let link = sees_cases.then(|| t.href(&format!("/desk/{reference}")));
                (link.unwrap_or_default(), t.reference(&reference))
            })
            .collect(),
        run,
        t,
    }
}

/// How far it is, and how long it takes yet by the pace so far.
fn progress(t: &Voice, upload: &Upload, now: Instant) -> Progress {
    let (done, total) = (upload.position, upload.total.max(upload.position));
    let spent = upload.started_at.map_or(0, |at| now.seconds_since(at));
    let left = (done > 0).then(|| spent * (total - done) / done);
    let left = left.map(|seconds| match seconds / 60 {
        0 => Html::text(&t.say("import-left-soon")),
        minutes => t.tell("import-left").with("n", minutes).html(),
    });
    Progress { done, total, left }
}

fn why(t: &Voice, code: &str) -> String {
    if let Some(fate) = code.strip_prefix("mail-") {
        return t.code("mail-fate", fate);
    }
    let own = format!("import-why-{code}");
    match t.has(&own) {
        true => t.say(&own).into_owned(),
        false => t.code("refusal", code),
    }
}

pub async fn start(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = id_of(&id)?;
    let by = by(&house, &actor);
    let started = move |tx: &mut Tx| -> Result<bool, Error> {
        let upload = upload::upload(tx, id)?;
        match upload.filter(|upload| upload.dry.is_some()) {
            Some(upload) => wizard::start(tx, &upload, &by).map(|_| true),
            None => Ok(false),
        }
    };
    match house.db.write(started).await.map_err(ours)? {
        true => Ok(to(&visit, &format!("/admin/import/{id}"))),
        false => Err(Trouble::NotFound),
    }
}

pub async fn discard(
    State(house): State<House>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = new_upload(&house, &id).await?.id;
    house
        .db
        .write(move |tx: &mut Tx| upload::discard(tx, id))
        .await
        .map_err(ours)?;
    Ok(to(&visit, "/admin/import?done=import-discarded"))
}

pub async fn undo(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = id_of(&id)?;
    let by = by(&house, &actor);
    match house
        .db
        .write(move |tx: &mut Tx| wizard::undo(tx, id, &by))
        .await
    {
        Ok(()) => Ok(to(&visit, &format!("/admin/import/{id}"))),
        Err(NotUndone::Store(error)) => Err(ours(error)),
        Err(NotUndone::Refused(refusal)) if refusal.code == "no-such-import" => {
            Err(Trouble::NotFound)
        }
        // Undone before, by a second click or a colleague: the page says so.
        Err(NotUndone::Refused(_)) => Ok(to(&visit, &format!("/admin/import/{id}"))),
    }
}

/// The rejected rows as a table: line, reason, and the row as it stood.
pub async fn rejects(
    State(house): State<House>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let id = id_of(&id)?;
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let Some(upload) = upload::upload(reader, id)? else {
            return Ok(None);
        };
        Ok(Some((
            upload.header,
            upload::rejects(reader, id, 0, i64::MAX)?,
        )))
    };
    let (header, all) = house
        .db
        .read(read)
        .await
        .map_err(ours)?
        .ok_or(Trouble::NotFound)?;
    let t = visit.voice();
    let disposition = format!("attachment; filename=\"rejects-{id}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, table(&t, header, &all)).into_response())
}

/// A spreadsheet must not take a cell of somebody else's file for a formula.
fn table(t: &Voice, header: Vec<String>, rejects: &[Reject]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let first = [
        t.say("import-line").into_owned(),
        t.say("import-why").into_owned(),
    ];
    let written = out.write_record(
        first
            .into_iter()
            .chain(header.iter().map(|name| harmless(name).into_owned())),
    );
    let mut written = written.is_ok();
    for reject in rejects {
        let mut row = vec![reject.line.to_string(), why(t, &reject.why)];
        let mut raw = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(reject.raw.as_bytes());
        if let Some(Ok(fields)) = raw.records().next() {
            row.extend(fields.iter().map(|cell| harmless(cell).into_owned()));
        }
        written &= out.write_record(&row).is_ok();
    }
    debug_assert!(written, "a table in memory can be written");
    out.into_inner().unwrap_or_default()
}
