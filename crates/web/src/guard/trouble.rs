//! Answers that are not what was asked for: a page in the reader's language with
//! a reference, or an RFC 9457 problem document for a program.

use super::Door;
use crate::{Html, Visit, Voice};
use askama::Template;
use axum::{
    extract::MatchedPath,
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use redress_kernel::{
    Id, Refusal, Role,
    fields::{Fields, Problem},
    words::Message,
};
use serde_json::{Value, json};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The request cannot be read.
    BadRequest,
    /// A program's body is not JSON; where it stops being so.
    NotJson {
        line: usize,
        column: usize,
    },
    /// A program came without a token that counts.
    SignInNeeded,
    /// May be seen, may not be done; the role that could.
    Forbidden(Option<Role>),
    /// The same words whether it exists or not.
    NotFound,
    Method,
    /// Somebody else changed it meanwhile.
    Conflict,
    /// It is here already, and under which reference, for whoever may know.
    Taken {
        refusal: Refusal,
        reference: Option<String>,
    },
    TooLarge,
    MediaType,
    /// Seconds to wait.
    TooMany(u64),
    /// Another site's page sent this.
    CrossSite,
    /// The domain says no, and how to go on.
    Refused(Refusal),
    /// What was typed has problems (programs; a page shows its form again instead).
    Fields(Vec<Problem>),
    /// Our fault; the context goes to the log, not to the person.
    Internal(String),
    Unavailable,
}

impl Trouble {
    pub fn internal(context: impl std::fmt::Display) -> Trouble {
        Trouble::Internal(context.to_string())
    }

    pub fn fields(fields: &Fields) -> Trouble {
        Trouble::Fields(fields.problems().to_vec())
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Trouble::BadRequest | Trouble::NotJson { .. } => StatusCode::BAD_REQUEST,
            Trouble::SignInNeeded => StatusCode::UNAUTHORIZED,
            Trouble::Forbidden(_) | Trouble::CrossSite => StatusCode::FORBIDDEN,
            Trouble::NotFound => StatusCode::NOT_FOUND,
            Trouble::Method => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::Conflict | Trouble::Taken { .. } => StatusCode::CONFLICT,
            Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Trouble::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Trouble::Refused(_) | Trouble::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Trouble::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Trouble::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Stable for programs; the page's words are `trouble-{code}`.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::BadRequest => "bad-request",
            Trouble::NotJson { .. } => "not-json",
            Trouble::SignInNeeded => "sign-in-needed",
            Trouble::Forbidden(_) => "forbidden",
            Trouble::NotFound => "not-found",
            Trouble::Method => "method",
            Trouble::Conflict => "conflict",
            Trouble::TooLarge => "too-large",
            Trouble::MediaType => "media-type",
            Trouble::TooMany(_) => "too-many",
            Trouble::CrossSite => "cross-site",
            Trouble::Refused(refusal) | Trouble::Taken { refusal, .. } => refusal.code,
            Trouble::Fields(_) => "fields",
            Trouble::Internal(_) => "internal",
            Trouble::Unavailable => "unavailable",
        }
    }

    /// For an answer of axum's own (no such route, wrong method).
    fn of(status: StatusCode) -> Trouble {
        match status {
            StatusCode::UNAUTHORIZED => Trouble::SignInNeeded,
            StatusCode::FORBIDDEN => Trouble::Forbidden(None),
            StatusCode::NOT_FOUND => Trouble::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Trouble::Method,
            StatusCode::CONFLICT => Trouble::Conflict,
            StatusCode::PAYLOAD_TOO_LARGE => Trouble::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Trouble::MediaType,
            StatusCode::SERVICE_UNAVAILABLE => Trouble::Unavailable,
            status if status.is_server_error() => Trouble::internal(status),
            _ => Trouble::BadRequest,
        }
    }

    fn title(&self, t: &Voice) -> String {
        match self {
            Trouble::Refused(_) | Trouble::Taken { .. } => t.say("trouble-refused").into_owned(),
            other => t.code("trouble", other.code()),
        }
    }

    /// The sentence, where it is made of more than the code.
    fn message(&self) -> Option<Message> {
        match self {
            Trouble::Refused(refusal) | Trouble::Taken { refusal, .. } => Some(message_of(refusal)),
            Trouble::NotJson { line, column } => Some(
                Message::new("trouble-not-json-help")
                    .with("line", *line)
                    .with("column", *column),
            ),
            _ => None,
        }
    }

    /// What happened, what is kept, what to do.
    fn help(&self, t: &Voice) -> Html {
        if let Some(message) = self.message() {
            return t.html(&message);
        }
        match self {
            Trouble::Forbidden(Some(role)) => t
                .tell("trouble-forbidden-who")
                .key("who", format!("role-{}", role.name()))
                .html(),
            Trouble::TooMany(seconds) => t
                .tell("trouble-too-many-wait")
                .with("seconds", *seconds as i64)
                .html(),
            other => Html::text(&t.code("trouble", &format!("{}-help", other.code()))),
        }
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Trouble {
        Trouble::Refused(refusal)
    }
}

fn message_of(refusal: &Refusal) -> Message {
    Message {
        key: format!("refusal-{}", refusal.code),
        args: refusal.args.clone(),
    }
}

/// Lines of the log that tell of attempts bear this name, whichever room writes them.
pub const SECURITY: &str = "redress::security";

/// Who got this answer, put into its extensions where somebody is signed in: the log
/// names a person by their number alone, and the page leads back to where they begin.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    pub id: Id,
    pub home: &'static str,
}

#[derive(Clone)]
struct Carried(Arc<Trouble>);

/// The guard, which knows the reader, writes the body.
impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

#[derive(Template)]
#[template(path = "guard/trouble.html")]
struct Sheet<'a> {
    t: &'a Voice,
    title: &'a str,
    help: Html,
    problems: Vec<Html>,
    reference: &'a str,
    faulty: bool,
    /// Where the way back leads, and its words.
    home: (&'static str, &'static str),
}

/// Writes the page or the problem document of an answer that carries a trouble.
pub(super) fn shown(
    mut response: Response,
    visit: &Visit,
    route: Option<&MatchedPath>,
    door: &Door,
) -> Response {
    let trouble = match response.extensions_mut().remove::<Carried>() {
        Some(Carried(trouble)) => trouble,
        None if is_bare(&response) => Arc::new(Trouble::of(response.status())),
        None => return response,
    };
    let reference = reference(door);
    let asker = response.extensions().get::<Asker>().copied();
    log(&trouble, &reference, route, asker);
    let t = visit.voice();
    let mut shown = if visit.api {
        document(&trouble, &t, &reference)
    } else {
        sheet(&trouble, visit, &t, (&reference, asker))
    };
    *shown.status_mut() = response.status();
    for (name, value) in response.headers() {
        shown.headers_mut().entry(name).or_insert(value.clone());
    }
    if let Trouble::TooMany(seconds) = *trouble {
        shown
            .headers_mut()
            .insert("retry-after", HeaderValue::from(seconds));
    }
    shown
}

/// An error that nobody wrote a page for.
fn is_bare(response: &Response) -> bool {
    let media = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("text/plain");
    let error = response.status().is_client_error() || response.status().is_server_error();
    error && media.starts_with("text/plain")
}

/// Twelve digits that a person can read out on the telephone.
fn reference(door: &Door) -> String {
    let id = (door.new_id)().to_string();
    id.chars().skip(id.len().saturating_sub(12)).collect()
}

/// The route as it is declared, never the address: an address can be a key (an
/// invitation, a draft), and a log is read by more people than the case.
fn log(trouble: &Trouble, reference: &str, route: Option<&MatchedPath>, asker: Option<Asker>) {
    let route = route.map_or("unmatched", MatchedPath::as_str);
    let (code, person) = (trouble.code(), asker.map(|asker| asker.id.to_string()));
    if let Trouble::Internal(context) = trouble {
        tracing::error!(reference, route, context, "a request failed");
    } else if tells_of_an_attempt(trouble, asker) {
        tracing::info!(target: SECURITY, reference, route, code, person, "a request was refused");
    } else {
        tracing::debug!(reference, route, code, "a request was refused");
    }
}

/// What somebody may look for later: knocking where one may not come in, another site's
/// forms, guessing. Whoever is signed in and asks for what is not there for them may be
/// trying numbers; a stranger's wrong address is nothing.
fn tells_of_an_attempt(trouble: &Trouble, asker: Option<Asker>) -> bool {
    match trouble {
        Trouble::NotFound => asker.is_some(),
        Trouble::SignInNeeded
        | Trouble::Forbidden(_)
        | Trouble::CrossSite
        | Trouble::TooMany(_) => true,
        _ => false,
    }
}

fn sheet(
    trouble: &Trouble,
    visit: &Visit,
    t: &Voice,
    (reference, asker): (&str, Option<Asker>),
) -> Response {
    let title = trouble.title(t);
    let problems = match trouble {
        Trouble::Fields(problems) => problems.iter().map(|p| t.html(&p.message)).collect(),
        _ => Vec::new(),
    };
    let body = Html::from_template(&Sheet {
        t,
        title: &title,
        help: trouble.help(t),
        problems,
        reference,
        faulty: trouble.status().is_server_error(),
        home: asker.map_or(("/", "trouble-home"), |asker| {
            (asker.home, "trouble-home-staff")
        }),
    });
    visit.page().public(&title, body).into_response()
}

fn document(trouble: &Trouble, t: &Voice, reference: &str) -> Response {
    let detail = match trouble.message() {
        Some(message) => t.text(&message),
        None => t.code("trouble", &format!("{}-help", trouble.code())),
    };
    let mut document = json!({
        "type": format!("urn:redress:problem:{}", trouble.code()),
        "code": trouble.code(),
        "title": trouble.title(t),
        "status": trouble.status().as_u16(),
        "detail": detail,
        "instance": format!("urn:redress:error:{reference}"),
    });
    let more = match trouble {
        Trouble::Fields(problems) => Some(("errors", errors(problems, t))),
        Trouble::Taken { reference, .. } => reference.as_ref().map(|it| ("reference", json!(it))),
        _ => None,
    };
    if let (Some((name, value)), Some(all)) = (more, document.as_object_mut()) {
        all.insert(name.to_owned(), value);
    }
    let media = HeaderValue::from_static("application/problem+json");
    ([(CONTENT_TYPE, media)], document.to_string()).into_response()
}

fn errors(problems: &[Problem], t: &Voice) -> Value {
    problems
        .iter()
        .map(|problem| {
            json!({
                "field": problem.field,
                "code": problem.message.key,
                "detail": t.text(&problem.message),
            })
        })
        .collect()
}
