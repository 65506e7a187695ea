//! The way out of the house as the binary lends it to pages that write to somebody
//! at once, past the queue: whoever pressed the button reads what became of it.

use crate::{Letter, NotSent, Post};
use std::sync::Arc;

/// Asked anew each time: a relay that was set or removed counts at once.
#[derive(Clone)]
pub struct Outgoing(pub Arc<dyn Fn() -> Option<Post> + Send + Sync>);

/// What became of a letter.
#[derive(Debug)]
pub enum Went {
    /// No relay is set: nothing was tried.
    Nowhere,
    /// The relay took it.
    Out,
    Not(NotSent),
}

impl Outgoing {
    /// Is there a relay at this moment?
    pub fn is_open(&self) -> bool {
        (self.0)().is_some()
    }

    /// Waits for the relay; called off the threads that answer.
    pub fn send(&self, letter: &Letter) -> Went {
        match (self.0)() {
            None => Went::Nowhere,
            Some(post) => match post.send(letter) {
                Ok(()) => Went::Out,
                Err(why) => Went::Not(why),
            },
        }
    }
}
