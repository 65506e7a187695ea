//! The pages of an import: the file, its columns, what would happen, the progress,
//! the result and the way back. Every one works without a script.

mod columns;
mod list;
mod run;

use super::{
    Unclear,
    columns::WrongChoice,
    dates::Told,
    upload::{self, Step, Upload},
};
use axum::response::{IntoResponse, Redirect, Response};
use redress_complaint::{
    House,
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Actor, By, Id};
use redress_office::fault::ours;
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Visit, Voice};

pub fn routes(routes: Routes) -> Routes {
    let may = Permit::May(Action::Import);
    routes
        .get("/admin/import", may, list::list)
        .post("/admin/import", may, list::receive)
        .get("/admin/import/{id}", may, run::show)
        .get("/admin/import/{id}/columns", may, columns::show)
        .post("/admin/import/{id}/columns", may, columns::choose)
        .post("/admin/import/{id}/start", may, run::start)
        .post("/admin/import/{id}/discard", may, run::discard)
        .post("/admin/import/{id}/undo", may, run::undo)
        .get("/admin/import/{id}/rejects", may, run::rejects)
}

fn to(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.voice().href(path)).into_response()
}

fn by(house: &House, actor: &Actor) -> By {
    By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    }
}

fn id_of(text: &str) -> Result<Id, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

/// The upload of this id, while it waits for choices.
async fn new_upload(house: &House, id: &str) -> Result<Upload, Trouble> {
    let id = id_of(id)?;
    let found = house
        .db
        .read(move |reader: &mut Reader| -> Result<_, Error> { upload::upload(reader, id) })
        .await
        .map_err(ours)?;
    found
        .filter(|upload| upload.step == Step::New)
        .ok_or(Trouble::NotFound)
}

/// Work that may take seconds goes to a thread of its own: pages do not wait for it.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Trouble> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Error::Wrong("a thread ended".to_owned())))
        .map_err(ours)
}

/// What is not clear yet, as a sentence.
fn sentence(t: &Voice, unclear: &Unclear) -> Html {
    let field = |field: &str| t.code("import-field", field);
    match unclear {
        Unclear::Choice(WrongChoice::Field(name) | WrongChoice::Column(name)) => t
            .tell("import-problem-column")
            .with("column", name.as_str())
            .html(),
        Unclear::Missing(name) => t
            .tell("import-problem-missing")
            .with("field", field(name))
            .html(),
        Unclear::Twins {
            name,
            rows,
            field: of,
            ..
        } => t
            .tell("import-problem-twins")
            .with("column", name.as_str())
            .with("field", field(of))
            .with("rows", i64::try_from(*rows).unwrap_or(i64::MAX))
            .html(),
        Unclear::Dates {
            label,
            told: Told::Mixed,
            ..
        } => t
            .tell("import-problem-dates-mixed")
            .with("column", label.as_str())
            .html(),
        Unclear::Dates { label, .. } => t
            .tell("import-problem-dates")
            .with("column", label.as_str())
            .html(),
    }
}
