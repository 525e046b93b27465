// SPDX-License-Identifier: Apache-2.0

//! A reserve that lends, takes repayments and takes income as a test says.

use crate::account;
use breakwater_primitives::{
	Admission, AssetId, Backstop, Balance, Draw, Frozen, FrozenStake, IncidentId, Income, IncomeSums, PoolId,
	ProductId, Source,
};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::fungibles::{Balanced, Credit},
};
use sp_core::crypto::AccountId32;
use sp_runtime::{DispatchError, Permill};
use std::collections::{BTreeMap, BTreeSet};

/// The account of the reserve for income.
pub const RESERVE_ACCOUNT: AccountId32 = account(250);
/// The account of the reserve for repayments.
pub const LENDER_ACCOUNT: AccountId32 = account(251);

/// The behaviour and the books of the reserve of the tests.
#[derive(Clone, Debug, Encode, Decode)]
pub struct Reserve {
	/// The part of premiums that goes to it.
	pub share: Permill,
	/// True if it takes neither income nor repayments.
	pub refuses: bool,
	/// True if it takes no money for underwriters.
	pub refuses_salvage: bool,
	/// The most that it gives. `None`: the pool is not admitted.
	pub gives: Option<Balance>,
	/// The most that is held back of the amount it does not give.
	pub holds_back: Balance,
	/// True if it fails.
	pub fails: bool,
	/// The capital that it was given at the last draw.
	pub capital: Balance,
	/// The loan of each pool that is neither repaid nor forgiven.
	pub lent: BTreeMap<PoolId, Balance>,
	/// The stake that each incident freezes.
	pub stake: Balance,
	/// The income, by line.
	pub income: IncomeSums,
	/// The sum of all repayments.
	pub repaid: Balance,
	/// The sum of all that was written off.
	pub written_off: Balance,
	/// The debt for the loss of a pool in an incident.
	pub owes: BTreeMap<(IncidentId, PoolId), Balance>,
	/// The pools that are admitted.
	pub admitted: BTreeSet<PoolId>,
	/// The products whose facts are not good enough for the reserve.
	pub inadmissible: BTreeSet<ProductId>,
	/// The money for the underwriters of a pool in an incident, and the block of its holders.
	pub salvage: BTreeMap<(IncidentId, PoolId), (Balance, u32)>,
}

impl Default for Reserve {
	fn default() -> Self {
		Self {
			share: Permill::from_percent(15),
			refuses: false,
			refuses_salvage: false,
			gives: None,
			holds_back: 0,
			fails: false,
			capital: 0,
			lent: BTreeMap::new(),
			stake: 0,
			income: IncomeSums::default(),
			repaid: 0,
			written_off: 0,
			owes: BTreeMap::new(),
			admitted: BTreeSet::new(),
			inadmissible: BTreeSet::new(),
			salvage: BTreeMap::new(),
		}
	}
}

#[storage_alias]
type State = StorageValue<Fakes, Reserve, ValueQuery>;

/// Change the behaviour of the reserve, or its books.
pub fn set_reserve(change: impl FnOnce(&mut Reserve)) {
	State::mutate(change);
}

/// Returns the reserve's behaviour and books.
pub fn reserve() -> Reserve {
	State::get()
}

/// The reserve of the tests, in a runtime with these assets.
pub struct TestReserve<Assets>(PhantomData<Assets>);

impl<Assets> FrozenStake for TestReserve<Assets> {
	fn frozen_by(_: IncidentId) -> Frozen {
		let Reserve { stake, admitted, .. } = reserve();
		Frozen { stake, pools: admitted.into_iter().collect() }
	}
}

impl<Assets> Income<Credit<AccountId32, Assets>> for TestReserve<Assets>
where
	Assets: Balanced<AccountId32, AssetId = AssetId, Balance = Balance>,
{
	fn premium_share(_: &AssetId) -> Permill {
		reserve().share
	}

	fn receive(
		asset: AssetId,
		source: Source,
		credit: Credit<AccountId32, Assets>,
	) -> Result<(), Credit<AccountId32, Assets>> {
		assert_eq!(credit.asset(), asset, "the money is of the asset");
		if reserve().refuses {
			return Err(credit);
		}
		let amount = credit.peek();
		Assets::resolve(&RESERVE_ACCOUNT, credit)?;
		set_reserve(|reserve| reserve.income = reserve.income.add(source.into(), amount).expect("it fits"));
		Ok(())
	}
}

impl<Assets> Backstop<Credit<AccountId32, Assets>> for TestReserve<Assets>
where
	Assets: Balanced<AccountId32, AssetId = AssetId, Balance = Balance>,
{
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Credit<AccountId32, Assets>>>, DispatchError> {
		set_reserve(|reserve| reserve.capital = capital);
		if reserve().fails {
			return Err(DispatchError::Other("reserve fails"));
		}
		let Some(gives) = reserve().gives else { return Ok(None) };
		let amount = gives.min(wanted);
		set_reserve(|reserve| *reserve.lent.entry(pool).or_default() += amount);
		// The money of the tests' reserve comes from nowhere.
		let credit = Assets::issue(asset, amount);
		let held_back = (wanted - amount).min(reserve().holds_back);
		if held_back > 0 {
			set_reserve(|reserve| {
				let _ = reserve.owes.insert((incident, pool), held_back);
			});
		}
		Ok(Some(Draw { credit, held_back }))
	}

	fn reduce_obligation(incident: IncidentId, pool: PoolId, _: AssetId, amount: Balance) {
		set_reserve(|reserve| {
			let owes = reserve.owes.remove(&(incident, pool)).unwrap_or(0);
			if owes > amount {
				reserve.owes.insert((incident, pool), owes - amount);
			}
		});
	}

	fn salvage(
		incident: IncidentId,
		pool: PoolId,
		_: AssetId,
		held_at: u32,
		credit: Credit<AccountId32, Assets>,
	) -> Result<(), Credit<AccountId32, Assets>> {
		if reserve().refuses_salvage {
			return Err(credit);
		}
		let amount = credit.peek();
		Assets::resolve(&LENDER_ACCOUNT, credit)?;
		set_reserve(|reserve| {
			let (sum, block) = reserve.salvage.entry((incident, pool)).or_insert((0, held_at));
			assert_eq!(*block, held_at, "the holders of a loss do not change");
			*sum += amount;
		});
		Ok(())
	}

	fn repay(
		pool: PoolId,
		_: AssetId,
		credit: Credit<AccountId32, Assets>,
	) -> Result<(), Credit<AccountId32, Assets>> {
		if reserve().refuses {
			return Err(credit);
		}
		let amount = credit.peek();
		Assets::resolve(&LENDER_ACCOUNT, credit)?;
		set_reserve(|reserve| {
			let lent = reserve.lent.get_mut(&pool).expect("only what was lent is repaid");
			*lent = lent.checked_sub(amount).expect("no more than was lent is repaid");
			reserve.repaid += amount;
		});
		Ok(())
	}

	fn forgiven(_: IncidentId, _: PoolId, _: &AssetId) -> Balance {
		reserve().written_off
	}

	fn restore(
		_: IncidentId,
		_: PoolId,
		_: AssetId,
		credit: Credit<AccountId32, Assets>,
	) -> Result<(), Credit<AccountId32, Assets>> {
		let amount = credit.peek();
		if reserve().refuses || amount > reserve().written_off {
			return Err(credit);
		}
		Assets::resolve(&LENDER_ACCOUNT, credit)?;
		set_reserve(|reserve| {
			reserve.written_off -= amount;
			reserve.repaid += amount;
		});
		Ok(())
	}

	fn written_off(pool: PoolId, _: AssetId, amount: Balance) {
		set_reserve(|reserve| {
			let lent = reserve.lent.get_mut(&pool).expect("only what was lent is written off");
			*lent = lent.checked_sub(amount).expect("no more than was lent is written off");
			reserve.written_off += amount;
		});
	}

	fn is_admitted(pool: PoolId) -> bool {
		reserve().admitted.contains(&pool)
	}
}

/// Products that are good enough for the reserve, but for those that a test names.
pub struct TestAdmission;

impl Admission for TestAdmission {
	fn is_admissible(product: ProductId) -> bool {
		!reserve().inadmissible.contains(&product)
	}
}
