//! The traits through which the pallets talk. Each has an implementation for `()` that does nothing, so that a
//! pallet can be tested alone.

use crate::{interest::Position, *};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult, Permill};

/// The chain's two clocks.
pub trait ActiveClock {
	/// Wall-clock time of this block.
	fn now() -> Moment;
	/// Wall-clock time of the first block after the last halt, which is a gap that active time does not count in full; zero if
	/// there was none. What was known before it says nothing of now.
	fn resumed_at() -> Moment;
	/// Active time of this block: every block adds the gap since the one before it, up to a limit, so that a halt does
	/// not run people's deadlines out.
	fn active() -> Moment;
}

/// The premium of one policy as it streams to its pool: `rate` per millisecond until `boundary`, and `remainder` at
/// `boundary`; both scaled by [`STREAM_SCALE`].
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Stream {
	/// Scaled units per millisecond.
	pub rate: U256,
	/// Scaled units released at the boundary.
	pub remainder: U256,
	/// The wall-clock day at whose beginning the stream ends.
	pub boundary: Day,
	/// How often the reserve had lent to the pool when the stream began. A stream that began before the last loan is
	/// pledged for it as long as the loan lasts.
	pub generation: u32,
}

/// Scaled units of a stream in one unit of the asset.
pub const STREAM_SCALE: u128 = 1 << 64;

/// The place a product has in one pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LineState {
	/// Cover in force on the product.
	pub exposure: Balance,
	/// The most the product may be exposed to: its weight of the committed capital, or less where another limit than that
	/// of a single policy binds first. Cover that is sold on the product does not change it.
	pub capacity: Balance,
	/// The largest policy that all limits allow now.
	pub room: Balance,
	/// The most that one policy may have in the pool, its cover until now counted.
	pub largest: Balance,
}

/// What of the unearned premium comes back for cover that is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
	/// What the rest of the cover is worth now as a part of what it was sold for, in 10^-18; at most one.
	pub worth: u128,
	/// The part of that which the pool keeps as its fee.
	pub fee: Permill,
}

impl Refund {
	/// All of it.
	pub const WHOLE: Self = Self { worth: ONE, fee: Permill::zero() };

	/// What comes back of `unearned` units: their worth, rounded down, less the fee, rounded up. Never above `unearned`.
	pub fn of(&self, unearned: Balance) -> Balance {
		let worth = U256::from(unearned).saturating_mul(self.worth.min(ONE).into());
		// Below 2^128, as a part of what is; and a fee is at most what it is of.
		let worth = worth.checked_div(ONE.into()).map_or(0, |units| units.low_u128());
		worth.saturating_sub(self.fee.mul_ceil(worth))
	}
}

/// Capital that backs policies. Implemented by the pools, used by the policies.
pub trait Underwriting<AccountId> {
	/// Money in transit.
	type Credit;
	/// Make a product known, so that pools can give it a weight. Called once a product.
	fn register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult;
	/// The pools that may sell cover on a product; at most [`MAX_SELLING_POOLS`].
	fn pools_of(product: ProductId) -> Vec<PoolId>;
	/// The place of a product in a pool, as of now. Refused while the pool is frozen, paused or not caught up.
	fn line(pool: PoolId, product: ProductId) -> Result<LineState, DispatchError>;
	/// The most that [`Self::line`] costs now for a pool, however it is answered. For charging a call that was refused after
	/// its price was known.
	fn line_weight(pool: PoolId) -> Weight;
	/// Back `cover` until active time `expires`, for `premium`, earned until the end of the day in which wall-clock
	/// time `until` lies. Checks every limit of capacity. The credit is given back with the error.
	fn open_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		premium: Self::Credit,
		expires: Moment,
		until: Moment,
	) -> Result<Stream, (DispatchError, Self::Credit)>;
	/// Take `used` of a policy's `cover` out of the pool's exposure after it was claimed, and earn the same part of its
	/// unearned premium at once. Returns what is left of the stream. Never refused for a pool that is not caught up.
	fn use_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		used: Balance,
		expires: Moment,
		stream: Stream,
	) -> Result<Stream, DispatchError>;
	/// Take `by` of a policy's `cover` out of the pool's exposure because the policy is cancelled or its cover lowered.
	/// Exactly `floor(unearned × by / cover)` of its premium leaves its stream. Of that [`Refund::of`] comes back, all of it
	/// if a loss left the pool with less than is required and the stream is not pledged for a loan; the rest is retained by the
	/// pool and earned until the end of the stream, pledged if the stream is. Returns what is left of the stream, nothing if
	/// `by` is the whole cover. Refused while the pool is frozen or not caught up.
	fn reduce_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		by: Balance,
		expires: Moment,
		stream: Stream,
		refund: Refund,
	) -> Result<(Stream, Self::Credit), DispatchError>;
	/// Back a policy's `cover` until active time `new_expires` instead of `expires`, for `premium`, which is earned with
	/// what is left of `stream` until the end of the day in which wall-clock time `until` lies. As for new cover, every
	/// limit of capacity must hold with it, but that of one policy, which it kept when it was sold. Refused for a stream that is pledged for a loan of the reserve. The credit is
	/// given back with the error.
	#[allow(clippy::too_many_arguments)]
	fn prolong_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		premium: Self::Credit,
		expires: Moment,
		new_expires: Moment,
		until: Moment,
		stream: Stream,
	) -> Result<Stream, (DispatchError, Self::Credit)>;
	/// What of a stream is not earned yet, in scaled units, at the moment up to which the pool is caught up.
	fn unearned(pool: PoolId, stream: &Stream) -> U256;
	/// The place of a product in a pool as a renewal is tested against it: as [`Self::line`], but also while incidents
	/// freeze the pool. `incident` is the one that is open on the product: the capital that it pins stands behind the very
	/// cover that is renewed, except for what is claimed of it by now.
	fn renewal_line(
		pool: PoolId,
		product: ProductId,
		incident: Option<IncidentId>,
	) -> Result<LineState, DispatchError>;
	/// As [`Self::prolong_cover`], but also while incidents freeze the pool; see [`Self::renewal_line`]. For renewals only.
	#[allow(clippy::too_many_arguments)]
	fn renew_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		premium: Self::Credit,
		expires: Moment,
		new_expires: Moment,
		until: Moment,
		stream: Stream,
		incident: Option<IncidentId>,
	) -> Result<Stream, (DispatchError, Self::Credit)>;
	/// Take the last renewal of a policy's `cover` back: it ends at active time `new_expires` again instead of `expires`.
	/// Exactly `floor(unearned × back / of)` of its premium, with `(back, of)` the two parts of `back`, leaves its stream and
	/// comes back. The rest is earned until the end of the day in which wall-clock time `until` lies, at once if that is
	/// over. Never refused because the pool is frozen, paused or not caught up.
	#[allow(clippy::too_many_arguments)]
	fn shorten_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		expires: Moment,
		new_expires: Moment,
		until: Moment,
		stream: Stream,
		back: (Balance, Balance),
	) -> Result<(Stream, Self::Credit), DispatchError>;
	/// Who gets what of a premium as it is earned, at the shares of today; for people. `None` for an unknown pool.
	fn split(pool: PoolId, premium: Balance) -> Option<PremiumSplit>;
}

/// What became of a loss in one pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Settlement {
	/// The sum of the claims.
	pub loss: Balance,
	/// Paid out of the pool's assets, or by recoveries what the pool owed.
	pub from_pool: Balance,
	/// Paid by the reserve, or by recoveries what the reserve owed.
	pub from_reserve: Balance,
	/// Owed by the reserve: what its per-incident limit held back.
	pub owed_by_reserve: Balance,
	/// Owed by the pool: what nobody could pay, or has paid yet.
	pub owed_by_pool: Balance,
	/// Whether nothing but recoveries can lessen what is owed. Until then older incidents of the pool are undecided, and what
	/// they leave is still to come.
	pub is_final: bool,
}

impl Settlement {
	/// The money that came together for the claims.
	pub fn funded(&self) -> Option<Balance> {
		self.from_pool.checked_add(self.from_reserve)
	}

	/// What nobody has paid.
	pub fn owed(&self) -> Option<Balance> {
		self.owed_by_pool.checked_add(self.owed_by_reserve)
	}

	/// Two of them together; final if both are.
	pub fn plus(&self, other: &Self) -> Option<Self> {
		Some(Self {
			loss: self.loss.checked_add(other.loss)?,
			from_pool: self.from_pool.checked_add(other.from_pool)?,
			from_reserve: self.from_reserve.checked_add(other.from_reserve)?,
			owed_by_reserve: self.owed_by_reserve.checked_add(other.owed_by_reserve)?,
			owed_by_pool: self.owed_by_pool.checked_add(other.owed_by_pool)?,
			is_final: self.is_final && other.is_final,
		})
	}
}

/// What came of money that was recovered after a loss.
pub struct Recovered<Credit> {
	/// What the incident's settlement in the pool comes to now.
	pub settlement: Settlement,
	/// For the claims: what was owed to them, the pool's debt first, then the reserve's.
	pub for_claims: Credit,
	/// What is above all debts: it belongs to the one who gave it.
	pub back: Credit,
}

/// The settlement of losses. Implemented by the pools, used by the claims.
pub trait LossSettlement<AccountId> {
	/// Money in transit.
	type Credit;
	/// The pools an open incident has pinned, and how much of each.
	fn pins(incident: IncidentId) -> Vec<(PoolId, Balance)>;
	/// The asset of a pool.
	fn asset_of(pool: PoolId) -> Option<AssetId>;
	/// The books of both classes of a pool: what an incident keeps from leaving.
	fn capital(pool: PoolId) -> Balance;
	/// How many open incidents touch a pool.
	fn incidents_on(pool: PoolId) -> u32;
	/// What it costs to catch a pool up with time now; nothing if it was touched in this block already. Whatever touches a pool
	/// pays for that on top of its own. `None` if it is so far behind that one touch is not enough.
	fn catching_up(pool: PoolId) -> Option<Weight>;
	/// The most that it can cost.
	fn most_catching_up() -> Weight;
	/// An incident is upheld whose claims come one by one. If the pool's assets cover every pin, and everything that it still
	/// owes to incidents that were settled short, the incident's pin there is reserved: it counts in full against every
	/// other incident, and its claims are charged as they are registered. Then `true`; otherwise nothing changes.
	fn reserve_pin(incident: IncidentId, pool: PoolId) -> bool;
	/// Charge one claim to a pool whose pin is reserved for the incident. The pin falls by it. Returns what this claim came
	/// to, all of it from the pool. Refused while the pool is not caught up, as [`Self::settle`].
	fn charge(
		incident: IncidentId,
		pool: PoolId,
		amount: Balance,
	) -> Result<(Settlement, Self::Credit), DispatchError>;
	/// No further claims of the incident come: what is left of a reserved pin is let go, and the incident's freeze with it.
	fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult;
	/// The claims of an upheld incident on a pool are known: its pin falls to their sum, `loss`, which is never above it.
	/// Refused for a reserved pin: its claims are charged one by one.
	fn tallied(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult;
	/// Charge a tallied loss to a pool and lift this incident's pin and freeze from it. Incidents from number `horizon` on were
	/// opened after this one was upheld and do not count, but for reserved pins. A pool that has not enough for all pays the
	/// part that is certain, and [`Self::raise`] the rest as older incidents are decided; the reserve is asked when none of
	/// them is left. Refused while the pool is not caught up: a later call, or the idle visits of the pools, bring it there.
	fn settle(
		incident: IncidentId,
		pool: PoolId,
		horizon: IncidentId,
	) -> Result<(Settlement, Self::Credit), DispatchError>;
	/// What an incident that was settled short gets more by now: the whole settlement, and the new money, which can be
	/// nothing. Nothing more comes once the settlement is final. To be called for each that is not final whenever another
	/// incident that touches the pool is settled or rejected: a pool stays frozen until its last short settlement is final.
	/// Refused while the pool is not caught up, as [`Self::settle`], unless the settlement is final, and for an incident that
	/// the pool has no short settlement of.
	fn raise(incident: IncidentId, pool: PoolId) -> Result<(Settlement, Self::Credit), DispatchError>;
	/// Money for those whose capital a rejected incident has frozen; before its freeze is lifted, so that nobody buys in
	/// first. What cannot be taken comes back: of a pool that is not frozen, not caught up, or in which nobody bears risk.
	fn compensate(pool: PoolId, credit: Self::Credit) -> Result<(), Self::Credit>;
	/// Money that was recovered after an incident's final settlement in a pool: it pays what is owed to the claims, by the pool
	/// and then by the reserve, and then the pool's loan. It never enters a class's book: somebody would buy in first.
	/// Refused, with the credit, for an incident of which the pool keeps no final settlement: one that the pool paid in full
	/// owes nothing.
	fn recover(
		incident: IncidentId,
		pool: PoolId,
		credit: Self::Credit,
	) -> Result<Recovered<Self::Credit>, (DispatchError, Self::Credit)>;
	/// Nothing will be paid any more of what a final settlement still owes: pool and reserve forget it. Nothing happens if
	/// nothing is owed. Refused while the settlement is not final.
	fn close(incident: IncidentId, pool: PoolId) -> DispatchResult;
}

/// What the reserve gave for a pool's loss.
pub struct Draw<Credit> {
	/// The money.
	pub credit: Credit,
	/// What the per-incident limit held back: owed by the reserve.
	pub held_back: Balance,
}

/// The shared reserve as the pools see it.
pub trait Backstop<AccountId> {
	/// Money in transit.
	type Credit;
	/// The part of every earned premium that goes to the reserve.
	fn premium_share() -> Permill;
	/// Take in a pool's premium share. What cannot be taken comes back.
	fn accept(pool: PoolId, asset: AssetId, share: Self::Credit) -> Result<(), Self::Credit>;
	/// Ask for up to `wanted` for the loss of a pool whose capital was `capital` before it. What is given is lent: the
	/// pool repays it out of the premiums unearned by now, and nothing else. `None`: the pool is not admitted or nothing
	/// may be drawn; then nothing is owed by the reserve.
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Self::Credit>>, DispatchError>;
	/// Take back a part of what a pool owes the reserve for its draws: it comes from premiums that were unearned at the
	/// draw, as they are earned. What cannot be taken comes back.
	fn repay(pool: PoolId, asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit>;
	/// Take in money that is no pool's premium: lost bonds, payouts that nobody took. What cannot be taken comes back.
	fn donate(asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit>;
	/// `amount` of what the reserve owes for a pool's loss in an incident was recovered elsewhere, or is given up; at most all
	/// that it owes for it.
	fn relieved(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance);
	/// The pool will never repay `amount` of what it was lent: the premiums pledged for it are all earned.
	fn written_off(pool: PoolId, asset: AssetId, amount: Balance);
}

/// What a policy is to be paid of each pool that backs it, in the order in which they do; zero for none. A pool can be in
/// it more than once.
pub type ClaimParts = BoundedVec<(PoolId, Balance), ConstU32<MAX_ALLOCATIONS>>;

/// What an incident cost those whom it concerns.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Measure {
	/// The worst average of the observation period, in 10^-18: the terms say what part of the cover it is.
	#[codec(index = 0)]
	Worst(u128),
	/// The judged loss of the policy's position.
	#[codec(index = 1)]
	Loss {
		/// The loss, in the asset's units.
		loss: Balance,
		/// The sum of the claims on the position under this incident so far, in the asset's units. Another policy's claim
		/// counts against what this policy's terms allow for the whole loss.
		claimed: Balance,
		/// The part of the ruling's total that is not claimed yet, in the asset's units.
		most: Balance,
	},
}

/// The facts of an incident that decide what a policy gets.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Finding {
	/// Wall-clock time of the event.
	pub occurred_at: Moment,
	/// Active time at which the incident was opened.
	pub opened_active: Moment,
	/// How bad it was.
	pub measure: Measure,
}

/// The book of policies as the claims see it.
pub trait CoverBook<AccountId> {
	/// The trigger of a product; `None` if it has none, or the product is unknown or delisted.
	fn trigger(product: ProductId) -> Option<Trigger>;
	/// Whether people judge a product's events. `false` if it is unknown or delisted.
	fn is_judged(_product: ProductId) -> bool {
		false
	}
	/// The products whose trigger watches a feed, alone or with others, without those that are delisted.
	fn products_on(feed: FeedId) -> Vec<ProductId>;
	/// The policies of a product in the order of their walk, after `after`, at most `limit`.
	fn walk(product: ProductId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId>;
	/// What an incident makes of a policy: its claim, above zero, or nothing if it is not covered.
	fn assess(policy: PolicyId, finding: &Finding) -> Option<ClaimParts>;
	/// Book a claim: the policy's cover left and the pools' exposure fall by its parts, which are those of
	/// [`Self::assess`], or less of them. A renewal of the policy since the event is void, if the claim was possible without
	/// it.
	fn register(
		policy: PolicyId,
		incident: IncidentId,
		finding: &Finding,
		parts: &ClaimParts,
	) -> DispatchResult;
	/// The product of a policy.
	fn product_of(policy: PolicyId) -> Option<ProductId>;
	/// Who is paid for a policy.
	fn holder(policy: PolicyId) -> Option<AccountId>;
	/// The position whose loss a policy covers; `None` for a product with a trigger.
	fn position(_policy: PolicyId) -> Option<Position> {
		None
	}
	/// A registered claim is paid or given up: its policy's record is no longer needed for it. Until then the record,
	/// and with it the holder, is kept.
	fn claim_closed(_policy: PolicyId, _incident: IncidentId) {}
}

/// What the one who brought a buyer gets, on top of the premium.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Commission<AccountId> {
	/// Who gets it, as cover is given.
	pub distributor: AccountId,
	/// How much, as a part of the premium; at most what the terms of the product allow.
	pub part: Permill,
}

/// What somebody agrees to when he buys cover.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Order<AccountId> {
	/// What to cover.
	pub product: ProductId,
	/// The version of the terms, as the quote says it.
	#[codec(compact)]
	pub version: TermsVersion,
	/// The most that can be paid, in the asset's units.
	#[codec(compact)]
	pub cover: Balance,
	/// From now, waiting included, in milliseconds.
	#[codec(compact)]
	pub period: Moment,
	/// The most that the premium and the commission together may be, in the asset's units.
	#[codec(compact)]
	pub max_premium: Balance,
	/// The account on another chain whose loss is covered, for a product that people judge; its key has to sign a claim.
	/// Nothing for a product with a trigger.
	pub position: Option<Position>,
	/// Who brought the buyer, if somebody did.
	pub commission: Option<Commission<AccountId>>,
}

/// Cover that another pallet bundles with what it does. Implemented by the policies.
pub trait CoverProvider<AccountId> {
	/// What an order would cost now, or why it would be refused. `commission` is the distributor's part.
	fn quote(
		product: ProductId,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Quote, DispatchError>;
	/// Buy cover for `holder` with the money of `payer`. All or nothing: on an error nothing is changed.
	fn insure(
		payer: &AccountId,
		holder: AccountId,
		order: &Order<AccountId>,
	) -> Result<PolicyId, DispatchError>;
}

/// Told of incidents and of whether a trigger is ready. Freezing and pinning cannot be refused, so nothing is
/// returned but the weight.
pub trait OnIncident {
	/// An incident was opened on a product: sales, changes and exits stop in this block, exposure is pinned. It can be a second
	/// one, that waits behind the first: then both share one pin, the larger.
	fn opened(incident: IncidentId, product: ProductId) -> Weight;
	/// An incident came to nothing: its freeze and pins end.
	fn rejected(incident: IncidentId, product: ProductId) -> Weight;
	/// Nobody has chosen what an incident was that counts as opened at active time `opened_active`: it comes to nothing too, and is
	/// told so after this. But it can be opened again, and then finds everything as it was when it was opened first: its pins stay
	/// without a freeze, and so do the policies' records, as long as [`Self::reopenable`] says.
	fn unchosen(_incident: IncidentId, _product: ProductId, _opened_active: Moment) -> Weight {
		Weight::zero()
	}
	/// Inconclusive incidents of the product can be opened again until active time `until`: the largest number while an incident
	/// of the product is open, whose end is told in the same way. `None`: all of them are decided.
	fn reopenable(_product: ProductId, _until: Option<Moment>) -> Weight {
		Weight::zero()
	}
	/// Every pool an incident had pinned has been charged: the product's freeze ends.
	fn settled(incident: IncidentId, product: ProductId) -> Weight;
	/// The incident that waited behind one that has ended is the product's open one now.
	fn next(incident: IncidentId, product: ProductId) -> Weight;
	/// A product's trigger is armed with a full window of data, or no longer is.
	fn readiness(product: ProductId, ready: bool) -> Weight;
}

/// The choice between the rulings on an incident, when one is challenged.
pub trait Adjudicator {
	/// Begins a case with `choices` choices, numbered from zero, at most [`MAX_CHOICES`]. Returns
	/// the case's number.
	fn begin(incident: IncidentId, choices: u32) -> Result<u32, DispatchError>;
	/// The outcome of a case; `None` until it is final. A case that was never begun, or is closed,
	/// has no choice.
	fn outcome(case: u32) -> Option<Outcome>;
	/// Closes a case whose outcome was acted on.
	fn close(case: u32);
	/// The most that beginning one case and closing another can use.
	fn most_weight() -> Weight;
}

/// What fresh operators say of a price.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Price {
	/// The median, in 10^-18.
	pub value: u128,
	/// The timestamp of the oldest value that was used.
	pub oldest: Moment,
	/// The moment from which the price is stale unless an operator feeds again.
	pub fresh_until: Moment,
}

/// Prices computed from the operators' own fresh values.
pub trait PriceFeed {
	/// The price now: `None` when too few operators are fresh. Values that are zero, out of range or from before
	/// `not_before` do not count, as if their operators had not fed: a halt of the chain leaves out old values, not
	/// the price of those that feed again.
	fn price(feed: FeedId, not_before: Moment) -> Option<Price>;

	/// The largest value that counts on a feed, in 10^-18.
	fn largest(feed: FeedId) -> u128;

	/// A product is listed on a feed: the rules that make its price stay as they are until none is.
	fn bind(feed: FeedId);

	/// The most that reading a price costs.
	fn price_weight() -> Weight;
}

impl<AccountId> CoverBook<AccountId> for () {
	fn trigger(_: ProductId) -> Option<Trigger> {
		None
	}
	fn products_on(_: FeedId) -> Vec<ProductId> {
		Vec::new()
	}
	fn walk(_: ProductId, _: Option<PolicyId>, _: u32) -> Vec<PolicyId> {
		Vec::new()
	}
	fn assess(_: PolicyId, _: &Finding) -> Option<ClaimParts> {
		None
	}
	fn register(_: PolicyId, _: IncidentId, _: &Finding, _: &ClaimParts) -> DispatchResult {
		Ok(())
	}
	fn product_of(_: PolicyId) -> Option<ProductId> {
		None
	}
	fn holder(_: PolicyId) -> Option<AccountId> {
		None
	}
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl OnIncident for Tuple {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::opened(incident, product)); )* );
		weight
	}
	fn rejected(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::rejected(incident, product)); )* );
		weight
	}
	fn unchosen(incident: IncidentId, product: ProductId, opened_active: Moment) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::unchosen(incident, product, opened_active)); )* );
		weight
	}
	fn reopenable(product: ProductId, until: Option<Moment>) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::reopenable(product, until)); )* );
		weight
	}
	fn settled(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::settled(incident, product)); )* );
		weight
	}
	fn next(incident: IncidentId, product: ProductId) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::next(incident, product)); )* );
		weight
	}
	fn readiness(product: ProductId, ready: bool) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::readiness(product, ready)); )* );
		weight
	}
}

impl Adjudicator for () {
	fn begin(_: IncidentId, _: u32) -> Result<u32, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn outcome(_: u32) -> Option<Outcome> {
		Some(Outcome::default())
	}
	fn close(_: u32) {}
	fn most_weight() -> Weight {
		Weight::zero()
	}
}

impl PriceFeed for () {
	fn price(_: FeedId, _: Moment) -> Option<Price> {
		None
	}
	fn largest(_: FeedId) -> u128 {
		MAX_PRICE
	}
	fn bind(_: FeedId) {}
	fn price_weight() -> Weight {
		Weight::zero()
	}
}

impl<AccountId> CoverProvider<AccountId> for () {
	fn quote(_: ProductId, _: Balance, _: Moment, _: Permill) -> Result<Quote, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn insure(_: &AccountId, _: AccountId, _: &Order<AccountId>) -> Result<PolicyId, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}
