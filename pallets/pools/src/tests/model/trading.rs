// SPDX-License-Identifier: Apache-2.0

//! Deposits, requests, transfers and payments, followed by the model.

use super::*;

impl World {
	/// Deposits. A blocked account can pay no deposit either.
	pub(super) fn deposit(&mut self, who: Person, tranche: Tranche, amount: Balance) {
		let result = run(|| Pools::deposit(signed(PEOPLE[who].clone()), 0, tranche, amount, 0).plain());
		let mut after = self.model.clone();
		after.touch(&terms());
		let is_exhausted = after.tranche(tranche).is_exhausted;
		let open =
			record(0).status == PoolStatus::Open && !self.frozen() && self.may_hold(who) && !is_exhausted;
		let mut verdict = Some(open && !self.blocked[who]);
		if tranche == Senior {
			let junior = if after.junior.is_live() { after.junior.assets() } else { q(0) };
			let least = (&junior + after.senior.assets() + q(amount)) * terms().min_junior;
			verdict = all([verdict, at_least(&junior, &least, &(after.slack() + q(2)))]);
		}
		if agree(&result, verdict, &(who, tranche, amount)) {
			self.model = after;
			let book = self.model.tranche_mut(tranche);
			let shares = cut(q(amount) / book.price());
			book.loosen(q(4) + book.price() * q(2));
			book.add_shares(who, shares);
			book.assets = Some(book.assets() + q(amount));
			self.model.set_part(&terms());
			self.paid_in[who] += amount;
		}
	}

	pub(super) fn request(&mut self, who: Person, tranche: Tranche, part: u32, limit: u32) {
		let id = &PEOPLE[who];
		let of_pallet = shares_in(id, 0, tranche);
		let shares = Permill::from_parts(part).mul_floor(of_pallet);
		let mut after = self.model.clone();
		after.touch(&terms());
		// The limit in units is the one that the caller sees, a part of the view's value.
		let state = Pools::position(0, id).unwrap();
		let holding = if tranche == Junior { state.junior } else { state.senior };
		let value = holding.value * shares / of_pallet.max(1);
		let min_out = Permill::from_parts(limit).mul_floor(value);
		let result =
			run(|| Pools::request_withdrawal(signed(id.clone()), 0, tranche, shares, min_out).plain());

		let book = after.tranche(tranche);
		let slack = book.slack() + q(2);
		let is_over = book.over.contains(&who);
		let (held, unlocking) = book
			.holders
			.get(&who)
			.map_or((q(0), q(0)), |holder| (holder.shares.clone(), holder.unlocking.clone()));
		let moved = cut(&held * Q::new(shares.into(), of_pallet.max(1).into()));
		let worth = book.value(&moved);
		// The pallet's fractions are rounded to the smallest unit of shares.
		let is_free = at_least(&(&held - &unlocking), &moved, &q(2));
		let is_free = if unlocking == q(0) { Some(true) } else { is_free };
		let is_all = shares == of_pallet;
		let verdict = all([
			Some(shares > 0 && !book.is_exhausted && !is_over),
			is_free,
			at_least(&worth, &q(min_out.max(1)), &slack),
			if is_all { Some(true) } else { at_least(&worth, &q(MIN_WITHDRAWAL), &slack) },
		]);
		if agree(&result, verdict, &(who, tranche, part, limit)) {
			self.model = after;
			let ready_at = active() + limits().cooldown;
			let book = self.model.tranche_mut(tranche);
			let holder = book.holders.get_mut(&who).expect("has shares");
			holder.shares = if is_all { q(0) } else { &holder.shares - &moved };
			let index = book.next_index;
			book.next_index += 1;
			book.queue.push(Request { index, who, shares: moved, min_out, ready_at });
		}
	}

	pub(super) fn cancel(&mut self, who: Person, tranche: Tranche, n: u8) {
		let mut after = self.model.clone();
		after.touch(&terms());
		let own: Vec<u32> = after
			.tranche(tranche)
			.queue
			.iter()
			.filter_map(|request| (request.who == who).then_some(request.index))
			.collect();
		let index = own.get(usize::from(n) % own.len().max(1)).copied();
		let result = run(|| {
			Pools::cancel_withdrawal(signed(PEOPLE[who].clone()), 0, tranche, index.unwrap_or(u32::MAX))
				.plain()
		});
		let verdict = index.is_some() && !self.frozen() && !after.tranche(tranche).is_exhausted;
		if agree(&result, Some(verdict), &(who, tranche, n)) {
			self.model = after;
			let at =
				self.model.tranche(tranche).queue.iter().position(|request| Some(request.index) == index);
			self.take_back(tranche, at.expect("it waits"));
		}
	}

	/// Puts a request back into the position.
	pub(super) fn take_back(&mut self, tranche: Tranche, at: usize) {
		let request = self.model.tranche_mut(tranche).queue.remove(at);
		let book = self.model.tranche_mut(tranche);
		book.add_shares(request.who, request.shares.clone());
		let holder = book.holders.get_mut(&request.who).expect("just added");
		holder.unlocking = &holder.unlocking + &request.shares;
		holder.unlocks_on = active() / DAY + 2;
	}

	pub(super) fn transfer(&mut self, from: Person, to: Person, tranche: Tranche, part: u32) {
		let of_pallet = shares_in(&PEOPLE[from], 0, tranche);
		let shares = Permill::from_parts(part).mul_floor(of_pallet);
		let result =
			run(|| Pools::transfer(signed(PEOPLE[from].clone()), 0, tranche, PEOPLE[to].clone(), shares));
		let today = active() / DAY;
		let book = self.model.tranche(tranche);
		let is_over = book.over.contains(&from);
		let (held, unlocking) = book.holders.get(&from).map_or((q(0), q(0)), |holder| {
			let unlocking = if holder.unlocks_on > today { holder.unlocking.clone() } else { q(0) };
			(holder.shares.clone(), unlocking)
		});
		let moved = cut(&held * Q::new(shares.into(), of_pallet.max(1).into()));
		let is_free =
			if unlocking == q(0) { Some(true) } else { at_least(&(&held - &unlocking), &moved, &q(2)) };
		let verdict = Some(from != to && shares > 0 && !self.frozen() && self.may_hold(to) && !is_over);
		if agree(&result, all([verdict, is_free]), &(from, to, tranche, part)) {
			let is_all = shares == of_pallet;
			let book = self.model.tranche_mut(tranche);
			book.loosen(book.price());
			let holder = book.holders.get_mut(&from).expect("has shares");
			holder.shares = if is_all { q(0) } else { &holder.shares - &moved };
			book.add_shares(to, moved);
		}
	}

	pub(super) fn serve(&mut self, max: u32) {
		let result = run(|| Pools::process_withdrawals(signed(BUYER), 0, max).plain());
		if self.frozen() {
			assert!(result.is_err(), "nothing is paid while an incident is open");
			return;
		}
		let before = self.model.clone();
		self.touch();
		let served = self.follow_payments(max);
		agree(&result, Some(served > 0), &max);
		if result.is_err() {
			self.model = before;
		}
	}

	pub(super) fn cross_days(&mut self) {
		cross_days();
		if record(0).accrued_to == now() {
			self.touch();
		}
	}

	pub(super) fn idle(&mut self) {
		System::reset_events();
		Pools::on_idle(1, Weight::MAX);
		if record(0).accrued_to == now() {
			self.touch();
		}
		if !self.frozen() {
			self.follow_payments(MAX_IDLE_WITHDRAWALS);
		}
	}

	/// Goes through the payments that the pallet emits, each of which must be the model's next.
	/// Checks that the pallet stopped where the model does. Returns their number.
	pub(super) fn follow_payments(&mut self, max: u32) -> u32 {
		let mut count = 0;
		for event in events() {
			let (tranche, index, paid) = match event {
				Event::WithdrawalPaid { tranche, index, amount, shares, shares_left, .. } => {
					(tranche, index, Some((amount, shares, shares_left)))
				}
				Event::WithdrawalReturned { tranche, index, .. }
				| Event::WithdrawalDropped { tranche, index, .. } => (tranche, index, None),
				_ => continue,
			};
			count += 1;
			let other = tranche.other();
			if self.comes_first(other, tranche) && !self.model.tranche(tranche).is_exhausted {
				assert_ne!(self.can_serve(other), Some(true), "the other tranche was first");
				assert_ne!(
					self.waits(other),
					Some(true),
					"nobody is overtaken by who wants the same capital"
				);
			}
			assert_ne!(self.can_serve(tranche), Some(false), "the model would not serve {tranche:?}");
			let request = self.model.tranche(tranche).queue.first().expect("somebody waits").clone();
			assert_eq!(request.index, index, "first come, first served");
			match (event, paid) {
				(_, Some((amount, paid, left))) => self.pay(tranche, request, amount, (paid, left)),
				(Event::WithdrawalReturned { min_out, .. }, _) => {
					let book = self.model.tranche(tranche);
					let worth = book.value(&request.shares);
					assert!(worth < q(min_out) + book.slack() && min_out == request.min_out);
					self.take_back(tranche, 0);
				}
				_ => {
					let book = self.model.tranche_mut(tranche);
					assert!(
						book.value(&request.shares) < q(1) + book.slack(),
						"only what is worth nothing is dropped"
					);
					book.queue.remove(0);
				}
			}
			self.renew(tranche);
		}
		if count < max {
			for tranche in Tranche::ALL {
				let other = tranche.other();
				let is_held_up = self.comes_first(other, tranche) && self.waits(other) != Some(false);
				assert!(is_held_up || self.can_serve(tranche) != Some(true), "{tranche:?} could be served");
			}
		}
		count
	}

	/// Reopens an exhausted tranche when its last share is gone.
	pub(super) fn renew(&mut self, tranche: Tranche) {
		let book = self.model.tranche_mut(tranche);
		if book.shares() == q(0) {
			book.is_exhausted = false;
		}
	}

	/// True if the head of `tranche` is due before that of `other`.
	pub(super) fn comes_first(&self, tranche: Tranche, other: Tranche) -> bool {
		let ready = |tranche| self.model.tranche(tranche).queue.first().map(|request| request.ready_at);
		match (ready(tranche), ready(other)) {
			(Some(one), Some(other)) => one < other || one == other && tranche == Senior,
			_ => false,
		}
	}

	/// True if the head of a tranche has its turn and waits for capital that is not free. No other
	/// request gets that capital.
	pub(super) fn waits(&self, tranche: Tranche) -> Verdict {
		let book = self.model.tranche(tranche);
		let Some(request) = book.queue.first() else { return Some(false) };
		let value = book.value(&request.shares);
		let free = max(self.model.capital() - self.model.required(), q(0));
		let least = min(value, self.model.least_part(q(MIN_WITHDRAWAL)));
		let is_enough = at_least(&free, &least, &(self.model.slack() + q(2)));
		if book.is_exhausted || active() < request.ready_at {
			return Some(false);
		}
		is_enough.map(|is_enough| !is_enough)
	}

	/// True if the head of a tranche can be served now.
	pub(super) fn can_serve(&self, tranche: Tranche) -> Verdict {
		let book = self.model.tranche(tranche);
		let Some(request) = book.queue.first() else { return Some(false) };
		if book.is_exhausted {
			return Some(true);
		}
		if active() < request.ready_at {
			return Some(false);
		}
		let (value, slack) = (book.value(&request.shares), self.model.slack() + q(2));
		let is_returned = at_least(&value, &q(request.min_out.max(1)), &slack);
		if is_returned != Some(true) {
			return is_returned.map(|_| true);
		}
		let free = self.model.free_for(tranche, &terms());
		// In full, or as a part of at least the smallest withdrawal, or of a hundredth of the pool.
		let in_full = at_least(&free, &value, &slack);
		let in_part = at_least(&free, &self.model.least_part(q(MIN_WITHDRAWAL)), &(slack * q(3)));
		match (in_full, in_part) {
			(Some(true), _) | (_, Some(true)) => Some(true),
			(Some(false), Some(false)) => Some(false),
			_ => None,
		}
	}

	/// Compares the model's own payment with the pallet's. `shares` are those that the pallet paid
	/// and those that it left.
	pub(super) fn pay(
		&mut self,
		tranche: Tranche,
		request: Request,
		amount: Balance,
		shares: (Balance, Balance),
	) {
		let (paid, left) = shares;
		let free = self.model.free_for(tranche, &terms());
		let wrong = self.model.slack() * q(3) + q(2);
		let book = self.model.tranche(tranche);
		let value = book.value(&request.shares);
		assert!(value + book.slack() + q(1) >= q(request.min_out), "a limit is kept");
		let exact = if left == 0 {
			book.value(&request.shares)
		} else {
			min(free.clone(), book.value(&request.shares))
		};
		assert!(exact <= free + &wrong, "no more than is free");
		let slack = if left == 0 { book.slack() + q(1) } else { wrong };
		close(amount, &exact, &slack, "a payment");
		let exact = min(exact, book.assets());
		let burnt = if left == 0 {
			request.shares.clone()
		} else {
			min(cut(&exact / book.price()), request.shares.clone())
		};
		let book = self.model.tranche_mut(tranche);
		book.loosen(q(4) + book.price() * q(2));
		book.assets = Some(cut(book.assets() - &exact));
		if left == 0 {
			book.queue.remove(0);
		} else {
			let head = &mut book.queue[0];
			head.shares = cut(&head.shares - burnt);
			// The limit of the rest, rounded down: never stricter. `check` compares it with the
			// entry. It is computed by the pallet's shares, which differ from the model's by the
			// effect of the payment.
			head.min_out = (q(request.min_out) * q(left) / q(paid + left))
				.floor()
				.to_integer()
				.try_into()
				.expect("fits");
		}
		self.model.paid[request.who].0 = &self.model.paid[request.who].0 + exact;
		self.model.paid[request.who].1 = &self.model.paid[request.who].1 + slack + q(1);
		self.model.set_part(&terms());
	}
}
