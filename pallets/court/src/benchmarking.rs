// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: the cost of each piece of work at its worst.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing)]

use crate::{
	rounds::SWEPT,
	tree::{ARITY, PLACES},
	*,
};
use alloc::{collections::BTreeMap, vec, vec::Vec};
use breakwater_primitives::{AssetId, Balance, Choice, Dispute, Moment, Subject, MAX_URI};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungibles::{Inspect, Mutate},
		EnsureOrigin, Get,
	},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::FixedU128;

/// The set-up that the benchmarks cannot do themselves.
pub trait BenchmarkHelper {
	/// Let active time pass, in milliseconds.
	fn pass(millis: Moment);
	/// Begin the next epoch, with new randomness.
	fn next_epoch();
	/// A vote on the last appeal of a case has restored a choice. Returns its number.
	fn grant_appeal(case: CaseId, choice: Choice) -> u32;
}

/// The longest ballot.
const BALLOT: Ballot = Ballot { proposals: MAX_CHOICES - 1, has_not_covered: true };
/// The first choice.
const FIRST: Choice = Choice::Proposal(0);
/// The most seats of one voter: the greatest cap is a quarter of a panel.
const MOST_SEATS: u32 = MAX_SEATS / 4;
const SALT: [u8; 32] = [1; 32];

/// Fails if an invariant does not hold: no benchmark ends in a state that cannot be.
fn check<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	Pallet::<T>::do_try_state().expect("the invariants hold");
}

/// [`check`] after a panel, whose assessors have places far from each other.
fn check_panel<T: Config>() {
	#[cfg(any(feature = "try-runtime", test))]
	free_the_rest::<T>();
	check::<T>();
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// The account of the pallet, which genesis endows.
fn endow<T: Config>() {
	let account = Pallet::<T>::account().expect("the pallet has an account");
	let least = T::Assets::minimum_balance(AssetId::Native);
	if T::Assets::balance(AssetId::Native, &account) < least {
		T::Assets::mint_into(AssetId::Native, &account, least).expect("it can hold that");
	}
}

/// The stake of each assessor.
fn stake<T: Config>() -> Balance {
	let limits = T::Limits::get();
	limits.least_stake.max(limits.seat_stake.saturating_mul(MAX_SEATS.into())).saturating_mul(2)
}

/// An account with many native tokens.
fn rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let who: T::AccountId = account(name, number, 0);
	let appeal = T::Limits::get().appeal_bond.saturating_mul(8);
	let amount = stake::<T>().saturating_mul(8).saturating_add(appeal).saturating_add(1_000_000);
	T::Assets::mint_into(AssetId::Native, &who, amount).expect("it can hold that");
	who
}

/// An assessor on a place of the tree.
fn assessor_on<T: Config>(place: u32) -> T::AccountId {
	let who = rich::<T>("assessor", place);
	let mut record = Assessor::new(place);
	Pallet::<T>::hold(&who, stake::<T>()).expect("it has that");
	Pallet::<T>::set_stake(&mut record, stake::<T>()).expect("there is room");
	record.uri = Uri::truncate_from(vec![b'a'; MAX_URI as usize]);
	Places::<T>::insert(place, &who);
	Assessors::<T>::insert(&who, record);
	who
}

/// The places below a node of the third level.
const BRANCH: u32 = ARITY * ARITY;

/// An assessor whose place is in a node with no other's: the first 256 in other nodes of the third
/// level too, and each further 256 in other nodes of the last.
fn assessor<T: Config>(number: u32) -> T::AccountId {
	let (branch, node) = (number % BRANCH, number / BRANCH);
	assessor_on::<T>((branch * BRANCH + node * ARITY) % PLACES)
}

/// Each place is the next one's: as if all up to the last that is taken had been.
fn free_the_rest<T: Config>() {
	let taken: Vec<u32> = Places::<T>::iter_keys().collect();
	let count = taken.iter().max().map_or(0, |last| last + 1);
	let free: Vec<u32> = (0..count).filter(|place| !taken.contains(place)).collect();
	for (number, place) in (0..).zip(&free) {
		FreePlaces::<T>::insert(number, place);
	}
	FreePlaceCount::<T>::put(free.len() as u32);
	PlaceCount::<T>::put(count);
}

/// A case on the second level, whose stage is written over.
fn case<T: Config>(stage: Stage) -> (CaseId, Case) {
	let id = NextCase::<T>::get();
	NextCase::<T>::put(id + 1);
	let limits = T::Limits::get();
	LongestVoting::<T>::put(limits.longest_voting(T::Seed::length()));
	let dispute = Dispute::new(Subject::Incident(id), BALLOT).over(AssetId::Native, 1);
	let dispute = dispute.paid(limits.seat_fee.saturating_mul(ALL_SEATS.into()));
	let mut case = Case::new(dispute, 1, limits, stage);
	case.level = 1;
	Cases::<T>::insert(id, &case);
	Pallet::<T>::count_case(case.dispute.subject, true);
	(id, case)
}

/// A stage whose time is not over, or is.
fn commit_until(panel: PanelId, until: Moment) -> Stage {
	Stage::Commit { panel, until }
}

/// A panel of so many voters, each with a seat for an assessor who delegates to it, with a vote.
fn panel<T: Config>(
	(id, case): (CaseId, &Case),
	count: u32,
	vote: impl Fn(&T::AccountId, PanelId) -> SeatVote,
) -> PanelId {
	let panel = NextPanel::<T>::get();
	NextPanel::<T>::put(panel + 1);
	let mut seats = BTreeMap::new();
	for number in 0..count {
		let (voter, owner) = (assessor::<T>(2 * number), assessor::<T>(2 * number + 1));
		let vote = vote(&voter, panel);
		let stakes = vec![(owner, 1)].try_into().expect("there is room");
		seats.insert(voter, Seat { stakes, vote });
	}
	Pallet::<T>::seat_panel(id, case, panel, seats).expect("they are assessors");
	panel
}

/// A voter with as many seats as there can be, each for another assessor.
fn voter<T: Config>((id, case): (CaseId, &Case), vote: &Vote) -> (T::AccountId, PanelId) {
	let panel = NextPanel::<T>::get();
	NextPanel::<T>::put(panel + 1);
	let voter = assessor::<T>(0);
	let owners: Vec<_> = (1..=MOST_SEATS).map(|number| (assessor::<T>(number), 1)).collect();
	let stakes = owners.try_into().expect("there is room");
	let ranks = vote.ranks(BALLOT).expect("it fits");
	let commitment = Pallet::<T>::commitment(panel, &voter, &ranks, &SALT);
	let seat = Seat { stakes, vote: SeatVote::Committed(commitment) };
	let seats = BTreeMap::from([(voter.clone(), seat)]);
	Pallet::<T>::seat_panel(id, case, panel, seats).expect("they are assessors");
	(voter, panel)
}

/// A vote that ranks all choices.
fn ranked() -> Vote {
	let ranks: Vec<u8> = (0..MAX_CHOICES as u8).collect();
	Vote::Ranked(ranks.try_into().expect("there is room"))
}

/// A vote for the first choice, or for the last.
fn revealed(is_first: bool) -> SeatVote {
	let vote = if is_first { ranked() } else { Vote::For(Choice::NotCovered) };
	SeatVote::Revealed { ranks: vote.ranks(BALLOT).expect("it fits"), has_reasons: true }
}

/// A case that can be appealed against its first choice.
fn appealed<T: Config>() -> (CaseId, Case) {
	let (id, mut case) = case::<T>(Stage::Appeal { until: Moment::MAX });
	case.level = 0;
	case.rounds[0] = Some(Round { panel: 0, choice: 0, is_settled: true });
	Pallet::<T>::open_appeal(&mut case, 0);
	case.stage = Stage::Appeal { until: Moment::MAX };
	Cases::<T>::insert(id, &case);
	(id, case)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A new assessor, on a place that is free again.
	#[benchmark]
	fn stake() {
		let who = rich::<T>("new", 0);
		FreePlaces::<T>::insert(0, 5);
		FreePlaceCount::<T>::put(1);
		PlaceCount::<T>::put(6);
		for place in 0..5 {
			assessor_on::<T>(place);
		}
		let amount = super::stake::<T>();
		#[extrinsic_call]
		stake(RawOrigin::Signed(who.clone()), amount);
		assert_eq!(Assessors::<T>::get(&who).map(|one| one.place), Some(5));
		check::<T>();
	}

	/// Stake is put into a tree that has others' in each node on the way.
	#[benchmark]
	fn activate() {
		let who = assessor::<T>(0);
		free_the_rest::<T>();
		Pallet::<T>::do_stake(who.clone(), super::stake::<T>()).expect("it has that");
		T::BenchmarkHelper::pass(Pallet::<T>::stake_age_by(&T::Limits::get()));
		#[extrinsic_call]
		activate(RawOrigin::Signed(who.clone()), who.clone());
		assert_eq!(Assessors::<T>::get(&who).map(|one| one.arriving.amount), Some(0));
		check::<T>();
	}

	/// A part comes back at once, and a part leaves.
	#[benchmark]
	fn unstake() {
		let who = assessor::<T>(0);
		free_the_rest::<T>();
		Pallet::<T>::do_stake(who.clone(), 1_000).expect("it has that");
		#[extrinsic_call]
		unstake(RawOrigin::Signed(who.clone()), super::stake::<T>() + 1_000);
		assert_eq!(Assessors::<T>::get(&who).map(|one| one.leaving.amount), Some(super::stake::<T>()));
		check::<T>();
	}

	/// An assessor gets everything back, and is removed.
	#[benchmark]
	fn withdraw() {
		let who = assessor::<T>(0);
		free_the_rest::<T>();
		Pallet::<T>::do_unstake(who.clone(), super::stake::<T>()).expect("it has that");
		T::BenchmarkHelper::pass(Pallet::<T>::cooldown_by(&T::Limits::get()));
		(0..DRAW_DELAY).for_each(|_| T::BenchmarkHelper::next_epoch());
		#[extrinsic_call]
		withdraw(RawOrigin::Signed(who.clone()), who.clone());
		assert!(!Assessors::<T>::contains_key(&who));
		check::<T>();
	}

	/// To another assessor.
	#[benchmark]
	fn delegate() {
		let (who, to) = (assessor::<T>(0), assessor::<T>(1));
		free_the_rest::<T>();
		#[extrinsic_call]
		delegate(RawOrigin::Signed(who.clone()), Some(to.clone()));
		assert_eq!(Assessors::<T>::get(&who).and_then(|one| one.delegation.after), Some(to));
		check::<T>();
	}

	/// A long place in place of a long one.
	#[benchmark]
	fn set_profile() {
		let who = assessor::<T>(0);
		free_the_rest::<T>();
		let uri = Uri::truncate_from(vec![b'b'; MAX_URI as usize]);
		#[extrinsic_call]
		set_profile(RawOrigin::Signed(who.clone()), uri.clone());
		assert_eq!(Assessors::<T>::get(&who).map(|one| one.uri), Some(uri));
		check::<T>();
	}

	/// A voter with the most seats commits.
	#[benchmark]
	fn commit_vote() {
		endow::<T>();
		let (id, mut case) = super::case::<T>(commit_until(0, Moment::MAX));
		let (who, panel) = voter::<T>((id, &case), &ranked());
		case.stage = commit_until(panel, Moment::MAX);
		Cases::<T>::insert(id, case);
		let seat = Seats::<T>::get(panel, &who).expect("it has seats");
		Seats::<T>::insert(panel, &who, Seat { vote: SeatVote::Drawn, ..seat });
		#[extrinsic_call]
		commit_vote(RawOrigin::Signed(who.clone()), id, H256::zero());
		let vote = Seats::<T>::get(panel, &who).map(|seat| seat.vote);
		assert_eq!(vote, Some(SeatVote::Committed(H256::zero())));
	}

	/// A voter with the most seats reveals ranks of all choices.
	#[benchmark]
	fn reveal_vote() {
		endow::<T>();
		let (id, mut case) = super::case::<T>(commit_until(0, Moment::MAX));
		let (who, panel) = voter::<T>((id, &case), &ranked());
		case.stage = Stage::Reveal { panel, until: Moment::MAX };
		Cases::<T>::insert(id, case);
		let uri = Uri::truncate_from(vec![b'b'; MAX_URI as usize]);
		#[extrinsic_call]
		reveal_vote(RawOrigin::Signed(who.clone()), id, ranked(), SALT, Some((H256::zero(), uri)));
		let seat = Seats::<T>::get(panel, &who).expect("it has seats");
		assert!(matches!(seat.vote, SeatVote::Revealed { .. }));
	}

	/// Each of the most seats of a voter is another assessor's.
	#[benchmark]
	fn denounce_vote() {
		endow::<T>();
		let (id, mut case) = super::case::<T>(commit_until(0, Moment::MAX));
		let (who, panel) = voter::<T>((id, &case), &ranked());
		case.stage = commit_until(panel, Moment::MAX);
		Cases::<T>::insert(id, case);
		let by = rich::<T>("by", 0);
		#[extrinsic_call]
		denounce_vote(RawOrigin::Signed(by), id, who.clone(), ranked(), SALT);
		let vote = Seats::<T>::get(panel, &who).map(|seat| seat.vote);
		assert_eq!(vote, Some(SeatVote::Denounced));
	}

	/// While a panel commits.
	#[benchmark]
	fn submit_evidence() {
		let (id, _) = super::case::<T>(commit_until(0, Moment::MAX));
		let uri = Uri::truncate_from(vec![b'b'; MAX_URI as usize]);
		#[extrinsic_call]
		submit_evidence(RawOrigin::Signed(rich::<T>("who", 0)), id, H256::zero(), uri);
	}

	/// The bond is full.
	#[benchmark]
	fn fund_appeal() {
		endow::<T>();
		let (id, _) = appealed::<T>();
		let who = rich::<T>("who", 0);
		let bond = T::Limits::get().appeal_bond;
		#[extrinsic_call]
		fund_appeal(RawOrigin::Signed(who), id, Choice::NotCovered, bond);
		let appeal = Cases::<T>::get(id).and_then(|case| case.appeals[0]).expect("it is appealed");
		assert_eq!(appeal.challenger, Some(MAX_CHOICES - 1));
		check::<T>();
	}

	/// Money for each choice comes back.
	#[benchmark]
	fn collect() {
		endow::<T>();
		let (id, _) = appealed::<T>();
		let who = rich::<T>("who", 0);
		let amount = T::Limits::get().appeal_bond.div_ceil(types::CONTRIBUTIONS).max(2);
		for (_, choice) in BALLOT.iter() {
			Pallet::<T>::do_fund_appeal(who.clone(), id, choice, amount).expect("it has that");
		}
		let mut case = Cases::<T>::get(id).expect("it is open");
		Pallet::<T>::resolve_appeals(id, &mut case, 0).expect("it can end");
		Cases::<T>::insert(id, case);
		#[extrinsic_call]
		collect(RawOrigin::Signed(who.clone()), id, 0, who.clone());
		assert_eq!(Contributions::<T>::iter().count(), 0);
	}

	/// The vote has restored the choice.
	#[benchmark]
	fn restore_choice() -> Result<(), BenchmarkError> {
		let (id, mut case) = super::case::<T>(Stage::LastAppeal { vote: None });
		case.rounds = [0, 1].map(|choice| Some(Round { panel: choice, choice, is_settled: true }));
		case.stage = Stage::LastAppeal { vote: Some(T::BenchmarkHelper::grant_appeal(id, FIRST)) };
		Cases::<T>::insert(id, case);
		let origin = admin::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, FIRST);
		Ok(())
	}

	/// The pool of fees is full, so that the reserve gets money.
	#[benchmark]
	fn charge() {
		endow::<T>();
		let who = rich::<T>("who", 0);
		// The reserve can take it, also as its first money.
		let fee = T::Assets::minimum_balance(AssetId::Native).max(5);
		T::Assets::mint_into(AssetId::Native, &who, fee * 100).expect("it can hold that");
		for _ in 0..MAX_CASES {
			Pallet::<T>::take_fees(&who, fee).expect("it has that");
		}
		#[block]
		{
			Pallet::<T>::take_fees(&who, fee).expect("it has that");
		}
		assert_eq!(FeePool::<T>::get(), fee * Balance::from(MAX_CASES));
		check::<T>();
	}

	/// A value in place of another.
	#[benchmark]
	fn set_asset_value() -> Result<(), BenchmarkError> {
		let (asset, origin) = (AssetId::WithId(1), admin::<T>()?);
		AssetValues::<T>::insert(&asset, FixedU128::from_u32(1));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset.clone(), Some(FixedU128::from_u32(2)));
		assert_eq!(AssetValues::<T>::get(&asset), Some(FixedU128::from_u32(2)));
		Ok(())
	}

	/// A case that waits for its panel. The voters' part is charged by itself.
	#[benchmark]
	fn open_case() {
		let mut record = Assessor::<T::AccountId>::new(0);
		Pallet::<T>::set_stake(&mut record, T::Limits::get().least_total).expect("there is room");
		let dispute = Dispute::new(Subject::Incident(9), BALLOT).over(AssetId::Native, 1);
		let id;
		#[block]
		{
			id = Pallet::<T>::begin(dispute).expect("there is room");
		}
		assert!(matches!(Cases::<T>::get(id).map(|case| case.stage), Some(Stage::Draw { .. })));
	}

	/// A step without a loop: the time to commit ends.
	#[benchmark]
	fn begin_reveal() {
		let (id, _) = super::case::<T>(commit_until(0, 0));
		let who = rich::<T>("who", 0);
		#[extrinsic_call]
		process(RawOrigin::Signed(who), id);
		assert!(matches!(Cases::<T>::get(id).map(|case| case.stage), Some(Stage::Reveal { .. })));
	}

	/// The end of a case whose two appeals have both lost money for the reserve.
	#[benchmark]
	fn end_case() {
		endow::<T>();
		let (id, mut case) = appealed::<T>();
		let appeal = case.appeals[0].expect("it can be appealed");
		let who = rich::<T>("who", 0);
		for slot in case.appeals.iter_mut() {
			Pallet::<T>::take_from(&who, appeal.bond).expect("it has that");
			let mut lost = Appeal { challenger: Some(1), left: appeal.bond, ..appeal };
			lost.funds[1] = appeal.bond;
			*slot = Some(lost);
		}
		#[block]
		{
			Pallet::<T>::end(id, &mut case, Some(0), &mut WeightMeter::new()).expect("it can end");
			Cases::<T>::insert(id, &case);
		}
		assert!(case.appeals.iter().flatten().all(|appeal| appeal.left == 0));
	}

	/// A round without room for a look at a case.
	#[benchmark]
	fn work_round() {
		for _ in 0..MAX_CASES {
			super::case::<T>(commit_until(0, Moment::MAX));
		}
		let middle = Cases::<T>::iter_keys().nth(30).expect("there are more");
		LastServed::<T>::put(middle);
		Delayed::<T>::put(0);
		let mut meter = WeightMeter::with_limit(Pallet::<T>::round_weight());
		#[block]
		{
			Pallet::<T>::work_all(&mut meter);
		}
		assert!(LastServed::<T>::exists());
	}

	/// Almost each point is that of another assessor, in another node of the tree, for whom another
	/// votes: of 504 points among as many assessors, 474 on average. None has a free stake, so that
	/// all points are drawn.
	#[benchmark]
	fn draw_panel(p: Linear<1, { MAX_SEATS * DRAWS_PER_SEAT }>) {
		let (id, case) = super::case::<T>(Stage::Draw { since: 0 });
		for number in 0..PLACES / ARITY {
			let (who, to) = (assessor::<T>(number), account("voter", number, 0));
			Assessors::<T>::insert(&to, Assessor::<T::AccountId>::new(0));
			let delegation = Delegation { before: None, after: Some(to), from: 0 };
			Assessors::<T>::mutate_extant(&who, |one| {
				(one.locked, one.delegation) = (Balance::MAX, delegation);
			});
		}
		(0..DRAW_DELAY).for_each(|_| T::BenchmarkHelper::next_epoch());
		let seed = T::Seed::seed().expect("there is randomness");
		let drawn;
		#[block]
		{
			drawn = Pallet::<T>::draw((id, &case), seed, p);
		}
		assert_eq!((drawn.points, drawn.count <= p), (p, true));
	}

	/// A panel of 31 seats among so many assessors. It is no weight: it shows that a draw costs
	/// about the same among few and among all that there can be.
	#[benchmark(extra)]
	fn draw_among(n: Linear<16, { PLACES - 1 }>) {
		let (id, mut case) = super::case::<T>(Stage::Draw { since: 0 });
		case.level = 0;
		for place in 0..n {
			assessor_on::<T>(place);
		}
		(0..DRAW_DELAY).for_each(|_| T::BenchmarkHelper::next_epoch());
		let seed = T::Seed::seed().expect("there is randomness");
		let drawn;
		#[block]
		{
			drawn = Pallet::<T>::draw((id, &case), seed, case.most_points());
		}
		assert_eq!(drawn.count, case.seats());
	}

	/// Each seat is that of another assessor, with another voter.
	#[benchmark]
	fn seat_panel(s: Linear<1, MAX_SEATS>) {
		let (id, case) = super::case::<T>(Stage::Draw { since: 0 });
		let mut seats = BTreeMap::new();
		for number in 0..s {
			let (voter, owner) = (assessor::<T>(2 * number), assessor::<T>(2 * number + 1));
			let stakes = vec![(owner, 1)].try_into().expect("there is room");
			seats.insert(voter, Seat { stakes, vote: SeatVote::Drawn });
		}
		#[block]
		{
			Pallet::<T>::seat_panel(id, &case, 0, seats).expect("they are assessors");
		}
		assert_eq!(Seats::<T>::iter_prefix(0).count(), s as usize);
	}

	/// A panel chooses, and the case goes on to its last appeal.
	#[benchmark]
	fn decide(s: Linear<32, MAX_SEATS>) {
		endow::<T>();
		let (id, mut case) = super::case::<T>(Stage::Draw { since: 0 });
		let panel = panel::<T>((id, &case), s, |_, _| revealed(true));
		case.rounds[0] = Some(Round { panel: u32::MAX, choice: 1, is_settled: true });
		case.stage = Stage::Reveal { panel, until: 0 };
		Cases::<T>::insert(id, case);
		let who = rich::<T>("who", 0);
		#[extrinsic_call]
		process(RawOrigin::Signed(who), id);
		let case = Cases::<T>::get(id).expect("it goes on");
		assert_eq!(case.rounds[1].map(|round| round.choice), Some(0));
	}

	/// All seats lose: no vote was revealed.
	#[benchmark]
	fn settle_losses(s: Linear<1, MAX_SEATS>) {
		endow::<T>();
		let (id, case) = super::case::<T>(Stage::Draw { since: 0 });
		let panel = panel::<T>((id, &case), s, |_, _| SeatVote::Drawn);
		#[block]
		{
			Pallet::<T>::settle_panel((id, &case), panel, None).expect("it can be settled");
		}
		assert_eq!(Seats::<T>::iter_prefix(panel).count(), 0);
		check_panel::<T>();
	}

	/// So many seats share the stakes of two that are absent, and get fees, each for an assessor
	/// and its voter.
	#[benchmark]
	fn settle_gains(s: Linear<1, MAX_SEATS>) {
		endow::<T>();
		let (id, case) = super::case::<T>(Stage::Draw { since: 0 });
		let losers = core::cell::Cell::new(2u32);
		let vote = |_: &T::AccountId, _| match losers.replace(losers.get().saturating_sub(1)) {
			0 => revealed(true),
			_ => SeatVote::Drawn,
		};
		let panel = panel::<T>((id, &case), s.saturating_add(2), vote);
		let giver = rich::<T>("giver", 0);
		let fees = case.limits.seat_fee.max(1).saturating_mul(MAX_SEATS.into());
		T::Assets::mint_into(AssetId::Native, &giver, fees).expect("it can hold that");
		Pallet::<T>::take_fees(&giver, fees).expect("it has that");
		let count = Pallet::<T>::count_votes(&case, 1, panel).expect("it can be counted");
		#[block]
		{
			let outcome = Some((0, count));
			Pallet::<T>::settle_panel((id, &case), panel, outcome).expect("it can be settled");
		}
		assert_eq!(Seats::<T>::iter_prefix(panel).count(), 0);
		check_panel::<T>();
	}

	/// Contributions whose time is over are removed, and their money goes to the reserve.
	#[benchmark]
	fn sweep(c: Linear<1, SWEPT>) {
		endow::<T>();
		let (id, _) = appealed::<T>();
		let bond = T::Limits::get().appeal_bond;
		let amount = bond.div_ceil(types::CONTRIBUTIONS);
		for number in 0..c {
			let who = rich::<T>("who", number);
			Pallet::<T>::do_fund_appeal(who, id, FIRST, amount).expect("it has that");
		}
		let mut case = Cases::<T>::get(id).expect("it is open");
		Pallet::<T>::resolve_appeals(id, &mut case, 0).expect("it can end");
		Pallet::<T>::count_case(case.dispute.subject, false);
		(case.stage, case.is_closed) = (Stage::Ended { choice: Some(0), at: 0 }, true);
		case.limits.unclaimed_after = 0;
		Cases::<T>::insert(id, case);
		let by = rich::<T>("by", 0);
		#[extrinsic_call]
		process(RawOrigin::Signed(by), id);
		assert!(!Cases::<T>::contains_key(id));
		check::<T>();
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::empty(), crate::tests::mock::Test, extra = false);
}
