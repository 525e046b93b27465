// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The changes that the pallet reports.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Cover was bought.
		Bought {
			/// The policy.
			policy: PolicyId,
			/// The account that paid the premium.
			buyer: T::AccountId,
			/// The holder, who is paid.
			holder: T::AccountId,
			/// The product.
			product: ProductId,
			/// The version of the terms, which the policy keeps.
			version: TermsVersion,
			/// The pools that back the policy, with the cover and the premium of each.
			placement: Vec<Placed>,
			/// The cover, in the asset's units.
			cover: Balance,
			/// The premium, in the asset's units.
			premium: Balance,
			/// The commission that was paid on top of the premium, in the asset's units.
			commission: Balance,
			/// The account that earns the commission.
			distributor: Option<T::AccountId>,
			/// The insured account whose loss is covered, for a product that people assess.
			insured_account: Option<interest::InsuredAccount>,
			/// The time when cover begins, in wall-clock milliseconds.
			starts_at: Moment,
			/// The time when cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// The time when the right to claim ends, in milliseconds of active time.
			expires: Moment,
		},
		/// Cover was added to a policy.
		Increased {
			/// The policy.
			policy: PolicyId,
			/// The cover before, in the asset's units.
			old_cover: Balance,
			/// The cover from `starts_at` on, in the asset's units.
			new_cover: Balance,
			/// The premium for the added cover, in the asset's units.
			premium: Balance,
			/// The pools that back the added cover.
			placement: Vec<Placed>,
			/// The time when the added cover begins, in wall-clock milliseconds.
			starts_at: Moment,
		},
		/// A policy was made to last longer.
		Extended {
			/// The policy.
			policy: PolicyId,
			/// The premium for the added time, in the asset's units.
			premium: Balance,
			/// The part of the premium that each pool gets for the cover it backs.
			placement: Vec<Placed>,
			/// The time when cover would have ended, in wall-clock milliseconds.
			old_ends_at: Moment,
			/// The time when cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// The time when the right to claim ends, in milliseconds of active time.
			expires: Moment,
		},
		/// The renewal of a policy was set or changed, or its renewal balance was filled.
		RenewalSet {
			/// The policy.
			policy: PolicyId,
			/// The holder, who paid in.
			holder: T::AccountId,
			/// The time of each renewal, in milliseconds.
			period: Moment,
			/// The most that one renewal may cost, in the asset's units.
			max_premium: Balance,
			/// The amount in the renewal balance before, in the asset's units.
			old_renewal_balance: Balance,
			/// The amount in the renewal balance now, in the asset's units.
			renewal_balance: Balance,
			/// The hour of the next attempt, in whole hours of wall-clock time since 1970.
			due: Hour,
		},
		/// A policy was renewed. `Extended` reports the rest.
		Renewed {
			/// The policy.
			policy: PolicyId,
			/// The premium of the renewal, taken from the renewal balance, in the asset's units.
			premium: Balance,
			/// The time when cover would have ended, in wall-clock milliseconds.
			old_ends_at: Moment,
			/// The time when cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// The amount left in the renewal balance, in the asset's units.
			renewal_balance: Balance,
		},
		/// A policy could not be renewed. It is tried again as long as its cover lasts.
		RenewalFailed {
			/// The policy.
			policy: PolicyId,
			/// The reason for the failure.
			error: DispatchError,
		},
		/// A renewal lapsed: the cover has ended or all of it is claimed.
		RenewalLapsed {
			/// The policy.
			policy: PolicyId,
			/// The holder, who got the money in the renewal balance and the deposit.
			holder: T::AccountId,
			/// The amount that was in the renewal balance, in the asset's units.
			renewal_balance: Balance,
		},
		/// A renewal lapsed, but the holder could not receive the money in the renewal balance. It
		/// waits for them.
		RenewalBalanceNotPaid {
			/// The policy.
			policy: PolicyId,
			/// The holder, who can take the renewal balance by ending the renewal.
			holder: T::AccountId,
			/// The amount in the renewal balance, in the asset's units.
			renewal_balance: Balance,
			/// The reason for which the holder could not receive it.
			error: DispatchError,
		},
		/// The renewal of a policy ended: the holder ended it, or the policy was cancelled, given
		/// away or removed.
		RenewalEnded {
			/// The policy.
			policy: PolicyId,
			/// The holder, who got the money in the renewal balance and the deposit.
			holder: T::AccountId,
			/// The amount that was in the renewal balance, in the asset's units.
			renewal_balance: Balance,
		},
		/// The last renewal of a policy is void: a claim is booked for an event before it. The
		/// policy ends as it would have without the renewal.
		RenewalVoided {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// The unearned part of the renewal's premium, in the asset's units. It is in the
			/// renewal balance.
			refund: Balance,
			/// The amount in the renewal balance now, in the asset's units.
			renewal_balance: Balance,
			/// The time when cover would have ended, in wall-clock milliseconds.
			old_ends_at: Moment,
			/// The time when cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// The time when the right to claim ends, in milliseconds of active time.
			expires: Moment,
		},
		/// A renewal is void but could not be taken back. It stands. This is a fault of the chain:
		/// report it.
		RenewalKept {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// The reason for which it could not be taken back.
			error: DispatchError,
		},
		/// Cover was given back.
		Decreased {
			/// The policy.
			policy: PolicyId,
			/// The holder, who got the refund.
			holder: T::AccountId,
			/// The cover before, in the asset's units.
			old_cover: Balance,
			/// The cover now, in the asset's units.
			new_cover: Balance,
			/// The amount that came back of the premium, the fee taken off, and of the commission.
			refund: Balance,
		},
		/// A policy was cancelled. Its record is gone.
		Cancelled {
			/// The policy.
			policy: PolicyId,
			/// The holder, who got the refund.
			holder: T::AccountId,
			/// The cover that was never claimed.
			cover_left: Balance,
			/// The amount that came back of the premium, the fee taken off, and of the commission.
			refund: Balance,
		},
		/// The earned commission was paid to its distributor.
		CommissionPaid {
			/// The policy.
			policy: PolicyId,
			/// The payee: the distributor, or the treasury if the distributor's account could not
			/// receive the money when the record went.
			to: T::AccountId,
			/// The amount, in the asset's units.
			amount: Balance,
		},
		/// A policy covers less, so that less commission is still to be earned.
		CommissionCut {
			/// The policy.
			policy: PolicyId,
			/// The amount that came back to the holder, in the asset's units.
			back: Balance,
			/// The part that is earned and not paid out.
			earned: Balance,
			/// The part that is still to be earned.
			unearned: Balance,
		},
		/// A policy was given to another account.
		Transferred {
			/// The policy.
			policy: PolicyId,
			/// The old holder.
			from: T::AccountId,
			/// The new holder.
			to: T::AccountId,
		},
		/// A claim was registered. The policy's cover left fell by its amount.
		ClaimRegistered {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// The claim, in the asset's units.
			amount: Balance,
			/// The cover left before.
			old_cover_left: Balance,
			/// The cover left after.
			new_cover_left: Balance,
		},
		/// A claim was paid or given up. It no longer keeps the policy's record.
		ClaimClosed {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// The claim, in the asset's units.
			amount: Balance,
		},
		/// The record of an expired policy was removed.
		Pruned {
			/// The policy.
			policy: PolicyId,
			/// The holder.
			holder: T::AccountId,
			/// The product.
			product: ProductId,
			/// The cover that was never claimed, in the asset's units.
			cover_left: Balance,
		},
		/// An incident was opened. Meanwhile no cover is sold on the product.
		SalesHalted {
			/// The product.
			product: ProductId,
			/// The incident.
			incident: IncidentId,
		},
		/// An incident was rejected or settled. It no longer stops sales.
		SalesResumed {
			/// The product.
			product: ProductId,
			/// The incident.
			incident: IncidentId,
		},
	}
}
