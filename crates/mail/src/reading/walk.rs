//! From a message to its parts, in one pass over its lines whatever is nested in
//! it: no recursion, no search that begins anew. A library that builds the tree ran
//! out of stack on 3 MB of nesting (docs/decisions/0060).

use super::{
    head::{Fields, line, split, trimmed},
    media::{Media, media},
};

/// Multiparts within each other.
pub const DEPTH_MAX: usize = 32;
pub const PARTS_MAX: usize = 1_000;

/// A part that holds no others.
pub struct Leaf<'b> {
    pub fields: Fields,
    pub media: Media,
    pub body: &'b [u8],
    /// Which choice it belongs to: parts of one multipart/alternative say the same.
    pub choice: Option<usize>,
    /// Inside multipart/related: a picture of the text.
    pub related: bool,
}

/// What the structure was like.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// A boundary was announced and never came, or never ended.
    pub broken: bool,
    /// Some header among the parts was none.
    pub odd: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bomb {
    TooDeep,
    TooManyParts,
}

struct Open {
    boundary: Vec<u8>,
    digest: bool,
    choice: Option<usize>,
    related: bool,
}

/// A line that is a boundary.
struct Hit<'b> {
    level: usize,
    last: bool,
    before: &'b [u8],
    after: &'b [u8],
}

pub fn walk<'b>(root: &Fields, body: &'b [u8]) -> Result<(Vec<Leaf<'b>>, Shape), Bomb> {
    let mut walk = Walk::default();
    let mut fields = root.clone();
    let mut rest = body;
    loop {
        let next = match walk.entity(fields, rest)? {
            Some(next) => next,
            None => return Ok((walk.leaves, walk.shape)),
        };
        let (mut its, content) = split(next);
        its.hint = root.hint.clone();
        walk.shape.odd |= its.odd;
        (fields, rest) = (its, content);
    }
}

#[derive(Default)]
struct Walk<'b> {
    stack: Vec<Open>,
    leaves: Vec<Leaf<'b>>,
    choices: usize,
    shape: Shape,
}

impl<'b> Walk<'b> {
    /// Takes one part; where the next one begins.
    fn entity(&mut self, fields: Fields, body: &'b [u8]) -> Result<Option<&'b [u8]>, Bomb> {
        let mut its = media(&fields);
        if its.kind.is_empty() && self.stack.last().is_some_and(|open| open.digest) {
            its.kind = "message/rfc822".to_owned();
        }
        match its
            .boundary
            .clone()
            .filter(|_| its.kind.starts_with("multipart/"))
        {
            Some(boundary) => self.open(&its, boundary)?,
            None => return self.leaf(fields, its, body),
        }
        let hit = self.hit(body);
        let level = self.stack.len() - 1;
        if hit.as_ref().is_none_or(|hit| hit.level != level) {
            // Its boundary never came: all of it is text, as far as anybody can tell.
            self.shape.broken = true;
            self.stack.pop();
            its.kind = "text/plain".to_owned();
            let text = hit.as_ref().map_or(body, |hit| hit.before);
            self.keep(fields, its, text)?;
        }
        Ok(self.beyond(hit))
    }

    fn leaf(
        &mut self,
        fields: Fields,
        its: Media,
        body: &'b [u8],
    ) -> Result<Option<&'b [u8]>, Bomb> {
        let hit = self.hit(body);
        let text = hit.as_ref().map_or(body, |hit| hit.before);
        self.keep(fields, its, text)?;
        Ok(self.beyond(hit))
    }

    fn open(&mut self, its: &Media, boundary: Vec<u8>) -> Result<(), Bomb> {
        if self.stack.len() == DEPTH_MAX {
            return Err(Bomb::TooDeep);
        }
        let outer = self.stack.last();
        let (mut choice, mut related) =
            outer.map_or((None, false), |open| (open.choice, open.related));
        if its.kind == "multipart/alternative" {
            self.choices += 1;
            choice = Some(self.choices);
        }
        related |= its.kind == "multipart/related";
        self.stack.push(Open {
            boundary,
            digest: its.kind == "multipart/digest",
            choice,
            related,
        });
        Ok(())
    }

    fn keep(&mut self, fields: Fields, media: Media, body: &'b [u8]) -> Result<(), Bomb> {
        if self.leaves.len() == PARTS_MAX {
            return Err(Bomb::TooManyParts);
        }
        let outer = self.stack.last();
        let (choice, related) = outer.map_or((None, false), |open| (open.choice, open.related));
        self.leaves.push(Leaf {
            fields,
            media,
            body,
            choice,
            related,
        });
        Ok(())
    }

    /// After a boundary: the next part, past all that ended here.
    fn beyond(&mut self, mut hit: Option<Hit<'b>>) -> Option<&'b [u8]> {
        while let Some(its) = hit {
            if !its.last {
                self.shape.broken |= self.stack.len() > its.level + 1;
                self.stack.truncate(its.level + 1);
                return Some(its.after);
            }
            self.shape.broken |= self.stack.len() > its.level + 1;
            self.stack.truncate(its.level);
            hit = self.hit(its.after);
        }
        self.shape.broken |= !self.stack.is_empty();
        None
    }

    /// The next line that is a boundary of anything open, innermost first.
    fn hit(&self, body: &'b [u8]) -> Option<Hit<'b>> {
        if self.stack.is_empty() {
            return None;
        }
        let mut rest = body;
        while let Some((first, after)) = line(rest) {
            if first.starts_with(b"--")
                && let Some((level, last)) = self.level(trimmed(first))
            {
                let length = body.len() - rest.len();
                return Some(Hit {
                    level,
                    last,
                    before: trimmed(body.get(..length).unwrap_or_default()),
                    after,
                });
            }
            rest = after;
        }
        None
    }

    fn level(&self, line: &[u8]) -> Option<(usize, bool)> {
        let said = line.strip_prefix(b"--")?;
        let open = self.stack.iter().enumerate().rev();
        open.filter_map(|(level, open)| {
            let rest = said.strip_prefix(open.boundary.as_slice())?.trim_ascii();
            match rest {
                b"" => Some((level, false)),
                _ if rest.starts_with(b"--") => Some((level, true)),
                _ => None,
            }
        })
        .next()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn kinds(message: &str) -> Result<Vec<(String, String)>, Bomb> {
        let (fields, body) = split(message.as_bytes());
        let (leaves, _) = walk(&fields, body)?;
        let text = |body| String::from_utf8_lossy(body).into_owned();
        Ok(leaves
            .into_iter()
            .map(|leaf| (leaf.media.kind, text(leaf.body)))
            .collect())
    }

    #[test]
    fn parts_come_in_their_order_and_an_unclosed_one_ends_with_its_parent() {
        let message = "Content-Type: multipart/mixed; boundary=a\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>two\n--a\nContent-Type: image/png\n\nthree\n--a--\nepilogue\n";
        let found = kinds(message).unwrap();
        let bodies: Vec<_> = found.iter().map(|(_, body)| body.as_str()).collect();
        assert_eq!(bodies, ["one", "<p>two", "three"]);
    }

    #[test]
    fn a_boundary_that_never_comes_loses_nothing() {
        let found =
            kinds("Content-Type: multipart/mixed; boundary=a\n\n--b\n\nall of it\n").unwrap();
        assert_eq!(
            found,
            [("text/plain".to_owned(), "--b\n\nall of it\n".to_owned())]
        );
    }

    #[test]
    fn nesting_without_end_is_refused_at_once() {
        let level =
            |n: usize| format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n");
        let bomb: String = (0..50_000).map(level).collect();
        assert_eq!(kinds(&bomb).unwrap_err(), Bomb::TooDeep);
        let parts = format!(
            "Content-Type: multipart/mixed; boundary=b\n\n{}",
            "--b\n\nx\n".repeat(5_000)
        );
        assert_eq!(kinds(&parts).unwrap_err(), Bomb::TooManyParts);
    }
}
