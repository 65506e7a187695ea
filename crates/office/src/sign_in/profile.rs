//! One's own page: the language that the desk speaks, where one is signed in, a
//! new password.

use super::{
    pages::{From, remember},
    taste,
    throttle::{Judgement, network},
    watch,
};
use crate::{
    device,
    facts::LanguagePreferred,
    fault::ours,
    frame::{Form, Sheet, back},
    joining::set_password,
    lately::Kept,
    new_password, password,
    records::{Session, password_of, session as session_of, sessions},
    roster::member,
    secret, session,
};
use askama::Template;
use axum::{Extension, extract::State, http::HeaderMap, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Action, Actor, By, Draft, Id, Lang,
    fields::{Field, Fields, Kind},
    words::Message,
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

const LANGUAGE: &[Field] = &[Field::new("language", Kind::Language).required()];
const PASSWORD: &[Field] = &[
    Field::new("old-password", Kind::Line(2_000)).required(),
    new_password::FIELD,
];

#[derive(Template)]
#[template(path = "sign_in/profile.html")]
struct Page<'a> {
    t: &'a Voice,
    summary: Html,
    actor: &'a Actor,
    language: Html,
    /// Only for whoever works at the desk.
    desk: Option<Html>,
    password: Html,
    sessions: Vec<(Session, bool)>,
}

impl Page<'_> {
    /// Which browser on which system, where it says so in a way that we know.
    fn words(&self, session: &Session) -> String {
        device::words(&session.device)
    }
}

struct Own {
    language: Option<Lang>,
    sessions: Vec<Session>,
    here: Option<Id>,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &headers, &visit, &Fields::default()).await
}

async fn page(
    house: &House,
    actor: &Actor,
    headers: &HeaderMap,
    visit: &Visit,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let own = own(house, actor, headers).await.map_err(ours)?;
    let t = visit.voice();
    let language = Form::new(
        &t,
        "/desk/profile",
        language_field(&t, own.language, visit),
        Some("save"),
    )
    .html();
    let fields: Html = [old_password(&t, typed), new_password::draw(&t, typed)]
        .into_iter()
        .collect();
    let password = Form::new(
        &t,
        "/desk/profile/password",
        fields,
        Some("profile-set-password"),
    )
    .html();
    let desk = actor.may(Action::SeeDesk).then(|| {
        let fields = taste::written(visit.taste);
        let fields = form::draw(&t, taste::FORM, &fields, &form::Options::default());
        Form::new(&t, "/desk/profile/desk", fields, Some("save")).html()
    });
    let here = own.here;
    let body = Html::from_template(&Page {
        summary: form::summary(&t, typed, &form::Options::default()),
        actor,
        language,
        desk,
        password,
        sessions: own
            .sessions
            .into_iter()
            .map(|one| (one.clone(), Some(one.id) == here))
            .collect(),
        t: &t,
    });
    let sheet = Sheet::new(house, visit, actor, "office-profile");
    let sheet = match actor.may(Action::SeeDesk) {
        true => sheet.below("/desk", "office-desk"),
        false => sheet.at_home(),
    };
    Ok(sheet.answer(typed, body))
}

async fn own(house: &House, actor: &Actor, headers: &HeaderMap) -> Result<Own, Error> {
    let token = session::token_in(headers, session::transport(&house.base_url));
    let (person, now) = (actor.id, house.now());
    let read = move |reader: &mut Reader| -> Result<Own, Error> {
        let here = match token {
            Some(token) => {
                session_of(reader, &secret::kept(&token), now)?.map(|session| session.id)
            }
            None => None,
        };
        let language = member(reader, person)?.and_then(|member| member.language);
        Ok(Own {
            language,
            sessions: sessions(reader, person, now)?,
            here,
        })
    };
    house.db.read(read).await
}

fn language_field(t: &Voice, chosen: Option<Lang>, visit: &Visit) -> Html {
    let mut fields = Fields::default();
    fields.put("language", chosen.unwrap_or(visit.lang).tag());
    form::draw(t, LANGUAGE, &fields, &form::Options::default())
}

#[derive(Template)]
#[template(path = "sign_in/old_password.html")]
struct OldPassword<'a> {
    t: &'a Voice,
    error: Option<Html>,
}

fn old_password(t: &Voice, typed: &Fields) -> Html {
    let error = typed
        .problem_at("old-password")
        .map(|problem| t.html(&problem.message));
    Html::from_template(&OldPassword { t, error })
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    kept: Option<Extension<Kept>>,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(LANGUAGE);
    let Some(language) =
        Lang::from_tag(sent.fields.typed("language")).filter(|_| sent.fields.problems().is_empty())
    else {
        return page(&house, &actor, &headers, &sent.visit, &sent.fields).await;
    };
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    let write = move |tx: &mut Tx| {
        tx.record(Draft::of(by.actor, &LanguagePreferred { language }), &by)
            .map(|_| ())
    };
    house.db.write(write).await.map_err(ours)?;
    if let Some(Extension(kept)) = kept {
        kept.forget_all();
    }
    // The chosen language speaks from now on; the address need not carry another.
    Ok(axum::response::IntoResponse::into_response(
        axum::response::Redirect::to("/desk/profile?done=language"),
    ))
}

pub async fn desk(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    kept: Option<Extension<Kept>>,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(taste::FORM);
    if !sent.fields.problems().is_empty() {
        return page(&house, &actor, &headers, &sent.visit, &sent.fields).await;
    }
    let (person, chosen) = (actor.id, taste::read(&sent.fields));
    let write = move |tx: &mut Tx| taste::keep(tx, person, chosen);
    house.db.write(write).await.map_err(ours)?;
    if let Some(Extension(kept)) = kept {
        kept.forget_all();
    }
    Ok(back(&sent.visit, "/desk/profile", "saved"))
}

pub async fn password(
    State(house): State<House>,
    From(ip): From,
    Extension(actor): Extension<Actor>,
    headers: HeaderMap,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(PASSWORD);
    let person = actor.id;
    let found = house
        .db
        .read(move |reader: &mut Reader| -> Result<_, Error> {
            Ok((password_of(reader, person)?, organisation(reader)?.name))
        });
    let (kept, place) = found.await.map_err(ours)?;
    new_password::check(&mut sent.fields, &[&actor.name, &actor.email, &place]);
    if sent.fields.problems().is_empty() {
        let typed = sent.fields.typed("old-password").to_owned();
        if let Err(problem) = still_theirs(&house, person, &network(ip), typed, kept).await {
            sent.fields.problem("old-password", problem);
        }
    }
    if !sent.fields.problems().is_empty() {
        return page(&house, &actor, &headers, &sent.visit, &sent.fields).await;
    }
    let hash =
        password::hash_soon(sent.fields.typed("password").to_owned(), (house.random)()).await;
    let hash = hash.ok_or_else(|| Trouble::internal("a password could not be hashed"))?;
    let by = By {
        actor: person,
        unit: actor.unit,
        at: house.now(),
    };
    let write = move |tx: &mut Tx| set_password(tx, person, &hash, &by);
    house.db.write(write).await.map_err(ours)?;
    // Every session ended with the old password, this one too.
    Ok(back(&sent.visit, "/sign-in", "password"))
}

/// Whoever sits at an open session must not find the password by trying: tries here are
/// slowed as those at the door are, and counted apart from them.
async fn still_theirs(
    house: &House,
    person: Id,
    network: &str,
    typed: String,
    kept: Option<String>,
) -> Result<(), Message> {
    let (account, now) = (format!("old password of {person}"), house.now());
    let judged = remember(|throttle| throttle.tries(&account, network, now));
    if let Some(Judgement::Wait(seconds)) = judged {
        watch::note(house, "too-soon", Some(person), network);
        return Err(Message::new("sign-in-wait").with("seconds", seconds));
    }
    if password::matches_soon(typed, kept).await {
        remember(|throttle| throttle.succeeded(&account, network));
        return Ok(());
    }
    watch::note(house, "old-password-refused", Some(person), network);
    Err(Message::new("problem-old-password"))
}
