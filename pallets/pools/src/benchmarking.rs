// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each piece of work at its worst. The runtime's own reserve does the
//! reserve's part, which is measured with it.
//!
//! The worst pool is a busy one, see `busy_pool`. It is private and underwrites as many products as
//! it can, or as many as a benchmark says. The benchmarks of calls measure it within a day. What a
//! day boundary costs is measured alone (`cross_day`): a premium and cover on every product end,
//! shares return to both tranches, and the premium ends that is pledged for a loan, most of which
//! is written off then.

// Benchmarks stop at the first unexpected result, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

mod setup;

use crate::{
	capital::{positions::PositionOf, withdrawals::WithdrawalOf},
	limits::*,
	pallet::*,
	types::*,
	weights::WeightInfo,
};
use alloc::vec::Vec;
use breakwater_math::stream;
use breakwater_primitives::*;
use core::ops::Range;
use frame_benchmarking::v2::*;
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		EnsureOrigin,
	},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use setup::*;
pub use setup::{fall_short, run_off};
use sp_runtime::Permill;

/// The setup that the benchmarks need of the runtime: the pallet cannot do it through its own
/// storage.
pub trait BenchmarkHelper {
	/// Returns a new asset with a minimum balance of one unit, which every account can receive.
	fn asset() -> AssetId;

	/// Set wall-clock and active time, in milliseconds.
	fn set_clock(now: Moment, active: Moment);

	/// Have the reserve stand behind a pool, and make a product in the asset known whose facts are
	/// good enough for it. Its class has rules of its own.
	fn admit(pool: PoolId, product: ProductId, asset: AssetId);

	/// Have the reserve stand behind a pool to a limited extent. Asked for the first time in this
	/// incident, and for at least `wanted`, it pays a part, owes a part, and leaves a part to the
	/// pool.
	fn backstop(pool: PoolId, incident: IncidentId, asset: AssetId, wanted: Balance);
}

/// One benchmark for each function of [`WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// A pool in an asset that is not the native token. The manager keeps some of the asset.
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

	/// A pool's last place, on a product that is full of pools with exposure. All of them have to
	/// be read, and the product is the last of each. The smallest pool is displaced, and takes the
	/// place of the last pool that runs off: only that one's run-off is over. The reserve stands
	/// behind the pool, so that the product's facts are read.
	#[benchmark]
	pub fn set_weight() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let mut others = Vec::new();
		for place in 1..=MAX_POOLS_PER_PRODUCT {
			let other = new_pool::<T>(&asset, CAPITAL)?;
			underwrite::<T>(other, ALL)?;
			if place < MAX_POOLS_PER_PRODUCT {
				fill_day::<T>(other, 1)?;
			}
			others.push(other);
		}
		let id = new_pool::<T>(&asset, CAPITAL * Balance::from(DISPLACES))?;
		underwrite::<T>(id, MAX_PRODUCTS_PER_POOL..MAX_PRODUCTS_PER_POOL + LAST)?;
		T::BenchmarkHelper::admit(id, number(LAST), asset);
		check::<T>();
		let manager = Pools::<T>::get(id).unwrap().manager;

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), id, number(LAST), Permill::one());

		assert!(Pools::<T>::get(id).unwrap().lines.is_full());
		let over = others[others.len() - 1];
		assert_eq!(Pools::<T>::get(over).unwrap().lines.len(), LAST as usize);
		let places = Underwriters::<T>::get(number(LAST));
		assert_eq!((places.selling.last(), places.running_off.last()), (Some(&id), Some(&others[0])));
		check::<T>();
		Ok(())
	}

	/// The first deposit of a listed account, of all that it has, into the senior tranche of a busy
	/// pool with `l` products.
	#[benchmark]
	pub fn deposit(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, l)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let caller: T::AccountId = whitelisted_caller();
		fund::<T>(&caller, &asset, CAPITAL)?;
		Pallet::<T>::do_set_allowed(manager, id, caller.clone(), true)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id, Tranche::Senior, CAPITAL, 1);

		assert!(Positions::<T>::get((id, Tranche::Senior, &caller)).unwrap().shares > 0);
		assert_eq!(balance::<T>(&asset, &caller), 0);
		check::<T>();
		Ok(())
	}

	/// A part of a position, in a busy pool with `l` products, behind another request.
	#[benchmark]
	pub fn request_withdrawal(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, l)?;
		queue::<T>(id, 1)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let shares = Positions::<T>::get((id, Tranche::Junior, &manager)).unwrap().shares / 2;

		#[extrinsic_call]
		_(RawOrigin::Signed(manager.clone()), id, Tranche::Junior, shares, 1);

		assert_eq!(Withdrawals::<T>::get((id, Tranche::Junior, 1)).unwrap().who, manager);
		check::<T>();
		Ok(())
	}

	/// `e` withdrawals, all paid in full, to accounts that never held the asset, by a busy pool.
	/// Each withdrawal removes a position, whose deposit goes back to another account.
	#[benchmark]
	pub fn process_withdrawals(e: Linear<1, MAX_PROCESSED>) -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, MAX_PRODUCTS_PER_POOL)?;
		queue::<T>(id, e)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, e);

		assert_eq!(Pools::<T>::get(id).unwrap().junior.queue.length, 0);
		assert!(balance::<T>(&asset, &account("underwriter", e - 1, 0)) > 0);
		check::<T>();
		Ok(())
	}

	/// A busy pool with `l` products. Treasury and manager have none of the asset and get their
	/// first fees payable. The reserve gets its share and a part of its loan.
	#[benchmark]
	pub fn accrue(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, l)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, 1);

		assert_paid::<T>(id, &asset);
		Ok(())
	}

	/// A day boundary of a busy pool with `l` products, at which everything ends that can. Most of
	/// the loan is written off.
	#[benchmark]
	pub fn cross_day(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 1, l)?;

		#[block]
		{
			assert!(Pallet::<T>::cross(id));
		}

		assert_caught_up::<T>(id);
		Ok(())
	}

	/// The part of a block in which a round over the day boundaries ends, without a pool.
	#[benchmark]
	pub fn day_round() -> Result<(), BenchmarkError> {
		new_pool::<T>(&asset::<T>()?, CAPITAL)?;
		let round = DayRound { next: Some(NextPool::<T>::get()), ..Default::default() };
		DayRounds::<T>::put(round);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::cross_days(&mut meter);
		}

		assert_eq!(DayRounds::<T>::get().next, None);
		Ok(())
	}

	/// The place of a product in a busy pool with `l` products.
	#[benchmark]
	pub fn line(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, l)?;
		let state;

		#[block]
		{
			state = Pallet::<T>::line_state(id, number(l - 1));
		}

		assert!(state?.room > COVER);
		Ok(())
	}

	/// Cover on the last of `l` products of a busy pool, which ends on a day on which other cover
	/// and premium end.
	#[benchmark]
	pub fn open_cover(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, l)?;
		let premium = money::<T>(id, PREMIUM);
		let opened;

		#[block]
		{
			opened = <Pallet<T> as Underwriting<_>>::open_cover(id, number(l - 1), COVER, premium, a_year());
		}

		assert!(opened.is_ok());
		check::<T>();
		Ok(())
	}

	/// Cover on the last of `l` products of a busy pool, whose new end is a day on which other
	/// cover and premium end.
	#[benchmark]
	pub fn extend_cover(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let (backing, _) = backed::<T>(l)?;
		let premium = money::<T>(backing.pool, PREMIUM);
		let extended;

		#[block]
		{
			extended = <Pallet<T> as Underwriting<_>>::extend_cover(&backing, premium, a_year(), Sale::New);
		}

		assert!(extended.is_ok());
		check::<T>();
		Ok(())
	}

	/// A part of cover on the last of `l` products of a busy pool.
	#[benchmark]
	pub fn use_cover(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let (backing, _) = backed::<T>(l)?;
		let used;

		#[block]
		{
			used = <Pallet<T> as Underwriting<CreditOf<T>>>::use_cover(&backing, COVER / 2);
		}

		assert!(used.is_ok());
		check::<T>();
		Ok(())
	}

	/// A part of cover on the last of `l` products of a busy pool, of whose premium a part is
	/// retained.
	#[benchmark]
	pub fn reduce_cover(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let (backing, _) = backed::<T>(l)?;
		let refund = Refund { worth: ONE / 2, fee: Permill::from_percent(2) };
		let reduced;

		#[block]
		{
			reduced = <Pallet<T> as Underwriting<_>>::reduce_cover(&backing, COVER / 2, refund);
		}

		assert!(reduced?.1.peek() > 0);
		check::<T>();
		Ok(())
	}

	/// Cover on the last of `l` products of a busy pool, whose last renewal is taken back.
	#[benchmark]
	pub fn shorten_cover(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let (backing, ends) = backed::<T>(l)?;
		let (Active(expires), Wall(until)) = (ends.expires, ends.until);
		let ends = Ends { expires: Active(expires - DAY), until: Wall(until - DAY) };
		let shortened;

		#[block]
		{
			shortened =
				<Pallet<T> as Underwriting<_>>::shorten_cover(&backing, ends, Fraction { part: 1, of: 2 });
		}

		assert!(shortened?.1.peek() > 0);
		check::<T>();
		Ok(())
	}

	/// Called by the manager of a busy pool, as the origin is tested for a referendum before.
	#[benchmark]
	pub fn set_status() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, MAX_PRODUCTS_PER_POOL)?;
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
		_(origin as T::RuntimeOrigin, asset.clone(), 3, 2);

		assert_eq!(ListedAssets::<T>::get(asset), Some(AssetRules { min_deposit: 3, min_withdrawal: 2 }));
		Ok(())
	}

	/// Every case is the worst: an asset has one group.
	#[benchmark]
	pub fn set_asset_group() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let asset = asset::<T>()?;
		Pallet::<T>::do_set_asset_group(asset.clone(), Some(7))?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset.clone(), Some(8));

		assert_eq!(AssetGroups::<T>::get(asset), Some(8));
		Ok(())
	}

	/// Called by an account that has none of the asset, of a busy pool.
	#[benchmark]
	pub fn collect() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, MAX_PRODUCTS_PER_POOL)?;
		let caller: T::AccountId = whitelisted_caller();
		T::Assets::mint_into(asset.clone(), &Pallet::<T>::account_of(id)?, COVER)?;
		Claimable::<T>::insert(id, &caller, COVER);
		Pools::<T>::mutate_extant(id, |pool| pool.claimable += COVER);
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id);

		assert_eq!(balance::<T>(&asset, &caller), COVER);
		check::<T>();
		Ok(())
	}

	/// The middle one of three requests, in a busy pool with `l` products. Some of its account's
	/// shares are unlocking already.
	#[benchmark]
	pub fn cancel_withdrawal(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, l)?;
		queue::<T>(id, 3)?;
		let caller = Withdrawals::<T>::get((id, Tranche::Junior, 1)).unwrap().who;
		let unlocks_on = day_of(T::Clock::active()).unwrap() + 1;
		let unlocking = 1_000;
		ReturnEnds::<T>::mutate((id, Tranche::Junior, unlocks_on), |sum| *sum += unlocking);
		let key = (id, Tranche::Junior, &caller);
		let position = Positions::<T>::get(key).unwrap();
		Positions::<T>::insert(key, Position { shares: unlocking, unlocking, unlocks_on, ..position });
		Pools::<T>::mutate_extant(id, |pool| {
			pool.junior.shares += unlocking;
			pool.junior.unlocking += unlocking;
		});
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id, Tranche::Junior, 1);

		let position = Positions::<T>::get((id, Tranche::Junior, &caller)).unwrap();
		assert_eq!((position.queued, position.unlocks_on), (0, unlocks_on + 1));
		assert_eq!(position.unlocking, position.shares);
		check::<T>();
		Ok(())
	}

	/// A whole position in a busy pool, whose deposit another account put up, to a listed account
	/// that has none.
	#[benchmark]
	pub fn transfer() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, MAX_PRODUCTS_PER_POOL)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let caller: T::AccountId = whitelisted_caller();
		T::Assets::mint_into(AssetId::Native, &caller, CAPITAL)?;
		let to = funded_account::<T>("receiver", 0)?;
		hold::<T>(id, Tranche::Junior, &caller, |position| Position { shares: CAPITAL, ..position })?;
		Pallet::<T>::do_set_allowed(manager, id, to.clone(), true)?;
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), id, Tranche::Junior, to.clone(), CAPITAL);

		assert!(!Positions::<T>::contains_key((id, Tranche::Junior, &caller)));
		assert_eq!(Positions::<T>::get((id, Tranche::Junior, &to)).unwrap().depositor, caller);
		check::<T>();
		Ok(())
	}

	/// The senior tranche of a busy pool to which all shares have returned.
	#[benchmark]
	pub fn reopen_tranche() -> Result<(), BenchmarkError> {
		let id = returned_pool::<T>()?;
		let caller = funded_account::<T>("caller", 0)?;
		Pools::<T>::mutate_extant(id, |pool| pool.senior.assets = 0);
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, Tranche::Senior);

		let senior = Pools::<T>::get(id).unwrap().senior;
		assert_eq!((senior.shares, senior.epoch), (0, 1));
		check::<T>();
		Ok(())
	}

	/// A position of an earlier epoch, in a busy pool.
	#[benchmark]
	pub fn remove_position() -> Result<(), BenchmarkError> {
		let id = returned_pool::<T>()?;
		let who = funded_account::<T>("underwriter", 0)?;
		hold::<T>(id, Tranche::Senior, &who, |position| Position { shares: 1, ..position })?;
		Pools::<T>::mutate_extant(id, |pool| pool.senior.assets = 0);
		Pallet::<T>::do_reopen_tranche(id, Tranche::Senior)?;
		check::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), id, Tranche::Senior, who.clone());

		assert!(!Positions::<T>::contains_key((id, Tranche::Senior, &who)));
		check::<T>();
		Ok(())
	}

	/// A lower fee than was announced, in a busy pool.
	#[benchmark]
	pub fn set_fee() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, MAX_PRODUCTS_PER_POOL)?;
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

	/// A new entry of the list of a busy pool.
	#[benchmark]
	pub fn set_allowed() -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, MAX_PRODUCTS_PER_POOL)?;
		let manager = Pools::<T>::get(id).unwrap().manager;
		let who: T::AccountId = account("underwriter", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), id, who.clone(), true);

		assert!(Allowed::<T>::contains_key(id, &who));
		check::<T>();
		Ok(())
	}

	/// A round that comes to the pool after the first, so that the cursor has to be written. It
	/// looks at one pool.
	#[benchmark]
	pub fn idle_round() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		new_pool::<T>(&asset, CAPITAL)?;
		let id = new_pool::<T>(&asset, CAPITAL)?;
		IdleCursor::<T>::put(id);
		let room = T::WeightInfo::idle_round().saturating_add(Pallet::<T>::peek_weight());
		let mut meter = WeightMeter::with_limit(room);

		#[block]
		{
			Pallet::<T>::visit_pools(&mut meter);
		}

		assert_ne!(IdleCursor::<T>::get(), id);
		Ok(())
	}

	/// A pool with as many products as it can have, cover on none of them, and no pending work.
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

	/// A busy pool. Treasury and manager have none of the asset and get their first fees payable.
	/// The reserve gets its share and a part of its loan. There is room for no withdrawal.
	#[benchmark]
	pub fn idle_visit() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, MAX_PRODUCTS_PER_POOL)?;
		queue::<T>(id, 1)?;
		Pools::<T>::mutate_extant(id, |pool| pool.swept_on -= 1);
		let mut meter = WeightMeter::with_limit(Weight::zero());

		#[block]
		{
			with_storage_layer(|| Pallet::<T>::visit(id, &mut meter))?;
		}

		assert_paid::<T>(id, &asset);
		Ok(())
	}

	/// A withdrawal that a pool with as many products as it can have pays in full. Its account
	/// never held the asset, and has no position afterwards.
	#[benchmark]
	pub fn idle_withdrawal() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, MAX_PRODUCTS_PER_POOL)?;
		queue::<T>(id, 1)?;
		let mut book = Pallet::<T>::load_caught_up(id)?;

		#[block]
		{
			assert!(Pallet::<T>::serve_next(&mut book)?);
		}

		assert!(balance::<T>(&asset, &account("underwriter", 0, 0)) > 0);
		Ok(())
	}

	/// An incident on a product of `p` pools that waits behind another one. Each pool has two
	/// incidents on each of its other products.
	#[benchmark]
	pub fn lock(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let pools = locked_pools::<T>(p, false)?;

		#[block]
		{
			Pallet::<T>::do_lock(second(LAST), number(LAST));
		}

		for id in pools {
			assert!(Locks::<T>::contains_key(second(LAST), id));
			assert!(Pools::<T>::get(id).unwrap().freezes.is_full());
		}
		check::<T>();
		Ok(())
	}

	/// An incident that locks `p` pools, with another one behind it. Each pool has two incidents on
	/// each of its products.
	#[benchmark]
	pub fn release(p: Linear<1, MAX_POOLS_PER_PRODUCT>) -> Result<(), BenchmarkError> {
		let pools = locked_pools::<T>(p, true)?;

		#[block]
		{
			Pallet::<T>::do_release_all(number(LAST));
		}

		for id in pools {
			assert!(!Locks::<T>::contains_key(number(LAST), id));
			assert_eq!(Pools::<T>::get(id).unwrap().freezes.len(), MAX_FREEZES as usize - 1);
		}
		check::<T>();
		Ok(())
	}

	/// A loss above all that a pool with `l` products has, after as many partial settlements as
	/// leave a place. Every other product has two incidents, none of which counts, so the reserve
	/// is asked at once. Another incident waits behind this one.
	#[benchmark]
	pub fn settle(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(l, MAX_PARTIALS - 1)?;
		let last = l - 1;
		touch::<T>(id, number(last), last, LOSS, LockStage::Totalled);
		touch::<T>(id, second(last), last, LOSS + COVER, LockStage::Open);
		stand_behind::<T>(id, number(last), CAPITAL);
		check::<T>();
		let settled;

		#[block]
		{
			settled = Pallet::<T>::do_settle(number(last), id, 0);
		}

		let (settlement, credit) = settled?;
		assert!(settlement.is_final && settlement.from_pool > 0 && settlement.owed_by_pool > 0);
		assert!(settlement.from_reserve > 0 && settlement.owed_by_reserve > 0);
		assert_eq!(Some(credit.peek()), settlement.funded());
		assert!(PartialSettlements::<T>::get(id).is_full());
		assert_eq!(Locks::<T>::get(second(last), id).unwrap().amount, COVER);
		check::<T>();
		Ok(())
	}

	/// The partial settlement that got the least from its pool, of as many as there can be. Every
	/// product of the pool but one of `l` has two incidents, none of which counts, so the
	/// settlement is final.
	#[benchmark]
	pub fn top_up(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(l, MAX_PARTIALS)?;
		let incident = number(1_000 + MAX_PARTIALS - 1);
		stand_behind::<T>(id, incident, CAPITAL);
		check::<T>();
		let raised;

		#[block]
		{
			raised = Pallet::<T>::do_top_up(incident, id);
		}

		let (settlement, credit) = raised?;
		assert!(settlement.is_final && credit.peek() > 0);
		check::<T>();
		Ok(())
	}

	/// The same, but all that the pool has is reserved for an incident on the last product. So the
	/// settlement gets no more yet.
	#[benchmark]
	pub fn ask_for_more(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(l, MAX_PARTIALS)?;
		let last = l - 1;
		let pool = Pools::<T>::get(id).unwrap();
		let all = pool.assets().unwrap() - pool.most_dust().unwrap();
		touch::<T>(id, number(last), last, all, LockStage::Reserved);
		touch::<T>(id, second(last), last, COVER, LockStage::Open);
		let incident = number(1_000 + MAX_PARTIALS - 1);
		check::<T>();
		let raised;

		#[block]
		{
			raised = Pallet::<T>::do_top_up(incident, id);
		}

		let (settlement, credit) = raised?;
		assert!(!settlement.is_final);
		assert_eq!(credit.peek(), 0);
		Ok(())
	}

	/// The lock of an incident with another one behind it, in a busy pool with `l` products.
	#[benchmark]
	pub fn reserve_lock(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(l, 0)?;
		let last = l - 1;
		touch::<T>(id, number(last), last, COVER, LockStage::Open);
		touch::<T>(id, second(last), last, COVER, LockStage::Open);
		check::<T>();
		let is_reserved;

		#[block]
		{
			is_reserved = Pallet::<T>::do_reserve_lock(number(last), id);
		}

		assert!(is_reserved);
		check::<T>();
		Ok(())
	}

	/// A claim of an incident with another one behind it, in a busy pool with `l` products. Each of
	/// the others has two incidents.
	#[benchmark]
	pub fn charge(l: Linear<1, MAX_PRODUCTS_PER_POOL>) -> Result<(), BenchmarkError> {
		let id = busy_pool::<T>(&asset::<T>()?, 0, l)?;
		let last = l - 1;
		touch_twice::<T>(id, 0..last, COVER);
		touch::<T>(id, number(last), last, COVER, LockStage::Reserved);
		touch::<T>(id, second(last), last, COVER, LockStage::Open);
		check::<T>();
		let charged;

		#[block]
		{
			charged = Pallet::<T>::do_charge(number(last), id, COVER / 2);
		}

		assert_eq!(charged?.1.peek(), COVER / 2);
		assert_eq!(Locks::<T>::get(second(last), id).unwrap().amount, COVER - COVER / 2);
		check::<T>();
		Ok(())
	}

	/// An incident with another one behind it, in a pool that was short.
	#[benchmark]
	pub fn finish() -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(MAX_PRODUCTS_PER_POOL, 0)?;
		touch::<T>(id, number(LAST), LAST, COVER, LockStage::Reserved);
		touch::<T>(id, second(LAST), LAST, COVER, LockStage::Open);
		check::<T>();

		#[block]
		{
			Pallet::<T>::do_finish(number(LAST), id)?;
		}

		assert!(!Locks::<T>::contains_key(number(LAST), id));
		check::<T>();
		Ok(())
	}

	/// A busy pool.
	#[benchmark]
	pub fn compensate() -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(MAX_PRODUCTS_PER_POOL, 0)?;
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

	/// Money that pays both debts of a settlement and a part of a loan. The settlement is one of as
	/// many as there can be, and the pool is a busy one.
	#[benchmark]
	pub fn recover() -> Result<(), BenchmarkError> {
		let asset = asset::<T>()?;
		let id = busy_pool::<T>(&asset, 0, MAX_PRODUCTS_PER_POOL)?;
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
		fall_short::<T>(id, MAX_PARTIALS - 1);
		let settlement = Settlement {
			loss: from_reserve + held_back + 3 * COVER,
			from_pool: 2 * COVER,
			from_reserve,
			owed_by_reserve: held_back,
			owed_by_pool: COVER,
			is_final: true,
		};
		let short = Short { incident, cutoff: 0, capital: CAPITAL, settlement };
		Pallet::<T>::keep(id, PartialSettlements::<T>::get(id), short);
		BorneLosses::<T>::insert(incident, id, BorneLoss { junior: 2 * COVER, ..BorneLoss::default() });
		check::<T>();
		let credit = money::<T>(id, COVER + held_back + lent + COVER);
		let recovered;

		#[block]
		{
			recovered = Pallet::<T>::do_recover(incident, id, credit);
		}

		let recovered = recovered.map_err(|(error, _)| error)?;
		assert_eq!((recovered.for_claims.peek(), recovered.back.peek()), (COVER + held_back, 0));
		check::<T>();
		Ok(())
	}

	/// A final settlement among as many as there can be.
	#[benchmark]
	pub fn close() -> Result<(), BenchmarkError> {
		let id = undercapitalised_pool::<T>(MAX_PRODUCTS_PER_POOL, MAX_PARTIALS - 1)?;
		let incident = number(2_000);
		let settlement = Settlement {
			loss: 2 * COVER,
			from_pool: COVER,
			owed_by_pool: COVER,
			is_final: true,
			..Settlement::default()
		};
		let short = Short { incident, cutoff: 0, capital: CAPITAL, settlement };
		Pallet::<T>::keep(id, PartialSettlements::<T>::get(id), short);
		BorneLosses::<T>::insert(incident, id, BorneLoss { junior: COVER, ..BorneLoss::default() });
		check::<T>();

		#[block]
		{
			Pallet::<T>::do_close(incident, id)?;
		}

		assert!(!PartialSettlements::<T>::get(id).is_full());
		check::<T>();
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}
