// SPDX-License-Identifier: Apache-2.0

//! The quote: the state of sale, the price, and the pools that back the cover. Everything that is
//! sold runs the same code.
//!
//! All pools of a product together are its market: one price for all of them, by the use of their
//! common capacity. So a purchase costs the same in pieces as in one, independent of the placement
//! of its pieces.

use crate::{pallet::*, Allocation, Policy};
use alloc::vec::Vec;
use breakwater_math::{
	barrier::{touch_after, Touch},
	capacity::by_use,
	first_loss::{self, Earlier},
	premium::{self, among_pools},
	price::{base_part, bound_time, premium, Curve, Purchase},
	refund,
	risk::{annual, base_rate, millionths, sold_rate, RiskInputs, RiskRules},
};
use breakwater_primitives::*;
use core::cmp::Reverse;
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, Permill};

/// A quote with the terms it rests on.
pub(crate) struct Offer {
	/// The quote that the buyer is shown and charged.
	pub quote: Quote,
	/// The product and the terms of the version in the quote.
	pub shelf: Shelf,
	/// The rate at which the price begins, and the surcharge for its nearness to the threshold, in
	/// millionths a year.
	pub rates: (u32, u32),
}

/// The terms on which a policy's unearned premium comes back.
pub(crate) struct Refunds {
	/// The asset.
	pub asset: AssetId,
	/// The fee of the terms.
	fee: Permill,
	/// The base rate at which the policy was sold, in millionths a year.
	base: u32,
	/// The rate of the option of the rest of its cover now; rounded as when it was sold.
	option: u32,
}

impl Refunds {
	/// Returns the refund terms of the premium of one of the policy's parts. The surcharge for a
	/// price near the threshold comes back only as far as the option is worth it now. The refund
	/// does not depend on later changes by referenda.
	pub fn of(&self, part: &Allocation) -> Refund {
		Refund { worth: refund::worth(self.base, part.surcharge, self.option), fee: self.fee }
	}
}

/// A product with one version of its terms, as of now.
pub(crate) struct Shelf {
	/// The product.
	pub listed: Product,
	/// The terms: the current ones, or those of a policy.
	pub terms: Terms,
	/// Wall-clock time.
	pub now: Moment,
	/// The live prices of the trigger's feeds, in their order, in 10^-18. Empty if one of them is
	/// not fresh, or where people assess.
	pub prices: Vec<u128>,
	/// The rules of its risk class.
	pub rules: RiskRules,
	/// The known facts about its risk.
	pub inputs: RiskInputs,
}

impl Shelf {
	/// Returns the time for which capital is bound until `ends_at`: the time until then and, on
	/// average, half the grace; rounded up, against the buyer.
	pub fn bound_until(&self, ends_at: Moment) -> Result<Moment, ArithmeticError> {
		let left = ends_at.checked_sub(self.now).ok_or(ArithmeticError::Underflow)?;
		bound_time(left, self.terms.grace).ok_or(ArithmeticError::Overflow)
	}

	/// Returns the value of a policy's option, in 10^-18 of the cover. `alone` returns the value
	/// with one of the live prices and no other; see [`FeedSet::value`] for several.
	///
	/// Zero without a trigger or prices; `None` for a price out of all bounds.
	fn option(&self, alone: impl Fn(&Trigger, u128) -> Option<u128>) -> Option<u128> {
		let Some(trigger) = self.listed.decision.trigger() else { return Some(0) };
		let values = self.prices.iter().map(|spot| alone(trigger, *spot)).collect::<Option<Vec<_>>>()?;
		Some(trigger.feeds.value(values))
	}

	/// Returns the value of the option of cover from `from` until `to` with one price. It is the
	/// chance that the price touches the threshold in that time for the first time, moving as the
	/// terms say. Both are times from now; rounded up. `None` for a price out of all bounds.
	fn alone(&self, trigger: &Trigger, spot: u128, from: Moment, to: Moment) -> Option<u128> {
		let volatility = self.terms.price.volatility;
		let touch = Touch { spot, barrier: trigger.threshold, volatility, time: to };
		touch_after(trigger.side(), &touch, from)
	}

	/// Returns the annual rate of the option of a policy that goes on for `time` after the `left`
	/// it has. A touch before that need not end the policy: a breach can be too short. So it is at
	/// least the rate of cover of that time that begins now.
	pub fn extension_rate(&self, left: Moment, time: Moment) -> Option<u128> {
		let end = left.checked_add(time)?;
		let alone = |trigger: &Trigger, spot| {
			Some(self.alone(trigger, spot, left, end)?.max(self.alone(trigger, spot, 0, time)?))
		};
		annual(self.option(alone)?, time)
	}

	/// Returns the annual rate of the option of cover from now until `ends_at`, for the time in
	/// which it binds capital. `None` for a price out of all bounds, or without any time.
	pub fn option_rate(&self, ends_at: Moment) -> Option<u128> {
		let time = ends_at.checked_sub(self.now)?;
		let alone = |trigger: &Trigger, spot| self.alone(trigger, spot, 0, time);
		annual(self.option(alone)?, self.bound_until(ends_at).ok()?)
	}

	/// Returns the annual rate that the risk class and the facts give.
	pub fn risk_rate(&self) -> Option<u128> {
		base_rate(&self.rules, &self.inputs, None)
	}

	/// Returns the rate at which the curve begins without the option, and the addition by the
	/// option's rate, in millionths.
	pub fn rates(&self, option_rate: u128) -> Option<(u32, u32)> {
		let (with, without) = (self.curve(option_rate)?.base, self.curve(0)?.base);
		// The difference is not below zero: the higher of two rates is taken.
		Some((millionths(without), millionths(with.saturating_sub(without))))
	}

	/// Returns the curve of the product's price without first loss. It begins at the rate of the
	/// terms, or at that of the risk and of the option if it is higher. `None` only for rules that
	/// are not sound.
	pub fn curve(&self, option_rate: u128) -> Option<Curve> {
		self.relieved_curve(option_rate, 0)
	}

	/// Returns the curve of the price of cover of whose losses sponsors bear the part `relief`, in
	/// 10^-18. The rate of the terms and the floor of the class do not fall with it.
	pub fn relieved_curve(&self, option_rate: u128, relief: u128) -> Option<Curve> {
		let PriceTerms { base, kink, at_kink, at_full, .. } = self.terms.price;
		let inputs = RiskInputs { relief, ..self.inputs };
		let base = sold_rate(&self.rules, &inputs, option_rate, base)?;
		Some(Curve { base, kink, at_kink, at_full })
	}
}

/// The market of a product: the lines of its pools in this block. A pool that is frozen, not open
/// or not accrued has no part; for a renewal one that is frozen has.
#[derive(Default)]
pub(crate) struct Market {
	lines: Vec<(PoolId, LineState)>,
	/// The cover in force of all pools, of each at most its capacity.
	pub exposure: Balance,
	/// The capacity of all pools.
	pub capacity: Balance,
}

impl Market {
	/// Returns the pools that are used least, each up to its room; of equally used ones those with
	/// the lowest ids come first. If as many as may back one policy have not room enough, returns
	/// those with the most room. `None` if those have not room enough, either.
	fn place(&self, cover: Balance) -> Option<Vec<(PoolId, Balance)>> {
		let mut lines: Vec<&(PoolId, LineState)> = self.lines.iter().collect();
		let used = |line: &LineState| (line.exposure, line.capacity);
		lines.sort_by(|(a, one), (b, other)| by_use(used(one), used(other)).then(a.cmp(b)));
		let by_use = most(lines.into_iter().map(|(pool, line)| (*pool, line.room)));
		fill(&by_use, cover).or_else(|| fill(&self.roomiest(), cover))
	}

	/// Limit the room by the cover that a policy has in the pools already. No policy may have more
	/// in a pool than its limit, in any number of steps.
	fn hold(&mut self, held: &[Allocation]) {
		for (pool, line) in &mut self.lines {
			let in_pool = held.iter().filter(|part| part.pool == *pool).map(|part| part.cover);
			// Saturation: a sum above all bounds is above the limit, and then there is no room.
			let in_pool = in_pool.fold(0, |sum: Balance, cover| sum.saturating_add(cover));
			line.room = line.room.min(line.largest.saturating_sub(in_pool));
		}
	}

	/// Returns the market of those pools alone that back a policy.
	pub fn of_pools(&self, held: &[Allocation]) -> Self {
		let is_held = |pool: PoolId| held.iter().any(|part| part.pool == pool);
		let mut own = Self::default();
		self.lines.iter().filter(|(pool, _)| is_held(*pool)).for_each(|(pool, line)| own.add(*pool, *line));
		own
	}

	/// Add a pool. One whose capacity no longer fits 128 bits with the others' has no part in the
	/// market.
	fn add(&mut self, pool: PoolId, line: LineState) {
		// Exposure above a capacity that has shrunk takes no capacity of the other pools.
		let exposure = self.exposure.checked_add(line.exposure.min(line.capacity));
		if let (Some(exposure), Some(capacity)) = (exposure, self.capacity.checked_add(line.capacity)) {
			self.exposure = exposure;
			self.capacity = capacity;
			self.lines.push((pool, line));
		}
	}

	/// Returns the largest policy that can be backed.
	pub fn room(&self) -> Balance {
		// Saturation: a room above all bounds is enough for every policy.
		self.roomiest().into_iter().fold(0, |sum: Balance, (_, room)| sum.saturating_add(room))
	}

	/// Returns the pools with the most room, at most as many as may back one policy.
	fn roomiest(&self) -> Vec<(PoolId, Balance)> {
		let mut pools: Vec<_> = self.lines.iter().map(|(pool, line)| (*pool, line.room)).collect();
		pools.sort_by_key(|(pool, room)| (Reverse(*room), *pool));
		most(pools.into_iter())
	}

	/// Returns the purchase that takes the exposure of the market from `before` to `after` for
	/// `time`.
	pub fn purchase(&self, before: Balance, after: Balance, time: Moment) -> Purchase {
		Purchase { before, after, capacity: self.capacity, time }
	}
}

/// Returns the first pools with room, at most as many as may back one policy.
fn most(pools: impl Iterator<Item = (PoolId, Balance)>) -> Vec<(PoolId, Balance)> {
	pools.filter(|(_, room)| *room > 0).take(MAX_ALLOCATIONS.try_into().unwrap_or(usize::MAX)).collect()
}

/// Share cover among pools, each up to its room. `None` if they have not room enough.
fn fill(pools: &[(PoolId, Balance)], cover: Balance) -> Option<Vec<(PoolId, Balance)>> {
	let mut rest = cover;
	let mut placed = Vec::new();
	for (pool, room) in pools {
		let part = rest.min(*room);
		if part > 0 {
			placed.push((*pool, part));
		}
		rest = rest.checked_sub(part)?;
	}
	(rest == 0).then_some(placed)
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_quote(
		product: ProductId,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Offer, DispatchError> {
		let shelf = Self::on_sale(product, Sale::New)?;
		Self::check_order(&shelf.terms, cover, period, commission)?;
		Self::offer(product, shelf, cover, period, commission)
	}

	/// Checks that the terms allow an order.
	pub(crate) fn check_order(
		terms: &Terms,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<(), Error<T>> {
		ensure!(commission <= terms.max_commission, Error::<T>::CommissionTooHigh);
		ensure!((terms.min_cover..=terms.max_cover).contains(&cover), Error::<T>::CoverOutOfRange);
		ensure!((terms.min_period..=terms.max_period).contains(&period), Error::<T>::PeriodOutOfRange);
		Ok(())
	}

	/// Returns the price of an order that the terms allow.
	pub(crate) fn offer(
		product: ProductId,
		shelf: Shelf,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Offer, DispatchError> {
		let starts_at = shelf.now.checked_add(shelf.terms.waiting).ok_or(ArithmeticError::Overflow)?;
		let ends_at = shelf.now.checked_add(period).ok_or(ArithmeticError::Overflow)?;
		let mut quote = Self::quote_on(product, &shelf, cover, starts_at, ends_at, &[])?;
		quote.commission = premium::commission(quote.premium, commission);
		let rates = shelf.rates(quote.option_rate).ok_or(Error::<T>::NotPriced)?;
		Ok(Offer { quote, shelf, rates })
	}

	/// Returns the quote as people are shown it, with the split of the premium.
	pub(crate) fn shown_quote(
		product: ProductId,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Quote, DispatchError> {
		let mut quote = Self::do_quote(product, cover, period, commission)?.quote;
		for part in &quote.placement {
			let split = T::Underwriting::split(part.pool, part.premium).unwrap_or_default();
			quote.split = quote.split.checked_add(split).ok_or(ArithmeticError::Overflow)?;
		}
		Ok(quote)
	}

	/// Returns the quote of new cover, or of more cover for a policy that has `held` already, from
	/// `starts_at` until `ends_at`.
	pub(crate) fn quote_on(
		product: ProductId,
		shelf: &Shelf,
		cover: Balance,
		starts_at: Moment,
		ends_at: Moment,
		held: &[Allocation],
	) -> Result<Quote, DispatchError> {
		let insured = Insured::<T>::get(product);
		let left = shelf.terms.max_total.saturating_sub(insured);
		ensure!(cover <= left, Error::<T>::TotalReached);
		let mut market = Self::market(product);
		market.hold(held);
		let placed = market.place(cover).ok_or(Error::<T>::NoCapacity)?;
		let after = market.exposure.checked_add(cover).ok_or(ArithmeticError::Overflow)?;
		let bound = shelf.bound_until(ends_at)?;
		let purchase = market.purchase(market.exposure, after, bound);
		let option_rate = shelf.option_rate(ends_at).ok_or(Error::<T>::NotPriced)?;
		let risk_rate = shelf.risk_rate().ok_or(Error::<T>::NotPriced)?;
		let relief = Self::relief(product, insured, cover);
		let curve = shelf.relieved_curve(option_rate, relief).ok_or(Error::<T>::NotPriced)?;
		let parts = Balance::try_from(placed.len()).map_err(|_| ArithmeticError::Overflow)?;
		// Each pool gets at least one unit.
		let premium = premium(&curve, &purchase).ok_or(Error::<T>::NoCapacity)?.max(parts);
		// The use is only shown, rounded down. The capacity is not zero: there is a price.
		let utilisation = |exposure: Balance| Permill::from_rational(exposure, purchase.capacity);
		Ok(Quote {
			premium,
			commission: 0,
			split: PremiumSplit::default(),
			asset: shelf.listed.asset.clone(),
			version: shelf.listed.version,
			placement: Self::share_premium(premium, &placed)?,
			utilisation_before: utilisation(purchase.before),
			utilisation_after: utilisation(purchase.after),
			base_rate: curve.base,
			risk_rate,
			option_rate,
			relief,
			base_premium: base_part(&curve, &purchase).ok_or(ArithmeticError::Overflow)?,
			starts_at,
			ends_at,
			room: market.room().min(left),
		})
	}

	/// Returns the part of losses on `cover` that sponsors bear, in 10^-18, beside `insured` other
	/// cover of the product. None while an incident is open: it can take all of the first loss.
	pub(crate) fn relief(product: ProductId, insured: Balance, cover: Balance) -> u128 {
		if OpenIncidents::<T>::contains_key(product) {
			return 0;
		}
		let FirstLossState { amount, share, held } = T::FirstLoss::first_loss(product);
		let earlier = Earlier { insured, held_ppm: held.deconstruct() };
		first_loss::relief(amount, share.deconstruct(), earlier, cover)
	}

	/// Share a premium among pools by the cover they back. Each gets one unit, and of the rest
	/// exactly its part, to the unit.
	pub(crate) fn share_premium(
		premium: Balance,
		placed: &[(PoolId, Balance)],
	) -> Result<Vec<Placed>, ArithmeticError> {
		let parts = among_pools(premium, placed.iter().map(|(_, cover)| *cover));
		let placed = placed.iter().zip(parts);
		placed
			.map(|((pool, cover), part)| Some(Placed { pool: *pool, cover: *cover, premium: part? }))
			.collect::<Option<_>>()
			.ok_or(ArithmeticError::Overflow)
	}

	/// Returns a product with its terms, if any cover is sold on it now.
	pub(crate) fn on_sale(product: ProductId, sale: Sale) -> Result<Shelf, DispatchError> {
		let shelf = Self::shelf(product, None)?;
		let Shelf { listed, prices, .. } = &shelf;
		ensure!(listed.status == ProductStatus::Active, Error::<T>::ProductNotForSale);
		let is_open = OpenIncidents::<T>::contains_key(product);
		ensure!(!is_open || sale != Sale::New, Error::<T>::IncidentOpen);
		// While an incident is open the trigger is never ready. People always are.
		let is_assessed = listed.decision.trigger().is_none();
		ensure!(is_assessed || is_open || T::Triggers::is_ready(product), Error::<T>::TriggerNotReady);
		if let Some(trigger) = listed.decision.trigger() {
			ensure!(!prices.is_empty(), Error::<T>::FeedStale);
			ensure!(!trigger.is_breached(prices), Error::<T>::FeedBreached);
		}
		Ok(shelf)
	}

	/// Returns a product with the current terms, or with those of a version, for sale or not.
	fn shelf(product: ProductId, version: Option<TermsVersion>) -> Result<Shelf, DispatchError> {
		let listed = T::Listings::product(product).ok_or(Error::<T>::UnknownProduct)?;
		let terms = match version.filter(|version| *version != listed.version) {
			Some(version) => T::Listings::terms(product, version).ok_or(Error::<T>::TermsMissing)?,
			None => listed.terms,
		};
		let rules = T::Listings::rules(listed.class).into();
		let now = T::Clock::now();
		// A price that was fed before a halt does not count as the price of now.
		let resumed_at = T::Clock::resumed_at();
		let price = |feed| T::Feed::price(feed, resumed_at).filter(|price| now < price.fresh_until);
		let trigger = listed.decision.trigger();
		let prices =
			trigger.iter().flat_map(|trigger| trigger.feeds.iter()).map(|feed| Some(price(feed)?.value));
		let prices = prices.collect::<Option<_>>().unwrap_or_default();
		let inputs = listed.facts.inputs(now);
		Ok(Shelf { listed, terms, now, prices, rules, inputs })
	}

	/// Returns the refund terms of a policy's unearned premium, and its asset.
	pub(crate) fn refunds_of<Ticket>(
		policy: &Policy<T::AccountId, Ticket>,
	) -> Result<Refunds, DispatchError> {
		let Policy { product, version, ends_at, base, .. } = *policy;
		let terms = T::Listings::terms(product, version).ok_or(Error::<T>::TermsMissing)?;
		let mut option = 0;
		if policy.allocations.iter().any(|part| part.surcharge > 0) {
			// Without a price, or without any time left, the price does not count as near.
			option = Self::shelf(product, Some(version))?.option_rate(ends_at).unwrap_or(0);
		}
		let asset = T::Listings::product(product).ok_or(Error::<T>::UnknownProduct)?.asset;
		Ok(Refunds { asset, fee: terms.cancel_fee, base, option: millionths(option) })
	}

	/// Returns the market of a product.
	pub(crate) fn market(product: ProductId) -> Market {
		Self::market_for(product, Sale::New)
	}

	/// Returns the market of a product for a kind of sale.
	pub(crate) fn market_for(product: ProductId, sale: Sale) -> Market {
		let mut market = Market::default();
		for pool in T::Underwriting::pools_of(product) {
			if let Ok(line) = T::Underwriting::line(pool, product, sale) {
				market.add(pool, line);
			}
		}
		market
	}
}
