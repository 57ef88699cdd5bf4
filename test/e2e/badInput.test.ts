import { REVIEWER, TOKEN_WITHOUT_ORDERS } from '../sandbox/core/fixtures';
import { expectVendorContract } from './support/contract';
import { failureOf, startWorld, type StoredCredential, type World } from './harness';
import { BAD_INPUTS, prepareGround, type Ground } from './support/badInputs';
import { Desk, failedWith, itemsOf, PACK, stoppedBy, writes, type CredentialType } from './support/desk';

describe('bad input, in a real n8n from the packed tarball', () => {
	let world: World;
	let desk: Desk;
	let ground: Ground;

	beforeAll(async () => {
		world = await startWorld('bad-input');
		desk = new Desk(world);
		ground = await prepareGround(desk);
	});

	afterAll(async () => await world?.close());

	describe.each(BAD_INPUTS)('$given', ({ node, parameters, credential, items, says, sendsNothing }) => {
		const attempt = async (continueOnFail: boolean) =>
			await desk.run({
				node,
				parameters,
				items: items(ground),
				credential: credential && ground.credentials[credential],
				continueOnFail,
			});

		/** Runs it and holds what it did to the services against "changes nothing". */
		const attemptInVain = async (continueOnFail: boolean) => {
			const before = await desk.state();
			let execution: Awaited<ReturnType<typeof attempt>> | undefined;
			const requests = await desk.requestsDuring(async () => {
				execution = await attempt(continueOnFail);
			});
			expect(await desk.state()).toEqual(before);
			expect(writes(requests)).toEqual([]);
			if (sendsNothing) expect(requests).toEqual([]);
			if (!execution) throw new Error('nothing was executed');
			return execution;
		};

		it('stops the execution with the item and what to do, and changes nothing', async () => {
			const execution = await attemptInVain(false);
			const [what, next] = says.find((expected) => expected !== undefined) ?? [];
			expect(execution.status).toBe('error');
			expect(stoppedBy(execution)).toEqual({
				what: expect.stringMatching(what ?? /^$/),
				next: expect.stringMatching(next ?? /^$/),
			});
		});

		it('lets the other items go on with Continue On Fail, says it at its own item, and changes nothing', async () => {
			const execution = await attemptInVain(true);
			const given = itemsOf(execution);
			expect(failureOf(execution)).toBeUndefined();
			expect(given.map(({ pairedItem }) => pairedItem)).toEqual(says.map((_, item) => ({ item })));
			expect(given.map(failedWith)).toEqual(
				says.map(
					(expected) =>
						expected && {
							what: expect.stringMatching(expected[0]),
							next: expect.stringMatching(expected[1]),
						},
				),
			);
		});
	});

	it('renews an expired OpenText token by itself, once for all items', async () => {
		const listCases = async () =>
			await desk.run({
				node: 'openTextWorkflow',
				parameters: {
					resource: 'case',
					operation: 'get',
					caseId: { __rl: true, mode: 'businessKey', value: '={{ $json.key }}' },
				},
				items: [{ key: ground.runningKey }, { key: ground.runningKey }, { key: ground.runningKey }],
			});
		expect(failureOf(await listCases())).toBeUndefined();
		await desk.sandbox.workflow.expireTokens();
		const requests = await desk.requestsDuring(async () => {
			const healed = await listCases();
			expect(failureOf(healed)).toBeUndefined();
			expect(itemsOf(healed)).toHaveLength(3);
		});
		// The three run side by side, so that each may be refused once before the new token is there.
		const refused = requests.filter(({ status }) => status === 401);
		expect(refused.length).toBeGreaterThanOrEqual(1);
		expect(refused.length).toBeLessThanOrEqual(3);
		expect(requests.filter(({ url }) => url.includes('/oauth2/token'))).toHaveLength(1);
	});

	const credentialTests: Array<
		[given: string, type: CredentialType, wrong: Record<string, string>, status: string, text: RegExp]
	> = [
		['the right access token', 'bigCommerceApi', {}, 'OK', /success/i],
		['spaces around the store hash', 'bigCommerceApi', { storeHash: ' sandbox1 ' }, 'OK', /success/i],
		[
			'a token with the information scope alone',
			'bigCommerceApi',
			{ accessToken: TOKEN_WITHOUT_ORDERS },
			'OK',
			/success/i,
		],
		[
			'an expired or revoked access token',
			'bigCommerceApi',
			{ accessToken: 'revoked-token' },
			'Error',
			/does not accept this access token for this store. Check both, or create/,
		],
		[
			'an unknown store hash',
			'bigCommerceApi',
			{ storeHash: 'otherstore' },
			'Error',
			/knows no store with this hash. Copy it from the API path/,
		],
		['the right client', 'openTextWorkflowApi', {}, 'OK', /success/i],
		[
			'the right user',
			'openTextWorkflowApi',
			{ grantType: 'password', username: REVIEWER, password: 'sandbox-user-password' },
			'OK',
			/success/i,
		],
		[
			'a wrong client secret',
			'openTextWorkflowApi',
			{ clientSecret: 'not-the-secret' },
			'Error',
			/sign-in was refused.*Check tenant ID, client ID and client secret/,
		],
		[
			'a wrong password',
			'openTextWorkflowApi',
			{ grantType: 'password', username: REVIEWER, password: 'not-the-password' },
			'Error',
			/sign-in was refused.*user name and password/,
		],
		[
			'an unknown tenant',
			'openTextWorkflowApi',
			{ tenantId: 'no-such-tenant' },
			'Error',
			/Check (host and )?tenant ID/,
		],
		[
			'a host where nobody answers',
			'openTextWorkflowApi',
			{ host: 'http://127.0.0.1:9/opentext' },
			'Error',
			/sign-in service could not be reached. Check the host/,
		],
	];

	it.each(credentialTests)('tests a credential with %s (%s)', async (_given, type, wrong, status, text) => {
		const { id } = await desk.credential(type, wrong);
		expect(await world.client.testCredential(id)).toEqual({
			status,
			message: expect.stringMatching(text),
		});
	});

	describe('the lists of the editor', () => {
		const search = async (
			node: string,
			method: string,
			path: string,
			credential: StoredCredential,
			filter?: string,
		) =>
			await world.client.listSearch({
				nodeType: `${PACK}.${node}`,
				method,
				path: `parameters.${path}`,
				parameters: {},
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
				filter,
			});
		const orders = async (filter?: string, credential = world.credentials.bigCommerceApi) =>
			await search('bigCommerce', 'searchOrders', 'orderId', credential, filter);
		const models = async (filter?: string, credential = world.credentials.openTextWorkflowApi) =>
			await search('openTextWorkflow', 'searchModels', 'modelKey', credential, filter);

		it('offer orders, newest first, and find one by its number', async () => {
			const { results } = await orders();
			const ids = results.map(({ value }) => Number(value));
			expect(ids[0]).toBe(ground.orderId);
			expect(ids).toEqual([...ids].sort((a, b) => b - a));
			const found = await orders(String(ground.orderId));
			expect(found.results.map(({ value }) => value)).toEqual([String(ground.orderId)]);
			expect((await orders(String(ground.removedOrderId))).results).toEqual([]);
		});

		it('offer process models by name and key', async () => {
			const offered = { name: 'Order Risk Review (order_risk_review)', value: 'order_risk_review' };
			expect((await models()).results).toContainEqual(offered);
			expect((await models('RISK')).results).toEqual([offered]);
			expect((await models('no such model')).results).toEqual([]);
		});

		it('say what is wrong with the credential instead of an empty list', async () => {
			await expect(orders('', ground.credentials.revoked)).rejects.toThrow(
				/does not accept the access token for this store/,
			);
			await expect(models('', ground.credentials.wrongSecret)).rejects.toThrow(/sign-in was refused/);
		});
	});

	it('says at activation why BigCommerce cannot deliver here, and what to set', async () => {
		// This machine's own sandbox, but not by a loopback name: the trigger must take it for the real BigCommerce.
		const baseUrl = `${world.sandbox.url.replace('127.0.0.1', '0.0.0.0')}/bigcommerce`;
		const real = await desk.credential('bigCommerceApi', { baseUrl });
		const id = await desk.triggered('bigCommerceTrigger', { scopes: ['store/order/created'] }, real);
		const refusal = await world.client.activate(id).then(
			() => 'it was activated',
			(error: unknown) => String(error),
		);
		await world.client.deactivate(id);
		expect(refusal).toContain(`BigCommerce cannot deliver to ${world.n8n.url}/`);
		for (const word of ['https', 'port 443', 'WEBHOOK_URL']) expect(refusal).toContain(word);
		expect(await desk.sandbox.bigCommerce.hooks()).toEqual([]);
	});

	expectVendorContract('bad input', () => desk.sandbox, ['bigcommerce'], false);
});
