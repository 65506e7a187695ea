//! The commands besides the servers. Each prints what it did in words, or with
//! `--json` one object on one line, last on stdout; progress goes to stderr.

mod backup;
mod due;
mod export;
mod import;
mod keys;
pub(crate) mod machine;
mod pack;
mod people;
mod place;
mod prove;
mod sample;
mod server;
mod why;

pub use place::open;

use crate::cli::{Cli, Command, Pack, Token, User};
use std::process::ExitCode;

/// Why a command ended without doing what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// Exit 1: the check failed, or the work could not be done.
    Failed(String),
    /// Exit 2: asked for in the wrong way.
    Usage(String),
}

impl Failure {
    #[allow(
        clippy::print_stderr,
        reason = "the one line that says why a command ended"
    )]
    pub fn tell(&self) -> ExitCode {
        let (text, code) = match self {
            Failure::Failed(text) => (text, 1),
            Failure::Usage(text) => (text, 2),
        };
        eprintln!("redress: {text}");
        ExitCode::from(code)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Failure::Failed(text) | Failure::Usage(text)) = self;
        f.write_str(text)
    }
}

impl From<redress_store::Error> for Failure {
    fn from(error: redress_store::Error) -> Failure {
        Failure::Failed(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Failed(error.to_string())
    }
}

pub fn run(cli: Cli) -> Result<ExitCode, Failure> {
    let place = cli.place;
    match cli.command {
        Command::Serve(asked) => server::serve(&place, asked),
        Command::Demo(asked) => crate::demo::run(asked),
        Command::Setup(asked) => people::setup(&place, asked),
        Command::User(User::Add(asked)) => people::add(&place, asked),
        Command::User(User::Recover(asked)) => people::start_anew(&place, asked),
        Command::Token(Token::Create(asked)) => people::token(&place, asked),
        Command::Import(asked) => import::run(&place, asked),
        Command::Export(asked) => export::run(&place, asked),
        Command::Verify(asked) => prove::verify(&place, asked),
        Command::Rebuild(asked) => prove::rebuild(&place, asked),
        Command::Why { reference } => why::why(&place, &reference),
        Command::Due(asked) => due::due(&place, &asked),
        Command::Pack(Pack::Check { file }) => pack::check(&place, &file),
        Command::Backup { file } => backup::backup(&place, &file),
        Command::Restore(asked) => backup::restore(&place, asked),
        Command::Keys(asked) => keys::run(&place, asked),
        Command::Doctor => server::doctor(&place),
    }
}

/// The last line on stdout: the object with `--json`, the sentence without.
#[allow(clippy::print_stdout, reason = "this is what the command is for")]
pub fn say(json: bool, object: &serde_json::Value, sentence: &str) {
    if json {
        println!("{object}");
    } else {
        println!("{sentence}");
    }
}
