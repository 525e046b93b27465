// SPDX-License-Identifier: Apache-2.0

//! The pools of the benchmarks, in the worst states that there can be.

use super::*;

/// The capital that a pool's manager deposits.
pub(super) const CAPITAL: Balance = 1_000_000_000_000_000;
/// The cover on each product that ends on a day, or that is bought.
pub(super) const COVER: Balance = 1_000_000;
/// The premium that is earned on a day, or that is paid. Does not divide into milliseconds.
pub(super) const PREMIUM: Balance = 1_000_003;
/// A loss far above everything that a pool has.
pub(super) const LOSS: Balance = 1 << 62;
/// The group of every product. With all products in one, the computation of a pool's capital takes
/// the longest.
pub(super) const GROUP: GroupId = 7;
/// The clocks when a pool is opened, wall-clock and active time: each at the beginning of a day.
pub(super) const START: (Moment, Moment) = (20_000 * DAY, 1_000 * DAY);
/// All places that a pool has.
pub(super) const ALL: Range<u32> = 0..MAX_PRODUCTS_PER_POOL;
/// The product in the last of them.
pub(super) const LAST: u32 = MAX_PRODUCTS_PER_POOL - 1;

/// Returns the id of a product or an incident, high enough to be used by no other.
pub(super) fn number(n: u32) -> u32 {
	u32::MAX / 2 + n
}

/// Panics if an invariant does not hold, so that no benchmark rests on, or ends in, an impossible
/// state.
pub(super) fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// Returns an origin with the rights of a referendum.
pub(super) fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Move both clocks from the beginning of a day into the `days`-th day after it.
pub(super) fn pass<T: Config>(days: u32) {
	let millis = Moment::from(days) * DAY + DAY / 2;
	T::BenchmarkHelper::set_clock(T::Clock::now() + millis, T::Clock::active() + millis);
}

/// A new asset that pools can be opened in. The clocks begin.
pub(super) fn asset<T: Config>() -> Result<AssetId, BenchmarkError> {
	let (now, active) = START;
	T::BenchmarkHelper::set_clock(now, active);
	let asset = T::BenchmarkHelper::asset();
	Pallet::<T>::do_list_asset(asset.clone(), AssetRules { min_deposit: 1, min_withdrawal: 1 })?;
	Ok(asset)
}

/// Give an account units of an asset, and native tokens for deposits.
pub(super) fn fund<T: Config>(
	who: &T::AccountId,
	asset: &AssetId,
	amount: Balance,
) -> Result<(), BenchmarkError> {
	T::Assets::mint_into(AssetId::Native, who, CAPITAL)?;
	T::Assets::mint_into(asset.clone(), who, amount)?;
	Ok(())
}

/// A pool with capital of its manager, who has none of the asset left.
pub(super) fn new_pool<T: Config>(asset: &AssetId, capital: Balance) -> Result<PoolId, BenchmarkError> {
	let id = NextPool::<T>::get();
	let manager: T::AccountId = account("manager", id, 0);
	fund::<T>(&manager, asset, T::Assets::minimum_balance(asset.clone()) + capital)?;
	Pallet::<T>::do_create_pool(manager.clone(), asset.clone(), options::<T>())?;
	Pallet::<T>::do_deposit(manager, id, Tranche::Junior, capital, 0)?;
	Ok(id)
}

/// The options that managers choose.
pub(super) fn options<T: Config>() -> PoolOptions {
	PoolOptions {
		leverage: MIN_LEVERAGE,
		fee: Pallet::<T>::limits().max_fee,
		senior_factor: Permill::from_percent(50),
		is_private: true,
	}
}

/// An account with native tokens for deposits, and none of any pool's asset.
pub(super) fn funded_account<T: Config>(name: &'static str, n: u32) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account(name, n, 0);
	T::Assets::mint_into(AssetId::Native, &who, CAPITAL)?;
	Ok(who)
}

/// Add a position to a tranche, whose deposit another account put up. Those of its shares that are
/// unlocking do so on their day.
pub(super) fn hold<T: Config>(
	id: PoolId,
	tranche: Tranche,
	who: &T::AccountId,
	change: impl FnOnce(PositionOf<T>) -> PositionOf<T>,
) -> Result<(), BenchmarkError> {
	let mut pool = Pools::<T>::get(id).unwrap();
	let depositor = funded_account::<T>("depositor", Positions::<T>::iter_keys().count() as u32)?;
	let ticket = Pallet::<T>::take_deposit::<PositionOf<T>>(&depositor)?;
	let book = pool.tranche_mut(tranche);
	let position = change(Position::new(book.epoch, depositor, ticket));
	book.shares += position.shares + position.queued;
	book.queued += position.queued;
	book.unlocking += position.unlocking;
	if position.unlocking > 0 {
		ReturnEnds::<T>::mutate((id, tranche, position.unlocks_on), |sum| *sum += position.unlocking);
	}
	Pools::<T>::insert(id, pool);
	Positions::<T>::insert((id, tranche, who), position);
	Ok(())
}

/// Have the reserve stand behind a pool in an incident.
pub(super) fn stand_behind<T: Config>(id: PoolId, incident: IncidentId, wanted: Balance) {
	let asset = Pools::<T>::get(id).unwrap().asset;
	T::BenchmarkHelper::backstop(id, incident, asset, wanted);
}

/// Have the reserve lend to a pool. Everything that streams in now is pledged for the loan.
pub(super) fn lend<T: Config>(id: PoolId, asset: &AssetId) -> Result<(), BenchmarkError> {
	let wanted = CAPITAL / 8;
	T::BenchmarkHelper::backstop(id, number(ALL.end), asset.clone(), wanted);
	let draw = T::Backstop::draw(number(ALL.end), id, asset.clone(), CAPITAL, wanted)?;
	let owed = draw.expect("the reserve stands behind the pool").credit.peek();
	Pools::<T>::mutate_extant(id, |pool| {
		pool.generation = 1;
		pool.pledge = Some(Pledge { owed, books: pool.books });
	});
	Ok(())
}

/// Have a pool underwrite the products with these numbers.
pub(super) fn underwrite<T: Config>(id: PoolId, numbers: Range<u32>) -> Result<(), BenchmarkError> {
	let asset = Pools::<T>::get(id).unwrap().asset;
	let mut lines = Lines::default();
	for product in numbers.map(number) {
		if !Products::<T>::contains_key(product) {
			Pallet::<T>::do_register_product(product, asset.clone(), GROUP)?;
		}
		// Pools that find no place to sell run off.
		let weight = Underwriters::<T>::mutate(product, |places| match places.selling.try_push(id) {
			Ok(()) => Permill::one(),
			Err(_) => {
				places.running_off.try_push(id).expect("the product has a place left");
				Permill::zero()
			}
		});
		lines.try_push(Line::new(product, GROUP, weight)).expect("the pool has a place left");
	}
	Pools::<T>::mutate_extant(id, |pool| pool.lines = lines);
	Ok(())
}

/// Have a pool that underwrites a product run off on it, as if a larger one had taken its place.
pub fn run_off<T: Config>(id: PoolId, product: ProductId) {
	Underwriters::<T>::mutate(product, |places| {
		places.selling.retain(|other| *other != id);
		places.running_off.try_push(id).expect("fewer run off than may");
	});
	Pools::<T>::mutate_extant(id, |pool| {
		let line = pool.line_mut(product).expect("the pool underwrites it");
		line.weight = Permill::zero();
	});
}

/// Premiums and cover on all products of a pool that end `days` days after the start.
pub(super) fn fill_day<T: Config>(id: PoolId, days: u32) -> Result<(), BenchmarkError> {
	let mut pool = Pools::<T>::get(id).unwrap();
	let millis = Moment::from(days) * DAY;
	let boundary = day_of(START.0 + millis).unwrap();
	let (rate, remainder) = stream::open(PREMIUM, millis).unwrap();
	pool.books = pool.books.add(rate, remainder, millis).unwrap();
	let nothing = Default::default();
	let bucket = PremiumBucket::default().replaced(pool.fresh_generation(), true, nothing, (rate, remainder));
	PremiumEnds::<T>::insert(id, boundary, bucket.unwrap());

	pool.lines.iter_mut().for_each(|line| line.exposure += COVER);
	let bucket: Vec<_> = pool.lines.iter().map(|line| (line.product, COVER)).collect();
	CoverEnds::<T>::insert(id, day_of(START.1 + millis).unwrap(), CoverBucket::truncate_from(bucket));
	T::Assets::mint_into(pool.asset.clone(), &Pallet::<T>::account_of(id)?, PREMIUM)?;
	Pools::<T>::insert(id, pool);
	Ok(())
}

/// Premiums and cover on all products of a pool that end on each of the next `days` days, and long
/// after. As after a loss, the pool's capital is computed whenever it is written. The reserve has
/// lent, and the premiums of these days are pledged for the loan.
pub(super) fn fill<T: Config>(id: PoolId, days: u32) -> Result<(), BenchmarkError> {
	for days in 1..=days {
		fill_day::<T>(id, days)?;
	}
	lend::<T>(id, &Pools::<T>::get(id).unwrap().asset)?;
	fill_day::<T>(id, days + 365)?;
	Pools::<T>::mutate_extant(id, |pool| pool.is_undercapitalised = true);
	Ok(())
}

/// A pool with both tranches, `lines` products and `days` day boundaries to cross. At each of them,
/// or at the next, a premium and cover on all products end.
pub(super) fn busy_pool<T: Config>(asset: &AssetId, days: u32, lines: u32) -> Result<PoolId, BenchmarkError> {
	let id = new_pool::<T>(asset, CAPITAL)?;
	let manager = Pools::<T>::get(id).unwrap().manager;
	fund::<T>(&manager, asset, CAPITAL / 4)?;
	Pallet::<T>::do_deposit(manager, id, Tranche::Senior, CAPITAL / 4, 0)?;
	underwrite::<T>(id, 0..lines)?;
	fill::<T>(id, days.max(1))?;
	for (n, tranche) in (0u32..).zip(Tranche::ALL) {
		for day in 1..=RETURN_DAYS {
			let who = funded_account::<T>("returner", 2 * n + day)?;
			let unlocks_on = day_of(START.1).unwrap() + day;
			hold::<T>(id, tranche, &who, |position| Position {
				shares: 1,
				unlocking: 1,
				unlocks_on,
				..position
			})?;
		}
	}
	// The prices of the first day are recorded; those of the last are not.
	pass::<T>(days);
	check::<T>();
	Ok(id)
}

/// A busy pool to which all shares have returned that were unlocking.
pub(super) fn returned_pool<T: Config>() -> Result<PoolId, BenchmarkError> {
	let id = busy_pool::<T>(&asset::<T>()?, RETURN_DAYS, MAX_PRODUCTS_PER_POOL)?;
	Pallet::<T>::do_accrue(id, RETURN_DAYS)?;
	T::BenchmarkHelper::set_clock(T::Clock::now() + HOUR, T::Clock::active() + HOUR);
	Ok(id)
}

/// Have an account wait to leave a tranche with a thousandth of its shares, until `ready_at` at
/// least.
pub(super) fn wait<T: Config>(
	id: PoolId,
	tranche: Tranche,
	n: u32,
	ready_at: Moment,
) -> Result<(), BenchmarkError> {
	let who = funded_account::<T>("underwriter", n)?;
	let shares = Pools::<T>::get(id).unwrap().tranche(tranche).shares / 1_000;
	hold::<T>(id, tranche, &who, |position| Position { queued: shares, ..position })?;
	let ticket = Pallet::<T>::take_deposit::<WithdrawalOf<T>>(&who)?;
	let withdrawal = Withdrawal { who, shares, min_out: 1, ready_at, ticket, before: None, after: None };
	let mut book = Pallet::<T>::load(id, 0)?;
	Pallet::<T>::append(&mut book, tranche, withdrawal)?;
	// Only the queue is written: the pool stays behind.
	Pools::<T>::mutate_extant(id, |pool| pool.tranche_mut(tranche).queue = book.pool.tranche(tranche).queue);
	Ok(())
}

/// Have `count` accounts that never held the asset wait to leave the junior tranche of a pool,
/// since long enough. One account in senior has to wait, and is read with each of them.
pub(super) fn queue<T: Config>(id: PoolId, count: u32) -> Result<(), BenchmarkError> {
	wait::<T>(id, Tranche::Senior, count, Moment::MAX)?;
	for n in 0..count {
		wait::<T>(id, Tranche::Junior, n, 0)?;
	}
	check::<T>();
	Ok(())
}

/// The number of the incident that waits behind the one with the product's number.
pub(super) fn second(n: u32) -> u32 {
	number(MAX_PRODUCTS_PER_POOL + n)
}

/// Lock `amount` on the product with the number `n` of a pool for an incident.
pub(super) fn touch<T: Config>(id: PoolId, incident: IncidentId, n: u32, amount: Balance, stage: LockStage) {
	let product = number(n);
	Locks::<T>::insert(incident, id, Lock { product, amount, stage });
	let mut pool = Pools::<T>::get(id).expect("the pool is opened");
	pool.freezes.try_push((incident, product)).expect("two places for each product");
	Pallet::<T>::refresh_locked(id, &mut pool, product).expect("locks fit");
	Pools::<T>::insert(id, pool);
}

/// Lock `amount` for two incidents on each of these products of a pool.
pub(super) fn touch_twice<T: Config>(id: PoolId, numbers: Range<u32>, amount: Balance) {
	for n in numbers {
		touch::<T>(id, number(n), n, amount, LockStage::Open);
		touch::<T>(id, second(n), n, amount, LockStage::Open);
	}
}

/// Give a pool `count` partial settlements that can still be topped up, at most all that there can
/// be. They want far more than the pool has. Each has got so much more than the next, and wants so
/// much more, that a fraction of all leaves only one of them out. So the fraction is computed
/// nearly as often as there are settlements.
pub fn fall_short<T: Config>(id: PoolId, count: u32) {
	let mut part = Permill::from_percent(90);
	let short = |n: u32| {
		let loss: Balance = 1 << (125 - n);
		let from_pool = part.mul_floor(loss);
		part = part * Permill::from_percent(90);
		let owed_by_pool = loss - from_pool;
		let settlement = Settlement { loss, from_pool, owed_by_pool, ..Settlement::default() };
		Short { incident: number(1_000 + n), cutoff: 0, capital: CAPITAL, settlement }
	};
	let partials: Vec<_> = (0..count).map(short).collect();
	Pools::<T>::mutate_extant(id, |pool| pool.owed = partials.iter().map(Short::waits_for).sum());
	PartialSettlements::<T>::insert(id, Partials::truncate_from(partials));
}

/// A busy pool with `lines` products, two incidents on each of them but the last, and `count`
/// partial settlements.
pub(super) fn undercapitalised_pool<T: Config>(lines: u32, count: u32) -> Result<PoolId, BenchmarkError> {
	let asset = asset::<T>()?;
	let id = busy_pool::<T>(&asset, 0, lines)?;
	touch_twice::<T>(id, 0..lines - 1, COVER);
	if count > 0 {
		fall_short::<T>(id, count);
	}
	Ok(id)
}

/// Units of a pool's asset in transit.
pub(super) fn money<T: Config>(id: PoolId, amount: Balance) -> CreditOf<T> {
	T::Assets::issue(Pools::<T>::get(id).unwrap().asset, amount)
}

/// Pools with as many products as they can have, all with cover in force. Each product has two
/// incidents, but the last has a second one only if `is_full`.
pub(super) fn locked_pools<T: Config>(count: u32, is_full: bool) -> Result<Vec<PoolId>, BenchmarkError> {
	let asset = asset::<T>()?;
	let mut pools = Vec::new();
	for _ in 0..count {
		let id = new_pool::<T>(&asset, CAPITAL)?;
		underwrite::<T>(id, ALL)?;
		fill_day::<T>(id, 1)?;
		touch_twice::<T>(id, 0..LAST, COVER);
		touch::<T>(id, number(LAST), LAST, COVER, LockStage::Open);
		if is_full {
			touch::<T>(id, second(LAST), LAST, COVER, LockStage::Open);
		}
		pools.push(id);
	}
	check::<T>();
	Ok(pools)
}

/// Returns the balance of an account in an asset.
pub(super) fn balance<T: Config>(asset: &AssetId, who: &T::AccountId) -> Balance {
	T::Assets::balance(asset.clone(), who)
}

/// The ends of cover and premium on a day on which other cover and premium of a busy pool end.
pub(super) fn a_year() -> Ends {
	let millis = 365 * DAY - 1;
	Ends { expires: Active(START.1 + millis), until: Wall(START.0 + millis) }
}

/// Cover on the last of `lines` products of a busy pool, and its ends: days before other cover and
/// premium end.
pub(super) fn backed<T: Config>(lines: u32) -> Result<(Backing, Ends), BenchmarkError> {
	let id = busy_pool::<T>(&asset::<T>()?, 0, lines)?;
	let (product, premium) = (number(lines - 1), money::<T>(id, PREMIUM * 1_000));
	let Ends { expires: Active(expires), until: Wall(until) } = a_year();
	let ends = Ends { expires: Active(expires - 2 * DAY), until: Wall(until - 2 * DAY) };
	let stream = <Pallet<T> as Underwriting<_>>::open_cover(id, product, COVER, premium, ends)
		.map_err(|(error, _)| error)?;
	// Premium is earned when the cover is changed, as it is with most changes.
	T::BenchmarkHelper::set_clock(T::Clock::now() + HOUR, T::Clock::active() + HOUR);
	Ok((Backing { pool: id, product, cover: COVER, expires: ends.expires, stream }, ends))
}

/// Asserts that the pool has crossed every day.
pub(super) fn assert_caught_up<T: Config>(id: PoolId) {
	assert_eq!(PremiumEnds::<T>::iter_prefix(id).count(), 1);
	assert_eq!(CoverEnds::<T>::iter_prefix(id).count(), 1);
	assert_eq!(Pools::<T>::get(id).unwrap().pledge, None);
	check::<T>();
}

/// Asserts that every payee has got its fees payable.
pub(super) fn assert_paid<T: Config>(id: PoolId, asset: &AssetId) {
	let pool = Pools::<T>::get(id).unwrap();
	assert_eq!(pool.fees_payable, FeesPayable::default());
	for who in [Pallet::<T>::treasury(), pool.manager] {
		assert!(balance::<T>(asset, &who) > 0);
	}
	check::<T>();
}
