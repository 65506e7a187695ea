//! "Try with sample data first": a second, separate installation inside DIR, with
//! its own database, journal and keys. Nothing of it ever enters the
//! organisation's journal; a banner stands on every page.

use super::Failure;
use crate::{
    cli::Place,
    clock::{MachineClock, random},
    demo, house,
    serve::{Reach, open_house},
};
use redress_complaint::{House, house::is_set_up};
use redress_kernel::instant::Clock;
use redress_office::setup::sample_wanted;
use redress_store::{Db, Error, Keys, Location};
use std::{io::Write, path::Path, sync::Arc};

/// Where its password lies, for the owner's eyes only.
const SIGN_IN: &str = "sign-in.txt";

/// The sample's house and its reach, one port further on, if the owner asked for it.
#[allow(
    clippy::print_stdout,
    reason = "whoever starts the server reads where the sample is"
)]
pub fn open_if_wanted(
    place: &Place,
    db: &Db,
    reach: &Reach,
) -> Result<Option<(House, Reach)>, Failure> {
    if !db.read_now(|reader| -> Result<_, Error> { sample_wanted(reader) })? {
        return Ok(None);
    }
    let folder = place.data.join("sample");
    std::fs::create_dir_all(&folder)?;
    let keys = Keys::load_or_create(&folder, MachineClock.now())?;
    let sample = Db::open(&Location::Sqlite(folder.clone()), keys, house::wiring())?;
    let filled = sample.read_now(is_set_up)?;
    let its = beside(reach, &folder);
    let house = open_house(
        sample,
        Arc::new(MachineClock),
        redress_office::who_is,
        &its.base_url,
    );
    if !filled {
        let password = password();
        demo::fill(&house, MachineClock.now(), &password)?;
        keep(&folder, &password)?;
    }
    println!(
        "Sample data at {}; its sign-ins are in {}",
        its.base_url,
        folder.join(SIGN_IN).display()
    );
    Ok(Some((house, its)))
}

/// The next port of this machine, without TLS: the sample is for looking round.
fn beside(reach: &Reach, folder: &Path) -> Reach {
    let listen = std::net::SocketAddr::from(([127, 0, 0, 1], reach.listen.port().wrapping_add(1)));
    Reach {
        listen,
        base_url: format!("http://{listen}"),
        tls: None,
        trusted_proxies: Vec::new(),
        folder: Some(folder.to_owned()),
    }
}

/// A password of its own for every sample: nobody else's is known to the world.
fn password() -> String {
    random()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn keep(folder: &Path, password: &str) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(folder.join(SIGN_IN))?;
    writeln!(file, "password: {password}")?;
    for (_, name, email, role) in demo::PEOPLE {
        writeln!(file, "{} {email} {name}", role.name())?;
    }
    Ok(())
}
