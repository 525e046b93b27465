// SPDX-License-Identifier: Apache-2.0

//! Steps of the tests, and the state that they look at.

use super::*;
use frame_support::{
	traits::{fungibles::Balanced, Hooks},
	weights::WeightMeter,
};
use sp_runtime::DispatchResult;

pub fn weigh(pool: PoolId, product: ProductId, percent: u32) {
	assert_ok!(Pools::set_weight(signed(MANAGER), pool, product, Permill::from_percent(percent)));
}

/// Lets time pass in one block gap, and has the next blocks take the pools over the day boundaries.
pub fn pass(millis: Moment) {
	TestClock::pass(millis);
	cross_days();
}

/// Has as many blocks as it takes take the pools over the day boundaries.
pub fn cross_days() {
	poll();
	while crate::DayRounds::<Test>::get().next.is_some() {
		poll();
	}
}

/// Runs the polls of a block with room for everything.
pub fn poll() {
	Pools::on_poll(System::block_number(), &mut WeightMeter::new());
}

pub fn now() -> Moment {
	TestClock::now()
}

pub fn active() -> Moment {
	TestClock::active()
}

/// Deposits into the junior tranche.
pub fn deposit(who: AccountId, pool: PoolId, amount: Balance) {
	deposit_to(who, pool, Junior, amount);
}

pub fn deposit_to(who: AccountId, pool: PoolId, tranche: Tranche, amount: Balance) {
	assert_ok!(Pools::deposit(signed(who), pool, tranche, amount, 0));
}

/// Asks to leave with a part of the free shares of a junior position.
pub fn leave(who: AccountId, pool: PoolId, percent: u32) {
	leave_from(who, pool, Junior, percent);
}

pub fn leave_from(who: AccountId, pool: PoolId, tranche: Tranche, percent: u32) {
	let shares = Permill::from_percent(percent).mul_floor(shares_in(&who, pool, tranche));
	assert_ok!(Pools::request_withdrawal(signed(who), pool, tranche, shares, 0));
}

pub fn serve(pool: PoolId) {
	assert_ok!(Pools::process_withdrawals(signed(CHARLIE), pool, 10));
}

pub fn accrue(pool: PoolId) {
	assert_ok!(Pools::accrue(signed(CHARLIE), pool, 400));
}

/// Returns the junior shares of an account outside the queue.
pub fn shares_of(who: &AccountId, pool: PoolId) -> Balance {
	shares_in(who, pool, Junior)
}

pub fn shares_in(who: &AccountId, pool: PoolId, tranche: Tranche) -> Balance {
	pallet_pools::Positions::<Test>::get((pool, tranche, who)).map_or(0, |position| position.shares)
}

pub fn position_in(who: &AccountId, pool: PoolId, tranche: Tranche) -> Position<AccountId, Ticket> {
	pallet_pools::Positions::<Test>::get((pool, tranche, who)).expect("a position")
}

pub type Ticket = <Test as pallet_pools::Config>::RecordDeposit;

/// Returns the worth of an account's shares of a tranche, in and outside the queue.
pub fn worth_in(who: &AccountId, pool: PoolId, tranche: Tranche) -> Balance {
	let state = Pools::position(pool, who).expect("the pool exists");
	let holding = match tranche {
		Junior => state.junior,
		Senior => state.senior,
	};
	holding.value + holding.queued_value
}

/// Returns the worth of an account's junior shares.
pub fn worth_of(who: &AccountId, pool: PoolId) -> Balance {
	worth_in(who, pool, Junior)
}

pub fn withdrawal_at(pool: PoolId, tranche: Tranche, index: u32) -> Option<Withdrawal<AccountId, Ticket>> {
	pallet_pools::Withdrawals::<Test>::get((pool, tranche, index))
}

pub fn record(pool: PoolId) -> Pool<AccountId> {
	pallet_pools::Pools::<Test>::get(pool).expect("the pool exists")
}

/// Returns the sum of both tranches' assets.
pub fn assets(pool: PoolId) -> Balance {
	record(pool).assets().expect("a sum")
}

/// Returns the junior tranche's queue.
pub fn queue(pool: PoolId) -> Queue {
	record(pool).junior.queue
}

pub fn line(pool: PoolId, product: ProductId) -> Line {
	let lines = record(pool).lines;
	*lines.iter().find(|line| line.product == product).expect("the pool underwrites it")
}

pub fn account(pool: PoolId) -> AccountId {
	Pools::account_of(pool).expect("decodable")
}

/// A policy as the policies pallet would keep it.
#[derive(Clone, Debug)]
pub struct Policy {
	pub pool: PoolId,
	pub product: ProductId,
	pub cover: Balance,
	pub expires: Moment,
	pub stream: Stream,
}

impl Policy {
	/// The policy as the pool knows it.
	pub fn backing(&self) -> Backing {
		let Self { pool, product, cover, expires, stream } = *self;
		Backing { pool, product, cover, expires: Active(expires), stream }
	}
}

/// Returns the ends of cover and premium.
pub fn ends(expires: Moment, until: Moment) -> Ends {
	Ends { expires: Active(expires), until: Wall(until) }
}

/// Sells cover for `days` of period and 14 days of grace.
pub fn try_sell(
	pool: PoolId,
	product: ProductId,
	cover: Balance,
	premium: Balance,
	days: Moment,
) -> Result<Policy, DispatchError> {
	let credit = money(record(pool).asset, premium);
	let expires = active() + (days + 14) * DAY;
	let until = now() + days * DAY;
	Pools::open_cover(pool, product, cover, credit, ends(expires, until))
		.map(|stream| Policy { pool, product, cover, expires, stream })
		.map_err(|(error, credit)| {
			assert_eq!(credit.peek(), premium, "the premium comes back");
			error
		})
}

pub fn sell(pool: PoolId, product: ProductId, cover: Balance, premium: Balance, days: Moment) -> Policy {
	try_sell(pool, product, cover, premium, days).expect("sold")
}

/// Sells cover that ends with today. Its premium streams on for `days`.
pub fn sell_premium_only(pool: PoolId, premium: Balance, days: Moment) -> Policy {
	let credit = money(record(pool).asset, premium);
	let (cover, expires) = (1, active() + 1);
	let stream = Pools::open_cover(pool, 1, cover, credit, ends(expires, now() + days * DAY));
	Policy { pool, product: 1, cover, expires, stream: stream.map_err(|(error, _)| error).expect("sold") }
}

/// Uses cover up by a claim.
pub fn claim(policy: &mut Policy, used: Balance) -> Result<(), DispatchError> {
	policy.stream = Pools::use_cover(&policy.backing(), used)?;
	policy.cover -= used;
	Ok(())
}

/// Gives cover back for the holder. The part of the premium that comes back goes to the buyer.
pub fn reduce(policy: &mut Policy, by: Balance) -> Result<Balance, DispatchError> {
	reduce_for(policy, by, Refund::WHOLE)
}

/// Gives cover back like `reduce`, with the terms of `refund`.
pub fn reduce_for(policy: &mut Policy, by: Balance, refund: Refund) -> Result<Balance, DispatchError> {
	let (stream, credit) = Pools::reduce_cover(&policy.backing(), by, refund)?;
	policy.stream = stream;
	policy.cover -= by;
	let back = credit.peek();
	if back > 0 {
		AllAssets::resolve(&BUYER, credit).expect("the buyer takes it");
	}
	Ok(back)
}

/// Lets a policy go on for `days` more, for a premium.
pub fn extend(policy: &mut Policy, premium: Balance, until: Moment, days: Moment) -> DispatchResult {
	let (credit, new) = (money(record(policy.pool).asset, premium), policy.expires + days * DAY);
	let extended = Pools::extend_cover(&policy.backing(), credit, ends(new, until), Sale::New);
	policy.stream = extended.map_err(|(error, _)| error)?;
	policy.expires = new;
	Ok(())
}

pub fn open(incident: IncidentId, product: ProductId) {
	Pools::opened(incident, product);
}

pub fn reject(incident: IncidentId, product: ProductId) {
	Pools::rejected(incident, product);
}

/// Sets the sum of the claims of an incident on a pool.
pub fn total(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult {
	<Pools as LossSettlement<_>>::totalled(incident, pool, loss)
}

/// Totals the claims, if that is not done, and settles. The money goes to the escrow.
pub fn settle(incident: IncidentId, pool: PoolId, loss: Balance) -> Result<Settlement, DispatchError> {
	settle_before(incident, pool, loss, IncidentId::MAX)
}

/// Settles like `settle`, for an incident that was upheld before incident `cutoff` was
/// opened.
pub fn settle_before(
	incident: IncidentId,
	pool: PoolId,
	loss: Balance,
	cutoff: IncidentId,
) -> Result<Settlement, DispatchError> {
	if !crate::Locks::<Test>::get(incident, pool).is_some_and(|lock| lock.stage == LockStage::Totalled) {
		total(incident, pool, loss)?;
	}
	let (settlement, credit) = <Pools as LossSettlement<_>>::settle(incident, pool, cutoff)?;
	assert_eq!(Some(credit.peek()), settlement.funded());
	assert_eq!(sum(&settlement), loss, "a loss is accounted for to the unit");
	to_escrow(credit);
	Ok(settlement)
}

/// Returns the sum of all parts of a loss.
pub fn sum(settlement: &Settlement) -> Balance {
	settlement.from_pool + settlement.from_reserve + settlement.owed_by_reserve + settlement.owed_by_pool
}

fn to_escrow(credit: Money) {
	if credit.peek() > 0 {
		AllAssets::resolve(&ESCROW, credit).expect("the escrow takes it");
	}
}

/// TopUps a partial settlement. The additional money goes to the escrow.
pub fn top_up(incident: IncidentId, pool: PoolId) -> Result<(Settlement, Balance), DispatchError> {
	let old = short(incident, pool);
	let (settlement, credit) = <Pools as LossSettlement<_>>::top_up(incident, pool)?;
	let more = credit.peek();
	let before = old.expect("it is short").settlement;
	assert_eq!(before.funded().map(|funded| funded + more), settlement.funded());
	assert_eq!((sum(&settlement), settlement.loss), (before.loss, before.loss), "accounted for to the unit");
	to_escrow(credit);
	Ok((settlement, more))
}

/// Returns the record of a partial settlement.
/// The loss that a pool's tranches bore in an incident.
pub fn borne(incident: IncidentId, pool: PoolId) -> Option<BorneLoss> {
	pallet_pools::BorneLosses::<Test>::get(incident, pool)
}

pub fn short(incident: IncidentId, pool: PoolId) -> Option<Short> {
	let partials = pallet_pools::PartialSettlements::<Test>::get(pool);
	partials.into_iter().find(|short| short.incident == incident)
}

pub fn reserve_lock(incident: IncidentId, pool: PoolId) -> bool {
	<Pools as LossSettlement<_>>::reserve_lock(incident, pool)
}

/// Charges a claim on a reserved lock. The money goes to the escrow.
pub fn charge(incident: IncidentId, pool: PoolId, amount: Balance) -> DispatchResult {
	let (settlement, credit) = <Pools as LossSettlement<_>>::charge(incident, pool, amount)?;
	let expected = Settlement { loss: amount, from_pool: amount, is_final: true, ..Default::default() };
	assert_eq!((settlement, credit.peek()), (expected, amount), "in full");
	to_escrow(credit);
	Ok(())
}

pub fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult {
	<Pools as LossSettlement<_>>::finish(incident, pool)
}

pub fn close(incident: IncidentId, pool: PoolId) -> DispatchResult {
	<Pools as LossSettlement<_>>::close(incident, pool)
}

/// Pays new dollars to those whose capital is frozen. The amount that is not taken is lost.
pub fn compensate(pool: PoolId, amount: Balance) -> Result<(), Balance> {
	let credit = money(USD, amount);
	<Pools as LossSettlement<_>>::compensate(pool, credit).map_err(|credit| credit.peek())
}

/// Hands over new dollars as recovered money. Returns the settlement, zero if the pool keeps none,
/// the amount for the claims and the amount that comes back. The claims' part goes to the escrow,
/// the rest is lost.
pub fn recover(
	incident: IncidentId,
	pool: PoolId,
	amount: Balance,
) -> Result<(Settlement, Balance, Balance), DispatchError> {
	let credit = money(USD, amount);
	match <Pools as LossSettlement<_>>::recover(incident, pool, credit) {
		Ok(Recovered { settlement, for_claims, back }) => {
			let (claims, rest) = (for_claims.peek(), back.peek());
			let settlement = settlement.unwrap_or_default();
			assert_eq!(sum(&settlement), settlement.loss, "accounted for to the unit");
			to_escrow(for_claims);
			Ok((settlement, claims, rest))
		}
		Err((error, credit)) => {
			assert_eq!(credit.peek(), amount, "the money comes back");
			Err(error)
		}
	}
}

/// Runs a whole incident on the policy's product: `loss` is claimed on the policy and charged to
/// its pool.
pub fn strike(incident: IncidentId, policy: &mut Policy, loss: Balance) -> Settlement {
	open(incident, policy.product);
	claim(policy, loss).expect("using cover is never refused");
	settle(incident, policy.pool, loss).expect("settled")
}

/// A pool whose capital the first incident took. The reserve paid for the second, and wrote its
/// loan off at once: no premium is unearned.
pub fn with_a_loan_written_off(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut one = sell(0, 1, 100 * D, 1, 7);
		let mut three = sell(0, 3, 100 * D, 1, 7);
		pass(10 * DAY);
		strike(1, &mut one, 100 * D);
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		strike(2, &mut three, 100 * D);
		test();
	});
}
