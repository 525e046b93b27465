// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The chain's own numbers for Prometheus, as of the best block: the runtime API `vitals`, and the
//! machine's clock.

use crate::{clock::Clock, service::FullClient};
use breakwater_runtime::{
	answers::{
		units::{Amount, Asset},
		Vitals,
	},
	breakwater_api::BreakwaterApi,
	AssetId,
};
use futures_timer::Delay;
use log::debug;
use sp_api::ProvideRuntimeApi;
use std::{collections::HashSet, sync::Arc, time::Duration};
use substrate_prometheus_endpoint::{register, Gauge, GaugeVec, Opts, PrometheusError, Registry, F64};

/// The time between two looks at the chain.
const INTERVAL: Duration = Duration::from_secs(15);

/// A number.
fn single(registry: &Registry, name: &str, help: &str) -> Result<Gauge<F64>, PrometheusError> {
	register(Gauge::new(name, help)?, registry)
}

/// A number for each of several things. One that is gone is not shown any longer.
struct Family {
	gauges: GaugeVec<F64>,
	shown: HashSet<Vec<String>>,
}

impl Family {
	fn new(registry: &Registry, name: &str, help: &str, labels: &[&str]) -> Result<Self, PrometheusError> {
		let gauges = register(GaugeVec::new(Opts::new(name, help), labels)?, registry)?;
		Ok(Self { gauges, shown: HashSet::new() })
	}

	fn set(&mut self, entries: impl IntoIterator<Item = (Vec<String>, f64)>) {
		let mut shown = HashSet::new();
		for (labels, value) in entries {
			let names: Vec<_> = labels.iter().map(String::as_str).collect();
			self.gauges.with_label_values(&names).set(value);
			shown.insert(labels);
		}
		for gone in self.shown.difference(&shown) {
			let names: Vec<_> = gone.iter().map(String::as_str).collect();
			// It is gone already otherwise.
			let _ = self.gauges.remove_label_values(&names);
		}
		self.shown = shown;
	}
}

/// Whole tokens. The unit of a metric is a float, so the last digits of large amounts are lost.
fn tokens(amount: &Amount, asset: &Asset) -> f64 {
	amount.units as f64 / 10f64.powi(asset.decimals.into())
}

/// Returns the label of an asset: two can have one symbol.
fn name(asset: &Asset) -> String {
	match asset.id {
		AssetId::Native => asset.symbol.clone(),
		AssetId::WithId(id) => format!("{}-{id}", asset.symbol),
	}
}

fn seconds(millis: f64) -> f64 {
	millis / 1_000.0
}

/// The numbers that the node shows.
pub struct Metrics {
	block_time: Gauge<F64>,
	incidents_open: Gauge<F64>,
	claims_waiting: Gauge<F64>,
	validators_active: Gauge<F64>,
	validators_suspended: Gauge<F64>,
	clock_offset: Gauge<F64>,
	clock_is_ahead: Gauge<F64>,
	feed_age: Family,
	feed_priced: Family,
	pool_capital: Family,
	pool_locked: Family,
	reserve_own: Family,
	reserve_owed: Family,
	reserve_ratio: Family,
}

impl Metrics {
	/// Registers all numbers.
	pub fn new(registry: &Registry) -> Result<Self, PrometheusError> {
		let one = |name: &str, help: &str| single(registry, name, help);
		let many = |name: &str, help: &str, labels: &[&str]| Family::new(registry, name, help, labels);
		let pool = ["pool", "asset"];
		Ok(Self {
			block_time: one("breakwater_block_time_seconds", "Time of the best block, in seconds since 1970")?,
			incidents_open: one("breakwater_incidents_open", "Incidents that are neither rejected nor settled")?,
			claims_waiting: one("breakwater_claims_waiting", "Claims that wait for a decision or a payment")?,
			validators_active: one("breakwater_validators_active", "Validators of this session")?,
			validators_suspended: one("breakwater_validators_suspended", "Candidates that are suspended")?,
			clock_offset: one(
				"breakwater_clock_offset_seconds",
				"Median time from a slot to the arrival of another's block; a few seconds unless the clock is wrong",
			)?,
			clock_is_ahead: one(
				"breakwater_clock_is_ahead",
				"One if the node makes no blocks because its clock is ahead",
			)?,
			feed_age: many(
				"breakwater_feed_age_seconds",
				"Age of the oldest value in a feed's price, at the best block",
				&["feed"],
			)?,
			feed_priced: many("breakwater_feed_priced", "One if a watched feed has a price", &["feed"])?,
			pool_capital: many("breakwater_pool_capital_tokens", "Capital of a pool, in whole tokens", &pool)?,
			pool_locked: many(
				"breakwater_pool_locked_tokens",
				"Capital of a pool that must stay for the cover in force, in whole tokens",
				&pool,
			)?,
			reserve_own: many("breakwater_reserve_own_tokens", "Own funds of the reserve, in whole tokens", &[
				"asset",
			])?,
			reserve_owed: many("breakwater_reserve_owed_tokens", "Debts of the reserve, in whole tokens", &[
				"asset",
			])?,
			reserve_ratio: many(
				"breakwater_reserve_ratio",
				"Own funds of the reserve as a part of the capital that must stay in the pools of the asset",
				&["asset"],
			)?,
		})
	}

	fn set(&mut self, vitals: &Vitals) {
		self.block_time.set(seconds(vitals.time.millis as f64));
		self.incidents_open.set(vitals.incidents_open.into());
		self.claims_waiting.set(vitals.claims_waiting.into());
		self.validators_active.set(vitals.validators.into());
		self.validators_suspended.set(vitals.suspended.into());
		let feeds = || vitals.feeds.iter().map(|feed| (vec![feed.feed.to_string()], feed));
		self.feed_priced.set(feeds().map(|(label, feed)| (label, f64::from(feed.price.is_some()))));
		self.feed_age
			.set(feeds().filter_map(|(label, feed)| {
				feed.age.as_ref().map(|age| (label, seconds(age.millis as f64)))
			}));
		let pools = || vitals.pools.iter().map(|pool| (vec![pool.pool.to_string(), name(&pool.asset)], pool));
		self.pool_capital.set(pools().map(|(label, pool)| (label, tokens(&pool.capital, &pool.asset))));
		self.pool_locked.set(pools().map(|(label, pool)| (label, tokens(&pool.required, &pool.asset))));
		let reserves =
			|| vitals.reserves.iter().map(|held| (vec![name(&held.reserve.asset)], held, &held.reserve));
		self.reserve_own.set(reserves().map(|(label, _, of)| (label, tokens(&of.own, &of.asset))));
		self.reserve_owed.set(reserves().map(|(label, _, of)| (label, tokens(&of.owed, &of.asset))));
		self.reserve_ratio.set(
			reserves()
				.filter(|(_, held, _)| held.required.units > 0)
				.map(|(label, held, of)| (label, of.own.units as f64 / held.required.units as f64)),
		);
	}

	fn set_clock(&self, clock: &Clock) {
		// Without blocks of others there is nothing to show: the last number stays.
		if let Some(offset) = clock.offset() {
			self.clock_offset.set(seconds(offset as f64));
		}
		self.clock_is_ahead.set(clock.is_ahead().into());
	}

	/// Shows the numbers for ever.
	pub async fn run(mut self, client: Arc<FullClient>, clock: Clock) {
		loop {
			self.set_clock(&clock);
			match client.runtime_api().vitals(client.chain_info().best_hash) {
				Ok(vitals) => self.set(&vitals),
				// A runtime from before the method, or a state that is not here yet.
				Err(reason) => debug!("The numbers of the chain cannot be read: {reason}"),
			}
			Delay::new(INTERVAL).await;
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn things_that_are_gone_should_not_be_shown() {
		let registry = Registry::new();
		let mut family = Family::new(&registry, "family", "help", &["feed"]).unwrap();
		let shown = || {
			let families = registry.gather();
			let of = |metric: &substrate_prometheus_endpoint::prometheus::proto::Metric| {
				(metric.get_label()[0].get_value().to_owned(), metric.get_gauge().get_value())
			};
			families.iter().flat_map(|family| family.get_metric().iter().map(of)).collect::<Vec<_>>()
		};
		family.set([(vec!["1".into()], 1.0), (vec!["2".into()], 2.0)]);
		assert_eq!(shown(), [("1".into(), 1.0), ("2".into(), 2.0)]);
		family.set([(vec!["2".into()], 3.0)]);
		assert_eq!(shown(), [("2".into(), 3.0)]);
	}

	#[test]
	fn names_should_be_registered_once() {
		let registry = Registry::new();
		assert!(Metrics::new(&registry).is_ok());
		assert!(Metrics::new(&registry).is_err(), "the same names again");
	}

	#[test]
	fn amounts_should_be_in_whole_tokens() {
		let asset = Asset { id: AssetId::Native, symbol: "BRKW".into(), decimals: 12 };
		assert_eq!(tokens(&asset.amount(2_500_000_000_000), &asset), 2.5);
	}
}
