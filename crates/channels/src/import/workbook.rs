//! A workbook (XLSX) as a table: its first sheet that holds anything.

use super::{table::Unreadable, unpacked};
use calamine::{Data, Reader, Xlsx};
use std::io::{self, Cursor};

/// XLSX files are ZIP archives.
pub fn is_one(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04")
}

/// The cells as CSV. Dates come out with the year first, so nothing is left to choose.
pub fn table(bytes: Vec<u8>) -> Result<Vec<u8>, Unreadable> {
    if !unpacked::fits(&bytes) {
        let why = "it is no workbook, or becomes larger than 200 MB when it is unpacked";
        return Err(Unreadable::Io(io::Error::new(
            io::ErrorKind::InvalidData,
            why,
        )));
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::import::unpacked::archives::archive;

    /// One sheet with one cell, behind whatever a stranger writes at its beginning.
    fn book(begins: &str, cell: &str) -> Vec<u8> {
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const PARTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        let book = format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{KIND}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        let links = format!(
            "<Relationships xmlns=\"{PARTS}\"><Relationship Id=\"r1\" Type=\"{KIND}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        );
        let sheet = format!(
            "{begins}<worksheet xmlns=\"{MAIN}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{cell}</t></is></c></row></sheetData></worksheet>"
        );
        let first = format!(
            "<Relationships xmlns=\"{PARTS}\"><Relationship Id=\"r1\" Type=\"{KIND}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        let parts = [
            ("_rels/.rels", first.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", links.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ];
        archive(&parts, None)
    }

    fn read(begins: &str, cell: &str) -> String {
        let read = table(book(begins, cell)).unwrap_or_default();
        String::from_utf8(read).unwrap()
    }

    #[test]
    fn a_sheet_reads_no_file_and_no_address_and_grows_by_nothing_of_its_own() {
        assert_eq!(read("", "a ferry &amp; a quay"), "a ferry & a quay\n");
        let own = env!("CARGO_MANIFEST_DIR");
        let file = format!("<!DOCTYPE a [<!ENTITY e SYSTEM \"file://{own}/Cargo.toml\">]>");
        assert!(!read(&file, "&e;").contains("redress"), "a file was read");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let at = listener.local_addr().unwrap();
        for outside in [
            format!("<!DOCTYPE a SYSTEM \"http://{at}/a.dtd\">"),
            format!("<!DOCTYPE a [<!ENTITY % e SYSTEM \"http://{at}/\"> %e;]>"),
            format!("<!DOCTYPE a [<!ENTITY e SYSTEM \"http://{at}/\">]>"),
        ] {
            let _ = read(&outside, "&e;");
        }
        assert!(listener.accept().is_err(), "somebody was asked");
        let ten = |of: &str| format!("&{of};").repeat(10);
        let (b, c) = (ten("a"), ten("b"));
        let laughs =
            format!("<!DOCTYPE a [<!ENTITY a \"haha\"><!ENTITY b \"{b}\"><!ENTITY c \"{c}\">]>");
        assert!(read(&laughs, &ten("c")).len() < 1_000, "it grew");
    }
}
