//! What is told.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A product was listed.
		ProductListed {
			/// The product.
			product: ProductId,
			/// The version of the terms: always 1.
			version: TermsVersion,
			/// Everything that it is.
			listing: Listing,
		},
		/// New cover on a product is sold under new terms. Policies in force keep theirs.
		TermsUpdated {
			/// The product.
			product: ProductId,
			/// The version sold until now.
			old_version: TermsVersion,
			/// The version sold from now on.
			new_version: TermsVersion,
			/// The terms sold until now.
			old: Terms,
			/// The terms sold from now on.
			new: Terms,
			/// Where the wording until now can be read.
			old_uri: WordingUri,
			/// Where the wording from now on can be read.
			new_uri: WordingUri,
		},
		/// A product was opened for sale, paused or retired.
		StatusSet {
			/// The product.
			product: ProductId,
			/// The status until now.
			old: ProductStatus,
			/// The status from now on.
			new: ProductStatus,
		},
		/// Cover was bought.
		Bought {
			/// The policy.
			policy: PolicyId,
			/// Who paid the premium.
			buyer: T::AccountId,
			/// Who is paid.
			holder: T::AccountId,
			/// The product.
			product: ProductId,
			/// The terms the policy keeps.
			version: TermsVersion,
			/// The pools that back it, with the cover and the premium of each.
			placement: Vec<Placed>,
			/// The cover, in the asset's units.
			cover: Balance,
			/// The premium, in the asset's units.
			premium: Balance,
			/// The commission that was paid on top of it.
			commission: Balance,
			/// Who earns the commission.
			distributor: Option<T::AccountId>,
			/// The position whose loss is covered, for a product that people judge.
			position: Option<interest::Position>,
			/// When cover begins, in wall-clock milliseconds.
			starts_at: Moment,
			/// When cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// When the right to claim ends, in milliseconds of active time.
			expires: Moment,
		},
		/// Cover was added to a policy.
		Increased {
			/// The policy.
			policy: PolicyId,
			/// The cover before.
			old_cover: Balance,
			/// The cover from `starts_at` on.
			new_cover: Balance,
			/// The premium for it.
			premium: Balance,
			/// The pools that back what was added.
			placement: Vec<Placed>,
			/// When what was added begins, in wall-clock milliseconds.
			starts_at: Moment,
		},
		/// A policy lasts longer.
		Extended {
			/// The policy.
			policy: PolicyId,
			/// The premium for it.
			premium: Balance,
			/// What each pool gets of it, for the cover it backs.
			placement: Vec<Placed>,
			/// When cover would have ended, in wall-clock milliseconds.
			old_ends_at: Moment,
			/// When cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// When the right to claim ends, in milliseconds of active time.
			expires: Moment,
		},
		/// A policy will be renewed, or will be on other terms, or its purse was filled.
		RenewalSet {
			/// The policy.
			policy: PolicyId,
			/// Who holds it and paid in.
			holder: T::AccountId,
			/// For how long it is renewed each time, in milliseconds.
			period: Moment,
			/// The most that one renewal may cost, in the asset's units.
			max_premium: Balance,
			/// What was in the purse before.
			old_purse: Balance,
			/// What is in the purse now.
			purse: Balance,
			/// The hour of the next attempt, in whole hours of wall-clock time since 1970.
			due: Hour,
		},
		/// A policy was renewed. `Extended` tells the rest.
		Renewed {
			/// The policy.
			policy: PolicyId,
			/// What it cost, taken from the purse.
			premium: Balance,
			/// When cover would have ended, in wall-clock milliseconds.
			old_ends_at: Moment,
			/// When cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// What is left in the purse.
			purse: Balance,
		},
		/// A policy could not be renewed. It is tried again as long as its cover lasts.
		RenewalFailed {
			/// The policy.
			policy: PolicyId,
			/// Why not.
			error: DispatchError,
		},
		/// There was nothing to renew any more: the cover has ended or all of it is claimed.
		RenewalLapsed {
			/// The policy.
			policy: PolicyId,
			/// Who got what was in the purse, and the deposit.
			holder: T::AccountId,
			/// What was in the purse.
			purse: Balance,
		},
		/// A renewal lapsed, but the holder could not receive what was in the purse. It waits for him.
		PurseNotPaid {
			/// The policy.
			policy: PolicyId,
			/// Who can take it, by ending the renewal.
			holder: T::AccountId,
			/// What is in the purse.
			purse: Balance,
			/// Why he could not receive it.
			error: DispatchError,
		},
		/// A policy is not renewed any more: its holder ended it, or the policy was cancelled, given away or removed.
		RenewalEnded {
			/// The policy.
			policy: PolicyId,
			/// Who got what was in the purse, and the deposit.
			holder: T::AccountId,
			/// What was in the purse.
			purse: Balance,
		},
		/// A claim is booked for an event before the last renewal: that is void. The policy ends as it would have without it.
		RenewalVoided {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// What was not earned of the renewal's premium. It is in the purse.
			refund: Balance,
			/// What is in the purse now.
			purse: Balance,
			/// When cover would have ended, in wall-clock milliseconds.
			old_ends_at: Moment,
			/// When cover ends, in wall-clock milliseconds.
			ends_at: Moment,
			/// When the right to claim ends, in milliseconds of active time.
			expires: Moment,
		},
		/// A renewal is void but could not be taken back; it stands. This is a fault of the chain: report it.
		RenewalKept {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// Why it could not.
			error: DispatchError,
		},
		/// Cover was given back.
		Decreased {
			/// The policy.
			policy: PolicyId,
			/// Who got the refund.
			holder: T::AccountId,
			/// The cover before.
			old_cover: Balance,
			/// The cover now.
			new_cover: Balance,
			/// What came back of the premium, the fee taken off, and of the commission.
			refund: Balance,
		},
		/// A policy was cancelled. Its record is gone.
		Cancelled {
			/// The policy.
			policy: PolicyId,
			/// Who held it and got the refund.
			holder: T::AccountId,
			/// Cover that was never claimed.
			cover_left: Balance,
			/// What came back of the premium, the fee taken off, and of the commission.
			refund: Balance,
		},
		/// A distributor was paid what he had earned.
		CommissionPaid {
			/// The policy.
			policy: PolicyId,
			/// Who got it: the distributor, or the treasury if his account could receive nothing when the record went.
			to: T::AccountId,
			/// How much, in the asset's units.
			amount: Balance,
		},
		/// A policy covers less, so that less commission is still to be earned.
		CommissionCut {
			/// The policy.
			policy: PolicyId,
			/// What came back to the holder, in the asset's units.
			back: Balance,
			/// What is earned and not paid out.
			earned: Balance,
			/// What is still to be earned.
			unearned: Balance,
		},
		/// A policy was given to somebody.
		Transferred {
			/// The policy.
			policy: PolicyId,
			/// Who held it.
			from: T::AccountId,
			/// Who holds it now.
			to: T::AccountId,
		},
		/// A claim was registered: the policy's cover left fell by its amount.
		ClaimRegistered {
			/// The policy.
			policy: PolicyId,
			/// The incident.
			incident: IncidentId,
			/// The claim, in the asset's units.
			amount: Balance,
			/// Cover left before.
			old_cover_left: Balance,
			/// Cover left after.
			new_cover_left: Balance,
		},
		/// A claim was paid or given up: it no longer keeps the policy's record.
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
			/// Who held it.
			holder: T::AccountId,
			/// The product.
			product: ProductId,
			/// Cover that was never claimed, in the asset's units.
			cover_left: Balance,
		},
		/// An incident was opened: nothing is sold on the product.
		SalesHalted {
			/// The product.
			product: ProductId,
			/// The incident.
			incident: IncidentId,
		},
		/// An incident was rejected or settled: it no longer stops sales.
		SalesResumed {
			/// The product.
			product: ProductId,
			/// The incident.
			incident: IncidentId,
		},
		/// A product's trigger became ready or no longer is. Nothing is sold while it is not.
		ReadinessChanged {
			/// The product.
			product: ProductId,
			/// Whether it was ready.
			old: bool,
			/// Whether it is ready.
			new: bool,
		},
		/// What is known of what a product covers changed. Only new prices change.
		FactsUpdated {
			/// The product.
			product: ProductId,
			/// What was known until now.
			old: RiskFacts,
			/// What is known from now on.
			new: RiskFacts,
		},
		/// The rules of a risk class changed. Only new prices change.
		ClassRulesSet {
			/// The class.
			class: RiskClass,
			/// The rules until now.
			old: ClassRules,
			/// The rules from now on.
			new: ClassRules,
		},
		/// Somebody proposed a product and put up a deposit for it.
		ProductProposed {
			/// The proposal.
			proposal: ProposalId,
			/// Who proposed it.
			sponsor: T::AccountId,
			/// The product.
			listing: Listing,
		},
		/// A referendum approved a proposal: its product is listed. The deposit stays until the product is delisted.
		ProposalApproved {
			/// The proposal.
			proposal: ProposalId,
			/// The product.
			product: ProductId,
			/// Who proposed it.
			sponsor: T::AccountId,
		},
		/// A proposal was withdrawn or rejected. The deposit went back.
		ProposalWithdrawn {
			/// The proposal.
			proposal: ProposalId,
			/// Who proposed it.
			sponsor: T::AccountId,
			/// Whether a referendum rejected it; its sponsor withdrew it otherwise.
			is_rejected: bool,
		},
		/// A retired product, of which nothing can come any more, left its feeds. It was retired, and is delisted.
		Delisted {
			/// The product.
			product: ProductId,
			/// The feeds it no longer watches; nothing where people judged.
			feeds: Option<FeedSet>,
			/// Who got his deposit back, if the product had been proposed.
			sponsor: Option<T::AccountId>,
		},
	}
}
