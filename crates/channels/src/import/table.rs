//! A table read row by row, whatever its separator and line ends: equal headers
//! keep their place, a row that was cut off at the end of the file is known.

use csv::{ReaderBuilder, StringRecord};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};

/// How much of a file is looked at to learn its separator.
const LOOK: usize = 64 * 1024;

/// A column as people name it: `Date received`, or `Date received#2` where the
/// header stands twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    /// From 1, among columns of the same name.
    pub nth: usize,
    /// How many columns have this name.
    pub of: usize,
}

impl Column {
    pub fn label(&self) -> String {
        match self.of {
            1 => self.name.clone(),
            _ => format!("{}#{}", self.name, self.nth),
        }
    }
}

pub struct Table<R: Read> {
    reader: csv::Reader<Watched<R>>,
    pub columns: Vec<Column>,
    record: StringRecord,
    /// Lines end as on Windows.
    crlf: bool,
}

/// One row, or why it cannot be read.
pub enum Row<'t> {
    Fields(&'t StringRecord),
    Bad(&'static str),
}

#[derive(Debug)]
pub enum Unreadable {
    Io(io::Error),
    /// UTF-16 or the like: saved in an encoding that we do not read.
    Encoding,
    Empty,
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Unreadable {
        Unreadable::Io(error)
    }
}

/// A source whose beginning was looked at.
pub type Looked<R> = io::Chain<io::Cursor<Vec<u8>>, R>;

impl<R: Read> Table<R> {
    pub fn open(mut source: R) -> Result<Table<Looked<R>>, Unreadable> {
        let mut look = Vec::with_capacity(LOOK);
        source.by_ref().take(LOOK as u64).read_to_end(&mut look)?;
        if look.starts_with(&[0xff, 0xfe]) || look.starts_with(&[0xfe, 0xff]) {
            return Err(Unreadable::Encoding);
        }
        let separator = separator(&look);
        let crlf = look.windows(2).any(|two| two == b"\r\n");
        let watched = Watched {
            inner: io::Cursor::new(look).chain(source),
            quotes: 0,
            last: b'\n',
            ended: false,
        };
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .delimiter(separator)
            .from_reader(watched);
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) => {
                return Err(Unreadable::Encoding);
            }
            Err(error) => return Err(Unreadable::Io(io::Error::other(error))),
        };
        if header.iter().all(|name| name.trim().is_empty()) {
            return Err(Unreadable::Empty);
        }
        Ok(Table {
            reader,
            columns: columns(&header),
            record: StringRecord::new(),
            crlf,
        })
    }

    /// The next row with the line on which it starts; None at the end.
    pub fn next_row(&mut self) -> Option<(u64, Row<'_>)> {
        // The parser ends a row at the carriage return and counts the line only with
        // the line feed behind it, at the next row.
        let line = self.reader.position().line() + u64::from(self.crlf);
        let row = match self.reader.read_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => self.judged(),
            Err(error) => Row::Bad(match error.kind() {
                csv::ErrorKind::Utf8 { .. } => "not-utf-8",
                csv::ErrorKind::Io(_) => "file-unreadable",
                _ => "row-unreadable",
            }),
        };
        Some((line, row))
    }

    fn judged(&self) -> Row<'_> {
        if self.cut_off() {
            return Row::Bad("cut-off");
        }
        if self.record.iter().all(|field| field.trim().is_empty()) {
            return Row::Bad("empty-row");
        }
        if self.record.len() != self.columns.len() {
            return Row::Bad("wrong-number-of-columns");
        }
        Row::Fields(&self.record)
    }

    /// The file ends without a line end in a row that is too short, or inside quotes.
    fn cut_off(&self) -> bool {
        let watched = self.reader.get_ref();
        if !watched.ended {
            return false;
        }
        let short = self.record.len() < self.columns.len();
        let open = watched.quotes % 2 == 1;
        let swallowed = open
            && self
                .record
                .iter()
                .next_back()
                .is_some_and(|f| f.ends_with('\n'));
        watched.last != b'\n' && (short || open) || swallowed
    }

    /// The row as it stands, to be shown with its reason.
    pub fn raw(&self) -> String {
        let mut out = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Vec::new());
        match out.write_record(&self.record) {
            Ok(()) => {}
            Err(_) => return String::new(),
        }
        let bytes = out.into_inner().unwrap_or_default();
        String::from_utf8(bytes)
            .unwrap_or_default()
            .trim_end()
            .to_owned()
    }

    pub fn header(&self) -> Vec<String> {
        self.columns.iter().map(Column::label).collect()
    }

    pub fn bytes(&self) -> u64 {
        self.reader.position().byte()
    }
}

fn columns(header: &StringRecord) -> Vec<Column> {
    let names: Vec<&str> = header
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}').trim())
        .collect();
    let same =
        |name: &str, before: usize| names.iter().take(before).filter(|n| **n == name).count();
    names
        .iter()
        .enumerate()
        .map(|(at, name)| Column {
            name: (*name).to_owned(),
            nth: same(name, at) + 1,
            of: same(name, names.len()),
        })
        .collect()
}

/// The separator that the first line has most of, outside quotes.
fn separator(look: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in look {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            byte => counts
                .iter_mut()
                .filter(|(its, _)| its == byte)
                .for_each(|(_, n)| *n += 1),
        }
    }
    // The first of equals stays: a comma, unless another is more frequent.
    let mut best = (b',', 0);
    for (byte, n) in counts {
        if n > best.1 {
            best = (byte, n);
        }
    }
    best.0
}

/// Counts quotation marks and remembers the last byte: whether the end of the
/// file is the end of its last row.
struct Watched<R> {
    inner: R,
    quotes: u64,
    last: u8,
    /// Nothing more came: the row now read needed the end of the file to end.
    ended: bool,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.ended = n == 0;
        let read = buf.get(..n).unwrap_or_default();
        self.quotes += read.iter().filter(|byte| **byte == b'"').count() as u64;
        self.last = read.last().copied().unwrap_or(self.last);
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Result<Vec<String>, &'static str>)> {
        let mut table = Table::open(text.as_bytes()).unwrap_or_else(|e| panic!("{e:?}"));
        let mut rows = Vec::new();
        while let Some((line, row)) = table.next_row() {
            rows.push((
                line,
                match row {
                    Row::Fields(fields) => Ok(fields.iter().map(str::to_owned).collect()),
                    Row::Bad(why) => Err(why),
                },
            ));
        }
        rows
    }

    #[test]
    fn lines_are_counted_the_same_with_either_line_end() {
        for end in ["\n", "\r\n"] {
            let text = format!("a,b{end}1,\"x{end}y\"{end}2{end}3,z{end}");
            let told: Vec<_> = rows(&text)
                .into_iter()
                .map(|(line, row)| (line, row.is_ok()))
                .collect();
            assert_eq!(told, [(2, true), (4, false), (5, true)], "{end:?}");
        }
    }

    #[test]
    fn equal_headers_keep_their_place() {
        let table =
            Table::open("\u{feff} ID,Date,x,Date\n".as_bytes()).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!(table.header(), ["ID", "Date#1", "x", "Date#2"]);
    }

    #[test]
    fn a_file_that_ends_in_the_middle_of_a_row_says_so() {
        assert_eq!(
            rows("a,b\n1,2\n3,\"cut he").last().unwrap().1,
            Err("cut-off")
        );
        assert_eq!(rows("a,b\n1,2\n3").last().unwrap().1, Err("cut-off"));
        assert_eq!(
            rows("a,b\n1,2\n3,\"cut he\n").last().unwrap().1,
            Err("cut-off")
        );
        // A last line without a line end is whole all the same.
        assert!(rows("a,b\n1,2\n3,4").last().unwrap().1.is_ok());
        assert!(rows("a,b\n1,\"2\"\"x\"").last().unwrap().1.is_ok());
    }

    #[test]
    fn semicolons_and_tabs_separate_too() {
        assert_eq!(
            rows("a;b\n1,5;2\n")[0].1,
            Ok(vec!["1,5".into(), "2".into()])
        );
        assert_eq!(rows("a\tb\n1\t2\n")[0].1, Ok(vec!["1".into(), "2".into()]));
    }
}
