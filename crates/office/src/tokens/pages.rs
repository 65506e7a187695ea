//! The page of tokens: which programs may come in, a new one, the end of one.

use super::{
    DAY, DAYS, DAYS_MAX, NewToken, SCOPES, Token, WARNED_DAYS, create_token_until, revoke_token,
    scope_named, tokens,
};
use crate::{
    fault::{Fault, beside, ours},
    frame::{Form, Sheet, back},
    roster::{Member, members},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::{
    Action, Actor, By, Id, Instant, Refusal,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

const FORM: &[Field] = &[
    Field::new("person", Kind::Colleague).required(),
    Field::new("token-name", Kind::Line(100))
        .required()
        .hinted(),
    Field::new("token-scope", Kind::Choice("token-scope", SCOPES)).required(),
    Field::new("token-days", Kind::Number(1, DAYS_MAX)).hinted(),
];

#[derive(Template)]
#[template(path = "tokens/list.html")]
struct List<'a> {
    t: &'a Voice,
    tokens: Vec<(Token, String, String)>,
    /// A token that was made just now: shown this once.
    fresh: Option<&'a str>,
    now: Instant,
    form: Html,
}

impl List<'_> {
    fn has_ended(&self, token: &Token) -> bool {
        token.ends_at.is_some_and(|ends| ends <= self.now)
    }

    fn ends_soon(&self, token: &Token) -> bool {
        let warned = self.now.plus_seconds(WARNED_DAYS * DAY);
        token.ends_at.is_some_and(|ends| ends <= warned)
    }
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &visit, &Fields::default(), None).await
}

async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
    fresh: Option<&str>,
) -> Result<Response, Trouble> {
    let read =
        |reader: &mut Reader| -> Result<_, Error> { Ok((tokens(reader)?, members(reader)?)) };
    let (all, people) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let active = people.iter().filter(|member| member.active);
    let colleagues = active
        .map(|member| (member.id, member.name.clone()))
        .collect();
    let options = form::Options {
        colleagues,
        ..form::Options::default()
    };
    let mut typed = typed.clone();
    if typed.all("token-days").is_empty() {
        typed.put("token-days", DAYS.to_string());
    }
    let typed = &typed;
    let form = Form::new(
        &t,
        "/admin/tokens",
        form::draw(&t, FORM, typed, &options),
        Some("token-make"),
    );
    let body = Html::from_template(&List {
        tokens: all
            .into_iter()
            .map(|token| described(&t, token, &people))
            .collect(),
        fresh,
        now: house.now(),
        form: form.with_summary(typed).html(),
        t: &t,
    });
    Ok(Sheet::new(house, visit, actor, "office-tokens").answer(typed, body))
}

/// With its person's name and what it may do.
fn described(t: &Voice, token: Token, people: &[Member]) -> (Token, String, String) {
    let name = people
        .iter()
        .find(|member| member.id == token.person)
        .map(|member| member.name.clone());
    let known = SCOPES
        .iter()
        .find(|scope| scope_named(scope) == Some(token.scope.clone()));
    let scope = match (known, &token.scope) {
        (Some(scope), _) => t.code("token-scope", scope),
        (None, Some(actions)) => actions
            .iter()
            .map(|action| action.name())
            .collect::<Vec<_>>()
            .join(" "),
        (None, None) => String::new(),
    };
    (token, name.unwrap_or_default(), scope)
}

/// Whoever shows somebody else's token is taken for them: on this page one for another
/// person takes complaints in and does nothing in their name.
fn is_theirs_to_make(actor: &Actor, person: Id, scope: Option<&[Action]>) -> bool {
    person == actor.id || matches!(scope, Some([Action::Receive]))
}

pub async fn create(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(FORM);
    let scope = scope_named(sent.fields.typed("token-scope"));
    let (Some(person), Some(scope), true) = (
        sent.fields.id("person"),
        scope,
        sent.fields.problems().is_empty(),
    ) else {
        return page(&house, &actor, &sent.visit, &sent.fields, None).await;
    };
    if !is_theirs_to_make(&actor, person, scope.as_deref()) {
        let refusal = Refusal::new("token-of-another").at("token-scope");
        beside(&mut sent.fields, refusal);
        return page(&house, &actor, &sent.visit, &sent.fields, None).await;
    }
    let new = NewToken {
        person,
        name: sent.fields.text("token-name"),
        scope,
    };
    let (by, random) = (
        By {
            actor: actor.id,
            unit: actor.unit,
            at: house.now(),
        },
        (house.random)(),
    );
    let days = sent.fields.number("token-days").unwrap_or(DAYS);
    let ends = by.at.plus_seconds(days * DAY);
    match house
        .db
        .write(move |tx: &mut Tx| create_token_until(tx, &new, ends, random, &by))
        .await
    {
        Ok(token) => {
            page(
                &house,
                &actor,
                &sent.visit,
                &Fields::default(),
                Some(&token),
            )
            .await
        }
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            page(&house, &actor, &sent.visit, &sent.fields, None).await
        }
        Err(fault) => Err(fault.into()),
    }
}

pub async fn revoke(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(token): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let token: Id = token.parse().map_err(|_| Trouble::NotFound)?;
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    match house
        .db
        .write(move |tx: &mut Tx| revoke_token(tx, token, &by))
        .await
        .map_err(ours)?
    {
        true => Ok(back(&visit, "/admin/tokens", "revoked")),
        false => Err(Trouble::NotFound),
    }
}
