//! Redress, put together: the list of slices, the server, the commands. The
//! binary is `main.rs`; tests and benches open the same house from here.

mod cli;
pub mod clock;
pub mod commands;
pub mod demo;
pub mod house;
pub mod log;
pub mod mail_in;
pub mod openapi;
pub mod post;
pub mod serve;

use clap::Parser;
use std::process::ExitCode;

/// The command line, from arguments to exit code.
pub fn main() -> ExitCode {
    main_of(std::env::args_os())
}

/// The same with arguments that somebody else has read.
pub fn main_of(args: impl IntoIterator<Item = std::ffi::OsString>) -> ExitCode {
    log::begin();
    match commands::run(cli::Cli::parse_from(args)) {
        Ok(code) => code,
        Err(failure) => failure.tell(),
    }
}
