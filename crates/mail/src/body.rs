//! One text as two bodies: plain, with signs that keep lines the right way round, and
//! simple HTML that says its language and direction, loads nothing from anywhere and
//! reads in light and dark. No word stands in one that is not in the other.

use redress_kernel::Lang;

/// Right to left, for programs that guess the direction of a line by its first letter.
const RIGHT_TO_LEFT: char = '\u{200f}';
const LEFT_ISOLATE: char = '\u{2066}';
const RIGHT_ISOLATE: char = '\u{2067}';
const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// A paragraph of fewer characters is a name or a number, not a text.
const SHORT: usize = 60;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0;padding:16px;background:#fff;color:#1b1f24;font:16px/1.6 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
main{max-width:38em;margin:0 auto}\
p{margin:0 0 1em;overflow-wrap:anywhere}\
bdi[dir]{display:inline-block;max-width:100%}\
a{color:#0b57a4}\
:lang(fa) main{font-family:Vazirmatn,Tahoma,'Noto Naskh Arabic',sans-serif;line-height:1.9}\
@media (prefers-color-scheme:dark){body{background:#15181c;color:#e8eaed}a{color:#8ec5ff}}";

/// The same text; a line of a language written from the right begins with a sign for it
/// where its first letter would say otherwise.
pub fn plain(text: &str, language: Lang) -> String {
    if language.dir() != "rtl" {
        return text.to_owned();
    }
    let line = |line: &str| match turned(line) {
        true => format!("{RIGHT_TO_LEFT}{line}"),
        false => line.to_owned(),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Has letters of both directions, the first of them from the left.
fn turned(line: &str) -> bool {
    line.chars().any(is_from_the_right) && first_strong(line) != Some(true)
}

/// Of the letters outside isolates: does the first one run from the right?
fn first_strong(line: &str) -> Option<bool> {
    let mut depth = 0;
    for sign in line.chars() {
        match sign {
            LEFT_ISOLATE | RIGHT_ISOLATE | ISOLATE => depth += 1,
            END => depth -= 1,
            _ if depth > 0 => {}
            RIGHT_TO_LEFT => return Some(true),
            _ if is_from_the_right(sign) => return Some(true),
            _ if sign.is_alphabetic() => return Some(false),
            _ => {}
        }
    }
    None
}

/// Hebrew, Arabic and what is written like them; their digits have no direction here.
fn is_from_the_right(sign: char) -> bool {
    matches!(sign, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        && sign.is_alphabetic()
}

pub fn html(subject: &str, text: &str, language: Lang) -> String {
    let paragraphs = text.split("\n\n").filter(|part| !part.trim().is_empty());
    let paragraphs: String = paragraphs.map(|part| paragraph(part, language)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <main lang=\"{}\" dir=\"{}\">\n{paragraphs}</main>\n</body>\n</html>\n",
        language.tag(),
        language.dir(),
        escaped(subject),
        language.tag(),
        language.dir(),
    )
}

/// Words of a person may run the other way than the letter.
fn paragraph(text: &str, language: Lang) -> String {
    let own = language.dir() == "rtl";
    let all_other = |right: bool| {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        first_strong(text).is_some() && letters.map(is_from_the_right).all(|its| its != right)
    };
    let other = if own { "ltr" } else { "rtl" };
    let lines: Vec<String> = text.trim().lines().map(line).collect();
    let html = lines.join("<br>\n");
    match (all_other(own), text.chars().count() < SHORT) {
        (false, _) => format!("<p>{html}</p>\n"),
        // A name that closes a letter stands where the letter's own lines begin.
        (true, true) => format!("<p><bdi dir=\"{other}\">{html}</bdi></p>\n"),
        (true, false) => format!("<p dir=\"{other}\">{html}</p>\n"),
    }
}

/// Isolates become elements, addresses of pages become links.
fn line(text: &str) -> String {
    let (mut html, mut open, mut rest) = (String::new(), 0usize, text);
    while let Some(sign) = rest.chars().next() {
        let address = link(rest);
        let (part, length) = match (sign, address) {
            (LEFT_ISOLATE, _) => (opened(&mut open, "<bdi dir=\"ltr\">"), sign.len_utf8()),
            (RIGHT_ISOLATE, _) => (opened(&mut open, "<bdi dir=\"rtl\">"), sign.len_utf8()),
            (ISOLATE, _) => (opened(&mut open, "<bdi>"), sign.len_utf8()),
            (END, _) => (closed(&mut open), sign.len_utf8()),
            (_, Some(address)) => {
                let shown = escaped(address);
                (
                    format!("<a href=\"{shown}\" dir=\"ltr\">{shown}</a>"),
                    address.len(),
                )
            }
            _ => (
                escaped(rest.get(..sign.len_utf8()).unwrap_or_default()),
                sign.len_utf8(),
            ),
        };
        html.push_str(&part);
        rest = rest.get(length..).unwrap_or_default();
    }
    html + &"</bdi>".repeat(open)
}

fn opened(open: &mut usize, tag: &str) -> String {
    *open += 1;
    tag.to_owned()
}

fn closed(open: &mut usize) -> String {
    let tag = if *open > 0 { "</bdi>" } else { "" };
    *open = open.saturating_sub(1);
    tag.to_owned()
}

/// The address that the text begins with, without the full stop behind it.
fn link(text: &str) -> Option<&str> {
    let secure = text.starts_with("https://") || text.starts_with("http://");
    let is_end = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '\u{2066}'..='\u{2069}')
    };
    let address = secure.then(|| text.split(is_end).next()).flatten()?;
    let address = address.trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', '\'', '،', '؛', '。', '，', '）',
    ]);
    (address.len() > "https://".len()).then_some(address)
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\u{2066}'..='\u{2069}' | '\u{2063}' => {}
            _ => html.push(sign),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persian_line_that_begins_with_a_latin_name_runs_from_the_right() {
        let text = "Maryam Karimi گرامی،\n\nBlue Ferry Co.\nکد: \u{2066}7KQ2\u{2069}";
        let plain = plain(text, Lang::Fa);
        assert_eq!(
            plain,
            "\u{200f}Maryam Karimi گرامی،\n\nBlue Ferry Co.\nکد: \u{2066}7KQ2\u{2069}"
        );
        assert_eq!(super::plain(text, Lang::En), text);
        assert_eq!(
            super::plain("\u{2066}RD-26\u{2069} را دیدیم", Lang::Fa),
            "\u{2066}RD-26\u{2069} را دیدیم",
            "what is isolated does not count"
        );
    }

    #[test]
    fn html_says_its_language_and_isolates_what_was_put_in() {
        let html = html(
            "شکایت \u{2066}RD\u{2069}",
            "سلام \u{2068}Ann <b>\u{2069}\n\nBlue Ferry",
            Lang::Fa,
        );
        assert!(html.contains("<html lang=\"fa\" dir=\"rtl\">"));
        assert!(html.contains("<title>شکایت RD</title>"));
        assert!(html.contains("سلام <bdi>Ann &lt;b&gt;</bdi></p>"), "{html}");
        assert!(html.contains("<p><bdi dir=\"ltr\">Blue Ferry</bdi></p>"));
        let long = "Three hours late. ".repeat(8);
        assert!(super::html("", &long, Lang::Fa).contains("<p dir=\"ltr\">Three"));
        assert!(
            !html.contains("src=") && !html.contains("url("),
            "nothing is loaded"
        );
    }

    #[test]
    fn a_page_is_a_link_and_nothing_else_is() {
        let html = line("See https://a.example/follow?x=1&y=\"2\". javascript:alert(1)");
        assert!(
            html.contains("<a href=\"https://a.example/follow?x=1&amp;y=\" dir=\"ltr\">"),
            "{html}"
        );
        assert_eq!(html.matches("<a ").count(), 1);
    }

    #[test]
    fn isolates_that_were_never_closed_are_closed() {
        assert_eq!(
            line("\u{2067}a\u{2069}\u{2069}"),
            "<bdi dir=\"rtl\">a</bdi>"
        );
        assert_eq!(line("\u{2066}a"), "<bdi dir=\"ltr\">a</bdi>");
    }
}
