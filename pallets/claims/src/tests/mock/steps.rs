// SPDX-License-Identifier: Apache-2.0

//! Steps of the tests, and the state that they look at.

use super::*;

pub fn pool_account(pool: PoolId) -> AccountId {
	derived_account(b"pool", pool).unwrap()
}

/// The account of all payouts.
pub fn escrow() -> AccountId {
	Claims::escrow_account().unwrap()
}

/// The account of all bonds.
pub fn bonds() -> AccountId {
	Claims::bond_account().unwrap()
}

pub fn usd(who: &AccountId) -> Balance {
	AllAssets::balance(USD, who)
}

pub fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
		direction: Direction::Below,
		threshold: 995 * ONE / 1000,
		window: WINDOW,
		duration: DURATION,
	}
}

/// The key of a position of the tests.
pub fn key(n: u32) -> sp_core::ed25519::Pair {
	let mut seed = [77; 32];
	seed[..4].copy_from_slice(&n.to_le_bytes());
	sp_core::Pair::from_seed(&seed)
}

pub fn position(n: u32) -> Position {
	Position::Substrate { genesis: [1; 32], account: sp_core::Pair::public(&key(n)).0 }
}

/// The holder of a policy on a judged product.
pub fn holder(n: u32) -> AccountId {
	AccountId::new([100 + n as u8; 32])
}

/// The signature of the key of position `n` for a policy's claim.
pub fn signature(n: u32, incident: IncidentId, policy: PolicyId) -> PositionSignature {
	let statement = Claims::claim_statement(incident, policy).unwrap();
	PositionSignature::Ed25519(sp_core::Pair::sign(&key(n), &statement).0)
}

/// A table of losses of positions, with its leaves.
pub struct Table(pub Vec<(Position, Balance)>);

impl Table {
	/// The losses of the positions of [`key`] by their numbers from zero.
	pub fn of(losses: &[Balance]) -> Self {
		Self((0..).zip(losses).map(|(n, loss)| (position(n), *loss)).collect())
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
	/// Claim for policy and position `n`, whose leaf has the same number.
	pub fn claim(&self, incident: IncidentId, n: u32) -> DispatchResult {
		let signature = signature(n, incident, n);
		let (_, loss) = self.0[n as usize];
		let call = || Claims::claim(signed(STRANGER), incident, n, loss, n, self.proof(n), signature);
		frame_support::storage::with_storage_layer(call)
	}
}

/// Open an incident on the judged product for an event of now.
pub fn file() -> DispatchResult {
	let at = world(|w| w.now);
	let call = || Claims::open(signed(FILER), JUDGED, at, Default::default(), Uri::default(), PURSE);
	frame_support::storage::with_storage_layer(call)
}

/// Propose a ruling.
pub fn propose(who: AccountId, incident: IncidentId, verdict: Verdict) -> DispatchResult {
	let call = || Claims::propose_ruling(signed(who), incident, verdict, Uri::default(), PURSE);
	frame_support::storage::with_storage_layer(call)
}

/// A block after `time`.
pub fn block_after(time: Moment) {
	block(world(|w| w.now) + time);
}

/// Incident 0 on the judged product is upheld by a table; claims can be registered.
pub fn claiming(losses: &[Balance]) -> Table {
	let table = Table::of(losses);
	assert_ok!(file());
	assert_ok!(propose(RULER, 0, table.verdict(START)));
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

/// Change the pin of a pool, or remove it.
pub fn change_pin(incident: IncidentId, pool: PoolId, pin: Option<Balance>) {
	Pins::set(incident, pool, pin);
}

pub fn pins(incident: IncidentId) -> Vec<(PoolId, Balance)> {
	MockPools::pins(incident)
}

pub fn check() {
	Claims::do_try_state().unwrap();
	let latest =
		crate::Reopenings::<Test>::iter().filter_map(|(product, windows)| Some((product, windows.latest()?)));
	assert_eq!(world(|w| w.stay.clone()), latest.collect(), "pins stay as long as a window is open");
}

/// Advance the time to `at`, in one block gap.
pub fn pass_to(at: Moment) {
	world(|w| {
		let gap = at - w.now;
		w.now = at;
		w.active += gap.min(w.max_gap);
	});
	System::set_block_number(System::block_number() + 1);
}

pub fn poll(limit: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(limit);
	Claims::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

pub fn idle(limit: Weight) -> Weight {
	Claims::on_idle(System::block_number(), limit)
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
	world(|w| {
		let price = Price { value, oldest: w.now, fresh_until: w.now + w.heartbeat };
		w.prices.insert(feed, price);
	});
	Claims::on_data(feed);
}

/// Leave the feed without enough operators now.
pub fn feed_nothing(feed: FeedId) {
	world(|w| w.prices.remove(&feed));
	Claims::on_data(feed);
}

/// Good data for a window: the trigger is armed and ready. Ends at `START + WINDOW`.
pub fn arm() {
	block_with(START, GOOD);
	block(START + WINDOW);
	assert!(Claims::trigger_state(PRODUCT).unwrap().ready);
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
	assert!(matches!(stage(0), Stage::Tallying { .. }));
	at
}

pub fn stage(incident: IncidentId) -> Stage {
	crate::Incidents::<Test>::get(incident).unwrap().stage
}

pub fn incident(id: IncidentId) -> Incident {
	crate::Incidents::<Test>::get(id).unwrap()
}

pub fn claim(incident: IncidentId, policy: PolicyId) -> Option<Claim> {
	crate::Claims::<Test>::get(incident, policy)
}

/// The amount paid of a claim.
pub fn paid(incident: IncidentId, policy: PolicyId) -> Option<Balance> {
	Claims::claim_state(incident, policy).map(|claim| claim.paid)
}

/// The worst average of an incident that was upheld with one.
pub fn worst(id: IncidentId) -> Option<u128> {
	match incident(id).upheld? {
		Upheld::Worst(worst) => Some(worst),
		Upheld::Losses(_) => None,
	}
}

pub fn part(incident: IncidentId, pool: PoolId) -> Part {
	crate::Parts::<Test>::get(incident, pool).unwrap()
}

pub fn parts(of: &[(PoolId, Balance)]) -> ClaimParts {
	of.to_vec().try_into().unwrap()
}

pub fn watch() -> Watch {
	crate::Watches::<Test>::get(PRODUCT).unwrap()
}

pub fn has_event(event: Event<Test>) -> bool {
	let event = RuntimeEvent::from(event);
	System::events().iter().any(|e| e.event == event)
}

pub fn count_events(matches: impl Fn(&Event<Test>) -> bool) -> usize {
	System::events()
		.iter()
		.filter(|e| matches!(&e.event, RuntimeEvent::Claims(event) if matches(event)))
		.count()
}

pub fn issuance() -> Vec<Balance> {
	[NATIVE, USD, FRAGILE].into_iter().map(AllAssets::total_issuance).collect()
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
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
