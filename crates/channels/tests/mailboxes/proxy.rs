//! Stands between us and the server and breaks connections: by a seed, so that a run
//! can be run again. Most are cut, some are stalled before.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

pub struct Proxy {
    pub port: u16,
    pub faults: Arc<AtomicUsize>,
    pub connections: Arc<AtomicU64>,
    over: Arc<AtomicBool>,
    good: Arc<AtomicBool>,
}

/// A small generator: the same numbers for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.roll() % most
    }

    /// So many bytes until the next fault, `mean` on average.
    fn distance(&mut self, mean: f64) -> i64 {
        let u = (self.below(1_000_000) as f64 + 1.0) / 1_000_001.0;
        (-u.ln() * mean) as i64 + 1
    }
}

struct Line {
    /// Bytes that still pass.
    left: i64,
    fault: u64,
    broken: bool,
}

impl Proxy {
    /// One fault in every connection, after `mean` bytes on average.
    pub fn start(server: u16, seed: u64, mean: usize) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let proxy = Proxy {
            port: listener.local_addr().unwrap().port(),
            faults: Arc::default(),
            connections: Arc::default(),
            over: Arc::default(),
            good: Arc::default(),
        };
        let (faults, connections) = (proxy.faults.clone(), proxy.connections.clone());
        let (over, good) = (proxy.over.clone(), proxy.good.clone());
        thread::spawn(move || {
            for ours in listener.incoming().map_while(Result::ok) {
                if over.load(Ordering::SeqCst) {
                    return;
                }
                let number = connections.fetch_add(1, Ordering::SeqCst);
                let mut dice = Dice(seed ^ number.wrapping_mul(0xA24B_AED4_963E_E407));
                let line = Arc::new(Mutex::new(Line {
                    left: dice.distance(mean as f64),
                    fault: dice.below(20),
                    broken: false,
                }));
                let theirs = TcpStream::connect(("127.0.0.1", server)).unwrap();
                for (from, to) in [(&ours, &theirs), (&theirs, &ours)] {
                    let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                    let (line, faults, good) = (line.clone(), faults.clone(), good.clone());
                    thread::spawn(move || pass(from, to, &line, &faults, &good));
                }
            }
        });
        proxy
    }

    /// From here on nothing breaks any more.
    pub fn mended(&self) {
        self.good.store(true, Ordering::SeqCst);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(("127.0.0.1", self.port)));
    }
}

fn pass(
    mut from: TcpStream,
    mut to: TcpStream,
    line: &Mutex<Line>,
    faults: &AtomicUsize,
    good: &AtomicBool,
) {
    let mut bytes = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut bytes) {
        let (passing, fault) = {
            let mut line = line.lock().unwrap();
            if line.broken {
                break;
            }
            if good.load(Ordering::SeqCst) {
                line.left = i64::MAX;
            }
            let passing = read.min(usize::try_from(line.left).unwrap_or(0));
            line.left -= read as i64;
            line.broken = line.left <= 0;
            (passing, line.broken.then_some(line.fault))
        };
        if to.write_all(&bytes[..passing]).is_err() {
            break;
        }
        let Some(fault) = fault else { continue };
        faults.fetch_add(1, Ordering::SeqCst);
        if fault == 0 {
            thread::sleep(Duration::from_millis(400));
        }
        break;
    }
    drop(from.shutdown(Shutdown::Both));
    drop(to.shutdown(Shutdown::Both));
}
