// SPDX-License-Identifier: Apache-2.0

//! The events.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of the pallet. Amounts are in the smallest units of the pool's asset.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Pools may be opened in an asset, or its minima changed.
		AssetListed {
			/// The asset.
			asset: AssetId,
			/// The minima before; `None` for a new asset.
			old: Option<AssetRules>,
			/// The minima now.
			new: AssetRules,
		},
		/// The correlation group of an asset itself was named.
		AssetGroupSet {
			/// The asset.
			asset: AssetId,
			/// The group before.
			old: Option<GroupId>,
			/// The group now.
			new: Option<GroupId>,
		},
		/// A pool was opened.
		PoolCreated {
			/// The pool.
			pool: PoolId,
			/// Its manager.
			manager: T::AccountId,
			/// Its asset.
			asset: AssetId,
			/// Its leverage in hundredths: 100 is fully collateralised.
			leverage: u32,
			/// The manager's part of what reserve and treasury leave of an earned premium.
			fee: Permill,
			/// The part of its proportional part of the premium that senior gets.
			senior_factor: Permill,
			/// True if only accounts that the manager allows may hold shares.
			is_private: bool,
			/// The account that holds its money.
			account: T::AccountId,
			/// The amount that the manager put into that account to keep it alive; not part of any
			/// book.
			endowment: Balance,
		},
		/// Pools may underwrite a product from now on.
		ProductRegistered {
			/// The product.
			product: ProductId,
			/// The asset of its cover.
			asset: AssetId,
			/// Its correlation group.
			group: GroupId,
		},
		/// The weight of a product in a pool changed. Only new cover is concerned.
		WeightSet {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The weight before; `None` if the pool did not underwrite the product.
			old: Option<Permill>,
			/// The weight now; `None` if the pool no longer underwrites the product.
			new: Option<Permill>,
		},
		/// A pool lost its place on a product to a larger one. Its weight is zero now: it sells and
		/// renews no cover on the product.
		PoolDisplaced {
			/// The product.
			product: ProductId,
			/// The pool that lost its place.
			pool: PoolId,
			/// The pool that took it.
			by: PoolId,
			/// The weight that the product had in the pool.
			old_weight: Permill,
			/// The cover in force, which runs off. If it is zero and no lock is left, the pool no
			/// longer underwrites the product.
			exposure: Balance,
		},
		/// A pool opened, paused or was suspended.
		StatusChanged {
			/// The pool.
			pool: PoolId,
			/// The status before.
			old: PoolStatus,
			/// The status now.
			new: PoolStatus,
		},
		/// The manager set the fee. A lower one applies at once, a higher one later.
		FeeSet {
			/// The pool.
			pool: PoolId,
			/// The fee that applied until now.
			old: Permill,
			/// The fee that was set.
			new: Permill,
			/// The active time from which it applies, in milliseconds; that of this block if it
			/// applies at once.
			ready_at: Moment,
		},
		/// A fee that was announced applies from now on. Premium earned until now was split at the
		/// old fee.
		FeeRaised {
			/// The pool.
			pool: PoolId,
			/// The fee before.
			old: Permill,
			/// The fee now; lower than announced if governance allows less today.
			new: Permill,
		},
		/// An account may hold shares of a private pool from now on, or may get no more of them.
		AllowanceSet {
			/// The pool.
			pool: PoolId,
			/// The account.
			who: T::AccountId,
			/// True if the account may hold shares.
			is_allowed: bool,
		},
		/// An underwriter put capital into a pool.
		Deposited {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The underwriter.
			who: T::AccountId,
			/// The amount paid in.
			amount: Balance,
			/// The shares it bought.
			shares: Balance,
			/// The tranche's assets now.
			assets: Balance,
			/// All shares of the tranche now.
			total_shares: Balance,
		},
		/// Shares went from one account to another.
		Transferred {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The sender.
			from: T::AccountId,
			/// The receiver.
			to: T::AccountId,
			/// The shares.
			shares: Balance,
			/// The shares that the sender now has outside the withdrawal queue.
			from_shares: Balance,
			/// The shares that the receiver now has outside the withdrawal queue.
			to_shares: Balance,
		},
		/// The worthless record of a position of an earlier epoch was removed. Its deposit went
		/// back.
		PositionRemoved {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The holder of the position.
			who: T::AccountId,
			/// The worthless shares.
			shares: Balance,
			/// Their epoch.
			epoch: u32,
		},
		/// An underwriter asked to leave.
		WithdrawalRequested {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that wait.
			shares: Balance,
			/// The value of the shares today; they are paid at the price of the day of payment.
			value: Balance,
			/// The least value of the shares when it is their turn.
			min_out: Balance,
			/// The active time from which they can be paid, in milliseconds.
			ready_at: Moment,
		},
		/// An underwriter took back a request to leave.
		WithdrawalCancelled {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue that the underwriter lost.
			index: u32,
			/// The shares that went back into the position.
			shares: Balance,
			/// The active day at whose beginning they are free, with all other unlocking shares of
			/// the position.
			unlocks_on: Day,
		},
		/// The shares of a request were worth less than its limit when it was their turn. They went
		/// back into the position.
		WithdrawalReturned {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue that the underwriter lost.
			index: u32,
			/// The shares that went back into the position.
			shares: Balance,
			/// The value of the shares.
			value: Balance,
			/// The least value that the request had set.
			min_out: Balance,
			/// The active day at whose beginning they are free, with all other unlocking shares of
			/// the position.
			unlocks_on: Day,
		},
		/// Shares that had come back from the queue back new cover again.
		SharesReturned {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The active day at whose beginning they returned.
			day: Day,
			/// The shares.
			shares: Balance,
		},
		/// Shares left a pool and were paid. If they were the last of their tranche, the tranche
		/// begins a new epoch.
		WithdrawalPaid {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that were paid.
			shares: Balance,
			/// The amount paid for them.
			amount: Balance,
			/// The shares of this request that still wait for free capital.
			shares_left: Balance,
			/// The tranche's assets now.
			assets: Balance,
			/// All shares of the tranche now.
			total_shares: Balance,
		},
		/// Worthless shares were dropped from the queue. If they were the last of their tranche,
		/// the tranche begins a new epoch.
		WithdrawalDropped {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that were dropped.
			shares: Balance,
		},
		/// A payee could not receive the money of a withdrawal: it waits for them, see `collect`.
		PaymentBooked {
			/// The pool.
			pool: PoolId,
			/// The payee.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
			/// All money that waits for the payee in this pool.
			total: Balance,
		},
		/// A payee took the money that waited for them.
		Collected {
			/// The pool.
			pool: PoolId,
			/// The payee.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
		},
		/// Premium was earned and split.
		PremiumEarned {
			/// The pool.
			pool: PoolId,
			/// The reserve's part.
			reserve: Balance,
			/// The part that goes to the reserve besides, because no tranche bears the risk.
			residual: Balance,
			/// The treasury's part.
			treasury: Balance,
			/// The manager's part.
			manager: Balance,
			/// The portion of the underwriters' part that repays the reserve's loan.
			loan: Balance,
			/// Senior's part.
			senior: Balance,
			/// Junior's part.
			junior: Balance,
			/// Senior's assets now.
			senior_assets: Balance,
			/// Junior's assets now.
			junior_assets: Balance,
		},
		/// Earned parts of premiums were handed over.
		FeesPaid {
			/// The pool.
			pool: PoolId,
			/// The fees payable that were handed over.
			paid: FeesPayable,
			/// The fees payable that could not be handed over and wait, or that are not due before
			/// the end of the day.
			left: FeesPayable,
		},
		/// A pool backs a new policy.
		CoverOpened {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover.
			cover: Balance,
			/// The premium, earned until the boundary.
			premium: Balance,
			/// The active day at whose beginning the exposure ends.
			expiry: Day,
			/// The wall-clock day at whose beginning the premium is earned.
			boundary: Day,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// Cover was used up by a claim. The same part of its unearned premium is earned.
		CoverUsed {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover used.
			used: Balance,
			/// The premium earned by it.
			earned: Balance,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// Cover was cancelled or lowered. Its part of the unearned premium was paid out.
		CoverReduced {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover taken away.
			by: Balance,
			/// The premium paid out.
			refund: Balance,
			/// The premium that the pool keeps. It is earned until the boundary of the policy's
			/// premium.
			retained: Balance,
			/// The rest of a unit, earned at once.
			earned: Balance,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// Cover is backed for longer.
		CoverProlonged {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover.
			cover: Balance,
			/// The premium that was added.
			premium: Balance,
			/// The active day at whose beginning the cover would have ended.
			old_expiry: Day,
			/// The active day at whose beginning it ends now.
			new_expiry: Day,
			/// The wall-clock day at whose beginning the premium is earned.
			boundary: Day,
		},
		/// A renewal was void: cover ends when it would have ended without it. Its part of the
		/// unearned premium was paid out.
		CoverShortened {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover.
			cover: Balance,
			/// The premium paid out.
			refund: Balance,
			/// The premium earned at once: all that is left if the old end is over, else the rest
			/// of a unit.
			earned: Balance,
			/// The active day at whose beginning the cover would have ended.
			old_expiry: Day,
			/// The active day at whose beginning it ends now; the cover is over if that day has
			/// begun.
			new_expiry: Day,
			/// The wall-clock day at whose beginning the rest of the premium is earned.
			boundary: Day,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// Cover ended.
		CoverEnded {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The product's exposure before.
			old_exposure: Balance,
			/// The product's exposure now.
			new_exposure: Balance,
		},
		/// An incident froze a pool and locked its exposure.
		CapitalLocked {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The most that the incident could cost; behind another incident, the most that both
			/// could cost together.
			amount: Balance,
		},
		/// An incident's lock is reserved for its claims and has no other use.
		LockReserved {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The amount that is reserved.
			amount: Balance,
		},
		/// Another incident of the product used cover up: an incident that waits behind it can cost
		/// less.
		LockLowered {
			/// The incident that waits.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The lock until now.
			old: Balance,
			/// The lock from now on.
			new: Balance,
		},
		/// A claim was charged to the lock that is reserved for its incident.
		ClaimCharged {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The claim.
			amount: Balance,
			/// Junior's part of what the pool paid.
			from_junior: Balance,
			/// Senior's part of what the pool paid.
			from_senior: Balance,
			/// The amount that was reserved until now.
			old_lock: Balance,
			/// The amount that is still reserved.
			new_lock: Balance,
			/// The pool's assets before.
			old_assets: Balance,
			/// The pool's assets now.
			new_assets: Balance,
			/// True if the pool now has less capital than the cover in force requires.
			is_undercapitalised: bool,
		},
		/// The claims of an upheld incident on a pool are known. The incident can cost the pool no
		/// more than their sum.
		LockTotalled {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The lock until now.
			old: Balance,
			/// The lock from now on: the sum of the claims.
			new: Balance,
		},
		/// An incident no longer touches a pool.
		CapitalUnlocked {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The lock that the incident had.
			amount: Balance,
		},
		/// A loss was charged to a pool. A settlement that is not final can still be topped up. The
		/// pool stays frozen until it is final.
		LossSettled {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The sum of the claims.
			loss: Balance,
			/// Paid out of the pool's assets, dust of exhausted tranches included.
			from_pool: Balance,
			/// Junior's part of what the pool paid.
			from_junior: Balance,
			/// Senior's part of what the pool paid.
			from_senior: Balance,
			/// Paid by the reserve.
			from_reserve: Balance,
			/// Owed by the reserve.
			owed_by_reserve: Balance,
			/// Owed by the pool.
			owed_by_pool: Balance,
			/// The pool's assets before.
			old_assets: Balance,
			/// The pool's assets now.
			new_assets: Balance,
			/// True if the pool now has less capital than the cover in force requires.
			is_undercapitalised: bool,
			/// True if only recoveries can lessen what is owed.
			is_final: bool,
		},
		/// An incident that was settled in part got more, or got all that it will get.
		SettlementToppedUp {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The settlement of the loss until now.
			old: Settlement,
			/// The settlement of the loss now.
			new: Settlement,
			/// Junior's part of what the pool paid with this raise.
			from_junior: Balance,
			/// Senior's part of what the pool paid with this raise.
			from_senior: Balance,
			/// The pool's assets before.
			old_assets: Balance,
			/// The pool's assets now.
			new_assets: Balance,
			/// True if the pool now has less capital than the cover in force requires.
			is_undercapitalised: bool,
		},
		/// Money was recovered after a final settlement.
		Recovered {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The settlement of the loss until now. `None` if no amount was owed on it.
			old: Option<Settlement>,
			/// The settlement of the loss now. Recovered money counts as paid by the pool or the
			/// reserve, whichever owed it.
			new: Option<Settlement>,
			/// The part that repaid the reserve's loan.
			loan: Balance,
			/// The part that the reserve keeps for the underwriters who bore the loss.
			salvage: Balance,
			/// The part above all debts and above that loss, which went back to the giver.
			back: Balance,
		},
		/// A final settlement is forgotten: no more will be paid of what is owed.
		SettlementClosed {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The settlement of the loss.
			settlement: Settlement,
		},
		/// The underwriters whose capital was frozen without cause got a part of the lost bond.
		Compensated {
			/// The pool.
			pool: PoolId,
			/// Junior's part.
			junior: Balance,
			/// Senior's part.
			senior: Balance,
			/// Junior's assets now.
			junior_assets: Balance,
			/// Senior's assets now.
			senior_assets: Balance,
		},
		/// A loss left the shares of a tranche almost worthless: they are worth zero from now on.
		TrancheExhausted {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The assets that were left: paid for the loss, then to the loan, the other tranche or
			/// the reserve.
			dust: Balance,
		},
		/// An exhausted tranche takes deposits again. Its old shares are worthless.
		TrancheReopened {
			/// The pool.
			pool: PoolId,
			/// The tranche.
			tranche: Tranche,
			/// The worthless shares that ended.
			shares: Balance,
			/// The epoch that begins.
			epoch: u32,
		},
		/// The reserve paid for a loss of the pool. It is repaid only out of the premium that is
		/// unearned now.
		LoanTaken {
			/// The pool.
			pool: PoolId,
			/// The incident.
			incident: IncidentId,
			/// The amount that the reserve paid.
			amount: Balance,
			/// All that is owed to the reserve and not earned yet.
			owed: Balance,
		},
		/// All premium that was pledged to the reserve is earned. The rest of the loan will never
		/// be repaid.
		LoanWrittenOff {
			/// The pool.
			pool: PoolId,
			/// The amount.
			amount: Balance,
		},
		/// The share prices of a day were recorded.
		PricesRecorded {
			/// The pool.
			pool: PoolId,
			/// The wall-clock day.
			day: Day,
			/// The value of 10^18 junior shares; zero while the tranche bears no risk.
			junior: Balance,
			/// The value of 10^18 senior shares; zero while the tranche bears no risk.
			senior: Balance,
		},
	}
}
