// SPDX-License-Identifier: Apache-2.0

//! Steps of the tests, and the state that they look at.

use super::*;
use breakwater_primitives::contracts::incidents::Incidents;
use frame_support::traits::GetCallName;
use frame_system::RawOrigin;
use sp_runtime::traits::Dispatchable;

pub fn pool_account(pool: PoolId) -> AccountId {
	derived_account(b"pool", pool).unwrap()
}

/// The account of all payouts.
pub fn escrow() -> AccountId {
	Claims::escrow_account().unwrap()
}

/// The account of all bonds.
pub fn bonds() -> AccountId {
	Assessment::bond_account().unwrap()
}

pub fn usd(who: &AccountId) -> Balance {
	AllAssets::balance(USD, who)
}

pub fn trigger() -> Trigger {
	Trigger { window: WINDOW, duration: DURATION, ..standard::trigger() }
}

/// The key of an insured account of the tests.
pub fn key(n: u32) -> sp_core::ed25519::Pair {
	let mut seed = [77; 32];
	seed[..4].copy_from_slice(&n.to_le_bytes());
	sp_core::Pair::from_seed(&seed)
}

pub fn insured_account(n: u32) -> InsuredAccount {
	InsuredAccount::Substrate { genesis: [1; 32], account: sp_core::Pair::public(&key(n)).0 }
}

/// The holder of a policy on an assessed product.
pub fn holder(n: u32) -> AccountId {
	AccountId::new([100 + n as u8; 32])
}

/// The signature of the key of insured account `n` for a policy's claim.
pub fn signature(n: u32, incident: IncidentId, policy: PolicyId) -> AccountSignature {
	let statement = Claims::claim_statement(incident, policy).unwrap();
	AccountSignature::Ed25519(sp_core::Pair::sign(&key(n), &statement).0)
}

/// A table of losses of insured accounts, with its leaves.
pub struct Table(pub Vec<(InsuredAccount, Balance)>);

impl Table {
	/// The losses of the insured accounts of [`key`] by their numbers from zero.
	pub fn of(losses: &[Balance]) -> Self {
		Self((0..).zip(losses).map(|(n, loss)| (insured_account(n), *loss)).collect())
	}
	fn leaves(&self) -> Vec<Vec<u8>> {
		self.0.iter().map(codec::Encode::encode).collect()
	}
	pub fn losses(&self) -> LossTable {
		let root = binary_merkle_tree::merkle_root::<sp_runtime::traits::BlakeTwo256, _>(self.leaves());
		let total = self.0.iter().map(|(_, loss)| loss).sum();
		LossTable { root, leaves: self.0.len() as u32, total }
	}
	pub fn verdict(&self, occurred_at: Moment) -> Verdict {
		Verdict::Losses { occurred_at, table: self.losses() }
	}
	pub fn proof(&self, index: u32) -> Proof {
		let proof =
			binary_merkle_tree::merkle_proof::<sp_runtime::traits::BlakeTwo256, _, _>(self.leaves(), index);
		proof.proof.try_into().unwrap()
	}
	/// Claim for policy and insured account `n`, whose leaf has the same number.
	pub fn claim(&self, incident: IncidentId, n: u32) -> DispatchResult {
		let signature = signature(n, incident, n);
		let (_, loss) = self.0[n as usize];
		let call = || Claims::claim(signed(STRANGER), incident, n, loss, n, self.proof(n), signature).plain();
		frame_support::storage::with_storage_layer(call)
	}
}

/// Report an incident that occurred at a moment on the assessed product.
pub fn report_at(at: Moment) -> DispatchResult {
	let call = || {
		Assessment::report_incident(signed(REPORTER), ASSESSED, at, Default::default(), Uri::default(), PURSE)
			.plain()
	};
	frame_support::storage::with_storage_layer(call)
}

/// Report an incident that occurs now.
pub fn report_now() -> DispatchResult {
	report_at(TestClock::now())
}

/// Propose an outcome.
pub fn propose(who: AccountId, incident: IncidentId, verdict: Verdict) -> DispatchResult {
	let call = || Assessment::propose_outcome(signed(who), incident, verdict, Uri::default(), PURSE).plain();
	frame_support::storage::with_storage_layer(call)
}

/// A block after `time`.
pub fn block_after(time: Moment) {
	block(TestClock::now() + time);
}

/// Incident 0 on the assessed product is upheld by a table; claims can be registered.
pub fn claiming(losses: &[Balance]) -> Table {
	let table = Table::of(losses);
	assert_ok!(report_now());
	assert_ok!(propose(PROPOSER, 0, table.verdict(START)));
	block_after(2 * DAY);
	assert!(matches!(stage(0), Stage::Claiming { .. }));
	table
}

pub fn change_policy(id: PolicyId, change: impl FnOnce(&mut MockPolicy)) {
	Policies::mutate(id, |p| change(p.as_mut().unwrap()));
}

pub fn policy(id: PolicyId) -> MockPolicy {
	Policies::get(id).unwrap()
}

/// Change the lock of a pool, or remove it.
pub fn change_lock(incident: IncidentId, pool: PoolId, lock: Option<Balance>) {
	Locks::set(incident, pool, lock);
}

pub fn locks(incident: IncidentId) -> Vec<(PoolId, Balance)> {
	MockPools::locks(incident)
}

/// The choices of a case.
pub fn ballot(proposals: u32, has_not_covered: bool) -> Ballot {
	Ballot { proposals, has_not_covered }
}

/// The one that decides an incident.
pub fn decider(id: IncidentId) -> Option<Decider> {
	<Claims as Incidents>::decider(id)
}

pub fn check() {
	Triggers::do_try_state().unwrap();
	Assessment::do_try_state().unwrap();
	Claims::do_try_state().unwrap();
	for ProductIncidents { first, second } in pallet_claims::Open::<Test>::iter_values() {
		for id in first.into_iter().chain(second) {
			let incident = pallet_claims::Incidents::<Test>::get(id).expect("it is open");
			let assessment = pallet_assessment::Assessments::<Test>::get(id).expect("it has an assessment");
			use pallet_assessment::types::Stage::{Decided, Waiting};
			let has_begun = !matches!(assessment.stage, Waiting | Decided);
			let by_people = decider(id) == Some(Decider::Assessment) && first == Some(id);
			assert_eq!(has_begun, by_people, "incident {id}: people decide the first incident");
			let observation = Triggers::observation_state(incident.product, id);
			assert_eq!(
				decider(id) == Some(Decider::Trigger),
				observation.is_some(),
				"incident {id} is observed"
			);
		}
	}
}

/// Advance the time to `at`, in one block gap.
pub fn pass_to(at: Moment) {
	TestClock::pass(at - TestClock::now());
	System::set_block_number(System::block_number() + 1);
}

/// Advance the time in blocks without a halt.
pub fn pass_active(time: Moment) {
	TestClock::pass_active(time);
	System::set_block_number(System::block_number() + 1);
}

pub fn poll(limit: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(limit);
	Triggers::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// The claims' idle hook.
pub fn work(limit: Weight) -> Weight {
	Claims::on_idle(System::block_number(), limit)
}

/// The assessment's idle hook.
pub fn decide_deadlines(limit: Weight) -> Weight {
	Assessment::on_idle(System::block_number(), limit)
}

/// The idle hooks of all pallets.
pub fn idle(limit: Weight) -> Weight {
	let used = decide_deadlines(limit);
	used.saturating_add(work(limit.saturating_sub(used)))
}

/// A block at `at` with all the weight there is and no data.
pub fn block(at: Moment) {
	pass_to(at);
	poll(Weight::MAX);
	idle(Weight::MAX);
	check();
}

/// A block at `at` in which the operators agree on `value`.
pub fn block_with(at: Moment, value: u128) {
	pass_to(at);
	poll(Weight::MAX);
	feed(FEED, value);
	idle(Weight::MAX);
	check();
}

/// The operators of `feed` agree on `value` now.
pub fn feed(feed: FeedId, value: u128) {
	TestPrices::set(feed, value, TestClock::now() + world(|w| w.heartbeat));
	Triggers::on_data(feed);
}

/// Leave the feed without enough operators now.
pub fn feed_nothing(feed: FeedId) {
	TestPrices::clear(feed);
	Triggers::on_data(feed);
}

/// Values of the feed are cleared, so that too few are left.
pub fn clear(feed: FeedId) {
	TestPrices::clear(feed);
	Triggers::on_cleared(feed);
}

/// Good data for a window: the trigger is armed and ready. Ends at `START + WINDOW`.
pub fn arm() {
	block_with(START, GOOD);
	block(START + WINDOW);
	assert!(Triggers::trigger_state(PRODUCT).unwrap().ready);
}

/// Arm the trigger, then let the price fall to 0.9 at `START + WINDOW`. The average over ten
/// minutes reaches 0.995 half a minute later. Returns that moment.
pub fn breach() -> Moment {
	arm();
	feed(FEED, BAD);
	START + WINDOW + 30 * SECOND
}

/// Feed prices and run blocks until the breach has lasted for its duration. Incident 0 is upheld in
/// the last block, whose hooks have not run for it yet.
pub fn uphold() -> Moment {
	let at = breach();
	block_with(at + HOUR / 2, BAD);
	pass_to(at + DURATION);
	poll(Weight::MAX);
	assert!(matches!(stage(0), Stage::AssessingClaims { .. }));
	at
}

/// The stage of an incident, in the words of the pallet that deals with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
	/// The trigger observes it.
	Observing {
		until: Moment,
	},
	/// The trigger waits for data.
	Undecided {
		until: Moment,
	},
	/// The assessment waits for the incident before it.
	Waiting,
	/// The assessment waits for its first proposal.
	Open {
		until: Moment,
	},
	/// Proposals can be challenged.
	Challenge {
		until: Moment,
	},
	/// The adjudicator chooses.
	Case(Case),
	/// Upheld; the claims wait for the incident before it.
	Queued,
	AssessingClaims {
		after: Option<PolicyId>,
	},
	Claiming {
		until: Moment,
	},
	Settling {
		after: Option<PoolId>,
	},
	Paying {
		after: Option<PolicyId>,
	},
	Paid,
	Rejected,
	Closing,
	Closed,
}

/// The stage of an incident that there is.
pub fn stage(id: IncidentId) -> Stage {
	stage_of(id).expect("there is such an incident")
}

pub fn stage_of(id: IncidentId) -> Option<Stage> {
	let Incident { product, stage, .. } = pallet_claims::Incidents::<Test>::get(id)?;
	Some(match stage {
		ClaimStage::Undecided(Decider::Trigger) => {
			match Triggers::observation_state(product, id).expect("it is observed").phase {
				ObservationPhase::Observing { until } => Stage::Observing { until },
				ObservationPhase::Undecided { until } => Stage::Undecided { until },
			}
		}
		ClaimStage::Undecided(Decider::Assessment) => match assessment(id).map(|record| record.stage) {
			None | Some(pallet_assessment::types::Stage::Waiting) => Stage::Waiting,
			Some(pallet_assessment::types::Stage::Open { until }) => Stage::Open { until },
			Some(pallet_assessment::types::Stage::Challenge { until }) => Stage::Challenge { until },
			Some(pallet_assessment::types::Stage::Case(case)) => Stage::Case(case),
			Some(pallet_assessment::types::Stage::Decided) => unreachable!("people have not decided it"),
		},
		ClaimStage::Queued => Stage::Queued,
		ClaimStage::AssessingClaims { after } => Stage::AssessingClaims { after },
		ClaimStage::Claiming { until } => Stage::Claiming { until },
		ClaimStage::Settling { after } => Stage::Settling { after },
		ClaimStage::Paying { after } => Stage::Paying { after },
		ClaimStage::Paid => Stage::Paid,
		ClaimStage::Rejected => Stage::Rejected,
		ClaimStage::Closing => Stage::Closing,
		ClaimStage::Closed => Stage::Closed,
	})
}

pub fn incident(id: IncidentId) -> Incident {
	pallet_claims::Incidents::<Test>::get(id).unwrap()
}

/// The record of an assessment, as long as there is one.
pub fn assessment(id: IncidentId) -> Option<AssessmentRecord> {
	pallet_assessment::Assessments::<Test>::get(id)
}

/// The book of an incident's bonds.
pub fn bonds_of(id: IncidentId) -> Balance {
	assessment(id).map_or(0, |assessment| assessment.bonds)
}

/// The open incidents of a product.
pub fn open_on(product: ProductId) -> ProductIncidents {
	pallet_claims::Open::<Test>::get(product)
}

/// The open incidents of the product with a trigger.
pub fn open() -> ProductIncidents {
	open_on(PRODUCT)
}

pub fn claim(incident: IncidentId, policy: PolicyId) -> Option<Claim> {
	pallet_claims::Claims::<Test>::get(incident, policy)
}

/// The amount paid of a claim.
pub fn paid(incident: IncidentId, policy: PolicyId) -> Option<Balance> {
	Claims::claim_state(incident, policy).map(|claim| claim.paid)
}

/// The binding average of an incident that was upheld with one.
pub fn binding(id: IncidentId) -> Option<u128> {
	match incident(id).upheld? {
		Upheld::Average(binding) => Some(binding),
		Upheld::Losses(_) => None,
	}
}

pub fn part(incident: IncidentId, pool: PoolId) -> PoolSettlement {
	pallet_claims::PoolSettlements::<Test>::get(incident, pool).unwrap()
}

pub fn parts(of: &[(PoolId, Balance)]) -> ClaimShares {
	of.to_vec().try_into().unwrap()
}

pub fn watch() -> TriggerState {
	pallet_triggers::TriggerStates::<Test>::get(PRODUCT).unwrap()
}

pub fn has_event(event: impl Into<RuntimeEvent>) -> bool {
	let event = event.into();
	System::events().iter().any(|e| e.event == event)
}

/// The readiness of a product's trigger after each change since it was known.
pub fn readiness(of: ProductId) -> Vec<bool> {
	System::events().into_iter().fold(Vec::new(), |mut changes, record| {
		match record.event {
			RuntimeEvent::Triggers(TriggerEvent::ProductWatched { product, .. }) if product == of => {
				changes.clear();
			}
			RuntimeEvent::Triggers(TriggerEvent::ReadinessChanged { product, ready }) if product == of => {
				changes.push(ready);
			}
			_ => (),
		}
		changes
	})
}

pub fn count_events(matches: impl Fn(&RuntimeEvent) -> bool) -> usize {
	System::events().iter().filter(|e| matches(&e.event)).count()
}

pub fn issuance() -> Vec<Balance> {
	[NATIVE, USD, FRAGILE].into_iter().map(AllAssets::total_issuance).collect()
}

/// Take dollars away.
pub fn burn(who: &AccountId, amount: Balance) {
	let (exact, force) = (Precision::Exact, Fortitude::Force);
	assert_ok!(AllAssets::burn_from(USD, who, amount, Preservation::Expendable, exact, force));
}

/// Put more money into a pool.
pub fn give_pool(pool: PoolId, amount: Balance) {
	assert_ok!(AllAssets::mint_into(USD, &pool_account(pool), amount));
}

/// The chain makes no block for a month. Only one block's gap of it is active time.
pub fn halt() {
	TestClock::set_max_gap(MINUTE);
	block_after(30 * DAY);
	TestClock::set_max_gap(YEAR);
}

/// The balance of an account beyond its [`PURSE`].
pub fn gain(who: &AccountId) -> i128 {
	usd(who) as i128 - PURSE as i128
}

/// Claim for any policy with any leaf and signature.
pub fn claim_with(
	table: &Table,
	incident: IncidentId,
	policy: PolicyId,
	leaf: u32,
	signature: AccountSignature,
) -> DispatchResult {
	let (_, loss) = table.0[leaf as usize];
	let proof = table.proof(leaf);
	let call = || Claims::claim(signed(STRANGER), incident, policy, loss, leaf, proof, signature).plain();
	frame_support::storage::with_storage_layer(call)
}

/// Set the times of the limits to a minute by governance.
pub fn shorten() {
	let minute = Limits {
		max_undecided: MINUTE,
		proposal_period: MINUTE,
		challenge_period: MINUTE,
		claim_window: MINUTE,
		rejection_memory: MINUTE,
		unclaimed_after: MINUTE,
		..LIMITS
	};
	TestLimits::set(minute);
}

/// Check of every call of a pallet that signed accounts, or the root origin, may make it, as each
/// row says, and that no other origin may.
pub fn check_origins<Call: GetCallName>(calls: Vec<(RuntimeCall, bool, bool)>) {
	assert_eq!(calls.len(), Call::get_call_names().len());
	for (call, signed, root) in calls {
		for (origin, may) in [
			(RawOrigin::None, false),
			(RawOrigin::Signed(STRANGER), signed),
			(RawOrigin::Signed(ALICE), signed),
			(RawOrigin::Root, root),
		] {
			let before = snapshot();
			let result = frame_support::storage::with_storage_layer(|| {
				let result = call.clone().dispatch(origin.clone().into()).map_err(|e| e.error);
				// Undone in any case: the next origin finds the same state.
				Err::<(), _>(result.err().unwrap_or(DispatchError::Other("accepted")))
			});
			assert_eq!(result == Err(DispatchError::BadOrigin), !may, "{call:?} {origin:?}");
			assert_eq!(snapshot(), before);
		}
	}
}
