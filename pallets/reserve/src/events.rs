// SPDX-License-Identifier: Apache-2.0

//! The events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported by the pallet.
#[pallet_section]
pub mod events {
	/// The events of the reserve.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A pool's premium share came in.
		PremiumShareTaken {
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The parts of the amount.
			split: Split,
			/// The reserve's own funds after it.
			own: Balance,
			/// All that the pool has contributed.
			contributed: Balance,
		},
		/// An account gave money to the reserve.
		Donated {
			/// The giver.
			who: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The parts of the amount.
			split: Split,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// A referendum gave money of the treasury to the reserve.
		Replenished {
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The parts of the amount.
			split: Split,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// Money came in that is neither a premium share nor a donation.
		IncomeTaken {
			/// The asset.
			asset: AssetId,
			/// The line of the income: lost bonds, slashes, payouts that were never taken, fees.
			line: IncomeLine,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The parts of the amount.
			split: Split,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// An amount that the reserve owed for a pool's loss was recovered elsewhere, or is given
		/// up.
		ObligationReduced {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that the reserve owed in this asset before it.
			owed_before: Balance,
			/// The amount that the reserve owes in this asset after it.
			owed: Balance,
		},
		/// The reserve stands behind a pool.
		PoolAdmitted {
			/// The pool.
			pool: PoolId,
		},
		/// The reserve does not stand behind a pool any more. The amounts that it paid and owes
		/// already stay.
		PoolRemoved {
			/// The pool.
			pool: PoolId,
		},
		/// An incident was opened: its limit is fixed.
		IncidentLimitSet {
			/// The incident.
			incident: IncidentId,
			/// The asset.
			asset: AssetId,
			/// The correlation group.
			group: GroupId,
			/// The reserve's own funds and stake at this moment.
			funds: Balance,
			/// The most that all pools together may draw for the incident.
			limit: Balance,
			/// The most that the incidents of its group may have drawn within 30 days when it
			/// draws.
			group_limit: Balance,
		},
		/// The reserve paid for a pool's loss. The money is lent.
		Drawn {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount that the pool asked for.
			wanted: Balance,
			/// The amount that the reserve paid.
			paid: Balance,
			/// The part of it that the stake bore.
			from_stake: Balance,
			/// The amount that the limits of incident and group held back. The reserve owes it.
			held_back: Balance,
			/// The reserve's own funds after it.
			own: Balance,
			/// The stake after it.
			stake: Balance,
			/// The amount that the reserve owes in this asset after it.
			owed: Balance,
			/// The amount that the pool has to repay now, for all its draws.
			lent: Balance,
		},
		/// A part of an amount that the reserve owed was paid to the claims.
		DebtPaid {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that is still set aside for debts.
			set_aside: Balance,
			/// The amount that the reserve still owes in this asset.
			owed: Balance,
		},
		/// An account staked behind the reserve.
		Staked {
			/// The account.
			who: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The shares for it.
			shares: Balance,
			/// All shares of the account.
			all_shares: Balance,
			/// The stake after it.
			stake: Balance,
		},
		/// An account began the cooldown for a part of its stake.
		CooldownBegun {
			/// The account.
			who: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The shares.
			shares: Balance,
			/// The active time from which they can leave.
			ready_at: Moment,
			/// The active time until which they can leave.
			ends_at: Moment,
		},
		/// An account took stake out.
		Unstaked {
			/// The account.
			who: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The shares that left.
			shares: Balance,
			/// All shares that the account has left.
			all_shares: Balance,
			/// The stake after it.
			stake: Balance,
		},
		/// The record of a stake was removed, and its deposit given back.
		PositionRemoved {
			/// The account.
			who: T::AccountId,
			/// The asset.
			asset: AssetId,
			/// The worthless shares of an exhausted stake that were on it.
			shares: Balance,
		},
		/// A referendum put money aside for the accounts of a table.
		ProgrammeApproved {
			/// The number of the programme.
			programme: ProgrammeId,
			/// The asset.
			asset: AssetId,
			/// The root of the table.
			root: H256,
			/// The number of its leaves.
			leaves: u32,
			/// The amount, in the asset's units.
			total: Balance,
			/// The active time until which it can be collected, or begun if it waits.
			until: Moment,
			/// True if an incident is open, so that the money is put aside later.
			waits: bool,
			/// The money that it is paid from.
			source: ProgrammeSource,
		},
		/// The money of a programme that has waited was put aside.
		ProgrammeBegun {
			/// The number of the programme.
			programme: ProgrammeId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			total: Balance,
			/// The active time until which it can be collected.
			until: Moment,
		},
		/// An account of a programme's table was paid.
		CompensationCollected {
			/// The number of the programme.
			programme: ProgrammeId,
			/// The account.
			who: T::AccountId,
			/// The place of its leaf.
			index: u32,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that the programme has left.
			left: Balance,
		},
		/// The period of a programme is over: the rest went back to its source.
		ProgrammeClosed {
			/// The number of the programme.
			programme: ProgrammeId,
			/// The asset.
			asset: AssetId,
			/// The amount that was not collected.
			returned: Balance,
			/// The money to which it went back.
			source: ProgrammeSource,
		},
		/// A referendum granted a budget for advances.
		EmergencyGranted {
			/// The asset.
			asset: AssetId,
			/// The budget, in the asset's units.
			amount: Balance,
			/// The active time at which it ends.
			until: Moment,
		},
		/// An advance was paid out of own funds.
		Advanced {
			/// The asset.
			asset: AssetId,
			/// The account that was paid.
			to: T::AccountId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that the budget has left.
			left: Balance,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// Own funds were given for a part of the reward of a bug, which a referendum has named.
		BountyMatched {
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The reserve's own funds after it.
			own: Balance,
		},
		/// The survey of a day has recorded the solvency in an asset.
		SolvencyRecorded {
			/// The asset.
			asset: AssetId,
			/// The day of wall-clock time.
			day: Day,
			/// Own funds.
			own: Balance,
			/// The stake.
			stake: Balance,
			/// The amount owed to incidents.
			owed: Balance,
			/// The exposure of the admitted pools.
			exposure: Balance,
			/// The loss that the reserve would be asked for under stress.
			stress: Balance,
			/// The target for own funds and stake.
			target: Balance,
			/// The share of earned premium from now on.
			premium_share: Permill,
		},
		/// The stake in an asset was used up: its shares are worthless, and a new epoch begins.
		StakeExhausted {
			/// The asset.
			asset: AssetId,
			/// The new epoch.
			epoch: u32,
		},
		/// A pool repaid a part of its loan, out of premiums that were unearned when it drew.
		LoanRepaid {
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The parts of the amount.
			split: Split,
			/// The reserve's own funds after it.
			own: Balance,
			/// The amount that the pool still has to repay.
			lent: Balance,
		},
		/// The premiums that a pool repays from are all earned: the rest of the loan is given up.
		LoanWrittenOff {
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// The amount that the pool still has to repay.
			lent: Balance,
		},
		/// Money was recovered for the underwriters of a pool, and waits for a programme.
		SalvageTaken {
			/// The incident.
			incident: IncidentId,
			/// The pool.
			pool: PoolId,
			/// The asset.
			asset: AssetId,
			/// The amount, in the asset's units.
			amount: Balance,
			/// All that waits for them now.
			left: Balance,
			/// A block at whose end the holders of the pool's shares were those who bore the loss.
			held_at: u32,
		},
	}
}
