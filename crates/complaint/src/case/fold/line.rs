//! A line of the timeline being written, and small readings of personal parts.

use super::*;

/// A line of the timeline being written.
pub(super) struct Line<'a> {
    pub(super) timeline: &'a mut Vec<Moment>,
    pub(super) at: usize,
}

impl Line<'_> {
    pub(super) fn change(self, change: impl FnOnce(&mut Moment)) -> Self {
        if let Some(moment) = self.timeline.get_mut(self.at) {
            change(moment);
        }
        self
    }

    pub(super) fn says(self, text: String) -> Self {
        self.change(|m| m.text = text)
    }

    pub(super) fn quotes(self, text: String) -> Self {
        self.change(|m| m.quoted = text)
    }

    pub(super) fn sentence(self, key: &str) -> Self {
        self.change(|m| m.sentence = format!("timeline-{key}"))
    }

    pub(super) fn arg(self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.change(|m| m.args.push((name, value.into())))
    }

    /// An argument that is itself a message: `{prefix}-{code}`.
    pub(super) fn key_arg(self, name: &'static str, prefix: &str, code: &str) -> Self {
        self.arg(name, Arg::Key(format!("{prefix}-{code}")))
    }

    /// A time limit of a pack, whose own title stands in the pack.
    pub(super) fn limit_arg(self, pack: &str, clock: &str) -> Self {
        self.arg("limit", Arg::Key(format!("limit:{pack}/{clock}")))
    }

    pub(super) fn speaks(self, language: redress_kernel::Lang) -> Self {
        self.change(|m| m.language = Some(language))
    }

    pub(super) fn look(self, look: Look) -> Self {
        self.change(|m| m.look = look)
    }

    pub(super) fn of_message(self, id: redress_kernel::Id) -> Self {
        self.change(|m| m.message = Some(id))
    }

    pub(super) fn of_complaint(self, id: redress_kernel::Id) -> Self {
        self.change(|m| m.other = Some(id))
    }

    pub(super) fn files(self, files: &[Enclosed]) -> Self {
        self.change(|m| m.files = files.iter().map(|file| file.file).collect())
    }
}

pub(super) fn text_of<P>(personal: &Erasable<P>, pick: impl Fn(&P) -> &String) -> String {
    personal.present().map(pick).cloned().unwrap_or_default()
}

pub(super) fn replace_if_given(target: &mut String, given: String) {
    if !given.is_empty() {
        *target = given;
    }
}
