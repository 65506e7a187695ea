//! A file to be imported, whatever holds it: on disk, uploaded, or a workbook
//! that becomes a table first. It can be opened as often as needed.

use super::{
    plan::{Format, Plan},
    reading::{Item, Letters, Rows, Tickets},
    table::{Table, Unreadable},
    workbook,
};
use redress_kernel::Id;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

/// What kind of content it is; the bytes tell, not the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Table,
    /// JSON, a ticket a line or a document with a list.
    Tickets,
    /// E-mail messages.
    Letters,
}

#[derive(Debug, Clone)]
enum Held {
    File(PathBuf),
    Bytes(Arc<Vec<u8>>),
}

#[derive(Debug, Clone)]
pub struct Source {
    held: Held,
    pub kind: Kind,
    /// Of what is read, for the progress bar.
    pub size: u64,
    /// SHA-256 of the file as it was given, hexadecimal.
    pub hash: String,
}

pub type Bytes = Box<dyn Read + Send>;

/// Rows one after another, and how far into the file they are.
pub trait Reading: Iterator<Item = Item> {
    fn bytes(&self) -> u64;
    /// The headers of a table; nothing for tickets.
    fn header(&self) -> Vec<String>;
}

impl<R: Read> Reading for Rows<R> {
    fn bytes(&self) -> u64 {
        Rows::bytes(self)
    }
    fn header(&self) -> Vec<String> {
        Rows::header(self)
    }
}

impl<R: Read> Reading for Tickets<R> {
    fn bytes(&self) -> u64 {
        Tickets::bytes(self)
    }
    fn header(&self) -> Vec<String> {
        Vec::new()
    }
}

impl<R: Read> Reading for Letters<R> {
    fn bytes(&self) -> u64 {
        Letters::bytes(self)
    }
    fn header(&self) -> Vec<String> {
        Letters::<R>::header()
    }
}

/// Bytes of files that are held before they are recorded.
const BATCH_BYTES: usize = 8 * 1024 * 1024;

/// The next rows for one commit: so many, or fewer where much came along.
pub fn batch(rows: &mut dyn Reading, most: usize) -> Vec<Item> {
    let (mut items, mut held) = (Vec::new(), 0);
    while items.len() < most && held < BATCH_BYTES {
        let Some(item) = rows.next() else { break };
        let files = item.row.as_ref().map(|row| row.files.as_slice());
        held += files
            .unwrap_or_default()
            .iter()
            .map(|file| file.bytes.len())
            .sum::<usize>();
        items.push(item);
    }
    items
}

impl Source {
    /// Messages look like anything; whoever gives them says that they are some.
    pub fn as_format(mut self, format: Format) -> Source {
        if format.is_mail() {
            self.kind = Kind::Letters;
        }
        self
    }

    pub fn file(path: &Path) -> Result<Source, Unreadable> {
        let mut file = File::open(path)?;
        let (hash, start) = hashed(&mut file)?;
        if workbook::is_one(&start) {
            return Source::held(workbook::table(std::fs::read(path)?)?, hash);
        }
        let size = file.metadata()?.len();
        Ok(Source {
            held: Held::File(path.to_owned()),
            kind: kind(&start),
            size,
            hash,
        })
    }

    /// An upload: a workbook is made a table at once, so that everything after
    /// reads one form.
    pub fn bytes(bytes: Vec<u8>) -> Result<Source, Unreadable> {
        let (hash, start) = hashed(&mut bytes.as_slice())?;
        let bytes = if workbook::is_one(&start) {
            workbook::table(bytes)?
        } else {
            bytes
        };
        Source::held(bytes, hash)
    }

    /// Bytes that were made a table before, under the hash of what they came from.
    pub fn held(bytes: Vec<u8>, hash: String) -> Result<Source, Unreadable> {
        let start = bytes.get(..bytes.len().min(START)).unwrap_or_default();
        Ok(Source {
            kind: kind(start),
            size: bytes.len() as u64,
            held: Held::Bytes(Arc::new(bytes)),
            hash,
        })
    }

    pub fn open(&self) -> io::Result<Bytes> {
        Ok(match &self.held {
            Held::File(path) => Box::new(BufReader::new(File::open(path)?)),
            Held::Bytes(bytes) => Box::new(Shared(bytes.clone(), 0)),
        })
    }

    pub fn read(&self, plan: &Plan, run: Id) -> Result<Box<dyn Reading + Send>, Unreadable> {
        let source = self.open()?;
        Ok(match self.kind {
            Kind::Table => Box::new(Rows::new(Table::<Bytes>::open(source)?, plan.clone(), run)),
            Kind::Tickets => Box::new(Tickets::<Bytes>::open(source, plan.clone(), run)?),
            Kind::Letters => Box::new(Letters::<Bytes>::open(source, plan.clone(), run)),
        })
    }

    /// JSON is an export of a helpdesk; a table can be of any system.
    pub fn fits(&self, format: Format) -> bool {
        match self.kind {
            Kind::Table => true,
            Kind::Tickets => matches!(format, Format::Zendesk | Format::Freshdesk),
            Kind::Letters => format.is_mail(),
        }
    }

    pub fn into_bytes(self) -> io::Result<Vec<u8>> {
        match self.held {
            Held::File(path) => std::fs::read(path),
            Held::Bytes(bytes) => Ok(Arc::unwrap_or_clone(bytes)),
        }
    }
}

const START: usize = 4096;

fn hashed(source: &mut impl Read) -> io::Result<(String, Vec<u8>)> {
    let (mut hash, mut start, mut buffer) = (Sha256::new(), Vec::new(), vec![0; 64 * 1024]);
    loop {
        let n = source.read(&mut buffer)?;
        let read = buffer.get(..n).unwrap_or_default();
        if n == 0 {
            break;
        }
        hash.update(read);
        let room = START.saturating_sub(start.len()).min(n);
        start.extend_from_slice(read.get(..room).unwrap_or_default());
    }
    let hash: String = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok((hash, start))
}

fn kind(start: &[u8]) -> Kind {
    let text = start.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(start);
    match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => Kind::Tickets,
        _ => Kind::Table,
    }
}

/// Bytes that several readers share.
struct Shared(Arc<Vec<u8>>, usize);

impl Read for Shared {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let rest = self.0.get(self.1..).unwrap_or_default();
        let n = rest.len().min(buf.len());
        if let (Some(to), Some(from)) = (buf.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.1 += n;
        Ok(n)
    }
}
