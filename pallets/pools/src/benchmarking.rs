//! Benchmarks: what each piece of work costs at its worst. The reserve's part in it is done by the runtime's own reserve
//! and measured with it.
//!
//! The worst pool is a busy one, see `busy_pool`: it is private, underwrites as many products as it can, and on each of
//! the days that a call has to catch up a premium and cover on every product end. Shares return to both classes on the
//! first two of them, and with the last the premium ends that is pledged for a loan, of which most is written off then.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use crate::{exits::ExitOf, pallet::*, positions::PositionOf, types::*, weights::WeightInfo};
use alloc::vec::Vec;
use breakwater_math::stream;
use breakwater_primitives::*;
use core::ops::Range;
use frame_benchmarking::v2::*;
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		EnsureOrigin, OnTimestampSet,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use sp_runtime::Permill;

/// What the benchmarks need of the runtime: the pallet cannot set it up through its own storage.
pub trait BenchmarkHelper {
	/// A new asset with a minimum balance of one unit, which every account can receive.
	fn asset() -> AssetId;

	/// Have the reserve stand behind a pool so far that, asked for the first time and for at least `wanted`, it pays a
	/// part, owes a part, and leaves a part to the pool.
	fn backstop(pool: PoolId, asset: AssetId, wanted: Balance);
}

/// What a pool's manager deposits.
const CAPITAL: Balance = 1_000_000_000_000_000;
/// The cover on each product that ends on a day, or that is bought.
const COVER: Balance = 1_000_000;
/// The premium that is earned on a day, or that is paid. Does not divide into milliseconds.
const PREMIUM: Balance = 1_000_003;
/// A loss far above everything that a pool has.
const LOSS: Balance = 1 << 62;
/// A product's group: with all in one, a pool's capital is reckoned the longest.
const GROUP: GroupId = 7;
/// The clocks when a pool is opened: each at the beginning of a day.
const START: ClockState = ClockState { now: 20_000 * DAY, active: 1_000 * DAY, resumed_at: 0 };
/// All places that a pool has.
const ALL: Range<u32> = 0..MAX_PRODUCTS_PER_POOL;
/// The product in the last of them.
const LAST: u32 = MAX_PRODUCTS_PER_POOL - 1;

/// The ids of products and incidents, high enough to be nobody else's.
fn number(n: u32) -> u32 {
	u32::MAX / 2 + n
}

/// Fails if an invariant does not hold: no benchmark rests on, or ends in, a state that cannot be.
fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// An origin that may do what referenda do.
fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Move both clocks from the beginning of a day into the `days`-th day after it.
fn pass<T: Config>(days: u32) {
	let millis = Moment::from(days) * DAY + DAY / 2;
	Clock::<T>::mutate(|clock| {
		clock.now += millis;
		clock.active += millis;
	});
}

/// A new asset that pools can be opened in. The clocks begin.
fn asset<T: Config>() -> Result<AssetId, BenchmarkError> {
	Clock::<T>::put(START);
	let asset = T::BenchmarkHelper::asset();
	Pallet::<T>::do_list_asset(asset.clone(), AssetRules { min_deposit: 1, min_exit: 1 })?;
	Ok(asset)
}

/// Give an account units of an asset, and native tokens for deposits.
fn fund<T: Config>(who: &T::AccountId, asset: &AssetId, amount: Balance) -> Result<(), BenchmarkError> {
	T::Assets::mint_into(AssetId::Native, who, CAPITAL)?;
	T::Assets::mint_into(asset.clone(), who, amount)?;
	Ok(())
}

/// A pool with capital of its manager, who has nothing left of the asset.
fn new_pool<T: Config>(asset: &AssetId, capital: Balance) -> Result<PoolId, BenchmarkError> {
	let id = NextPool::<T>::get();
	let manager: T::AccountId = account("manager", id, 0);
	fund::<T>(&manager, asset, T::Assets::minimum_balance(asset.clone()) + capital)?;
	Pallet::<T>::do_create_pool(manager.clone(), asset.clone(), options::<T>())?;
	Pallet::<T>::do_deposit(manager, id, Class::Junior, capital, 0)?;
	Ok(id)
}

/// What managers choose.
fn options<T: Config>() -> PoolOptions {
	PoolOptions {
		leverage: MIN_LEVERAGE,
		fee: Pallet::<T>::limits().max_fee,
		senior_factor: Permill::from_percent(50),
		is_private: true,
	}
}

/// An account with native tokens for deposits, and nothing of any pool's asset.
fn somebody<T: Config>(name: &'static str, n: u32) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account(name, n, 0);
	T::Assets::mint_into(AssetId::Native, &who, CAPITAL)?;
	Ok(who)
}

/// Add a position to a class, for which somebody else put up the deposit. Those of its shares that are returning do so on
/// their day.
fn hold<T: Config>(
	id: PoolId,
	class: Class,
	who: &T::AccountId,
	change: impl FnOnce(PositionOf<T>) -> PositionOf<T>,
) -> Result<(), BenchmarkError> {
	let mut pool = Pools::<T>::get(id).unwrap();
	let depositor = somebody::<T>("depositor", Positions::<T>::iter_keys().count() as u32)?;
	let ticket = Pallet::<T>::take_deposit::<PositionOf<T>>(&depositor)?;
	let book = pool.class_mut(class);
	let position = change(Position::new(book.series, depositor, ticket));
	book.shares += position.shares + position.queued;
	book.queued += position.queued;
	book.returning += position.returning;
	if position.returning > 0 {
		ReturnEnds::<T>::mutate((id, class, position.returns_on), |sum| *sum += position.returning);
	}
	Pools::<T>::insert(id, pool);
	Positions::<T>::insert((id, class, who), position);
	Ok(())
}

/// Have the reserve lend to a pool, for which everything that streams in now is pledged.
fn lend<T: Config>(id: PoolId, asset: &AssetId) -> Result<(), BenchmarkError> {
	let wanted = CAPITAL / 8;
	T::BenchmarkHelper::backstop(id, asset.clone(), wanted);
	let draw = T::Backstop::draw(number(ALL.end), id, asset.clone(), CAPITAL, wanted)?;
	let owed = draw.expect("the reserve stands behind the pool").credit.peek();
	Pools::<T>::mutate_extant(id, |pool| {
		pool.generation = 1;
		pool.pledge = Some(Pledge { owed, books: pool.books });
	});
	Ok(())
}

/// Have a pool underwrite the products with these numbers.
fn underwrite<T: Config>(id: PoolId, numbers: Range<u32>) -> Result<(), BenchmarkError> {
	let asset = Pools::<T>::get(id).unwrap().asset;
	let mut lines = Lines::default();
	for product in numbers.map(number) {
		if !Products::<T>::contains_key(product) {
			Pallet::<T>::do_register_product(product, asset.clone(), GROUP)?;
		}
		Underwriters::<T>::mutate(product, |pools| pools.try_push(id)).expect("the product has a place left");
		let line = Line::new(product, GROUP, Permill::one());
		lines.try_push(line).expect("the pool has a place left");
	}
	PoolLines::<T>::insert(id, lines);
	Ok(())
}

/// Premiums and cover on all products of a pool that end `days` days after the start.
fn fill_day<T: Config>(id: PoolId, days: u32) -> Result<(), BenchmarkError> {
	let mut pool = Pools::<T>::get(id).unwrap();
	let mut lines = PoolLines::<T>::get(id);
	let millis = Moment::from(days) * DAY;
	let boundary = day_of(START.now + millis).unwrap();
	let (rate, remainder) = stream::open(PREMIUM, millis).unwrap();
	pool.books = pool.books.add(rate, remainder, millis).unwrap();
	let nothing = Default::default();
	let bucket = PremiumBucket::default().replaced(pool.fresh_generation(), true, nothing, (rate, remainder));
	PremiumEnds::<T>::insert(id, boundary, bucket.unwrap());

	lines.iter_mut().for_each(|line| line.exposure += COVER);
	let bucket: Vec<_> = lines.iter().map(|line| (line.product, COVER)).collect();
	CoverEnds::<T>::insert(id, day_of(START.active + millis).unwrap(), CoverBucket::truncate_from(bucket));
	T::Assets::mint_into(pool.asset.clone(), &Pallet::<T>::account_of(id)?, PREMIUM)?;
	Pools::<T>::insert(id, pool);
	PoolLines::<T>::insert(id, lines);
	Ok(())
}

/// The same on each of the next `days` days, and long after. As after a loss, the pool's capital is reckoned whenever it
/// is written. The reserve has lent, for which the premiums of these days are pledged.
fn fill<T: Config>(id: PoolId, days: u32) -> Result<(), BenchmarkError> {
	for days in 1..=days {
		fill_day::<T>(id, days)?;
	}
	lend::<T>(id, &Pools::<T>::get(id).unwrap().asset)?;
	fill_day::<T>(id, days + 365)?;
	Pools::<T>::mutate_extant(id, |pool| pool.is_short = true);
	Ok(())
}

/// A pool with both classes, as many products as it can have and `days` days to catch up, on each of which a premium and
/// cover on all products end.
fn busy_pool<T: Config>(asset: &AssetId, days: u32) -> Result<PoolId, BenchmarkError> {
	let id = new_pool::<T>(asset, CAPITAL)?;
	let manager = Pools::<T>::get(id).unwrap().manager;
	fund::<T>(&manager, asset, CAPITAL / 4)?;
	Pallet::<T>::do_deposit(manager, id, Class::Senior, CAPITAL / 4, 0)?;
	underwrite::<T>(id, ALL)?;
	fill::<T>(id, days)?;
	for (n, class) in (0u32..).zip(Class::ALL) {
		for day in 1..=RETURN_DAYS {
			let who = somebody::<T>("returner", 2 * n + day)?;
			let returns_on = day_of(START.active).unwrap() + day;
			hold::<T>(id, class, &who, |position| Position {
				shares: 1,
				returning: 1,
				returns_on,
				..position
			})?;
		}
	}
	// The prices of the first day are recorded; those of the last are not.
	pass::<T>(days);
	check::<T>();
	Ok(id)
}

/// Have somebody wait to leave a class with a thousandth of its shares, until `ready_at` at least.
fn wait<T: Config>(id: PoolId, class: Class, n: u32, ready_at: Moment) -> Result<(), BenchmarkError> {
	let who = somebody::<T>("underwriter", n)?;
	let shares = Pools::<T>::get(id).unwrap().class(class).shares / 1_000;
	hold::<T>(id, class, &who, |position| Position { queued: shares, ..position })?;
	let ticket = Pallet::<T>::take_deposit::<ExitOf<T>>(&who)?;
	let exit = Exit { who, shares, min_out: 1, ready_at, ticket, before: None, after: None };
	let mut book = Pallet::<T>::load(id, 0)?;
	Pallet::<T>::append(&mut book, class, exit)?;
	// Nothing but the queue: the pool stays behind.
	Pools::<T>::mutate_extant(id, |pool| pool.class_mut(class).queue = book.pool.class(class).queue);
	Ok(())
}

/// Have `count` accounts that never held the asset wait to leave the junior class of a pool, since long enough; and one in
/// senior that has to wait, and is looked at with each of them.
fn queue<T: Config>(id: PoolId, count: u32) -> Result<(), BenchmarkError> {
	wait::<T>(id, Class::Senior, count, Moment::MAX)?;
	for n in 0..count {
		wait::<T>(id, Class::Junior, n, 0)?;
	}
	check::<T>();
	Ok(())
}

/// The number of the incident that waits behind the one with the product's number.
fn second(n: u32) -> u32 {
	number(MAX_PRODUCTS_PER_POOL + n)
}

/// Pin `amount` on the product with the number `n` of a pool for an incident.
fn touch<T: Config>(id: PoolId, incident: IncidentId, n: u32, amount: Balance, stage: PinStage) {
	let product = number(n);
	Pins::<T>::insert(incident, id, Pin { product, amount, stage });
	Frozen::<T>::mutate(id, |incidents| incidents.try_push((incident, product)))
		.expect("two places for each product");
	PoolLines::<T>::mutate(id, |lines| Pallet::<T>::refresh_pinned(id, lines, product)).expect("pins fit");
}

/// Two incidents on each of these products of a pool.
fn touch_twice<T: Config>(id: PoolId, numbers: Range<u32>, amount: Balance) {
	for n in numbers {
		touch::<T>(id, number(n), n, amount, PinStage::Open);
		touch::<T>(id, second(n), n, amount, PinStage::Open);
	}
}

/// Give a pool `count` short settlements that can still be raised, at most all that there can be, and that want far more than
/// it has. Each has got so much more than the next, and wants so much more, that a fraction of all leaves only one of them
/// out: it is reckoned nearly as often as there are settlements.
pub fn fall_short<T: Config>(id: PoolId, count: u32) {
	let mut part = Permill::from_percent(90);
	let short = |n: u32| {
		let loss: Balance = 1 << (125 - n);
		let from_pool = part.mul_floor(loss);
		part = part * Permill::from_percent(90);
		let owed_by_pool = loss - from_pool;
		let settlement = Settlement { loss, from_pool, owed_by_pool, ..Settlement::default() };
		Short { incident: number(1_000 + n), horizon: 0, capital: CAPITAL, settlement }
	};
	let shorts: Vec<_> = (0..count).map(short).collect();
	Pools::<T>::mutate_extant(id, |pool| pool.owed = shorts.iter().map(Short::waits_for).sum());
	ShortSettlements::<T>::insert(id, Shorts::truncate_from(shorts));
}

/// A pool with everything to catch up, two incidents on each of its products but the last, and `count` short settlements.
fn short_pool<T: Config>(count: u32) -> Result<PoolId, BenchmarkError> {
	let asset = asset::<T>()?;
	let id = busy_pool::<T>(&asset, MAX_BUCKETS)?;
	touch_twice::<T>(id, 0..LAST, COVER);
	if count > 0 {
		fall_short::<T>(id, count);
	}
	Ok(id)
}

/// Units of a pool's asset in transit.
fn money<T: Config>(id: PoolId, amount: Balance) -> CreditOf<T> {
	T::Assets::issue(Pools::<T>::get(id).unwrap().asset, amount)
}

/// Pools with as many products as they can have, all with cover in force and two incidents, but for a second one on the last
/// unless `is_full`.
fn pinned_pools<T: Config>(count: u32, is_full: bool) -> Result<Vec<PoolId>, BenchmarkError> {
	let asset = asset::<T>()?;
	let mut pools = Vec::new();
	for _ in 0..count {
		let id = new_pool::<T>(&asset, CAPITAL)?;
		underwrite::<T>(id, ALL)?;
		fill_day::<T>(id, 1)?;
		touch_twice::<T>(id, 0..LAST, COVER);
		touch::<T>(id, number(LAST), LAST, COVER, PinStage::Open);
		if is_full {
			touch::<T>(id, second(LAST), LAST, COVER, PinStage::Open);
		}
		pools.push(id);
	}
	check::<T>();
	Ok(pools)
}

/// What an account has of an asset.
fn balance<T: Config>(asset: &AssetId, who: &T::AccountId) -> Balance {
	T::Assets::balance(asset.clone(), who)
}

/// The pool is caught up, and everyone has got his dues.
fn assert_caught_up<T: Config>(id: PoolId, asset: &AssetId) {
	let pool = Pools::<T>::get(id).unwrap();
	assert_eq!(PremiumEnds::<T>::iter_prefix(id).count(), 1);
	assert_eq!(CoverEnds::<T>::iter_prefix(id).count(), 1);
	assert_eq!((pool.dues, pool.pledge), (Dues::default(), None));
	for who in [Pallet::<T>::treasury(), pool.manager] {
		assert!(balance::<T>(asset, &who) > 0);
	}
	check::<T>();
}

/// One for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// Time goes on by more than counts.
	#[benchmark]
	pub fn tick() -> Result<(), BenchmarkError> {
		Clock::<T>::put(START);

		#[block]
		{
			Pallet::<T>::on_timestamp_set(START.now + YEAR);
		}

		assert_eq!(Clock::<T>::get().now, START.now + YEAR);
		Ok(())
	}

	/// In an asset that is not the native token, which the manager keeps some of.
	#[benchmark]
	pub fn create_pool() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = NextPool::<T>::get();
		let caller: T::AccountId = whitelisted_caller();
		fund::<T>(&caller, &asset, CAPITAL)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), asset, options::<T>());

		assert_eq!(Pools::<T>::get(id).unwrap().manager, caller);
		assert!(Deposits::<T>::contains_key(id));
		check::<T>();
		Ok(())
	}

	/// A pool's last place, in a product that is full of pools without exposure, which all have to be looked at: the
	/// product is the last of each. The smallest is displaced.
	#[benchmark]
	pub fn set_weight() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let mut others = Vec::new();
		for _ in 0..MAX_POOLS_PER_PRODUCT {
			let other = new_pool::<T>(&asset, CAPITAL)?;
			underwrite::<T>(other, ALL)?;
			others.push(other);
		}
		let id = new_pool::<T>(&asset, CAPITAL + 1)?;
		underwrite::<T>(id, MAX_PRODUCTS_PER_POOL..MAX_PRODUCTS_PER_POOL + LAST)?;
		check::<T>();
		let manager = Pools::<T>::get(id).unwrap().manager;

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), id, number(LAST), Permill::one());

		assert!(PoolLines::<T>::get(id).is_full());
		assert_eq!(PoolLines::<T>::get(others[0]).len(), LAST as usize);
		assert_eq!(Underwriters::<T>::get(number(LAST)).last(), Some(&id));
		check::<T>();
		Ok(())
	}

	/// The first deposit of somebody on the list who gives all he has, into the senior class of a busy pool that is as far
	/// behind as it may be.
	#[benchmark]
	pub fn deposit() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, MAX_BUCKETS)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let caller: T::AccountId = whitelisted_caller();
		fund::<T>(&caller, &asset, CAPITAL)?;
		Pallet::<T>::do_set_allowed(manager, id, caller.clone(), true)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id, Class::Senior, CAPITAL, 1);

		assert!(Positions::<T>::get((id, Class::Senior, &caller)).unwrap().shares > 0);
		assert_eq!(balance::<T>(&asset, &caller), 0);
		check::<T>();
		Ok(())
	}

	/// A part of a position, in a busy pool that is as far behind as it may be, behind somebody else.
	#[benchmark]
	pub fn request_exit() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, MAX_BUCKETS)?;
		queue::<T>(id, 1)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let shares = Positions::<T>::get((id, Class::Junior, &manager)).unwrap().shares / 2;

		#[extrinsic_call]
		_(RawOrigin::Signed(manager.clone()), id, Class::Junior, shares, 1);

		assert_eq!(Exits::<T>::get((id, Class::Junior, 1)).unwrap().who, manager);
		check::<T>();
		Ok(())
	}

	/// `e` exits, all paid in full, to accounts that never held the asset, by a busy pool that is as far behind as it may
	/// be. All have a position less after it, for which somebody else gets his deposit back.
	#[benchmark]
	pub fn serve_exits(e: Linear<1, MAX_SERVE>) -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, MAX_BUCKETS)?;
		queue::<T>(id, e)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, e);

		assert_eq!(Pools::<T>::get(id).unwrap().junior.queue.length, 0);
		assert!(balance::<T>(&asset, &account("underwriter", e - 1, 0)) > 0);
		check::<T>();
		Ok(())
	}

	/// `d` days of a busy pool. Treasury and manager have nothing of the asset and get their first dues, the reserve its
	/// share and a part of its loan; the rest of that is written off.
	#[benchmark]
	pub fn poke(d: Linear<1, MAX_POKE>) -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, d)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, d);

		assert_caught_up::<T>(id, &asset);
		Ok(())
	}

	/// The pool's manager: whether it is a referendum is asked before.
	#[benchmark]
	pub fn set_status() -> Result<(), BenchmarkError> {
		let id = new_pool::<T>(&asset::<T>()?, CAPITAL)?;
		let manager = Pools::<T>::get(id).unwrap().manager;

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), id, PoolStatus::Paused);

		assert_eq!(Pools::<T>::get(id).unwrap().status, PoolStatus::Paused);
		Ok(())
	}

	/// New minima of an asset that is listed.
	#[benchmark]
	pub fn list_asset() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = asset::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset.clone(), 2, 3);

		assert_eq!(ListedAssets::<T>::get(asset), Some(AssetRules { min_deposit: 2, min_exit: 3 }));
		Ok(())
	}

	/// By an account that has nothing of the asset.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = new_pool::<T>(&asset, CAPITAL)?;
		let caller: T::AccountId = whitelisted_caller();
		T::Assets::mint_into(asset.clone(), &Pallet::<T>::account_of(id)?, COVER)?;
		Claimable::<T>::insert(id, &caller, COVER);
		Pools::<T>::mutate_extant(id, |pool| pool.claimable = COVER);
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id);

		assert_eq!(balance::<T>(&asset, &caller), COVER);
		check::<T>();
		Ok(())
	}

	/// One of three who wait in a busy pool that is as far behind as it may be, the middle one, some of whose shares are
	/// returning already.
	#[benchmark]
	pub fn cancel_exit() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, MAX_BUCKETS)?;
		queue::<T>(id, 3)?;
		let caller = Exits::<T>::get((id, Class::Junior, 1)).unwrap().who;
		let returns_on = day_of(Clock::<T>::get().active).unwrap() + 1;
		let returning = 1_000;
		ReturnEnds::<T>::insert((id, Class::Junior, returns_on), returning);
		let key = (id, Class::Junior, &caller);
		let position = Positions::<T>::get(key).unwrap();
		Positions::<T>::insert(key, Position { shares: returning, returning, returns_on, ..position });
		Pools::<T>::mutate_extant(id, |pool| {
			pool.junior.shares += returning;
			pool.junior.returning += returning;
		});
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id, Class::Junior, 1);

		let position = Positions::<T>::get((id, Class::Junior, &caller)).unwrap();
		assert_eq!((position.queued, position.returns_on), (0, returns_on + 1));
		assert_eq!(position.returning, position.shares);
		check::<T>();
		Ok(())
	}

	/// A whole position, for which somebody else put up the deposit, to an account on the list that has none.
	#[benchmark]
	pub fn transfer() -> Result<(), BenchmarkError> {
		let id = new_pool::<T>(&asset::<T>()?, CAPITAL)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let caller: T::AccountId = whitelisted_caller();
		T::Assets::mint_into(AssetId::Native, &caller, CAPITAL)?;
		let to = somebody::<T>("receiver", 0)?;
		hold::<T>(id, Class::Junior, &caller, |position| Position { shares: CAPITAL, ..position })?;
		Pallet::<T>::do_set_allowed(manager, id, to.clone(), true)?;
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id, Class::Junior, to.clone(), CAPITAL);

		assert!(!Positions::<T>::contains_key((id, Class::Junior, &caller)));
		assert_eq!(Positions::<T>::get((id, Class::Junior, &to)).unwrap().depositor, caller);
		check::<T>();
		Ok(())
	}

	/// The senior class of a busy pool that is as far behind as it may be.
	#[benchmark]
	pub fn reset_class() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, MAX_BUCKETS)?;
		let caller = somebody::<T>("caller", 0)?;
		Pools::<T>::mutate_extant(id, |pool| pool.senior.assets = 0);
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, Class::Senior);

		let senior = Pools::<T>::get(id).unwrap().senior;
		assert_eq!((senior.shares, senior.series), (0, 1));
		check::<T>();
		Ok(())
	}

	/// A position of an earlier series.
	#[benchmark]
	pub fn drop_position() -> Result<(), BenchmarkError> {
		let id = new_pool::<T>(&asset::<T>()?, CAPITAL)?;
		let who = somebody::<T>("underwriter", 0)?;
		hold::<T>(id, Class::Senior, &who, |position| Position { shares: 1, ..position })?;
		Pallet::<T>::do_reset_class(id, Class::Senior)?;
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, Class::Senior, who.clone());

		assert!(!Positions::<T>::contains_key((id, Class::Senior, &who)));
		check::<T>();
		Ok(())
	}

	/// A lower one than was announced, in a busy pool that is as far behind as it may be.
	#[benchmark]
	pub fn set_fee() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, MAX_BUCKETS)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		Pools::<T>::mutate_extant(id, |pool| {
			let next = FeeChange { fee: pool.fee, ready_at: 0 };
			pool.fee = Permill::zero();
			pool.next_fee = Some(next);
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), id, Permill::zero());

		let pool = Pools::<T>::get(id).unwrap();
		assert_eq!((pool.fee, pool.next_fee), (Permill::zero(), None));
		check::<T>();
		Ok(())
	}

	/// A new entry of the list.
	#[benchmark]
	pub fn set_allowed() -> Result<(), BenchmarkError> {
		let id = new_pool::<T>(&asset::<T>()?, CAPITAL)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let who: T::AccountId = account("underwriter", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), id, who.clone(), true);

		assert!(Allowed::<T>::contains_key(id, &who));
		check::<T>();
		Ok(())
	}

	/// A round that comes to the pool after the first, so that it has to be remembered; with a look at one pool.
	#[benchmark]
	pub fn idle_round() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		new_pool::<T>(&asset, CAPITAL)?;
		let id = new_pool::<T>(&asset, CAPITAL)?;
		IdleCursor::<T>::put(id);
		let room = T::WeightInfo::idle_round().saturating_add(T::WeightInfo::idle_peek());
		let mut meter = WeightMeter::with_limit(room);

		#[block]
		{
			Pallet::<T>::visit_pools(&mut meter);
		}

		assert_ne!(IdleCursor::<T>::get(), id);
		Ok(())
	}

	/// A pool with as many products as it can have and cover on none, in which nothing is to be done.
	#[benchmark]
	pub fn idle_peek() -> Result<(), BenchmarkError> {
		let id = new_pool::<T>(&asset::<T>()?, CAPITAL)?;
		underwrite::<T>(id, ALL)?;
		pass::<T>(1);
		let has_work;

		#[block]
		{
			has_work = Pallet::<T>::has_work(id);
		}

		assert!(!has_work);
		Ok(())
	}

	/// A busy pool that is as far behind as a visit catches up. Treasury and manager have nothing of the asset and get
	/// their first dues, the reserve its share and a part of its loan; the rest of that is written off. There is room for no
	/// exit.
	#[benchmark]
	pub fn idle_visit() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, MAX_BUCKETS)?;
		queue::<T>(id, 1)?;
		let mut meter = WeightMeter::with_limit(Weight::zero());

		#[block]
		{
			with_storage_layer(|| Pallet::<T>::visit(id, &mut meter))?;
		}

		assert_caught_up::<T>(id, &asset);
		assert_eq!(ReturnEnds::<T>::iter_prefix((id, Class::Junior)).count(), 0);
		Ok(())
	}

	/// Paid in full to an account that never held the asset and has no position after it, by a pool with as many products
	/// as it can have.
	#[benchmark]
	pub fn idle_exit() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 1)?;
		queue::<T>(id, 1)?;
		let mut book = Pallet::<T>::load_caught_up(id)?;

		#[block]
		{
			assert!(Pallet::<T>::serve_next(&mut book)?);
		}

		assert!(balance::<T>(&asset, &account("underwriter", 0, 0)) > 0);
		Ok(())
	}

	/// An incident on a product of `p` pools that waits behind another one, each with two on every other one of its products.
	#[benchmark]
	pub fn pin(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let pools = pinned_pools::<T>(p, false)?;

		#[block]
		{
			Pallet::<T>::do_pin(second(LAST), number(LAST));
		}

		for id in pools {
			assert!(Pins::<T>::contains_key(second(LAST), id));
			assert!(Frozen::<T>::get(id).is_full());
		}
		check::<T>();
		Ok(())
	}

	/// An incident that pins `p` pools, with another one behind it, each with two on every one of its products.
	#[benchmark]
	pub fn release(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let pools = pinned_pools::<T>(p, true)?;

		#[block]
		{
			Pallet::<T>::do_release_all(number(LAST));
		}

		for id in pools {
			assert!(!Pins::<T>::contains_key(number(LAST), id));
			assert_eq!(Frozen::<T>::decode_len(id), Some(MAX_FREEZES as usize - 1));
		}
		check::<T>();
		Ok(())
	}

	/// A loss above everything that the pool has, after as many short settlements as leave a place, with two incidents on every
	/// other product, none of which counts: the reserve is asked at once. Another incident waits behind it.
	#[benchmark]
	pub fn settle() -> Result<(), BenchmarkError> {
		let id = short_pool::<T>(MAX_SHORTS - 1)?;
		touch::<T>(id, number(LAST), LAST, LOSS, PinStage::Tallied);
		touch::<T>(id, second(LAST), LAST, LOSS + COVER, PinStage::Open);
		check::<T>();
		let settled;

		#[block]
		{
			settled = Pallet::<T>::do_settle(number(LAST), id, 0);
		}

		let (settlement, credit) = settled?;
		assert!(settlement.is_final && settlement.from_pool > 0 && settlement.owed_by_pool > 0);
		assert_eq!(Some(credit.peek()), settlement.funded());
		assert!(ShortSettlements::<T>::get(id).is_full());
		assert_eq!(Pins::<T>::get(second(LAST), id).unwrap().amount, COVER);
		check::<T>();
		Ok(())
	}

	/// The short settlement of a pool that has got least, of as many as there can be, with two incidents on every product but
	/// one, none of which counts: it is final.
	#[benchmark]
	pub fn raise() -> Result<(), BenchmarkError> {
		let id = short_pool::<T>(MAX_SHORTS)?;
		let incident = number(1_000 + MAX_SHORTS - 1);
		check::<T>();
		let raised;

		#[block]
		{
			raised = Pallet::<T>::do_raise(incident, id);
		}

		let (settlement, credit) = raised?;
		assert!(settlement.is_final && credit.peek() > 0);
		check::<T>();
		Ok(())
	}

	/// A claim of an incident with another one behind it, in a pool with everything to catch up.
	#[benchmark]
	pub fn charge() -> Result<(), BenchmarkError> {
		let id = short_pool::<T>(0)?;
		touch::<T>(id, number(LAST), LAST, COVER, PinStage::Reserved);
		touch::<T>(id, second(LAST), LAST, COVER, PinStage::Open);
		check::<T>();
		let charged;

		#[block]
		{
			charged = Pallet::<T>::do_charge(number(LAST), id, COVER / 2);
		}

		assert_eq!(charged?.1.peek(), COVER / 2);
		assert_eq!(Pins::<T>::get(second(LAST), id).unwrap().amount, COVER - COVER / 2);
		check::<T>();
		Ok(())
	}

	/// An incident with another one behind it, in a pool that was short.
	#[benchmark]
	pub fn finish() -> Result<(), BenchmarkError> {
		let id = short_pool::<T>(0)?;
		touch::<T>(id, number(LAST), LAST, COVER, PinStage::Reserved);
		touch::<T>(id, second(LAST), LAST, COVER, PinStage::Open);
		check::<T>();

		#[block]
		{
			Pallet::<T>::do_finish(number(LAST), id)?;
		}

		assert!(!Pins::<T>::contains_key(number(LAST), id));
		check::<T>();
		Ok(())
	}

	/// A pool with two classes and everything to catch up.
	#[benchmark]
	pub fn compensate() -> Result<(), BenchmarkError> {
		let id = short_pool::<T>(0)?;
		let credit = money::<T>(id, COVER);
		let given;

		#[block]
		{
			given = Pallet::<T>::do_compensate(id, credit);
		}

		assert!(given.is_ok());
		check::<T>();
		Ok(())
	}

	/// Money that pays both debts of a settlement among as many as there can be, and a part of a loan, for a pool with
	/// everything to catch up.
	#[benchmark]
	pub fn recover() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, MAX_BUCKETS)?;
		let (incident, wanted) = (number(2_000), CAPITAL / 8);
		let draw = T::Backstop::draw(incident, id, asset, CAPITAL, wanted)?;
		let (from_reserve, held_back) = draw.map_or((0, 0), |draw| (draw.credit.peek(), draw.held_back));
		let lent = Pools::<T>::mutate(id, |slot| {
			let pool = slot.as_mut().unwrap();
			let owed = pool.pledge.map_or(0, |pledge| pledge.owed) + from_reserve;
			pool.generation += 1;
			pool.pledge = Some(Pledge { owed, books: pool.books });
			owed
		});
		fall_short::<T>(id, MAX_SHORTS - 1);
		let settlement = Settlement {
			loss: from_reserve + held_back + COVER,
			from_reserve,
			owed_by_reserve: held_back,
			owed_by_pool: COVER,
			is_final: true,
			..Settlement::default()
		};
		let short = Short { incident, horizon: 0, capital: CAPITAL, settlement };
		Pallet::<T>::keep(id, ShortSettlements::<T>::get(id), short);
		check::<T>();
		let credit = money::<T>(id, COVER + held_back + lent / 2);
		let recovered;

		#[block]
		{
			recovered = Pallet::<T>::do_recover(incident, id, credit);
		}

		let recovered = recovered.map_err(|(error, _)| error)?;
		assert_eq!((recovered.for_claims.peek(), recovered.back.peek()), (COVER + held_back, 0));
		let left = (PremiumEnds::<T>::iter_prefix(id).count(), CoverEnds::<T>::iter_prefix(id).count());
		assert_eq!(left, (1, 1), "what ends later");
		check::<T>();
		Ok(())
	}

	/// A final settlement among as many as there can be.
	#[benchmark]
	pub fn close() -> Result<(), BenchmarkError> {
		let id = short_pool::<T>(MAX_SHORTS - 1)?;
		let incident = number(2_000);
		let settlement =
			Settlement { loss: COVER, owed_by_pool: COVER, is_final: true, ..Settlement::default() };
		let short = Short { incident, horizon: 0, capital: CAPITAL, settlement };
		Pallet::<T>::keep(id, ShortSettlements::<T>::get(id), short);
		check::<T>();

		#[block]
		{
			Pallet::<T>::do_close(incident, id)?;
		}

		assert!(!ShortSettlements::<T>::get(id).is_full());
		check::<T>();
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
