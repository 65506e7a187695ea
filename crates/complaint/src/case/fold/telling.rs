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
        self.line(e, "message-received")
            .says(text.text.clone())
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
            body: text.text,
            state: MessageState::Received,
            at: e.at(),
            by: e.actor,
            files: k.fact.files.iter().map(|file| file.file).collect(),
            erased: gone,
            ..CaseMessage::default()
        });
    }

    pub(super) fn message_becomes(&mut self, id: redress_kernel::Id, state: MessageState) {
        self.messages
            .iter_mut()
            .filter(|m| m.id == id)
            .for_each(|m| m.state = state);
    }
}
