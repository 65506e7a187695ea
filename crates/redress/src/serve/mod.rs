//! The server: opens the installation, puts the house together, answers until it
//! is told to stop, and finishes what it began.

mod epochs;
mod health;
mod jobs;
mod listen;
mod proxy;
pub mod witness;

pub use jobs::run_due;

use crate::{
    clock,
    commands::machine::{disk, measured_beside},
    house,
    mail_in::MailIn,
};
use axum::{Extension, Router, middleware::from_fn_with_state};
use redress_complaint::{
    House,
    door::our_fault,
    house::{Inner, Timed, WhoIs, organisation},
    unconfirmed::Gates,
};
use redress_kernel::{Network, Organisation, instant::Clock};
use redress_office::{
    Kept,
    health::Look,
    keep_session,
    samples::{Keeper, Samples},
    tokens::{Watched, note_programs},
};
use redress_store::{Db, Error};
use redress_web::{Door, Trouble, Words, guard::guarded};
use std::{net::SocketAddr, path::PathBuf, sync::Arc};

/// How this server is reached.
#[derive(Debug, Clone)]
pub struct Reach {
    pub listen: SocketAddr,
    pub base_url: String,
    pub tls: Option<(PathBuf, PathBuf)>,
    pub trusted_proxies: Vec<String>,
    /// Where the installation lies, for the health page; None in the demo, whose
    /// clock and disk say nothing.
    pub folder: Option<PathBuf>,
}

/// The house over an open database. `who_is` is lent by the office.
pub fn open_house(db: Db, clock: Arc<dyn Clock>, who_is: WhoIs, base_url: &str) -> House {
    open_house_beside(db, clock, who_is, base_url, Vec::new())
}

/// With networks of our own that webhooks may reach.
pub fn open_house_beside(
    db: Db,
    clock: Arc<dyn Clock>,
    who_is: WhoIs,
    base_url: &str,
    inside: Vec<Network>,
) -> House {
    House(Arc::new(Inner {
        db: Timed::new(db, clock::steady_micros),
        words: Words::embedded(),
        clock,
        slices: house::SLICES,
        who_is,
        prove_anew: redress_office::prove_anew,
        random: clock::random,
        base_url: base_url.trim_end_matches('/').to_owned(),
        live: Arc::default(),
        gates: Gates::default(),
        inside,
    }))
}

/// The whole application behind its guard.
pub fn application(house: &House) -> Router {
    let routes = house::routes().into_router();
    let sessions = from_fn_with_state((house.clone(), Kept::new()), keep_session);
    let programs = from_fn_with_state((house.clone(), Watched::default()), note_programs);
    let router = health::routes(routes)
        .layer(sessions)
        .layer(programs)
        .merge(redress_web::assets::routes())
        .with_state(house.clone())
        .layer(Extension(house.clone()))
        .layer(Extension(crate::post::outgoing(house)));
    guarded(router, door(house))
}

fn door(house: &House) -> Door {
    let (organisation, ids) = (house.clone(), house.clone());
    Door {
        organisation: Arc::new(move || {
            let house = organisation.clone();
            Box::pin(async move { organisation_now(&house).await })
        }),
        base_url: house.base_url.clone(),
        micros: Arc::new(clock::steady_micros),
        new_id: Arc::new(move || ids.new_id()),
    }
}

/// Serves until SIGTERM or SIGINT; requests under way are finished.
pub async fn serve(house: House, reach: Reach) -> std::io::Result<()> {
    serve_until(house, reach, std::future::pending()).await
}

/// The same, or until somebody here wants it to end.
pub async fn serve_until(
    house: House,
    reach: Reach,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    answer(application(&house), house, reach, until).await
}

/// With the means to open and remove sample data.
pub async fn serve_with_sample(
    house: House,
    reach: Reach,
    sample: Arc<dyn Samples>,
) -> std::io::Result<()> {
    let app = application(&house).layer(Extension(Keeper(sample)));
    answer(app, house, reach, std::future::pending()).await
}

async fn answer(
    app: Router,
    house: House,
    reach: Reach,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let app = with_health(app, &house, reach.folder.clone());
    let app = proxy::behind(app, &reach.trusted_proxies);
    let workers = jobs::start(house.clone());
    let disk = reach.folder.clone().map(|folder| watched(&house, folder));
    let mail = MailIn::start(&house, listen::certificate(&reach)?);
    let live = house.live.clone();
    let leave = move || live.close();
    let stop = listen::stopped(Db::clone(&house.db), until);
    let answered = listen::until_stopped(app, &reach, stop, leave).await;
    workers.abort();
    if let Some(disk) = disk {
        disk.abort();
    }
    drop(tokio::task::spawn_blocking(move || drop(mail)).await);
    answered
}

/// How often somebody looks how much of the disk is left.
const LOOKED_EVERY: std::time::Duration = std::time::Duration::from_secs(20);

/// Tells the gates how much of the disk is left: files of strangers stop before words do.
fn watched(house: &House, folder: PathBuf) -> tokio::task::JoinHandle<()> {
    let house = house.clone();
    tokio::spawn(async move {
        loop {
            let at = folder.clone();
            let look = tokio::task::spawn_blocking(move || disk(&at));
            if let Ok(Some((free, size))) = look.await {
                house.gates.disk_has(free, size);
            }
            tokio::time::sleep(LOOKED_EVERY).await;
        }
    })
}

/// Lends the health page what the binary can measure of its machine.
fn with_health(app: Router, house: &House, folder: Option<PathBuf>) -> Router {
    let Some(folder) = folder else { return app };
    let house = house.clone();
    let look = move || measured_beside(&folder, &house.db, house.now());
    app.layer(Extension(Look(Arc::new(look))))
}

/// Read for every request: a settings change by any process counts at once. When
/// it cannot be read the error page alone shows a default name.
async fn organisation_now(house: &House) -> Result<Arc<Organisation>, Trouble> {
    let read = house
        .db
        .read(|reader| -> Result<_, Error> { organisation(reader) })
        .await;
    read.map(Arc::new).map_err(|error| our_fault(&error))
}
