// SPDX-License-Identifier: Apache-2.0

//! First loss of sponsors as a test sets it.

use crate::{account, USD};
use breakwater_primitives::{AssetId, Balance, FirstLoss, FirstLossState, ProductId};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::{
		fungibles::{Balanced, Credit},
		tokens::{Fortitude, Precision, Preservation},
	},
	Blake2_128Concat,
};
use sp_core::crypto::AccountId32;
use sp_runtime::{DispatchError, Permill};

/// The account that holds the first loss of the tests.
pub const FIRST_LOSS_ACCOUNT: AccountId32 = account(252);

/// The first loss of a product in the tests.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Pledged {
	asset: AssetId,
	amount: Balance,
	/// In millionths.
	share: u32,
}

impl Default for Pledged {
	fn default() -> Self {
		Self { asset: USD, amount: 0, share: 0 }
	}
}

#[storage_alias]
type FirstLosses = StorageMap<Fakes, Blake2_128Concat, ProductId, Pledged, ValueQuery>;

/// The first loss of the tests, in a runtime with these assets. The money is what a test puts on
/// its account.
pub struct TestFirstLoss<Assets>(PhantomData<Assets>);

impl<Assets> TestFirstLoss<Assets> {
	/// Set a product's first loss.
	pub fn set(product: ProductId, asset: AssetId, amount: Balance, share: Permill) {
		FirstLosses::insert(product, Pledged { asset, amount, share: share.deconstruct() });
	}

	/// The money that is left of it.
	pub fn left(product: ProductId) -> Balance {
		FirstLosses::get(product).amount
	}
}

impl<Assets> FirstLoss<Credit<AccountId32, Assets>> for TestFirstLoss<Assets>
where
	Assets: Balanced<AccountId32, AssetId = AssetId, Balance = Balance>,
{
	fn first_loss(product: ProductId) -> FirstLossState {
		let Pledged { amount, share, .. } = FirstLosses::get(product);
		let share = Permill::from_parts(share);
		FirstLossState { amount, share, held: share }
	}

	fn take(product: ProductId, amount: Balance) -> Result<Credit<AccountId32, Assets>, DispatchError> {
		FirstLosses::try_mutate(product, |pledged| {
			pledged.amount = pledged.amount.checked_sub(amount).ok_or(DispatchError::Unavailable)?;
			let (exact, polite) = (Precision::Exact, Fortitude::Polite);
			let expendable = Preservation::Expendable;
			let asset = pledged.asset.clone();
			Assets::withdraw(asset, &FIRST_LOSS_ACCOUNT, amount, exact, expendable, polite)
		})
	}
}
