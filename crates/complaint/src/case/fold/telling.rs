//! What is told and heard: queued, sent, received.

use super::*;

impl Complaint {
    pub(super) fn queued(&mut self, e: &Entry, k: Known<MessageQueued>) {
        let gone = k.personal.is_erased();
        let letter = k.personal.into_present().unwrap_or_default();
        let f = k.fact;
        self.keep_files(e, &f.files, &letter.files, false, gone);
        self.line(e, "queued")
            .sentence(&format!("queued-{}", f.purpose))
            .says(letter.body.clone())
            .speaks(f.language)
            .of_message(f.message)
            .files(&f.files)
            .look(Look::Out);
        self.messages.push(CaseMessage {
            id: f.message,
            seq: e.seq,
            incoming: false,
            purpose: f.purpose,
            way: f.way,
            language: f.language,
            to: letter.to,
            name: letter.name,
            subject: letter.subject,
            body: letter.body,
            state: MessageState::Queued,
            send_at: f.send_at,
            at: e.at(),
            by: e.actor,
            files: f.files.iter().map(|file| file.file).collect(),
            next_update: f.next_update,
            response_due: f.response_due,
            progress: f.progress,
            erased: gone,
        });
    }

    pub(super) fn requeued(&mut self, e: &Entry, k: Known<MessageRequeued>) {
        let to = text_of(&k.personal, |p| &p.to);
        let message = self.messages.iter_mut();
        if let Some(message) = message.into_iter().find(|m| m.id == k.fact.message) {
            message.state = MessageState::Queued;
            message.way = "email".to_owned();
            message.send_at = k.fact.send_at;
            message.by = e.actor;
            if !to.is_empty() {
                message.to = to;
            }
        }
        self.line(e, "requeued").of_message(k.fact.message);
    }

    pub(super) fn sent(&mut self, e: &Entry, k: Known<MessageSent>) {
        let Some(message) = self
            .messages
            .iter_mut()
            .find(|message| message.id == k.fact.message)
        else {
            return;
        };
        message.state = MessageState::Sent;
        message.way = k.fact.way.clone();
        let (purpose, next, response) = (
            message.purpose.clone(),
            message.next_update,
            message.response_due,
        );
        let due = self.due.response;
        self.due.response = response.or(self.due.response);
        for decision in &mut self.decisions {
            if decision.message == k.fact.message {
                decision.told_at = Some(e.at());
                let answered = Kept { at: e.at(), due };
                self.firsts.answered.get_or_insert(answered);
            }
        }
        self.step_left(k.fact.message, Some(e.at()));
        self.informed(e.at(), next);
        // The ways on that follow "I do not accept" go out by themselves and answer nobody.
        if matches!(purpose.as_str(), "reply" | "decision" | "update") {
            self.needs_reply = false;
        }
        self.line(e, "sent")
            .key_arg("way", "way", &k.fact.way)
            .of_message(k.fact.message);
    }

    pub(super) fn message_received(&mut self, e: &Entry, k: Known<MessageReceived>) {
        let gone = k.personal.is_erased();
        let text = k.personal.into_present().unwrap_or_default();
        self.keep_files(e, &k.fact.files, &text.files, true, gone);
        self.comes_back();
        let language = k.fact.language.unwrap_or(self.language);
        let sentence = match (k.fact.mail, text.from.is_empty()) {
            (Some(_), false) => "message-received-mail",
            _ => "message-received",
        };
        self.line(e, "message-received")
            .sentence(sentence)
            .arg("from", text.from.clone())
            .says(text.text.clone())
            .quotes(text.quoted)
            .speaks(language)
            .files(&k.fact.files)
            .look(Look::In);
        self.messages.push(CaseMessage {
            id: e.id,
            seq: e.seq,
            incoming: true,
            purpose: "message".to_owned(),
            way: k.fact.channel,
            language,
            name: text.from,
            subject: text.subject,
            body: text.text,
            state: MessageState::Received,
            at: e.at(),
            by: e.actor,
            files: k.fact.files.iter().map(|file| file.file).collect(),
            erased: gone,
            ..CaseMessage::default()
        });
    }

    pub(super) fn updates_by_mail(&mut self, e: &Entry, f: &UpdatesByMail) {
        let sentence = match f.wanted {
            true => "updates-wanted",
            false => "updates-stopped",
        };
        self.line(e, "updates-by-mail")
            .sentence(sentence)
            .look(Look::In);
        self.updates_stopped = (!f.wanted).then(|| e.at());
    }

    /// A letter that never arrived told nobody anything: what followed from its leaving
    /// is owed again, unless the complainant has heard it by another way since.
    pub(super) fn bounced(&mut self, e: &Entry, f: &MessageBounced) {
        self.line(e, "message-bounced")
            .sentence(f.sentence())
            .key_arg("cause", "bounce-cause", &f.cause)
            .of_message(f.message);
        let letter = self.messages.iter().find(|it| it.id == f.message);
        let Some(letter) = letter.filter(|it| f.permanent && !it.incoming) else {
            return;
        };
        let (to, purpose) = (letter.to.clone(), letter.purpose.clone());
        self.undeliverable.push(Undeliverable {
            address: to,
            cause: f.cause.clone(),
            at: e.at(),
        });
        self.message_becomes(f.message, MessageState::Failed);
        self.untold(f.message, &purpose);
    }

    fn untold(&mut self, message: redress_kernel::Id, purpose: &str) {
        let its = |made: &AckMade| made.message == Some(message);
        self.acknowledged = self.acknowledged.take().filter(|made| !its(made));
        if self.closed.is_some() {
            return;
        }
        self.step_left(message, None);
        let answers = self.answers.iter().map(|answer| answer.at).max();
        for decision in self.decisions.iter_mut().filter(|it| it.message == message) {
            let heard = answers >= decision.told_at;
            decision.told_at = decision.told_at.filter(|_| heard);
        }
        // What the letter answered is unanswered.
        self.needs_reply |= matches!(purpose, "reply" | "decision" | "update");
    }

    pub(super) fn message_becomes(&mut self, id: redress_kernel::Id, state: MessageState) {
        self.messages
            .iter_mut()
            .filter(|m| m.id == id)
            .for_each(|m| m.state = state);
    }
}
