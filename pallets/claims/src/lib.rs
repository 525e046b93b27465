// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

// The mock of the tests names the pallets that decide and pay incidents by their crates.
#[cfg(test)]
extern crate self as breakwater_claims;

mod assessing;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod claiming;
mod cost;
mod errors;
mod escrow;
mod events;
mod glue;
mod incidents;
mod payment;
mod recovery;
mod settlement;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;
mod work;

use breakwater_primitives::*;
use frame_support::{
	dispatch::DispatchResult,
	pallet_macros::import_section,
	traits::{fungibles, Get},
	weights::Weight,
};
pub use pallet::*;
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSub, EnsureSubAssign},
	ArithmeticError, DispatchError,
};
use types::*;
pub use weights::WeightInfo;

type BlockNumberOf<T> = frame_system::pallet_prelude::BlockNumberFor<T>;

const LOG_TARGET: &str = "runtime::claims";

// The macro's own code repeats the paths of its attributes.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use breakwater_primitives::interest::AccountSignature;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	/// The pallet's needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The money of claims.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The policies.
		type Book: CoverBook<Self::AccountId>;
		/// The pools.
		type Settlement: LossSettlement<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The first loss of sponsors, which pays before the pools.
		type FirstLoss: FirstLoss<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// The pallets that react to incidents: pools, policies, and those that decide them.
		type OnIncident: OnIncident;
		/// The reserve's income: payouts that are not taken.
		type Income: Income<fungibles::Credit<Self::AccountId, Self::Assets>>;
		/// Numbers that governance sets. An incident keeps those of the block that opened it.
		type Limits: Get<Limits>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Incidents, claims and their payment.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The number of the next incident.
	#[pallet::storage]
	pub type NextIncident<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// All incidents.
	#[pallet::storage]
	pub type Incidents<T: Config> = StorageMap<_, Twox64Concat, IncidentId, Incident>;

	/// The open incidents of a product.
	#[pallet::storage]
	pub type Open<T: Config> = StorageMap<_, Twox64Concat, ProductId, ProductIncidents, ValueQuery>;

	/// The upheld incidents that the hooks look at, to be totalled, settled, paid and topped up.
	#[pallet::storage]
	pub type Working<T: Config> = StorageMap<_, Twox64Concat, IncidentId, ()>;

	/// The last incident of the last round of work.
	#[pallet::storage]
	pub type LastServed<T: Config> = StorageValue<_, IncidentId>;

	/// The incident for whose next step the last round of work had no room. It is the first of the
	/// next round.
	#[pallet::storage]
	pub type Delayed<T: Config> = StorageValue<_, IncidentId>;

	/// The number of the incident that is looked at next, to see if its payouts are still kept.
	#[pallet::storage]
	pub type NextLook<T: Config> = StorageValue<_, IncidentId, ValueQuery>;

	/// The part of a pool in an upheld incident.
	#[pallet::storage]
	pub type PoolSettlements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PoolId, PoolSettlement, OptionQuery>;

	/// The claims of an incident, by policy.
	#[pallet::storage]
	pub type Claims<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Twox64Concat, PolicyId, Claim, OptionQuery>;

	/// The incidents in which a policy has a claim.
	#[pallet::storage]
	pub type ByPolicy<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PolicyId, Twox64Concat, IncidentId, (), OptionQuery>;

	/// The amount claimed for an insured account under a table of losses, by the insured account's
	/// hash.
	#[pallet::storage]
	pub type ClaimedOn<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IncidentId, Blake2_128Concat, H256, Balance, ValueQuery>;

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
			Pallet::<T>::endow_escrow();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining);
			Self::work_all(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(Self::escrow_account().is_some(), "a hash must be decodable as an account");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Do at most `max` steps of an incident's work now, instead of waiting for the blocks.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The chain does this work by itself in the room that blocks leave. One step is one policy
		/// looked at, one pool charged, one claim paid, or the end of the time for claims. The call
		/// stops early when there is no more work.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `max`: the most steps to take, from 1 to 16. The caller pays for the work done.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: If there is no such incident.
		/// - [`Error::StepsOutOfRange`]: If `max` is zero or above 16.
		/// - [`Error::NothingToDo`]: If no work on the incident can be done now.
		///
		/// ## Events
		/// - Those of the work: [`Event::ClaimRegistered`], [`Event::PoolCharged`],
		///   [`Event::ClaimPaid`] and others.
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::process_weight((*max).min(MAX_STEPS)))]
		pub fn process(origin: OriginFor<T>, incident: IncidentId, max: u32) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_process(incident, max)
		}

		/// Pay a policy's claim now to the policy's holder, in the incident's asset.
		///
		/// ## Dispatch Origin
		/// Any signed account. The holder is paid, not the caller.
		///
		/// ## Details
		/// The chain pays claims by itself. This call is for a holder who could not receive the
		/// money at that time, or who does not want to wait for their turn.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `policy`: the policy.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: If there is no such incident.
		/// - [`Error::UnknownClaim`]: If the policy has no claim in it.
		/// - [`Error::NotPayableYet`]: If the pools have not all been charged yet, and no money is
		///   there for the claim or its first payment was not tried. Also if the incident is being
		///   closed.
		/// - [`Error::AlreadyPaid`]: If the claim was paid, and no more money is there for it.
		/// - [`Error::HolderUnknown`]: If the policy has no holder.
		/// - [`Error::CannotReceive`]: If the holder still cannot receive the asset.
		///
		/// ## Events
		/// - [`Event::ClaimPaid`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::most_collect_weight())]
		pub fn collect(
			origin: OriginFor<T>,
			incident: IncidentId,
			policy: PolicyId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_collect(incident, policy)
		}

		/// Register a policy's claim under a table of losses, in the units of the policy's asset.
		///
		/// ## Dispatch Origin
		/// Any signed account. The holder is paid, not the caller.
		///
		/// ## Details
		/// The chain computes the amount by the policy's terms. It is the loss less the
		/// coinsurance, the deductible and all earlier claims on the insured account. It is at most
		/// the cover that was in force and is left, and at most what is left of the table's sum.
		///
		/// Pools that have enough for everything are charged, and pay, at once. Others are charged
		/// when the window of 14 days of active time is over. They pay all claims with the same
		/// fraction.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `policy`: the policy.
		/// - `loss`: the loss of its insured account as the table says it, in the asset's units.
		/// - `index`: the number of the insured account's leaf in the table, counted from zero.
		/// - `proof`: the hashes beside the way from the leaf to the root, from below.
		/// - `signature`: the signature of the insured account's key under the statement for this
		///   policy and incident.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: If there is no such incident.
		/// - [`Error::NoClaimWindow`]: If the incident is not upheld by a table of losses, or its
		///   window for claims was ended.
		/// - [`Error::TooLate`]: If the time for claims is over.
		/// - [`Error::AlreadyClaimed`]: If the policy has a claim in the incident already.
		/// - [`Error::NoInsuredAccount`]: If the policy names no insured account.
		/// - [`Error::NotCovered`]: If the policy is on another product, was not in force at the
		///   event, expired before the incident was opened, or has no amount left to pay.
		/// - [`Error::NotInTable`]: If the proof does not fit the insured account, the loss and the
		///   index.
		/// - [`Error::WrongSignatureKind`]: If the signature's kind is not that of the insured
		///   account's chain.
		/// - [`Error::SignatureNotCanonical`]: If the signature is not of the form that wallets
		///   make.
		/// - [`Error::InsuredAccountWithoutKey`]: If no key to the insured account exists.
		/// - [`Error::WrongSigner`]: If the insured account's key did not sign the statement.
		/// - [`Error::NothingLeft`]: If all that can be paid on the insured account, or under the
		///   table, is claimed.
		/// - [`Error::PoolNotLocked`]: If no pool that backs the policy has a lock left for the
		///   incident.
		/// - [`Error::EscrowRefused`]: If the escrow account cannot take a pool's money.
		/// - [`Error::PoolBehind`]: If a pool of the policy is days behind, as after a halt.
		///
		/// ## Events
		/// - [`Event::ClaimRegistered`], and [`Event::PoolCharged`] and [`Event::ClaimPaid`] for
		///   pools that pay at once.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::most_claim_weight())]
		pub fn claim(
			origin: OriginFor<T>,
			incident: IncidentId,
			policy: PolicyId,
			#[pallet::compact] loss: Balance,
			#[pallet::compact] index: u32,
			proof: Proof,
			signature: AccountSignature,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let used = Self::claim_weight(policy);
			charged(used, Self::do_claim(incident, policy, loss, index, proof, &signature))
		}

		/// State what an outcome proposal has wrong about your policy, for others to see.
		///
		/// ## Dispatch Origin
		/// The holder of the policy.
		///
		/// ## Details
		/// Only the event is kept. Others can see it and challenge the proposal as long as the time
		/// for a challenge runs (`assessment.propose_outcome`). Voters can see it as long as a case
		/// runs. The call itself does not challenge a proposal: that takes another proposal. It is
		/// taken as long as the incident is open, also after an outcome is accepted. Then it
		/// changes no outcome and no claim.
		///
		/// ## Parameters
		/// - `incident`: the incident, which must be open.
		/// - `policy`: the caller's policy.
		/// - `hash`: the hash of the statement.
		/// - `uri`: the place where it can be read, in UTF-8, at most 256 bytes.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: If there is no such incident.
		/// - [`Error::NotOpen`]: If the incident is not open any more.
		/// - [`Error::NotCovered`]: If there is no such policy, or it is on another product.
		/// - [`Error::NotTheHolder`]: If the caller is not the holder of the policy.
		///
		/// ## Events
		/// - [`Event::EvidenceFiled`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::file_evidence())]
		pub fn file_evidence(
			origin: OriginFor<T>,
			incident: IncidentId,
			policy: PolicyId,
			hash: H256,
			uri: Uri,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_file_evidence(who, incident, policy, hash, uri)
		}

		/// Bring money recovered after an incident, in the units of the pool's asset.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Such money is salvage, or a thief's return. It pays what is still owed to the claims on
		/// one pool, and then what the reserve lent to the pool. The reserve keeps the rest, up to
		/// the amount that the pool's tranches lost in the incident, for a programme of
		/// compensation of those who held the shares at the loss. Underwriters who have bought into
		/// the pool since have no part in it. No more is taken than that. Once the incident is
		/// closed, a year of active time after its end, no money is taken.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		/// - `pool`: the pool.
		/// - `amount`: the most to take from the caller, in the pool's asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: If there is no such incident.
		/// - [`Error::NotPayableYet`]: If the incident is not settled, or is being closed.
		/// - [`Error::PoolNotLocked`]: If the pool has no part in it.
		/// - [`Error::NotFinal`]: If the pool may still pay by itself.
		/// - [`Error::CannotPay`]: If the caller has less than the amount.
		/// - [`Error::NothingOwed`]: If no amount is owed, neither to the claims nor to the
		///   reserve, and the tranches' loss is recovered.
		/// - [`Error::TooLittle`]: If the claims would get neither all that is owed to them nor
		///   more than a thousandth of the loss.
		/// - [`Error::EscrowRefused`]: If the escrow account cannot take the money, or the caller
		///   cannot take the rest back.
		/// - `NotPartial` of the pools, if no amount is owed, the tranches lost none and the
		///   reserve wrote none off, or the settlement is closed.
		/// - `ZeroAmount` of the pools, if `amount` is zero.
		/// - [`Error::PoolBehind`]: If a pool of the policy is days behind, as after a halt.
		///
		/// ## Events
		/// - [`Event::Recovered`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::most_recover_weight())]
		pub fn recover(
			origin: OriginFor<T>,
			incident: IncidentId,
			pool: PoolId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_recover(who, incident, pool, amount)
		}

		/// Remove the records of an incident that got its last money a year of active time ago.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Payouts that were not taken go to the reserve. An amount that a pool still owes is given
		/// up; an incident to which the reserve owes stays. The policies' records are free to be
		/// pruned. The chain also begins with it by itself,
		/// and does the work in the room that blocks leave. The year is the one that was in force
		/// when the incident was opened.
		///
		/// ## Parameters
		/// - `incident`: the incident.
		///
		/// ## Errors
		/// - [`Error::UnknownIncident`]: If there is no such incident.
		/// - [`Error::NotOver`]: If it is not paid, or its records are gone or going.
		/// - [`Error::NotFinal`]: If a pool may still pay more.
		/// - [`Error::ReserveOwes`]: If the reserve still owes an amount to the claims.
		/// - [`Error::TooEarly`]: If payouts can still be taken.
		///
		/// ## Events
		/// - [`Event::ClosingBegun`], and later [`Event::IncidentClosed`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::most_close_weight())]
		pub fn close(origin: OriginFor<T>, incident: IncidentId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::close_for_any(incident)
		}
	}
}
