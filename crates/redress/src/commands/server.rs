//! `redress serve` and `redress doctor`.

use super::{Failure, keys::ON_PAPER, machine::newest, open, sample::Keeper, say};
use crate::{
    cli::{Place, Serve},
    clock::{MachineClock, OfficeClock, random},
    demo::runtime,
    house::SLICES,
    serve::{
        Reach, open_house_beside, serve_with_sample as run,
        witness::{self, Witness},
    },
};
use redress_kernel::{Network, instant::Clock};
use redress_office::{
    doctor as look,
    health::State,
    samples::{Samples, sample_wanted},
    seal_open_ones, setup_link,
};
use redress_store::{Db, Error};
use redress_web::Voice;
use serde_json::json;
use std::{process::ExitCode, sync::Arc};

pub fn serve(place: &Place, asked: Serve) -> Result<ExitCode, Failure> {
    let tls = match asked.tls.as_slice() {
        [] => None,
        [certificate, key] => Some((certificate.clone(), key.clone())),
        _ => {
            return Err(Failure::Usage(
                "--tls takes a certificate and a key".to_owned(),
            ));
        }
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    let base_url = asked
        .base_url
        .clone()
        .unwrap_or_else(|| format!("{scheme}://{}", asked.listen));
    let db = open(place)?;
    let witness = Witness::at(
        asked
            .witness
            .unwrap_or_else(|| place.data.join(witness::FILE_NAME)),
    );
    admit(&witness, &db, asked.accept_older)?;
    let kept = witness.begin(&db);
    while db.write_now(seal_open_ones)? {}
    greet(&db, &base_url, place.database.is_some())?;
    let house = open_house_beside(
        db.clone(),
        clock(&db, asked.follow_clock)?,
        redress_office::who_is,
        &base_url,
        inside(&asked.webhooks_inside)?,
    );
    let reach = Reach {
        listen: asked.listen,
        base_url,
        tls,
        trusted_proxies: asked.trusted_proxy,
        folder: Some(place.data.clone()),
    };
    let sample = Arc::new(Keeper::of(&place.data, &reach));
    let wanted = db.read_now(|reader| -> Result<_, Error> { sample_wanted(reader) })?;
    runtime()?.block_on(async {
        if wanted {
            show(&sample).await;
        }
        let watching = tokio::spawn(witness.watch(db.clone(), kept));
        let answered = run(house, reach, sample.clone()).await;
        watching.abort();
        sample.closed().await;
        answered
    })?;
    // The disk failed: end with an error, so that whoever watches starts us again through recovery.
    if *db.failed().borrow() {
        Err(Failure::Failed("the storage failed".to_owned()))
    } else {
        Ok(ExitCode::SUCCESS)
    }
}

/// Does not go on with a journal that contradicts what was signed before.
fn admit(witness: &Witness, db: &Db, accept_older: bool) -> Result<(), Failure> {
    let Some(note) = witness.kept()? else {
        return Ok(());
    };
    let Some(why) = witness.contradicted(db, &note)? else {
        return Ok(());
    };
    if !accept_older {
        return Err(Failure::Failed(format!(
            "{why}. The signed checkpoint is in {}: keep it. If you restored a backup, what came after it is lost, and receipts that were given out meanwhile will contradict this journal; start once with --accept-older to go on. If you did not, somebody exchanged the database.",
            witness.path().display()
        )));
    }
    let aside = witness.put_aside(&note)?;
    tracing::warn!(why, kept = %aside.display(), "going on with a journal that contradicts what was signed");
    Ok(())
}

/// The clock of this server, which never stands before what was recorded.
fn clock(db: &Db, follow: bool) -> Result<Arc<dyn Clock>, Failure> {
    if follow {
        return Ok(Arc::new(MachineClock));
    }
    let newest = db.read_now(newest)?;
    Ok(Arc::new(OfficeClock::new(newest)))
}

/// What keeps the sample from opening keeps nobody from complaining.
#[allow(
    clippy::print_stdout,
    reason = "whoever starts the server reads where the sample is"
)]
async fn show(sample: &Arc<Keeper>) {
    match Arc::clone(sample).open().await {
        Ok(opened) => println!("Sample data at {}", opened.address),
        Err(error) => tracing::warn!(error, "the sample data was not opened"),
    }
}

/// A network that cannot be read is refused: leaving it out would look like trust.
fn inside(named: &[String]) -> Result<Vec<Network>, Failure> {
    let read = |text: &String| {
        let wrong = || format!("--webhooks-inside takes networks like 10.1.0.0/16, not {text:?}");
        Network::read(text).ok_or_else(|| Failure::Usage(wrong()))
    };
    named.iter().map(read).collect()
}

/// What whoever starts the server reads first; the set-up link is a secret of the terminal.
#[allow(
    clippy::print_stdout,
    reason = "the one-time link is printed, not logged"
)]
fn greet(db: &Db, base_url: &str, postgres: bool) -> Result<(), Failure> {
    if postgres {
        println!("PostgreSQL: preview");
    }
    let now = MachineClock.now();
    let link = db.write_now(move |tx| -> Result<_, Error> { setup_link(tx, random(), now) })?;
    match link {
        Some(path) => {
            println!("Set up Redress at {base_url}{path} (works once, for a day)");
            if !db.keys().has_root() {
                println!("{ON_PAPER}\n{}", db.keys().new_root(now)?.on_paper());
            }
        }
        None => println!("Redress at {base_url}"),
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the lines are what was asked for")]
pub fn doctor(place: &Place) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let (machine, now) = (
        super::machine::measured(&place.data, &db),
        MachineClock.now(),
    );
    let lines = db.read_now(|reader| look(reader, SLICES, &machine, now))?;
    let t = Voice::english();
    let mut worst = State::Ok;
    let mut all = Vec::new();
    for line in lines {
        worst = worst.min(line.state);
        let remedy = line.remedy.as_ref().map(|remedy| plain(&t.text(remedy)));
        let finding = plain(&t.text(&line.finding));
        if !place.json {
            println!("{:<5} {:<12} {finding}", line.state.name(), line.name);
            remedy.iter().for_each(|remedy| println!("      {remedy}"));
        }
        all.push(json!({ "name": line.name, "state": line.state.name(), "finding": finding, "remedy": remedy }));
    }
    let postgres = place.database.is_some();
    say(
        place.json,
        &json!({ "ok": worst != State::Fail, "preview": postgres, "lines": all }),
        if postgres { "PostgreSQL: preview" } else { "" },
    );
    Ok(if worst == State::Fail {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

/// A terminal shows no isolates.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}
