import type { IDataObject } from 'n8n-workflow';
import { factsOf } from '../../../../../../nodes/BigCommerce/records/facts/fact';
import { PAYMENT_REVIEW } from '../../../../../../nodes/BigCommerce/records/facts/paymentReview';
import { read } from '../../../../support/orders';

const facts = (order: IDataObject, transactions: IDataObject[] = [], isHeldByUs = false) =>
	factsOf(PAYMENT_REVIEW, {
		order: read({ id: 1, status_id: 11, payment_status: 'captured', ...order }),
		transactions,
		isHeldByUs,
	});

const paid = (more: IDataObject) => ({
	id: 1,
	event: 'purchase',
	status: 'ok',
	fraud_review: false,
	...more,
});

describe('a fraud flag', () => {
	it('is a payment that is held for review', () => {
		expect(facts({ payment_status: 'held for review' })).toEqual({ fraudReview: true });
		expect(facts({})).toEqual({ fraudReview: false });
	});

	it('is any transaction that the gateway flagged, also when the payment went on since', () => {
		const flagged = paid({ fraud_review: true });
		expect(facts({}, [flagged, paid({ event: 'capture' })])).toMatchObject({ fraudReview: true });
	});

	it('is status 12 that another app or a person has set, but not our own hold', () => {
		expect(facts({ status_id: 12 })).toMatchObject({ fraudReview: true });
		expect(facts({ status_id: 12 }, [], true)).toMatchObject({ fraudReview: false });
		expect(facts({ status_id: 12 }, [paid({ fraud_review: true })], true)).toMatchObject({
			fraudReview: true,
		});
	});
});

describe('the card check', () => {
	const check = (...transactions: IDataObject[]) => facts({}, transactions).cardCheck;

	it.each<[string, IDataObject | null, IDataObject | null]>([
		['passed', { code: 'Y', street_match: 'Y', postal_match: 'Y' }, { code: 'M' }],
		['passed', { code: 'y' }, null],
		['passed', null, { code: 'M' }],
		['partial', { code: 'Z' }, { code: 'M' }],
		['partial', { code: '', street_match: 'N', postal_match: 'Y' }, {}],
		['failed', { code: 'N', street_match: 'N', postal_match: 'N' }, { code: 'M' }],
		['failed', { code: 'Y' }, { code: 'N' }],
		['failed', { street_match: 'N', postal_match: 'N' }, {}],
	])('is the worst of what address and security code say: %s of %j and %j', (expected, avs, cvv) => {
		expect(check(paid({ avs_result: avs, cvv_result: cvv }))).toBe(expected);
	});

	it('is absent where the gateway says nothing that is known', () => {
		expect(facts({}, [paid({ avs_result: { code: 'U' }, cvv_result: { code: 'P' } })])).not.toHaveProperty(
			'cardCheck',
		);
		expect(facts({}, [paid({ avs_result: {}, cvv_result: null })])).not.toHaveProperty('cardCheck');
		expect(facts({})).not.toHaveProperty('cardCheck');
	});

	it('is that of the newest payment that went through, not of a refund or a refused try', () => {
		const good = paid({ cvv_result: { code: 'M' } });
		const bad = { cvv_result: { code: 'N' } };
		expect(check(paid(bad), good)).toBe('passed');
		expect(check(good, paid({ ...bad, status: 'error' }), paid({ ...bad, event: 'refund' }))).toBe('passed');
	});
});
