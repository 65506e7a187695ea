//! The binary. Everything is in the library beside it, so that tests open the same house.

use std::process::ExitCode;

/// A page is thousands of short strings, and a sign-in frees 19 MiB at once: this
/// allocator is quick with the first and gives the second back (docs/decisions/0012).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    redress::main()
}
