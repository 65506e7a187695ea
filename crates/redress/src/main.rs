//! The binary.
#![allow(clippy::print_stdout, reason = "the command line answers on stdout")]

fn main() {}
