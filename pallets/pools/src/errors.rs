// SPDX-License-Identifier: Apache-2.0

//! The errors: the reasons for which calls are rejected.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// The reason for which a call was rejected.
	#[pallet::error]
	pub enum Error<T> {
		/// The pool does not exist: use the id in its `PoolCreated` event.
		UnknownPool,
		/// The asset does not exist.
		UnknownAsset,
		/// The asset is not listed: pools are opened only in assets that a referendum listed.
		AssetNotListed,
		/// The smallest deposit or withdrawal is zero, which would let dust in: set both above
		/// zero.
		MinimumMissing,
		/// The smallest withdrawal is above the smallest deposit: capital that comes in must be
		/// able to leave.
		MinWithdrawalTooHigh,
		/// There may be a key of the asset's team. Its owner, issuer, admin and freezer must all be
		/// the account without a key: see the documentation of `list_asset`.
		TeamHasKeys,
		/// The leverage must be at least 100 (fully collateralised) and at most what governance
		/// allows.
		LeverageOutOfRange,
		/// The fee is above what governance allows.
		FeeTooHigh,
		/// The fee has this value already, and no other one is announced.
		FeeUnchanged,
		/// The senior factor is above one (1,000,000 parts of a million).
		SeniorFactorTooHigh,
		/// The pool is private: its manager can allow an account with `set_allowed`.
		NotAllowed,
		/// The pool is open to all: it has no list.
		NotPrivate,
		/// The account is on the list already, or is not on it.
		AllowanceUnchanged,
		/// Only the pool's manager may do this, or a referendum where the call says so.
		NotManager,
		/// Only a referendum may suspend a pool or change the status of a suspended one.
		OnlyReferendum,
		/// The pool has this status already.
		StatusUnchanged,
		/// The product does not exist.
		UnknownProduct,
		/// The product's risk is that of the asset itself: a pool must not consist of what it
		/// insures.
		SelfInsured,
		/// The product is known already.
		ProductKnown,
		/// The pool does not underwrite the product.
		NotUnderwritten,
		/// The asset differs from the pool's.
		WrongAsset,
		/// The weight is above 100 %.
		WeightTooHigh,
		/// The reserve stands behind the pool, and the product's facts do not meet the admission
		/// rules of its risk class, or are stale. Wait for the product's age, or for a referendum
		/// that reviews its facts.
		NotAdmissible,
		/// The pool underwrites the largest number of products: take one without exposure out
		/// first.
		TooManyProducts,
		/// All places on the product are taken. No pool there is idle and smaller, or small enough
		/// that this pool may take its place.
		TooManyPools,
		/// A pool is small enough that this one may take its place, but all places for pools that
		/// run off on the product are taken. Try again when one of them has no cover in force any
		/// more.
		TooManyRunOffs,
		/// The pool is paused or suspended: choose another pool or wait.
		PoolPaused,
		/// An open incident touches the pool, or the pool still owes a partial settlement: wait
		/// until it is decided and settled.
		PoolFrozen,
		/// The capital of the tranche is lost: shares would have no sensible price.
		/// `process_withdrawals` empties its queue. Then any account can reopen the tranche with
		/// `reopen_tranche`.
		TrancheExhausted,
		/// The pool was untouched for a long time: call `accrue` until it is caught up, then try
		/// again.
		AccrualRequired,
		/// The amount is below the asset's smallest deposit.
		DepositTooSmall,
		/// Junior would be too small a part of the pool to protect senior: deposit less, or into
		/// junior.
		TooLittleJunior,
		/// The caller does not have the amount of the pool's asset that the call takes, or may not
		/// move it.
		CannotPay,
		/// The caller's free native tokens do not pay the deposit for the record, or must not be
		/// held.
		CannotHoldDeposit,
		/// The caller's account cannot receive the pool's asset now: it is blocked, or cannot exist
		/// with so small a balance.
		CannotReceive,
		/// The deposit would buy fewer shares than the limit: the price moved.
		SharesBelowLimit,
		/// The number of shares is zero: the deposit would buy no share, or the call names none.
		ZeroShares,
		/// The position has fewer shares outside the withdrawal queue, or its shares are of an
		/// earlier epoch of the tranche.
		NotEnoughShares,
		/// Some of the shares came back from the withdrawal queue a short time ago: wait until the
		/// day in `WithdrawalCancelled`.
		StillUnlocking,
		/// The request does not exist: use tranche and index of its `WithdrawalRequested`, unless
		/// it was served since.
		UnknownWithdrawal,
		/// Only the account that made a request can take it back.
		NotYourWithdrawal,
		/// Sender and receiver are the same.
		SelfTransfer,
		/// The account has no position in the tranche.
		UnknownPosition,
		/// The position is of the current epoch of the tranche: only its holder can end it.
		PositionCurrent,
		/// The tranche is not exhausted: only an exhausted tranche can be reopened.
		NotExhausted,
		/// Requests wait in the queue of the tranche: `process_withdrawals` drops them.
		QueueNotEmpty,
		/// The shares are worth less than the asset's smallest withdrawal; only a whole position
		/// may be smaller.
		WithdrawalTooSmall,
		/// The value of the shares is below the limit, or zero: the price moved.
		ValueBelowLimit,
		/// No withdrawal can be paid: the queue is empty, its head is in its cooldown, or no
		/// capital is free.
		NothingToProcess,
		/// The count is zero or above the call's maximum.
		CountOutOfRange,
		/// No money waits for the caller in this pool.
		NothingToCollect,
		/// Cover or premium is zero.
		ZeroAmount,
		/// The cover would end before it begins.
		EndInThePast,
		/// The policy's premium is pledged for the reserve's loan to the pool: buy new cover
		/// instead.
		PremiumPledged,
		/// The cover is above the room that the pool's limits leave.
		NoCapacity,
		/// The pool's account could not take the money.
		NotReceived,
		/// The claim is above the cover that is left.
		UsedAboveCover,
		/// The amount by which cover is lowered is above the cover that is left.
		ReducedAboveCover,
		/// The incident has not locked the pool, or is settled already.
		NotLocked,
		/// The loss is above the incident's lock.
		LossAboveLock,
		/// The claims of the incident on the pool are known already.
		AlreadyTotalled,
		/// The claims of the incident on the pool are not known yet.
		NotTotalled,
		/// The incident's lock of the pool is reserved for its claims, which are charged one by
		/// one.
		LockReserved,
		/// The incident's lock of the pool is not reserved: its claims are charged together.
		NotReserved,
		/// The pool lacks the capital that is reserved for the incident. Please report it: this
		/// must never happen.
		ReserveBroken,
		/// The pool keeps no partial settlement of the incident, its tranches lost no amount in it,
		/// and the reserve wrote none off for it; or it is not charged yet, or all is closed.
		NotPartial,
		/// The reserve still owes an amount for the incident's loss in the pool. Wait until it is
		/// paid.
		ReserveOwes,
		/// Older incidents that touch the pool are undecided: more may come of its own capital.
		/// Wait until the settlement is final.
		NotFinal,
		/// The reserve gave another asset than it was asked for, or too much.
		DrawMismatch,
		/// The books contradict each other. Please report it: this must never happen.
		BooksBroken,
		/// The asset is not native and its minimum balance is not one unit: a smaller rest would be
		/// destroyed.
		MinimumBalanceTooHigh,
		/// An account without any other balance cannot receive the asset: it must be sufficient.
		NotSufficient,
	}
}
