// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The work of each subcommand.

use crate::{
	chain_spec::{self, ChainSpec, Genesis},
	cli::{Cli, Subcommand},
	dev,
	service::{self, Pool},
	startup,
};
use breakwater_runtime::opaque::Block;
use sc_cli::{SubstrateCli, TransactionPoolType};
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::{Configuration, TaskManager};
use std::{path::Path, sync::Arc};

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Breakwater Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"the issues of the repository".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		// A node that runs needs the state, and at once.
		let genesis = if self.subcommand.is_none() { Genesis::State } else { Genesis::Preset };
		Ok(Box::new(match id {
			"dev" => chain_spec::development(genesis)?,
			"" | "local" => chain_spec::local(genesis)?,
			"staging" => chain_spec::staging()?,
			path => ChainSpec::from_json_file(path.into()).map_err(|error| {
				format!("`{path}` is neither `dev`, `local`, `staging` nor a chain specification: {error}")
			})?,
		}))
	}
}

/// Reads the command line and runs its subcommand, or the node.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::from_args();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Health(command)) => command.run().map_err(sc_cli::Error::Input),
		Some(Subcommand::Machine(command)) => command.run().map_err(sc_cli::Error::Input),
		Some(Subcommand::Key(command)) => {
			keep_from_others();
			command.run(&cli)
		}
		Some(Subcommand::ExportChainSpec(command)) => {
			let chain_spec = cli.load_spec(&command.chain)?;
			command.run(chain_spec)
		}
		Some(Subcommand::PurgeChain(command)) => {
			cli.create_runner(command)?.sync_run(|config| command.run(config.database))
		}
		Some(Subcommand::ChainInfo(command)) => {
			cli.create_runner(command)?.sync_run(|config| command.run::<Block>(&config))
		}
		Some(subcommand) => run_on_chain(&cli, subcommand),
	}
}

/// Runs the subcommands that open the chain.
fn run_on_chain(cli: &Cli, subcommand: &Subcommand) -> sc_cli::Result<()> {
	// The parts that a command doesn't use. They are dropped when the tasks have ended: essential
	// tasks read from them, and would take their end for a failure of the node.
	let mut unused = None;
	let result = match subcommand {
		Subcommand::CheckBlock(command) => cli.create_runner(command)?.async_run(|config| {
			let parts = service::new_partial(&config)?;
			unused = Some((parts.transaction_pool, parts.other, None));
			Ok((command.run(parts.client, parts.import_queue), parts.task_manager))
		}),
		Subcommand::ExportBlocks(command) => cli.create_runner(command)?.async_run(|config| {
			let parts = service::new_partial(&config)?;
			unused = Some((parts.transaction_pool, parts.other, Some(parts.import_queue)));
			Ok((command.run(parts.client, config.database), parts.task_manager))
		}),
		Subcommand::ImportBlocks(command) => cli.create_runner(command)?.async_run(|config| {
			let parts = service::new_partial(&config)?;
			unused = Some((parts.transaction_pool, parts.other, None));
			Ok((command.run(parts.client, parts.import_queue), parts.task_manager))
		}),
		Subcommand::ExportState(command) => cli.create_runner(command)?.async_run(|config| {
			let parts = service::new_partial(&config)?;
			unused = Some((parts.transaction_pool, parts.other, Some(parts.import_queue)));
			Ok((command.run(parts.client, config.chain_spec), parts.task_manager))
		}),
		Subcommand::Revert(command) => cli.create_runner(command)?.async_run(|config| {
			let parts = service::new_partial(&config)?;
			unused = Some((parts.transaction_pool, parts.other, Some(parts.import_queue)));
			let revert_consensus = Some(Box::new(service::revert_consensus) as _);
			Ok((command.run(parts.client, parts.backend, revert_consensus), parts.task_manager))
		}),
		// The other subcommands don't come here.
		_ => Ok(()),
	};
	drop(unused);
	result
}

/// Has the files of this process readable by its user alone: keys are among them.
fn keep_from_others() {
	rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	keep_from_others();
	let runner = cli.create_runner(&cli.run).map_err(|error| match error {
		sc_cli::Error::NetworkKeyNotFound(path) => sc_cli::Error::Input(no_network_key(cli, &path)),
		error => error,
	})?;
	// The pool is dropped when the tasks have ended: an essential task reads from it, and would
	// take its end for a failure of the node.
	let mut kept = None;
	let kept_here = &mut kept;
	let result = runner.run_node_until_exit(|config| async move {
		let (task_manager, pool) = start(cli, config)?;
		*kept_here = Some(pool);
		Ok(task_manager)
	});
	drop(kept);
	result
}

/// Returns the message for a validator without a key for the network.
fn no_network_key(cli: &Cli, path: &Path) -> String {
	let shared = &cli.run.shared_params;
	let chain = shared.chain.as_deref().unwrap_or("local");
	let place = match (&cli.run.network_params.node_key_params.node_key_file, &shared.base_path) {
		(Some(file), _) => format!("--file {}", file.display()),
		(None, Some(base_path)) => format!("--base-path {}", base_path.display()),
		(None, None) => "--default-base-path".to_string(),
	};
	format!(
		"a validator needs a key of its own for the network, and there is none at {}. Make it once, and keep \
		 it: breakwater-node key generate-node-key --chain {chain} {place}",
		path.display()
	)
}

/// Starts the node. Returns its tasks, and its pool.
fn start(cli: &Cli, mut config: Configuration) -> sc_cli::Result<(TaskManager, Arc<Pool>)> {
	let development = dev::is_development(&*config.chain_spec);
	let settings = cli.dev.settings(development, config.role.is_authority()).map_err(sc_cli::Error::Input)?;
	if settings.is_some() && !pool_type_is_chosen(std::env::args()) {
		// One chain without forks: this pool knows of each block before the next is proposed.
		let mut pool = cli.run.pool_config.clone();
		pool.pool_type = TransactionPoolType::SingleState;
		config.transaction_pool = pool.transaction_pool(true);
	}
	startup::check(&config).map_err(sc_cli::Error::Input)?;
	let health = cli.health_addr;
	match config.network.network_backend {
		NetworkBackendType::Libp2p => service::new_full::<NetworkWorker<_, _>>(config, settings, health),
		NetworkBackendType::Litep2p => service::new_full::<Litep2pNetworkBackend>(config, settings, health),
	}
	.map_err(sc_cli::Error::Service)
}

/// True if the command line chooses a transaction pool.
fn pool_type_is_chosen(mut args: impl Iterator<Item = String>) -> bool {
	args.any(|arg| arg == "--pool-type" || arg.starts_with("--pool-type="))
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;

	#[test]
	fn missing_network_key_should_be_reported_with_the_command_that_makes_it() {
		let told = |args: &[&str]| {
			let cli = Cli::try_parse_from([&["breakwater-node"], args].concat()).unwrap();
			no_network_key(&cli, Path::new("/x/secret_ed25519"))
		};
		let sentence = told(&["--chain", "local", "--base-path", "/data", "--alice"]);
		assert!(sentence.contains("/x/secret_ed25519"));
		assert!(sentence.ends_with("key generate-node-key --chain local --base-path /data"), "{sentence}");
		assert!(told(&["--validator"]).ends_with("--chain local --default-base-path"));
		assert!(told(&["--validator", "--node-key-file", "/key"]).ends_with("--chain local --file /key"));
	}

	#[test]
	fn pool_type_should_be_seen_in_both_forms() {
		let chosen = |args: &[&str]| pool_type_is_chosen(args.iter().map(ToString::to_string));
		assert!(chosen(&["--dev", "--pool-type", "fork-aware"]));
		assert!(chosen(&["--pool-type=single-state"]));
		assert!(!chosen(&["--dev", "--pool-limit", "10"]));
	}
}
