//! Routes with their permits. A route cannot be added without saying who may
//! come in: the guard stands before the handler, and the golden file `routes.txt`
//! lists every route with its permit.

use crate::{
    calls::{Call, served},
    door::{our_fault, verb_named},
    house::{Credential, House},
    menu::home,
};
use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    handler::Handler,
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Redirect, Response},
    routing::{MethodFilter, MethodRouter, on},
};
use redress_kernel::{Action, Actor, Role, person::granted};
use redress_web::{Trouble, guard::Asker};
use std::pin::Pin;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    /// The portal, sign-in, health.
    Public,
    /// Anybody who is signed in (their own profile, signing out).
    SignedIn,
    /// A person whose role is granted this action at all; the case itself is
    /// asked about again when it is found.
    May(Action),
    /// A role that is granted the one or the other.
    Either(Action, Action),
    /// As `May`, and whoever acts has proved within the last minutes that it is they
    /// (`house.prove_anew`). For what a borrowed browser must not be enough for.
    Fresh(Action),
    /// As `SignedIn`, and people prove anew who they are; their programs come in, too.
    ProvedAnew,
    /// The same for people alone: what signing in itself hangs on.
    FreshlySignedIn,
}

impl Permit {
    fn admits(self, actor: &Actor) -> bool {
        match self {
            Permit::Public | Permit::SignedIn | Permit::ProvedAnew | Permit::FreshlySignedIn => {
                true
            }
            Permit::May(action) | Permit::Fresh(action) => actor.may(action),
            Permit::Either(one, other) => actor.may(one) || actor.may(other),
        }
    }

    /// The first role that could come in, to ask.
    fn who(self) -> Option<Role> {
        match self {
            Permit::May(action) | Permit::Fresh(action) | Permit::Either(action, _) => {
                who_may(action)
            }
            Permit::Public | Permit::SignedIn | Permit::ProvedAnew | Permit::FreshlySignedIn => {
                None
            }
        }
    }

    fn is_fresh(self) -> bool {
        matches!(
            self,
            Permit::Fresh(_) | Permit::ProvedAnew | Permit::FreshlySignedIn
        )
    }
}

#[derive(Debug, Clone)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub permit: Permit,
}

#[derive(Default)]
pub struct Routes {
    pub list: Vec<Route>,
    router: Router<House>,
}

impl Routes {
    pub fn get<H, T>(self, path: &'static str, permit: Permit, handler: H) -> Routes
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, permit, handler)
    }

    pub fn post<H, T>(self, path: &'static str, permit: Permit, handler: H) -> Routes
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, permit, handler)
    }

    /// The calls of a slice, as its manifest lists them.
    pub fn calls(self, calls: &'static [Call]) -> Routes {
        calls.iter().fold(self, |routes, call| {
            let (method, filter) = call.does.method();
            let handler = move |house: State<House>, request: Request| served(call, house, request);
            routes.add(method, filter, call.path, call.permit, handler)
        })
    }

    fn add<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        permit: Permit,
        handler: H,
    ) -> Routes
    where
        H: Handler<T, House>,
        T: 'static,
    {
        let guarded: MethodRouter<House> =
            on(filter, handler).route_layer(from_fn(move |request: Request, next: Next| {
                stand_before(permit, request, next)
            }));
        self.router = self.router.route(path, guarded);
        self.list.push(Route {
            method,
            path,
            permit,
        });
        self
    }

    pub fn into_router(self) -> Router<House> {
        self.router
    }
}

/// Who asks is looked up for every route, so that public pages know a signed-in
/// person too; without the permit nobody passes.
async fn stand_before(permit: Permit, mut request: Request, next: Next) -> Response {
    let Some(house) = request.extensions().get::<House>().cloned() else {
        return Trouble::internal("the house is missing from the request").into_response();
    };
    let shown = credential(request.headers(), house.base_url.starts_with("https://"));
    // A program has nobody who could be asked anew; its token is narrowed and ends.
    let by_browser = matches!(shown, Some(Credential::Session(_)));
    let actor = match shown {
        Some(credential) => who_is(&house, credential).await,
        None => Ok(None),
    };
    let actor = match actor {
        Ok(actor) => actor,
        Err(error) => return our_fault(&error).into_response(),
    };
    match (permit, actor) {
        (Permit::Public, actor) => {
            if let Some(actor) = actor {
                request.extensions_mut().insert(actor);
            }
            next.run(request).await
        }
        (_, None) => sign_in_first(&request),
        (permit, Some(actor)) if !permit.admits(&actor) => {
            of(&actor, Trouble::Forbidden(permit.who()).into_response())
        }
        // What signing in hangs on is for the person: a program's token must not outlive
        // itself in a key that it added.
        (Permit::FreshlySignedIn, Some(actor)) if !by_browser => {
            of(&actor, Trouble::Forbidden(None).into_response())
        }
        (permit, Some(actor)) => {
            let anew = by_browser && (permit.is_fresh() || leads_to_fresh_verb(&house, &request));
            request.extensions_mut().insert(actor.clone());
            match anew {
                true => of(&actor, proved_anew(&house, &actor, request, next).await),
                false => of(&actor, next.run(request).await),
            }
        }
    }
}

/// What came of asking for a proof that is a few minutes old at most.
pub enum Proved {
    /// Go on with this request, from which the proof was taken out. A cookie goes with
    /// the answer where the session has a new token.
    Yes(Request, Option<HeaderValue>),
    /// The page that asks for it, or why it cannot be asked.
    Asked(Response),
}

/// Lent by the office: it knows sessions, passwords and second factors.
pub type ProveAnew = fn(House, Actor, Request) -> Pin<Box<dyn Future<Output = Proved> + Send>>;

async fn proved_anew(house: &House, actor: &Actor, request: Request, next: Next) -> Response {
    match (house.prove_anew)(house.clone(), actor.clone(), request).await {
        Proved::Asked(response) => response,
        Proved::Yes(request, cookie) => {
            let mut response = next.run(request).await;
            if let Some(cookie) = cookie {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response
        }
    }
}

/// All verbs share their routes: which of them are sensitive, each says itself.
fn leads_to_fresh_verb(house: &House, request: &Request) -> bool {
    let matched = request.extensions().get::<MatchedPath>();
    if request.method() == Method::GET
        || !matched.is_some_and(|route| route.as_str().ends_with("/{verb}"))
    {
        return false;
    }
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    // Escaped letters are read only behind this guard: whoever writes so is asked.
    name.contains('%') || verb_named(house.slices, name).is_some_and(|verb| verb.fresh)
}

/// Who was refused is for the log; the page leads them back to where they begin.
fn of(actor: &Actor, mut response: Response) -> Response {
    if response.status().is_client_error() {
        response.extensions_mut().insert(Asker {
            id: actor.id,
            home: home(actor.role),
        });
    }
    response
}

async fn who_is(
    house: &House,
    credential: Credential,
) -> Result<Option<Actor>, redress_store::Error> {
    let (who_is, now) = (house.who_is, house.now());
    house
        .db
        .read(move |reader| who_is(reader, &credential, now))
        .await
}

/// A bearer token outranks a session: a program never acts on a browser's cookie.
pub fn credential(headers: &HeaderMap, https: bool) -> Option<Credential> {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .map(|token| Credential::Bearer(token.trim().to_owned()));
    bearer.or_else(|| session_cookie(headers, https).map(Credential::Session))
}

/// Over https only the name counts that browsers pin to this host: a neighbour
/// under the same domain could have planted the other one.
fn session_cookie(headers: &HeaderMap, https: bool) -> Option<String> {
    let name = if https { "__Host-session" } else { "session" };
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(its, _)| *its == name)
        .map(|(_, value)| value.to_owned())
}

/// A page sends the person to sign in and back; a program is told what is missing, and so
/// is a page's script that listens: a browser makes nothing of a page in place of a stream.
fn sign_in_first(request: &Request) -> Response {
    let (method, uri) = (request.method(), request.uri());
    let listens = request.headers().get(header::ACCEPT);
    let listens = listens.is_some_and(|it| it.as_bytes() == b"text/event-stream");
    if listens || uri.path().starts_with("/api/") {
        return Trouble::SignInNeeded.into_response();
    }
    let all = uri.path_and_query().map_or("/desk", |all| all.as_str());
    let back = match *method {
        Method::GET => all,
        // The address of a case's form opens that form again: what was typed waits there.
        _ if uri.path().starts_with("/desk/") => all,
        _ => "/desk",
    };
    let back: String = form_urlencoded(back);
    Redirect::to(&format!("/sign-in?next={back}")).into_response()
}

/// As the value of a query.
pub fn form_urlencoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// The first role that could do it, to ask; whoever looks after the system before others
/// who may look on. A manager confirms only in the place of top management.
fn who_may(action: Action) -> Option<Role> {
    if action == Action::ConfirmSignificance {
        return Some(Role::TopManagement);
    }
    let roles = std::iter::once(Role::Admin).chain(Role::ALL);
    roles.into_iter().find(|role| granted(*role, action))
}
