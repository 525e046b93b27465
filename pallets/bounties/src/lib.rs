// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;

mod account;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod decisions;
mod errors;
mod events;
mod programmes;
mod reports;
mod rewards;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

use breakwater_primitives::{ProductId, ReportId};
pub use decisions::BALLOT;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The bounties' pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use breakwater_primitives::{
		ActiveClock, Adjudicator, AssetId, Balance, BountyMatch, Choice, CoverInForce, DisputeFee, Income,
		Moment, PastIncidents, Sponsorship,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	/// The settings that the runtime gives to the bounties.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The native token and the assets.
		type Assets: fungibles::Inspect<Self::AccountId, AssetId = AssetId, Balance = Balance>
			+ fungibles::Mutate<Self::AccountId>
			+ fungibles::Balanced<Self::AccountId>;
		/// The native token, in which the deposits for reports and bonds of disputes are held.
		type Native: fungible::hold::Mutate<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;
		/// The reason for which deposits are held.
		type RuntimeHoldReason: From<HoldReason>;
		/// The products: their sponsors, and the count of their past incidents.
		type Products: Sponsorship<Self::AccountId> + PastIncidents;
		/// The cover in force on products: the pools.
		type Cover: CoverInForce;
		/// The reserve: it takes lost bonds, and matches rewards.
		type Reserve: Income<CreditOf<Self>> + BountyMatch<CreditOf<Self>>;
		/// The body that chooses between a claim and the manager's decision.
		type Adjudicator: Adjudicator + DisputeFee<Self::AccountId>;
		/// The origin of the adjudicator's choices, of matches and of revocations: a referendum.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The chain's clocks.
		type Clock: ActiveClock;
		/// The deposit for a report, in native tokens. Each of the first six reports that are
		/// open in the programme doubles it.
		type ReportDeposit: Get<Balance>;
		/// The bond of a dispute in native tokens, beside that in the asset.
		type DisputeBond: Get<Balance>;
		/// Weights of the calls.
		type WeightInfo: WeightInfo;
		/// The set-up that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	/// Money in transit.
	pub type CreditOf<T> = fungibles::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Assets>;
	/// A programme as it is stored.
	pub type ProgrammeOf<T> = Programme<<T as frame_system::Config>::AccountId>;
	/// A report as it is stored.
	pub type ReportOf<T> = Report<<T as frame_system::Config>::AccountId>;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Bounty programmes for bugs in what products cover.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The programmes by their products.
	#[pallet::storage]
	pub type Programmes<T: Config> = StorageMap<_, Twox64Concat, ProductId, ProgrammeOf<T>>;

	/// The number of the next report. The order of numbers is that of the commitments.
	#[pallet::storage]
	pub type NextReport<T: Config> = StorageValue<_, ReportId, ValueQuery>;

	/// The reports that are open, vest, or can be matched.
	#[pallet::storage]
	pub type Reports<T: Config> = StorageMap<_, Twox64Concat, ReportId, ReportOf<T>>;

	/// The active times at which critical bugs were last counted among the past incidents of
	/// products.
	#[pallet::storage]
	pub type LastCounted<T: Config> = StorageMap<_, Twox64Concat, ProductId, Moment>;

	/// The reasons for holds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit for a report, and the bond of a dispute in native tokens.
		#[codec(index = 0)]
		Report,
	}

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
			assert!(Self::account().is_some(), "the bounties have an account");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Open the bounty programme of a product, in its asset's units.
		///
		/// ## Dispatch Origin
		/// The product's sponsor. A referendum (Root), for a product without a sponsor.
		///
		/// ## Details
		/// The programme is empty at first: `fund` gives it money.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `manager`: the account that decides on reports and can withdraw free money. It never
		///   changes. A sponsor who leaves it off is the manager. A referendum names one.
		/// - `terms`: the rewards by severity (they do not fall, and that for a critical bug is
		///   above zero); the active times, in milliseconds, in which the manager acknowledges a
		///   report (1 to 14 days) and then decides (1 to 60 days), and in which a reward vests (14
		///   to 180 days); the share of returned money for a rescue (at most 10 %, zero for
		///   none); the place of the rules, in UTF-8.
		///
		/// ## Errors
		/// - [`Error::UnknownProduct`]: If there is no such product, or it is delisted.
		/// - [`Error::NotSponsor`]: If the account is not its sponsor.
		/// - [`Error::HasSponsor`]: If a referendum opens the programme of a product with a
		///   sponsor.
		/// - [`Error::NoManager`]: If a referendum names no manager.
		/// - [`Error::ProgrammeExists`]: If the product has a programme.
		/// - [`Error::TermsOutOfRange`]: If a number of the terms is out of its bounds.
		///
		/// ## Events
		/// - [`Event::ProgrammeOpened`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open_programme())]
		pub fn open_programme(
			origin: OriginFor<T>,
			product: ProductId,
			manager: Option<T::AccountId>,
			terms: BountyTerms,
		) -> DispatchResult {
			let by = match T::AdminOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_open(by, product, manager, terms)
		}

		/// Change the terms of a programme for later reports.
		///
		/// ## Dispatch Origin
		/// The programme's manager.
		///
		/// ## Details
		/// Reports that are committed from 14 days of active time on have the new terms. Those of
		/// before keep the terms of their block. The call replaces new terms whose notice is not
		/// over.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `terms`: the new terms, within the bounds named at `open_programme`.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If the product has no programme.
		/// - [`Error::NotManager`]: If the account is not its manager.
		/// - [`Error::TermsOutOfRange`]: If a number of the terms is out of its bounds.
		/// - [`Error::NothingToChange`]: If the terms are those that were set last.
		///
		/// ## Events
		/// - [`Event::TermsChanged`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_terms())]
		pub fn set_terms(origin: OriginFor<T>, product: ProductId, terms: BountyTerms) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_terms(who, product, terms)
		}

		/// Give a programme money for good, in its asset's units.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// Open reports that lack money have it first. What reports do not need belongs to the
		/// manager, who can withdraw it after a notice.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `amount`: in the asset's units, at least 1.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If the product has no programme.
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		/// - [`Error::Overflow`]: If a sum would not fit.
		/// - [`Error::CannotPay`]: If the account has less, or may not move it.
		///
		/// ## Events
		/// - [`Event::Funded`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::fund())]
		pub fn fund(
			origin: OriginFor<T>,
			product: ProductId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, product, amount)
		}

		/// Begin the notice of a withdrawal of free money, in the asset's units.
		///
		/// ## Dispatch Origin
		/// The programme's manager.
		///
		/// ## Details
		/// After 14 days of active time the money can be withdrawn, within 7 days. Until then
		/// reports can still reserve it. The request replaces an earlier one.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `amount`: at least 1. If less is free at the end, that is paid: a very large number
		///   stands for all.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If the product has no programme.
		/// - [`Error::NotManager`]: If the account is not its manager.
		/// - [`Error::ZeroAmount`]: If `amount` is zero.
		///
		/// ## Events
		/// - [`Event::WithdrawalRequested`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::request_withdrawal())]
		pub fn request_withdrawal(
			origin: OriginFor<T>,
			product: ProductId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request(who, product, amount)
		}

		/// Withdraw the free money whose notice is over.
		///
		/// ## Dispatch Origin
		/// The programme's manager, who is paid.
		///
		/// ## Parameters
		/// - `product`: the product.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If the product has no programme.
		/// - [`Error::NotManager`]: If the account is not its manager.
		/// - [`Error::NoRequest`]: If there is no request, or its time is over.
		/// - [`Error::NoticeRunning`]: If the notice is not over.
		/// - [`Error::NothingToWithdraw`]: If no money is free.
		/// - [`Error::CannotReceive`]: If the manager cannot receive it.
		///
		/// ## Events
		/// - [`Event::Withdrawn`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, product: ProductId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, product)
		}

		/// Close a programme, and take its free money.
		///
		/// ## Dispatch Origin
		/// The programme's manager, who is paid.
		///
		/// ## Details
		/// Free money takes the notice of `request_withdrawal`: the request must be for at least
		/// all of it, and its notice over.
		///
		/// ## Parameters
		/// - `product`: the product.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If the product has no programme.
		/// - [`Error::NotManager`]: If the account is not its manager.
		/// - [`Error::ReportsLeft`]: If a report is open, vests, or can be matched.
		/// - [`Error::FundsLeft`]: If money is free for which no notice has passed.
		/// - [`Error::CannotReceive`]: If the manager cannot receive it.
		///
		/// ## Events
		/// - [`Event::ProgrammeClosed`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::close_programme())]
		pub fn close_programme(origin: OriginFor<T>, product: ProductId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close(who, product)
		}

		/// Commit a report of a bug, without showing it.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// The reward for a critical bug, or what is free if that is less, is reserved for the
		/// report. What lacks is reserved when money of the programme becomes free, for the reports
		/// in the order of their commitments. The report keeps the terms of this block, and records
		/// the cover in force. Of two reports of one bug the one with the lower number is first.
		///
		/// A deposit is held until the report ends, and doubles with each of the first six reports
		/// that are open already. It is lost to the reserve if the report gets no reward by its
		/// terms, or is not revealed within 7 days of active time. A case without a choice gives it
		/// back.
		///
		/// ## Parameters
		/// - `product`: the product.
		/// - `commitment`: the hash (blake2-256) of the SCALE encoding of: the text `breakwater
		///   bounty` without its length, the hash of the chain's first block, the product, the
		///   reporter's account, the claim, the hash of the report, and a random salt of 32 bytes.
		/// - `min_reserved`: the least money that the caller accepts to have reserved at once, in
		///   the asset's units.
		/// - `terms`: the hash (blake2-256) of the SCALE encoding of the terms that the caller has
		///   read.
		///
		/// ## Errors
		/// - [`Error::UnknownProgramme`]: If the product has no programme.
		/// - [`Error::TermsChanged`]: If its terms in force have another hash.
		/// - [`Error::TooManyReports`]: If 16 reports of it are open, or 64 have records.
		/// - [`Error::ReservedBelowLimit`]: If less than `min_reserved` is free for it.
		/// - [`Error::CannotHoldDeposit`]: If the account cannot hold the deposit.
		///
		/// ## Events
		/// - [`Event::ReportCommitted`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::commit_report())]
		pub fn commit_report(
			origin: OriginFor<T>,
			product: ProductId,
			commitment: H256,
			#[pallet::compact] min_reserved: Balance,
			terms: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_commit(who, product, commitment, min_reserved, terms)
		}

		/// Reveal the claim of a report, within 7 days of active time.
		///
		/// ## Dispatch Origin
		/// The reporter.
		///
		/// ## Details
		/// The report itself goes to the manager in private. The chain keeps its hash in the event.
		/// A rescue must have been committed within 72 hours of wall-clock time after it, or after
		/// the end of a later halt of the chain. Its reward is the
		/// terms' share of the returned money. No reward is above what is reserved.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		/// - `claim`: a finding with its severity; or a rescue with the returned money, in the
		///   asset's units, and its wall-clock time, in milliseconds.
		/// - `report_hash`: the hash of the report.
		/// - `salt`: the salt of the commitment.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NotReporter`]: If the account is not its reporter.
		/// - [`Error::WrongStage`]: If it is revealed already.
		/// - [`Error::TooLate`]: If the time is over.
		/// - [`Error::WrongCommitment`]: If this is not what was committed.
		/// - [`Error::NoRescueReward`]: If the terms have no reward for a rescue.
		/// - [`Error::NotYet`]: If the rescue is later than the commitment.
		/// - [`Error::RescueTooLate`]: If it was more than 72 hours before it, and no halt between.
		///
		/// ## Events
		/// - [`Event::ReportRevealed`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::reveal_report())]
		pub fn reveal_report(
			origin: OriginFor<T>,
			report: ReportId,
			claim: Claim,
			report_hash: H256,
			salt: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reveal(who, report, claim, report_hash, salt)
		}

		/// Acknowledge a report. The time to decide on it begins.
		///
		/// ## Dispatch Origin
		/// The programme's manager.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NotManager`]: If the account is not the programme's manager.
		/// - [`Error::WrongStage`]: If it is not revealed, or acknowledged already.
		/// - [`Error::TooLate`]: If the time is over.
		///
		/// ## Events
		/// - [`Event::ReportAcknowledged`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::acknowledge())]
		pub fn acknowledge(origin: OriginFor<T>, report: ReportId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_acknowledge(who, report)
		}

		/// Decide on a report.
		///
		/// ## Dispatch Origin
		/// The programme's manager.
		///
		/// ## Details
		/// A decision that is at least what is claimed is final: the reward begins to vest, and the
		/// deposit is given back. If older reports hold money that it lacks, `process` ends it
		/// after them. Another decision can be disputed for 7 days of active time.
		///
		/// The manager can concede a claim also after a deadline or an own decision, as long as
		/// that can be disputed, or the dispute is not before the court. Bonds come back. The
		/// reward vests from the first decision or the deadline on.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		/// - `decision`: `Rejected`; the severity of a finding; or the returned money of a rescue,
		///   in the asset's units.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NotManager`]: If the account is not the programme's manager.
		/// - [`Error::WrongStage`]: If it is not revealed, is before the court or decided for
		///   good, or is decided and this is less than the claim.
		/// - [`Error::TooLate`]: If the time is over.
		/// - [`Error::WrongDecision`]: If the decision does not answer the claim.
		/// - [`Error::ReserveRefuses`]: If the terms give no reward for it, and the reserve cannot
		///   take the lost deposit now.
		///
		/// ## Events
		/// - [`Event::ReportDecided`].
		/// - [`Event::ReportEnded`]: If the decision is final, and its money there.
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::decide_weight())]
		pub fn decide(origin: OriginFor<T>, report: ReportId, decision: ReportDecision) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decide(who, report, decision)
		}

		/// Dispute a decision on a report, with a bond in the asset's units.
		///
		/// ## Dispatch Origin
		/// The reporter.
		///
		/// ## Details
		/// The court chooses between the claim and the manager's decision. The fees of its seats
		/// (`court.disputeFee`) are paid for good, while it has enough stake to sit. The bond is 10
		/// % of the reserved part of the difference, rounded up, and at least the asset's minimum
		/// balance. If the manager let a deadline pass, the report counts as rejected and that bond
		/// is zero. Beside it 10 BRKW are held. Both are lost to the reserve if the manager's
		/// decision is chosen, and come back otherwise. Without a choice the manager's decision
		/// stands.
		///
		/// At most two cases of a programme are under way at once. Further disputes wait, and get
		/// their cases in the order of the reports' commitments.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		/// - `max_bond`: the largest bond that the caller accepts.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NotReporter`]: If the account is not its reporter.
		/// - [`Error::WrongStage`]: If it is not decided, or disputed already.
		/// - [`Error::TooLate`]: If the time is over.
		/// - [`Error::NothingToDispute`]: If the decision is all that is claimed.
		/// - [`Error::BondAboveLimit`]: If the bond is above `max_bond`.
		/// - [`Error::CannotPay`]: If the account has less of the asset.
		/// - [`Error::CannotHoldDeposit`]: If the account cannot hold the bond in native tokens.
		///
		/// ## Events
		/// - [`Event::DecisionDisputed`].
		/// - [`Event::CaseBegun`]: If there is room. Otherwise `process` begins the
		///   case.
		#[pallet::call_index(10)]
		#[pallet::weight(Pallet::<T>::dispute_weight())]
		pub fn dispute(
			origin: OriginFor<T>,
			report: ReportId,
			#[pallet::compact] max_bond: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, report, max_bond)
		}

		/// Vote aye if this choice is right for the disputed report.
		///
		/// ## Dispatch Origin
		/// The adjudicator: a referendum.
		///
		/// ## Details
		/// Where no panel of the court decides a case for good, the chain opens a referendum on
		/// each choice with this call. The choice with the largest margin of ayes over nays is
		/// accepted, if enough tokens voted on it. If none is, that of the last panel that made one
		/// is. Without any, the manager's decision stands and the reporter's bonds come back. The
		/// case ends by `process`, also where this call is late.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		/// - `choice`: proposal 0, which is the reporter's claim; or "not covered", which is the
		///   manager's decision.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NotInCase`]: If no case is open on it.
		/// - [`Error::UnknownChoice`]: If there is no such choice.
		/// - [`Error::NotChosen`]: If it is not the choice of the case.
		///
		/// ## Events
		/// - [`Event::DecisionAdopted`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::adopt_decision())]
		pub fn adopt_decision(origin: OriginFor<T>, report: ReportId, choice: Choice) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_adopt(report, choice)
		}

		/// Act on a deadline of a report that has passed, or on the end of its case.
		///
		/// ## Dispatch Origin
		/// Any signed account.
		///
		/// ## Details
		/// A report that was not revealed expires: its deposit goes to the reserve. One on which
		/// the manager was silent counts as rejected, and can be disputed. One that was not
		/// disputed ends, and its reward begins to vest. If it lacks money, it waits for older ones
		/// to end. A case that waits for room begins, and one that is over ends. A record that is
		/// not needed any more goes. The blocks do none of this by themselves.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NothingToDo`]: If no deadline has passed, the case is not over, an older
		///   report holds money that this one lacks, or an older one waits for its case.
		/// - [`Error::ReserveRefuses`]: If the reserve cannot take a lost deposit or bond now.
		///
		/// ## Events
		/// - [`Event::ReportExpired`], [`Event::ReportDecided`], [`Event::ReportEnded`],
		///   [`Event::CaseBegun`], [`Event::CaseEnded`] or [`Event::ReportRemoved`].
		#[pallet::call_index(12)]
		#[pallet::weight(Pallet::<T>::process_weight())]
		pub fn process(origin: OriginFor<T>, report: ReportId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_process(report)
		}

		/// Pay the reporter the vested part of a reward, and a bond that is due, in the asset's
		/// units.
		///
		/// ## Dispatch Origin
		/// Any signed account. The reporter is paid, not the caller.
		///
		/// ## Details
		/// A reward vests evenly from the decision on, in active time.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NothingToCollect`]: If nothing has vested since the last time, and no bond is
		///   due.
		/// - [`Error::CannotReceive`]: If the reporter cannot receive it.
		///
		/// ## Events
		/// - [`Event::Collected`].
		/// - [`Event::ReportRemoved`]: If nothing is left to do.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(origin: OriginFor<T>, report: ReportId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect(report)
		}

		/// Approve that the reserve adds money to the reward for a critical bug, and add it.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The amount is half of the reward, the cover that was in force when the report was
		/// committed, or a twentieth of the reserve's own funds, whichever is least. It vests with
		/// the reward. Only a referendum decides it: a sponsor could report an own bug through an
		/// accomplice. If the reserve refuses for now, as an incident is open in the asset or its
		/// own funds are too low, `begin_match` adds it later.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NotCritical`]: If it has no reward for a critical finding.
		/// - [`Error::NoCoverInForce`]: If no cover was in force when it was committed.
		/// - [`Error::AlreadyMatched`]: If it was matched already.
		/// - [`Error::RewardRevoked`]: If its reward was revoked.
		/// - [`Error::TooLate`]: If the report ended 90 days of active time ago.
		/// - [`Error::NothingToMatch`]: If half of the reward is less than a unit.
		///
		/// ## Events
		/// - [`Event::MatchApproved`].
		/// - [`Event::RewardMatched`]: If the reserve does not refuse.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::match_reward())]
		pub fn match_reward(origin: OriginFor<T>, report: ReportId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_approve(report)
		}

		/// Revoke the part of a reward that has not vested: the reporter has exploited the bug.
		///
		/// ## Dispatch Origin
		/// A referendum (Root).
		///
		/// ## Details
		/// The programme's part is free again. The reserve gets its own part back. What has vested
		/// can still be collected.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		///
		/// ## Errors
		/// - [`Error::UnknownReport`]: If there is no such report.
		/// - [`Error::NothingToRevoke`]: If there is no reward, or all has vested.
		/// - [`Error::ReserveRefuses`]: If the reserve cannot take its part now.
		///
		/// ## Events
		/// - [`Event::RewardRevoked`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::revoke_unvested())]
		pub fn revoke_unvested(origin: OriginFor<T>, report: ReportId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_revoke(report)
		}

		/// Add money of the reserve to a reward, as a referendum has approved.
		///
		/// ## Dispatch Origin
		/// Any signed account. The reporter has the money, not the caller.
		///
		/// ## Details
		/// It is for a match that the reserve refused when it was approved. The amount is that of
		/// `match_reward`, of now.
		///
		/// ## Parameters
		/// - `report`: the number of the report.
		///
		/// ## Errors
		/// - Those of `match_reward`.
		/// - [`Error::NotApproved`]: If no referendum has approved it.
		/// - The error of the reserve, while an incident is open in the asset, or if its own funds
		///   are too low.
		///
		/// ## Events
		/// - [`Event::RewardMatched`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::begin_match())]
		pub fn begin_match(origin: OriginFor<T>, report: ReportId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_match(report)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Returns a report as of this block; `None` if there is none, or it is over.
		pub fn report_state(report: ReportId) -> Option<ReportState> {
			Self::do_report_state(report)
		}
	}
}
