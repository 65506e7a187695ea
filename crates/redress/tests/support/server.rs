//! The real binary as a process: set up, started, killed, started again.

use super::http;
use std::{
    io::Write,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

pub struct Server {
    child: Child,
    pub addr: SocketAddr,
}

pub fn redress(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redress"));
    command
        .arg("--data")
        .arg(data)
        .args(args)
        .env("REDRESS_LOG", "warn");
    command
}

/// Runs a command to its end, with text on stdin.
pub fn run(data: &Path, args: &[&str], stdin: &str) -> Output {
    let mut child = redress(data, args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    child
        .stdin
        .take()
        .expect("stdin")
        .write_all(stdin.as_bytes())
        .expect("it reads");
    child.wait_with_output().expect("it ends")
}

/// The JSON object that a command printed last, after checking that it went well.
pub fn told(data: &Path, args: &[&str], stdin: &str) -> serde_json::Value {
    let output = run(data, args, stdin);
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{args:?}: {stdout}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_str(stdout.lines().last().unwrap_or_default())
        .unwrap_or_else(|_| panic!("{args:?} printed {stdout}"))
}

/// An installation of Blue Ferry Co. with a manager; returns the manager's token.
pub fn blue_ferry(data: &Path) -> String {
    told(
        data,
        &[
            "--json",
            "setup",
            "--org",
            "Blue Ferry Co.",
            "--admin",
            "sam@ferry.example",
            "--password-stdin",
            "--time-zone",
            "Europe/Vilnius",
        ],
        "a long enough secret\n",
    );
    told(
        data,
        &[
            "--json",
            "user",
            "add",
            "--email",
            "rasa@ferry.example",
            "--name",
            "Rasa",
            "--role",
            "manager",
            "--password-stdin",
        ],
        "a long enough secret\n",
    );
    token_of(data, "rasa@ferry.example")
}

pub fn token_of(data: &Path, email: &str) -> String {
    let asked = [
        "--json", "token", "create", "--user", email, "--name", "test",
    ];
    let token = told(data, &asked, "");
    token["token"].as_str().expect("a token").to_owned()
}

pub fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("redress-test-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|l| l.local_addr())
        .expect("a free port")
}

impl Server {
    pub fn start(data: &Path, addr: SocketAddr) -> Server {
        let listen = addr.to_string();
        Server::start_as(redress(data, &["serve", "--listen", &listen]), addr)
    }

    /// The same, by a command that somebody added to.
    pub fn start_as(mut command: Command, addr: SocketAddr) -> Server {
        let child = command
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let server = Server { child, addr };
        let begin = Instant::now();
        while http::send(addr, "GET", "/readyz", &[], b"").is_none_or(|answer| answer.status != 200)
        {
            assert!(
                begin.elapsed() < Duration::from_secs(30),
                "the server does not get ready"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// kill -9: no warning, nothing finished.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
