import axios from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from 'zod';
import { ACCESS_TOKEN, STORE_HASH } from '../sandbox/core/fixtures';
import { useStoreTriggers } from './support/useStoreTriggers';

const shared = useStoreTriggers('events of B2B Edition, through n8n-core');

const bigCommerceB2bApi = (changes: object = {}): ICredentialDataDecryptedObject => ({
	storeHash: STORE_HASH,
	accessToken: ACCESS_TOKEN,
	baseUrl: `${shared.store.url}/bigcommerce`,
	...changes,
});

const published = async (
	scopes: string[],
	edition?: ICredentialDataDecryptedObject,
	options: Record<string, string> = {},
) => {
	const trigger = await shared.open({
		node: 'bigCommerceTrigger',
		parameters: { scopes, options },
		credentials: { ...shared.store.credentials(), ...(edition && { bigCommerceB2bApi: edition }) },
	});
	await trigger.publish();
	return trigger;
};

const edition = () =>
	axios.create({
		baseURL: `${shared.store.url}/bigcommerce/api/v3/io`,
		headers: { 'X-Auth-Token': ACCESS_TOKEN, 'X-Store-Hash': STORE_HASH },
	});

const listed = z.object({ data: z.array(z.object({ companyId: z.coerce.number() })).min(1) });

/** Somebody turns a company of the seed down, and gives its number. */
const turnDown = async (): Promise<number> => {
	const [{ companyId }] = listed.parse((await edition().get('/companies')).data).data;
	await edition().put(`/companies/${companyId}/status`, { companyStatus: 2 });
	return companyId;
};

const CHANGED = 'store/company/statusUpdated';

describe('an event of B2B Edition', () => {
	it('is told with the company as it is now', async () => {
		const trigger = await published([CHANGED], bigCommerceB2bApi());
		const companyId = await turnDown();
		await trigger.answered(1);
		expect(trigger.answers).toEqual([200]);
		expect(trigger.started).toMatchObject([
			[{ event: CHANGED, data: { company_id: companyId }, company: { companyStatus: '2' } }],
		]);
	});

	it('holds only ids without the credential, as it always did, and nothing is asked', async () => {
		const trigger = await published([CHANGED]);
		const companyId = await turnDown();
		const before = shared.store.lines().length;
		await trigger.answered(1);
		expect(trigger.started).toMatchObject([[{ data: { company_id: companyId } }]]);
		expect(trigger.started[0][0]).not.toHaveProperty('company');
		expect(trigger.started[0][0]).not.toHaveProperty('unread');
		expect(shared.store.lines()).toHaveLength(before);
	});

	it('says so when the credential is of another store, whose companies have the same numbers', async () => {
		const trigger = await published([CHANGED], bigCommerceB2bApi({ storeHash: 'another1' }));
		await turnDown();
		await trigger.answered(1);
		expect(trigger.answers).toEqual([200]);
		expect(trigger.started).toMatchObject([[{ unread: expect.stringContaining('another store') }]]);
		expect(trigger.started[0][0]).not.toHaveProperty('company');
	});

	it('holds only ids where it was written as a further scope: n8n then hides the credential', async () => {
		const trigger = await published(['store/order/created'], bigCommerceB2bApi(), { furtherScopes: CHANGED });
		await turnDown();
		await trigger.answered(1);
		expect(trigger.answers).toEqual([200]);
		expect(trigger.started).toMatchObject([[{ event: CHANGED }]]);
	});
});
