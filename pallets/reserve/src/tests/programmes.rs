// SPDX-License-Identifier: Apache-2.0

//! Compensation by referendum, and advances out of the emergency budget.

use super::mock::*;
use crate::*;
use binary_merkle_tree::{merkle_proof, merkle_root};
use breakwater_primitives::{Balance, BountyMatch};
use breakwater_testing::Plain;
use codec::Encode;
use frame_support::{assert_noop, dispatch::DispatchResult, traits::fungibles::Balanced};
use sp_runtime::{traits::BlakeTwo256, DispatchError};

/// A table of accounts and amounts.
pub struct Table(pub Vec<(AccountId, Balance)>);

impl Table {
	/// So many accounts, each with an amount of its own.
	pub fn of(count: u32) -> Self {
		Self((0..count).map(|n| (who(n), 10 + Balance::from(n))).collect())
	}

	fn leaves(&self) -> Vec<Vec<u8>> {
		self.0.iter().map(Encode::encode).collect()
	}

	pub fn total(&self) -> Balance {
		self.0.iter().map(|(_, amount)| amount).sum()
	}

	pub fn table(&self) -> CompensationTable {
		let root = merkle_root::<BlakeTwo256, _>(self.leaves());
		CompensationTable { root, leaves: self.0.len() as u32, total: self.total() }
	}

	pub fn proof(&self, index: u32) -> Proof {
		Proof::truncate_from(merkle_proof::<BlakeTwo256, _, _>(self.leaves(), index).proof)
	}

	/// Collects the leaf at a place.
	pub fn collect(&self, programme: ProgrammeId, index: u32) -> DispatchResult {
		self.collect_as(programme, index, index)
	}

	/// Collects a leaf with its own proof as if it were at another place.
	pub fn collect_as(&self, programme: ProgrammeId, index: u32, place: u32) -> DispatchResult {
		let (who, amount) = self.0[index as usize].clone();
		let proof = self.proof(index);
		Reserve::collect_compensation(RuntimeOrigin::signed(BOB), programme, who, amount, place, proof)
	}
}

fn who(n: u32) -> AccountId {
	let mut bytes = [9; 32];
	bytes[..4].copy_from_slice(&n.to_le_bytes());
	AccountId::new(bytes)
}

fn approve(table: CompensationTable, period: u64) -> DispatchResult {
	Reserve::approve_programme(RuntimeOrigin::root(), USD, table, period, ProgrammeSource::OwnFunds)
}

fn begin(programme: ProgrammeId) -> DispatchResult {
	Reserve::begin_programme(RuntimeOrigin::signed(BOB), programme)
}

fn close(programme: ProgrammeId) -> DispatchResult {
	Reserve::close_programme(RuntimeOrigin::signed(BOB), programme).plain()
}

fn advance(to: AccountId, amount: Balance) -> DispatchResult {
	Reserve::advance(RuntimeOrigin::root(), USD, to, amount)
}

#[test]
fn programme_should_pay_each_account_and_give_the_rest_back() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		let table = Table::of(300);
		let CompensationTable { root, leaves, total } = table.table();
		assert_eq!(approve(table.table(), 30 * DAY), Ok(()));
		let event = Event::<Test>::ProgrammeApproved {
			programme: 0,
			asset: USD,
			root,
			leaves,
			total,
			until: 30 * DAY,
			waits: false,
			source: ProgrammeSource::OwnFunds,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!((book(&USD).own, book(&USD).programmes), (1_000_000 - total, total));
		let mut left = total;
		for index in (0..300).filter(|index| index % 3 > 0) {
			assert_eq!(table.collect(0, index), Ok(()));
			left -= 10 + Balance::from(index);
			assert_eq!(balance(&USD, &who(index)), 10 + Balance::from(index));
		}
		let event = Event::<Test>::CompensationCollected {
			programme: 0,
			who: who(299),
			index: 299,
			amount: 309,
			left,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!((book(&USD).programmes, book(&USD).disbursed), (left, total - left));
		assert_noop!(close(0), Error::<Test>::ProgrammeOpen);
		TestClock::pass(30 * DAY);
		assert_noop!(table.collect(0, 0), Error::<Test>::ProgrammeOver);
		assert_eq!(close(0), Ok(()));
		let source = ProgrammeSource::OwnFunds;
		let event = Event::<Test>::ProgrammeClosed { programme: 0, asset: USD, returned: left, source };
		assert_eq!(last_event(), event.into());
		assert_eq!((book(&USD).own, book(&USD).programmes), (1_000_000 - (total - left), 0));
		assert_eq!((CollectedLeaves::<Test>::iter().count(), Programmes::<Test>::iter().count()), (0, 0));
		assert_noop!(close(0), Error::<Test>::UnknownProgramme);
	});
}

/// A small programme does not pay for the records of the largest.
#[test]
fn close_programme_should_be_charged_for_the_records_that_it_removes() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		let close = |programme| Reserve::close_programme(RuntimeOrigin::signed(BOB), programme);
		let weight = |chunks| Some(<() as WeightInfo>::close_programme(chunks));
		let table = Table::of(600);
		for _ in 0..2 {
			assert_eq!(approve(table.table(), 30 * DAY), Ok(()));
		}
		assert_eq!(close(0).unwrap_err().post_info.actual_weight, weight(0));
		for index in [0, 1, 599] {
			assert_eq!(table.collect(0, index), Ok(()));
		}
		TestClock::pass(30 * DAY);
		assert_eq!(close(0).unwrap().actual_weight, weight(2));
		assert_eq!(close(1).unwrap().actual_weight, weight(0));
	});
}

/// Guard: the bit of the leaf. No leaf is paid twice, in this programme or by another's proof.
#[test]
fn leaf_should_not_be_collected_twice() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		let table = Table::of(5);
		assert_eq!(approve(table.table(), 30 * DAY), Ok(()));
		assert_eq!(table.collect(0, 3), Ok(()));
		assert_noop!(table.collect(0, 3), Error::<Test>::AlreadyCollected);
		assert_noop!(table.collect(1, 3), Error::<Test>::UnknownProgramme);
		// A second referendum on the same table is another decision.
		assert_eq!(approve(table.table(), 30 * DAY), Ok(()));
		assert_eq!(table.collect(1, 3), Ok(()));
		assert_eq!(balance(&USD, &who(3)), 26);
	});
}

/// Guard: the length of a proof. The crate's check ends with the proof, so that without it the last
/// leaf of an odd table is paid for places of other leaves too.
#[test]
fn leaf_should_be_paid_at_its_own_place_alone() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		for (programme, leaves) in (1..=33).enumerate() {
			let (programme, table) = (programme as ProgrammeId, Table::of(leaves));
			assert_eq!(approve(table.table(), 30 * DAY), Ok(()));
			for index in 0..leaves {
				for place in (0..leaves + 2).filter(|place| *place != index) {
					let collected = table.collect_as(programme, index, place);
					assert_eq!(
						collected,
						Err(Error::<Test>::NotInTable.into()),
						"{index} of {leaves} at {place}"
					);
				}
				assert_eq!(table.collect(programme, index), Ok(()));
			}
		}
	});
}

/// Guard: the length of a proof. A referendum that names too many leaves has approved another tree,
/// of which no leaf is paid twice.
#[test]
fn leaf_should_be_paid_once_when_the_number_of_leaves_is_wrong() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		let table = Table::of(3);
		for (programme, leaves) in [1, 2, 4, 5, 6, 1_000].into_iter().enumerate() {
			assert_eq!(approve(CompensationTable { leaves, ..table.table() }, 30 * DAY), Ok(()));
			for index in 0..3 {
				let places =
					(0..leaves).filter(|place| table.collect_as(programme as _, index, *place).is_ok());
				assert!(places.count() <= 1, "leaf {index} of {leaves}");
			}
		}
	});
}

/// Guard: the proof binds account, amount and place.
#[test]
fn leaf_should_be_proved() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		let table = Table::of(5);
		assert_eq!(approve(table.table(), 30 * DAY), Ok(()));
		let collect = |who, amount, index, proof| {
			Reserve::collect_compensation(RuntimeOrigin::signed(BOB), 0, who, amount, index, proof)
		};
		for (account, amount, index, proof) in [
			(BOB, 13, 3, table.proof(3)),
			(who(3), 14, 3, table.proof(3)),
			(who(3), 13, 2, table.proof(3)),
			(who(3), 13, 3, table.proof(2)),
			(who(3), 13, 3, Proof::default()),
			(who(3), 13, u32::MAX, table.proof(3)),
		] {
			assert_noop!(collect(account, amount, index, proof), Error::<Test>::NotInTable);
		}
		assert_noop!(collect(who(3), 0, 3, table.proof(3)), Error::<Test>::ZeroAmount);
	});
}

/// Guard: the total. A table whose amounts sum to more does not take the money of others.
#[test]
fn table_above_its_total_should_pay_no_more_than_that() {
	ExtBuilder::default().with_donation(USD, 1_000_000).build_and_execute(|| {
		let (table, other) = (Table::of(5), Table::of(4));
		assert_eq!(approve(CompensationTable { total: 25, ..table.table() }, 30 * DAY), Ok(()));
		assert_eq!(approve(other.table(), 30 * DAY), Ok(()));
		assert_eq!(table.collect(0, 4), Ok(()));
		assert_noop!(table.collect(0, 3), Error::<Test>::ProgrammeExhausted);
		assert_eq!(table.collect(0, 1), Ok(()));
		assert_eq!(book(&USD).programmes, other.total());
	});
}

#[test]
fn programme_should_be_refused_when_it_cannot_be_kept() {
	ExtBuilder::default().with_donation(USD, 1_000).build_and_execute(|| {
		let table = Table::of(5).table();
		let with = |total, leaves| CompensationTable { total, leaves, ..table };
		assert_noop!(approve(with(0, 5), DAY), Error::<Test>::ZeroAmount);
		assert_noop!(approve(with(1_001, 5), DAY), Error::<Test>::FundsTooLow);
		assert_noop!(approve(with(10, 0), DAY), Error::<Test>::LeavesOutOfRange);
		assert_noop!(approve(with(10, MAX_LEAVES + 1), DAY), Error::<Test>::LeavesOutOfRange);
		assert_noop!(approve(with(10, 5), DAY - 1), Error::<Test>::PeriodOutOfRange);
		assert_noop!(approve(with(10, 5), MOST_PERIOD + 1), Error::<Test>::PeriodOutOfRange);
		// The last unit keeps the account alive.
		assert_eq!(approve(with(1_000, 5), DAY), Ok(()));
	});
}

/// Guard: the funds that the limits of an open incident count on.
#[test]
fn programme_should_not_take_funds_from_an_open_incident() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		let all = Table::of(5);
		let table = all.table();
		open(1, &USD, 7);
		// The referendum is not lost: the programme waits.
		assert_eq!(approve(table, DAY), Ok(()));
		assert_noop!(begin(0), Error::<Test>::IncidentOpen);
		assert_noop!(all.collect(0, 0), Error::<Test>::ProgrammeWaits);
		assert_eq!((book(&USD).own, book(&USD).programmes), (1_000, 0));
		assert_eq!(draw(1, POOL, 500), Some((200, 300)));
		finalise(1);
		TestClock::pass_active(2 * DAY);
		assert_eq!(begin(0), Ok(()));
		assert_eq!(book(&USD).programmes, table.total);
		assert_eq!(all.collect(0, 0), Ok(()));
		assert_noop!(begin(0), Error::<Test>::ProgrammeOpen);
		// Its time has begun with the money.
		TestClock::pass_active(DAY - 1);
		assert_noop!(close(0), Error::<Test>::ProgrammeOpen);
		TestClock::pass_active(1);
		assert_eq!(close(0), Ok(()));
	});
}

/// Guard: a programme that waits does not take funds years later, and none that are not there.
#[test]
fn programme_that_waits_should_lapse_and_need_its_money() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		let table = CompensationTable { total: 1_001, ..Table::of(5).table() };
		open(1, &USD, 7);
		assert_eq!(approve(table, DAY), Ok(()));
		finalise(1);
		assert_noop!(begin(0), Error::<Test>::FundsTooLow);
		assert_noop!(close(0), Error::<Test>::ProgrammeOpen);
		TestClock::pass_active(WAITING_PERIOD);
		assert_noop!(begin(0), Error::<Test>::ProgrammeOver);
		assert_eq!(close(0), Ok(()));
		assert_noop!(begin(0), Error::<Test>::UnknownProgramme);
		assert_eq!(book(&USD).own, 1_000);
	});
}

/// Guard: money of programmes, debts and stakers is not the reserve's to lend, nor to advance.
#[test]
fn money_of_programmes_should_back_no_pool() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert!(Reserve::stake(RuntimeOrigin::signed(ALICE), USD, 500, 0).is_ok());
		assert!(Reserve::grant_emergency(RuntimeOrigin::root(), USD, 50, DAY).is_ok());
		assert_eq!(approve(CompensationTable { total: 900, ..Table::of(5).table() }, DAY), Ok(()));
		assert_eq!(draw(1, POOL, 5_000), Some((120, 4_880)), "20 % of 100 and 500");
		assert_eq!(book(&USD).own, 0);
		assert_noop!(advance(BOB, 1), Error::<Test>::FundsTooLow);
	});
}

/// Guard: the bound of the budget. Advances take own funds from open incidents, which then cost the
/// stakers more.
#[test]
fn budget_should_be_a_small_part_of_own_funds() {
	ExtBuilder::default().with_donation(USD, 1_000).build_and_execute(|| {
		let grant = |amount| Reserve::grant_emergency(RuntimeOrigin::root(), USD, amount, DAY);
		assert_noop!(grant(51), Error::<Test>::BudgetTooHigh);
		assert_eq!(grant(50), Ok(()));
	});
}

#[test]
fn advance_should_be_paid_within_the_budget() {
	ExtBuilder::default().with_donation(USD, 6_000).build_and_execute(|| {
		assert_noop!(advance(BOB, 10), Error::<Test>::NoBudget);
		assert!(Reserve::grant_emergency(RuntimeOrigin::root(), USD, 300, 7 * DAY).is_ok());
		let event = Event::<Test>::EmergencyGranted { asset: USD, amount: 300, until: 7 * DAY };
		assert_eq!(last_event(), event.into());
		assert_noop!(advance(BOB, 0), Error::<Test>::ZeroAmount);
		assert_noop!(advance(BOB, 301), Error::<Test>::BudgetTooLow);
		assert_eq!(advance(BOB, 200), Ok(()));
		let event = Event::<Test>::Advanced { asset: USD, to: BOB, amount: 200, left: 100, own: 5_800 };
		assert_eq!(last_event(), event.into());
		assert_eq!((balance(&USD, &BOB), book(&USD).disbursed), (RICH + 200, 200));
		TestClock::pass(7 * DAY);
		assert_noop!(advance(BOB, 100), Error::<Test>::NoBudget);
		// A new budget takes its place, and zero ends it.
		assert!(Reserve::grant_emergency(RuntimeOrigin::root(), USD, 50, 7 * DAY).is_ok());
		assert_eq!(advance(BOB, 50), Ok(()));
		assert_noop!(advance(BOB, 1), Error::<Test>::NoBudget);
		assert!(Reserve::grant_emergency(RuntimeOrigin::root(), USD, 50, 7 * DAY).is_ok());
		assert!(Reserve::grant_emergency(RuntimeOrigin::root(), USD, 0, 7 * DAY).is_ok());
		assert_noop!(advance(BOB, 1), Error::<Test>::NoBudget);
		let call = Reserve::grant_emergency(RuntimeOrigin::root(), USD, 50, DAY - 1);
		assert_noop!(call, Error::<Test>::PeriodOutOfRange);
	});
}

/// The amount that is given for a bug. It goes to Bob.
fn match_bounty(most: Balance) -> Result<Balance, DispatchError> {
	let credit = Reserve::give(USD, most)?;
	let amount = credit.peek();
	assert!(AllAssets::resolve(&BOB, credit).is_ok());
	Ok(amount)
}

#[test]
fn match_should_be_what_is_asked_for_within_a_twentieth_of_own_funds() {
	ExtBuilder::default().with_donation(USD, 1_999).build_and_execute(|| {
		assert!(Reserve::stake(RuntimeOrigin::signed(ALICE), USD, 5_000, 0).is_ok());
		assert_eq!(match_bounty(40), Ok(40));
		let event = Event::<Test>::BountyMatched { asset: USD, amount: 40, own: 1_959 };
		System::assert_has_event(event.into());
		assert_eq!(match_bounty(1_000), Ok(97), "rounded down, of own funds alone");
		assert_eq!((book(&USD).own, book(&USD).bounties, balance(&USD, &BOB)), (1_862, 137, RICH + 137));
		assert_noop!(Reserve::give(USD, 0).map(drop), Error::<Test>::FundsTooLow);
		assert_noop!(Reserve::give(NATIVE, 9).map(drop), Error::<Test>::FundsTooLow);
	});
}

/// Guard: the funds that the limits of an open incident count on.
#[test]
fn match_should_not_take_funds_from_an_open_incident() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		open(1, &USD, 7);
		assert_noop!(Reserve::give(USD, 10).map(drop), Error::<Test>::IncidentOpen);
		finalise(1);
		assert_eq!(match_bounty(10), Ok(10));
	});
}

/// The same table is in `scripts/tests/compensation.test.mjs`: the script makes the chain's root.
#[test]
fn root_should_be_that_of_the_script() {
	let entries = [(1, 10), (2, 20), (3, 30)].map(|(byte, amount)| (AccountId::new([byte; 32]), amount));
	let root = sp_core::hex2array!("080c24ff8d757c472a414604aedd28895b3d5eb77d63fc06eb3b28b347ecb276");
	assert_eq!(Table(entries.to_vec()).table().root, root.into());
}
