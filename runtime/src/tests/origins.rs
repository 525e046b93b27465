// SPDX-License-Identifier: Apache-2.0

//! Every call of the project's pallets with every kind of origin, and with bad input. Each is
//! refused with a named error, and the state is the same afterwards.

use super::env::*;
use crate::{configs::governance::can_run, *};
use breakwater_claims::types::Proof;
use breakwater_pools::{PoolOptions, PoolStatus};
use breakwater_primitives::interest::AccountSignature;
use breakwater_primitives::*;
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::DispatchResult,
	storage::{with_transaction_unchecked, TransactionOutcome},
	traits::GetCallName,
};
use sp_runtime::{traits::Dispatchable, DispatchError, Permill};
use std::collections::BTreeSet;

type PoolCall = breakwater_pools::Call<Runtime>;
type ReserveCall = breakwater_reserve::Call<Runtime>;
type PolicyCall = breakwater_policies::Call<Runtime>;
type ProductCall = breakwater_products::Call<Runtime>;
type AssessmentCall = breakwater_assessment::Call<Runtime>;
type ClaimCall = breakwater_claims::Call<Runtime>;
type PoolError = breakwater_pools::Error<Runtime>;
type ReserveError = breakwater_reserve::Error<Runtime>;
type PolicyError = breakwater_policies::Error<Runtime>;
type ProductError = breakwater_products::Error<Runtime>;
type BountyCall = breakwater_bounties::Call<Runtime>;
type BountyError = breakwater_bounties::Error<Runtime>;
type ValidatorCall = breakwater_validators::Call<Runtime>;
type ValidatorError = breakwater_validators::Error<Runtime>;
type SponsorCall = breakwater_sponsors::Call<Runtime>;
type SponsorError = breakwater_sponsors::Error<Runtime>;
type FeedCall = breakwater_feeds::Call<Runtime>;
type FeedError = breakwater_feeds::Error<Runtime>;
type AssessmentError = breakwater_assessment::Error<Runtime>;
type ClaimError = breakwater_claims::Error<Runtime>;

const BAD: DispatchResult = Err(DispatchError::BadOrigin);
const OK: DispatchResult = Ok(());

fn no(error: impl Into<DispatchError>) -> DispatchResult {
	Err(error.into())
}

/// A call and its result with the origins None, Signed stranger, Signed owner and Root.
struct Row(RuntimeCall, [DispatchResult; 4]);

fn row(call: impl Into<RuntimeCall>, expected: [DispatchResult; 4]) -> Row {
	Row(call.into(), expected)
}

/// Returns the row of a call that any signed account may make, and no other origin.
fn anyone(call: impl Into<RuntimeCall>, result: DispatchResult) -> Row {
	row(call, [BAD, result, result, BAD])
}

/// Returns the row of a call that only a referendum may make.
fn referendum(call: impl Into<RuntimeCall>, result: DispatchResult) -> Row {
	row(call, [BAD, BAD, BAD, result])
}

/// The stranger has money, but no part in pool 0 and policy 0. The owner manages pool 0.
const STRANGER: Who = Who::Dave;
const OWNER: Who = Who::Alice;

fn pool_rows() -> Vec<Row> {
	let create = |asset, leverage, fee| create_pool_call(asset, pool_options(leverage, fee));
	let weight = |pool, product, percent| PoolCall::set_weight {
		pool,
		product,
		weight: Permill::from_percent(percent),
	};
	let tranche = Tranche::Junior;
	let deposit = |pool, amount, min_shares| PoolCall::deposit { pool, tranche, amount, min_shares };
	let withdrawal = |shares, min_out| PoolCall::request_withdrawal { pool: 0, tranche, shares, min_out };
	let status = |pool, status| PoolCall::set_status { pool, status };
	let mine = |error: PoolError, result| [BAD, no(error), result, BAD];
	vec![
		anyone(create(USDB, 100, 10), OK),
		anyone(create(AssetId::WithId(9), 100, 10), no(PoolError::AssetNotListed)),
		anyone(create(USDB, 99, 10), no(PoolError::LeverageOutOfRange)),
		anyone(create(USDB, u32::MAX, 10), no(PoolError::LeverageOutOfRange)),
		anyone(create(USDB, 100, 11), no(PoolError::FeeTooHigh)),
		row(weight(0, 0, 50), mine(PoolError::NotManager, OK)),
		row(weight(9, 0, 50), mine(PoolError::UnknownPool, no(PoolError::UnknownPool))),
		row(weight(0, 9, 50), mine(PoolError::NotManager, no(PoolError::UnknownProduct))),
		anyone(deposit(0, 100 * USD, 1), OK),
		anyone(deposit(9, 100 * USD, 1), no(PoolError::UnknownPool)),
		anyone(deposit(0, 0, 0), no(PoolError::DepositTooSmall)),
		anyone(deposit(0, USD - 1, 0), no(PoolError::DepositTooSmall)),
		anyone(deposit(0, 100 * USD, u128::MAX), no(PoolError::SharesBelowLimit)),
		// Junior has a million and a little, so senior may have four times that.
		anyone(deposit_call(0, Tranche::Senior, 3_900_000 * USD), OK),
		anyone(deposit_call(0, Tranche::Senior, 4_100_000 * USD), no(PoolError::TooLittleJunior)),
		anyone(withdrawal(0, 0), no(PoolError::ZeroShares)),
		anyone(withdrawal(1, 0), no(PoolError::NotEnoughShares)),
		anyone(withdrawal(u128::MAX, 0), no(PoolError::NotEnoughShares)),
		anyone(
			PoolCall::request_withdrawal { pool: 9, tranche, shares: 1, min_out: 0 },
			no(PoolError::UnknownPool),
		),
		anyone(PoolCall::process_withdrawals { pool: 0, max: 1 }, no(PoolError::NothingToProcess)),
		anyone(PoolCall::process_withdrawals { pool: 0, max: 0 }, no(PoolError::CountOutOfRange)),
		anyone(PoolCall::process_withdrawals { pool: 0, max: u32::MAX }, no(PoolError::CountOutOfRange)),
		anyone(PoolCall::process_withdrawals { pool: 9, max: 1 }, no(PoolError::UnknownPool)),
		anyone(PoolCall::accrue { pool: 0, days: 1 }, OK),
		anyone(PoolCall::accrue { pool: 9, days: 1 }, no(PoolError::UnknownPool)),
		anyone(PoolCall::accrue { pool: 0, days: 0 }, no(PoolError::CountOutOfRange)),
		anyone(PoolCall::accrue { pool: 0, days: 401 }, no(PoolError::CountOutOfRange)),
		row(status(0, PoolStatus::Paused), [BAD, no(PoolError::NotManager), OK, OK]),
		row(
			status(0, PoolStatus::Suspended),
			[BAD, no(PoolError::NotManager), no(PoolError::OnlyReferendum), OK],
		),
		row(
			status(0, PoolStatus::Open),
			[BAD, no(PoolError::NotManager), no(PoolError::StatusUnchanged), no(PoolError::StatusUnchanged)],
		),
		row(
			status(9, PoolStatus::Open),
			[BAD, no(PoolError::UnknownPool), no(PoolError::UnknownPool), no(PoolError::UnknownPool)],
		),
		referendum(PoolCall::list_asset { asset: USDB, min_deposit: 5, min_withdrawal: 5 }, OK),
		referendum(
			PoolCall::list_asset { asset: USDB, min_deposit: 0, min_withdrawal: 5 },
			no(PoolError::MinimumMissing),
		),
		referendum(
			PoolCall::list_asset { asset: AssetId::WithId(9), min_deposit: 5, min_withdrawal: 5 },
			no(PoolError::UnknownAsset),
		),
		referendum(PoolCall::set_asset_group { asset: USDB, group: Some(77) }, OK),
		referendum(
			PoolCall::set_asset_group { asset: AssetId::WithId(9), group: None },
			no(PoolError::AssetNotListed),
		),
		anyone(PoolCall::collect { pool: 0 }, no(PoolError::NothingToCollect)),
		anyone(PoolCall::collect { pool: 9 }, no(PoolError::UnknownPool)),
	]
}

/// Returns the calls about shares and about the settings of a manager. Bob has the only position of
/// pool 0. Pool 1 is private.
fn share_rows() -> Vec<Row> {
	let tranche = Tranche::Junior;
	let bob = || Who::Bob.to_account_id();
	let cancel = |pool, index| PoolCall::cancel_withdrawal { pool, tranche, index };
	let transfer =
		|pool, to: Who, shares| PoolCall::transfer { pool, tranche, to: to.to_account_id(), shares };
	let drop = |pool, who: Who| PoolCall::remove_position { pool, tranche, who: who.to_account_id() };
	let fee = |pool, percent| PoolCall::set_fee { pool, fee: Permill::from_percent(percent) };
	let allow = |pool, is_allowed| PoolCall::set_allowed { pool, who: bob(), is_allowed };
	let mine = |error: PoolError, result| [BAD, no(error), result, BAD];
	vec![
		anyone(cancel(0, 0), no(PoolError::NotYourWithdrawal)),
		anyone(cancel(0, 9), no(PoolError::UnknownWithdrawal)),
		anyone(cancel(9, 0), no(PoolError::UnknownPool)),
		anyone(transfer(0, Who::Eve, 0), no(PoolError::ZeroShares)),
		anyone(transfer(0, Who::Eve, 1), no(PoolError::NotEnoughShares)),
		anyone(transfer(0, Who::Eve, u128::MAX), no(PoolError::NotEnoughShares)),
		anyone(transfer(9, Who::Eve, 1), no(PoolError::UnknownPool)),
		anyone(transfer(1, Who::Eve, 1), no(PoolError::NotAllowed)),
		anyone(drop(0, Who::Bob), no(PoolError::PositionCurrent)),
		anyone(drop(0, Who::Eve), no(PoolError::UnknownPosition)),
		anyone(drop(9, Who::Bob), no(PoolError::UnknownPool)),
		anyone(PoolCall::reopen_tranche { pool: 0, tranche }, no(PoolError::NotExhausted)),
		anyone(PoolCall::reopen_tranche { pool: 9, tranche }, no(PoolError::UnknownPool)),
		row(fee(0, 3), mine(PoolError::NotManager, OK)),
		row(fee(0, 10), mine(PoolError::NotManager, no(PoolError::FeeUnchanged))),
		row(fee(0, 11), mine(PoolError::NotManager, no(PoolError::FeeTooHigh))),
		row(fee(9, 3), mine(PoolError::UnknownPool, no(PoolError::UnknownPool))),
		row(allow(1, true), mine(PoolError::NotManager, OK)),
		row(allow(1, false), mine(PoolError::NotManager, no(PoolError::AllowanceUnchanged))),
		row(allow(0, true), mine(PoolError::NotManager, no(PoolError::NotPrivate))),
		row(allow(9, true), mine(PoolError::UnknownPool, no(PoolError::UnknownPool))),
		// The pool's manager may always deposit.
		row(deposit_call(1, tranche, 100 * USD), mine(PoolError::NotAllowed, OK)),
	]
}

fn reserve_rows() -> Vec<Row> {
	let donate = |asset, amount| ReserveCall::donate { asset, amount };
	let approve = |total, leaves| ReserveCall::approve_programme {
		asset: USDB,
		table: breakwater_reserve::CompensationTable { root: Default::default(), leaves, total },
		period: DAY,
		source: breakwater_reserve::ProgrammeSource::OwnFunds,
	};
	let stake = |asset, amount, min_shares| ReserveCall::stake { asset, amount, min_shares };
	vec![
		anyone(donate(USDB, USD), OK),
		anyone(donate(USDB, 0), no(ReserveError::ZeroAmount)),
		anyone(donate(AssetId::WithId(9), 1), no(ReserveError::AssetNotListed)),
		referendum(ReserveCall::admit_pool { pool: 0 }, OK),
		referendum(ReserveCall::admit_pool { pool: 9 }, no(ReserveError::UnknownPool)),
		referendum(ReserveCall::remove_pool { pool: 0 }, no(ReserveError::NotAdmitted)),
		referendum(ReserveCall::replenish { asset: AssetId::Native, amount: crate::constants::BRKW / 2 }, OK),
		referendum(ReserveCall::replenish { asset: USDB, amount: USD }, no(ReserveError::CannotPay)),
		anyone(ReserveCall::pay_debt { asset: USDB }, no(ReserveError::NoDebt)),
		anyone(stake(USDB, USD, 0), OK),
		anyone(stake(USDB, 0, 0), no(ReserveError::ZeroAmount)),
		anyone(stake(USDB, USD, Balance::MAX), no(ReserveError::TooFewShares)),
		anyone(stake(AssetId::WithId(9), 1, 0), no(ReserveError::AssetNotListed)),
		anyone(ReserveCall::cooldown { asset: USDB, shares: 1 }, no(ReserveError::NoStake)),
		anyone(ReserveCall::unstake { asset: USDB, min_amount: 0 }, no(ReserveError::NoStake)),
		referendum(approve(USD, 1), no(ReserveError::FundsTooLow)),
		referendum(approve(USD, 0), no(ReserveError::LeavesOutOfRange)),
		referendum(
			ReserveCall::approve_programme {
				asset: USDB,
				table: breakwater_reserve::CompensationTable {
					root: Default::default(),
					leaves: 1,
					total: 1,
				},
				period: DAY,
				source: breakwater_reserve::ProgrammeSource::Salvage { incident: 0, pool: 0 },
			},
			no(ReserveError::NoSalvage),
		),
		anyone(
			ReserveCall::collect_compensation {
				programme: 9,
				who: Who::Eve.to_account_id(),
				amount: 1,
				index: 0,
				proof: Default::default(),
			},
			no(ReserveError::UnknownProgramme),
		),
		anyone(ReserveCall::begin_programme { programme: 9 }, no(ReserveError::UnknownProgramme)),
		anyone(ReserveCall::close_programme { programme: 9 }, no(ReserveError::UnknownProgramme)),
		referendum(ReserveCall::grant_emergency { asset: USDB, amount: 0, period: DAY }, OK),
		referendum(
			ReserveCall::grant_emergency { asset: USDB, amount: USD, period: DAY },
			no(ReserveError::BudgetTooHigh),
		),
		referendum(
			ReserveCall::grant_emergency { asset: USDB, amount: USD, period: 1 },
			no(ReserveError::PeriodOutOfRange),
		),
		referendum(
			ReserveCall::advance { asset: USDB, to: Who::Eve.to_account_id(), amount: 1 },
			no(ReserveError::NoBudget),
		),
	]
}

fn sponsor_rows() -> Vec<Row> {
	let name = |product| SponsorCall::name_sponsor { product, sponsor: Who::Eve.to_account_id() };
	let half = Permill::from_percent(50);
	vec![
		referendum(name(0), OK),
		referendum(name(9), no(SponsorError::UnknownProduct)),
		anyone(SponsorCall::pledge { product: 0, amount: USD }, no(SponsorError::NotSponsor)),
		anyone(SponsorCall::pledge { product: 9, amount: USD }, no(SponsorError::UnknownProduct)),
		anyone(SponsorCall::set_share { product: 0, share: half }, no(SponsorError::NoFirstLoss)),
		anyone(SponsorCall::set_share { product: 0, share: Permill::one() }, no(SponsorError::ShareTooHigh)),
		anyone(SponsorCall::request_withdrawal { product: 0, amount: USD }, no(SponsorError::NoFirstLoss)),
		anyone(SponsorCall::withdraw { product: 0 }, no(SponsorError::NoFirstLoss)),
		anyone(SponsorCall::set_route { product: 0, route: None }, no(SponsorError::NotSponsor)),
		anyone(SponsorCall::set_route { product: 9, route: None }, no(SponsorError::UnknownProduct)),
		anyone(SponsorCall::pay_route { product: 0, asset: USDB }, no(SponsorError::NoRoute)),
	]
}

fn policy_rows() -> Vec<Row> {
	let buy = |product, cover, period, max_premium| PolicyCall::buy {
		order: order(product, cover, period, max_premium),
		beneficiary: None,
	};
	vec![
		anyone(buy(0, 100 * USD, 30 * DAY, USD * 100), OK),
		anyone(buy(9, 100 * USD, 30 * DAY, USD), no(PolicyError::UnknownProduct)),
		anyone(buy(0, 0, 30 * DAY, USD), no(PolicyError::CoverOutOfRange)),
		anyone(buy(0, u128::MAX, 30 * DAY, USD), no(PolicyError::CoverOutOfRange)),
		anyone(buy(0, 100 * USD, 0, USD), no(PolicyError::PeriodOutOfRange)),
		anyone(buy(0, 100 * USD, u64::MAX, USD), no(PolicyError::PeriodOutOfRange)),
		anyone(buy(0, 400_000 * USD, 30 * DAY, u128::MAX), no(PolicyError::NoCapacity)),
		anyone(buy(0, 100 * USD, 30 * DAY, 0), no(PolicyError::PremiumAboveLimit)),
		anyone(
			PolicyCall::buy {
				order: Order { version: 2, ..order(0, 100 * USD, 30 * DAY, USD * 100) },
				beneficiary: None,
			},
			no(PolicyError::TermsChanged),
		),
		anyone(PolicyCall::prune { policy: 0 }, no(PolicyError::NotExpired)),
		anyone(PolicyCall::prune { policy: 9 }, no(PolicyError::UnknownPolicy)),
		anyone(PolicyCall::collect_commission { policy: 0 }, no(PolicyError::NoCommission)),
		anyone(PolicyCall::collect_commission { policy: 9 }, no(PolicyError::UnknownPolicy)),
	]
}

/// Returns the calls about products and their risk. Proposal 0 is the owner's.
fn listing_rows() -> Vec<Row> {
	use breakwater_products::risk::{default_admission, default_rules};
	let facts = listing(true).facts;
	let set_facts = |product, facts| ProductCall::update_facts { product, facts };
	let rules = |rules| ProductCall::set_class_rules { class: RiskClass::Nft, rules };
	let propose = |listing| ProductCall::propose_product { listing: Box::new(listing) };
	let withdraw = |proposal| ProductCall::withdraw_proposal { proposal };
	let requires = default_admission(RiskClass::Nft);
	let admission = |min_audits| {
		let rules = AdmissionRules { min_audits, ..requires };
		ProductCall::set_admission_rules { class: RiskClass::Nft, rules }
	};
	let unsound = ClassRules { margin: 0, ..default_rules(RiskClass::Nft) };
	let unknown = || no(ProductError::UnknownProposal);
	let mut free = terms(true);
	free.price.base = 0;
	let status = |product, status| ProductCall::set_status { product, status };
	vec![
		referendum(list_product_call(false), OK),
		referendum(
			ProductCall::update_terms { product: 0, terms: terms(true), uri: listing(true).uri },
			no(ProductError::NothingToChange),
		),
		referendum(
			ProductCall::update_terms { product: 9, terms: terms(true), uri: listing(true).uri },
			no(ProductError::UnknownProduct),
		),
		referendum(
			ProductCall::update_terms { product: 0, terms: free, uri: listing(true).uri },
			no(ProductError::PriceOutOfRange),
		),
		referendum(status(0, ProductStatus::Paused), OK),
		referendum(status(0, ProductStatus::Active), no(ProductError::NothingToChange)),
		referendum(status(9, ProductStatus::Active), no(ProductError::UnknownProduct)),
		referendum(
			list_call(Listing { uri: Default::default(), ..listing(true) }),
			no(ProductError::UriUnreadable),
		),
		referendum(set_facts(0, RiskFacts { audits: 3, ..facts }), OK),
		referendum(set_facts(0, facts), no(ProductError::NothingToChange)),
		referendum(
			set_facts(0, RiskFacts { deployed: Day::MAX, ..facts }),
			no(ProductError::FactsOutOfRange),
		),
		referendum(
			set_facts(0, RiskFacts { reviewed: Day::MAX, ..facts }),
			no(ProductError::FactsOutOfRange),
		),
		referendum(set_facts(0, RiskFacts { reviewed: 0, ..facts }), no(ProductError::OlderReview)),
		referendum(set_facts(9, facts), no(ProductError::UnknownProduct)),
		referendum(rules(default_rules(RiskClass::Depeg)), OK),
		referendum(rules(default_rules(RiskClass::Nft)), no(ProductError::NothingToChange)),
		referendum(rules(unsound), no(ProductError::RulesOutOfRange)),
		referendum(admission(20), OK),
		referendum(admission(requires.min_audits), no(ProductError::NothingToChange)),
		referendum(admission(21), no(ProductError::RulesOutOfRange)),
		anyone(propose(listing(true)), OK),
		anyone(
			propose(Listing { name: Default::default(), ..listing(true) }),
			no(ProductError::NameUnreadable),
		),
		referendum(ProductCall::approve_product { proposal: 0 }, OK),
		referendum(ProductCall::approve_product { proposal: 9 }, unknown()),
		row(withdraw(0), [BAD, no(ProductError::NotSponsor), OK, OK]),
		row(withdraw(9), [BAD, unknown(), unknown(), unknown()]),
		anyone(ProductCall::delist { product: 0 }, no(ProductError::NotRetired)),
		anyone(ProductCall::delist { product: 9 }, no(ProductError::UnknownProduct)),
	]
}

/// Returns the calls of a holder. Policy 0 belongs to Ferdie, whose origin is not among those
/// tried.
fn holder_rows() -> Vec<Row> {
	let max_premium = u128::MAX;
	let to = || Who::Eve.to_account_id();
	let buy_with = |cover| PolicyCall::buy_with {
		order: order(0, cover, 30 * DAY, max_premium),
		call: Box::new(frame_system::Call::remark { remark: Vec::new() }.into()),
	};
	let renewal =
		breakwater_policies::types::RenewalTerms { period: 30 * DAY, max_premium: USD, prepaid: USD };
	let set_renewal = |policy, renewal| PolicyCall::set_renewal { policy, renewal };
	vec![
		anyone(PolicyCall::increase { policy: 0, by: USD, max_premium }, no(PolicyError::NotHolder)),
		anyone(PolicyCall::increase { policy: 9, by: USD, max_premium }, no(PolicyError::UnknownPolicy)),
		anyone(PolicyCall::extend { policy: 0, time: DAY, max_premium }, no(PolicyError::NotHolder)),
		anyone(PolicyCall::extend { policy: 9, time: DAY, max_premium }, no(PolicyError::UnknownPolicy)),
		anyone(PolicyCall::decrease { policy: 0, by: USD, min_refund: 0 }, no(PolicyError::NotHolder)),
		anyone(PolicyCall::decrease { policy: 9, by: USD, min_refund: 0 }, no(PolicyError::UnknownPolicy)),
		anyone(PolicyCall::cancel { policy: 0, min_refund: 0 }, no(PolicyError::NotHolder)),
		anyone(PolicyCall::cancel { policy: 9, min_refund: 0 }, no(PolicyError::UnknownPolicy)),
		anyone(PolicyCall::transfer { policy: 0, to: to() }, no(PolicyError::NotHolder)),
		anyone(PolicyCall::transfer { policy: 9, to: to() }, no(PolicyError::UnknownPolicy)),
		anyone(set_renewal(0, Some(renewal)), no(PolicyError::NotHolder)),
		anyone(set_renewal(9, None), no(PolicyError::UnknownPolicy)),
		anyone(PolicyCall::renew { policy: 0 }, no(PolicyError::NoRenewal)),
		anyone(PolicyCall::renew { policy: 9 }, no(PolicyError::UnknownPolicy)),
		anyone(buy_with(100 * USD), OK),
		anyone(buy_with(0), no(PolicyError::CoverOutOfRange)),
	]
}

fn assessment_rows() -> Vec<Row> {
	let report = |product| AssessmentCall::report_incident {
		product,
		occurred_at: 1,
		evidence: Default::default(),
		uri: Uri::default(),
		max_bond: 0,
	};
	let propose = |incident| AssessmentCall::propose_outcome {
		incident,
		verdict: Verdict::NotCovered,
		uri: Uri::default(),
		max_bond: 0,
	};
	let adopt = |incident| AssessmentCall::adopt_outcome { incident, choice: Choice::Proposal(0) };
	let who = || OWNER.to_account_id();
	let long_ago = || no(AssessmentError::TooLongAgo);
	let unknown = || no(AssessmentError::UnknownAssessment);
	vec![
		row(report(9), [BAD, long_ago(), long_ago(), long_ago()]),
		anyone(propose(0), no(AssessmentError::NotInAssessment)),
		anyone(propose(9), unknown()),
		referendum(adopt(0), no(AssessmentError::NotInCase)),
		referendum(adopt(9), unknown()),
		anyone(AssessmentCall::process { incident: 0 }, no(AssessmentError::NothingToDo)),
		anyone(AssessmentCall::process { incident: 9 }, unknown()),
		anyone(AssessmentCall::collect_bond { incident: 0, who: who() }, no(AssessmentError::NoBondDue)),
		anyone(AssessmentCall::collect_bond { incident: 9, who: who() }, unknown()),
		anyone(AssessmentCall::sweep_bonds { incident: 0 }, no(AssessmentError::NotOver)),
		anyone(AssessmentCall::sweep_bonds { incident: 9 }, unknown()),
	]
}

fn claim_rows() -> Vec<Row> {
	let claim = |incident| ClaimCall::claim {
		incident,
		policy: 0,
		loss: 1,
		index: 0,
		proof: Proof::default(),
		signature: AccountSignature::Ed25519([0; 64]),
	};
	let evidence = |incident| ClaimCall::file_evidence {
		incident,
		policy: 0,
		hash: Default::default(),
		uri: Uri::default(),
	};
	let recover = |incident| ClaimCall::recover { incident, pool: 0, amount: 1 };
	vec![
		anyone(ClaimCall::process { incident: 0, max: 1 }, no(ClaimError::NothingToDo)),
		anyone(ClaimCall::process { incident: 0, max: 0 }, no(ClaimError::StepsOutOfRange)),
		anyone(ClaimCall::process { incident: 0, max: u32::MAX }, no(ClaimError::StepsOutOfRange)),
		anyone(ClaimCall::process { incident: 9, max: 1 }, no(ClaimError::UnknownIncident)),
		anyone(ClaimCall::collect { incident: 0, policy: 0 }, no(ClaimError::UnknownClaim)),
		anyone(ClaimCall::collect { incident: 9, policy: 0 }, no(ClaimError::UnknownIncident)),
		anyone(claim(0), no(ClaimError::NoClaimWindow)),
		anyone(claim(9), no(ClaimError::UnknownIncident)),
		anyone(evidence(9), no(ClaimError::UnknownIncident)),
		anyone(recover(0), no(ClaimError::NotPayableYet)),
		anyone(recover(9), no(ClaimError::UnknownIncident)),
		anyone(ClaimCall::close { incident: 0 }, no(ClaimError::NotOver)),
		anyone(ClaimCall::close { incident: 9 }, no(ClaimError::UnknownIncident)),
	]
}

/// Returns the calls about operators and feeds. The owner is no operator, and the stranger (Dave)
/// is one.
fn feed_rows() -> Vec<Row> {
	let who = |who: Who| who.to_account_id();
	let slash = |of: Who, amount| FeedCall::slash { who: who(of), amount, ruling: [7; 32] };
	let swap = |old: Who, new: Who| FeedCall::swap_key { old: who(old), new: who(new) };
	let rules = FeedRules {
		heartbeat: DAY,
		min_operators: 3,
		max_price: None,
		reward_interval: HOUR,
		reward: constants::BRKW,
	};
	let set = |rules| FeedCall::set_feed { feed: FEED, rules: Some(rules) };
	let operators = |call: FeedCall, stranger, owner: FeedError| row(call, [BAD, stranger, no(owner), BAD]);
	vec![
		referendum(FeedCall::appoint { who: who(Who::Bob) }, OK),
		referendum(FeedCall::appoint { who: who(Who::Eve) }, no(FeedError::AlreadyOperator)),
		operators(FeedCall::accept {}, no(FeedError::NotAppointed), FeedError::NotAppointed),
		operators(FeedCall::resign {}, OK, FeedError::NotOperator),
		referendum(dismiss_call(Who::Eve), OK),
		referendum(dismiss_call(Who::Bob), no(FeedError::NotOperator)),
		referendum(slash(Who::Eve, 0), no(FeedError::ZeroAmount)),
		referendum(slash(Who::Bob, 1), no(FeedError::UnknownOperator)),
		operators(FeedCall::top_up {}, no(FeedError::NothingToAdd), FeedError::NotOperator),
		operators(FeedCall::withdraw_bond {}, no(FeedError::NotLeaving), FeedError::UnknownOperator),
		referendum(swap(Who::Eve, Who::Bob), OK),
		referendum(swap(Who::Bob, Who::Ferdie), no(FeedError::UnknownOperator)),
		referendum(swap(Who::Eve, Who::Dave), no(FeedError::AlreadyOperator)),
		referendum(set(rules), no(FeedError::FeedInUse)),
		referendum(FeedCall::set_feed { feed: FEED + 1, rules: Some(rules) }, OK),
		referendum(set(FeedRules { heartbeat: 1, ..rules }), no(FeedError::HeartbeatOutOfRange)),
		referendum(set(FeedRules { min_operators: 2, ..rules }), no(FeedError::OperatorsOutOfRange)),
		referendum(set(FeedRules { max_price: Some(0), ..rules }), no(FeedError::PriceOutOfRange)),
		referendum(set(FeedRules { reward_interval: 0, ..rules }), no(FeedError::RewardIntervalOutOfRange)),
		referendum(set(FeedRules { reward: u128::MAX, ..rules }), no(FeedError::RewardOutOfRange)),
		referendum(FeedCall::set_feed { feed: FEED + 1, rules: None }, no(FeedError::RulesUnchanged)),
		operators(feed_call(FEED, 1_000), OK, FeedError::NotActive),
		operators(feed_call(FEED + 1, 1_000), no(FeedError::NotListed), FeedError::NotActive),
		operators(values_call(&[]), no(FeedError::NoValues), FeedError::NoValues),
		operators(values_call(&[(FEED, 1); 2]), no(FeedError::FeedNamedTwice), FeedError::NotActive),
		anyone(FeedCall::fund { amount: constants::BRKW }, OK),
		anyone(FeedCall::fund { amount: 0 }, no(FeedError::ZeroAmount)),
		anyone(FeedCall::collect {}, no(FeedError::NothingToCollect)),
	]
}

/// Returns the calls about bounties. The owner (Alice) manages the programme of product 0, to which
/// the stranger (Dave) has committed a report.
fn bounty_rows() -> Vec<Row> {
	use breakwater_bounties::{BountyTerms, Claim, ReportDecision, Severity};
	let terms = super::bounties::bounty_terms;
	let open = |product, manager: Option<Who>| BountyCall::open_programme {
		product,
		manager: manager.map(|who| who.to_account_id()),
		terms: terms(),
	};
	let set =
		|product| BountyCall::set_terms { product, terms: BountyTerms { vesting: 20 * DAY, ..terms() } };
	let request = |product| BountyCall::request_withdrawal { product, amount: 1 };
	let commit = |product| BountyCall::commit_report {
		product,
		commitment: Default::default(),
		min_reserved: 0,
		terms: terms().hash(),
	};
	let claim = Claim::Finding(Severity::Critical);
	let reveal = |report| BountyCall::reveal_report {
		report,
		claim,
		report_hash: Default::default(),
		salt: Default::default(),
	};
	let decide = |report| BountyCall::decide { report, decision: ReportDecision::Rejected };
	let dispute = |report| BountyCall::dispute { report, max_bond: 0 };
	let adopt = |report| BountyCall::adopt_decision { report, choice: Choice::NotCovered };
	let mine = |call: BountyCall, result| row(call, [BAD, no(BountyError::NotManager), result, BAD]);
	let reporters = |call: BountyCall, result| row(call, [BAD, result, no(BountyError::NotReporter), BAD]);
	let (no_programme, no_report) = (|| no(BountyError::UnknownProgramme), || no(BountyError::UnknownReport));
	let not_sponsor = || no(BountyError::NotSponsor);
	vec![
		row(open(0, Some(OWNER)), [BAD, not_sponsor(), not_sponsor(), no(BountyError::ProgrammeExists)]),
		row(open(0, None), [BAD, not_sponsor(), not_sponsor(), no(BountyError::NoManager)]),
		row(
			open(9, Some(OWNER)),
			[
				BAD,
				no(BountyError::UnknownProduct),
				no(BountyError::UnknownProduct),
				no(BountyError::UnknownProduct),
			],
		),
		mine(set(0), OK),
		anyone(set(9), no_programme()),
		anyone(BountyCall::fund { product: 0, amount: USD }, OK),
		anyone(BountyCall::fund { product: 9, amount: USD }, no_programme()),
		anyone(BountyCall::fund { product: 0, amount: 0 }, no(BountyError::ZeroAmount)),
		mine(request(0), OK),
		anyone(request(9), no_programme()),
		mine(BountyCall::withdraw { product: 0 }, no(BountyError::NoRequest)),
		anyone(BountyCall::withdraw { product: 9 }, no_programme()),
		mine(BountyCall::close_programme { product: 0 }, no(BountyError::ReportsLeft)),
		anyone(BountyCall::close_programme { product: 9 }, no_programme()),
		anyone(commit(0), OK),
		anyone(commit(9), no_programme()),
		reporters(reveal(0), no(BountyError::WrongCommitment)),
		anyone(reveal(9), no_report()),
		mine(BountyCall::acknowledge { report: 0 }, no(BountyError::WrongStage)),
		anyone(BountyCall::acknowledge { report: 9 }, no_report()),
		mine(decide(0), no(BountyError::WrongStage)),
		anyone(decide(9), no_report()),
		reporters(dispute(0), no(BountyError::WrongStage)),
		anyone(dispute(9), no_report()),
		referendum(adopt(0), no(BountyError::NotInCase)),
		referendum(adopt(9), no_report()),
		anyone(BountyCall::process { report: 0 }, no(BountyError::NothingToDo)),
		anyone(BountyCall::process { report: 9 }, no_report()),
		anyone(BountyCall::collect { report: 0 }, no(BountyError::NothingToCollect)),
		anyone(BountyCall::collect { report: 9 }, no_report()),
		referendum(BountyCall::match_reward { report: 0 }, no(BountyError::NotCritical)),
		referendum(BountyCall::match_reward { report: 9 }, no_report()),
		referendum(BountyCall::revoke_unvested { report: 0 }, no(BountyError::NothingToRevoke)),
		referendum(BountyCall::revoke_unvested { report: 9 }, no_report()),
		anyone(BountyCall::begin_match { report: 0 }, no(BountyError::NotCritical)),
		anyone(BountyCall::begin_match { report: 9 }, no_report()),
	]
}

/// Returns the calls about validators. The owner (Alice) is one, and the stranger has no session
/// keys.
fn validator_rows() -> Vec<Row> {
	let who = |who: Who| who.to_account_id();
	let bond = genesis_config_presets::VALIDATOR_BOND;
	let rows =
		|call: ValidatorCall, stranger: ValidatorError, owner| row(call, [BAD, no(stranger), owner, BAD]);
	let candidates = |call, owner| rows(call, ValidatorError::NotCandidate, owner);
	vec![
		rows(
			ValidatorCall::register { bond },
			ValidatorError::NoSessionKeys,
			no(ValidatorError::AlreadyCandidate),
		),
		referendum(ValidatorCall::approve { who: who(Who::Bob) }, no(ValidatorError::NotCandidate)),
		referendum(ValidatorCall::approve { who: who(Who::Alice) }, no(ValidatorError::AlreadyApproved)),
		referendum(ValidatorCall::remove { who: who(Who::Alice) }, no(ValidatorError::LastCandidate)),
		candidates(ValidatorCall::retire {}, no(ValidatorError::LastCandidate)),
		candidates(ValidatorCall::add_bond { amount: 1 }, OK),
		candidates(ValidatorCall::resume {}, no(ValidatorError::NotSuspended)),
		rows(ValidatorCall::withdraw_bond {}, ValidatorError::NotLeaving, no(ValidatorError::NotLeaving)),
		anyone(ValidatorCall::fund { amount: 1 }, OK),
		anyone(ValidatorCall::fund { amount: 0 }, no(ValidatorError::ZeroAmount)),
	]
}

fn root_hash() -> Vec<u8> {
	sp_io::storage::root(sp_runtime::StateVersion::V1)
}

/// Tries each row. The outcome of a success is undone.
fn try_all(env: &mut Env, rows: Vec<Row>) -> usize {
	let mut tried = 0;
	for Row(call, expected) in rows {
		// A call that only a referendum may make has to fit into the capacity of the scheduler.
		let len = u32::try_from(call.encoded_size()).ok();
		assert!(expected[3] == BAD || can_run(&call, len), "{call:?} could not be enacted");
		let origins = [
			RuntimeOrigin::none(),
			RuntimeOrigin::signed(STRANGER.to_account_id()),
			RuntimeOrigin::signed(OWNER.to_account_id()),
			RuntimeOrigin::root(),
		];
		for (kind, (origin, expected)) in origins.into_iter().zip(expected).enumerate() {
			tried += 1;
			env.run(|| {
				let before = root_hash();
				let result = with_transaction_unchecked(|| {
					let result = call.clone().dispatch(origin).map(|_| ()).map_err(|e| e.error);
					match result {
						Ok(()) => TransactionOutcome::Rollback(result),
						Err(_) => TransactionOutcome::Commit(result),
					}
				});
				assert_eq!(result, expected, "{call:?} with origin {kind}");
				assert_eq!(root_hash(), before, "{call:?} with origin {kind} changed the state");
			});
		}
	}
	tried
}

fn names(rows: &[Row]) -> BTreeSet<(&'static str, &'static str)> {
	use frame_support::traits::GetCallMetadata;
	rows.iter()
		.map(|Row(call, _)| {
			let metadata = call.get_call_metadata();
			(metadata.pallet_name, metadata.function_name)
		})
		.collect()
}

#[test]
fn calls_should_be_refused_with_named_errors_and_change_nothing() {
	let mut rows = pool_rows();
	rows.extend(reserve_rows());
	rows.extend(sponsor_rows());
	rows.extend(policy_rows());
	rows.extend(listing_rows());
	rows.extend(holder_rows());
	rows.extend(share_rows());
	rows.extend(feed_rows());
	rows.extend(validator_rows());
	rows.extend(bounty_rows());
	let mut env = Env::insured(true);
	let private = PoolOptions { is_private: true, ..pool_options(100, 10) };
	assert_ok!(env.submit(create_pool_call(USDB, private), OWNER));
	assert_ok!(env.submit(ProductCall::propose_product { listing: Box::new(listing(true)) }, OWNER));
	let terms = super::bounties::bounty_terms();
	let read = terms.hash();
	let manager = Some(OWNER.to_account_id());
	assert_ok!(env.root(BountyCall::open_programme { product: 0, manager, terms }));
	assert_ok!(env.submit(BountyCall::fund { product: 0, amount: 200_000 * USD }, OWNER));
	let commitment = Default::default();
	let commit = BountyCall::commit_report { product: 0, commitment, min_reserved: USD, terms: read };
	assert_ok!(env.submit(commit, STRANGER));
	let tranche = Tranche::Junior;
	// Shares of a hundred USDB.
	let shares = 100 * USD * 1_000_000;
	assert_ok!(env.submit(PoolCall::request_withdrawal { pool: 0, tranche, shares, min_out: 0 }, Who::Bob));
	let mut covered = names(&rows);
	let mut tried = try_all(&mut env, rows);

	let rows: Vec<_> = assessment_rows().into_iter().chain(claim_rows()).collect();
	covered.extend(names(&rows));
	env.pass_time_with_price(3 * HOUR, 900);
	assert!(env.run(|| incident_of(0)).is_some());
	tried += try_all(&mut env, rows);
	// While the incident is open.
	tried += try_all(
		&mut env,
		vec![
			anyone(buy_call(100 * USD), no(PolicyError::IncidentOpen)),
			anyone(deposit_call(0, tranche, 100 * USD), no(PoolError::PoolFrozen)),
			anyone(deposit_call(0, Tranche::Senior, 100 * USD), no(PoolError::PoolFrozen)),
			anyone(
				PoolCall::transfer { pool: 0, tranche, to: Who::Eve.to_account_id(), shares: 1 },
				no(PoolError::PoolFrozen),
			),
			anyone(PoolCall::process_withdrawals { pool: 0, max: 1 }, no(PoolError::PoolFrozen)),
			anyone(PolicyCall::prune { policy: 0 }, no(PolicyError::NotExpired)),
		],
	);
	println!("origins: {tried} attempts");

	let all: [(&str, &[&str]); 9] = [
		("Pools", PoolCall::get_call_names()),
		("Reserve", ReserveCall::get_call_names()),
		("Policies", PolicyCall::get_call_names()),
		("Products", ProductCall::get_call_names()),
		("Assessment", AssessmentCall::get_call_names()),
		("Claims", ClaimCall::get_call_names()),
		("Feeds", FeedCall::get_call_names()),
		("Validators", ValidatorCall::get_call_names()),
		("Bounties", BountyCall::get_call_names()),
	];
	for (pallet, calls) in all {
		for call in calls {
			assert!(covered.contains(&(pallet, *call)), "{pallet}.{call} is not in the table");
		}
	}
}
