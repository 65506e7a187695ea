//! The page of the mail relay, in administration and as the third step of the set-up.

use super::{
    decide::{FORM, Settings, read},
    records::{record, relay, remove as forget},
};
use crate::{
    fault::ours,
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
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Action, Actor, By, Lang, Organisation,
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_mail::{Back, Letter, NotSent, Said};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

const TEST: &[Field] = &[Field::new("test-to", Kind::Line(254)).required()];

#[derive(Template)]
#[template(path = "relay/password.html")]
struct Password<'a> {
    t: &'a Voice,
    on_file: bool,
}

#[derive(Template)]
#[template(path = "relay/relay.html")]
struct Page<'a> {
    t: &'a Voice,
    form: Html,
    test: Option<Html>,
    may_change: bool,
    is_set: bool,
    /// Name and password have to be typed anew.
    locked: bool,
    said: Vec<Said>,
    went: bool,
}

/// What is on file, opened.
fn kept(
    house: &House,
) -> impl FnOnce(&mut Reader) -> Result<Option<Settings>, Error> + Send + use<> {
    let keys = house.db.keys().clone();
    move |reader: &mut Reader| relay(reader, &keys)
}

fn typed(settings: Option<&Settings>) -> Fields {
    let mut fields = Fields::default();
    let Some(relay) = settings else {
        fields.put("relay-port", "587");
        fields.put("relay-encryption", "starttls");
        return fields;
    };
    fields.put("relay-host", relay.host.as_str());
    fields.put("relay-port", relay.port.to_string());
    fields.put("relay-encryption", relay.encryption.as_str());
    fields.put("relay-from", relay.from.as_str());
    fields.put("relay-user", relay.user.as_str());
    fields
}

fn fields(t: &Voice, typed: &Fields, settings: Option<&Settings>) -> Html {
    let on_file = settings.is_some_and(|relay| !relay.password.is_empty());
    let password = Html::from_template(&Password { t, on_file });
    [
        form::draw(t, FORM, typed, &form::Options::default()),
        password,
    ]
    .into_iter()
    .collect()
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let settings = house.db.read(kept(&house)).await.map_err(ours)?;
    let mut test = Fields::default();
    test.put("test-to", actor.email.as_str());
    let typed = typed(settings.as_ref());
    let shown = Shown::of(&typed, &test);
    Ok(page(&house, &actor, &visit, &shown, settings.as_ref()))
}

/// What a page shows besides what is on file.
struct Shown<'a> {
    typed: &'a Fields,
    test: &'a Fields,
    /// What was said during a test, and whether the letter was taken.
    said: Vec<Said>,
    went: bool,
}

impl<'a> Shown<'a> {
    fn of(typed: &'a Fields, test: &'a Fields) -> Shown<'a> {
        Shown {
            typed,
            test,
            said: Vec::new(),
            went: false,
        }
    }
}

fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    shown: &Shown,
    settings: Option<&Settings>,
) -> Response {
    let (typed, test) = (shown.typed, shown.test);
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let form = Form::new(
        &t,
        "/admin/mail",
        fields(&t, typed, settings),
        may_change.then_some("save"),
    );
    let tried = || {
        let fields = form::draw(&t, TEST, test, &form::Options::default());
        Form::new(&t, "/admin/mail/test", fields, Some("relay-test"))
            .with_summary(test)
            .html()
    };
    let body = Html::from_template(&Page {
        form: form.with_summary(typed).html(),
        test: (settings.is_some() && may_change).then(tried),
        may_change,
        is_set: settings.is_some(),
        locked: settings.is_some_and(|relay| relay.locked),
        said: shown.said.clone(),
        went: shown.went,
        t: &t,
    });
    let wrong = if typed.problems().is_empty() {
        test
    } else {
        typed
    };
    Sheet::new(house, visit, actor, "office-mail").answer(wrong, body)
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    match set(&house, &actor, &mut sent).await? {
        Ok(()) => Ok(back(&sent.visit, "/admin/mail", "saved")),
        Err(settings) => {
            let nothing = Fields::default();
            let shown = Shown::of(&sent.fields, &nothing);
            Ok(page(&house, &actor, &sent.visit, &shown, settings.as_ref()))
        }
    }
}

async fn set(
    house: &House,
    actor: &Actor,
    sent: &mut Sent,
) -> Result<Result<(), Option<Settings>>, Trouble> {
    let before = house.db.read(kept(house)).await.map_err(ours)?;
    let on_file = before.as_ref().map_or("", |relay| relay.password.as_str());
    let Some(settings) = read(&mut sent.fields, on_file) else {
        return Ok(Err(before));
    };
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    house
        .db
        .write(move |tx: &mut Tx| record(tx, &settings, &by))
        .await
        .map_err(ours)
        .map(Ok)
}

pub async fn remove(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    house
        .db
        .write(move |tx: &mut Tx| forget(tx, &by))
        .await
        .map_err(ours)?;
    Ok(back(&visit, "/admin/mail", "removed"))
}

/// Sends a letter now, past the queue, and shows all that was said.
pub async fn test(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let kept = kept(&house);
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        Ok((kept(reader)?, organisation(reader)?))
    };
    let (settings, organisation) = house.db.read(read).await.map_err(ours)?;
    let settings = settings.ok_or(Trouble::NotFound)?;
    sent.fields.check(TEST);
    let mut dialogue = (Vec::new(), false);
    if sent.fields.problems().is_empty() {
        let letter = letter(
            &house,
            &sent.visit.voice(),
            &organisation,
            &sent.fields.text("test-to"),
        );
        let relay = settings.to_relay();
        let tried = tokio::task::spawn_blocking(move || relay.try_out(&letter)).await;
        let (said, went) = tried.map_err(Trouble::internal)?;
        if let Err(why) = &went {
            sent.fields.problem("test-to", answer(why));
        }
        dialogue = (said, went.is_ok());
    }
    let typed = typed(Some(&settings));
    let shown = Shown {
        said: dialogue.0,
        went: dialogue.1,
        ..Shown::of(&typed, &sent.fields)
    };
    Ok(page(&house, &actor, &sent.visit, &shown, Some(&settings)))
}

fn letter(house: &House, t: &Voice, organisation: &Organisation, to: &str) -> Letter {
    Letter {
        id: house.new_id(),
        from_name: organisation.name.clone(),
        to: to.to_owned(),
        to_name: String::new(),
        subject: t.say("relay-test-subject").into_owned(),
        body: t.say("relay-test-body").into_owned(),
        language: if t.lang() == Lang::Pseudo {
            Lang::En
        } else {
            t.lang()
        },
        automatic: true,
        earlier: Vec::new(),
        back: Back::default(),
        files: Vec::new(),
        at: house.now(),
    }
}

/// What to look at, by what went wrong. The relay's own words could hold addresses
/// and would be in another language.
fn answer(why: &NotSent) -> Message {
    match why {
        NotSent::Misconfigured => Message::new("relay-test-settings"),
        NotSent::Never(Some(code)) => Message::new("relay-test-refused").with("code", *code),
        NotSent::Never(None) => Message::new("refusal-email-wrong"),
        NotSent::Later(_) => Message::new("relay-test-no-answer"),
    }
}

#[derive(Template)]
#[template(path = "relay/first.html")]
struct First<'a> {
    t: &'a Voice,
    form: Html,
}

pub async fn first(State(house): State<House>, visit: Visit) -> Result<Response, Trouble> {
    let settings = house.db.read(kept(&house)).await.map_err(ours)?;
    Ok(first_page(
        &visit,
        &typed(settings.as_ref()),
        settings.as_ref(),
        StatusCode::OK,
    ))
}

fn first_page(
    visit: &Visit,
    typed: &Fields,
    settings: Option<&Settings>,
    status: StatusCode,
) -> Response {
    let t = visit.voice();
    let form = Form::new(
        &t,
        "/setup/mail",
        fields(&t, typed, settings),
        Some("save-continue"),
    )
    .with_summary(typed)
    .html();
    let body = Html::from_template(&First { t: &t, form });
    let title = form::title(&t, &t.say("setup-mail"), typed);
    (status, steps::page(visit, "mail", &title, body)).into_response()
}

pub async fn first_change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    match set(&house, &actor, &mut sent).await? {
        Ok(()) => Ok(Redirect::to(&sent.visit.voice().href("/setup/sample")).into_response()),
        Err(settings) => Ok(first_page(
            &sent.visit,
            &sent.fields,
            settings.as_ref(),
            StatusCode::UNPROCESSABLE_ENTITY,
        )),
    }
}
