//! The doors by which complaints come in and answers go out.

pub mod api;
mod follow;
pub mod heard;
pub mod how;
pub mod import;
pub mod mail;
mod mail_checked;
mod mail_columns;
mod mail_content;
mod mail_seat;
mod mail_seen;
pub mod mailboxes;
pub mod outbox;
pub mod phone;
mod proof;
mod reach;
pub mod sorting;
pub mod verification;
pub mod web_form;
pub mod webhooks;
