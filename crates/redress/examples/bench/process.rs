//! The server as a process of its own, and what the kernel says of it.

use crate::client::Connection;
use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// The binary beside this one: the same profile.
pub fn binary() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let binary = own.parent().and_then(Path::parent).unwrap().join("redress");
    assert!(
        binary.exists(),
        "build the binary first: {}",
        binary.display()
    );
    binary
}

pub struct Server {
    child: Child,
    pub addr: SocketAddr,
}

impl Server {
    pub fn start(binary: &Path, data: &Path) -> Server {
        Server::start_with(binary, data, &[])
    }

    pub fn start_with(binary: &Path, data: &Path, more: &[&str]) -> Server {
        let addr = TcpListener::bind("127.0.0.1:0")
            .and_then(|l| l.local_addr())
            .unwrap();
        let child = Command::new(binary)
            .arg("--data")
            .arg(data)
            .args(["serve", "--listen", &addr.to_string()])
            .args(more)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while TcpStream::connect(addr).is_err() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Connection::open(addr)
            .send("GET", "/", &[], b"")
            .expect("the first page");
        Server { child, addr }
    }

    /// User and system time so far, in milliseconds (the kernel counts in hundredths of a second).
    pub fn cpu_ms(&self) -> f64 {
        let (user, system) = self.user_and_system_ms();
        user + system
    }

    /// The two apart: what is ours to make faster, and what sockets and the disk take.
    pub fn user_and_system_ms(&self) -> (f64, f64) {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let fields: Vec<f64> = stat
            .rsplit(')')
            .next()
            .unwrap()
            .split_whitespace()
            .map(|field| field.parse().unwrap_or_default())
            .collect();
        (fields[11] * 10.0, fields[12] * 10.0)
    }

    pub fn rss_anon_mib(&self) -> f64 {
        self.status_mib("RssAnon")
    }

    /// The most it ever had, files that are mapped included.
    pub fn peak_mib(&self) -> f64 {
        self.status_mib("VmHWM")
    }

    fn status_mib(&self, name: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<f64>()
            .unwrap()
            / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
