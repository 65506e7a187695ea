//! "Try with sample data first": a second, separate installation inside DIR, with
//! its own database, journal and keys. Nothing of it ever enters the
//! organisation's journal; a banner stands on every page, and removing it deletes
//! its folder.

use super::Failure;
use crate::{
    clock::{MachineClock, random},
    demo, house,
    serve::{Reach, open_house, serve_until},
};
use redress_complaint::{House, house::is_set_up};
use redress_kernel::instant::Clock;
use redress_office::samples::{Opened, Samples, Soon};
use redress_store::{Db, Keys, Location};
use std::{
    io::Write,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{
    sync::{Mutex, oneshot},
    task::{JoinHandle, spawn_blocking},
};

/// Where its password lies, for the owner's eyes only.
const SIGN_IN: &str = "sign-in.txt";
/// Ports of this machine that are tried, from the one after ours.
const PORTS: u16 = 20;

/// The sample of one installation: closed or open.
pub struct Keeper {
    folder: PathBuf,
    ours: Reach,
    open: Mutex<Option<Running>>,
}

struct Running {
    opened: Opened,
    stop: oneshot::Sender<()>,
    answering: JoinHandle<std::io::Result<()>>,
}

impl Keeper {
    pub fn of(data: &Path, ours: &Reach) -> Keeper {
        Keeper {
            folder: data.join("sample"),
            ours: ours.clone(),
            open: Mutex::default(),
        }
    }

    async fn opened(&self) -> Result<Opened, Failure> {
        let mut open = self.open.lock().await;
        if let Some(running) = &*open {
            return Ok(running.opened.clone());
        }
        let its = beside(&self.ours, &self.folder)?;
        let reach = its.clone();
        let filled = spawn_blocking(move || filled(&reach)).await;
        let (house, password) = filled.map_err(|error| Failure::Failed(error.to_string()))??;
        let opened = Opened {
            address: its.base_url.clone(),
            password,
            people: demo::PEOPLE
                .iter()
                .map(|(_, _, email, role)| (role.name(), *email))
                .collect(),
        };
        let (stop, stopped) = oneshot::channel();
        // A sender that is dropped stops it too.
        let until = async move { drop(stopped.await) };
        *open = Some(Running {
            opened: opened.clone(),
            stop,
            answering: tokio::spawn(serve_until(house, its, until)),
        });
        Ok(opened)
    }

    /// Requests under way are finished.
    pub async fn closed(&self) {
        if let Some(running) = self.open.lock().await.take() {
            drop(running.stop);
            let _ = running.answering.await;
        }
    }

    async fn removed(&self) -> Result<(), Failure> {
        self.closed().await;
        match std::fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

impl Samples for Keeper {
    fn open(self: Arc<Self>) -> Soon<Opened> {
        Box::pin(async move { self.opened().await.map_err(|error| error.to_string()) })
    }

    fn remove(self: Arc<Self>) -> Soon<()> {
        Box::pin(async move { self.removed().await.map_err(|error| error.to_string()) })
    }
}

/// The house of the sample, filled when it is opened for the first time.
fn filled(its: &Reach) -> Result<(House, String), Failure> {
    let folder = its.folder.as_deref().unwrap_or(Path::new("sample"));
    std::fs::create_dir_all(folder)?;
    let keys = Keys::load_or_create(folder, MachineClock.now())?;
    let db = Db::open(&Location::Sqlite(folder.to_owned()), keys, house::wiring())?;
    let begun = db.read_now(is_set_up)?;
    let house = open_house(
        db,
        Arc::new(MachineClock),
        redress_office::who_is,
        &its.base_url,
    );
    if let Some(password) = kept(folder).filter(|_| begun) {
        return Ok((house, password));
    }
    let password = password();
    demo::fill(&house, MachineClock.now(), &password)?;
    keep(folder, &password)?;
    Ok((house, password))
}

/// A free port of this machine, without TLS: the sample is for looking round. Under the
/// other name of the machine, so that a browser keeps two sign-ins apart.
fn beside(ours: &Reach, folder: &Path) -> Result<Reach, Failure> {
    let first = ours.listen.port();
    let listen = (1..=PORTS)
        .map(|next| SocketAddr::from(([127, 0, 0, 1], first.wrapping_add(next))))
        .find(|listen| TcpListener::bind(listen).is_ok())
        .ok_or_else(|| Failure::Failed(format!("no free port after {first}")))?;
    let name = match ours.base_url.contains("localhost") {
        true => "127.0.0.1",
        false => "localhost",
    };
    Ok(Reach {
        listen,
        base_url: format!("http://{name}:{}", listen.port()),
        tls: None,
        trusted_proxies: Vec::new(),
        folder: Some(folder.to_owned()),
    })
}

/// A password of its own for every sample: nobody else's is known to the world.
fn password() -> String {
    random()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn kept(folder: &Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join(SIGN_IN)).ok()?;
    let line = text.lines().next()?;
    Some(line.strip_prefix("password: ")?.to_owned())
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
