# Shared by the scripts beside it: say what happens, ask for what is missing.
# Sourced, never run; the caller has set -euo pipefail.

say() { printf '\n== %s\n' "$*" >&2; }
stop() { printf '\nredress: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs as root, or through sudo; returns 1 where neither is possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else return 1
  fi
}

apt_is_fresh=
# install_packages PACKAGE...: through apt; elsewhere it names what to install.
install_packages() {
  have apt-get || stop "please install with your package manager: $* (names as in Debian)"
  if [ "$(id -u)" != 0 ] && ! have sudo; then
    stop "please install as root: apt-get install $*"
  fi
  say "Installing $*"
  if [ -z "$apt_is_fresh" ]; then
    as_root apt-get update -qq </dev/null || stop "apt-get update failed; is the package mirror reachable?"
    apt_is_fresh=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2 ||
    stop "apt-get install $* failed"
}

need_c_compiler() { # SQLite is compiled into the binary
  have cc && [ -e /usr/include/stdlib.h ] && return
  if have cc && [ "$(uname -s)" != Linux ]; then return; fi
  install_packages gcc libc6-dev
}

need_rust() {
  have cargo || [ ! -x "$HOME/.cargo/bin/cargo" ] || PATH="$HOME/.cargo/bin:$PATH"
  have cargo || stop "Rust is missing. Install it from https://rustup.rs (1.95 or newer), then try again."
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  found=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$wanted" "${found%%-*}" | sort -V | head -n 1)" = "$wanted" ] ||
    stop "Rust $found is too old; Redress needs $wanted (rustup update stable)."
}

need_rust_tools() { # clippy and rustfmt come with the usual toolchain
  if cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1; then return; fi
  have rustup && rustup component add clippy rustfmt >&2 && return
  stop "clippy and rustfmt are missing: rustup component add clippy rustfmt"
}
