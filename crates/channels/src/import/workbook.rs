//! A workbook (XLSX) as a table: its first sheet that holds anything.

use super::table::Unreadable;
use calamine::{Data, Reader, Xlsx};
use std::io::{self, Cursor};

/// XLSX files are ZIP archives.
pub fn is_one(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04")
}

/// The cells as CSV. Dates come out with the year first, so nothing is left to choose.
pub fn table(bytes: Vec<u8>) -> Result<Vec<u8>, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).map_err(unreadable)?;
        if sheet.is_empty() {
            continue;
        }
        let mut out = csv::Writer::from_writer(Vec::new());
        for row in sheet.rows() {
            let cells: Vec<String> = row.iter().map(cell).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                out.write_record(&cells).map_err(io::Error::other)?;
            }
        }
        return out
            .into_inner()
            .map_err(|error| Unreadable::Io(io::Error::other(error.to_string())));
    }
    Err(Unreadable::Empty)
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            text.trim().to_owned()
        }
        Data::Bool(yes) => yes.to_string(),
        Data::Int(number) => number.to_string(),
        // An identifier that the sheet holds as a number is written without a fraction.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::Float(number) => number.to_string(),
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            match (hour, minute, second) {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
            }
        }
    }
}

fn unreadable(error: calamine::XlsxError) -> Unreadable {
    Unreadable::Io(io::Error::new(io::ErrorKind::InvalidData, error))
}
