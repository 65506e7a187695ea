//! HTML of a stranger becomes text: nothing of it is executed, loaded or shown as
//! markup. A link stands with its whole address, quotes with `>`, so that nobody is
//! led anywhere unseen. One pass, no tree: depth costs nothing.

/// Levels of quoting that are drawn.
const QUOTES_MAX: usize = 9;
/// What lies in these is not said to the reader.
const SILENT: [&str; 10] = [
    "script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe",
];

pub fn text(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    while !rest.is_empty() {
        let at = rest.find('<').unwrap_or(rest.len());
        let (before, from) = rest.split_at(at);
        page.say(before);
        rest = if from.is_empty() {
            from
        } else {
            page.tag(from)
        };
    }
    page.finish()
}

#[derive(Default)]
struct Page {
    out: String,
    /// The line that is being written.
    line: String,
    quotes: usize,
    /// For each open div: was it a quote?
    divs: Vec<bool>,
    lists: Vec<Option<usize>>,
    pre: usize,
    link: Option<(String, usize)>,
    empty_lines: usize,
    space: bool,
    unclosed: Vec<String>,
}

impl Page {
    fn say(&mut self, raw: &str) {
        let text = entities(raw);
        if self.pre > 0 {
            for (nth, line) in text.split('\n').enumerate() {
                if nth > 0 {
                    self.end_line(true);
                }
                self.line.push_str(line.trim_end_matches('\r'));
            }
            return;
        }
        for sign in text.chars() {
            match sign {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space = true,
                _ => {
                    if std::mem::take(&mut self.space)
                        && !self.line.is_empty()
                        && !self.line.ends_with(' ')
                    {
                        self.line.push(' ');
                    }
                    self.line.push(if sign == '\u{a0}' { ' ' } else { sign });
                }
            }
        }
    }

    /// One tag, comment or stray sign; what is left.
    fn tag<'h>(&mut self, from: &'h str) -> &'h str {
        if let Some(inner) = from.strip_prefix("<!--") {
            return inner
                .find("-->")
                .map_or("", |at| inner.get(at + 3..).unwrap_or_default());
        }
        let Some(second) = from
            .chars()
            .nth(1)
            .filter(|sign| sign.is_ascii_alphabetic() || matches!(sign, '/' | '!' | '?'))
        else {
            self.say("<");
            return from.get(1..).unwrap_or_default();
        };
        let end = tag_end(from);
        let inner = from.get(1..end).unwrap_or_default();
        let rest = from.get(end + 1..).unwrap_or_default();
        if matches!(second, '!' | '?') {
            return rest;
        }
        let closing = second == '/';
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(|sign| sign.is_ascii_alphanumeric())
            .collect::<String>()
            .to_ascii_lowercase();
        if !closing && !inner.ends_with('/') && SILENT.contains(&name.as_str()) {
            return self.past(rest, &name);
        }
        match closing {
            true => self.closed(&name),
            false => self.opened(&name, inner),
        }
        rest
    }

    /// Past what is not said. That one of them is never closed is found out once: a
    /// page of a thousand of them would be searched through a thousand times.
    fn past<'h>(&mut self, rest: &'h str, name: &str) -> &'h str {
        if self.unclosed.iter().any(|its| its == name) {
            return rest;
        }
        if let Some(after) = behind(rest, name) {
            return after;
        }
        self.unclosed.push(name.to_owned());
        // A browser would hide the rest; a reader loses only what runs or paints.
        match name {
            "script" | "style" | "template" | "iframe" | "object" => "",
            _ => rest,
        }
    }

    fn opened(&mut self, name: &str, inner: &str) {
        match name {
            "br" => self.end_line(true),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "dl" => self.paragraph(),
            "pre" => {
                self.paragraph();
                self.pre += 1;
            }
            "blockquote" => {
                self.paragraph();
                self.quotes += 1;
            }
            "div" => {
                self.end_line(false);
                let quote = is_quote(inner);
                self.divs.push(quote);
            }
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(0)),
            "li" => self.item(),
            "tr" | "dt" | "dd" | "section" | "article" | "header" | "footer" | "center"
            | "body" => self.end_line(false),
            "td" | "th" if !self.line.is_empty() => {
                self.line.push_str("  ");
                self.space = false;
            }
            "hr" => {
                self.end_line(false);
                self.line.push_str("---");
                self.end_line(false);
            }
            "img" => self.picture(inner),
            "a" => self.link = attribute(inner, "href").map(|to| (to, self.line.len())),
            _ => {}
        }
    }

    fn closed(&mut self, name: &str) {
        match name {
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "dl" => self.paragraph(),
            "pre" => {
                self.paragraph();
                self.pre = self.pre.saturating_sub(1);
            }
            "blockquote" => {
                self.paragraph();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "div" => {
                self.end_line(false);
                self.divs.pop();
            }
            "ul" | "ol" => {
                self.end_line(false);
                self.lists.pop();
            }
            "li" | "tr" | "dt" | "dd" | "section" | "article" | "header" | "footer" | "center" => {
                self.end_line(false)
            }
            "a" => self.link_ends(),
            _ => {}
        }
    }

    fn item(&mut self) {
        self.end_line(false);
        let sign = match self.lists.last_mut() {
            Some(Some(n)) => {
                *n += 1;
                format!("{n}. ")
            }
            _ => "- ".to_owned(),
        };
        self.line.push_str(&sign);
        self.space = false;
    }

    fn picture(&mut self, inner: &str) {
        if let Some(word) = attribute(inner, "alt").filter(|word| !word.trim().is_empty()) {
            self.say(&format!("[{}]", word.trim()));
        }
    }

    /// The whole address behind the words, unless they say it already.
    fn link_ends(&mut self) {
        let Some((to, from)) = self.link.take() else {
            return;
        };
        let said = self.line.get(from..).unwrap_or_default().trim();
        let web = to.starts_with("http://") || to.starts_with("https://");
        let bare = |address: &str| {
            let address = address.trim_end_matches('/');
            let address = address
                .strip_prefix("https://")
                .or(address.strip_prefix("http://"))
                .unwrap_or(address);
            address.to_owned()
        };
        if web && bare(said) != bare(&to) && !said.is_empty() {
            let shown = format!(" <{}>", to.replace(['<', '>', '\n', '\r', ' '], ""));
            self.line.push_str(&shown);
        }
    }

    fn paragraph(&mut self) {
        self.end_line(false);
        if !self.out.is_empty() && self.empty_lines == 0 {
            self.mark();
            self.out.push('\n');
            self.empty_lines += 1;
        }
    }

    /// `always`: an empty line too.
    fn end_line(&mut self, always: bool) {
        self.space = false;
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        if line.is_empty() && !always {
            return;
        }
        if line.is_empty() {
            self.empty_lines += 1;
            if self.empty_lines > 2 || self.out.is_empty() {
                return;
            }
        } else {
            self.empty_lines = 0;
        }
        self.mark();
        if self.quoted() > 0 && !line.is_empty() {
            self.out.push(' ');
        }
        self.out.push_str(line);
        self.out.push('\n');
        if let Some(link) = &mut self.link {
            link.1 = 0;
        }
    }

    fn mark(&mut self) {
        let marks = self.quoted();
        self.out.extend(std::iter::repeat_n('>', marks));
    }

    fn quoted(&self) -> usize {
        let divs = self.divs.iter().filter(|quote| **quote).count();
        (self.quotes + divs).min(QUOTES_MAX)
    }

    fn finish(mut self) -> String {
        self.link_ends();
        self.end_line(false);
        self.out.trim_matches('\n').to_owned()
    }
}

/// Outlook and others put the earlier message into a div of this name.
fn is_quote(inner: &str) -> bool {
    let id = attribute(inner, "class").unwrap_or_default();
    id.split_whitespace()
        .any(|class| matches!(class, "yahoo_quoted" | "moz-cite-quote"))
}

/// Where the tag ends; a `>` inside a quoted value ends nothing.
fn tag_end(from: &str) -> usize {
    let mut quote = None;
    for (at, byte) in from.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') if from.as_bytes().get(at - 1) == Some(&b'=') => {
                quote = Some(byte)
            }
            (Some(open), byte) if open == byte => quote = None,
            // Nobody closed it: a tag is not longer than this.
            _ if at > 20_000 => break,
            _ => {}
        }
    }
    from.find('>').unwrap_or(from.len().saturating_sub(1))
}

/// Behind the tag that closes this one.
fn behind<'h>(rest: &'h str, name: &str) -> Option<&'h str> {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|rest| rest.find("</")) {
        let after = from + at + 2;
        let same = bytes
            .get(after..after + name.len())
            .is_some_and(|its| its.eq_ignore_ascii_case(name.as_bytes()));
        if same {
            let end = rest.get(after..).and_then(|rest| rest.find('>'));
            return Some(
                end.and_then(|end| rest.get(after + end + 1..))
                    .unwrap_or_default(),
            );
        }
        from = after;
    }
    None
}

fn attribute(inner: &str, name: &str) -> Option<String> {
    let mut from = 0;
    let lower = inner.get(..inner.len().min(20_000))?.to_ascii_lowercase();
    while let Some(at) = lower.get(from..)?.find(name) {
        let start = from + at;
        from = start + name.len();
        let alone = start > 0
            && lower
                .as_bytes()
                .get(start - 1)
                .is_some_and(u8::is_ascii_whitespace);
        let rest = inner.get(from..)?.trim_start();
        if let (true, Some(value)) = (alone, rest.strip_prefix('=')) {
            let value = value.trim_start();
            let open = value.chars().next()?;
            let raw = match open {
                '"' | '\'' => value.get(1..)?.split(open).next()?,
                _ => value.split([' ', '>', '\t', '\n', '\r']).next()?,
            };
            return Some(entities(raw));
        }
    }
    None
}

/// The entities that occur in letters; others stay as they are written.
pub fn entities(raw: &str) -> String {
    if !raw.contains('&') {
        return raw.to_owned();
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let word: String = rest
            .chars()
            .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '#')
            .take(10)
            .collect();
        match entity(&word) {
            Some(sign) => {
                out.push(sign);
                rest = rest.get(word.len()..).unwrap_or_default();
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn entity(word: &str) -> Option<char> {
    if let Some(number) = word.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let sign = char::from_u32(code)?;
        return Some(if sign.is_control() && sign != '\n' {
            ' '
        } else {
            sign
        });
    }
    Some(match word {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sbquo" => '‚',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "laquo" => '«',
        "raquo" => '»',
        "bull" => '•',
        "middot" => '·',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        "cent" => '¢',
        "sect" => '§',
        "deg" => '°',
        "times" => '×',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "agrave" => 'à',
        "aacute" => 'á',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "egrave" => 'è',
        "eacute" => 'é',
        "ecirc" => 'ê',
        "iacute" => 'í',
        "ntilde" => 'ñ',
        "oacute" => 'ó',
        "ocirc" => 'ô',
        "uacute" => 'ú',
        "scaron" => 'š',
        "Scaron" => 'Š',
        "aring" => 'å',
        "oslash" => 'ø',
        "aelig" => 'æ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn nothing_of_a_strangers_page_runs_or_loads() {
        let page = "<html><head><title>x</title><style>p{}</style></head><body><p>Dear&nbsp;Sir,<script>alert(1)</script><img src=http://spy/x.gif><img alt=\"the ferry\" src=cid:1><p onclick=x>A &lt;b&gt; &amp; c<br>next</p></body></html>";
        assert_eq!(text(page), "Dear Sir,[the ferry]\n\nA <b> & c\nnext");
    }

    #[test]
    fn a_link_shows_where_it_leads_and_a_quote_that_it_is_one() {
        let page = "See <a href=\"https://evil.example/x\">https://bank.example</a>, <a href='https://a.example/'>a.example</a><blockquote>old<blockquote>older</blockquote></blockquote>new";
        assert_eq!(
            text(page),
            "See https://bank.example <https://evil.example/x>, a.example\n\n> old\n>\n>> older\n>>\nnew"
        );
    }

    #[test]
    fn markup_that_nobody_closed_costs_no_words() {
        assert_eq!(
            text("<ol><li>one<li>two</ol>5 < 6 <b"),
            "1. one\n2. two\n5 < 6"
        );
        assert_eq!(text("<pre>a\n  b</pre>"), "a\n  b");
        let deep = format!("{}said", "<div><blockquote>".repeat(100_000));
        assert!(text(&deep).ends_with("said"));
        let open = format!("{}said", "<svg>".repeat(300_000));
        assert_eq!(text(&open), "said");
    }
}
