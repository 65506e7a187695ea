//! `redress demo`: a running server on throw-away data. Everything in it was
//! done by the same verbs that the desk uses, at the times at which it is said
//! to have happened, so that the journal, the clocks and the figures are real.
//! The words of the world lie in `world/`: one file a language for what people
//! wrote, `desk.toml` for what the office wrote, `acts.toml` for what was done;
//! `records.toml` and `policy.toml` for what the management keeps beside complaints.

mod deed;
mod founding;
mod hours;
mod play;
mod records;
mod rules;
pub mod script;
mod visit;

pub use founding::{PASSWORD, PEOPLE};
pub use play::fill;

use crate::{
    cli::Demo,
    clock::{self, DemoClock, MachineClock},
    commands::Failure,
    house::wiring,
    serve::{Reach, open_house, serve},
};
use redress_kernel::{Instant, instant::Clock};
use redress_store::{Db, Keys, Location};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

pub fn run(asked: Demo) -> Result<ExitCode, Failure> {
    let start = match &asked.at {
        Some(text) => Some(
            text.parse::<Instant>()
                .map_err(|_| Failure::Usage("--at takes a time in RFC 3339".to_owned()))?,
        ),
        None => None,
    };
    let folder = throw_away()?;
    let clock = Arc::new(DemoClock::new(start, asked.speed));
    let keys = Keys::create(&folder, MachineClock.now())?;
    let db = Db::open(&Location::Sqlite(folder.clone()), keys, wiring())?;
    let base_url = format!("http://{}", asked.listen);
    let house = open_house(db, clock.clone(), redress_office::who_is, &base_url);
    fill(&house, clock.now(), PASSWORD)?;
    tell(&base_url, &folder);
    let reach = Reach {
        listen: asked.listen,
        base_url,
        tls: None,
        trusted_proxies: Vec::new(),
        folder: None,
    };
    let served = runtime()?.block_on(serve(house, reach));
    let _ = std::fs::remove_dir_all(&folder);
    served?;
    Ok(ExitCode::SUCCESS)
}

pub fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
}

fn throw_away() -> Result<PathBuf, Failure> {
    let name: String = clock::random()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let folder = std::env::temp_dir().join(format!("redress-demo-{name}"));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

#[allow(
    clippy::print_stdout,
    reason = "the links and sign-ins are what the demo prints"
)]
fn tell(base_url: &str, folder: &Path) {
    println!("Redress demo: Northfield Water, throw-away data, gone when you stop it (Ctrl C).\n");
    println!("  Make a complaint     {base_url}/complain    (in Persian: {base_url}/?lang=fa)");
    println!("  Follow a complaint   {base_url}/follow");
    println!("  The desk             {base_url}/desk");
    println!("  Its data meanwhile   {}\n", folder.display());
    println!("Sign in with the password {PASSWORD} as");
    for (_, name, email, role) in PEOPLE {
        println!("  {:<14} {email:<34} {name}", role.name());
    }
}
