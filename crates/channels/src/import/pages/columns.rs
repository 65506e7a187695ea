//! Which column is what, and how its dates are meant: the proposal with samples,
//! and every choice by hand. Nothing unclear goes on from here.

use super::{
    super::{
        Unclear,
        columns::{Chosen, DATES, FIELDS, mapped},
        dates::{Order, Told, day},
        plan::Plan,
        survey::{Seen, Survey},
        upload::{Settings, Upload},
        wizard,
    },
    aside, new_upload, sentence, to,
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Actor, fields::Fields};
use redress_office::{fault::ours, frame::Sheet};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Visit, Voice};

/// The answer that is none: columns of one name that disagree need a choice.
const OPEN: &str = "?";

#[derive(Template)]
#[template(path = "import/pages/columns.html")]
struct Page<'a> {
    t: &'a Voice,
    action: String,
    discard: String,
    rows: i64,
    problems: Vec<(String, Html)>,
    fields: Vec<Choice>,
    dates: Option<Dates>,
}

struct Choice {
    id: String,
    label: String,
    needed: bool,
    /// Some columns of this name disagree and nobody said which is meant.
    open: bool,
    /// Label, samples in one line, chosen.
    columns: Vec<(String, String, bool)>,
    samples: String,
}

struct Dates {
    column: String,
    orders: Vec<(&'static str, Html, bool)>,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let upload = new_upload(&house, &id).await?;
    let settings = upload.settings.clone();
    page(&house, &actor, &visit, &upload, &settings, &[])
}

fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    upload: &Upload,
    settings: &Settings,
    problems: &[Unclear],
) -> Result<Response, Trouble> {
    let survey = upload.survey.as_ref().ok_or(Trouble::NotFound)?;
    let t = visit.voice();
    let body = Html::from_template(&Page {
        action: t.href(&format!("/admin/import/{}/columns", upload.id)),
        discard: t.href(&format!("/admin/import/{}/discard", upload.id)),
        rows: i64::try_from(survey.rows).unwrap_or(i64::MAX),
        problems: problems
            .iter()
            .map(|unclear| (at(unclear), sentence(&t, unclear)))
            .collect(),
        fields: fields(&t, survey, settings),
        dates: dates(&t, survey, settings),
        t: &t,
    });
    let sheet =
        Sheet::new(house, visit, actor, "import-columns").below("/admin/import", "office-import");
    let page = sheet.page(&Fields::default(), body);
    let status = match problems {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((status, page).into_response())
}

/// The field that a problem is about.
fn at(unclear: &Unclear) -> String {
    match unclear {
        Unclear::Missing(field) | Unclear::Twins { field, .. } => format!("c-{field}"),
        Unclear::Dates { .. } => "dates-dmy".to_owned(),
        Unclear::Choice(_) => "c-received_at".to_owned(),
    }
}

fn fields(t: &Voice, survey: &Survey, settings: &Settings) -> Vec<Choice> {
    let columns = survey.columns();
    let (mapping, decided) = mapped(&columns, &settings.columns).unwrap_or_default();
    let order = settings.choices().dates;
    let choice = |field: &&'static str| {
        let at = mapping.get(field).copied();
        let twins = at.is_some_and(|at| survey.disagreement(at, order) > 0);
        let open = twins && !decided.contains(field);
        let chosen = at.filter(|_| !open);
        Choice {
            id: format!("c-{field}"),
            label: t.code("import-field", field),
            needed: matches!(*field, "received_at" | "description"),
            open,
            columns: survey
                .columns
                .iter()
                .enumerate()
                .map(|(place, seen)| (seen.column.label(), samples(seen), Some(place) == chosen))
                .collect(),
            samples: chosen
                .and_then(|at| survey.columns.get(at))
                .map(samples)
                .unwrap_or_default(),
        }
    };
    FIELDS.iter().map(choice).collect()
}

fn samples(seen: &Seen) -> String {
    seen.samples.join(" · ")
}

/// Only where a date column can be read in more than one way.
fn dates(t: &Voice, survey: &Survey, settings: &Settings) -> Option<Dates> {
    let (mapping, _) = mapped(&survey.columns(), &settings.columns).ok()?;
    let unclear = DATES
        .iter()
        .filter_map(|field| mapping.get(field))
        .find_map(|at| {
            let seen = survey.columns.get(*at)?;
            matches!(seen.dates.tell(), Told::Ambiguous | Told::Mixed).then_some(seen)
        })?;
    let chosen = settings.choices().dates;
    let sample = unclear
        .samples
        .first()
        .map(String::as_str)
        .unwrap_or_default();
    let shown = |order: Order| match day(sample, order) {
        Some(day) => t
            .tell("import-date-means")
            .with("text", sample)
            .with("date", day)
            .html(),
        None => Html::default(),
    };
    Some(Dates {
        column: unclear.column.label(),
        orders: Order::ALL
            .into_iter()
            .filter(|order| *order != Order::Ymd || day(sample, *order).is_some())
            .map(|order| (order.name(), shown(order), Some(order) == chosen))
            .collect(),
    })
}

pub async fn choose(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let upload = new_upload(&house, &id).await?;
    let Some(survey) = upload.survey.clone() else {
        return Err(Trouble::NotFound);
    };
    let settings = Settings {
        columns: chosen(&sent.fields),
        dates: Order::from_name(sent.fields.typed("dates")).map(|order| order.name().to_owned()),
        unit: upload.settings.unit,
    };
    let organisation = house
        .db
        .read(|reader: &mut Reader| -> Result<_, Error> { organisation(reader) })
        .await
        .map_err(ours)?;
    let choices = settings.choices();
    if let Err(unclear) = Plan::of_table(upload.format, &survey, &choices, &organisation, None) {
        return page(&house, &actor, &sent.visit, &upload, &settings, &unclear);
    }
    let id = upload.id;
    aside(move || wizard::check(&house, &upload, settings)).await?;
    Ok(to(&sent.visit, &format!("/admin/import/{id}")))
}

/// A field that was left open stays undecided; one left empty is left out.
fn chosen(fields: &Fields) -> Chosen {
    let typed = FIELDS
        .iter()
        .map(|field| (*field, fields.typed(&format!("c-{field}"))));
    typed
        .filter(|(_, label)| *label != OPEN)
        .map(|(field, label)| (field.to_owned(), label.to_owned()))
        .collect()
}
