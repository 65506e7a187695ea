//! `/admin/import`: a new file, files that wait, and the imports so far.

use super::{
    super::{
        Format, ImportRun,
        records::runs,
        table::Unreadable,
        upload::{self, Upload},
        wizard,
    },
    aside, to,
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, at::Colleague, house::colleagues};
use redress_kernel::{Actor, Id, fields::Fields, words::Message};
use redress_office::{fault::ours, frame::Sheet};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

/// Imports that the list shows.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "import/pages/list.html")]
struct List<'a> {
    t: &'a Voice,
    summary: Html,
    problem: Option<Html>,
    size: Html,
    formats: Vec<(&'static str, bool)>,
    waiting: Vec<(String, Upload)>,
    runs: Vec<Past>,
}

struct Past {
    path: String,
    run: ImportRun,
    who: String,
    state: String,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &visit, &Fields::default()).await
}

async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| -> Result<_, Error> {
        Ok((
            runs(reader, SHOWN)?,
            upload::waiting(reader)?,
            colleagues(reader)?,
        ))
    };
    let (all, waiting, people) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let chosen = match typed.typed("format") {
        "" => Format::Csv.name(),
        other => other,
    };
    let problem = typed
        .problem_at("import-file")
        .map(|problem| t.html(&problem.message));
    let body = Html::from_template(&List {
        summary: form::summary(&t, typed, &form::Options::default()),
        problem,
        size: t.size(redress_web::request::FILE_MAX),
        formats: Format::ALL
            .iter()
            .map(|format| (format.name(), format.name() == chosen))
            .collect(),
        waiting: waiting
            .into_iter()
            .map(|upload| (t.href(&step(&upload)), upload))
            .collect(),
        runs: all.into_iter().map(|run| past(&t, run, &people)).collect(),
        t: &t,
    });
    Ok(Sheet::new(house, visit, actor, "office-import").answer(typed, body))
}

fn past(t: &Voice, run: ImportRun, people: &[Colleague]) -> Past {
    let name = people
        .iter()
        .find(|person| person.id == run.begun_by)
        .map(|person| person.name.clone());
    let system = || (run.begun_by == Id::SYSTEM).then(|| t.say("import-by-command").into_owned());
    Past {
        path: t.href(&format!("/admin/import/{}", run.id)),
        who: name.or_else(system).unwrap_or_default(),
        state: t.code("import-state", run.state.name()),
        run,
    }
}

/// Where a waiting file goes on: its columns, or straight to the check.
fn step(upload: &Upload) -> String {
    let last = if upload.survey.is_some() && upload.dry.is_none() {
        "/columns"
    } else {
        ""
    };
    format!("/admin/import/{}{last}", upload.id)
}

pub async fn receive(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let format = Format::from_name(sent.fields.typed("format")).unwrap_or(Format::Csv);
    let file = sent.files_of("import-file").next().cloned();
    let Some(file) = file else {
        if sent.fields.problem_at("import-file").is_none() {
            sent.fields
                .problem("import-file", Message::new("import-problem-no-file"));
        }
        return page(&house, &actor, &sent.visit, &sent.fields).await;
    };
    let (inside, who) = (house.clone(), actor.clone());
    let kept =
        aside(move || wizard::receive(&inside, &who, file.name, format, file.bytes.to_vec()))
            .await?;
    let id = match kept {
        Ok(id) => id,
        Err(unreadable) => {
            sent.fields
                .problem("import-file", Message::new(why(&unreadable)));
            return page(&house, &actor, &sent.visit, &sent.fields).await;
        }
    };
    let upload = super::new_upload(&house, &id.to_string()).await?;
    if upload.survey.is_some() {
        return Ok(to(&sent.visit, &format!("/admin/import/{id}/columns")));
    }
    // An export of a helpdesk has nothing to choose: what would happen is shown at once.
    if !matches!(format, Format::Zendesk | Format::Freshdesk) && !format.is_mail() {
        let gone = move |tx: &mut redress_store::Tx| upload::discard(tx, id).map(|_| ());
        house.db.write(gone).await.map_err(ours)?;
        sent.fields
            .problem("import-file", Message::new("import-problem-json"));
        return page(&house, &actor, &sent.visit, &sent.fields).await;
    }
    let settings = upload.settings.clone();
    aside(move || wizard::check(&house, &upload, settings)).await?;
    Ok(to(&sent.visit, &format!("/admin/import/{id}")))
}

fn why(unreadable: &Unreadable) -> &'static str {
    match unreadable {
        Unreadable::Io(_) => "import-problem-file",
        Unreadable::Encoding => "import-problem-encoding",
        Unreadable::Empty => "import-problem-empty",
    }
}
