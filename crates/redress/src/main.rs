//! The binary. Everything is in the library beside it, so that tests open the same house.

use std::process::ExitCode;

/// A page is thousands of short strings, and a sign-in frees 19 MiB at once: this
/// allocator is quick with the first and gives the second back (docs/decisions/0012).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    small_pages();
    redress::main()
}

/// Memory in the pages that we asked for: where the kernel hands out two megabytes at once,
/// a little used here and there holds several times of it (docs/decisions/0128).
fn small_pages() {
    // Where the kernel does not know how, more memory is used, and nothing else.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}
