# Shared by the scripts: words to the reader, what has to be installed, where things are. Sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
scripts=$root/scripts
# One target directory outside the checkout, so that a fresh clone reuses what is built already; see in_target.
CARGO_TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/breakwater/target}")
export CARGO_TARGET_DIR
# The runtime's build looks here for Cargo.lock, as the target directory is not below the workspace.
export WASM_BUILD_WORKSPACE_HINT=$root
# The release node of this checkout and its runtime, which build_node puts here. The target directory may be another's meanwhile.
node_binary=$root/target/breakwater-node
node_wasm=$root/target/breakwater_runtime.compact.compressed.wasm

say() { printf '==> %s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# A sentence if an option has no value: need_value OPTION COUNT_OF_ARGUMENTS.
need_value() {
	[ "$2" -ge 2 ] || die "$1 needs a value; see --help."
}

# install_package PROGRAM PACKAGE WHY
install_package() {
	install_unless "$1" "$2" "$3" have "$1"
}

# install_unless NAME PACKAGE WHY COMMAND...
# Installs PACKAGE unless COMMAND succeeds; NAME is what is missing otherwise.
# Debian's package manager, as root or with sudo; a clear sentence otherwise.
install_unless() {
	local program=$1 package=$2 why=$3 as_root=()
	shift 3
	"$@" >/dev/null 2>&1 && return
	have apt-get || die "$program is missing ($why). Install it with your system's package manager."
	if [ "$(id -u)" -ne 0 ]; then
		have sudo || die "$program is missing ($why), and this is neither root nor is there sudo. Ask for: apt-get install $package"
		as_root=(sudo)
	fi
	say "Installing $package: $why."
	"${as_root[@]}" apt-get update -qq || warn "The package lists could not be refreshed; trying with those that are there."
	DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$package" ||
		die "apt-get could not install $package. Install it, then run this again."
	"$@" >/dev/null 2>&1 || die "$package is installed, but $program is still not found."
}

ensure_protoc() {
	install_package protoc protobuf-compiler "the node's network protocols are generated with protoc"
}

# OpenSSL is among the crates, and it is built from its source.
ensure_compiler() {
	install_package cc build-essential "Rust links programs with the C compiler"
	install_package c++ build-essential "wasm-opt, which makes the runtime smaller, is C++"
	install_package make build-essential "OpenSSL is built from its source, with make"
	install_unless "Perl with its modules FindBin and IPC::Cmd" perl "OpenSSL is built from its source, configured by Perl" \
		perl -MFindBin -MIPC::Cmd -e1
}

ensure_rust() {
	have rustup || die "rustup is missing: the Rust toolchain is installed with it. See https://rustup.rs, then run this again."
	have cargo || die "cargo is missing although rustup is there. Add rustup's bin folder to PATH, then run this again."
}

# The toolchain of rust-toolchain.toml; rustup may have been told not to install it by itself.
ensure_toolchain() {
	local channel
	channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' "$root/rust-toolchain.toml")
	rustup toolchain list | grep -q "^$channel" && return
	say "Installing Rust $channel: the version this project is built with."
	rustup toolchain install "$channel" --profile minimal --component clippy --component rustfmt ||
		die "rustup could not install Rust $channel."
}

# The target of the runtime. rustup reads the toolchain of this folder.
ensure_wasm_target() {
	local target=wasm32v1-none
	# a toolchain named by the user builds the runtime, and brings its own target
	[ -n "${WASM_BUILD_TOOLCHAIN:-}" ] && return
	(cd "$root" && rustup target list --installed 2>/dev/null) | grep -qx "$target" && return
	say "Installing the Rust target $target: the runtime is WebAssembly."
	(cd "$root" && rustup target add "$target") ||
		die "rustup could not install $target. Install it by hand, or name a toolchain that has it in WASM_BUILD_TOOLCHAIN."
}

# rustfmt and clippy, for the tests.
ensure_rust_component() {
	local component=$1
	(cd "$root" && rustup component list --installed 2>/dev/null) | grep -q "^$component" && return
	say "Installing the Rust component $component."
	(cd "$root" && rustup component add "$component") || die "rustup could not install $component."
}

ensure_node() {
	install_package node nodejs "the replay is JavaScript"
	install_package npm npm "the replay's packages come by npm"
	local version
	version=$(node -p 'process.versions.node.split(".")[0]')
	[ "$version" -ge 18 ] || die "Node.js $(node --version) is too old: 18 or later is needed (on Debian 12: apt-get install nodejs npm)."
}

# The packages of the lock file, once for each state of it.
ensure_node_packages() {
	ensure_node
	local stamp=$scripts/node_modules/.installed-lock
	cmp -s "$scripts/package-lock.json" "$stamp" && return
	say "Installing the Node.js packages of scripts (npm ci): the client library of the chain."
	(cd "$scripts" && npm ci --no-audit --no-fund --loglevel=error) ||
		die "npm could not install the packages of scripts. Is the registry reachable?"
	cp "$scripts/package-lock.json" "$stamp"
}

# Prometheus and its tools, taken out of Debian's packages. Installed, they would be servers that start by themselves.
ensure_prometheus() {
	local tools=${XDG_CACHE_HOME:-$HOME/.cache}/breakwater/tools packages
	export PATH=$PATH:$tools/usr/bin
	have prometheus && have promtool && have amtool && return
	have apt-get || die "Prometheus is missing: prometheus, promtool and amtool have to be on PATH."
	say "Fetching Prometheus and its tools: they check the alerts."
	packages=$(mktemp -d)
	(
		cd "$packages"
		fetch() { apt-get download -qq prometheus prometheus-alertmanager 2>/dev/null; }
		fetch || { [ "$(id -u)" -ne 0 ] || apt-get update -qq; fetch; }
		mkdir -p "$tools"
		for package in ./*.deb; do dpkg -x "$package" "$tools"; done
	) || die "Prometheus could not be fetched. Install Debian's packages prometheus and prometheus-alertmanager."
	rm -rf "$packages"
	have promtool || die "Debian's package of Prometheus has no promtool."
}

ensure_build_tools() {
	install_package flock util-linux "checkouts that share a target directory take turns"
	ensure_rust
	ensure_toolchain
	ensure_compiler
	ensure_protoc
	ensure_wasm_target
}

# What tells this checkout from all others: where it is, and which folder that is, as another may have been there before.
this_checkout() {
	printf '%s %s' "$root" "$(stat -c '%i %w' "$root")"
}

# in_target DIR COMMAND...: runs a cargo in the root of the checkout, with DIR as its target directory.
#
# Cargo names what it builds of a workspace by its place in it, and tells by the age of the sources whether it is fresh: in a target
# directory that several checkouts share, one is given what was built of another. So one of them is at work there at a time, and what
# the workspace of another has left is removed before. The crates of the registry stay.
in_target() {
	local target=$1 stamp=$1/.checkout
	local -x CARGO_TARGET_DIR=$1
	shift
	mkdir -p "$target" || return
	(
		flock --nonblock 9 || {
			say "Waiting for another run that works in $target."
			flock 9 || exit
		}
		cd "$root" || exit
		if [ "$(cat "$stamp" 2>/dev/null)" != "$(this_checkout)" ]; then
			if [ -e "$target/debug" ] || [ -e "$target/release" ]; then
				say "Another checkout was built in $target: removing its crates. Those of the registry stay."
				# by this one's manifest: the names are the same
				cargo clean --workspace --locked && cargo clean --workspace --locked --release || exit
			fi
			this_checkout >"$stamp" || exit
		fi
		# a server that the command leaves behind does not keep the lock
		"$@" 9>&-
	) 9>"$target/.lock"
}

# Builds the release node with cargo's own progress.
build_node() {
	say "Building the release node (the first time about half an hour on two cores; later much less)."
	say "Target directory: $CARGO_TARGET_DIR"
	in_target "$CARGO_TARGET_DIR" release_node || die "The node could not be built."
	[ -x "$node_binary" ] || die "The build ended, but $node_binary is not there."
}

# While the target directory is this checkout's: builds the node, and takes it out.
release_node() {
	local built=$CARGO_TARGET_DIR/release
	env -u SKIP_WASM_BUILD cargo build --release --locked -p breakwater-node &&
		mkdir -p "$root/target" &&
		take "$built/breakwater-node" "$node_binary" &&
		take "$built/wbuild/breakwater-runtime/$(basename "$node_wasm")" "$node_wasm"
}

# take FROM TO: a copy, unless it is there already. A program that runs keeps its file.
take() {
	cmp -s "$1" "$2" || { cp "$1" "$2.new" && mv "$2.new" "$2"; }
}

# A TCP port that nobody uses now.
free_port() {
	node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# Whether a TCP port can be taken. The attempt is what the node itself would do.
port_is_free() {
	node -e '
const server = require("net").createServer();
server.once("error", () => process.exit(1));
server.listen(Number(process.argv[1]), "127.0.0.1", () => server.close());
' "$1"
}

# rpc PORT METHOD [PARAMS]: the answer as JSON. Fails if nobody answers.
rpc() {
	node "$scripts/js/rpc.mjs" "$@"
}

# wait_for_rpc PORT PID SECONDS LOG: until the node answers; the log's end if it does not.
wait_for_rpc() {
	local port=$1 pid=$2 seconds=$3 log=$4 code=0
	node "$scripts/js/wait.mjs" "$port" "$pid" "$seconds" || code=$?
	[ "$code" -eq 0 ] && return
	printf '\n'
	tail -n 20 "$log" >&2
	[ "$code" -eq 2 ] && die "The node ended before it answered. The end of its log is above."
	die "The node did not answer on port $port within $seconds s. The end of its log is above."
}

# start_node LOG PORT ARGUMENTS...: starts the release node quietly in the background and waits for its RPC.
# Peers find it on any free port, unless the arguments say --listen-addr. Its process id is in node_pid.
# The own process group keeps Ctrl-C away from it: the script ends it in order.
start_node() {
	local log=$1 port=$2 peers=(--port 0) exporter=(--no-prometheus)
	shift 2
	if [[ " $* " == *" --listen-addr "* ]]; then peers=(); fi
	if [[ " $* " == *" --prometheus-port "* ]]; then exporter=(); fi
	set -m
	"$node_binary" --rpc-port "$port" "${peers[@]}" "${exporter[@]}" --no-telemetry "$@" >>"$log" 2>&1 &
	node_pid=$!
	set +m
	wait_for_rpc "$port" "$node_pid" 60 "$log"
}

# Ends a child and waits for it, however it ends.
stop_child() {
	local pid=${1:-}
	[ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 0
	kill -TERM "$pid" 2>/dev/null || true
	for _ in $(seq 100); do
		kill -0 "$pid" 2>/dev/null || break
		sleep 0.1
	done
	kill -KILL "$pid" 2>/dev/null || true
	wait "$pid" 2>/dev/null || true
}
