//! A Dovecot of our own for one test: `scripts/imap`.

use redress_mail::{
    Tls,
    imap::{Account, Secret},
};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc, Mutex, Weak,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

pub struct Dovecot {
    dir: PathBuf,
    pub plain: u16,
    pub tls: u16,
}

static STARTED: AtomicU32 = AtomicU32::new(0);
static DELIVERED: AtomicU32 = AtomicU32::new(0);

impl Dovecot {
    /// None, loudly, where there is no Dovecot. Tests that run at the same time share
    /// one, each with users of its own; the last to end stops it.
    pub fn shared() -> Option<Arc<Dovecot>> {
        static SHARED: Mutex<Weak<Dovecot>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap();
        if let Some(running) = shared.upgrade() {
            return Some(running);
        }
        let started = Arc::new(Dovecot::showing(None)?);
        *shared = Arc::downgrade(&started);
        Some(started)
    }

    /// One of its own: with this certificate and its key (PEM).
    pub fn showing(certificate: Option<(&str, &str)>) -> Option<Dovecot> {
        let number = STARTED.fetch_add(1, Ordering::SeqCst);
        let name = format!("redress-imap-{}-{number}", std::process::id());
        let dir = std::env::temp_dir().join(name);
        fs::create_dir_all(&dir).unwrap();
        if let Some((certificate, key)) = certificate {
            fs::write(dir.join("cert.pem"), certificate).unwrap();
            fs::write(dir.join("key.pem"), key).unwrap();
        }
        let run = Command::new(script())
            .arg("start")
            .arg(&dir)
            .output()
            .unwrap();
        let complaint = String::from_utf8_lossy(&run.stderr);
        if complaint.contains("not installed") {
            assert!(
                std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
                "Dovecot is missing"
            );
            eprintln!("SKIPPED, loudly: no Dovecot (package dovecot-imapd)");
            fs::remove_dir_all(&dir).unwrap();
            return None;
        }
        let ports = String::from_utf8(run.stdout).unwrap();
        let mut ports = ports.split_whitespace().map(|port| port.parse().unwrap());
        let (Some(plain), Some(tls)) = (ports.next(), ports.next()) else {
            panic!("Dovecot did not start: {complaint}")
        };
        Some(Dovecot { dir, plain, tls })
    }

    pub fn account(&self, user: &str) -> Account {
        account(user, self.plain)
    }

    /// As a mail server does it: written beside, then put in its place.
    pub fn deliver(&self, user: &str, folder: &str, bytes: &[u8]) {
        let place = self.maildir(user, folder);
        let name = format!(
            "{:010}.M1P1.ferry",
            DELIVERED.fetch_add(1, Ordering::SeqCst)
        );
        let written = place.join("tmp").join(&name);
        fs::write(&written, bytes).unwrap();
        open(&written, 0o666);
        fs::rename(written, place.join("new").join(name)).unwrap();
    }

    /// From here on the server counts anew, as after a restore of its own.
    pub fn renumber(&self, user: &str) {
        let place = self.maildir(user, "INBOX");
        for file in fs::read_dir(&place).unwrap() {
            let file = file.unwrap();
            if file.file_name().to_string_lossy().starts_with("dovecot") {
                fs::remove_file(file.path()).unwrap();
            }
        }
        // Its numbering is made of the time in seconds.
        std::thread::sleep(Duration::from_millis(1100));
    }

    /// Names of the files, whose letters after `:2,` are the flags.
    pub fn files(&self, user: &str, folder: &str) -> Vec<String> {
        let place = self.maildir(user, folder);
        let names = ["cur", "new"].into_iter().flat_map(|part| {
            let files = fs::read_dir(place.join(part)).unwrap();
            files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        });
        names.collect()
    }

    fn maildir(&self, user: &str, folder: &str) -> PathBuf {
        let home = self.dir.join("mail").join(user);
        let place = match folder {
            "INBOX" => home.clone(),
            other => home.join(format!(".{other}")),
        };
        for part in ["new", "cur", "tmp"] {
            fs::create_dir_all(place.join(part)).unwrap();
        }
        // The server works under an account of its own when root runs the tests.
        for open_to_it in [
            &home,
            &place,
            &place.join("new"),
            &place.join("cur"),
            &place.join("tmp"),
        ] {
            open(open_to_it, 0o777);
        }
        place
    }

    pub fn stop(self) {}
}

fn open(path: &Path, mode: u32) {
    // What the server has made is its own, and open to it already.
    drop(fs::set_permissions(path, fs::Permissions::from_mode(mode)));
}

pub fn account(user: &str, port: u16) -> Account {
    Account {
        host: "127.0.0.1".into(),
        port,
        tls: Tls::None,
        user: user.into(),
        secret: Secret::Password("ferry".into()),
        authority: None,
        patience: Duration::from_secs(10),
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/imap")
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        drop(Command::new(script()).arg("stop").arg(&self.dir).output());
    }
}
