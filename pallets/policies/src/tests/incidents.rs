// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Event, OpenIncidents};
use breakwater_primitives::*;

#[test]
fn opened_should_halt_sales_until_the_incident_ends() {
	ExtBuilder::default().build_and_execute(|| {
		for end in [<Policies as OnIncident>::rejected, <Policies as OnIncident>::settled] {
			opened(6);
			System::assert_last_event(Event::SalesHalted { product: PRODUCT, incident: 6 }.into());
			assert!(quoted(PRODUCT, 1_000, 30 * DAY).is_err());
			end(6, PRODUCT);
			System::assert_last_event(Event::SalesResumed { product: PRODUCT, incident: 6 }.into());
			assert!(quoted(PRODUCT, 1_000, 30 * DAY).is_ok());
		}
	});
}

#[test]
fn settled_should_leave_sales_halted_when_another_incident_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		opened(6);
		<Policies as OnIncident>::settled(5, PRODUCT);
		<Policies as OnIncident>::rejected(5, PRODUCT);
		assert_eq!(OpenIncidents::<Test>::get(PRODUCT), Some(6));
	});
}
