// SPDX-License-Identifier: Apache-2.0

//! Quotes, products and proposals of products.

use super::{name_of, units::*, MAX_PRODUCTS};
use crate::{AccountId, Balance, Policies, Products, Runtime};
use alloc::{format, string::String, vec::Vec};
use breakwater_primitives as raw;
use breakwater_products::{Listing, ProposalId};
use codec::{Decode, Encode};
use raw::{
	interest::InsuredChain, Direction, FeedSet, GroupId, Moment, PoolId, ProductId, ProductStatus, RiskClass,
	TermsVersion,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

/// The price of a policy, as `policies.buy` would charge it in this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote {
	/// The offer in one line.
	pub summary: String,
	/// The asset of premium, cover and payout.
	pub asset: Asset,
	/// Premium and commission together: the least `max_premium` of an order.
	pub to_pay: Amount,
	/// The part that goes to the pools.
	pub premium: Amount,
	/// The part that goes to the distributor on top of the premium, rounded up.
	pub commission: Amount,
	/// The split of the premium as it is earned, at the shares of today.
	pub split: PremiumSplit,
	/// The version of the terms, as an order names it.
	pub version: TermsVersion,
	/// The pools that would back the policy.
	pub placement: Vec<Placed>,
	/// The use of the capacity of all pools of the product before the purchase.
	pub utilisation_before: Permill,
	/// The use of the same capacity after the purchase.
	pub utilisation_after: Permill,
	/// The annual rate from which the price rises: the highest of the terms' least rate, the risk's
	/// and the option's.
	pub base_rate: Rate,
	/// The annual rate of the risk class and the facts, rounded up.
	pub risk_rate: Rate,
	/// The factor in it of the age of the last review: one, or more if the facts are stale.
	pub stale_factor: Number,
	/// The annual rate of the option that the policy is, rounded up. Zero where people assess.
	pub option_rate: Rate,
	/// The part of losses that sponsors bear before the underwriters, rounded down. It is taken off
	/// the rates of risk and option.
	pub relief: Rate,
	/// The part of the premium that is charged at the base rate, rounded up.
	pub base_premium: Amount,
	/// The beginning of cover: the end of waiting.
	pub starts_at: Date,
	/// The end of cover.
	pub ends_at: Date,
	/// The largest policy that could be backed now.
	pub room: Amount,
}

impl Quote {
	/// Returns a quote for `cover`, or the reason why `policies.buy` would refuse.
	pub fn of(
		product: ProductId,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Self, Refusal> {
		let quote = Policies::quote(product, cover, period, commission)?;
		let asset = Asset::of(quote.asset);
		let amount = |units| asset.amount(units);
		let (starts_at, ends_at): (Date, Date) = (quote.starts_at.into(), quote.ends_at.into());
		// Saturating, as the sum is only shown. An amount that cannot be paid is refused above.
		let to_pay = amount(quote.premium.saturating_add(quote.commission));
		let summary = format!(
			"{} on {} from {} to {} (UTC) for {}",
			amount(cover).text,
			name_of(product),
			starts_at.utc,
			ends_at.utc,
			to_pay.text
		);
		Ok(Self {
			summary,
			to_pay,
			premium: amount(quote.premium),
			commission: amount(quote.commission),
			split: PremiumSplit {
				reserve: amount(quote.split.reserve),
				treasury: amount(quote.split.treasury),
				manager: amount(quote.split.manager),
				underwriters: amount(quote.split.underwriters),
			},
			version: quote.version,
			placement: placed(&quote.placement, &asset),
			utilisation_before: quote.utilisation_before,
			utilisation_after: quote.utilisation_after,
			base_rate: quote.base_rate.into(),
			risk_rate: quote.risk_rate.into(),
			stale_factor: stale_factor(product).into(),
			option_rate: quote.option_rate.into(),
			relief: quote.relief.into(),
			base_premium: amount(quote.base_premium),
			starts_at,
			ends_at,
			room: amount(quote.room),
			asset,
		})
	}
}

/// Returns the factor of the age of a product's last review, in 10^-18.
fn stale_factor(product: ProductId) -> u128 {
	let listed = breakwater_products::Products::<Runtime>::get(product);
	listed.map_or(raw::ONE, |listed| Products::stale_factor(listed.class, &listed.facts))
}

/// The split of a premium. The loan of a pool to the reserve is repaid out of the underwriters'
/// part.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PremiumSplit {
	/// The reserve's part.
	pub reserve: Amount,
	/// The treasury's part.
	pub treasury: Amount,
	/// The part of the pools' managers.
	pub manager: Amount,
	/// The part of the pools' underwriters.
	pub underwriters: Amount,
}

/// The part of a policy that one pool backs.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Placed {
	/// The pool.
	pub pool: PoolId,
	/// The cover that the pool backs. Of a policy, the cover that is not claimed yet.
	pub cover: Amount,
	/// The pool's part of the premium. Of a policy, the part that is not earned yet, rounded down.
	pub premium: Amount,
}

pub(super) fn placed(parts: &[raw::Placed], asset: &Asset) -> Vec<Placed> {
	let shown = |part: &raw::Placed| Placed {
		pool: part.pool,
		cover: asset.amount(part.cover),
		premium: asset.amount(part.premium),
	};
	parts.iter().map(shown).collect()
}

/// A product as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProductState {
	/// The product's number.
	pub product: ProductId,
	/// The product's name.
	pub name: String,
	/// The asset of premium, cover and payout.
	pub asset: Asset,
	/// True if the smallest cover can be bought now.
	pub is_for_sale: bool,
	/// The reason why the smallest cover cannot be bought. None if it can.
	pub refusal: Option<Refusal>,
	/// The annual rates for the longest period. None while no cover is sold.
	pub rates: Option<ProductRates>,
	/// The largest policy that could be backed now.
	pub room: Amount,
	/// The capacity of the product's pools. A pool that is frozen, not open or not accrued does not
	/// count.
	pub capacity: Amount,
	/// The cover in force in its pools, for each pool at most its capacity.
	pub exposure: Amount,
	/// The cover left of all its policies, as long as their records are kept.
	pub insured: Amount,
	/// The money of sponsors that pays claims before any underwriter.
	pub first_loss: Amount,
	/// The part of all cover that it is pledged for, as new prices count it.
	pub first_loss_share: Permill,
	/// The status that referenda set.
	pub status: ProductStatus,
	/// The kind of risk.
	pub class: RiskClass,
	/// The correlation group. Products that are expected to fail together share one.
	pub group: GroupId,
	/// The way in which an event is decided.
	pub decision: Decision,
	/// The version of the terms that is sold, as an order names it.
	pub version: TermsVersion,
	/// The terms of this version.
	pub terms: Terms,
	/// The place where the wording can be read. Compare its hash with that of the terms.
	pub uri: String,
	/// The known facts about the product.
	pub facts: RiskFacts,
	/// True if the facts are good enough for the reserve: age, audits and bounty meet what the risk
	/// class asks for, and the last review is not too old.
	pub is_admissible: bool,
}

impl ProductState {
	/// Returns a product, or `None` for an unknown one.
	pub fn of(product: ProductId) -> Option<Self> {
		let state = Policies::product_state(product)?;
		let asset = Asset::of(state.asset);
		let refusal = state.sale.err().map(Refusal::from);
		Some(Self {
			product,
			name: text(&state.name),
			is_for_sale: refusal.is_none(),
			refusal,
			rates: state.rates.map(|rates| ProductRates {
				base: rates.base.into(),
				risk: rates.risk.into(),
				option: rates.option.into(),
			}),
			room: asset.amount(state.room),
			capacity: asset.amount(state.capacity),
			exposure: asset.amount(state.exposure),
			insured: asset.amount(state.insured),
			first_loss: asset.amount(state.first_loss.amount),
			first_loss_share: state.first_loss.share,
			status: state.status,
			class: state.class,
			group: state.group,
			decision: Decision::of(&state.decision),
			version: state.version,
			terms: Terms::of(&state.terms, &asset),
			uri: text(&state.uri),
			facts: RiskFacts::of(&state.facts, state.class, &asset),
			is_admissible: <Products as raw::Admission>::is_admissible(product),
			asset,
		})
	}

	/// Returns a page of all products, by number.
	pub fn page(after: Option<ProductId>, limit: u32) -> Page<Self> {
		let end = breakwater_products::NextProduct::<Runtime>::get();
		Page::of(rising(after, end), limit, MAX_PRODUCTS, Self::of)
	}
}

/// The annual rates of cover for a product's longest period.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProductRates {
	/// The rate from which the price rises with utilisation.
	pub base: Rate,
	/// The rate of the risk class and the facts.
	pub risk: Rate,
	/// The rate of the option that the cover is. Zero where people assess.
	pub option: Rate,
}

/// A product that a sponsor proposes. A referendum approves exactly this, with
/// `products.approveProduct`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProposalState {
	/// The proposal's number.
	pub proposal: ProposalId,
	/// The sponsor.
	pub sponsor: AccountId,
	/// The name.
	pub name: String,
	/// The asset of premium, cover and payout.
	pub asset: Asset,
	/// The kind of risk.
	pub class: RiskClass,
	/// The correlation group.
	pub group: GroupId,
	/// The way in which an event is decided.
	pub decision: Decision,
	/// The terms.
	pub terms: Terms,
	/// The place where the wording can be read. Compare its hash with that of the terms.
	pub uri: String,
	/// The known facts about the product.
	pub facts: RiskFacts,
}

impl ProposalState {
	fn of(proposal: ProposalId, sponsor: AccountId, listing: Listing) -> Self {
		let asset = Asset::of(listing.asset);
		Self {
			proposal,
			sponsor,
			name: text(&listing.name),
			class: listing.class,
			group: listing.group,
			decision: Decision::of(&listing.decision),
			terms: Terms::of(&listing.terms, &asset),
			uri: text(&listing.uri),
			facts: RiskFacts::of(&listing.facts, listing.class, &asset),
			asset,
		}
	}

	/// Returns a page of all proposals, the newest first.
	pub fn page(after: Option<ProposalId>, limit: u32) -> Page<Self> {
		let limit = if limit == 0 { MAX_PRODUCTS } else { limit.min(MAX_PRODUCTS) };
		let found = Products::proposals(after, limit);
		let last = found.last().map(|(proposal, ..)| *proposal);
		let next = last.filter(|last| !Products::proposals(Some(*last), 1).is_empty());
		let shown = |(proposal, sponsor, listing)| Self::of(proposal, sponsor, listing);
		Page { items: found.into_iter().map(shown).collect(), next }
	}
}

/// The known facts about a product. New prices depend on them. The prices of policies in force do
/// not.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RiskFacts {
	/// The number of audits that count.
	pub audits: u8,
	/// The day of its deployment.
	pub deployed: Calendar,
	/// The bug bounty.
	pub bounty: Amount,
	/// The funds that the covered protocol holds. The bounty is compared with them.
	pub at_stake: Amount,
	/// The number of past incidents.
	pub past_incidents: u8,
	/// The day of the last review of all this.
	pub reviewed: Calendar,
	/// The last day on which this review counts as new. After it the facts are stale: the price
	/// rises, and the reserve takes no further cover of the product.
	pub fresh_until: Calendar,
	/// The factor by which the age of the review raises the expected losses now; one if not at all.
	pub stale_factor: Number,
}

impl RiskFacts {
	fn of(facts: &raw::RiskFacts, class: RiskClass, asset: &Asset) -> Self {
		let review = Products::rules_of(class).review();
		Self {
			audits: facts.audits,
			deployed: facts.deployed.into(),
			bounty: asset.amount(facts.bounty),
			at_stake: asset.amount(facts.at_stake),
			past_incidents: facts.incidents,
			reviewed: facts.reviewed.into(),
			// Saturating, as the day is only shown.
			fresh_until: facts.reviewed.saturating_add(review.days).into(),
			stale_factor: Products::stale_factor(class, facts).into(),
		}
	}
}

/// The way in which an event is decided. It never changes for a product.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Decision {
	/// By price feeds.
	#[codec(index = 0)]
	Trigger(Trigger),
	/// By people, for each insured account.
	#[codec(index = 1)]
	Assessment {
		/// The chain on which the insured accounts are.
		chain: InsuredChain,
	},
}

impl Decision {
	fn of(decision: &raw::Decision) -> Self {
		match decision {
			raw::Decision::Trigger(trigger) => Self::Trigger(Trigger::of(trigger)),
			raw::Decision::Assessment { chain } => Self::Assessment { chain: *chain },
		}
	}
}

/// The trigger of a product. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Trigger {
	/// The feeds, and the way in which they count together.
	pub feeds: FeedSet,
	/// The side of the threshold that is a breach.
	pub direction: Direction,
	/// The price that the average has to reach.
	pub threshold: Number,
	/// The length of the time-weighted average.
	pub window: Span,
	/// The time for which a breach has to last before claims are paid. A recovery has to last as
	/// long before the trigger is armed again.
	pub duration: Span,
}

impl Trigger {
	pub(super) fn of(trigger: &raw::Trigger) -> Self {
		Self {
			feeds: trigger.feeds,
			direction: trigger.direction,
			threshold: trigger.threshold.into(),
			window: trigger.window.into(),
			duration: trigger.duration.into(),
		}
	}
}

/// One version of a product's terms. A policy keeps the version under which it was bought.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Terms {
	/// The hash of the wording.
	pub wording: H256,
	/// The shortest period for sale.
	pub min_period: Span,
	/// The longest period for sale.
	pub max_period: Span,
	/// The time from the purchase until cover begins.
	pub waiting: Span,
	/// The active time after the period in which an incident can still be claimed.
	pub grace: Span,
	/// The part of a loss that the holder bears.
	pub coinsurance: Permill,
	/// The amount taken off each claim.
	pub deductible: Amount,
	/// The part of the premium of cover given back that the pools keep.
	pub cancel_fee: Permill,
	/// The highest commission of a distributor, as a part of the premium.
	pub max_commission: Permill,
	/// The smallest cover for sale.
	pub min_cover: Amount,
	/// The largest cover for sale to one policy.
	pub max_cover: Amount,
	/// The most that all policies of the product may cover together. None for no limit.
	pub max_total: Option<Amount>,
	/// The part of the cover that an upheld incident pays.
	pub payout: Payout,
	/// The price.
	pub price: PriceTerms,
}

impl Terms {
	fn of(terms: &raw::Terms, asset: &Asset) -> Self {
		Self {
			wording: terms.wording.into(),
			min_period: terms.min_period.into(),
			max_period: terms.max_period.into(),
			waiting: terms.waiting.into(),
			grace: terms.grace.into(),
			coinsurance: terms.coinsurance,
			deductible: asset.amount(terms.deductible),
			cancel_fee: terms.cancel_fee,
			max_commission: terms.max_commission,
			min_cover: asset.amount(terms.min_cover),
			max_cover: asset.amount(terms.max_cover),
			max_total: (terms.max_total < Balance::MAX).then(|| asset.amount(terms.max_total)),
			payout: match terms.payout {
				raw::Payout::Full => Payout::Full,
				raw::Payout::Linear { attachment, exhaustion } => {
					Payout::Linear { attachment: attachment.into(), exhaustion: exhaustion.into() }
				}
			},
			price: PriceTerms {
				base: terms.price.base.into(),
				kink: terms.price.kink,
				at_kink: terms.price.at_kink.into(),
				at_full: terms.price.at_full.into(),
				volatility: terms.price.volatility.into(),
			},
		}
	}
}

/// The part of the cover that an upheld incident pays.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Payout {
	/// The whole cover. Where people assess, the loss up to the cover.
	#[codec(index = 0)]
	Full,
	/// A part that grows linearly with the depth of the breach.
	#[codec(index = 1)]
	Linear {
		/// The price at which the loss begins.
		attachment: Number,
		/// The price at which the loss is total.
		exhaustion: Number,
	},
}

/// The price of cover: an annual rate that rises with the use of the pools' capacity.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PriceTerms {
	/// The least annual rate, at zero utilisation.
	pub base: Rate,
	/// The utilisation at which the curve bends.
	pub kink: Permill,
	/// The multiple of the rate at the kink.
	pub at_kink: Number,
	/// The multiple of the rate at full utilisation.
	pub at_full: Number,
	/// The yearly volatility of the price of each feed. Zero where people assess.
	pub volatility: Rate,
}
