//! Tables as CSV: what stands on the page, for a spreadsheet. A cell that a
//! spreadsheet would take for a formula is given an apostrophe, because names in it
//! come from people.

use axum::{
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use std::borrow::Cow;

/// The byte order mark tells Excel that the letters are UTF-8.
pub fn text(rows: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// `name` is ours: letters, digits and hyphens.
pub fn download(name: &str, rows: &[Vec<String>]) -> Response {
    let disposition = format!("attachment; filename=\"{name}.csv\"");
    (
        [
            (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
            (CONTENT_DISPOSITION, disposition),
        ],
        text(rows),
    )
        .into_response()
}

fn quoted(cell: &str) -> String {
    let harmless = unspoilt(cell);
    let plain = harmless
        .chars()
        .all(|c| !matches!(c, '"' | ',' | ';' | '\r' | '\n' | '\t'));
    if plain {
        return harmless;
    }
    format!("\"{}\"", harmless.replace('"', "\"\""))
}

fn unspoilt(cell: &str) -> String {
    let cell: String = cell.chars().filter(|c| !is_isolate(*c)).collect();
    harmless(&cell).into_owned()
}

/// The cell as it is, behind an apostrophe where a spreadsheet would compute it. What
/// stands invisibly before the sign does not hide it.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || is_isolate(c));
    let formula = seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n']);
    // A number of our own may be negative.
    match formula && cell.parse::<f64>().is_err() {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_a_formula_stays_a_name() {
        let row = |cell: &str| text(&[vec![cell.to_owned()]]);
        assert_eq!(
            row("=HYPERLINK(\"http://x\")"),
            "\u{feff}\"'=HYPERLINK(\"\"http://x\"\")\"\r\n"
        );
        for cell in ["+1+1", "@SUM(A1)", " =1", "-cmd", "\t=1", "＝1"] {
            assert!(row(cell).contains('\''), "{cell}");
        }
        for hidden in ["\u{2068}=1", " \u{200f} @SUM(A1)", "\u{a0}=1", "\n=1"] {
            assert!(harmless(hidden).starts_with('\''), "{hidden:?}");
        }
        assert_eq!(row("-5"), "\u{feff}-5\r\n");
        assert_eq!(row("Aistė, unit 2"), "\u{feff}\"Aistė, unit 2\"\r\n");
        assert_eq!(row("\u{2068}Rasa\u{2069}"), "\u{feff}Rasa\r\n");
    }
}
