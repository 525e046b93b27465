// SPDX-License-Identifier: Apache-2.0

//! Random sequences of calls, incidents, prices and time. The invariants and a small model are
//! checked after every step. Every call is a step, and every method of `CoverBook`,
//! `CoverProvider`, `OnIncident` and `nonfungibles_v2` that changes state. `BREAKWATER_SEQUENCES`
//! sets the number of sequences (64), each of up to 120 steps.

use super::mock::*;
use crate::{types::RenewalTerms, NextPolicy, OpenClaims, OpenIncidents, Policies as Stored, Renewals};
use breakwater_primitives::*;
use breakwater_products::{
	risk::default_rules, Listing, NextProduct, NextProposal, ProposalId, Proposals, Sponsors,
};
use frame_support::{
	pallet_prelude::{Hooks, Weight},
	storage::with_storage_layer,
	traits::fungibles::Inspect,
};
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use sp_runtime::{PerThing, Permill};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	List(u32),
	Update(u32, u32),
	Status(u32, u8),
	/// A sponsor proposes a product.
	Propose(u8, u32),
	/// A referendum approves a proposal.
	Approve(u32),
	/// A proposal is withdrawn by an account, or rejected.
	Withdraw(u32, Option<u8>),
	Delist(u32),
	Facts(u32, u32),
	Rules(u8, u32),
	Buy {
		who: u8,
		product: u32,
		cover: Balance,
		days: u16,
		to: Option<u8>,
		limit: bool,
	},
	/// Cover with another call, which succeeds or fails.
	BuyWith(u8, u32, Balance, bool),
	/// Another pallet insures one account with the money of another.
	Insure(u8, u32, Balance, u8),
	/// Another pallet gives a policy to an account.
	Give(u32, u8),
	Prune(u32),
	/// The holder sets or ends the renewal of a policy, with a cap and a payment into the renewal
	/// balance.
	Renewal(u32, Option<(u16, Balance, Balance)>),
	Renew(u32),
	/// The last day of a policy that is renewed: all is well, or an incident is open.
	Last(u32, bool),
	/// The idle visits of some blocks, one hour apart.
	Idle(u8),
	/// An account is blocked, or no longer is.
	Block(u8, bool),
	/// The holder changes a policy: the call, the amount and the receiver.
	Change(u32, u8, Balance, u8),
	Open(u32),
	/// A second incident waits behind the open one.
	Wait(u32),
	Total(u32, u32, u32),
	/// Claims under a table of losses: the policy, the time of the event and the loss of each
	/// insured account.
	Assess(u32, u32, Balance),
	Settle(u32),
	Reject(u32),
	/// The incident that waits is rejected while the first is open.
	RejectWaiting(u32),
	Close(u32),
	Ready(u32, bool),
	Price(u32),
	Silence,
	Freeze(u32, bool),
	Refuse(bool),
	/// All is well: fresh price, armed trigger, pools that answer, no incident.
	Calm(u32),
	Pass(u32),
	Halt(u32),
}

fn steps() -> impl Strategy<Value = Step> {
	prop_oneof![
		12 => any::<u32>().prop_map(Step::Calm),
		1 => any::<u32>().prop_map(Step::List),
		1 => any::<(u32, u32)>().prop_map(|(product, seed)| Step::Update(product, seed)),
		1 => any::<(u32, u8)>().prop_map(|(product, status)| Step::Status(product, status)),
		2 => any::<(u8, u32)>().prop_map(|(who, seed)| Step::Propose(who, seed)),
		2 => any::<u32>().prop_map(Step::Approve),
		1 => any::<(u32, Option<u8>)>().prop_map(|(proposal, who)| Step::Withdraw(proposal, who)),
		3 => any::<u32>().prop_map(Step::Delist),
		1 => any::<(u32, u32)>().prop_map(|(product, seed)| Step::Facts(product, seed)),
		1 => any::<(u8, u32)>().prop_map(|(class, seed)| Step::Rules(class, seed)),
		20 => (any::<(u8, u32)>(), 0..1_100_000u128, 0..380u16, any::<Option<u8>>(), prop::bool::weighted(0.1))
			.prop_map(|((who, product), cover, days, to, limit)| Step::Buy { who, product, cover, days, to, limit }),
		4 => (any::<u8>(), any::<u32>(), 0..400_000u128, prop::bool::weighted(0.7))
			.prop_map(|(who, product, cover, good)| Step::BuyWith(who, product, cover, good)),
		4 => (any::<u8>(), any::<u32>(), 0..400_000u128, any::<u8>())
			.prop_map(|(who, product, cover, holder)| Step::Insure(who, product, cover, holder)),
		2 => any::<(u32, u8)>().prop_map(|(policy, to)| Step::Give(policy, to)),
		6 => any::<u32>().prop_map(Step::Prune),
		10 => (any::<u32>(), prop::option::weighted(0.8, (0..70u16, 0..3_000u128, 0..6_000u128)))
			.prop_map(|(policy, terms)| Step::Renewal(policy, terms)),
		2 => any::<u32>().prop_map(Step::Renew),
		10 => any::<(u32, bool)>().prop_map(|(policy, open)| Step::Last(policy, open)),
		8 => (1..30u8).prop_map(Step::Idle),
		1 => (any::<u8>(), prop::bool::weighted(0.3)).prop_map(|(who, blocked)| Step::Block(who, blocked)),
		20 => (any::<u32>(), 0..12u8, 0..600_000u128, any::<u8>())
			.prop_map(|(policy, kind, amount, to)| Step::Change(policy, kind, amount, to)),
		4 => any::<u32>().prop_map(Step::Open),
		6 => any::<(u32, u32, u32)>().prop_map(|(product, ago, binding)| Step::Total(product, ago, binding)),
		2 => any::<u32>().prop_map(Step::Wait),
		6 => (any::<u32>(), any::<u32>(), 0..500_000u128)
			.prop_map(|(product, ago, loss)| Step::Assess(product, ago, loss)),
		2 => any::<u32>().prop_map(Step::Settle),
		1 => any::<u32>().prop_map(Step::Reject),
		3 => any::<u32>().prop_map(Step::RejectWaiting),
		4 => any::<u32>().prop_map(Step::Close),
		2 => (any::<u32>(), prop::bool::weighted(0.8)).prop_map(|(product, ready)| Step::Ready(product, ready)),
		3 => (900..1_100u32).prop_map(Step::Price),
		1 => Just(Step::Silence),
		1 => (any::<u32>(), prop::bool::weighted(0.3)).prop_map(|(pool, frozen)| Step::Freeze(pool, frozen)),
		1 => prop::bool::weighted(0.2).prop_map(Step::Refuse),
		6 => (0..60 * 24u32).prop_map(Step::Pass),
		2 => (0..60 * 24u32).prop_map(Step::Halt),
	]
}

/// The calls of [`Step::Change`], by its numbers.
const CHANGES: [&str; 12] = [
	"increase",
	"increase",
	"increase",
	"extend",
	"extend",
	"extend",
	"decrease",
	"decrease",
	"cancel",
	"commission",
	"commission",
	"transfer",
];

/// The model, checked besides the pallet's own invariants: per policy, the amount claimed under
/// each incident.
#[derive(Default)]
struct Model {
	claimed: BTreeMap<PolicyId, BTreeMap<IncidentId, Balance>>,
	covers: BTreeMap<PolicyId, Balance>,
	incidents: IncidentId,
	/// The incidents that wait behind the open one of their product.
	waiting: BTreeMap<ProductId, IncidentId>,
	/// The amount claimed on each insured account under each incident.
	on_insured_account: BTreeMap<(IncidentId, [u8; 20]), Balance>,
	pruned_cover: Balance,
}

fn some_terms(seed: u32) -> Terms {
	let mut terms = terms();
	terms.waiting = Moment::from(seed % 5) * DAY / 2;
	terms.grace = Moment::from(seed / 5 % 4) * 10 * DAY;
	terms.coinsurance = Permill::from_percent(seed / 20 % 40);
	terms.deductible = Balance::from(seed / 800 % 60);
	if (seed / 48_000).is_multiple_of(2) {
		terms.payout = linear();
	}
	terms.price.base = ONE / (1 + u128::from(seed / 96_000 % 100));
	terms.price.volatility = ONE / (1 + u128::from(seed / 9_600_000 % 50));
	terms.max_total = [Balance::MAX, 1_500_000][usize::from(seed.is_multiple_of(7))];
	terms
}

fn some_facts(seed: u32) -> RiskFacts {
	RiskFacts {
		audits: (seed % 7) as u8,
		// Now and then from the future.
		deployed: 17_000 + seed / 7 % 2_600,
		bounty: Balance::from(seed / 11 % 1_000),
		at_stake: Balance::from(seed / 13 % 10_000),
		incidents: (seed / 17 % 4) as u8,
		reviewed: 19_000 + seed / 19 % 450,
	}
}

/// One listing in four is assessed by people.
fn some_listing(seed: u32) -> Listing {
	let class = RiskClass::ALL[seed as usize / 19 % RiskClass::ALL.len()];
	let terms = some_terms(seed);
	let some = Listing { group: 1, class, facts: some_facts(seed), ..listing(trigger(), terms) };
	if !seed.is_multiple_of(4) {
		return some;
	}
	let price = PriceTerms { volatility: 0, ..terms.price };
	Listing { decision: assessed().decision, terms: Terms { payout: Payout::Full, price, ..terms }, ..some }
}

/// Rules of a class, in part out of bounds.
fn some_rules(seed: u32) -> ClassRules {
	let mut rules = default_rules(RiskClass::ALL[seed as usize % RiskClass::ALL.len()]);
	rules.rate = ONE / 100 * u128::from(seed / 10 % 40);
	rules.margin = ONE / 10 * u128::from(9 + seed / 400 % 30);
	rules.age_span = seed / 12_000 % 1_000;
	rules
}

impl Model {
	/// Two pools underwrite a new product.
	fn underwrite(id: ProductId, seed: u32) {
		add_pool(id, POOL, CAPACITY / 2);
		add_pool(id, POOL + 1 + seed % 3, CAPACITY / 3);
	}

	fn proposal(seed: u32) -> ProposalId {
		seed % (NextProposal::<Test>::get() + u32::from(seed.is_multiple_of(16))).max(1)
	}

	/// A sponsor proposes. The sponsor's deposit is held.
	fn propose(who: AccountId, seed: u32) -> bool {
		let held = listing_deposit(who);
		let proposed =
			layer(|| Products::propose_product(RuntimeOrigin::signed(who), Box::new(some_listing(seed))));
		assert_eq!(listing_deposit(who), held + if proposed { LISTING_DEPOSIT } else { 0 });
		proposed
	}

	fn delist(product: ProductId) -> bool {
		let sponsor = Sponsors::<Test>::get(product).map(|(sponsor, _)| (sponsor, listing_deposit(sponsor)));
		let delisted =
			layer(|| Products::delist(RuntimeOrigin::signed(BOB), product).map(|_| ()).map_err(|e| e.error));
		if let Some((sponsor, held)) = sponsor.filter(|_| delisted) {
			assert_eq!(listing_deposit(sponsor) + LISTING_DEPOSIT, held);
		}
		delisted
	}

	fn account(seed: u8) -> AccountId {
		[ALICE, BOB, ALICE, BOB, ALICE, POOR, 77][usize::from(seed % 7)]
	}

	fn product(seed: u32) -> ProductId {
		// One of those listed, or now and then one that is not.
		seed % (NextProduct::<Test>::get() + u32::from(seed.is_multiple_of(16))).max(1)
	}

	fn policy(seed: u32) -> PolicyId {
		seed % (NextPolicy::<Test>::get() + u32::from(seed.is_multiple_of(16))).max(1)
	}

	/// Do a step. A refused call is rolled back as in the runtime. Returns true if the call was not
	/// refused.
	fn step(&mut self, step: Step) -> bool {
		match step {
			Step::List(seed) => {
				let id = NextProduct::<Test>::get();
				let listed = layer(|| list(some_listing(seed)));
				if listed {
					Self::underwrite(id, seed);
				}
				listed
			}
			Step::Propose(who, seed) => Self::propose(Self::account(who), seed),
			Step::Approve(seed) => {
				let id = NextProduct::<Test>::get();
				let approved =
					layer(|| Products::approve_product(RuntimeOrigin::root(), Self::proposal(seed)));
				if approved {
					Self::underwrite(id, seed);
				}
				approved
			}
			Step::Withdraw(seed, who) => {
				let origin =
					who.map_or(RuntimeOrigin::root(), |who| RuntimeOrigin::signed(Self::account(who)));
				layer(|| Products::withdraw_proposal(origin, Self::proposal(seed)))
			}
			Step::Delist(seed) => {
				let product = Self::product(seed);
				// Retired at once more often than by chance alone; the first product is kept.
				if product > 0 {
					layer(|| Products::set_status(RuntimeOrigin::root(), product, ProductStatus::Retired));
				}
				Self::delist(product)
			}
			Step::Facts(product, seed) => layer(|| {
				Products::update_facts(RuntimeOrigin::root(), Self::product(product), some_facts(seed))
			}),
			Step::Rules(class, seed) => layer(|| {
				let class = RiskClass::ALL[usize::from(class) % RiskClass::ALL.len()];
				Products::set_class_rules(RuntimeOrigin::root(), class, some_rules(seed))
			}),
			Step::Update(product, seed) => layer(|| {
				let product = Self::product(product);
				Products::update_terms(RuntimeOrigin::root(), product, some_terms(seed), uri())
			}),
			Step::Status(product, status) => {
				let status = if status < 1 {
					ProductStatus::Retired
				} else if status % 3 == 0 {
					ProductStatus::Paused
				} else {
					ProductStatus::Active
				};
				layer(|| Products::set_status(RuntimeOrigin::root(), Self::product(product), status))
			}
			Step::Buy { who, product, cover, days, to, limit } => {
				let (who, to) = (Self::account(who), to.map(Self::account));
				self.buy(who, Self::product(product), cover, Moment::from(days) * DAY, to, limit)
			}
			Step::BuyWith(who, product, cover, good) => {
				self.buy_with(Self::account(who), Self::product(product), cover, good)
			}
			Step::Insure(who, product, cover, holder) => {
				self.insure(Self::account(who), Self::product(product), cover, Self::account(holder))
			}
			Step::Give(seed, to) => Self::give(Self::policy(seed), Self::account(to)),
			Step::Prune(seed) => self.prune(Self::policy(seed)),
			Step::Renewal(seed, terms) => self.set_renewal(Self::policy(seed), terms),
			Step::Renew(seed) => layer(|| {
				let done = Policies::renew(RuntimeOrigin::signed(BOB), Self::policy(seed));
				done.map(|_| ()).map_err(|error| error.error)
			}),
			Step::Last(seed, open) => self.last_day(seed, Self::policy(seed), open),
			Step::Idle(blocks) => {
				for _ in 0..blocks {
					Policies::on_idle(1, Weight::MAX);
					pass(3_600_000);
				}
				true
			}
			Step::Block(who, blocked) => {
				let (who, by) = (Self::account(who), RuntimeOrigin::signed(100));
				if blocked {
					Assets::block(by, 1, who).is_ok()
				} else {
					Assets::thaw(by, 1, who).is_ok()
				}
			}
			Step::Change(seed, kind, amount, to) => {
				self.change(Self::policy(seed), kind, amount, Self::account(to))
			}
			Step::Open(seed) => {
				let product = seed % NextProduct::<Test>::get();
				// The claims open no incident where the book has no product any more.
				let is_listed = <Products as Listings>::product(product)
					.is_some_and(|listed| listed.status != ProductStatus::Delisted);
				if OpenIncidents::<Test>::contains_key(product) || !is_listed {
					return false;
				}
				self.incidents += 1;
				<Policies as OnIncident>::opened(self.incidents, product);
				true
			}
			Step::Wait(seed) => {
				let product = Self::product(seed);
				if !OpenIncidents::<Test>::contains_key(product) || self.waiting.contains_key(&product) {
					return false;
				}
				self.incidents += 1;
				let open = OpenIncidents::<Test>::get(product);
				<Policies as OnIncident>::opened(self.incidents, product);
				assert_eq!(OpenIncidents::<Test>::get(product), open, "a second one waits");
				self.waiting.insert(product, self.incidents);
				true
			}
			Step::Total(product, ago, binding) => self.total(Self::product(product), ago, binding),
			Step::Assess(seed, ago, loss) => self.assess(seed, ago, loss),
			Step::Settle(seed) => self.end(Self::product(seed), true),
			Step::Reject(seed) => self.end(Self::product(seed), false),
			Step::RejectWaiting(seed) => {
				let product = Self::product(seed);
				let Some(incident) = self.waiting.remove(&product) else { return false };
				let open = OpenIncidents::<Test>::get(product);
				<Policies as OnIncident>::rejected(incident, product);
				assert_eq!(OpenIncidents::<Test>::get(product), open, "the first one is still open");
				true
			}
			Step::Close(seed) => {
				let open: Vec<_> = OpenClaims::<Test>::iter_keys().collect();
				let Some((policy, incident)) = open.get(seed as usize % open.len().max(1)) else {
					return false;
				};
				<Policies as CoverBook<AccountId>>::claim_closed(*policy, *incident);
				true
			}
			Step::Ready(seed, ready) => {
				set_ready(seed % NextProduct::<Test>::get(), ready);
				true
			}
			Step::Price(thousandths) => {
				set_price(ONE / 1_000 * u128::from(thousandths.max(990)));
				true
			}
			Step::Silence => {
				FeedPrice::set(&None);
				true
			}
			Step::Freeze(seed, frozen) => {
				let keys: Vec<_> = Lines::get().keys().copied().collect();
				let (product, pool) = keys[seed as usize % keys.len()];
				change_line(product, pool, |line| line.frozen = frozen);
				true
			}
			Step::Refuse(refuse) => {
				RefuseOpen::set(&refuse);
				true
			}
			Step::Calm(seed) => {
				let product = seed % NextProduct::<Test>::get();
				set_price(ONE);
				RefuseOpen::set(&false);
				set_ready(product, true);
				change_line(product, POOL, |line| line.frozen = false);
				while self.end(product, true) {}
				true
			}
			Step::Pass(hours) => {
				pass(Moment::from(hours) * 3_600_000 + 1);
				true
			}
			Step::Halt(hours) => {
				halt(Moment::from(hours) * 3_600_000 + 1);
				true
			}
		}
	}

	fn buy(
		&mut self,
		who: AccountId,
		product: ProductId,
		cover: Balance,
		period: Moment,
		to: Option<AccountId>,
		limit: bool,
	) -> bool {
		let id = NextPolicy::<Test>::get();
		let part = Permill::from_percent((cover % 12) as u32);
		let quote = Policies::quote(product, cover, period, part);
		let total = |quote: &Quote| quote.premium + quote.commission;
		let max = if limit { quote.as_ref().map_or(0, |quote| total(quote) - 1) } else { Balance::MAX };
		let before = usd(who);
		let distributor = if cover.is_multiple_of(5) { who } else { BROKER };
		let order = Order {
			product,
			version: version(product),
			max_premium: max,
			insured_account: Self::insured_account(product, cover),
			commission: Some(Commission { distributor, part }),
			..order(cover, period)
		};
		let bought = layer(|| plain(Policies::buy(RuntimeOrigin::signed(who), order, to)));
		if bought {
			let quote = quote.expect("what is bought was quoted");
			let policy = Stored::<Test>::get(id).unwrap();
			assert_eq!(before - usd(who), total(&quote));
			assert_eq!((policy.premium, policy.version), (quote.premium, quote.version));
			let places = |part: &crate::Allocation| (part.pool, part.cover);
			let placed = |part: &Placed| (part.pool, part.cover);
			let quoted: Vec<_> = quote.placement.iter().map(placed).collect();
			assert_eq!(policy.allocations.iter().map(places).collect::<Vec<_>>(), quoted);
			assert_eq!(policy.holder, to.unwrap_or(who));
			assert!(usd(who) > 0);
			self.covers.insert(id, cover);
		} else {
			assert_eq!(usd(who), before);
		}
		bought
	}

	/// One of three insured accounts, where people assess the product.
	fn insured_account(product: ProductId, seed: Balance) -> Option<interest::InsuredAccount> {
		let listed =
			<Products as Listings>::product(product).filter(|listed| listed.decision.trigger().is_none());
		listed
			.map(|_| interest::InsuredAccount::Ethereum { chain_id: 1, address: [1 + (seed % 3) as u8; 20] })
	}

	fn order(product: ProductId, cover: Balance) -> Order<AccountId> {
		let insured_account = Self::insured_account(product, cover);
		Order { product, version: version(product), insured_account, ..order(cover, 30 * DAY) }
	}

	fn buy_with(&mut self, who: AccountId, product: ProductId, cover: Balance, good: bool) -> bool {
		let (id, money) = (NextPolicy::<Test>::get(), usd(who));
		let call: RuntimeCall = match good {
			true => frame_system::Call::remark { remark: Vec::new() }.into(),
			false => frame_system::Call::set_heap_pages { pages: 1 }.into(),
		};
		let order = Self::order(product, cover);
		let bought = layer(|| plain(Policies::buy_with(RuntimeOrigin::signed(who), order, Box::new(call))));
		if bought {
			assert!(good, "both or neither");
			assert_eq!(stored(id).holder, who);
			self.covers.insert(id, cover);
		} else {
			assert_eq!((usd(who), NextPolicy::<Test>::get()), (money, id));
		}
		bought
	}

	/// Insure without a storage layer: an error must change no state.
	fn insure(&mut self, payer: AccountId, product: ProductId, cover: Balance, holder: AccountId) -> bool {
		let (id, money) = (NextPolicy::<Test>::get(), usd(payer));
		let order = Self::order(product, cover);
		let insured = <Policies as CoverProvider<AccountId>>::insure(&payer, holder, &order);
		match insured {
			Ok(insured) => {
				assert_eq!((insured, stored(id).holder), (id, holder));
				assert_eq!(money - usd(payer), stored(id).premium);
				self.covers.insert(id, cover);
			}
			Err(_) => assert_eq!((usd(payer), NextPolicy::<Test>::get()), (money, id)),
		}
		insured.is_ok()
	}

	fn give(id: PolicyId, to: AccountId) -> bool {
		use frame_support::traits::tokens::nonfungibles_v2::{Inspect, Transfer};
		let Some(policy) = Stored::<Test>::get(id) else { return false };
		let can = <Policies as Inspect<AccountId>>::can_transfer(&policy.product, &id);
		let given = layer(|| <Policies as Transfer<AccountId>>::transfer(&policy.product, &id, &to));
		assert!(can || !given);
		assert_eq!(stored(id).holder, if given { to } else { policy.holder });
		given
	}

	/// End the open incident of a product. The one that waits is next. Returns true if there was
	/// one.
	fn end(&mut self, product: ProductId, is_settled: bool) -> bool {
		let Some(incident) = OpenIncidents::<Test>::get(product) else { return false };
		if is_settled {
			<Policies as OnIncident>::settled(incident, product);
		} else {
			<Policies as OnIncident>::rejected(incident, product);
		}
		let waiting = self.waiting.remove(&product);
		if let Some(next) = waiting {
			<Policies as OnIncident>::next(next, product);
		}
		assert_eq!(OpenIncidents::<Test>::get(product), waiting);
		true
	}

	fn change(&mut self, id: PolicyId, kind: u8, amount: Balance, to: AccountId) -> bool {
		let Some(policy) = Stored::<Test>::get(id) else { return false };
		let (who, money) = (policy.holder, usd(policy.holder));
		let signed = RuntimeOrigin::signed(who);
		let time = Moment::try_from(amount).unwrap() * SECOND;
		let done = layer(|| match kind {
			0..=2 => plain(Policies::increase(signed, id, amount, Balance::MAX)),
			3..=5 => plain(Policies::extend(signed, id, time, Balance::MAX)),
			6 | 7 => plain(Policies::decrease(signed, id, amount, 0)),
			8 => plain(Policies::cancel(signed, id, 0)),
			9 | 10 => Policies::collect_commission(RuntimeOrigin::signed(POOR), id),
			_ => Policies::transfer(signed, id, to),
		});
		if !done {
			assert_eq!(usd(who), money);
			return false;
		}
		let cover = self.covers.get_mut(&id).expect("a policy was bought");
		match kind {
			0..=2 => *cover += amount,
			6 | 7 => *cover -= amount,
			8 => assert!(!Stored::<Test>::contains_key(id)),
			_ => (),
		}
		match kind {
			0..=5 => assert!(usd(who) < money),
			6..=10 => assert!(usd(who) >= money),
			_ => assert_eq!(stored(id).holder, to),
		}
		true
	}

	fn set_renewal(&mut self, id: PolicyId, terms: Option<(u16, Balance, Balance)>) -> bool {
		let Some(policy) = Stored::<Test>::get(id) else { return false };
		let renewal_balance = |id| Renewals::<Test>::get(id).map_or(0, |renewal| renewal.renewal_balance);
		let account = Policies::account().unwrap();
		let (who, money, before, kept) =
			(policy.holder, usd(policy.holder), renewal_balance(id), usd(account));
		let prepaid = terms.map_or(0, |(_, _, prepaid)| prepaid);
		let terms = terms.map(|(days, max_premium, prepaid)| RenewalTerms {
			period: Moment::from(days) * DAY,
			max_premium,
			prepaid,
		});
		let done = layer(|| Policies::set_renewal(RuntimeOrigin::signed(who), id, terms));
		match (done, terms) {
			(false, _) => assert_eq!((usd(who), renewal_balance(id)), (money, before)),
			(true, None) => assert_eq!((usd(who) - money, kept - usd(account)), (before, before)),
			(true, Some(_)) => {
				assert_eq!(renewal_balance(id), before + prepaid);
				// And the smallest balance, if it is the first.
				assert!(money - usd(who) == prepaid || (kept == 0 && money - usd(who) == prepaid + 1));
			}
		}
		done
	}

	fn last_day(&mut self, seed: u32, id: PolicyId, open: bool) -> bool {
		let Some(policy) = Stored::<Test>::get(id) else { return false };
		let product = policy.product;
		self.set_renewal(id, Some((7 + (seed % 40) as u16, 5_000, 5_000)));
		pass(policy.ends_at.saturating_sub(DAY).saturating_sub(TestClock::now()));
		self.step(Step::Calm(product));
		if open {
			self.step(Step::Open(product));
		}
		let renewed = self.step(Step::Renew(id));
		if open && seed.is_multiple_of(3) {
			// The event was before the renewal.
			pass(Moment::from(seed % 5) * DAY + 1);
			self.total(product, seed % 5 * 86_400 + 3_600, seed);
		}
		renewed
	}

	fn prune(&mut self, id: PolicyId) -> bool {
		let Some(policy) = Stored::<Test>::get(id) else { return false };
		let left = policy.cover_left().unwrap();
		let pruned =
			layer(|| Policies::prune(RuntimeOrigin::signed(BOB), id).map(|_| ()).map_err(|e| e.error));
		if pruned {
			self.pruned_cover += left;
		}
		pruned
	}

	/// Walk a product's policies under its open incident as the claims do, and register the amounts
	/// that are assessed.
	fn total(&mut self, product: ProductId, ago: u32, binding: u32) -> bool {
		let Some(incident) = OpenIncidents::<Test>::get(product) else { return false };
		if <Products as Catalogue>::is_assessed(product) {
			return false;
		}
		let finding = Finding {
			occurred_at: TestClock::now() - Moment::from(ago % (90 * 86_400)) * SECOND,
			opened_active: TestClock::active(),
			measure: Measure::Average(ONE / 1_000 * u128::from(850 + binding % 150)),
		};
		self.walk(product, |model, id| {
			model.claim(id, incident, &finding);
		});
		true
	}

	/// An event occurs while a policy on an insured account is in force. All holders with a loss
	/// claim, in the order of the walk. All insured accounts lost the same.
	fn assess(&mut self, seed: u32, ago: u32, loss: Balance) -> bool {
		let mut insured: Vec<_> = crate::InsuredAccounts::<Test>::iter_keys().collect();
		insured.sort();
		let Some(policy) = insured.get(seed as usize % insured.len().max(1)).map(|id| stored(*id)) else {
			return false;
		};
		let product = policy.product;
		pass(policy.starts_at.saturating_sub(TestClock::now()));
		self.step(Step::Open(product));
		let Some(incident) = OpenIncidents::<Test>::get(product) else { return false };
		let until = TestClock::now().min(policy.ends_at - 1);
		let occurred_at = policy.starts_at + Moment::from(ago) * SECOND % (until - policy.starts_at + 1);
		let mut any = false;
		self.walk(product, |model, id| {
			let Some(interest::InsuredAccount::Ethereum { address, .. }) =
				<Policies as CoverBook<AccountId>>::insured_account(id)
			else {
				return;
			};
			let key = (incident, address);
			let claimed = model.on_insured_account.get(&key).copied().unwrap_or_default();
			let measure = Measure::Loss { loss, claimed, most: Balance::MAX };
			let finding = Finding { occurred_at, opened_active: TestClock::active(), measure };
			let policy = stored(id);
			let Some(amount) = model.claim(id, incident, &finding) else { return };
			let terms = <Products as Listings>::terms(product, policy.version).expect("its terms");
			let allowed = terms.coinsurance.left_from_one().mul_floor(loss) - terms.deductible;
			assert!(claimed + amount <= allowed, "no policy pays for the holder's own part of the loss");
			model.on_insured_account.insert(key, claimed + amount);
			any = true;
		});
		any
	}

	fn walk(&mut self, product: ProductId, mut each: impl FnMut(&mut Self, PolicyId)) {
		let mut after = None;
		while let Some(id) = <Policies as CoverBook<AccountId>>::walk(product, after, 1).first().copied() {
			after = Some(id);
			each(self, id);
		}
	}

	/// Register the amount that a policy is assessed. Returns it if it was booked: once an
	/// incident.
	fn claim(&mut self, id: PolicyId, incident: IncidentId, finding: &Finding) -> Option<Balance> {
		let assessed = <Policies as CoverBook<AccountId>>::assess(id, finding)?;
		let policy = stored(id);
		assert!(policy.starts_at <= finding.occurred_at && finding.occurred_at < policy.ends_at);
		let amount: Balance = assessed.iter().map(|(_, amount)| amount).sum();
		assert!(amount <= policy.cover_left().unwrap());
		let last = policy.last_claim;
		let booked = layer(|| <Policies as CoverBook<AccountId>>::register(id, incident, finding, &assessed));
		assert_eq!(booked, last.is_none_or(|last| last < incident), "a claim is booked once an incident");
		booked.then(|| {
			self.claimed.entry(id).or_default().insert(incident, amount);
			amount
		})
	}

	fn hold(&self, issuance: Balance) {
		Policies::do_try_state().unwrap();
		let mut live = 0;
		for (id, policy) in Stored::<Test>::iter() {
			live += left(id);
			let claimed: Balance = self.claimed.get(&id).map_or(0, |claims| claims.values().sum());
			assert_eq!(policy.cover, self.covers[&id]);
			assert_eq!(left(id) + claimed, policy.cover);
		}
		// The model pool keeps expired cover. Its exposure is the live cover and the pruned cover.
		let exposed: Balance = Lines::get().values().map(|line| line.exposure).sum();
		assert_eq!(exposed, live + self.pruned_cover);
		assert_eq!(AllAssets::total_issuance(USD), issuance);
		// One deposit is held for each product that is proposed, or was proposed and is not
		// delisted.
		let held: Balance = [ALICE, BOB, POOR, 77].map(listing_deposit).iter().sum();
		let count = Proposals::<Test>::iter_keys().count() + Sponsors::<Test>::iter_keys().count();
		assert_eq!(held, LISTING_DEPOSIT * count as Balance);
		for line in Lines::get().values() {
			assert!(line.exposure <= line.capacity);
		}
	}
}

fn layer(call: impl FnOnce() -> sp_runtime::DispatchResult) -> bool {
	with_storage_layer(call).is_ok()
}

fn sequences() -> u32 {
	std::env::var("BREAKWATER_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(64)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(sequences()))]

	#[test]
	fn invariants_should_hold_after_every_step(sequence in prop::collection::vec(steps(), 1..120)) {
		ExtBuilder::default().build_and_execute(|| {
			let issuance = AllAssets::total_issuance(USD);
			let mut model = Model::default();
			for step in sequence {
				model.step(step);
				model.hold(issuance);
			}
		});
	}
}

/// The sequences above reach everything. The test runs a sample of them that is always the same, in
/// which every kind of step succeeds.
#[test]
fn random_sequences_should_reach_every_step() {
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
	let mut reached = BTreeMap::<String, u32>::new();
	for _ in 0..60 {
		let sequence = prop::collection::vec(steps(), 120).new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().build_and_execute(|| {
			let issuance = AllAssets::total_issuance(USD);
			let mut model = Model::default();
			for step in sequence {
				let text = format!("{step:?}");
				let kind = match step {
					Step::Change(_, kind, ..) => format!(" {}", CHANGES[usize::from(kind)]),
					_ => String::new(),
				};
				let name = text.split([' ', '(', '{']).next().unwrap_or_default().to_owned() + &kind;
				let done = model.step(step);
				model.hold(issuance);
				*reached.entry(name).or_default() += u32::from(done);
			}
		});
	}
	println!("steps that succeeded: {reached:#?}");
	let missing: Vec<_> = reached.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
	assert!(missing.is_empty(), "{missing:?} of {reached:#?}");
	assert_eq!(reached.len(), 41, "every kind of step was tried");
}
