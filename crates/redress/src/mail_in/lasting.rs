//! Threads that should last as long as they are wanted, and what is done when one has
//! ended by itself all the same: it is said, and after a while another one begins.

use std::{
    io,
    thread::{Builder, JoinHandle},
};

/// Looks that pass before another one begins: what ended once may end again at once, and
/// a server must not be asked without end.
const LOOKS_BETWEEN: u32 = 30;

pub struct Lasting {
    thread: JoinHandle<()>,
    /// For how many looks it has been gone.
    gone: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Lasts,
    /// Since the last look.
    Ended,
    /// Some time ago.
    Gone,
    /// Long enough ago to begin again.
    Again,
}

impl Lasting {
    pub fn begin(work: impl FnOnce() + Send + 'static) -> io::Result<Lasting> {
        let thread = Builder::new().name("mail".to_owned()).spawn(work)?;
        Ok(Lasting { thread, gone: 0 })
    }

    /// Looked at every so often.
    pub fn look(&mut self) -> Found {
        if !self.thread.is_finished() {
            return Found::Lasts;
        }
        self.gone += 1;
        match self.gone {
            1 => Found::Ended,
            gone if gone > LOOKS_BETWEEN => Found::Again,
            _ => Found::Gone,
        }
    }

    /// Waits for its end, which somebody has asked for.
    pub fn wait(self) {
        drop(self.thread.join());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_thread_that_ended_is_said_once_and_begun_again_later() {
        let (end, until) = channel::<()>();
        let mut lasting = Lasting::begin(move || {
            let _ = until.recv();
            panic!("what nobody thought of");
        })
        .unwrap();
        assert_eq!(lasting.look(), Found::Lasts);
        drop(end);
        while !lasting.thread.is_finished() {
            std::thread::yield_now();
        }
        assert_eq!(lasting.look(), Found::Ended);
        let later: Vec<Found> = (0..30).map(|_| lasting.look()).collect();
        let (last, before) = later.split_last().unwrap();
        assert!(before.iter().all(|found| *found == Found::Gone));
        assert_eq!(*last, Found::Again);
        lasting.wait();
    }
}
