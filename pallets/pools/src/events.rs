//! What is told.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// What happened. Amounts are in the smallest units of the pool's asset.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Pools may be opened in an asset, or its minima changed.
		AssetListed {
			/// The asset.
			asset: AssetId,
			/// The minima before; nothing for a new asset.
			old: Option<AssetRules>,
			/// The minima now.
			new: AssetRules,
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
			/// Whether only those whom the manager allows may hold shares.
			is_private: bool,
			/// The account that holds its money.
			account: T::AccountId,
			/// What the manager put into that account to keep it alive; not part of any book.
			endowment: Balance,
		},
		/// Pools may underwrite a product from now on.
		ProductRegistered {
			/// The product.
			product: ProductId,
			/// The asset of its cover.
			asset: AssetId,
			/// Its correlation group.
			group: breakwater_primitives::GroupId,
		},
		/// The weight of a product in a pool changed. Only new cover is concerned.
		WeightSet {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The weight before; nothing if the pool did not underwrite the product.
			old: Option<Permill>,
			/// The weight now; nothing if the pool no longer underwrites the product.
			new: Option<Permill>,
		},
		/// A pool lost its place on a product to a larger one. Its weight is zero now: it sells and renews no cover on the product.
		PoolDisplaced {
			/// The product.
			product: ProductId,
			/// The pool that lost its place.
			pool: PoolId,
			/// The pool that took it.
			by: PoolId,
			/// The weight that the product had in the pool.
			old_weight: Permill,
			/// Cover in force, which runs off. If it is zero, and nothing is pinned, the pool no longer underwrites the product.
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
		/// The manager set his fee. A lower one applies at once, a higher one later.
		FeeSet {
			/// The pool.
			pool: PoolId,
			/// The fee that applied until now.
			old: Permill,
			/// The fee he set.
			new: Permill,
			/// Active time from which it applies, in milliseconds; that of this block if it applies at once.
			ready_at: Moment,
		},
		/// A fee that was announced applies from now on. What was earned until now was split at the old one.
		FeeRaised {
			/// The pool.
			pool: PoolId,
			/// The fee before.
			old: Permill,
			/// The fee now; lower than announced if governance allows less today.
			new: Permill,
		},
		/// Somebody may hold shares of a private pool from now on, or may get no more of them.
		AllowanceSet {
			/// The pool.
			pool: PoolId,
			/// Who.
			who: T::AccountId,
			/// Whether he may.
			is_allowed: bool,
		},
		/// An underwriter put capital into a pool.
		Deposited {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The underwriter.
			who: T::AccountId,
			/// What was paid in.
			amount: Balance,
			/// The shares it bought.
			shares: Balance,
			/// The class's assets now.
			assets: Balance,
			/// All shares of the class now.
			total_shares: Balance,
		},
		/// Shares went from one account to another.
		Transferred {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// Who had them.
			from: T::AccountId,
			/// Who has them.
			to: T::AccountId,
			/// The shares.
			shares: Balance,
			/// What the sender now has outside the exit queue.
			from_shares: Balance,
			/// What the receiver now has outside the exit queue.
			to_shares: Balance,
		},
		/// The record of a position of an earlier series was removed: it was worth nothing. Its deposit went back.
		PositionDropped {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// Whose it was.
			who: T::AccountId,
			/// The worthless shares.
			shares: Balance,
			/// Their series.
			series: u32,
		},
		/// An underwriter asked to leave.
		ExitRequested {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that wait.
			shares: Balance,
			/// What they are worth today; they are paid at the price of the day of payment.
			value: Balance,
			/// What they must be worth when it is their turn.
			min_out: Balance,
			/// Active time from which they can be paid, in milliseconds.
			ready_at: Moment,
		},
		/// An underwriter took back his request to leave.
		ExitCancelled {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue that he lost.
			index: u32,
			/// The shares that went back into his position.
			shares: Balance,
			/// The active day at whose beginning they are free, with any others of his that are returning.
			returns_on: Day,
		},
		/// When it was their turn, shares were worth less than the limit of the request: they went back into the position.
		ExitReturned {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue that he lost.
			index: u32,
			/// The shares that went back into his position.
			shares: Balance,
			/// What they are worth.
			value: Balance,
			/// What they had to be worth.
			min_out: Balance,
			/// The active day at whose beginning they are free, with any others of his that are returning.
			returns_on: Day,
		},
		/// Shares that had gone back from the queue back new cover again.
		SharesReturned {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The active day at whose beginning they returned.
			day: Day,
			/// The shares.
			shares: Balance,
		},
		/// Shares left a pool and were paid. If they were the last of their class, the class begins a new series.
		ExitPaid {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that were paid.
			shares: Balance,
			/// What was paid for them.
			amount: Balance,
			/// The shares of this request that still wait for free capital.
			shares_left: Balance,
			/// The class's assets now.
			assets: Balance,
			/// All shares of the class now.
			total_shares: Balance,
		},
		/// Shares worth nothing were dropped from the queue. If they were the last of their class, the class begins a new
		/// series.
		ExitDropped {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The underwriter.
			who: T::AccountId,
			/// The place in the queue.
			index: u32,
			/// The shares that were dropped.
			shares: Balance,
		},
		/// A payee could not receive his money: it waits for him, see `collect`.
		PaymentBooked {
			/// The pool.
			pool: PoolId,
			/// The payee.
			who: T::AccountId,
			/// The amount.
			amount: Balance,
			/// Everything that waits for him in this pool.
			total: Balance,
		},
		/// A payee took what waited for him.
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
			/// What goes to the reserve besides, because nobody bears the risk.
			residual: Balance,
			/// The treasury's part.
			treasury: Balance,
			/// The manager's part.
			manager: Balance,
			/// What of the underwriters' part repays the reserve's loan.
			loan: Balance,
			/// What senior got.
			senior: Balance,
			/// What junior got.
			junior: Balance,
			/// Senior's assets now.
			senior_assets: Balance,
			/// Junior's assets now.
			junior_assets: Balance,
		},
		/// Earned parts of premiums were handed over.
		DuesPaid {
			/// The pool.
			pool: PoolId,
			/// The dues that were handed over.
			paid: Dues,
			/// What could not be handed over and waits, or is not due before the end of the day.
			left: Dues,
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
		/// Cover was used up by a claim; the same part of its unearned premium is earned.
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
		/// Cover was cancelled or lowered; its part of the unearned premium was paid out.
		CoverReduced {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover taken away.
			by: Balance,
			/// The premium paid out.
			refund: Balance,
			/// The premium that the pool keeps; it is earned until the boundary of the policy's premium.
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
		/// A renewal was void: cover ends when it would have ended without it, and its part of the unearned premium was paid
		/// out.
		CoverShortened {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The cover.
			cover: Balance,
			/// The premium paid out.
			refund: Balance,
			/// What was earned at once: all that is left if the old end is over, else the rest of a unit.
			earned: Balance,
			/// The active day at whose beginning the cover would have ended.
			old_expiry: Day,
			/// The active day at whose beginning it ends now; if that day has begun, it is over.
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
		/// An incident froze a pool and pinned its exposure.
		IncidentPinned {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What the incident could at most cost; behind another one, what both could cost together.
			amount: Balance,
		},
		/// What an incident pins is reserved for its claims: nothing else can use it.
		PinReserved {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What is reserved.
			amount: Balance,
		},
		/// Another incident of the product used cover up: what waits behind it can cost less.
		PinLowered {
			/// The incident that waits.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What was pinned until now.
			old: Balance,
			/// What is pinned from now on.
			new: Balance,
		},
		/// A claim was charged to what is reserved for its incident.
		ClaimCharged {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The claim.
			amount: Balance,
			/// What of it was junior's.
			from_junior: Balance,
			/// What of it was senior's.
			from_senior: Balance,
			/// What was reserved until now.
			old_pin: Balance,
			/// What is still reserved.
			new_pin: Balance,
			/// The pool's assets before.
			old_assets: Balance,
			/// The pool's assets now.
			new_assets: Balance,
			/// Whether the pool now has less capital than the cover in force requires.
			is_short: bool,
		},
		/// The claims of an upheld incident on a pool are known: they are all it can still cost.
		PinTallied {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What was pinned until now.
			old: Balance,
			/// What is pinned from now on: the sum of the claims.
			new: Balance,
		},
		/// An incident was inconclusive and can be opened again. Until then the pool is free, but its pin stays: capital for cover
		/// that runs off meanwhile stays set aside.
		RunOffBegun {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The pin that stays, in the asset's units.
			amount: Balance,
		},
		/// No inconclusive incident of a product can be opened again: the pin that stayed for it is let go.
		RunOffEnded {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The pin that had stayed, in the asset's units.
			amount: Balance,
		},
		/// The claims of another incident are known, and leave less that an inconclusive one could cost if it is opened again: what
		/// stays pinned for it is lowered.
		RunOffLowered {
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// The pin that stayed before, in the asset's units.
			old: Balance,
			/// The pin that stays, in the asset's units; zero if none is left.
			new: Balance,
		},
		/// An incident no longer touches a pool.
		IncidentReleased {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The product.
			product: ProductId,
			/// What had been pinned.
			amount: Balance,
		},
		/// A loss was charged to a pool. One that is not final can still be raised; the pool stays frozen until it is final.
		LossSettled {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The sum of the claims.
			loss: Balance,
			/// Paid out of the pool's assets, dust of wiped classes included.
			from_pool: Balance,
			/// What of it was junior's.
			from_junior: Balance,
			/// What of it was senior's.
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
			/// Whether the pool now has less capital than the cover in force requires.
			is_short: bool,
			/// Whether nothing but recoveries can lessen what is owed.
			is_final: bool,
		},
		/// An incident that was settled short got more, or got all that it will get.
		SettlementRaised {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// What became of the loss until now.
			old: Settlement,
			/// What became of it by now.
			new: Settlement,
			/// What came of junior.
			from_junior: Balance,
			/// What came of senior.
			from_senior: Balance,
			/// The pool's assets before.
			old_assets: Balance,
			/// The pool's assets now.
			new_assets: Balance,
			/// Whether the pool now has less capital than the cover in force requires.
			is_short: bool,
		},
		/// Money was recovered after a final settlement.
		Recovered {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// What became of the loss until now.
			old: Settlement,
			/// What became of it by now. What is recovered counts as paid by the one who owed it.
			new: Settlement,
			/// What repaid the reserve's loan.
			loan: Balance,
			/// What was above all debts and went back to the giver.
			back: Balance,
		},
		/// A final settlement is forgotten: nothing more will be paid of what is owed.
		SettlementClosed {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// What became of the loss.
			settlement: Settlement,
		},
		/// Those whose capital was frozen for nothing got a part of the lost bond.
		Compensated {
			/// The pool.
			pool: PoolId,
			/// What junior got.
			junior: Balance,
			/// What senior got.
			senior: Balance,
			/// Junior's assets now.
			junior_assets: Balance,
			/// Senior's assets now.
			senior_assets: Balance,
		},
		/// A loss left a class next to nothing: its shares are worth nothing from now on.
		ClassWiped {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// What was left: paid for the loss, then to the loan, the other class or the reserve.
			dust: Balance,
		},
		/// A wiped class takes deposits again. Its old shares are worth nothing.
		ClassReset {
			/// The pool.
			pool: PoolId,
			/// The class.
			class: Class,
			/// The worthless shares that ended.
			shares: Balance,
			/// The series that begins.
			series: u32,
		},
		/// The reserve paid for a loss of the pool. It is repaid out of the premium that is unearned now, and nothing else.
		LoanTaken {
			/// The pool.
			pool: PoolId,
			/// The incident.
			incident: IncidentId,
			/// What the reserve paid.
			amount: Balance,
			/// Everything that is owed to it and not earned yet.
			owed: Balance,
		},
		/// All premium that was pledged to the reserve is earned: what is still owed will never be repaid.
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
			/// What 10^18 junior shares are worth; zero while nobody bears risk in the class.
			junior: Balance,
			/// What 10^18 senior shares are worth; zero while nobody bears risk in the class.
			senior: Balance,
		},
	}
}
