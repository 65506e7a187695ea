//! The binary. Everything is in the library beside it, so that tests open the same house.

use std::process::ExitCode;

fn main() -> ExitCode {
    redress::main()
}
