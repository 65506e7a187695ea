//! The organisation's page, in administration and as the second step of the set-up.

use super::{
    decide::{FIRST, LANGUAGES, REMOVE_LOGO, WHOLE, ZONE, accept, typed, zone_names},
    logo::{Drawn, redrawn},
    names::held_back,
};
use crate::{
    facts::OrganisationSet,
    fault::{beside, ours},
    frame::{Form, Sheet, back},
    steps,
};
use askama::Template;
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    House,
    chapter::{Acting, Fault},
    house::{is_set_up, organisation},
    second::{REASON, somebody_could, with_reason},
};
use redress_kernel::{
    Action, Actor, Draft, Id, Lang, Organisation,
    fields::{Field, Fields},
    organisation::{KEYS_TO_THE_HOUSE, LogoMark},
};
use redress_store::{Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

#[derive(Template)]
#[template(path = "organisation/zone.html")]
struct Zone<'a> {
    t: &'a Voice,
    value: &'a str,
    error: Option<Html>,
    names: Vec<String>,
}

#[derive(Template)]
#[template(path = "organisation/languages.html")]
struct Languages<'a> {
    t: &'a Voice,
    chosen: &'a [String],
    error: Option<Html>,
}

#[derive(Template)]
#[template(path = "organisation/logo.html")]
struct Logo<'a> {
    t: &'a Voice,
    /// Where the present one lies.
    now: Option<String>,
    error: Option<Html>,
}

/// The fields in their order; three of them in shapes of their own.
fn fields(t: &Voice, asked: &[Field], typed: &Fields, logo: Option<&LogoMark>) -> Html {
    let options = form::Options::default();
    let error = |name: &str| {
        typed
            .problem_at(name)
            .map(|problem| t.html(&problem.message))
    };
    let one = |field: &Field| match field.name {
        "time-zone" => Html::from_template(&Zone {
            t,
            value: typed.typed(ZONE.name),
            error: error(ZONE.name),
            names: zone_names(),
        }),
        "languages" => Html::from_template(&Languages {
            t,
            chosen: typed.all(LANGUAGES.name),
            error: error(LANGUAGES.name),
        }),
        "remove-logo" if logo.is_none() => Html::default(),
        _ => form::draw(t, std::slice::from_ref(field), typed, &options),
    };
    let picture = Html::from_template(&Logo {
        t,
        now: logo.map(LogoMark::path),
        error: error("logo"),
    });
    let mut parts: Vec<Html> = asked.iter().map(one).collect();
    parts.insert(1, picture);
    parts.into_iter().collect()
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let it = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    page(&house, &actor, &visit, &typed(&it), &it).await
}

async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
    it: &Organisation,
) -> Result<Response, Trouble> {
    let (t, asker) = (visit.voice(), actor.id);
    let may_change = actor.may(Action::ChangeSettings);
    let another =
        move |reader: &mut Reader| somebody_could(reader, Action::ApproveAccess, asker, None);
    let another = house.db.read(another).await.map_err(ours)?;
    let mut asked = WHOLE.to_vec();
    // Why, for the second person: while names are not open yet.
    asked.extend((may_change && another && !it.names_for_all()).then_some(REASON));
    let form = Form::new(
        &t,
        "/admin/organisation",
        fields(&t, &asked, typed, it.logo_mark.as_ref()),
        may_change.then_some("save"),
    );
    Ok(Sheet::new(house, visit, actor, "office-organisation")
        .answer(typed, form.with_summary(typed).with_files().html()))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    match set(&house, &actor, &mut sent, WHOLE).await? {
        Ok(None) => Ok(back(&sent.visit, "/admin/organisation", "saved")),
        Ok(Some(_)) => Ok(back(&sent.visit, "/admin/organisation", "second-asked")),
        Err(before) => page(&house, &actor, &sent.visit, &sent.fields, &before).await,
    }
}

pub async fn first(State(house): State<House>, visit: Visit) -> Result<Response, Trouble> {
    let it = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    Ok(first_page(
        &visit,
        &typed(&it),
        it.logo_mark.as_ref(),
        StatusCode::OK,
    ))
}

fn first_page(
    visit: &Visit,
    typed: &Fields,
    logo: Option<&LogoMark>,
    status: StatusCode,
) -> Response {
    let t = visit.voice();
    let form = Form::new(
        &t,
        "/setup/organisation",
        fields(&t, FIRST, typed, logo),
        Some("save-continue"),
    );
    let title = form::title(&t, &t.say("setup-organisation"), typed);
    (
        status,
        steps::page(
            visit,
            "organisation",
            &title,
            form.with_summary(typed).with_files().html(),
        ),
    )
        .into_response()
}

pub async fn first_change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    match set(&house, &actor, &mut sent, FIRST).await? {
        Ok(_) => Ok(Redirect::to(&sent.visit.voice().href("/setup/mail")).into_response()),
        Err(before) => Ok(first_page(
            &sent.visit,
            &sent.fields,
            before.logo_mark.as_ref(),
            StatusCode::UNPROCESSABLE_ENTITY,
        )),
    }
}

/// Reads the form and records the organisation as it is from now on; or leaves the
/// problems in the form and says what holds.
async fn set(
    house: &House,
    actor: &Actor,
    sent: &mut Sent,
    asked: &'static [Field],
) -> Result<Result<Option<Id>, Organisation>, Trouble> {
    let picture = drawn(sent).await;
    let before = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    let declared = with_reason(&mut sent.fields, |it| accept(it, asked, &before));
    let Some((_, reason)) = declared else {
        return Ok(Err(before));
    };
    let mut typed = sent.fields.clone();
    typed.take(REASON.name);
    let (who, now) = (actor.clone(), house.now());
    let write = move |tx: &mut Tx| -> Result<Option<Id>, Fault> {
        // Onto what holds at this moment: another page may have changed the rest.
        let (mut fields, before) = (typed, organisation(tx)?);
        let Some(it) = accept(&mut fields, asked, &before) else {
            return Ok(None);
        };
        let acting = Acting {
            actor: &who,
            organisation: &before,
            now,
        };
        let by = acting.by();
        let (mut it, waits) = held_back(tx, &before, it, &reason, &acting)?;
        if !is_set_up(tx)? {
            it.second_factor = KEYS_TO_THE_HOUSE.to_vec();
        }
        if fields.ticked(REMOVE_LOGO.name) {
            (it.logo, it.logo_mark) = (None, None);
        }
        if let Some(picture) = &picture {
            let id = tx.new_id(by.at);
            tx.put_blob(id, &picture.png)?;
            (it.logo, it.logo_mark) = (Some(id), Some(picture.mark.clone()));
        }
        if it != before || !is_set_up(tx)? {
            tx.record(
                Draft::of(Id::ORGANISATION, &OrganisationSet { organisation: it }),
                &by,
            )?;
        }
        Ok(waits)
    };
    match house.db.write(write).await {
        Ok(waits) => Ok(Ok(waits)),
        Err(Fault::Store(error)) => Err(ours(error)),
        Err(Fault::Hidden) => Err(Trouble::NotFound),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            Ok(Err(before))
        }
    }
}

/// The uploaded logo, drawn anew off the threads that answer.
async fn drawn(sent: &mut Sent) -> Option<Drawn> {
    sent.fields.take("logo");
    let bytes = sent.files_of("logo").next()?.bytes.clone();
    let drawn = tokio::task::spawn_blocking(move || redrawn(&bytes))
        .await
        .ok()?;
    match drawn {
        Ok(picture) => Some(picture),
        Err(problem) => {
            sent.fields.problem("logo", problem);
            None
        }
    }
}

impl Languages<'_> {
    fn all(&self) -> [Lang; 6] {
        Lang::ALL
    }

    fn is_chosen(&self, lang: &Lang) -> bool {
        self.chosen.iter().any(|tag| tag == lang.tag())
    }
}
