// SPDX-License-Identifier: Apache-2.0

//! `propose_product`, `approve_product` and `withdraw_proposal`.

use super::mock::*;
use crate::{
	types::Listing, Error, Event, NextProduct, NextProposal, Products as Stored, Proposals, Sponsors,
};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

fn good() -> Listing {
	listing(trigger(), terms())
}

fn propose(who: AccountId, listing: Listing) -> DispatchResult {
	Products::propose_product(RuntimeOrigin::signed(who), Box::new(listing))
}

fn approve(proposal: u32) -> DispatchResult {
	Products::approve_product(RuntimeOrigin::root(), proposal)
}

fn withdraw(who: AccountId, proposal: u32) -> DispatchResult {
	Products::withdraw_proposal(RuntimeOrigin::signed(who), proposal)
}

#[test]
fn propose_product_should_hold_a_deposit_store_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(BOB, good()));
		let proposal = Proposals::<Test>::get(0).unwrap();
		assert_eq!((proposal.sponsor, proposal.listing), (BOB, good()));
		assert_eq!((listing_deposit(BOB), NextProposal::<Test>::get()), (LISTING_DEPOSIT, 1));
		let event = Event::ProductProposed { proposal: 0, sponsor: BOB, listing: good() };
		System::assert_last_event(event.into());
	});
}

/// Guard: the check that a product could be listed leaves no trace of it.
#[test]
fn propose_product_should_list_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let (registered, feed) = (Registered::get(), crate::OnFeed::<Test>::get(FEED));
		assert_ok!(propose(BOB, good()));
		assert_eq!(NextProduct::<Test>::get(), 1);
		assert_eq!(Stored::<Test>::iter().count(), 1);
		assert_eq!((Registered::get(), crate::OnFeed::<Test>::get(FEED)), (registered, feed));
		assert!(!events().iter().any(|event| matches!(event, Event::ProductListed { product: 1, .. })));
	});
}

#[test]
fn propose_product_should_check_all_that_list_product_does() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |change: fn(&mut Listing)| {
			let mut bad = good();
			change(&mut bad);
			propose(BOB, bad)
		};
		let none = Default::default;
		assert_noop!(with(|l| l.name = Default::default()), Error::<Test>::NameUnreadable);
		assert_noop!(propose(BOB, Listing { uri: none(), ..good() }), Error::<Test>::UriUnreadable);
		assert_noop!(with(|l| l.facts.deployed = Day::MAX), Error::<Test>::FactsOutOfRange);
		assert_noop!(with(|l| l.terms.grace = 61 * DAY), Error::<Test>::GraceOutOfRange);
		let bad_trigger = Decision::Trigger(Trigger { threshold: 0, ..trigger() });
		assert_noop!(
			propose(BOB, Listing { decision: bad_trigger, ..good() }),
			Error::<Test>::TriggerOutOfRange
		);
		assert_noop!(with(|l| l.decision = assessed().decision), Error::<Test>::PriceOutOfRange);
		assert_noop!(with(|l| l.asset = AssetId::WithId(99)), DispatchError::Other("asset not listed"));
		for _ in 1..3 {
			assert_ok!(list(good()));
		}
		assert_noop!(propose(BOB, good()), Error::<Test>::TooManyProductsOnFeed);
	});
}

#[test]
fn propose_product_should_refuse_when_the_deposit_cannot_be_held() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(POOR, good()), Error::<Test>::CannotHoldDeposit);
		assert_eq!(NextProposal::<Test>::get(), 0);
	});
}

#[test]
fn propose_product_should_refuse_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextProposal::<Test>::put(u32::MAX);
		assert_noop!(propose(BOB, good()), sp_runtime::ArithmeticError::Overflow);
	});
}

#[test]
fn approve_product_should_list_what_was_proposed_and_keep_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(BOB, assessed()));
		assert_ok!(propose(ALICE, good()));
		assert_ok!(approve(0));
		let product = Stored::<Test>::get(1).unwrap();
		assert_eq!((product.decision, product.class), (assessed().decision, assessed().class));
		assert_eq!(product.status, ProductStatus::Active);
		assert_eq!(Sponsors::<Test>::get(1).map(|(sponsor, _)| sponsor), Some(BOB));
		assert_eq!(listing_deposit(BOB), LISTING_DEPOSIT);
		assert!(!Proposals::<Test>::contains_key(0) && Proposals::<Test>::contains_key(1));
		let event = Event::ProposalApproved { proposal: 0, product: 1, sponsor: BOB };
		System::assert_last_event(event.into());
	});
}

#[test]
fn approve_product_should_check_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(BOB, good()));
		for _ in 1..3 {
			assert_ok!(list(good()));
		}
		assert_noop!(
			RuntimeCall::from(crate::Call::approve_product { proposal: 0 })
				.dispatch(RuntimeOrigin::root())
				.map_err(|refused| refused.error),
			Error::<Test>::TooManyProductsOnFeed
		);
		assert!(Proposals::<Test>::contains_key(0));
	});
}

/// Guard: a referendum approves the text that people read. A number is not used twice, and no other
/// proposal can be put under it.
#[test]
fn approve_product_should_refuse_when_the_proposal_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(approve(0), Error::<Test>::UnknownProposal);
		assert_ok!(propose(BOB, good()));
		assert_ok!(withdraw(BOB, 0));
		assert_ok!(propose(BOB, assessed()));
		assert_noop!(approve(0), Error::<Test>::UnknownProposal);
		assert_ok!(approve(1));
		assert_noop!(approve(1), Error::<Test>::UnknownProposal);
		assert_ok!(propose(BOB, good()));
		assert!(Proposals::<Test>::contains_key(2));
	});
}

#[test]
fn withdraw_proposal_should_give_the_deposit_back_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(BOB, good()));
		assert_ok!(withdraw(BOB, 0));
		assert_eq!((listing_deposit(BOB), Proposals::<Test>::iter().count()), (0, 0));
		let event = Event::ProposalWithdrawn { proposal: 0, sponsor: BOB, is_rejected: false };
		System::assert_last_event(event.into());
	});
}

#[test]
fn withdraw_proposal_should_reject_when_a_referendum_calls() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(BOB, good()));
		assert_ok!(Products::withdraw_proposal(RuntimeOrigin::root(), 0));
		assert_eq!(listing_deposit(BOB), 0);
		let event = Event::ProposalWithdrawn { proposal: 0, sponsor: BOB, is_rejected: true };
		System::assert_last_event(event.into());
	});
}

#[test]
fn withdraw_proposal_should_refuse_when_it_is_another_sponsors_or_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(BOB, good()));
		assert_noop!(withdraw(ALICE, 0), Error::<Test>::NotSponsor);
		assert_noop!(withdraw(BOB, 1), Error::<Test>::UnknownProposal);
		assert_ok!(approve(0));
		// The deposit is the product's now.
		assert_noop!(withdraw(BOB, 0), Error::<Test>::UnknownProposal);
	});
}
