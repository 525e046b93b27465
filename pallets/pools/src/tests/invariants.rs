// SPDX-License-Identifier: Apache-2.0

//! Random sequences of all calls, trait calls, time and losses. Every invariant is checked after
//! each step.

use super::mock::*;
use crate::types::*;
use frame_support::{
	traits::{fungibles::Inspect, Hooks},
	weights::{Weight, WeightMeter},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Pass(Moment),
	Deposit(u8, u32, Tranche, Balance),
	/// Shares as a part of those outside the queue, the limit as a part of their value.
	Request(u8, u32, Tranche, u32, u32),
	Cancel(u8, u32, Tranche, u8),
	Transfer(u8, u8, u32, Tranche, u32),
	Serve(u32, u32),
	Accrue(u32, u32),
	Reset(u32, Tranche),
	Drop(u8, u32, Tranche),
	Fee(u32, u32),
	Allow(u8, bool),
	Weigh(u32, ProductId, u32),
	/// The reserve stands behind a pool, or no longer.
	Admit(u32, bool),
	/// The facts of a product are good enough for the reserve, or no longer.
	Fit(ProductId, bool),
	/// Names the group of the asset itself.
	Group(Option<breakwater_primitives::GroupId>),
	Status(u32, u8),
	Sell(u32, ProductId, u32, Balance, Moment),
	/// A policy, the part of its cover that is given back, the worth of that part, and a fee.
	Reduce(u8, u32, u32, u32),
	/// A policy is extended by hand: for a premium and some days.
	Prolong(u8, Balance, Moment),
	/// A policy is renewed, also while pools are frozen: for a premium and some days.
	Renew(u8, Balance, Moment),
	/// The last renewal of a policy is taken back: a part of what is unearned comes back.
	Shorten(u8, u32),
	/// Opens an incident on a product, the first or one that waits behind it.
	Open(ProductId),
	/// Rejects the first open incident. Its pools get an amount of the bond.
	Reject(ProductId, Balance),
	/// Upholds the first incident. Claims use up a part of each policy in force. Pools that have
	/// enough reserve the lock, and the others know their losses.
	Uphold(ProductId, u32),
	/// Charges a registered claim of those that are charged one by one. When none is left, an
	/// incident is finished.
	Charge(u8),
	/// A known loss is settled.
	Settle(u8),
	/// All partial settlements of a pool are raised.
	TopUp(u32),
	/// Money is recovered for a final settlement.
	Recover(u8, Balance),
	/// A final settlement is closed.
	Close(u8),
	Reserve(u32, Option<Balance>, Balance, bool),
	Limits(u32, u32, u32),
	/// The manager has to hold a part of junior.
	ManagerPart(u32),
	Donate(u32, Balance),
	Block(u8, bool),
	Collect(u8, u32),
	Idle,
	/// The polls of a block with room for so many microseconds.
	Poll(u64),
	Create(u32),
	List(Balance, Balance),
	/// A product becomes known.
	Register(ProductId),
}

fn step() -> impl Strategy<Value = Step> {
	let (who, pool, product) = (0u8..4, 0u32..3, 1u32..4);
	let tranche = prop_oneof![3 => Just(Junior), 2 => Just(Senior)];
	let part = prop_oneof![2 => 0u32..=1_000_000, 1 => Just(1_000_000)];
	let place = || (who.clone(), pool.clone(), tranche.clone());
	let amount = prop_oneof![MIN_DEPOSIT..1_000_000 * D, MIN_DEPOSIT..1_000 * D];
	let trading = prop_oneof![
		4 => (place(), amount).prop_map(|((w, p, c), a)| Step::Deposit(w, p, c, a)),
		4 => (place(), part.clone(), prop_oneof![Just(0), 500_000u32..=1_000_000])
			.prop_map(|((w, p, c), s, l)| Step::Request(w, p, c, s, l)),
		2 => (place(), any::<u8>()).prop_map(|((w, p, c), n)| Step::Cancel(w, p, c, n)),
		2 => (place(), 0u8..4, part.clone()).prop_map(|((w, p, c), to, s)| Step::Transfer(w, to, p, c, s)),
		3 => (pool.clone(), 0u32..12).prop_map(|(p, m)| Step::Serve(p, m)),
		1 => (pool.clone(), tranche.clone()).prop_map(|(p, c)| Step::Reset(p, c)),
		1 => place().prop_map(|(w, p, c)| Step::Drop(w, p, c)),
		1 => (who.clone(), pool.clone()).prop_map(|(w, p)| Step::Collect(w, p)),
	];
	let managing = prop_oneof![
		2 => (pool.clone(), 0u32..=110_000).prop_map(|(p, f)| Step::Fee(p, f)),
		2 => (who.clone(), any::<bool>()).prop_map(|(w, a)| Step::Allow(w, a)),
		2 => (pool.clone(), product.clone(), 0u32..101).prop_map(|(p, q, w)| Step::Weigh(p, q, w)),
		1 => (pool.clone(), any::<bool>()).prop_map(|(p, a)| Step::Admit(p, a)),
		1 => (product.clone(), any::<bool>()).prop_map(|(q, f)| Step::Fit(q, f)),
		1 => (pool.clone(), 0u8..3).prop_map(|(p, s)| Step::Status(p, s)),
		1 => prop::option::of(0u16..12).prop_map(Step::Group),
		2 => (0u32..1_000_000, prop::option::of(0u128..100_000 * D), 0u128..100_000 * D, any::<bool>())
			.prop_map(|(s, g, h, r)| Step::Reserve(s, g, h, r)),
		1 => (0u32..500_000, 0u32..=200_000, 0u32..=100_000).prop_map(|(j, t, f)| Step::Limits(j, t, f)),
		1 => prop_oneof![4 => Just(0u32), 1 => 0u32..=200_000].prop_map(Step::ManagerPart),
		1 => (pool.clone(), 1u128..1_000 * D).prop_map(|(p, a)| Step::Donate(p, a)),
		1 => (who.clone(), any::<bool>()).prop_map(|(w, b)| Step::Block(w, b)),
		1 => (90u32..250).prop_map(Step::Create),
		1 => (0u128..100 * D, 0u128..10 * D).prop_map(|(d, e)| Step::List(d, e)),
		1 => (3u32..7).prop_map(Step::Register),
	];
	let covering = prop_oneof![
		6 => (pool.clone(), product.clone(), 0u32..1_200_000, 1u128..10_000 * D, 0u64..366)
			.prop_map(|(p, q, c, a, d)| Step::Sell(p, q, c, a, d)),
		3 => (any::<u8>(), part.clone(), prop_oneof![Just(1_000_000), 0u32..=1_000_000], 0u32..=100_000)
			.prop_map(|(n, s, w, f)| Step::Reduce(n, s, w, f)),
		5 => (any::<u8>(), 1u128..10_000 * D, 1u64..100).prop_map(|(n, a, d)| Step::Renew(n, a, d)),
		3 => (any::<u8>(), part.clone()).prop_map(|(n, b)| Step::Shorten(n, b)),
		2 => (any::<u8>(), 1u128..10_000 * D, 1u64..100).prop_map(|(n, a, d)| Step::Prolong(n, a, d)),
		5 => product.clone().prop_map(Step::Open),
		4 => (product.clone(), 0u128..1_000 * D).prop_map(|(q, a)| Step::Reject(q, a)),
		3 => (product, part).prop_map(|(q, f)| Step::Uphold(q, f)),
		3 => any::<u8>().prop_map(Step::Charge),
		4 => any::<u8>().prop_map(Step::Settle),
		2 => pool.clone().prop_map(Step::TopUp),
		2 => (any::<u8>(), 0u128..20_000 * D).prop_map(|(n, a)| Step::Recover(n, a)),
		1 => any::<u8>().prop_map(Step::Close),
	];
	let passing = prop_oneof![
		4 => prop_oneof![1u64..60_000, 1u64..5 * DAY, DAY..60 * DAY].prop_map(Step::Pass),
		2 => (pool, 0u32..420).prop_map(|(p, d)| Step::Accrue(p, d)),
		1 => Just(Step::Idle),
		2 => prop_oneof![Just(u64::MAX / 1_000_000), 0u64..3_000].prop_map(Step::Poll),
	];
	prop_oneof![10 => trading, 4 => managing, 8 => covering, 5 => passing]
}

fn person(n: u8) -> AccountId {
	[ALICE, BOB, DAVE, MANAGER][usize::from(n)].clone()
}

/// An incident that is open, waits behind another one, or is not settled in all its pools yet.
#[derive(Clone, Debug)]
struct Open {
	id: IncidentId,
	product: ProductId,
	opened: Moment,
	/// The number of policies at that time: those can claim.
	policies: usize,
	/// The number of the next incident when it was upheld.
	cutoff: Option<IncidentId>,
}

#[derive(Default)]
struct World {
	policies: Vec<Policy>,
	/// The ends of cover and premium that the renewed policies had before their renewal.
	renewed: BTreeMap<usize, (Moment, Moment)>,
	/// Incidents in the order of their numbers: at most two of a product.
	incidents: Vec<Open>,
	/// Registered claims that are charged one by one: incident, pool, amount.
	claims: Vec<(IncidentId, PoolId, Balance)>,
	next: IncidentId,
	/// The total that must not change: all dollars, but for those that a step makes.
	issued: Balance,
}

impl World {
	fn run(&mut self, step: Step) {
		match step {
			Step::Pass(millis) => TestClock::pass(millis),
			Step::Sell(pool, product, part, premium, days) => self.sell(pool, product, part, premium, days),
			Step::Reduce(n, part, worth, fee) => self.reduce(n, part, worth, fee),
			Step::Renew(n, premium, days) => self.renew(n, premium, days),
			Step::Shorten(n, back) => self.shorten(n, back),
			Step::Prolong(n, premium, days) => self.extend(n, premium, days),
			Step::Open(product) => self.open(product),
			Step::Reject(product, bond) => self.reject(product, bond),
			Step::Uphold(product, fraction) => self.uphold(product, fraction),
			Step::Charge(n) => self.charge(n),
			Step::Settle(n) => self.settle(n),
			Step::TopUp(pool) => self.top_up(pool),
			Step::Recover(n, amount) => self.recover(n, amount),
			Step::Close(n) => {
				if let Some((incident, pool)) = final_at(n) {
					let owes = short(incident, pool).map_or(0, |short| short.settlement.owed_by_reserve);
					assert_eq!(close(incident, pool).is_ok(), owes == 0, "it is final");
					if owes == 0 {
						assert_eq!((short(incident, pool), borne(incident, pool)), (None, None));
					}
				}
			}
			Step::Reserve(share, gives, holds_back, refuses) => set_reserve(|reserve| {
				reserve.share = Permill::from_parts(share);
				reserve.gives = gives;
				reserve.holds_back = holds_back;
				reserve.refuses = refuses;
			}),
			Step::Admit(pool, is_admitted) => set_reserve(|reserve| {
				reserve.admitted.remove(&pool);
				reserve.admitted.extend(is_admitted.then_some(pool));
			}),
			Step::Fit(product, is_fit) => set_reserve(|reserve| {
				reserve.inadmissible.remove(&product);
				reserve.inadmissible.extend((!is_fit).then_some(product));
			}),
			Step::Weigh(pool, product, percent) => {
				let weight = || {
					let lines = record(pool).lines.into_iter();
					lines.filter(|line| line.product == product).map(|line| line.weight).max()
				};
				let (before, weigh) = (weight(), Step::Weigh(pool, product, percent));
				let is_done = frame_support::storage::with_storage_layer(|| dispatch(weigh)).is_ok();
				let is_unfit =
					reserve().admitted.contains(&pool) && reserve().inadmissible.contains(&product);
				assert!(!(is_done && is_unfit) || weight() <= before, "a product is behind the reserve");
			}
			Step::Limits(junior, treasury, fee) => set_limits(|limits| {
				limits.min_junior = Permill::from_parts(junior);
				limits.treasury_share = Permill::from_parts(treasury);
				limits.max_fee = Permill::from_parts(fee);
			}),
			Step::ManagerPart(part) => {
				set_limits(|limits| limits.min_manager_part = Permill::from_parts(part));
			}
			Step::Donate(pool, amount) => {
				give(USD, &account(pool), amount);
				self.issued += amount;
			}
			Step::Idle => {
				Pools::on_idle(1, Weight::MAX);
			}
			Step::Poll(micros) => {
				let mut meter = WeightMeter::with_limit(Weight::from_parts(micros * 1_000_000, u64::MAX));
				Pools::on_poll(1, &mut meter);
			}
			step => drop(frame_support::storage::with_storage_layer(|| dispatch(step))),
		}
	}

	fn sell(&mut self, pool: PoolId, product: ProductId, part: u32, premium: Balance, days: Moment) {
		// As in the policies pallet: no cover is sold on a product with an open incident.
		if self.is_touched(product) {
			return;
		}
		let Ok(line) = Pools::line(pool, product, Sale::New) else { return };
		// Up to a fifth above the room.
		let cover = line.room / 1_000_000 * Balance::from(part);
		match try_sell(pool, product, cover, premium, days) {
			Ok(policy) => {
				assert!(cover <= line.room, "no more than the room is sold");
				self.policies.push(policy);
				self.issued += premium;
			}
			Err(error) => assert!(cover == 0 || cover > line.room, "{error:?}: room is room"),
		}
	}

	fn reduce(&mut self, n: u8, part: u32, worth: u32, fee: u32) {
		let touched = |product| self.is_touched(product);
		let live: Vec<usize> = (0..self.policies.len())
			.filter(|at| self.policies[*at].cover > 0 && !touched(self.policies[*at].product))
			.collect();
		if live.is_empty() {
			return;
		}
		let policy = &mut self.policies[live[usize::from(n) % live.len()]];
		let by = Permill::from_parts(part).mul_floor(policy.cover);
		let unearned = Pools::unearned(policy.pool, &policy.stream);
		let at_most = breakwater_math::stream::units_down(unearned).expect("units");
		let worth = breakwater_primitives::ONE / 1_000_000 * u128::from(worth);
		let before = record(policy.pool);
		if let Ok(back) = reduce_for(policy, by, Refund { worth, fee: Permill::from_parts(fee) }) {
			assert!(back <= at_most, "a refund comes only from the policy's own unearned premium");
			let after = record(policy.pool);
			if before.accrued_to == now() {
				let gained = after.assets().unwrap() - before.assets().unwrap();
				assert!(gained <= 1, "nothing is earned by giving cover back");
			}
		}
	}

	/// Returns the incident on a product that is open or not settled yet.
	fn incident(&self, product: ProductId) -> Option<IncidentId> {
		self.incidents.iter().find(|open| open.product == product).map(|open| open.id)
	}

	fn renew(&mut self, n: u8, premium: Balance, days: Moment) {
		let at = usize::from(n) % self.policies.len().max(1);
		let Some(policy) = self.policies.get(at).cloned() else { return };
		// As in the policies pallet: a policy that has ended is not renewed.
		if policy.expires <= active() {
			return;
		}
		let ends_at = Moment::from(policy.stream.boundary) * DAY - 1;
		let until = ends_at.max(now()) + days * DAY;
		let credit = <AllAssets as frame_support::traits::fungibles::Balanced<_>>::issue(USD, premium);
		let expires = policy.expires + days * DAY;
		let incident = self.incident(policy.product);
		let (old, frozen) = (policy.expires, record(policy.pool).is_frozen());
		let sale = Sale::Renewal { incident };
		match Pools::extend_cover(&policy.backing(), credit, ends(expires, until), sale) {
			Ok(stream) => {
				self.policies[at] = Policy { expires, stream, ..policy };
				self.renewed.insert(at, (old, ends_at));
				self.issued += premium;
			}
			Err((error, _)) => {
				let is_lock = frozen && error == crate::Error::<Test>::PoolFrozen.into();
				assert!(!is_lock, "a freeze is no reason");
			}
		}
	}

	fn extend(&mut self, n: u8, premium: Balance, days: Moment) {
		let at = usize::from(n) % self.policies.len().max(1);
		let Some(policy) = self.policies.get(at).cloned() else { return };
		// As in the policies pallet: a policy that has ended, or is in an incident, is not
		// extended.
		if policy.expires <= active() || self.is_touched(policy.product) {
			return;
		}
		let ends_at = Moment::from(policy.stream.boundary) * DAY - 1;
		let until = ends_at.max(now()) + days * DAY;
		let issued = AllAssets::total_issuance(USD);
		if extend(&mut self.policies[at], premium, until, days).is_ok() {
			// A policy that is extended by hand keeps its earlier renewal.
			self.renewed.remove(&at);
		}
		self.issued += AllAssets::total_issuance(USD) - issued;
	}

	fn shorten(&mut self, n: u8, back: u32) {
		let all: Vec<usize> = self.renewed.keys().copied().collect();
		let Some(at) = all.get(usize::from(n) % all.len().max(1)) else { return };
		let (expires, until) = self.renewed.remove(at).expect("it was renewed");
		let policy = &mut self.policies[*at];
		if policy.cover == 0 {
			return;
		}
		let unearned = Pools::unearned(policy.pool, &policy.stream);
		let back = Fraction { part: Balance::from(back), of: 1_000_000 };
		let (stream, credit) = Pools::shorten_cover(&policy.backing(), ends(expires, until), back)
			.expect("taking a renewal back is never refused");
		assert!(sp_core::U256::from(credit.peek()) << 64 <= unearned, "only of its own premium");
		(policy.stream, policy.expires) = (stream, expires);
		if credit.peek() > 0 {
			<AllAssets as frame_support::traits::fungibles::Balanced<_>>::resolve(&BUYER, credit)
				.expect("the buyer takes it");
		}
	}

	/// True if an incident on the product is open or not settled yet.
	fn is_touched(&self, product: ProductId) -> bool {
		self.incident(product).is_some()
	}

	fn open(&mut self, product: ProductId) {
		if self.incidents.iter().filter(|open| open.product == product).count() >= 2 {
			return;
		}
		self.next += 1;
		let id = self.next;
		let (opened, policies) = (active(), self.policies.len());
		self.incidents.push(Open { id, product, opened, policies, cutoff: None });
		open(id, product);
	}

	/// Returns the first incident of a product, if it is not upheld.
	fn undecided(&self, product: ProductId) -> Option<Open> {
		let first = self.incidents.iter().find(|open| open.product == product)?;
		first.cutoff.is_none().then(|| first.clone())
	}

	fn reject(&mut self, product: ProductId, bond: Balance) {
		let Some(Open { id, .. }) = self.undecided(product) else { return };
		for (pool, _) in <Pools as LossSettlement<_>>::locks(id) {
			let before = record(pool);
			match compensate(pool, bond) {
				Ok(()) => {
					self.issued += bond;
					if !Pools::state(pool).expect("the pool exists").behind && bond > 0 {
						assert!(record(pool).assets() >= before.assets().map(|assets| assets + bond));
					}
				}
				Err(back) => assert_eq!((back, record(pool)), (bond, before), "all or nothing"),
			}
		}
		reject(id, product);
		self.end(id, product);
	}

	/// Ends an incident: the next one of its product is the open one.
	fn end(&mut self, id: IncidentId, product: ProductId) {
		self.incidents.retain(|open| open.id != id);
		if let Some(next) = self.incident(product) {
			Pools::next(next, product);
		}
	}

	fn uphold(&mut self, product: ProductId, fraction: u32) {
		let Some(Open { id, opened, policies, .. }) = self.undecided(product) else { return };
		let cutoff = self.next + 1;
		let locks = <Pools as LossSettlement<_>>::locks(id);
		let reserved: Vec<PoolId> =
			locks.iter().filter(|(pool, _)| reserve_lock(id, *pool)).map(|(pool, _)| *pool).collect();
		let mut losses: BTreeMap<PoolId, Balance> = BTreeMap::new();
		let known = self.policies.iter_mut().take(policies);
		for policy in known.filter(|policy| policy.product == product) {
			let used = Permill::from_parts(fraction).mul_floor(policy.cover);
			if policy.expires > opened && used > 0 {
				claim(policy, used).expect("using cover is never refused");
				if reserved.contains(&policy.pool) {
					self.claims.push((id, policy.pool, used));
				} else {
					*losses.entry(policy.pool).or_default() += used;
				}
			}
		}
		for (pool, _) in locks.iter().filter(|(pool, _)| !reserved.contains(pool)) {
			let loss = losses.remove(pool).unwrap_or(0);
			total(id, *pool, loss).expect("a loss is never above the lock");
		}
		assert!(losses.is_empty(), "every loss had a lock");
		for open in self.incidents.iter_mut().filter(|open| open.id == id) {
			open.cutoff = Some(cutoff);
		}
		self.end_if_settled(id, product);
	}

	/// Ends an upheld incident when every pool has been charged.
	fn end_if_settled(&mut self, id: IncidentId, product: ProductId) {
		if <Pools as LossSettlement<_>>::locks(id).is_empty() {
			Pools::settled(id, product);
			self.end(id, product);
		}
	}

	fn charge(&mut self, n: u8) {
		if !self.claims.is_empty() {
			let (id, pool, amount) = self.claims.swap_remove(usize::from(n) % self.claims.len());
			catch_up(pool);
			let before = record(pool);
			charge(id, pool, amount).expect("what is reserved is there");
			let after = record(pool);
			assert!(after.junior.assets == 0 || after.senior.assets >= before.senior.assets);
			return;
		}
		let all = crate::Locks::<Test>::iter().filter(|(.., lock)| lock.stage == LockStage::Reserved);
		let mut all: Vec<_> = all.map(|(id, pool, lock)| (id, pool, lock.product)).collect();
		all.sort_unstable();
		if let Some((id, pool, product)) = all.get(usize::from(n) % all.len().max(1)).copied() {
			finish(id, pool).expect("no claim is left");
			self.end_if_settled(id, product);
		}
	}

	fn settle(&mut self, n: u8) {
		let all = crate::Locks::<Test>::iter().filter(|(.., lock)| lock.stage == LockStage::Totalled);
		let mut all: Vec<_> = all.collect();
		all.sort_unstable_by_key(|(id, pool, _)| (*id, *pool));
		let Some((id, pool, lock)) = all.get(usize::from(n) % all.len().max(1)).copied() else { return };
		let cutoff = self.incidents.iter().find(|open| open.id == id).and_then(|open| open.cutoff);
		catch_up(pool);
		let before = record(pool);
		let settled = settle_before(id, pool, lock.amount, cutoff.expect("it is upheld"));
		let settlement = settled.expect("a known loss is settled");
		self.issued += settlement.from_reserve;
		// Senior bears no loss while junior has assets left.
		let after = record(pool);
		assert!(after.junior.assets == 0 || after.senior.assets >= before.senior.assets);
		assert!(settlement.is_final || short(id, pool).is_some());
		self.end_if_settled(id, lock.product);
	}

	fn top_up(&mut self, pool: PoolId) {
		for old in crate::PartialSettlements::<Test>::get(pool) {
			catch_up(pool);
			let before = record(pool);
			let (settlement, _) = top_up(old.incident, pool).expect("it is short");
			assert!(settlement.from_pool >= old.settlement.from_pool, "nobody gets less");
			self.issued += settlement.from_reserve - old.settlement.from_reserve;
			let after = record(pool);
			assert!(after.junior.assets == 0 || after.senior.assets >= before.senior.assets);
			// A second raise at once draws no more.
			if !settlement.is_final {
				assert_eq!(top_up(old.incident, pool).expect("it is short"), (settlement, 0));
			}
		}
	}

	fn recover(&mut self, n: u8, amount: Balance) {
		let Some((incident, pool)) = final_at(n) else { return };
		catch_up(pool);
		let settled = short(incident, pool).map(|short| short.settlement).unwrap_or_default();
		let before = (record(pool), lent(pool), settled, borne(incident, pool));
		let Ok((settlement, claims, back)) = recover(incident, pool, amount) else {
			assert_eq!(amount, 0, "only nothing is refused");
			return;
		};
		// The amount that comes back is lost by the test.
		self.issued += amount - back;
		let recovered = |borne: Option<BorneLoss>| borne.map_or(0, |borne| borne.recovered);
		let salvage = recovered(borne(incident, pool)) - recovered(before.3);
		assert!(salvage == 0 || owed(&settlement) == 0 && lent(pool) == 0, "after all debts");
		assert!(
			back == 0 || reserve().refuses || borne(incident, pool).is_none_or(|borne| borne.left() == 0)
		);
		let after = record(pool);
		assert_eq!(
			(before.0.junior, before.0.senior),
			(after.junior, after.senior),
			"no tranche gets anything"
		);
		assert_eq!(owed(&before.2) - owed(&settlement), claims);
		assert_eq!(before.1 - lent(pool), amount - claims - salvage - back, "the rest repays the loan");
	}

	/// Decides, settles and top_ups every incident: then every pool is free.
	fn wind_up(&mut self) {
		while let Some(open) = self.incidents.first().cloned() {
			if open.cutoff.is_none() {
				self.reject(open.product, 0);
			}
			while !self.claims.is_empty() {
				self.charge(0);
			}
			self.charge(0);
			self.settle(0);
		}
		for pool in 0..3 {
			self.top_up(pool);
			assert!(!record(pool).is_frozen(), "nobody waits for ever");
		}
		self.check();
	}

	/// Checks the sums. The unearned premium of the pools is the streams of the policies and the
	/// amounts retained of those that were given back. The endowments stay, and no unit appeared or
	/// vanished.
	fn check(&self) {
		check();
		for pool in 0..3 {
			let sum = self
				.policies
				.iter()
				.filter(|policy| policy.pool == pool)
				.fold(sp_core::U256::zero(), |sum, policy| sum + Pools::unearned(pool, &policy.stream));
			let retained = Pools::retained(pool).expect("a sum");
			assert_eq!(sum + retained, record(pool).books.unearned);
			let rest = AllAssets::balance(USD, &account(pool)) - record(pool).held().unwrap();
			assert!(rest >= 1, "the endowment stays");
		}
		assert_eq!(AllAssets::total_issuance(USD), self.issued, "no unit appears or vanishes");
	}
}

/// Brings a pool up to date, as every call that prices something needs it.
fn catch_up(pool: PoolId) {
	if Pools::state(pool).expect("the pool exists").behind {
		accrue(pool);
	}
}

/// The amount that is owed to the claims of a settlement.
fn owed(settlement: &Settlement) -> Balance {
	settlement.owed_by_pool + settlement.owed_by_reserve
}

/// Returns a final settlement of some pool: one that it keeps, or one in which its tranches lost.
fn final_at(n: u8) -> Option<(IncidentId, PoolId)> {
	let kept = (0..3).flat_map(|pool| {
		let partials = crate::PartialSettlements::<Test>::get(pool).into_iter();
		partials.map(move |short| (short.incident, pool))
	});
	let lost = crate::BorneLosses::<Test>::iter_keys();
	let is_final = |(incident, pool): &(_, _)| {
		!crate::Locks::<Test>::contains_key(incident, pool)
			&& short(*incident, *pool).is_none_or(|short| short.settlement.is_final)
	};
	let all: std::collections::BTreeSet<_> = kept.chain(lost).filter(is_final).collect();
	let all: Vec<_> = all.into_iter().collect();
	all.get(usize::from(n) % all.len().max(1)).copied()
}

/// Sends a signed call. It runs in a storage layer, so that a refused call leaves no change.
fn dispatch(step: Step) -> sp_runtime::DispatchResult {
	match step {
		Step::Deposit(who, pool, tranche, amount) => {
			Pools::deposit(signed(person(who)), pool, tranche, amount, 0).plain()
		}
		Step::Request(who, pool, tranche, part, limit) => {
			let who = person(who);
			let shares = Permill::from_parts(part).mul_floor(shares_in(&who, pool, tranche));
			let value =
				Pools::state(pool).and_then(|_| record(pool).tranche(tranche).value(shares)).unwrap_or(0);
			let min_out = Permill::from_parts(limit).mul_floor(value);
			Pools::request_withdrawal(signed(who), pool, tranche, shares, min_out).plain()
		}
		Step::Cancel(who, pool, tranche, n) => {
			let who = person(who);
			let own: Vec<u32> = crate::Withdrawals::<Test>::iter_prefix((pool, tranche))
				.filter_map(|(index, withdrawal)| (withdrawal.who == who).then_some(index))
				.collect();
			let index = own.get(usize::from(n) % own.len().max(1)).copied().unwrap_or(0);
			Pools::cancel_withdrawal(signed(who), pool, tranche, index).plain()
		}
		Step::Transfer(from, to, pool, tranche, part) => {
			let shares = Permill::from_parts(part).mul_floor(shares_in(&person(from), pool, tranche));
			Pools::transfer(signed(person(from)), pool, tranche, person(to), shares)
		}
		Step::Serve(pool, max) => Pools::process_withdrawals(signed(BUYER), pool, max).plain(),
		Step::Accrue(pool, days) => Pools::accrue(signed(BUYER), pool, days).plain(),
		Step::Reset(pool, tranche) => Pools::reopen_tranche(signed(MANAGER), pool, tranche).plain(),
		Step::Drop(who, pool, tranche) => Pools::remove_position(signed(BUYER), pool, tranche, person(who)),
		Step::Fee(pool, fee) => Pools::set_fee(signed(MANAGER), pool, Permill::from_parts(fee)).plain(),
		Step::Allow(who, is_allowed) => Pools::set_allowed(signed(MANAGER), 2, person(who), is_allowed),
		Step::Weigh(pool, product, percent) => {
			Pools::set_weight(signed(MANAGER), pool, product, Permill::from_percent(percent))
		}
		Step::Group(group) => Pools::set_asset_group(RuntimeOrigin::root(), USD, group),
		// A few are enough.
		Step::Create(_) if crate::NextPool::<Test>::get() > 4 => Ok(()),
		Step::Create(leverage) => {
			Pools::create_pool(signed(MANAGER), USD, PoolOptions { leverage, ..OPTIONS })
		}
		Step::List(min_deposit, min_withdrawal) => {
			Pools::list_asset(RuntimeOrigin::root(), USD, min_deposit, min_withdrawal)
		}
		Step::Register(product) => <Pools as ProductRegistry>::register_product(product, USD, product as u16),
		Step::Status(pool, status) => {
			let status = [PoolStatus::Open, PoolStatus::Paused, PoolStatus::Suspended][usize::from(status)];
			Pools::set_status(RuntimeOrigin::root(), pool, status)
		}
		Step::Block(who, true) => Assets::block(signed(MANAGER), 1, person(who)),
		Step::Block(who, false) => Assets::thaw(signed(MANAGER), 1, person(who)),
		Step::Collect(who, pool) => Pools::collect(signed(person(who)), pool),
		other => unreachable!("{other:?} is not a call"),
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(64)))]

	#[test]
	fn invariants_should_hold_after_any_sequence(steps in prop::collection::vec(step(), 1..120)) {
		let private = |options: &mut PoolOptions| options.is_private = true;
		let rich = |options: &mut PoolOptions| (options.fee, options.senior_factor) = (Permill::from_percent(7), Permill::one());
		let builder = ExtBuilder::default().with_pool_of(USD, 150).with_pool_as(rich).with_pool_as(private);
		builder.build_and_execute(|| {
			let mut world = World { issued: AllAssets::total_issuance(USD), ..World::default() };
			deposit(ALICE, 0, 10_000 * D);
			deposit(BOB, 1, 10_000 * D);
			deposit_to(ALICE, 1, Senior, 20_000 * D);
			deposit(MANAGER, 2, 1_000 * D);
			for step in steps {
				world.run(step);
				world.check();
			}
			world.wind_up();
		});
	}
}
