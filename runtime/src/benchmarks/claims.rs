// SPDX-License-Identifier: Apache-2.0

//! The worst cases of the claims.

use super::*;
use alloc::boxed::Box;
use breakwater_claims::benchmarking::BenchmarkHelper;
use breakwater_policies::{
	benchmarking::BenchmarkHelper as PolicyHelper,
	types::{Allocation, Depositor, LastRenewal, PackedStream},
};
use breakwater_pools::{CoverEnds, Lock, LockStage, Locks, PremiumEnds, MAX_PARTIALS};
use breakwater_primitives::*;
use breakwater_products::Listing;
use breakwater_triggers::benchmarking::{feeds_of, BenchmarkHelper as TriggerHelper};
use frame_benchmarking::account;
use frame_support::{
	traits::{Consideration, Footprint},
	BoundedVec,
};
use sp_runtime::Permill;

/// The cover, of which the capital of the pools is a multiple.
const COVER: Balance = 1_000_000_000;

impl TriggerHelper for Setup {
	fn products(feed: FeedId, count: u32) -> Vec<ProductId> {
		// Longer than the longest window.
		pass(DAY);
		let asset = stablecoin();
		(0..count).map(|number| product(feeds_of(feed, number), asset.clone())).collect()
	}

	fn feed(feed: FeedId, price: u128) {
		super::policies::feed_by(feed, price, breakwater_feeds::types::LEAST_OPERATORS);
	}

	fn pools(product: ProductId, count: u32) {
		<Self as BenchmarkHelper>::pools(product, 0);
		<Self as BenchmarkHelper>::keep_pools(product, count);
	}
}

impl breakwater_assessment::benchmarking::BenchmarkHelper for Setup {
	fn assessed() -> ProductId {
		super::free_disputes();
		<Self as BenchmarkHelper>::assessed()
	}

	fn pools(product: ProductId, count: u32) {
		busy_pools(product, 0);
		<Self as BenchmarkHelper>::keep_pools(product, count);
	}

	fn decide(incident: IncidentId, ballot: Ballot, choice: Choice) -> u32 {
		let others = incident.saturating_add(1)..;
		let pairs = (crate::cases::MAX_REFERENDA - ballot.count()) / 2;
		for other in others.take(pairs as usize) {
			let ballot = Ballot { proposals: 2, has_not_covered: false };
			Cases::begin(Dispute::new(Subject::Incident(other), ballot)).expect("there is room");
		}
		let dispute = Dispute::new(Subject::Incident(incident), ballot);
		let number = crate::Court::begin(dispute).expect("there is room");
		// Without assessors, the voters choose.
		let stage = breakwater_court::Cases::<Runtime>::get(number).map(|case| case.stage);
		let Some(breakwater_court::types::Stage::Voters { case: Some(question) }) = stage else {
			panic!("the voters choose")
		};
		crate::cases::Open::<Runtime>::mutate(|open| {
			let case = open.iter_mut().find(|case| case.number == question).expect("it has just begun");
			(case.end, case.final_at) = (0, 0);
			case.outcome = Some(Outcome { choice: Some(choice) });
		});
		number
	}
}

impl BenchmarkHelper for Setup {
	fn product() -> ProductId {
		<Self as TriggerHelper>::products(FeedId::MAX, 1)[0]
	}

	fn pools(product: ProductId, incident: IncidentId) {
		busy_pools(product, incident);
		pass(Moment::from(MAX_DAYS_BEHIND) * DAY);
	}

	fn pool(product: ProductId) {
		<Self as PolicyHelper<AccountId>>::pool(product, COVER);
		<Self as PolicyHelper<AccountId>>::pass_hours();
	}

	fn assessed() -> ProductId {
		pass(DAY);
		let decision = Decision::Assessment { chain: interest::InsuredChain::Substrate { genesis: [0; 32] } };
		listed(decision, Payout::Full, 0, stablecoin())
	}

	fn name(policy: PolicyId, insured_account: interest::InsuredAccount) {
		breakwater_policies::InsuredAccounts::<Runtime>::insert(policy, insured_account);
	}

	fn enrich(product: ProductId) {
		let more = Balance::from(u64::MAX);
		for pool in breakwater_pools::Underwriters::<Runtime>::get(product).iter() {
			breakwater_pools::PartialSettlements::<Runtime>::remove(pool);
			breakwater_pools::Pools::<Runtime>::mutate(pool, |slot| {
				let record = slot.as_mut().expect("the pool exists");
				record.junior.assets += more;
				record.owed = 0;
				let account = derived_account(b"pool", pool).expect("a pool has an account");
				super::fund(&account, record.asset.clone(), more);
			});
		}
	}

	fn keep_pools(product: ProductId, count: u32) {
		breakwater_pools::Underwriters::<Runtime>::mutate(product, |places| {
			places.selling.truncate(count as usize);
			let left = count as usize - places.selling.len();
			places.running_off.truncate(left);
		});
	}

	fn pass_a_year() {
		let limits = crate::configs::cover::ClaimLimits::get();
		breakwater_clock::Times::<Runtime>::mutate(|clock| clock.active += limits.unclaimed_after);
	}

	fn assessment(incident: IncidentId, product: ProductId) {
		use breakwater_assessment::{types::*, Assessments, Proposals, Reports};
		let uri = || Uri::truncate_from(alloc::vec![b'u'; MAX_URI as usize]);
		let opened = Clock::block_time();
		let limits = crate::configs::cover::AssessmentLimits::get();
		let decided = Assessment { stage: Stage::Decided, ..Assessment::new(product, opened, limits) };
		Assessments::<Runtime>::insert(incident, decided);
		for number in 0..MAX_PROPOSALS {
			let who = account("proposer", number, 0);
			let proposal = Proposal { who, bond: 0, verdict: Verdict::NotCovered, uri: uri() };
			Proposals::<Runtime>::insert(incident, number, proposal);
		}
		let who = account("reporter", 0, 0);
		let report = Report { who, bond: 0, evidence: Default::default(), uri: uri() };
		Reports::<Runtime>::insert(incident, report);
	}

	/// Makes a policy of the cover that ends last, in as many of the product's pools as can back
	/// one.
	fn policy(product: ProductId, is_full: bool) -> PolicyId {
		let id = breakwater_policies::NextPolicy::<Runtime>::get();
		let holder: AccountId = account("holder", id, 0);
		let places = MAX_ALLOCATIONS as usize;
		let (allocations, days): (Vec<_>, Vec<_>) =
			Pools::pools_of(product).into_iter().take(places).map(|pool| last_cover(pool, product)).unzip();
		let cover = allocations.iter().map(|part| part.cover).sum();
		let boundary = allocations[0].stream.boundary;
		let policy = breakwater_policies::Policy {
			holder: holder.clone(),
			product,
			version: 1,
			cover,
			premium: 1,
			base: 0,
			allocations: BoundedVec::truncate_from(allocations),
			increases: Default::default(),
			starts_at: 0,
			ends_at: breakwater_pools::start_of(boundary),
			// The pools are alike.
			expires: breakwater_pools::start_of(days[0]) - 1,
			last_claim: Some(0),
			open_claims: 0,
			depositor: Depositor::Holder,
			ticket: (),
		};
		breakwater_policies::Insured::<Runtime>::mutate(product, |sum| *sum += cover);
		if is_full {
			add_records(id, &policy);
		}
		fund(&holder, AssetId::Native, 0);
		let ticket = <Runtime as breakwater_policies::Config>::RecordDeposit::new(
			&holder,
			Footprint::from_parts(1, 1),
		)
		.expect("the holder has native tokens");
		breakwater_policies::NextPolicy::<Runtime>::put(id + 1);
		breakwater_policies::Policies::<Runtime>::insert(id, policy.with_ticket(ticket));
		breakwater_policies::ByProduct::<Runtime>::insert(product, id, ());
		breakwater_policies::ByHolder::<Runtime>::insert(holder, id, ());
		id
	}
}

/// Puts as many pools behind a product as there can be, each with everything that a pool can have.
fn busy_pools(product: ProductId, incident: IncidentId) {
	super::policies::full_market(product, COVER);
	let asset = breakwater_pools::Products::<Runtime>::get(product).expect("the product is listed").asset;
	for pool in breakwater_pools::Underwriters::<Runtime>::get(product).iter() {
		burden(pool, product, incident);
		<Setup as breakwater_pools::benchmarking::BenchmarkHelper>::backstop(
			pool,
			incident,
			asset.clone(),
			COVER,
		);
	}
}

/// Gives a policy a commission, and a renewal that was made after everything that happened.
fn add_records(id: PolicyId, policy: &breakwater_policies::Policy<AccountId, ()>) {
	let earning = breakwater_policies::Earning {
		distributor: policy.holder.clone(),
		earned: 0,
		unearned: 1_000,
		cover: policy.cover,
		from: 0,
		until: policy.ends_at,
	};
	breakwater_policies::Commissions::<Runtime>::insert(id, earning);
	let last = LastRenewal {
		at: Moment::MAX,
		old_ends_at: policy.ends_at - 2 * DAY,
		old_expires: policy.expires - 2 * DAY,
		premium: 1,
		before: 1,
		incident: None,
	};
	breakwater_policies::Renewed::<Runtime>::insert(id, last);
}

/// Returns the cover and the premium that end last in a pool, as a policy has them, and the active
/// day on which the cover ends.
fn last_cover(pool: PoolId, product: ProductId) -> (Allocation, Day) {
	let (boundary, ends) =
		PremiumEnds::<Runtime>::iter_prefix(pool).max_by_key(|(day, _)| *day).expect("there is a premium");
	let covers = CoverEnds::<Runtime>::iter_prefix(pool).filter_map(|(day, bucket)| {
		let (_, cover) = bucket.into_iter().find(|(other, _)| *other == product)?;
		Some((day, cover))
	});
	let (day, cover) = covers.max_by_key(|(day, _)| *day).expect("there is cover");
	let stream = Stream { rate: ends.rate, remainder: ends.remainder, boundary, generation: ends.generation };
	let stream = PackedStream::pack(stream).expect("the premium is small");
	(Allocation { pool, cover, stream, surcharge: 1 }, day)
}

/// Lists a new product that watches feeds.
fn product(feeds: FeedSet, asset: AssetId) -> ProductId {
	let trigger = Trigger {
		feeds,
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: MAX_WINDOW,
		duration: DAY,
	};
	let payout = Payout::Linear { attachment: ONE / 100 * 97, exhaustion: ONE / 100 * 90 };
	listed(Decision::Trigger(trigger), payout, 10 * ONE, asset)
}

/// Lists a new product. Its terms have everything that terms can have.
fn listed(decision: Decision, payout: Payout, volatility: u128, asset: AssetId) -> ProductId {
	let product = breakwater_products::NextProduct::<Runtime>::get();
	let name = "ß".repeat(32).into_bytes().try_into().expect("64 bytes are a name");
	let terms = Terms {
		wording: [0; 32],
		min_period: 7 * DAY,
		max_period: YEAR,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::from_percent(10),
		deductible: 1,
		cancel_fee: Permill::from_percent(2),
		max_commission: Permill::from_percent(10),
		min_cover: 1_000,
		max_cover: Balance::MAX,
		max_total: Balance::MAX,
		payout,
		price: PriceTerms {
			base: ONE / 50,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
			volatility,
		},
	};
	let listing = Listing {
		asset,
		group: 0,
		class: RiskClass::Depeg,
		name,
		uri: "ß".repeat(128).into_bytes().try_into().expect("256 bytes can say where a wording is"),
		decision,
		facts: RiskFacts {
			audits: 1,
			deployed: 0,
			bounty: 1,
			at_stake: Balance::MAX,
			incidents: 1,
			reviewed: 0,
		},
		terms,
	};
	Products::list_product(RuntimeOrigin::root(), Box::new(listing))
		.expect("the trigger and the terms are sound");
	product
}

/// Gives each other product of a pool two open incidents, and the pool all but one of the short
/// settlements that it can have. The incidents are younger than any verdict, so that they are
/// looked at and do not count. So the reserve is asked at once.
fn burden(pool: PoolId, product: ProductId, incident: IncidentId) {
	breakwater_pools::Pools::<Runtime>::mutate_extant(pool, |record| {
		record.freezes = Default::default();
		let mut others = incident + 1_000..;
		for line in record.lines.iter_mut().filter(|line| line.product != product) {
			line.locked = COVER;
			for other in others.by_ref().take(MAX_INCIDENTS_PER_PRODUCT as usize) {
				let product = line.product;
				let lock = Lock { product, amount: COVER, stage: LockStage::Open };
				Locks::<Runtime>::insert(other, pool, lock);
				record.freezes.try_push((other, line.product)).expect("two places for each product");
			}
		}
	});
	breakwater_pools::benchmarking::fall_short::<Runtime>(pool, MAX_PARTIALS - 1);
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::configs::system::RuntimeBlockWeights;
	use breakwater_claims::{benchmarking::benchmarks::*, types::MAX_STEPS, PoolSettlements};
	use frame_benchmarking::BenchmarkError;
	use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
	use sp_keystore::{testing::MemoryKeystore, KeystoreExt};

	/// Runs a benchmark with its checks, and looks at the state that it left.
	fn run(benchmark: impl FnOnce(bool) -> Result<(), BenchmarkError>, look: impl FnOnce()) {
		let mut ext = sp_io::TestExternalities::default();
		ext.register_extension(KeystoreExt::new(MemoryKeystore::new()));
		ext.execute_with(|| {
			System::set_block_number(1);
			benchmark(true).expect("the benchmark runs");
			look();
		});
	}

	#[test]
	fn benchmarks_should_run() {
		for benchmark in [
			_collect::<Runtime>,
			_claim::<Runtime>,
			_file_evidence::<Runtime>,
			_recover::<Runtime>,
			_drop_claim::<Runtime>,
			_top_up_step::<Runtime>,
			_put_in_escrow::<Runtime>,
			_assess_step::<Runtime>,
			_next_incident::<Runtime>,
			_work_round::<Runtime>,
			_settle_step::<Runtime>,
			_pay_step::<Runtime>,
			_skip_step::<Runtime>,
		] {
			run(benchmark, || {});
		}
	}

	#[test]
	fn benchmarks_should_run_at_both_ends_of_their_range() {
		for benchmark in [
			_close::<Runtime>,
			_close_step::<Runtime>,
			_begin_claims::<Runtime>,
			_end_assessing::<Runtime>,
			_end_settlement::<Runtime>,
		] {
			for pools in [1, MAX_POOLS_PER_PRODUCT] {
				run(|verify| benchmark(pools, verify), || {});
			}
		}
	}

	#[test]
	fn benchmarks_of_triggers_should_run() {
		use breakwater_triggers::benchmarking::benchmarks::*;
		for benchmark in [
			_poll::<Runtime>,
			_sync_feed::<Runtime>,
			_evaluate_trigger::<Runtime>,
			_evaluate_piece::<Runtime>,
			_resume_trigger::<Runtime>,
		] {
			run(benchmark, || {});
		}
		for benchmark in [_open_incident::<Runtime>, _reject_incident::<Runtime>, _uphold_incident::<Runtime>]
		{
			for pools in [1, MAX_POOLS_PER_PRODUCT] {
				run(|verify| benchmark(pools, verify), || {});
			}
		}
	}

	#[test]
	fn log_data_should_run_with_no_new_trigger_and_with_all() {
		use breakwater_triggers::benchmarking::benchmarks::_log_data;
		run(|verify| _log_data::<Runtime>(0, verify), || {});
		run(|verify| _log_data::<Runtime>(breakwater_triggers::types::MAX_PRODUCTS_PER_FEED, verify), || {});
	}

	#[test]
	fn benchmarks_of_the_assessment_should_run() {
		use breakwater_assessment::{benchmarking::benchmarks::*, types::MAX_PROPOSALS};
		for benchmark in [_adopt_outcome::<Runtime>, _collect_bond::<Runtime>, _work_round::<Runtime>] {
			run(benchmark, || {});
		}
		for (benchmark, most) in [
			(_report_incident::<Runtime> as fn(u32, bool) -> _, MAX_POOLS_PER_PRODUCT),
			(_bond_terms::<Runtime>, MAX_POOLS_PER_PRODUCT),
			(_propose_outcome::<Runtime>, MAX_PROPOSALS - 1),
		] {
			run(|verify| benchmark(1, verify), || {});
			run(|verify| benchmark(most, verify), || {});
		}
		for (proposals, pools) in [(1, MAX_POOLS_PER_PRODUCT), (MAX_PROPOSALS, 1), (MAX_PROPOSALS, 16)] {
			run(|verify| _end_assessment::<Runtime>(proposals, pools, verify), || {});
		}
	}

	#[test]
	fn locked_pools_should_have_as_many_products_and_incidents_as_they_can() {
		let open = breakwater_triggers::benchmarking::benchmarks::_open_incident::<Runtime>;
		run(
			|verify| open(MAX_POOLS_PER_PRODUCT, verify),
			|| {
				for pool in breakwater_pools::Pools::<Runtime>::iter_values() {
					assert!(pool.lines.is_full());
					assert_eq!(pool.freezes.len(), 2 * MAX_PRODUCTS_PER_POOL as usize - 1);
				}
			},
		);
	}

	/// Guard: as many pools as there can be, each with everything that a pool can have, are charged
	/// and topped up. A step that used more than was declared would be charged all that was
	/// declared.
	#[test]
	fn largest_incident_should_never_use_what_was_declared() {
		const INCIDENT: IncidentId = 1_000;
		run(
			|verify| _end_assessing::<Runtime>(MAX_POOLS_PER_PRODUCT, verify),
			|| {
				let call = |max| breakwater_claims::Call::<Runtime>::process { incident: INCIDENT, max };
				let (most, many) = (
					call(1).get_dispatch_info().call_weight,
					call(MAX_STEPS).get_dispatch_info().call_weight,
				);
				let block = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_extrinsic.unwrap();
				assert!(many.all_lt(block), "{many:?}");
				let stage = || breakwater_claims::Incidents::<Runtime>::get(INCIDENT).unwrap().stage;
				let mut steps = 0u32;
				let mut used = |origin: AccountId| {
					steps += 1;
					let done = Claims::process(RuntimeOrigin::signed(origin), INCIDENT, 1).expect("a step");
					let used = done.actual_weight.expect("it is charged for what it did");
					assert!(used.ref_time() < most.ref_time(), "step {steps}: {used:?} of {most:?}");
					used
				};
				let who: AccountId = account("anyone", 0, 0);
				let charges: Vec<_> = (0..MAX_POOLS_PER_PRODUCT).map(|_| used(who.clone())).collect();
				assert!(PoolSettlements::<Runtime>::iter_values().all(|part| part.is_charged));
				// Half of what was declared: a step leaves room for the end of an incident.
				assert!(charges.iter().all(|charge| charge.ref_time() * 2 < most.ref_time()));
				while stage() != breakwater_claims::types::Stage::Paid {
					used(who.clone());
				}
			},
		);
	}

	#[test]
	fn calls_should_fit_into_a_block() {
		let most = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_extrinsic.unwrap();
		let order = Order {
			product: 0,
			version: 1,
			cover: 1,
			period: 0,
			max_premium: 1,
			insured_account: None,
			commission: Some(Commission { distributor: account("distributor", 0, 0), part: Permill::one() }),
		};
		let (policy, max_premium) = (0, 1);
		let signature = interest::AccountSignature::Sr25519([0; 64]);
		let proof = Default::default();
		let calls: [RuntimeCall; 12] = [
			breakwater_policies::Call::buy { order, beneficiary: None }.into(),
			breakwater_policies::Call::increase { policy, by: 1, max_premium }.into(),
			breakwater_policies::Call::extend { policy, time: 1, max_premium }.into(),
			breakwater_policies::Call::renew { policy }.into(),
			breakwater_policies::Call::cancel { policy, min_refund: 0 }.into(),
			breakwater_pools::Call::accrue { pool: 0, days: breakwater_pools::MAX_ACCRUAL }.into(),
			breakwater_pools::Call::process_withdrawals { pool: 0, max: breakwater_pools::MAX_PROCESSED }
				.into(),
			breakwater_claims::Call::claim { incident: 0, policy, loss: 1, index: 0, proof, signature }
				.into(),
			breakwater_claims::Call::process { incident: 0, max: MAX_STEPS }.into(),
			breakwater_assessment::Call::process { incident: 0 }.into(),
			breakwater_assessment::Call::sweep_bonds { incident: 0 }.into(),
			breakwater_assessment::Call::report_incident {
				product: 0,
				occurred_at: 0,
				evidence: Default::default(),
				uri: Default::default(),
				max_bond: 0,
			}
			.into(),
		];
		for call in calls {
			assert!(call.get_dispatch_info().call_weight.all_lt(most), "{call:?}");
		}
		let most = RuntimeBlockWeights::get().get(DispatchClass::Operational).max_extrinsic.unwrap();
		assert!(Feeds::feeding_weight(breakwater_feeds::types::MAX_VALUES).all_lt(most));
	}
}
