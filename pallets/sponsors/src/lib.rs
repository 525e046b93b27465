// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod errors;
mod events;
mod glue;
mod pledges;
mod routes;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The pallet of the sponsors.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use breakwater_primitives::{
		contracts::incidents::Incidents, ActiveClock, AssetId, Balance, Income, Moment, ProductId,
		ProductUse, Sponsorship,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::fungibles::{Balanced, Credit, Inspect, Mutate},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Permill;

	/// The settings that the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The native token and the assets.
		type Assets: Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ Balanced<Self::AccountId>
			+ Mutate<Self::AccountId>;
		/// The sponsors and the assets of products.
		type Sponsorship: Sponsorship<Self::AccountId>;
		/// The cover on products.
		type Use: ProductUse;
		/// The open incidents of products.
		type Incidents: Incidents;
		/// The reserve's income.
		type Income: Income<CreditOf<Self>>;
		/// The two clocks.
		type Clock: ActiveClock;
		/// The origin that names the sponsors of products without one: referenda.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The active time between a request to withdraw and the withdrawal, in milliseconds.
		type WithdrawalCooldown: Get<Moment>;
		/// The longest active time that cover can last once it is sold, grace included, in
		/// milliseconds. A pledged share falls after it.
		type LongestCover: Get<Moment>;
		/// Weights of the calls.
		type WeightInfo: WeightInfo;
		/// The set-up that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Money in transit.
	pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The first loss and the fee routes of products' sponsors.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The first loss of each product.
	#[pallet::storage]
	pub type Pledges<T: Config> = StorageMap<_, Twox64Concat, ProductId, Pledge<T::AccountId>>;

	/// The sponsors that referenda have named for products without one.
	#[pallet::storage]
	pub type Named<T: Config> = StorageMap<_, Twox64Concat, ProductId, T::AccountId>;

	/// The division of the money that comes to each product's route.
	#[pallet::storage]
	pub type Routes<T: Config> = StorageMap<_, Twox64Concat, ProductId, Route<T::AccountId>>;

	/// The genesis of the pallet: its account.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// No settings.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics on an impossible state: a chain specification is wrong or right as a whole.
		fn build(&self) {
			Pallet::<T>::endow_account();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let accounts = [Self::account(), Self::route_account(0), Self::route_account(1)];
			assert!(accounts.iter().all(Option::is_some), "a hash must be decodable as an account");
			let [first_loss, one, other] = accounts;
			assert!(
				first_loss != one && one != other,
				"accounts must keep enough bits of the hash to differ"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Put money before a product's underwriters, in the units of its asset.
		///
		/// ## Dispatch Origin
		/// The product's sponsor: the account that proposed it, or the one that a referendum has
		/// named.
		///
		/// ## Details
		/// The money pays claims on the product before any underwriter does, until it is used up or
		/// withdrawn. With a pledged share, see `set_share`, it lowers the price of new cover. The
		/// sponsor's account is kept alive.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `amount`: in the asset's units, at least 1.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product, or it is delisted.
		/// - [`Error::NotSponsor`]: If the caller is not its sponsor.
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::Overflow`]: If the sum would not fit.
		/// - [`Error::CannotPay`]: If the caller has less than `amount` and the asset's minimum
		///   balance, or may not move it.
		/// - [`Error::MoneyNeeded`], [`Error::IncidentOpen`]: If cover or an incident needs the
		///   first loss of an earlier sponsor.
		/// - [`Error::CannotReceive`]: If an earlier sponsor cannot receive theirs.
		///
		/// ## Events
		/// - [`Event::FirstLossAdded`], and [`Event::FirstLossWithdrawn`] for an earlier sponsor.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::pledge())]
		pub fn pledge(
			origin: OriginFor<T>,
			product: ProductId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_pledge(who, product, amount)
		}

		/// Pledge a share of all cover on a product as first loss, in millionths.
		///
		/// ## Dispatch Origin
		/// The product's sponsor.
		///
		/// ## Details
		/// New cover is cheaper by the share, as far as the money covers it beside all earlier
		/// cover. The money that the share of all cover needs cannot be withdrawn. A larger share
		/// is in force at once. With a smaller one prices rise at once, and money is free after the
		/// longest time that cover can last: cover that was sold before keeps what it was sold
		/// with.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `share`: the part of all cover, at most 50 %.
		///
		/// ## Errors
		/// - [`Error::NoFirstLoss`]: If no money was put before the product's underwriters.
		/// - [`Error::NotSponsor`]: If the caller is not its sponsor.
		/// - [`Error::ShareTooHigh`]: If the share is above 50 %.
		/// - [`Error::MoneyNeeded`]: If the share is raised and the money is less than the share of
		///   the cover in force.
		///
		/// ## Events
		/// - [`Event::ShareSet`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_share())]
		pub fn set_share(origin: OriginFor<T>, product: ProductId, share: Permill) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_share(who, product, share)
		}

		/// Ask to take first loss back, in the units of the product's asset.
		///
		/// ## Dispatch Origin
		/// The product's sponsor.
		///
		/// ## Details
		/// The money pays claims until it is withdrawn: 14 days (as governed) of active time later,
		/// within 7 days. An earlier request is replaced. An amount of zero takes it back.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `amount`: in the asset's units, at most the product's first loss.
		///
		/// ## Errors
		/// - [`Error::NoFirstLoss`]: If no money was put before the product's underwriters.
		/// - [`Error::NotSponsor`]: If the caller is not its sponsor.
		/// - [`Error::AmountTooHigh`]: If the product has less first loss.
		///
		/// ## Events
		/// - [`Event::WithdrawalRequested`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::request_withdrawal())]
		pub fn request_withdrawal(
			origin: OriginFor<T>,
			product: ProductId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_withdrawal(who, product, amount)
		}

		/// Take back the first loss that was asked for, in the units of the product's asset.
		///
		/// ## Dispatch Origin
		/// The product's sponsor.
		///
		/// ## Details
		/// The smaller of the requested amount and the money above the pledged share of the cover
		/// in force is paid. The rest of the request can be used until its window is over.
		///
		/// ## Parameters
		/// - `product`: the product.
		///
		/// ## Errors
		/// - [`Error::NoFirstLoss`]: If no money was put before the product's underwriters.
		/// - [`Error::NotSponsor`]: If the caller is not its sponsor.
		/// - [`Error::NoRequest`]: If there is no request.
		/// - [`Error::CoolingDown`]: If the cooldown is not over.
		/// - [`Error::WindowOver`]: If the 7 days after it are over.
		/// - [`Error::IncidentOpen`]: If an incident is open on the product.
		/// - [`Error::MoneyNeeded`]: If no money is above the pledged share.
		/// - [`Error::CannotReceive`]: If the sponsor cannot receive the asset.
		///
		/// ## Events
		/// - [`Event::FirstLossWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, product: ProductId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, product)
		}

		/// Name the sponsor of a product that no account has proposed.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The account may put first loss before the product's underwriters and set its fee route.
		/// First loss of an earlier sponsor stays theirs. Its share is lowered to zero. It goes
		/// back to them when the new sponsor pledges, once no cover needs it.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `sponsor`: the account.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product, or it is delisted.
		/// - [`Error::HasSponsor`]: If an account has proposed the product.
		///
		/// ## Events
		/// - [`Event::SponsorNamed`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::name_sponsor())]
		pub fn name_sponsor(
			origin: OriginFor<T>,
			product: ProductId,
			sponsor: T::AccountId,
		) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_name_sponsor(product, sponsor)
		}

		/// Set the division of the money that comes to a product's fee route, or end it.
		///
		/// ## Dispatch Origin
		/// The product's sponsor.
		///
		/// ## Details
		/// A product's route is an account, shown in the event. A protocol can name it as a
		/// receiver of its fees. Any account can have the money on it divided, see `pay_route`. The
		/// route without a record divides none, and keeps what comes.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `route`: the parts, and the receiver of the rest; `None` ends the division.
		///   - `to_reserve`: the part for the reserve, for good.
		///   - `to_first_loss`: the part for the product's first loss, where the money is in the
		///     product's asset.
		///   - `rest_to`: the account that gets the rest.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product, or it is delisted.
		/// - [`Error::NotSponsor`]: If the caller is not its sponsor.
		/// - [`Error::ShareTooHigh`]: If the two parts are together above one.
		/// - [`Error::NothingToChange`]: If there is no route to end.
		///
		/// ## Events
		/// - [`Event::RouteSet`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_route())]
		pub fn set_route(
			origin: OriginFor<T>,
			product: ProductId,
			route: Option<Route<T::AccountId>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_route(who, product, route)
		}

		/// Divide the money on a product's fee route, all of it in one asset.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The parts of the reserve and of the first loss are rounded down; the rest goes to the
		/// receiver that the sponsor has named. A part that cannot be taken goes to the receiver.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `asset`: the asset.
		///
		/// ## Errors
		/// - [`Error::NoRoute`]: If the product has no route.
		/// - [`Error::ZeroAmount`]: If no money is there.
		/// - [`Error::CannotReceive`]: If the receiver cannot receive the rest.
		///
		/// ## Events
		/// - [`Event::RoutePaid`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::pay_route())]
		pub fn pay_route(origin: OriginFor<T>, product: ProductId, asset: AssetId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay_route(product, asset)
		}
	}
}
