//! The pseudo-language: accented, longer English in brackets. A text on a page
//! without accents never went through the catalogue; one without its closing
//! bracket is cut off.

/// Turns an English Fluent file into its pseudo twin; placeables, selectors and
/// variant keys stay as they are.
pub(super) fn text(english: &str) -> String {
    let mut out = String::with_capacity(english.len() * 2);
    for line in english.lines() {
        out.push_str(&one_line(line));
        out.push('\n');
    }
    out
}

fn one_line(line: &str) -> String {
    let body = line.trim_start();
    let indent = line.len() - body.len();
    if body.is_empty() || body.starts_with('#') || body.starts_with('}') {
        return line.to_owned();
    }
    if indent == 0 {
        return match line.split_once('=') {
            Some((key, value)) if !value.trim().is_empty() => {
                format!("{key}= {}", longer(value.trim_start()))
            }
            _ => line.to_owned(),
        };
    }
    let prefix = " ".repeat(indent);
    match body.split_once(']') {
        Some((variant, value)) if variant.trim_start_matches('*').starts_with('[') => {
            format!("{prefix}{variant}] {}", longer(value.trim_start()))
        }
        _ if body.ends_with("->") => line.to_owned(),
        _ => format!("{prefix}{}", longer(body)),
    }
}

fn longer(value: &str) -> String {
    if value.ends_with("->") {
        return value.to_owned();
    }
    let accented = accents(value);
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let padding = "~".repeat((letters * 2).div_ceil(5));
    format!("⟦{accented}{padding}⟧")
}

fn accents(value: &str) -> String {
    let mut depth = 0;
    value
        .chars()
        .map(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth > 0 { c } else { accented(c) }
        })
        .collect()
}

fn accented(c: char) -> char {
    match c {
        'a' => 'á',
        'c' => 'ç',
        'd' => 'ḓ',
        'e' => 'é',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'í',
        'k' => 'ķ',
        'l' => 'ļ',
        'n' => 'ñ',
        'o' => 'ǿ',
        'r' => 'ř',
        's' => 'ş',
        't' => 'ţ',
        'u' => 'ŭ',
        'w' => 'ŵ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Á',
        'C' => 'Ç',
        'E' => 'É',
        'I' => 'Í',
        'O' => 'Ø',
        'S' => 'Ş',
        'T' => 'Ţ',
        'W' => 'Ŵ',
        'Y' => 'Ý',
        other => other,
    }
}
