// SPDX-License-Identifier: Apache-2.0

use super::*;
use proptest::prelude::*;
use sp_core::U256;

#[test]
fn rewards_should_not_fall_with_severity() {
	let sound = Rewards { low: 0, medium: 1, high: 1, critical: 2 };
	assert!(sound.is_sound());
	for unsound in [
		Rewards::default(),
		Rewards { low: 2, ..sound },
		Rewards { medium: 2, ..sound },
		Rewards { high: 3, ..sound },
	] {
		assert!(!unsound.is_sound(), "{unsound:?}");
	}
}

#[test]
fn decision_should_answer_its_claim() {
	let claims = [Claim::Finding(Severity::Low), Claim::Rescue { returned: 1, occurred_at: 1 }];
	let fits = |decision: ReportDecision| claims.map(|claim| decision.fits(&claim));
	assert_eq!(fits(ReportDecision::Rejected), [true, true]);
	assert_eq!(fits(ReportDecision::Severity(Severity::Critical)), [true, false]);
	assert_eq!(fits(ReportDecision::Returned(5)), [false, true]);
	assert!(claims.iter().all(|claim| ReportDecision::from(*claim).fits(claim)));
	assert!(claims.iter().all(|claim| ReportDecision::from(*claim).covers(claim)));
	let high = Claim::Finding(Severity::High);
	let covers = |severity| ReportDecision::Severity(severity).covers(&high);
	assert_eq!([Severity::Medium, Severity::Critical].map(covers), [false, true]);
	assert!(!ReportDecision::Rejected.covers(&high) && !ReportDecision::Returned(0).covers(&claims[1]));
}

#[test]
fn commitment_should_bind_each_part() {
	let (claim, hashes) = (Claim::Finding(Severity::High), (H256::repeat_byte(1), H256::repeat_byte(2)));
	let base = commitment_of([7u8; 32], 1, 1u64, &claim, hashes);
	let others = [
		commitment_of([8u8; 32], 1, 1u64, &claim, hashes),
		commitment_of([7u8; 32], 2, 1u64, &claim, hashes),
		commitment_of([7u8; 32], 1, 2u64, &claim, hashes),
		commitment_of([7u8; 32], 1, 1u64, &Claim::Finding(Severity::Critical), hashes),
		commitment_of([7u8; 32], 1, 1u64, &claim, (H256::zero(), hashes.1)),
		commitment_of([7u8; 32], 1, 1u64, &claim, (hashes.0, H256::zero())),
	];
	assert!(others.iter().all(|other| *other != base));
}

/// Money is for the first report that lacks some, and none is free as long as one does.
#[test]
fn free_money_should_be_reserved_in_the_order_of_commitments() {
	let rewards = Rewards { critical: 100, ..Rewards::default() };
	let terms = BountyTerms {
		rewards,
		acknowledgement: DAY,
		decision: DAY,
		vesting: NOTICE,
		rescue_share: Permill::zero(),
		uri: Uri::default(),
	};
	let mut programme = Programme {
		manager: (),
		asset: AssetId::Native,
		terms,
		pending: None,
		open: BoundedVec::default(),
		reports: 0,
		cases: 0,
		book: Book::default().fund(150).unwrap(),
		withdrawal: None,
	};
	assert_eq!([1, 2, 3].map(|report| programme.enter(report)), [Some(100), Some(50), Some(0)]);
	assert_eq!([1, 2, 3].map(|report| programme.can_end(report, 60)), [true, false, false]);
	assert_eq!(programme.end(1, 30), Some(70));
	assert_eq!([1, 2, 3].map(|report| programme.reserved_for(report)), [0, 100, 20]);
	assert_eq!((programme.book.free, programme.end(9, 0), programme.end(3, 21)), (0, None, None));
}

proptest! {
	#[test]
	fn vesting_should_be_exact_in_sum(
		reward in 1..1u128 << 120, part in 0..=100u128, period in 0..=*VESTING.end(),
		times in prop::collection::vec(0..2 * VESTING.end(), 1..12), revoked_at in 0..2 * VESTING.end(),
	) {
		let matched = reward / 200 * part;
		let (since, ended_at, collected) = (9, 9, 0);
		let (is_match_approved, is_revoked) = (true, false);
		let mut vesting =
			Vesting { reward, matched, collected, since, ended_at, is_match_approved, period, is_revoked };
		let mut times = times;
		times.sort();
		for time in &times {
			vesting.collected += vesting.collectable(9 + time).unwrap();
			prop_assert_eq!(vesting.collected, vesting.vested(9 + time).unwrap());
		}
		let last = *times.last().unwrap();
		let at = 9 + last.max(revoked_at);
		let (after, Revoked { freed, returned }) = vesting.revoke(at).unwrap();
		prop_assert_eq!(after.total().unwrap() + freed + returned, reward + matched);
		prop_assert_eq!(after.total(), vesting.vested(at));
		prop_assert_eq!(after.collectable(at), vesting.collectable(at));
		// The programme gets no unit of the reserve's part.
		prop_assert!(freed <= reward && returned <= matched);
		let rest = U256::from(freed + returned) * U256::from(matched);
		prop_assert!(U256::from(returned) * U256::from(reward + matched) >= rest);
		let end = 9 + period;
		prop_assert_eq!(vesting.vested(end), vesting.total());
	}

	#[test]
	fn book_should_balance(amounts in prop::collection::vec(1..1u128 << 100, 6)) {
		let [funded, reserved, reward, matched, bond, paid] = amounts[..] else { unreachable!() };
		let (reserved, mut book) = (reserved.min(funded), Book::default().fund(funded).unwrap());
		let reward = reward.min(reserved);
		let steps: [&dyn Fn(Book) -> Option<Book>; 6] = [
			&|book| book.reserve(reserved),
			&|book| book.put_up(bond),
			&|book| book.reward(reserved, reward),
			&|book| book.add_match(matched),
			&|book| book.pay(paid.min(reward)),
			&|book| book.let_go(bond),
		];
		for step in steps {
			book = step(book).unwrap();
			prop_assert!(book.is_balanced());
		}
		let book = book.revoke(reward - paid.min(reward), matched).unwrap();
		prop_assert!(book.is_balanced());
		prop_assert_eq!((book.vesting, book.bonds, book.reserved), (0, 0, 0));
		prop_assert_eq!(book.withdraw(book.free + 1), None);
		prop_assert!(book.withdraw(book.free).unwrap().total() == Some(0));
	}
}
