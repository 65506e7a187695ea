//! Text out of the HTML that helpdesks keep: words and line breaks, nothing else.
//! What comes out is text for us and is escaped like any other.

/// Tags go, paragraphs and breaks become line ends, the common entities become letters.
pub fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(rest.get(..open).unwrap_or_default());
        let tag = rest.get(open + 1..).unwrap_or_default();
        let Some(close) = tag.find('>') else {
            // No tag: a smaller-than sign in a sentence.
            out.push_str(rest.get(open..).unwrap_or_default());
            rest = "";
            break;
        };
        let name = tag.get(..close).unwrap_or_default().to_ascii_lowercase();
        let breaks = ["br", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3"];
        let first = name
            .split([' ', '/'])
            .find(|part| !part.is_empty())
            .unwrap_or_default();
        let named = if name.starts_with('/') {
            format!("/{first}")
        } else {
            first.to_owned()
        };
        if breaks.contains(&named.as_str()) {
            out.push('\n');
        }
        rest = tag.get(close + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    tidy(&entities(&out))
}

fn entities(text: &str) -> String {
    [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (entity, letter)| {
        text.replace(entity, letter)
    })
}

/// At most one empty line in a row, none at the ends.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim_end) {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn tags_go_and_words_stay() {
        assert_eq!(
            text("<div>The <b>meter</b> is wrong.<br>Again.</div><p>&lt;3 &amp; thanks</p>"),
            "The meter is wrong.\nAgain.\n<3 & thanks"
        );
        assert_eq!(text("5 < 7"), "5 < 7");
    }
}
