//! The line on which mail is brought: in the clear or encrypted, and waited for only so
//! long: for the next bytes, for a whole message, and for the whole connection. Whoever
//! sends a byte now and then has not been silent, and holds a place all the same.

use redress_mail::Deadline;
use std::{
    io::{self, ErrorKind, Read, Write},
    net::TcpStream,
    sync::Arc,
    time::Duration,
};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

/// How long is waited; by RFC 5321, 4.5.3.2 a server waits five minutes for a command.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    pub silence: Duration,
    pub message: Duration,
    pub connection: Duration,
}

pub const PATIENCE: Patience = Patience {
    silence: Duration::from_secs(300),
    message: Duration::from_secs(600),
    connection: Duration::from_secs(1_800),
};
/// For a last word to whoever was too slow.
const FAREWELL: Duration = Duration::from_secs(5);

/// A socket that is waited for no longer than its patience lasts, also inside TLS.
struct Paced {
    tcp: TcpStream,
    patience: Patience,
    connection: Deadline,
    message: Option<(usize, Deadline)>,
}

impl Paced {
    fn left(&self) -> io::Result<Duration> {
        let message = self.message.map(|(_, until)| until.left());
        let left = self.connection.left();
        let left = left.zip(message.unwrap_or(Some(self.patience.silence)));
        let (connection, message) = left.ok_or(ErrorKind::TimedOut)?;
        Ok(connection.min(message).min(self.patience.silence))
    }
}

impl Read for Paced {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.tcp.set_read_timeout(Some(self.left()?))?;
        self.tcp.read(into)
    }
}

impl Write for Paced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tcp.set_write_timeout(Some(self.left()?))?;
        self.tcp.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tcp.flush()
    }
}

enum Wire {
    Plain(Paced),
    Tls(Box<StreamOwned<ServerConnection, Paced>>),
    Gone,
}

pub struct Line(Wire);

impl Line {
    pub fn new(tcp: TcpStream, patience: Patience) -> io::Result<Line> {
        tcp.set_nonblocking(false)?;
        tcp.set_nodelay(true)?;
        let connection = Deadline::after(patience.connection);
        Ok(Line(Wire::Plain(Paced {
            tcp,
            patience,
            connection,
            message: None,
        })))
    }

    pub fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            Wire::Plain(tcp) => tcp.read(into),
            Wire::Tls(tls) => tls.read(into),
            Wire::Gone => Ok(0),
        }
    }

    pub fn say(&mut self, text: &str) -> io::Result<()> {
        match &mut self.0 {
            Wire::Plain(tcp) => tcp.write_all(text.as_bytes()),
            Wire::Tls(tls) => tls.write_all(text.as_bytes()).and_then(|()| tls.flush()),
            Wire::Gone => Err(ErrorKind::NotConnected.into()),
        }
    }

    pub fn secure(&mut self, config: &Arc<ServerConfig>) -> io::Result<()> {
        let Wire::Plain(tcp) = std::mem::replace(&mut self.0, Wire::Gone) else {
            return Err(ErrorKind::InvalidInput.into());
        };
        let tls = ServerConnection::new(config.clone()).map_err(io::Error::other)?;
        self.0 = Wire::Tls(Box::new(StreamOwned::new(tls, tcp)));
        Ok(())
    }

    /// The message with this number is coming now; none: something else is.
    pub fn receives(&mut self, number: Option<usize>) {
        if let Some(paced) = self.paced()
            && paced.message.map(|(its, _)| its) != number
        {
            let until = Deadline::after(paced.patience.message);
            paced.message = number.map(|number| (number, until));
        }
    }

    /// To whoever took too long.
    pub fn farewell(&mut self) -> io::Result<()> {
        if let Some(paced) = self.paced() {
            (paced.connection, paced.message) = (Deadline::after(FAREWELL), None);
        }
        self.say("421 4.4.2 This takes too long, please try again\r\n")
    }

    fn paced(&mut self) -> Option<&mut Paced> {
        match &mut self.0 {
            Wire::Plain(tcp) => Some(tcp),
            Wire::Tls(tls) => Some(&mut tls.sock),
            Wire::Gone => None,
        }
    }
}

/// Our patience ended, and not the connection.
pub fn is_slow(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    const LONG: Duration = Duration::from_secs(60);

    /// What comes of a line over which somebody sends a byte now and then, and hangs up
    /// in the end by himself.
    fn dripped(patience: Patience, message: Option<usize>) -> io::Result<usize> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let dripping = std::thread::spawn(move || {
            let mut stream = TcpStream::connect(at).unwrap();
            stream
                .set_read_timeout(Some(Duration::from_millis(2)))
                .unwrap();
            for _ in 0..200 {
                if stream.write_all(b"x").is_err() {
                    return;
                }
                // The pause between two bytes.
                drop(stream.read(&mut [0]));
            }
        });
        let mut line = Line::new(listener.accept().unwrap().0, patience).unwrap();
        line.receives(message);
        let ended = loop {
            match line.read(&mut [0; 1]) {
                Ok(1) => {}
                ended => break ended,
            }
        };
        drop(line);
        dripping.join().unwrap();
        ended
    }

    #[test]
    fn whoever_sends_a_byte_now_and_then_is_not_waited_for_for_ever() {
        let short = Duration::from_millis(20);
        let patience = Patience {
            silence: LONG,
            message: short,
            connection: LONG,
        };
        assert!(is_slow(&dripped(patience, Some(1)).unwrap_err()));
        assert_eq!(dripped(patience, None).unwrap(), 0, "no message, no haste");
        let patience = Patience {
            message: LONG,
            connection: short,
            ..patience
        };
        assert!(is_slow(&dripped(patience, None).unwrap_err()));
    }
}
