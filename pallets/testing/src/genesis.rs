// SPDX-License-Identifier: Apache-2.0

//! The beginning of a chain: accounts with native tokens, assets, and holdings of assets.

use crate::TestClock;
use breakwater_primitives::{Balance, Moment};
use frame_support::traits::ReservableCurrency;
use sp_core::storage::Storage;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

/// The beginning of a chain.
pub struct Genesis<AccountId> {
	/// The owner of all assets.
	owner: AccountId,
	natives: Vec<(AccountId, Balance)>,
	assets: Vec<(u32, AccountId, bool, Balance)>,
	holdings: Vec<(u32, AccountId, Balance)>,
	clocks: Option<(Moment, Moment)>,
}

impl<AccountId: Clone> Genesis<AccountId> {
	/// Begin without accounts. `owner` will own each asset.
	pub fn new(owner: AccountId) -> Self {
		Self { owner, natives: Vec::new(), assets: Vec::new(), holdings: Vec::new(), clocks: None }
	}

	/// Begin at a wall-clock time and an active time.
	pub fn with_clocks(mut self, now: Moment, active: Moment) -> Self {
		self.clocks = Some((now, active));
		self
	}

	/// Give native tokens to each of the accounts.
	pub fn with_native(mut self, who: &[AccountId], amount: Balance) -> Self {
		self.natives.extend(who.iter().map(|who| (who.clone(), amount)));
		self
	}

	/// Create assets: the id, whether it is sufficient, and the minimum balance of each.
	pub fn with_assets(mut self, assets: &[(u32, bool, Balance)]) -> Self {
		let owned = |(id, is_sufficient, minimum): &_| (*id, self.owner.clone(), *is_sufficient, *minimum);
		self.assets.extend(assets.iter().map(owned));
		self
	}

	/// Give each of the assets to each of the accounts.
	pub fn with_holdings(mut self, ids: &[u32], who: &[AccountId], amount: Balance) -> Self {
		for id in ids {
			self.holdings.extend(who.iter().map(|who| (*id, who.clone(), amount)));
		}
		self
	}

	/// Build the storage of a runtime.
	pub fn storage<T>(self) -> Storage
	where
		T: frame_system::Config<AccountId = AccountId>
			+ pallet_balances::Config<Balance = Balance>
			+ pallet_assets::Config<AssetId = u32, Balance = Balance>,
		<T as pallet_assets::Config>::Currency: ReservableCurrency<AccountId>,
	{
		let mut storage =
			frame_system::GenesisConfig::<T>::default().build_storage().expect("genesis builds");
		let balances = pallet_balances::GenesisConfig::<T> { balances: self.natives, ..Default::default() };
		balances.assimilate_storage(&mut storage).expect("the balances are sound");
		let assets = pallet_assets::GenesisConfig::<T> {
			assets: self.assets,
			accounts: self.holdings,
			..Default::default()
		};
		assets.assimilate_storage(&mut storage).expect("the assets are sound");
		if let Some((now, active)) = self.clocks {
			TestClock::begin(&mut storage, now, active);
		}
		storage
	}
}

/// A chain at block one, with events.
pub fn chain<T: frame_system::Config>(storage: Storage) -> TestExternalities {
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| frame_system::Pallet::<T>::set_block_number(1u32.into()));
	ext
}

/// A chain without accounts and assets, for benchmarks.
pub fn empty<T: frame_system::Config>() -> TestExternalities {
	frame_system::GenesisConfig::<T>::default().build_storage().expect("genesis builds").into()
}
