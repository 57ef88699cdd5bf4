import type { INodeParameters } from 'n8n-workflow';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const quoteOf = (grandTotal: number): INodeParameters => ({
	resource: 'quote',
	operation: 'create',
	fields: {
		mappingMode: 'defineBelow',
		value: {
			contactInfo: '{"name": "Nora Buyer", "email": "nora@example.org"}',
			expiredAt: '2027-12-31',
			productList:
				'[{"sku": "MUG-GRY", "productId": 111, "basePrice": 25, "discount": 5, "offeredPrice": 20, "quantity": 1}]',
			subtotal: 25,
			discount: 25 - grandTotal,
			grandTotal,
			referenceNumber: 'OFFER-77',
		},
	},
});

async function create(grandTotal: number) {
	const { outputs, error } = await leap(async () => await world.run('bigCommerceB2b', quoteOf(grandTotal)));
	return { json: outputs.flat().at(0)?.json, error };
}

const cut = (kind: 'resetAfter' | 'resetBefore') =>
	world.sandbox.context.faults.add({ service: 'bigcommerce', kind, method: 'POST', path: '/rfq$', times: 1 });

describe('a quote whose creation was not answered', () => {
	it('is found by its reference number, and is never one that had it before', async () => {
		const earlier = await create(20);
		cut('resetAfter');
		const later = await create(15);
		expect(later.json).toMatchObject({ grandTotal: 15, referenceNumber: 'OFFER-77' });
		expect(later.json?.quoteId).not.toBe(earlier.json?.quoteId);
	});

	it('is not known to be made where only an earlier one has its reference number', async () => {
		await create(20);
		cut('resetBefore');
		expect(String((await create(15)).error?.description)).toMatch(/It is not known whether/);
	});
});
