import { openStore } from './bigcommerceHarness';
import type { Store } from './bigcommerceHarness';

describe('changes of V2 orders of the BigCommerce stand-in', () => {
	let store: Store;
	let id: number;
	beforeEach(async () => {
		store = await openStore();
		id = await store.place();
	});
	afterEach(async () => await store.close());

	const put = async (body: unknown) => await store.api('PUT', `/v2/orders/${id}`, body);

	it('a PUT is partial and answers the whole order', async () => {
		const before = (await store.api('GET', `/v2/orders/${id}`)).data;
		const { status, data } = await put({ status_id: 12, staff_notes: 'on hold' });
		expect(status).toBe(200);
		expect(data).toEqual({
			...before,
			status_id: 12,
			status: 'Manual Verification Required',
			custom_status: 'Manual Verification Required',
			staff_notes: 'on hold',
			date_modified: expect.any(String),
		});
	});

	it('a read-only field is refused with 400 and nothing is changed', async () => {
		for (const name of ['id', 'date_modified', 'status', 'payment_status', 'cart_id', 'total_tax']) {
			const { status, data } = await put({ status_id: 5, [name]: 'x' });
			expect(status).toBe(400);
			expect(data[0].message).toBe(
				`The field '${name}' cannot be written to. Please remove it from your request before trying again.`,
			);
		}
		expect((await store.api('GET', `/v2/orders/${id}`)).data.status_id).toBe(11);
	});

	it('an unknown field is refused with 400', async () => {
		const { status, data } = await put({ risk_score: 5 });
		expect(status).toBe(400);
		expect(data[0].message).toBe("The field 'risk_score' is not supported by this resource.");
	});

	it('an echoed order is refused', async () => {
		const { data } = await store.api('GET', `/v2/orders/${id}`);
		expect((await put(data)).status).toBe(400);
	});

	it('a status that does not exist and a value of the wrong type are refused with 400', async () => {
		expect((await put({ status_id: 15 })).status).toBe(400);
		expect((await put({ staff_notes: 5 })).status).toBe(400);
		expect((await put({ total_ex_tax: '-1', total_inc_tax: '1' })).status).toBe(400);
	});

	it('an amount without its pair is refused; the pair sets the tax', async () => {
		expect((await put({ total_ex_tax: '10' })).status).toBe(400);
		const { data } = await put({ total_ex_tax: 10, total_inc_tax: '10.8' });
		expect(data).toMatchObject({
			total_ex_tax: '10.0000',
			total_inc_tax: '10.8000',
			total_tax: '0.8000',
		});
	});

	it('fees replace the whole list', async () => {
		const feeOf = (name: string) => ({
			display_name_customer: name,
			source: 'AA',
			cost_ex_tax: 10,
			cost_inc_tax: 11,
		});
		await put({ fees: [feeOf('A'), feeOf('B')] });
		const first = (await store.api('GET', `/v2/orders/${id}/fees`)).data.fees;
		await put({ fees: [{ ...feeOf('B changed'), id: first[1].id }] });
		expect((await store.api('GET', `/v2/orders/${id}/fees`)).data.fees).toMatchObject([
			{ id: first[1].id, display_name_customer: 'B changed', cost_tax: '1.0000' },
		]);
	});

	it('setting one kind of IP address clears the other', async () => {
		const { data } = await put({ ip_address_v6: '2001:db8::1' });
		expect(data).toMatchObject({ ip_address: '', ip_address_v6: '2001:db8::1' });
	});

	it('external_merchant_id can be written once', async () => {
		expect((await put({ external_merchant_id: 'm1' })).status).toBe(200);
		expect((await put({ external_merchant_id: 'm2' })).status).toBe(400);
	});

	it('a billing address needs its zip', async () => {
		expect((await put({ billing_address: { city: 'Dallas' } })).status).toBe(400);
		const { data } = await put({ billing_address: { city: 'Dallas', zip: '75201' } });
		expect(data.billing_address).toMatchObject({ city: 'Dallas', zip: '75201', first_name: 'Ada' });
	});

	it('a shipping address can be changed on its own, without its read-only fields', async () => {
		const [{ id: addressId }] = (await store.api('GET', `/v2/orders/${id}/shipping_addresses`)).data;
		const path = `/v2/orders/${id}/shipping_addresses/${addressId}`;
		expect((await store.api('PUT', path, { city: 'Dallas' })).data).toMatchObject({ city: 'Dallas' });
		expect((await store.api('PUT', path, { items_total: 3 })).status).toBe(400);
	});

	it('an archived order leaves the lists and can still be read', async () => {
		expect((await store.api('DELETE', `/v2/orders/${id}`)).status).toBe(204);
		expect((await store.api('GET', '/v2/orders')).status).toBe(204);
		expect((await store.api('GET', `/v2/orders/${id}`)).data.is_deleted).toBe(true);
	});
});
