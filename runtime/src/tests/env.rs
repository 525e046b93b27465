// SPDX-License-Identifier: Apache-2.0

//! A small chain on the real runtime: blocks with BABE slots and the timestamp inherent, executed
//! by `Executive`. After every block `try_state` of all pallets runs, and the sums that no single
//! pallet can see are checked.

use crate::{configs::money::TreasuryAccount, constants::*, *};
use breakwater_pools::PoolOptions;
use breakwater_primitives::*;
pub use breakwater_primitives::{HOUR, MINUTE};
pub use breakwater_products::Listing;
use codec::{Decode, Encode};
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	traits::{fungible::InspectHold, fungibles::Inspect, Hooks, OnTimestampSet, TryState, TryStateSelect},
};
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
pub use sp_keyring::Sr25519Keyring as Who;
use sp_runtime::{
	traits::{Dispatchable, Header as _},
	Digest, DigestItem, Permill,
};
use std::collections::BTreeMap;

/// The first block's time: 2023-03-10 00:00:00 UTC.
pub const START: Moment = 1_678_406_400_000;
pub const USD: Balance = 1_000_000;
pub const USDB: AssetId = AssetId::WithId(genesis_config_presets::USDB);
pub const FEED: FeedId = 1;
pub const OPERATORS: [Who; 3] = [Who::Charlie, Who::Dave, Who::Eve];

/// A chain with a block that is being built.
pub struct Env {
	ext: sp_io::TestExternalities,
	now: Moment,
	/// The events of closed blocks, if they are kept.
	events: Option<Vec<RuntimeEvent>>,
}

/// Gives an account session keys of its own. A call would ask for a proof that they are.
pub fn give_session_keys(who: Who) {
	use pallet_session::SessionInterface;
	let bytes: [u8; 32] = who.to_account_id().into();
	let mut secp = [2; 33];
	secp[1..].copy_from_slice(&bytes);
	let keys = SessionKeys {
		babe: who.public().into(),
		grandpa: sp_core::ed25519::Public::from_raw(bytes).into(),
		authority_discovery: who.public().into(),
		beefy: sp_core::ecdsa::Public::from_raw(secp).into(),
	};
	assert_ok!(<Session as SessionInterface>::set_keys(&who.to_account_id(), keys));
}

impl Env {
	/// Starts a chain from a preset, with its first block open.
	pub fn from_preset(preset: &str) -> Self {
		let mut ext = genesis(preset);
		ext.execute_with(|| open_block(1, Default::default(), START));
		Self { ext, now: START, events: None }
	}

	pub fn development() -> Self {
		Self::from_preset(sp_genesis_builder::DEV_RUNTIME_PRESET)
	}

	/// Returns another chain in the same state.
	pub fn fork(&mut self) -> Self {
		self.ext.commit_all().expect("the state can be available");
		let mut ext = sp_io::TestExternalities::default();
		ext.backend = self.ext.backend.clone();
		Self { ext, now: self.now, events: self.events.clone() }
	}

	/// Runs `f` in the open block.
	pub fn run<R>(&mut self, f: impl FnOnce() -> R) -> R {
		self.ext.execute_with(f)
	}

	/// Dispatches a call of an account in the open block.
	pub fn submit(&mut self, call: impl Into<RuntimeCall>, who: Who) -> DispatchResult {
		self.dispatch(call, RuntimeOrigin::signed(who.to_account_id()))
	}

	/// Dispatches a call as a referendum would.
	pub fn root(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.dispatch(call, RuntimeOrigin::root())
	}

	pub fn dispatch(&mut self, call: impl Into<RuntimeCall>, origin: RuntimeOrigin) -> DispatchResult {
		let call = call.into();
		self.run(|| call.dispatch(origin).map(|_| ()).map_err(|e| e.error))
	}

	/// Closes the open block, checks everything, and opens the next one `gap` milliseconds later.
	pub fn next_block(&mut self, gap: Moment) {
		self.now += gap;
		let (now, is_kept) = (self.now, self.events.is_some());
		let closed: Vec<_> = self.run(|| {
			let header = Executive::finalize_block();
			// They are gone once the next block is open.
			let events = System::read_events_no_consensus().filter(|_| is_kept).map(|record| record.event);
			let events = events.collect();
			check(*header.number());
			open_block(header.number() + 1, header.hash(), now);
			events
		});
		if let Some(events) = &mut self.events {
			events.extend(closed);
		}
	}

	/// Passes the usual time within the open block, so that operators can feed again. Thousands of
	/// blocks would take minutes.
	pub fn quick_block(&mut self) {
		self.now += MILLISECS_PER_BLOCK;
		let now = self.now;
		self.run(|| {
			pallet_timestamp::Now::<Runtime>::put(now);
			Clock::on_timestamp_set(now);
			Oracle::on_finalize(System::block_number());
		});
	}

	/// Closes the open block, checks everything, and opens the block that comes `blocks` later,
	/// `gap` milliseconds later: one step instead of days of blocks.
	pub fn leap(&mut self, blocks: BlockNumber, gap: Moment) {
		self.now += gap;
		let (now, is_kept) = (self.now, self.events.is_some());
		let closed: Vec<_> = self.run(|| {
			let header = Executive::finalize_block();
			let events = System::read_events_no_consensus().filter(|_| is_kept).map(|record| record.event);
			let events = events.collect();
			check(*header.number());
			let number = header.number() + blocks;
			// The system asks for the next number.
			System::set_block_number(number - 1);
			// The scheduler would look at each block in between, where no call is scheduled. The
			// calls that it could not make, as its block ended a session, it makes later.
			if pallet_scheduler::Agenda::<Runtime>::iter_keys().all(|when| when >= number) {
				pallet_scheduler::IncompleteSince::<Runtime>::put(number);
			}
			open_block(number, header.hash(), now);
			events
		});
		if let Some(events) = &mut self.events {
			events.extend(closed);
		}
	}

	/// Returns the events of the blocks that were closed since the last time. Returns none the
	/// first time.
	pub fn take_events(&mut self) -> Vec<RuntimeEvent> {
		self.events.replace(Vec::new()).unwrap_or_default()
	}

	/// Passes blocks at their usual reward interval.
	pub fn pass_blocks(&mut self, blocks: u32) {
		for _ in 0..blocks {
			self.next_block(MILLISECS_PER_BLOCK);
		}
	}

	/// Passes one block, `millis` later, rounded up to a slot. If a session ends with it, the
	/// session takes all its weight: no hook that can wait is run.
	pub fn jump(&mut self, millis: Moment) {
		self.next_block(millis.div_ceil(SLOT_DURATION) * SLOT_DURATION);
	}

	/// Passes three blocks, the last one `millis` later, rounded up to a slot, the others at their
	/// usual distance before it. Of the three at most the first and the last end a session.
	pub fn pass_time(&mut self, millis: Moment) {
		let usual = 2 * MILLISECS_PER_BLOCK;
		self.jump(millis.saturating_sub(usual).max(MILLISECS_PER_BLOCK));
		self.pass_blocks(2);
	}

	/// Feeds a price of all three operators, in thousandths.
	pub fn feed(&mut self, thousandths: u128) {
		for operator in OPERATORS {
			assert_ok!(self.submit(feed_call(FEED, thousandths), operator));
		}
	}

	/// Passes time with a price fed every hour, or every twelve if it is more than two days.
	pub fn pass_time_with_price(&mut self, millis: Moment, thousandths: u128) {
		let end = self.now + millis;
		let step = if millis > 2 * DAY { 12 * HOUR } else { HOUR };
		while self.now < end {
			self.feed(thousandths);
			self.pass_time(step.min(end - self.now));
		}
	}

	/// Passes at most `limit` blocks, until an event of the open or a closed block matches.
	pub fn pass_until(&mut self, limit: u32, matches: impl Fn(&RuntimeEvent) -> bool) {
		for _ in 0..limit {
			if self.run(|| System::read_events_no_consensus().any(|record| matches(&record.event))) {
				return;
			}
			// The events of a block's end are gone once the next block is open.
			let now = self.now + MILLISECS_PER_BLOCK;
			self.now = now;
			let found = self.run(|| {
				let header = Executive::finalize_block();
				let found = System::read_events_no_consensus().any(|record| matches(&record.event));
				check(*header.number());
				open_block(header.number() + 1, header.hash(), now);
				found
			});
			if found {
				return;
			}
		}
		panic!("the event did not come within {limit} blocks");
	}

	/// Returns the balance of an account in an asset.
	pub fn balance(&mut self, asset: AssetId, who: &AccountId) -> Balance {
		self.run(|| NativeAndAssets::balance(asset, who))
	}

	pub fn usd(&mut self, who: Who) -> Balance {
		self.balance(USDB, &who.to_account_id())
	}

	pub fn now(&self) -> Moment {
		self.now
	}

	/// Starts a chain with a pool of Alice, which has a million USDB of Bob in the junior tranche.
	/// It puts 90 % of it behind a product that pays all below 0.995, with an armed trigger. Ferdie
	/// has a policy over 10,000 USDB for 30 days, in force. Pool 0, product 0, policy 0.
	pub fn insured(full: bool) -> Self {
		let mut env = Self::development();
		assert_ok!(env.root(list_product_call(full)));
		assert_ok!(env.submit(create_pool_call(USDB, pool_options(100, 10)), Who::Alice));
		assert_ok!(env.submit(
			breakwater_pools::Call::set_weight { pool: 0, product: 0, weight: Permill::from_percent(90) },
			Who::Alice
		));
		assert_ok!(env.submit(deposit_call(0, Tranche::Junior, 1_000_000 * USD), Who::Bob));
		env.pass_time_with_price(3 * HOUR, 1_000);
		assert_ok!(env.submit(buy_call(10_000 * USD), Who::Ferdie));
		env.pass_time_with_price(25 * HOUR, 1_000);
		env
	}
}

/// Returns the call that proposes an outcome, with as high a bond as it takes.
pub fn propose_call(incident: IncidentId, verdict: Verdict) -> breakwater_assessment::Call<Runtime> {
	breakwater_assessment::Call::propose_outcome {
		incident,
		verdict,
		uri: Default::default(),
		max_bond: Balance::MAX,
	}
}

pub fn feed_call(feed: FeedId, thousandths: u128) -> breakwater_feeds::Call<Runtime> {
	values_call(&[(feed, thousandths * ONE / 1_000)])
}

/// Returns the call that feeds values, in 10^-18.
pub fn values_call(values: &[(FeedId, u128)]) -> breakwater_feeds::Call<Runtime> {
	let values: Vec<_> =
		values.iter().map(|(feed, value)| FeedValue { feed: *feed, value: *value }).collect();
	breakwater_feeds::Call::feed { values: values.try_into().expect("they fit") }
}

pub fn dismiss_call(who: Who) -> breakwater_feeds::Call<Runtime> {
	breakwater_feeds::Call::dismiss { who: who.to_account_id() }
}

/// Appoints an operator by referendum, and accepts as the operator.
pub fn make_operator(env: &mut Env, who: Who) {
	assert_ok!(env.root(breakwater_feeds::Call::appoint { who: who.to_account_id() }));
	assert_ok!(env.submit(breakwater_feeds::Call::accept {}, who));
}

/// Returns the options of an open pool that gives senior four fifths of its proportional premium.
pub fn pool_options(leverage: u32, fee_percent: u32) -> PoolOptions {
	PoolOptions {
		leverage,
		fee: Permill::from_percent(fee_percent),
		senior_factor: Permill::from_percent(80),
		is_private: false,
	}
}

pub fn create_pool_call(asset: AssetId, options: PoolOptions) -> breakwater_pools::Call<Runtime> {
	breakwater_pools::Call::create_pool { asset, options }
}

pub fn deposit_call(pool: PoolId, tranche: Tranche, amount: Balance) -> breakwater_pools::Call<Runtime> {
	breakwater_pools::Call::deposit { pool, tranche, amount, min_shares: 1 }
}

pub fn buy_call(cover: Balance) -> breakwater_policies::Call<Runtime> {
	breakwater_policies::Call::buy { order: order(0, cover, 30 * DAY, cover), beneficiary: None }
}

/// Returns an order under the first terms, without a commission.
pub fn order(product: ProductId, cover: Balance, period: Moment, max_premium: Balance) -> Order<AccountId> {
	Order { product, version: 1, cover, period, max_premium, insured_account: None, commission: None }
}

pub fn terms(full: bool) -> Terms {
	Terms {
		wording: [7; 32],
		min_period: 7 * DAY,
		max_period: 365 * DAY,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::zero(),
		deductible: 0,
		cancel_fee: Permill::from_percent(2),
		max_commission: Permill::from_percent(10),
		min_cover: USD,
		max_cover: 500_000 * USD,
		max_total: Balance::MAX,
		payout: if full {
			Payout::Full
		} else {
			Payout::Linear { attachment: 97 * ONE / 100, exhaustion: 90 * ONE / 100 }
		},
		price: PriceTerms {
			base: 2 * ONE / 100,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
			volatility: ONE / 10_000,
		},
	}
}

/// Returns a product as it is listed. Its known facts leave the price to its terms and its option.
pub fn listing(full: bool) -> Listing {
	Listing {
		asset: USDB,
		group: 1,
		class: RiskClass::Depeg,
		name: b"USDC depeg".to_vec().try_into().expect("a short name"),
		uri: b"wording/usdc-depeg.md".to_vec().try_into().expect("a short text"),
		decision: Decision::Trigger(trigger()),
		// Reviewed on the day on which the chain begins.
		facts: RiskFacts {
			audits: 2,
			deployed: 17_000,
			bounty: 0,
			at_stake: 0,
			incidents: 0,
			reviewed: 19_426,
		},
		terms: terms(full),
	}
}

pub fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
		direction: Direction::Below,
		threshold: 995 * ONE / 1_000,
		window: HOUR,
		duration: 24 * HOUR,
	}
}

pub fn list_call(listing: Listing) -> breakwater_products::Call<Runtime> {
	breakwater_products::Call::list_product { listing: Box::new(listing) }
}

pub fn list_product_call(full: bool) -> breakwater_products::Call<Runtime> {
	list_call(listing(full))
}

/// Returns the state of a preset.
pub fn genesis(preset: &str) -> sp_io::TestExternalities {
	let id = sp_genesis_builder::PresetId::from(preset);
	let patch = genesis_config_presets::get_preset(&id).expect("the preset exists");
	let patch: serde_json::Value = serde_json::from_slice(&patch).expect("the preset is JSON");
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("the default is JSON");
	merge(&mut config, patch);
	let mut ext = sp_io::TestExternalities::default();
	ext.execute_with(|| {
		let config = serde_json::to_vec(&config).expect("JSON can be written");
		frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(config)
			.expect("the preset is a genesis state")
	});
	ext.commit_all().expect("genesis can be available");
	ext
}

fn merge(base: &mut serde_json::Value, patch: serde_json::Value) {
	match (base, patch) {
		(serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(serde_json::Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}

fn open_block(number: BlockNumber, parent: Hash, now: Moment) {
	let slot = (now / SLOT_DURATION).into();
	let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 0, slot });
	let digest = Digest { logs: vec![<DigestItem as CompatibleDigestItem>::babe_pre_digest(claim)] };
	let header = Header::new(number, Default::default(), Default::default(), parent, digest);
	Executive::initialize_block(&header);
	let inherent = UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now }.into());
	Executive::apply_extrinsic(inherent).expect("the inherent is valid").expect("the time can be set");
	Executive::inherents_applied();
}

/// Checks everything that must hold after a block.
fn check(number: BlockNumber) {
	<AllPalletsWithSystem as TryState<BlockNumber>>::try_state(number, TryStateSelect::All)
		.expect("try_state of all pallets");
	check_issuance();
	check_unearned();
	check_pledged();
	check_loans();
	check_obligations();
	check_first_loss();
	check_salvage();
	check_survey();
	check_deposits();
	check_policy_deposits();
	check_listing_deposits();
	check_exposures();
	check_claims();
	check_cases();
	check_deciders();
	check_past_incidents();
}

/// Checks that every product counts its settled incidents among the past ones.
fn check_past_incidents() {
	let mut settled = BTreeMap::<_, u32>::new();
	for incident in breakwater_claims::Incidents::<Runtime>::iter_values() {
		*settled.entry(incident.product).or_default() += u32::from(incident.settled_at.is_some());
	}
	for (product, settled) in settled {
		let listed = breakwater_products::Products::<Runtime>::get(product).expect("it has an incident");
		let counted = listed.facts.incidents;
		assert!(counted == u8::MAX || u32::from(counted) >= settled, "product {product} forgets an incident");
	}
}

/// Checks that every open incident has the one that decides it.
fn check_deciders() {
	use breakwater_assessment::types::Stage;
	for ProductIncidents { first, second } in breakwater_claims::Open::<Runtime>::iter_values() {
		for id in first.into_iter().chain(second) {
			let incident = breakwater_claims::Incidents::<Runtime>::get(id).expect("it is open");
			let assessment =
				breakwater_assessment::Assessments::<Runtime>::get(id).expect("it has an assessment");
			let decider = <Claims as breakwater_primitives::contracts::incidents::Incidents>::decider(id);
			let has_begun = !matches!(assessment.stage, Stage::Waiting | Stage::Decided);
			let by_people = decider == Some(Decider::Assessment) && first == Some(id);
			assert_eq!(has_begun, by_people, "incident {id}: people decide the first incident");
			let observation = Triggers::observation_state(incident.product, id);
			assert_eq!(decider == Some(Decider::Trigger), observation.is_some(), "incident {id} is observed");
		}
	}
}

/// Checks that every case of an incident, or of the report of a bug, is before the court, and no
/// other case of it is.
fn check_cases() {
	use breakwater_assessment::types::Stage;
	let of_incidents: Vec<_> = breakwater_assessment::Assessments::<Runtime>::iter()
		.filter_map(|(id, assessment)| match assessment.stage {
			Stage::Case(case) => Some((Subject::Incident(id), case.number, case.ballot)),
			_ => None,
		})
		.collect();
	let of_reports = breakwater_bounties::Reports::<Runtime>::iter().filter_map(|(id, report)| {
		let breakwater_bounties::Stage::Disputed { case: Some(case) } = report.stage else { return None };
		Some((Subject::Report(id), case, breakwater_bounties::BALLOT))
	});
	let is_known = |subject: &Subject| match subject {
		Subject::Incident(id) => breakwater_claims::Incidents::<Runtime>::contains_key(id),
		Subject::Report(id) => *id < breakwater_bounties::NextReport::<Runtime>::get(),
	};
	let open = breakwater_court::Cases::<Runtime>::iter().filter(|(_, case)| !case.is_closed);
	let under_way = open.map(|(number, case)| (case.dispute.subject, number, case.dispute.ballot));
	let mut under_way: Vec<_> = under_way.filter(|(subject, ..)| is_known(subject)).collect();
	under_way.sort_by_key(|(id, number, _)| (*id, *number));
	let mut wanted: Vec<_> = of_incidents.into_iter().chain(of_reports).collect();
	wanted.sort_by_key(|(id, number, _)| (*id, *number));
	assert_eq!(under_way, wanted, "cases of incidents and reports, and cases before the court");
}

/// Checks that value only moves: for every asset the sum over all accounts is the issuance.
fn check_issuance() {
	let native: Balance = frame_system::Account::<Runtime>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(native, NativeAndAssets::total_issuance(AssetId::Native), "the native token's issuance");
	for (id, details) in pallet_assets::Asset::<Runtime>::iter() {
		let held: Balance = pallet_assets::Account::<Runtime>::iter()
			.filter(|(asset, ..)| *asset == id)
			.map(|(.., account)| account.balance)
			.sum();
		assert_eq!(held, details.supply, "the issuance of asset {id}");
	}
}

/// Checks the unearned premium of each pool. It is the unearned premium of its policies, and the
/// premium that the pool has kept of the policies that were given back.
fn check_unearned() {
	let mut sums = Policies::unearned_by_pool().expect("the sums fit");
	for (id, pool) in breakwater_pools::Pools::<Runtime>::iter() {
		let retained = Pools::retained(id).expect("the sum fits");
		let sum = sums.remove(&id).unwrap_or_default() + retained;
		assert_eq!(sum, pool.books.unearned, "unearned premium of pool {id}");
	}
	assert!(sums.is_empty(), "policies without a pool");
}

/// Checks the premium of which a pool repays the reserve. It is the unearned premium of the
/// policies that it had sold before it drew, and the premium that it has kept of such policies.
fn check_pledged() {
	let mut sums = BTreeMap::<PoolId, sp_core::U256>::new();
	for policy in breakwater_policies::Policies::<Runtime>::iter_values() {
		for part in policy.allocations {
			let pool = breakwater_pools::Pools::<Runtime>::get(part.pool).expect("the pool of a policy");
			if pool.pledge.is_some() && part.stream.generation < pool.generation {
				*sums.entry(part.pool).or_default() +=
					<Pools as Underwriting<_>>::unearned(part.pool, &part.stream.into());
			}
		}
	}
	for (id, pool) in breakwater_pools::Pools::<Runtime>::iter() {
		let pledged = pool.pledge.map(|pledge| pledge.books.unearned).unwrap_or_default();
		let of_policies = sums.remove(&id).unwrap_or_default();
		// The kept premium is not split by loan here. The pools' own invariants do that.
		let most = of_policies + Pools::retained(id).expect("the sum fits");
		assert!(of_policies <= pledged && pledged <= most, "the pledged premium of pool {id}");
	}
}

/// Checks that the reserve's loan to a pool is the debt in the pool's books.
fn check_loans() {
	let mut lent = BTreeMap::<PoolId, Balance>::new();
	for (pool, asset, account) in breakwater_reserve::Pools::<Runtime>::iter() {
		let of_pool = <Pools as LossSettlement<_>>::asset_of(pool).expect("the reserve knows only pools");
		assert_eq!(asset, of_pool, "the reserve's account of pool {pool}");
		lent.insert(pool, account.lent().expect("no more is repaid than was lent"));
	}
	for (id, pool) in breakwater_pools::Pools::<Runtime>::iter() {
		let owed = pool.pledge.map_or(0, |pledge| pledge.owed) + pool.fees_payable.loan;
		assert_eq!(lent.remove(&id).unwrap_or_default(), owed, "what pool {id} owes the reserve");
	}
	assert!(lent.is_empty(), "loans without a pool: {lent:?}");
}

/// Checks that the reserve owes the sum of the shortfalls in the books of the claims, for each pool
/// and incident, and that it counts as open every incident whose settlements are not all final.
fn check_obligations() {
	let mut owed = BTreeMap::new();
	for (incident, pool, part) in breakwater_claims::PoolSettlements::<Runtime>::iter() {
		owed.insert((incident, pool), part.settlement.owed_by_reserve);
	}
	for (incident, pool, backing) in breakwater_reserve::Backings::<Runtime>::iter() {
		let of_claims = owed.remove(&(incident, pool)).unwrap_or_default();
		assert_eq!(backing.owed, of_claims, "owed for pool {pool} in incident {incident}");
	}
	assert!(owed.values().all(|owed| *owed == 0), "a debt that the reserve does not know: {owed:?}");
	for (id, account) in breakwater_reserve::Incidents::<Runtime>::iter() {
		let stage = breakwater_claims::Incidents::<Runtime>::get(id).expect("the incident is known").stage;
		let mut parts = breakwater_claims::PoolSettlements::<Runtime>::iter_prefix_values(id);
		let is_open = stage.is_open() || !parts.all(|part| part.is_final());
		assert_eq!(account.is_open, is_open, "incident {id} at the reserve, in {stage:?}");
	}
}

/// Checks that the first loss of a product has all that is kept of it for the claims of an
/// incident.
fn check_first_loss() {
	let mut kept = BTreeMap::<ProductId, Balance>::new();
	for (incident, _, part) in breakwater_claims::PoolSettlements::<Runtime>::iter() {
		let product = breakwater_claims::Incidents::<Runtime>::get(incident).expect("it is known").product;
		*kept.entry(product).or_default() += part.first_loss;
	}
	for (product, kept) in kept {
		let pledged = breakwater_sponsors::Pledges::<Runtime>::get(product).map_or(0, |pledge| pledge.amount);
		assert!(kept <= pledged, "first loss of product {product}: {kept} of {pledged}");
	}
}

/// Checks that the reserve keeps for underwriters what the pools have handed over, and that no
/// recovery can pass the claims by: a pool that keeps no settlement of a loss owes none for it.
fn check_salvage() {
	for (incident, pool, borne) in breakwater_pools::BorneLosses::<Runtime>::iter() {
		let salvage = breakwater_reserve::Salvages::<Runtime>::get(incident, pool);
		let received = salvage.as_ref().map_or(0, |salvage| salvage.received);
		assert_eq!(borne.recovered, received, "recovered for pool {pool} in incident {incident}");
		assert!(salvage.is_none_or(|salvage| salvage.held_at == borne.held_at), "the holders of the loss");
		let part = breakwater_claims::PoolSettlements::<Runtime>::get(incident, pool);
		let settlement = part.expect("the incident is not closed").settlement;
		let kept = breakwater_pools::PartialSettlements::<Runtime>::get(pool);
		let is_kept = kept.iter().any(|short| short.incident == incident);
		assert!(is_kept || settlement.owed() == Some(0), "pool {pool} forgets a debt of incident {incident}");
	}
}

/// Checks that the record of a day shows the exposure of all admitted pools. The survey is taken in
/// one block here, and the pools may release cover after it in the same block.
fn check_survey() {
	let recorded = |record: &frame_system::EventRecord<RuntimeEvent, Hash>| match &record.event {
		RuntimeEvent::Reserve(breakwater_reserve::Event::SolvencyRecorded { asset, exposure, .. }) => {
			Some((asset.clone(), *exposure))
		}
		_ => None,
	};
	for (asset, shown) in System::events().iter().filter_map(recorded) {
		let of_pool = |pool| <Pools as Exposures>::exposure(pool).filter(|exposure| exposure.asset == asset);
		let exposures = breakwater_reserve::Admitted::<Runtime>::iter_keys().filter_map(of_pool);
		let sum: Balance = exposures.flat_map(|exposure| exposure.groups).map(|(_, sum)| sum).sum();
		assert!(shown >= sum, "the exposure of the pools in {asset:?}: {shown} of {sum}");
	}
}

/// Checks that the amount held of each account for policies and their renewals is that of its
/// tickets.
fn check_policy_deposits() {
	let mut sums = BTreeMap::<AccountId, Balance>::new();
	for policy in breakwater_policies::Policies::<Runtime>::iter_values() {
		let amount = Balance::decode(&mut policy.ticket.encode().as_slice()).expect("an amount");
		*sums.entry(policy.depositor()).or_default() += amount;
	}
	for (id, renewal) in breakwater_policies::Renewals::<Runtime>::iter() {
		let Some(ticket) = renewal.ticket else { continue };
		let amount = Balance::decode(&mut ticket.encode().as_slice()).expect("an amount");
		let holder = breakwater_policies::Policies::<Runtime>::get(id).expect("the renewed policy").holder;
		*sums.entry(holder).or_default() += amount;
	}
	let reason = RuntimeHoldReason::Policies(breakwater_policies::HoldReason::Record);
	for who in frame_system::Account::<Runtime>::iter_keys() {
		let held = Balances::balance_on_hold(&reason, &who);
		assert_eq!(sums.remove(&who).unwrap_or_default(), held, "the deposits of {who} for policies");
	}
	assert!(sums.is_empty(), "deposits that nobody has put up: {sums:?}");
}

/// Checks that the amount held of each account for products that it has proposed is that of its
/// tickets.
fn check_listing_deposits() {
	let mut sums = BTreeMap::<AccountId, Balance>::new();
	let mut add = |who: AccountId, ticket: Vec<u8>| {
		*sums.entry(who).or_default() += Balance::decode(&mut ticket.as_slice()).expect("an amount");
	};
	for proposal in breakwater_products::Proposals::<Runtime>::iter_values() {
		add(proposal.sponsor, proposal.ticket.encode());
	}
	for (sponsor, ticket) in breakwater_products::Sponsors::<Runtime>::iter_values() {
		add(sponsor, ticket.encode());
	}
	let reason = RuntimeHoldReason::Products(breakwater_products::HoldReason::Listing);
	for who in frame_system::Account::<Runtime>::iter_keys() {
		let held = Balances::balance_on_hold(&reason, &who);
		assert_eq!(sums.remove(&who).unwrap_or_default(), held, "the deposits of {who} for products");
	}
	assert!(sums.is_empty(), "deposits that nobody has put up: {sums:?}");
}

/// Checks that the amount held of each account for the pools' records is that of its tickets.
fn check_deposits() {
	let mut sums = BTreeMap::<AccountId, Balance>::new();
	let mut add = |who: AccountId, ticket: Vec<u8>| {
		// A ticket is the amount that it holds.
		*sums.entry(who).or_default() += Balance::decode(&mut ticket.as_slice()).expect("an amount");
	};
	for position in breakwater_pools::Positions::<Runtime>::iter_values() {
		add(position.depositor, position.ticket.encode());
	}
	for withdrawal in breakwater_pools::Withdrawals::<Runtime>::iter_values() {
		add(withdrawal.who, withdrawal.ticket.encode());
	}
	for (pool, _, ticket) in breakwater_pools::Allowed::<Runtime>::iter() {
		let manager = breakwater_pools::Pools::<Runtime>::get(pool).expect("a pool").manager;
		add(manager, ticket.encode());
	}
	let reason = RuntimeHoldReason::Pools(breakwater_pools::HoldReason::Record);
	for who in frame_system::Account::<Runtime>::iter_keys() {
		let held = Balances::balance_on_hold(&reason, &who);
		assert_eq!(sums.remove(&who).unwrap_or_default(), held, "the deposits of {who} for records");
	}
	assert!(sums.is_empty(), "deposits that nobody has put up: {sums:?}");
}

/// Checks that the cover of the policies is the exposure of their pools, by the day on which the
/// cover ends. A policy can be pruned when it has expired, but its pool is exposed to the end of
/// that day. Then the pool may have more.
fn check_exposures() {
	let mut covers = BTreeMap::<(PoolId, ProductId, Day), Balance>::new();
	let mut count = 0;
	for policy in breakwater_policies::Policies::<Runtime>::iter_values() {
		count += 1;
		let day = Day::try_from(policy.expires / DAY + 1).expect("a day");
		for part in policy.allocations {
			*covers.entry((part.pool, policy.product, day)).or_default() += part.cover;
		}
	}
	let is_pruned = count < breakwater_policies::NextPolicy::<Runtime>::get();
	let today = Day::try_from(<Clock as ActiveClock>::active() / DAY).expect("a day");
	for (id, pool) in breakwater_pools::Pools::<Runtime>::iter() {
		covers.retain(|(of, _, day), _| *of != id || *day > pool.released_to);
		let mut exposures = BTreeMap::<ProductId, Balance>::new();
		for (day, bucket) in breakwater_pools::CoverEnds::<Runtime>::iter_prefix(id) {
			for (product, exposure) in bucket {
				let cover = covers.remove(&(id, product, day)).unwrap_or_default();
				if is_pruned && day <= today + 1 {
					assert!(
						cover <= exposure,
						"pool {id}, product {product}, day {day}: cover without backing"
					);
				} else {
					assert_eq!(cover, exposure, "pool {id}, product {product}, day {day}");
				}
				*exposures.entry(product).or_default() += exposure;
			}
		}
		for line in breakwater_pools::Pools::<Runtime>::get(id).expect("a pool").lines {
			let sum = exposures.remove(&line.product).unwrap_or_default();
			assert_eq!(sum, line.exposure, "the exposure of pool {id} to product {}", line.product);
		}
		assert!(exposures.is_empty(), "pool {id} is exposed to what it does not underwrite");
	}
	assert!(covers.is_empty(), "cover without a pool: {covers:?}");
}

/// Checks that every claim that is due is booked.
fn check_claims() {
	let is_skip = |event: &RuntimeEvent| {
		matches!(event, RuntimeEvent::Claims(breakwater_claims::Event::ClaimSkipped { .. }))
	};
	let skipped: Vec<_> =
		System::read_events_no_consensus().filter(|record| is_skip(&record.event)).collect();
	assert!(skipped.is_empty(), "claims were skipped: {skipped:?}");
}

/// Returns the treasury's account.
pub fn treasury() -> AccountId {
	TreasuryAccount::get()
}

/// Returns a preimage and its hash, for a referendum.
pub fn preimage(call: &RuntimeCall) -> (Vec<u8>, Hash) {
	let bytes = call.encode();
	let hash = <BlakeTwo256 as sp_runtime::traits::Hash>::hash(&bytes);
	(bytes, hash)
}

/// The stage of an incident, in the words of the pallet that deals with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
	Observing { until: Moment },
	Undecided { until: Moment },
	Waiting,
	Assessment { until: Moment },
	Challenge { until: Moment },
	Case { case: u32, choices: u32 },
	Queued,
	AssessingClaims,
	Claiming { until: Moment },
	Settling,
	Paying,
	Paid,
	Rejected,
	Closing,
	Closed,
}

/// An incident with what triggers and assessment know of it.
#[derive(Clone, Debug)]
pub struct Incident {
	pub phase: Phase,
	/// The binding average so far; zero where people assess.
	pub binding: u128,
	state: IncidentState<AccountId>,
}

impl core::ops::Deref for Incident {
	type Target = IncidentState<AccountId>;
	fn deref(&self) -> &Self::Target {
		&self.state
	}
}

/// Returns an incident as of this block.
pub fn incident_of(id: IncidentId) -> Option<Incident> {
	let state = Claims::incident_state(id)?;
	let observation = Triggers::observation_state(state.product, id);
	let assessment = Assessment::assessment_state(id);
	let phase = match state.phase {
		IncidentPhase::Observation => match observation.expect("the trigger observes it").phase {
			ObservationPhase::Observing { until } => Phase::Observing { until },
			ObservationPhase::Undecided { until } => Phase::Undecided { until },
		},
		IncidentPhase::Assessment => match assessment.as_ref().expect("it is assessed").phase {
			AssessmentPhase::Waiting => Phase::Waiting,
			AssessmentPhase::Open { until } => Phase::Assessment { until },
			AssessmentPhase::Challenge { until } => Phase::Challenge { until },
			AssessmentPhase::Case { case, choices } => Phase::Case { case, choices },
			AssessmentPhase::Decided => unreachable!("people have not decided it"),
		},
		IncidentPhase::Claiming { until } => Phase::Claiming { until },
		IncidentPhase::Queued => Phase::Queued,
		IncidentPhase::AssessingClaims => Phase::AssessingClaims,
		IncidentPhase::Settling => Phase::Settling,
		IncidentPhase::Paying => Phase::Paying,
		IncidentPhase::Paid => Phase::Paid,
		IncidentPhase::Rejected => Phase::Rejected,
		IncidentPhase::Closing => Phase::Closing,
		IncidentPhase::Closed => Phase::Closed,
	};
	let binding = match state.upheld {
		Some(Upheld::Average(binding)) => binding,
		Some(Upheld::Losses(_)) => 0,
		None => observation.and_then(|observed| observed.binding).unwrap_or(0),
	};
	Some(Incident { phase, binding, state })
}
