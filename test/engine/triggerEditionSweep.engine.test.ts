import axios from 'axios';
import { z } from 'zod';
import { ACCESS_TOKEN, STORE_HASH } from '../sandbox/core/fixtures';
import { useStoreTriggers } from './support/useStoreTriggers';

const shared = useStoreTriggers('sweeps of B2B Edition, through n8n-core');

const published = async (scopes: string[], withEdition = true) => {
	const baseUrl = `${shared.store.url}/bigcommerce`;
	const bigCommerceB2bApi = { storeHash: STORE_HASH, accessToken: ACCESS_TOKEN, baseUrl };
	const trigger = await shared.open({
		node: 'bigCommerceTrigger',
		parameters: { scopes },
		credentials: { ...shared.store.credentials(), ...(withEdition && { bigCommerceB2bApi }) },
	});
	await trigger.poll();
	await trigger.publish();
	shared.store.context.exchanges.clear();
	return trigger;
};

const edition = () =>
	axios.create({
		baseURL: `${shared.store.url}/bigcommerce/api/v3/io`,
		headers: { 'X-Auth-Token': ACCESS_TOKEN, 'X-Store-Hash': STORE_HASH },
	});

const loseDeliveries = () =>
	shared.store.context.faults.add({ service: 'bigcommerce', kind: 'dropDelivery', times: 1_000 });

const deliveries = z.array(z.object({ scope: z.string(), body: z.string() }));

/** What got lost comes after all. */
const deliverLate = async (): Promise<number> => {
	const control = `${shared.store.url}/_sandbox/bigcommerce`;
	const lost = deliveries.parse((await axios.get(`${control}/deliveries`)).data);
	for (const { scope, body } of lost) await axios.post(`${control}/deliver`, { orderId: 0, scope, body });
	return lost.length;
};

const company = (number: number) => ({
	companyName: `Company ${number}`,
	companyEmail: `office-${number}@example.net`,
	companyPhone: '512-555-0100',
	country: 'US',
	adminFirstName: 'Sample',
	adminLastName: `Owner ${number}`,
	adminEmail: `owner-${number}@example.net`,
});

const COMPANIES = ['store/company/created', 'store/company/updated', 'store/company/statusUpdated'];
const QUOTES = ['store/quote/created', 'store/quote/updated'];

describe('a sweep of B2B Edition', () => {
	it('tells a company that changed while its delivery was lost once, and not again when it comes after all', async () => {
		const trigger = await published(COMPANIES);
		loseDeliveries();
		await edition().put('/companies/801/status', { companyStatus: 2 });
		expect(await trigger.poll()).toMatchObject([
			{
				source: 'sweep',
				event: 'store/company/statusUpdated',
				data: { company_id: 801 },
				company: { companyId: 801, companyStatus: '2', extraFields: [{ fieldName: 'Tax ID' }] },
			},
		]);
		expect(await trigger.poll()).toBeNull();
		expect(await deliverLate()).toBe(2);
		expect(trigger.answers).toEqual([200, 200]);
		expect(trigger.started).toEqual([]);
	});

	it('tells a company that was made, and the next change of it', async () => {
		const trigger = await published(COMPANIES);
		loseDeliveries();
		const { companyId } = (await edition().post('/companies', company(1))).data.data;
		expect(await trigger.poll()).toMatchObject([
			{ event: 'store/company/created', data: { company_id: companyId } },
		]);
		await edition().put(`/companies/${companyId}/status`, { companyStatus: 1 });
		expect(await trigger.poll()).toMatchObject([
			{ event: 'store/company/statusUpdated', company: { companyStatus: '1' } },
		]);
		expect(await trigger.poll()).toBeNull();
	});

	it('tells a quote that changed while its delivery was lost, whole, once', async () => {
		const trigger = await published(QUOTES);
		loseDeliveries();
		await edition().put('/rfq/9001', { notes: 'Until Friday' });
		expect(await trigger.poll()).toMatchObject([
			{
				source: 'sweep',
				event: 'store/quote/updated',
				data: { quote_id: 9001 },
				quote: { quoteId: 9001, notes: 'Until Friday', productList: [{ sku: 'LAMP-RED' }] },
			},
		]);
		expect(await trigger.poll()).toBeNull();
		expect(await deliverLate()).toBe(1);
		expect(trigger.started).toEqual([]);
	});

	it('leaves out what a delivery told, and asks once where nothing changed', async () => {
		const trigger = await published([...COMPANIES, ...QUOTES]);
		await edition().put('/companies/801', { companyName: 'Renamed' });
		await edition().put('/rfq/9001', { notes: 'Told' });
		await trigger.answered(2);
		expect(trigger.started).toMatchObject([[{ source: 'webhook' }], [{ source: 'webhook' }]]);
		expect(await trigger.poll()).toBeNull();
		shared.store.context.exchanges.clear();
		expect(await trigger.poll()).toBeNull();
		expect(shared.store.lines().map((line) => line.split('?')[0])).toEqual([
			'GET /api/v3/io/companies',
			'GET /api/v3/io/rfq',
		]);
	});

	it('tells a person who was added to a company', async () => {
		const trigger = await published(['store/company/user/created', 'store/company/user/updated']);
		loseDeliveries();
		const person = { firstName: 'New', lastName: 'Buyer', email: 'new@example.net', role: 2 };
		const { userId } = (await edition().post('/users', { ...person, companyId: 801, channelIds: [1] })).data
			.data;
		expect(await trigger.poll()).toMatchObject([
			{
				event: 'store/company/user/created',
				data: { company_id: 801, user_id: userId },
				companyUser: { email: 'new@example.net' },
			},
		]);
		expect(await trigger.poll()).toBeNull();
	});

	it('misses nothing where more than a page was made at once', async () => {
		await shared.store.set({ b2bQuota: null });
		const trigger = await published(['store/company/created']);
		loseDeliveries();
		for (let ten = 0; ten < 11; ten += 1) {
			await edition().post(
				'/companies/bulk',
				Array.from({ length: 10 }, (_none, one) => ({
					...company(10 * ten + one),
					extraFields: { fieldName: 'Tax ID', fieldValue: 'TEST-1' },
				})),
			);
		}
		const told = (await trigger.poll()) ?? [];
		expect(new Set(told.map(({ data }) => Object(data).company_id)).size).toBe(110);
		expect(told).toHaveLength(110);
		expect(await trigger.poll()).toBeNull();
	});

	it('is not made without the credential', async () => {
		const trigger = await published(COMPANIES, false);
		loseDeliveries();
		await edition().put('/companies/801/status', { companyStatus: 2 });
		shared.store.context.exchanges.clear();
		expect(await trigger.poll()).toBeNull();
		expect(shared.store.lines()).toEqual([]);
	});
});
