// SPDX-License-Identifier: Apache-2.0

//! Cover, claims and losses, followed by the model.

use super::*;

impl World {
	pub(super) fn is_touched(&self, product: ProductId) -> bool {
		self.open.iter().any(|(other, ..)| *other == product)
	}

	pub(super) fn sell(&mut self, product: ProductId, part: u32, premium: u32, days: Moment) {
		// As in the policies pallet: no cover is sold on a product with an open incident.
		if self.is_touched(product) {
			return;
		}
		let Ok(line) = Pools::line(0, product, Sale::New) else { return };
		let cover = line.room / 1_000_000 * Balance::from(part);
		let premium = Permill::from_parts(premium).mul_ceil(cover).max(1);
		let mut after = self.model.clone();
		after.touch(&terms());
		let sold = try_sell(0, product, cover, premium, days);
		let (available, slack) =
			(after.available(&terms()), (after.slack() + q(4)) * q(4) / terms().min_junior);
		let verdict = match (
			after.accepts(product, cover, &max(&available - &slack, q(0))),
			after.accepts(product, cover, &(&available + &slack)),
		) {
			(true, _) => Some(true),
			(false, true) => None,
			(false, false) => Some(false),
		};
		let verdict =
			all([verdict, Some(cover > 0 && !self.frozen() && record(0).status == PoolStatus::Open)]);
		let result = sold.as_ref().map(|_| ()).map_err(|error| *error);
		if agree(&result, verdict, &(product, part, days)) {
			self.model = after;
			let policy = sold.expect("just seen");
			self.model.policies.push(PolicyModel {
				product,
				cover,
				expiry: policy.expires / DAY + 1,
				is_released: false,
				boundary: ((now() + days * DAY) / DAY + 1) * DAY,
				unearned: q(premium),
				is_pledged: false,
			});
			self.policies.push(policy);
		}
	}

	/// Gives back a part of a policy's cover. The part that is kept of its premium streams on, in a
	/// policy without cover and holder.
	pub(super) fn reduce(&mut self, n: u8, part: u32, worth: u32, fee: u32) {
		if self.policies.is_empty() {
			return;
		}
		let at = usize::from(n) % self.policies.len();
		let by = Permill::from_parts(part).mul_floor(self.policies[at].cover);
		let mut back = 0;
		let worth = breakwater_primitives::ONE / 1_000_000 * u128::from(worth);
		let terms_of = Refund { worth, fee: Permill::from_parts(fee) };
		let result = run(|| reduce_for(&mut self.policies[at], by, terms_of).map(|units| back = units));
		let mut after = self.model.clone();
		after.touch(&terms());
		let policy = &mut after.policies[at];
		let verdict = by > 0 && !self.model.is_frozen() && !policy.is_released;
		if !agree(&result, Some(verdict), &(at, by)) {
			return;
		}
		let kept = events().into_iter().find_map(|event| match event {
			Event::CoverReduced { retained, .. } => Some(retained),
			_ => None,
		});
		let kept = kept.expect("it is told");
		let exact = cut(&policy.unearned * Q::new(by.into(), policy.cover.into()));
		let tiny = Q::new(1.into(), BigInt::from(1) << 20);
		let gone = back + kept;
		assert!(
			q(gone) <= &exact + &tiny && exact < q(gone + 1) + &tiny,
			"what leaves the policy is the exact floor"
		);
		// The terms count unless a loss has left the pool short. Where rounding decides that, both
		// results pass.
		let is_free = kept == 0 && back == gone;
		assert!(is_free || back == terms_of.of(gone), "of that comes back what the terms say");
		let earned = max(cut(&exact - q(gone)), q(0));
		policy.unearned = cut(&policy.unearned - exact);
		policy.cover -= by;
		if policy.cover == 0 {
			policy.unearned = q(0);
		}
		let is_pledged = policy.is_pledged;
		let orphan = PolicyModel { cover: 0, is_released: true, unearned: q(kept), ..policy.clone() };
		let pledged = if is_pledged { earned.clone() } else { q(0) };
		after.policies.push(orphan);
		after.earn(earned, pledged, &terms());
		self.model = after;
		self.policies.push(Policy { cover: 0, ..self.policies[at].clone() });
	}

	pub(super) fn open(&mut self, product: ProductId) {
		if self.is_touched(product) {
			return;
		}
		self.next += 1;
		open(self.next, product);
		// The pool is not caught up: cover that has ended since is locked as well.
		let amount = self.model.exposure(product);
		if amount > 0 {
			self.model.locks.insert(self.next, LockModel { product, amount });
		}
		self.open.push((product, self.next, active()));
	}

	pub(super) fn uphold(&mut self, product: ProductId, fraction: u32) {
		let Some(at) = self.open.iter().position(|(other, ..)| *other == product) else { return };
		let (_, incident, opened) = self.open.remove(at);
		let mut loss = 0;
		for at in 0..self.policies.len() {
			let policy = &mut self.policies[at];
			let used = Permill::from_parts(fraction).mul_floor(policy.cover);
			if policy.product != product || policy.expires <= opened || used == 0 {
				continue;
			}
			claim(policy, used).expect("using cover is never refused");
			loss += used;
			self.touch();
			let policy = &mut self.model.policies[at];
			let earned = if used == policy.cover {
				policy.unearned.clone()
			} else {
				cut(&policy.unearned * Q::new(used.into(), policy.cover.into()))
			};
			policy.unearned = &policy.unearned - &earned;
			policy.cover -= used;
			let pledged = if policy.is_pledged { earned.clone() } else { q(0) };
			self.model.earn(earned, pledged, &terms());
		}
		if let Some(lock) = self.model.locks.get_mut(&incident) {
			total(incident, 0, loss).expect("a loss is never above the lock");
			lock.amount = loss;
		} else {
			assert_eq!(loss, 0, "every loss has a lock");
		}
		self.settle(incident);
		self.top_up_all();
	}

	/// Returns the possible cost of open incidents other than `own`. A product has one open at a
	/// time.
	fn others(&self, own: IncidentId) -> Balance {
		let others = self.model.locks.iter().filter(|(incident, _)| **incident != own);
		others.map(|(_, lock)| lock.amount).sum()
	}

	/// Returns exactly the whole amount that `own` gets of the pool, beside the other short
	/// settlements and the locks of others.
	fn exact(&self, own: &PartialModel) -> Q {
		let model = &self.model;
		let locks = self.others(own.incident);
		let mut shares: Vec<_> =
			model.partials.iter().filter(|short| short.incident != own.incident).collect();
		shares.push(own);
		loop {
			let all = shares.iter().fold(model.capital(), |all, short| all + q(short.drawn));
			let wanted = q(locks + shares.iter().map(|short| short.loss).sum::<Balance>());
			if all >= wanted {
				return q(own.loss);
			}
			let kept: Vec<_> = shares
				.iter()
				.filter(|short| q(short.drawn) * &wanted <= q(short.loss) * &all)
				.copied()
				.collect();
			if kept.iter().all(|short| short.incident != own.incident) {
				return q(own.drawn);
			}
			if kept.len() == shares.len() {
				return all * q(own.loss) / wanted;
			}
			shares = kept;
		}
	}

	/// Charges an incident whose claims are known.
	pub(super) fn settle(&mut self, incident: IncidentId) {
		let Some(lock) = self.model.locks.get(&incident).cloned() else { return };
		System::reset_events();
		let settlement = frame_support::storage::with_storage_layer(|| settle(incident, 0, lock.amount))
			.expect("a totalled loss is settled");
		self.touch();
		let own = PartialModel { incident, loss: lock.amount, drawn: 0 };
		let exact = self.exact(&own);
		self.model.locks.remove(&incident);
		self.follow(own, &exact, settlement);
	}

	/// TopUps the partial settlements, as the claims do whenever another incident is settled or
	/// rejected.
	pub(super) fn top_up_all(&mut self) {
		for own in self.model.partials.clone() {
			System::reset_events();
			let (settlement, more) = top_up(own.incident, 0).expect("it is short");
			if events().is_empty() {
				assert!(more == 0 && !settlement.is_final);
				continue;
			}
			self.touch();
			let exact = self.exact(&own);
			self.model.partials.retain(|other| other.incident != own.incident);
			self.follow(own, &exact, settlement);
		}
		let waits = |short: &PartialModel| self.others(short.incident) > 0;
		assert!(self.model.partials.iter().all(waits), "nobody waits for ever");
	}

	/// Follows a settlement that is to have got `exact` of the pool by now.
	fn follow(&mut self, own: PartialModel, exact: &Q, settlement: breakwater_primitives::Settlement) {
		let slack = self.model.slack() + q(2);
		assert_eq!(
			settlement.is_final,
			self.others(own.incident) == 0 || settlement.from_pool == settlement.loss,
			"final when no other incident is left"
		);
		self.charge(&max(exact - q(own.drawn), q(0)), own.drawn, settlement, &slack);
		if !settlement.is_final {
			self.model.partials.push(PartialModel { drawn: settlement.from_pool, ..own });
		}
	}

	/// Takes a loss out of the tranches, junior first, and books the reserve's loan for the rest.
	/// `exact` is the amount that it gets beyond `drawn`, which it had.
	pub(super) fn charge(
		&mut self,
		exact: &Q,
		drawn: Balance,
		settlement: breakwater_primitives::Settlement,
		slack: &Q,
	) {
		let loss = settlement.loss;
		let from_pool = settlement.from_pool - drawn;
		let told: Vec<_> = events();
		let taken = |event: &Event<Test>| match event {
			Event::LossSettled { from_junior, from_senior, .. }
			| Event::SettlementToppedUp { from_junior, from_senior, .. } => Some((*from_junior, *from_senior)),
			_ => None,
		};
		let (from_junior, from_senior) = told.iter().find_map(taken).expect("a loss is told");
		assert_eq!(from_junior + from_senior, from_pool);
		// Dust of a tranche that this loss exhausted pays what it lacks, on top.
		let exhausted: Vec<(Tranche, Balance)> = told
			.iter()
			.filter_map(|event| match event {
				Event::TrancheExhausted { tranche, dust, .. } => Some((*tranche, *dust)),
				_ => None,
			})
			.collect();
		let dust = exhausted.iter().map(|(_, dust)| *dust).sum::<Balance>();
		let wide = slack + q(dust) + q(1);
		assert!(q(from_pool) + slack + q(1) >= *exact, "less than its part");
		assert!(q(from_pool) <= exact + wide, "more than its part");
		// Senior bears a loss only when junior has no assets left.
		let junior = self.model.junior.assets();
		close(from_junior, &min(junior.clone(), q(from_pool)), slack, "from junior");
		let all_slack = self.model.slack() + q(4);
		for (tranche, from) in [(Junior, from_junior), (Senior, from_senior)] {
			let book = self.model.tranche_mut(tranche);
			let has_shares = book.is_live();
			book.assets = Some(max(book.assets() - q(from), q(0)));
			if from > 0 {
				// The error of junior can now be in senior.
				book.slack = Some(cut(if tranche == Senior && from_junior > 0 {
					all_slack.clone()
				} else {
					book.slack() + q(4)
				}));
			}
			let is_told = exhausted.iter().any(|(other, _)| *other == tranche);
			let least = (book.shares() + q(1_000_000)) / q(1_000_000_000_000);
			let is_exhausted = at_least(&least, &(book.assets() + q(1)), &(book.slack() + q(1)));
			if has_shares && is_exhausted.is_some() && is_exhausted != Some(is_told) && from > 0 {
				panic!("{tranche:?} is exhausted: the pallet says {is_told}, {} left", book.assets());
			}
			if is_told {
				let rest = book.assets();
				book.assets = Some(q(0));
				book.is_exhausted = true;
				self.give_dust(tranche, rest);
			}
		}
		if settlement.from_reserve > 0 {
			let model = &mut self.model;
			model.owed = &model.owed + q(settlement.from_reserve);
			model.has_loan = true;
			model.loans += 1;
			model.policies.iter_mut().for_each(|policy| policy.is_pledged = true);
		}
		assert_eq!(
			settlement.from_pool
				+ settlement.from_reserve
				+ settlement.owed_by_reserve
				+ settlement.owed_by_pool,
			loss
		);
		self.model.close_loan();
		self.model.set_part(&terms());
	}

	pub(super) fn give_dust(&mut self, tranche: Tranche, dust: Q) {
		let model = &mut self.model;
		let loan = if model.has_loan { min(dust.clone(), model.owed.clone()) } else { q(0) };
		model.owed = &model.owed - &loan;
		model.repaid = &model.repaid + &loan;
		let rest = dust - loan;
		if model.tranche(tranche.other()).is_live() {
			let other = model.tranche_mut(tranche.other());
			other.assets = Some(other.assets() + rest);
		} else {
			model.reserve = &model.reserve + rest;
		}
	}
}
