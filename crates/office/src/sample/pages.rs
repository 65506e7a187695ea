//! The question during set-up, and the page on which sample data is opened and removed.

use crate::{
    facts::SampleChosen,
    fault::ours,
    frame::{Form, Sheet, back},
    samples::{Keeper, Opened, opened, sample_wanted},
    steps,
};
use askama::Template;
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::House;
use redress_kernel::{
    Actor, By, Draft, Id,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

const QUESTION: &[Field] = &[Field::new("sample", Kind::YesNo).required()];

pub async fn ask(visit: Visit) -> Response {
    question(&visit, &Fields::default())
}

fn question(visit: &Visit, typed: &Fields) -> Response {
    let t = visit.voice();
    let fields = form::draw(&t, QUESTION, typed, &form::Options::default());
    let form = Form::new(&t, "/setup/sample", fields, Some("save-continue"))
        .with_summary(typed)
        .html();
    let title = form::title(&t, &t.say("setup-sample"), typed);
    let status = match typed.problems().is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, steps::page(visit, "sample", &title, form)).into_response()
}

pub async fn choose(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    keeper: Option<Extension<Keeper>>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(QUESTION);
    let Some(wanted) = sent.fields.yes("sample") else {
        return Ok(question(&sent.visit, &sent.fields));
    };
    wish(&house, &actor, wanted).await?;
    done(keeper, wanted).await?;
    Ok(Redirect::to(&sent.visit.voice().href("/setup/done")).into_response())
}

/// The wish is a fact first: a start after a broken one goes by it.
async fn wish(house: &House, actor: &Actor, wanted: bool) -> Result<(), Trouble> {
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        if sample_wanted(tx)? != wanted {
            tx.record(Draft::of(Id::ORGANISATION, &SampleChosen { wanted }), &by)?;
        }
        Ok(())
    };
    house.db.write(write).await.map_err(ours)
}

async fn done(keeper: Option<Extension<Keeper>>, wanted: bool) -> Result<(), Trouble> {
    let Some(Extension(Keeper(keeper))) = keeper else {
        return Ok(());
    };
    match wanted {
        true => keeper.open().await.map(|_| ()),
        false => keeper.remove().await,
    }
    .map_err(Trouble::internal)
}

#[derive(Template)]
#[template(path = "sample/sample.html")]
struct Page<'a> {
    t: &'a Voice,
    action: String,
    opened: Option<Opened>,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    keeper: Option<Extension<Keeper>>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let opened = opened(&house, keeper).await?;
    let t = visit.voice();
    let body = Html::from_template(&Page {
        action: t.href("/admin/sample"),
        t: &t,
        opened,
    });
    Ok(Sheet::new(&house, &visit, &actor, "office-sample").answer(&Fields::default(), body))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    keeper: Option<Extension<Keeper>>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let wanted = sent.fields.take("act").iter().any(|act| act == "open");
    wish(&house, &actor, wanted).await?;
    done(keeper, wanted).await?;
    let said = match wanted {
        true => "sample-opened",
        false => "sample-removed",
    };
    Ok(back(&sent.visit, "/admin/sample", said))
}
