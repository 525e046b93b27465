// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The Breakwater full node.
//!
//! | module | content |
//! |---|---|
//! | [`cli`] | flags and subcommands |
//! | [`command`] | the work of each subcommand |
//! | [`chain_spec`] | the chains the node knows by name |
//! | [`service`] | client, import queue, network, BABE and GRANDPA |
//! | [`equivocations`] | reports of validators that make two blocks for one slot |
//! | [`rpc`] | the JSON-RPC methods beyond the standard ones |
//! | [`clock`] | the machine's clock against those of the other validators |
//! | [`metrics`] | the chain's own numbers for Prometheus |
//! | [`health`] | the health of the node for machines |
//! | [`machine`] | the speed of the machine against that on which the weights were measured |
//! | [`startup`] | faults of a node that starts, in sentences |
//! | [`bridge`] | proofs of finality for other chains |
//! | [`discovery`] | validators find each other |
//! | [`dev`] | sealing on a development chain, where time can be moved |

#![warn(missing_docs)]
// The error types of sc-cli and sc-service are as large as they are.
#![allow(clippy::result_large_err)]

mod bridge;
mod chain_spec;
mod cli;
mod clock;
mod command;
mod dev;
mod discovery;
mod equivocations;
mod health;
mod machine;
mod metrics;
mod rpc;
mod service;
mod startup;

fn main() -> std::process::ExitCode {
	match command::run() {
		Ok(()) => std::process::ExitCode::SUCCESS,
		// In words, for people.
		Err(sc_cli::Error::Input(sentence)) => fail(&sentence),
		Err(error) => fail(&error.to_string()),
	}
}

fn fail(reason: &str) -> std::process::ExitCode {
	eprintln!("error: {reason}");
	std::process::ExitCode::FAILURE
}
