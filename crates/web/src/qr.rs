//! A QR code as SVG: an address on paper that a telephone opens (decision 0050).
//! Black on white in every theme, because cameras read it so.

use crate::{Html, html::escaped};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Modules of white round it; readers need four.
const QUIET: i32 = 4;

/// Nothing when the address is longer than such a code can hold. `told` says in words
/// what the picture is, for whoever does not see it.
pub fn qr(address: &str, told: &str) -> Html {
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else {
        return Html::default();
    };
    let side = code.size() + 2 * QUIET;
    Html::trusted(format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
         <path fill=\"#000\" d=\"{}\"/></svg>",
        escaped(told),
        path(&code)
    ))
}

/// Dark modules, each run of them in a row as one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const ADDRESS: &str = "https://complaints.northfield.example/follow?lang=fa";

    /// What was drawn, module by module, as a camera would see it.
    fn seen(svg: &str) -> Vec<(i32, i32)> {
        let dark = svg
            .rsplit(" d=\"")
            .next()
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let mut modules = Vec::new();
        for run in dark.split('M').filter(|run| !run.is_empty()) {
            let (at, rest) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let length: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            modules.extend((x..x + length).map(|x| (x, y)));
        }
        modules
    }

    #[test]
    fn every_module_is_drawn_where_it_belongs_and_none_besides() {
        let code = QrCode::encode_text(ADDRESS, QrCodeEcc::Medium).unwrap();
        let mut expected = Vec::new();
        for y in 0..code.size() {
            let row = (0..code.size()).filter(|x| code.get_module(*x, y));
            expected.extend(row.map(|x| (x + QUIET, y + QUIET)));
        }
        assert!(expected.len() > 300);
        assert_eq!(seen(qr(ADDRESS, "").as_str()), expected);
        let other = seen(qr("https://complaints.northfield.example/follow", "").as_str());
        assert_ne!(other, expected, "another address is another picture");
    }

    #[test]
    fn it_says_what_it_is_and_ends_where_no_code_can_hold_the_address() {
        let svg = qr(ADDRESS, "Opens \"follow\"");
        assert!(
            svg.as_str()
                .contains("aria-label=\"Opens &quot;follow&quot;\"")
        );
        assert!(qr(&"x".repeat(5_000), "").is_empty());
    }
}
