//! RFC 3676: lines that were broken only to be short come together again.

/// `delsp`: the space at the end was put there only to say that the line goes on.
pub fn unfold(text: &str, delsp: bool) -> String {
    let mut out: Vec<(usize, String, bool)> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let inner = line.get(depth..).unwrap_or_default();
        let inner = inner.strip_prefix(' ').unwrap_or(inner);
        let goes_on = inner.ends_with(' ') && inner != "-- ";
        let kept = match delsp && goes_on {
            true => inner.strip_suffix(' ').unwrap_or(inner),
            false => inner,
        };
        match out.last_mut() {
            Some((its, earlier, true)) if *its == depth && inner != "-- " => {
                earlier.push_str(kept);
                if let Some(last) = out.last_mut() {
                    last.2 = goes_on;
                }
            }
            _ => out.push((depth, kept.to_owned(), goes_on)),
        }
    }
    let lines = out.into_iter().map(|(depth, line, _)| match depth {
        0 => line,
        _ => format!("{} {line}", ">".repeat(depth)),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::unfold;

    #[test]
    fn soft_breaks_go_and_quotes_and_signatures_stay() {
        let text = "A line that \ngoes on.\n> quoted \n> too\n\n-- \nAnn";
        assert_eq!(
            unfold(text, false),
            "A line that goes on.\n> quoted too\n\n-- \nAnn"
        );
        assert_eq!(unfold("한 \n글", true), "한글");
        assert_eq!(unfold("  space-stuffed\n >x", false), " space-stuffed\n>x");
    }
}
