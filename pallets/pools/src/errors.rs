//! Why calls are refused.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// No such pool: use the id of the event that told of its creation.
		UnknownPool,
		/// No such asset.
		UnknownAsset,
		/// The asset is not listed: pools are opened only in assets that a referendum listed.
		AssetNotListed,
		/// A smallest deposit or exit of zero would let dust in.
		MinimumMissing,
		/// The smallest exit is above the smallest deposit: what can come in must be able to leave.
		MinExitTooHigh,
		/// Somebody may have a key of the asset's team: its owner, issuer, admin and freezer must all be the account that nobody
		/// has a key of, see the documentation of `list_asset`.
		TeamHasKeys,
		/// The leverage must be at least 100 (fully collateralised) and at most what governance allows.
		LeverageOutOfRange,
		/// The fee is above what governance allows.
		FeeTooHigh,
		/// The fee is this one already, and no other is announced.
		FeeUnchanged,
		/// The senior factor is at most one (1,000,000 parts of a million).
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
		/// No such product.
		UnknownProduct,
		/// The product is known already.
		ProductKnown,
		/// The pool does not underwrite the product.
		NotUnderwritten,
		/// The asset differs from the pool's.
		WrongAsset,
		/// A weight is at most 100 %.
		WeightTooHigh,
		/// The pool underwrites as many products as it may: take one without exposure out first.
		TooManyProducts,
		/// As many pools as may sell cover on the product, and none of them is idle in it and smaller, or so much smaller that
		/// the pool may take its place.
		TooManyPools,
		/// A pool is small enough that this one may take its place, but as many as may run off on the product do so already: try
		/// again when one of them has no cover in force any more.
		TooManyRunOffs,
		/// The pool is paused or suspended: choose another one or wait.
		PoolPaused,
		/// An open incident touches the pool: wait until it is decided and settled.
		PoolFrozen,
		/// The capital of the class is lost: shares would have no sensible price. `serve_exits` empties its queue, and the
		/// pool's manager can reset it then.
		ClassWiped,
		/// The pool was untouched for long: call `poke` until it is caught up, then try again.
		PokeFirst,
		/// The amount is below the asset's smallest deposit.
		DepositTooSmall,
		/// Junior would be too small a part of the pool to protect senior: deposit less, or into junior.
		TooLittleJunior,
		/// The caller has not as much of the pool's asset as the call takes, or may not move it.
		CannotPay,
		/// The caller's free native tokens do not pay the deposit for the record, or must not be held.
		CannotHoldDeposit,
		/// The caller's account cannot receive the pool's asset now: it is blocked, or cannot exist with so little.
		CannotReceive,
		/// The deposit would buy fewer shares than the limit: the price moved.
		SharesBelowLimit,
		/// The deposit would buy no share, or no share is to leave.
		ZeroShares,
		/// The position has fewer shares outside the exit queue, or they are of an earlier series of the class.
		NotEnoughShares,
		/// Some of the shares came back from the exit queue a short time ago: wait until the day told by `ExitCancelled`.
		StillReturning,
		/// There is no such request: use class and index of its `ExitRequested`, unless it was served since.
		UnknownExit,
		/// Only who made a request can take it back.
		NotYourExit,
		/// Sender and receiver are the same.
		SelfTransfer,
		/// The account has no position in the class.
		UnknownPosition,
		/// The position is of the current series of the class: only its owner can end it.
		PositionCurrent,
		/// The class is not wiped: only a wiped one can be reset.
		NotWiped,
		/// Requests wait in the queue of the class: `serve_exits` drops them.
		QueueNotEmpty,
		/// The shares are worth less than the asset's smallest exit; only a whole position may be smaller.
		ExitTooSmall,
		/// The shares are worth less than the limit, or nothing: the price moved.
		ValueBelowLimit,
		/// Nothing can be paid: the queue is empty, its head is in its cooldown, or no capital is free.
		NothingToServe,
		/// A count must be at least one and at most the call's maximum.
		CountOutOfRange,
		/// Nothing waits for the caller in this pool.
		NothingToCollect,
		/// Cover or premium is zero.
		ZeroAmount,
		/// The cover would end before it begins.
		EndInThePast,
		/// The policy's premium is pledged for what the reserve lent to the pool. Buy new cover instead.
		PremiumPledged,
		/// The cover is more than the pool's limits leave room for.
		NoCapacity,
		/// The pool's account could not take the money.
		NotReceived,
		/// A claim uses at most the cover that is left.
		UsedAboveCover,
		/// Cover is lowered by at most what is left of it.
		ReducedAboveCover,
		/// The incident has not pinned the pool, or it is settled already.
		NotPinned,
		/// A loss is never above what the incident pinned.
		LossAbovePin,
		/// The claims of the incident on the pool are known already.
		AlreadyTallied,
		/// The claims of the incident on the pool are not known yet.
		NotTallied,
		/// What the incident pins of the pool is reserved for its claims, which are charged one by one.
		PinReserved,
		/// What the incident pins of the pool is not reserved: its claims are charged together.
		NotReserved,
		/// The pool has not what is reserved for the incident. Please report it: this must never happen.
		ReserveBroken,
		/// The pool keeps no short settlement of the incident: it paid in full, is not charged yet, or all is closed.
		NotShort,
		/// Older incidents that touch the pool are undecided: more may come of its own capital. Wait until the settlement is
		/// final.
		NotFinal,
		/// The reserve gave something else than it was asked for.
		DrawMismatch,
		/// The books contradict each other. Please report it: this must never happen.
		BooksBroken,
		/// An asset that is not native must have a minimum balance of one unit: a smaller rest would be destroyed.
		MinimumBalanceTooHigh,
		/// An account that has nothing else cannot receive the asset: it must be sufficient.
		NotSufficient,
	}
}
