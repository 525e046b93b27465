// SPDX-License-Identifier: Apache-2.0

//! The common part of a test runtime.

/// Defines a runtime of the tests and its helpers.
///
/// `Test of AccountId { Pools: pallet_pools, Other: pallet_other }` is a runtime `Test` whose
/// accounts are `AccountId`. It has `System`, `Balances`, `Assets` and the named pallets, whose
/// configurations the mock writes. The first of them is the one under test: `shared::events`
/// returns its events, and `shared::check_invariants` calls its `do_try_state`. The database is
/// free of weight. Behind the braces `with database Prices` gives it prices.
///
/// The helpers are in the module `shared`, and in scope. A function of the mock with the same name
/// takes their place.
#[macro_export]
macro_rules! test_runtime {
	(
		$runtime:ident of $account:ty {
			$subject:ident: $($path:ident)::+
			$(, $other:ident: $($other_path:ident)::+)* $(,)?
		}
		$(with database $db:ty)?
	) => {
		frame_support::construct_runtime!(
			pub enum $runtime {
				System: frame_system,
				Balances: pallet_balances,
				Assets: pallet_assets,
				$subject: $($path)::+,
				$($other: $($other_path)::+,)*
			}
		);

		/// The configurations of the pallets that every mock has.
		mod configs {
			use super::*;
			use frame_support::derive_impl;

			#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
			impl frame_system::Config for $runtime {
				type Block = frame_system::mocking::MockBlock<$runtime>;
				type AccountId = $account;
				type Lookup = $crate::sp_runtime::traits::IdentityLookup<$account>;
				type AccountData = pallet_balances::AccountData<$crate::breakwater_primitives::Balance>;
				$(type DbWeight = $db;)?
			}

			#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
			impl pallet_balances::Config for $runtime {
				type Balance = $crate::breakwater_primitives::Balance;
				type ExistentialDeposit = frame_support::traits::ConstU128<{ $crate::ED }>;
				type AccountStore = System;
			}

			#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
			impl pallet_assets::Config for $runtime {
				type Balance = $crate::breakwater_primitives::Balance;
				type Currency = Balances;
				type CreateOrigin =
					frame_support::traits::AsEnsureOriginWithArg<frame_system::EnsureSigned<$account>>;
				type ForceOrigin = frame_system::EnsureRoot<$account>;
				type Holder = ();
				type Freezer = ();
			}
		}

		/// The native token and the assets.
		pub type AllAssets = frame_support::traits::fungible::UnionOf<
			Balances,
			Assets,
			frame_support::traits::fungible::NativeFromLeft,
			$crate::breakwater_primitives::AssetId,
			$account,
		>;

		/// Money in transit.
		#[allow(dead_code)]
		pub type Money = frame_support::traits::fungibles::Credit<$account, AllAssets>;

		/// The helpers that the mocks of all pallets share.
		#[allow(dead_code)]
		pub mod shared {
			use super::*;
			use frame_support::traits::fungibles::{Balanced, Inspect, Mutate};
			use $crate::breakwater_primitives::{AssetId, Balance};

			/// A signed origin.
			pub fn signed(who: $account) -> RuntimeOrigin {
				RuntimeOrigin::signed(who)
			}

			/// The origin of a referendum.
			pub fn root() -> RuntimeOrigin {
				RuntimeOrigin::root()
			}

			/// The balance that an account can spend.
			pub fn balance(asset: AssetId, who: &$account) -> Balance {
				AllAssets::balance(asset, who)
			}

			/// Mint an asset into an account.
			pub fn give(asset: AssetId, who: &$account, amount: Balance) {
				AllAssets::mint_into(asset, who, amount).expect("can receive");
			}

			/// Money from nowhere.
			pub fn money(asset: AssetId, amount: Balance) -> Money {
				AllAssets::issue(asset, amount)
			}

			/// The last event of all pallets.
			pub fn last_event() -> RuntimeEvent {
				System::events().pop().expect("an event").event
			}

			/// The events of the pallet under test since they were reset.
			pub fn events() -> Vec<$($path)::+::Event<$runtime>> {
				let own = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
					RuntimeEvent::$subject(event) => Some(event),
					_ => None,
				};
				System::events().into_iter().filter_map(own).collect()
			}

			/// Everything that a refused call could change.
			pub fn snapshot() -> Vec<u8> {
				$crate::sp_io::storage::root($crate::sp_runtime::StateVersion::V1)
			}

			/// Check the invariants of the pallet under test. With the feature `try-runtime`, check
			/// those of all pallets.
			pub fn check_invariants() {
				$subject::do_try_state().expect("the invariants hold");
				#[cfg(feature = "try-runtime")]
				{
					use frame_support::traits::{TryState, TryStateSelect};
					let block = System::block_number();
					<AllPalletsWithSystem as TryState<u64>>::try_state(block, TryStateSelect::All)
						.expect("the invariants of all pallets hold");
				}
			}

			/// Run a test on a chain, and check the invariants at its end.
			pub fn run<R>(mut chain: $crate::sp_io::TestExternalities, test: impl FnOnce() -> R) -> R {
				chain.execute_with(|| {
					let result = test();
					check_invariants();
					result
				})
			}
		}
		#[allow(unused_imports)]
		pub use shared::*;
	};
}
