//! A Postfix of our own for one test: `scripts/postfix`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub struct Postfix {
    dir: PathBuf,
    pub port: u16,
}

impl Postfix {
    /// Brings mail to these two doors, and what goes elsewhere to the port of the world.
    /// None, loudly, where it cannot be started.
    pub fn start(smtp: u16, lmtp: u16, world: u16) -> Option<Postfix> {
        let name = format!("redress-postfix-{}", std::process::id());
        let dir = std::env::temp_dir().join(name);
        let ports = [smtp, lmtp, world].map(|port| port.to_string());
        let run = Command::new(script())
            .arg("start")
            .arg(&dir)
            .args(ports)
            .output();
        let run = run.unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        let beside = said.contains("another mail server");
        if beside || said.contains("not installed") || said.contains("sudo") {
            // Beside another mail server it is never installed (scripts/setup).
            assert!(
                beside || std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
                "Postfix is missing: {said}"
            );
            eprintln!("SKIPPED, loudly: no Postfix ({said})");
            drop(fs::remove_dir_all(&dir));
            return None;
        }
        let port = String::from_utf8(run.stdout).unwrap();
        let port = port.trim().parse().unwrap_or_else(|_| panic!("{said}"));
        Some(Postfix { dir, port })
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.dir.join("mail.log")).unwrap()
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postfix")
}

impl Drop for Postfix {
    fn drop(&mut self) {
        drop(Command::new(script()).arg("stop").arg(&self.dir).output());
    }
}
