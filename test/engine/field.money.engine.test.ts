import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TENANT_ID } from '../sandbox/core/fixtures';
import { leap, withLeapingSleep } from './support/leapingTime';
import { scriptedServer, type Answered, type Asked, type ScriptedServer } from './support/scriptedServer';
import { sending, SIGNER } from './support/signatures';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

/** Faults that cost money elsewhere, tried on the built nodes in n8n's own engine over real sockets. */

const PAGE: Answered = { type: 'text/html', body: '<html>maintenance</html>' };

const world = useWorld();
let server: ScriptedServer | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

const answering = async (answer: (asked: Asked) => Answered): Promise<ScriptedServer> => {
	server = await scriptedServer(answer);
	return server;
};

const runAt = async (node: string, url: string, parameters: INodeParameters) => {
	const credentials: Record<string, Record<string, IDataObject[string]>> = {
		bigCommerce: { storeHash: 'abc123', accessToken: 'invented', baseUrl: url },
		openTextWorkflow: {
			host: url,
			tenantId: TENANT_ID,
			grantType: 'clientCredentials',
			clientId: 'c',
			clientSecret: 's',
		},
	};
	const type = { bigCommerce: 'bigCommerceApi', openTextWorkflow: 'openTextWorkflowApi' }[node] ?? '';
	const data = JSON.parse(JSON.stringify(credentials[node]));
	return await leap(async () => await world.engine.run({ node, parameters, credentials: { [type]: data } }));
};

const said = (error: unknown) => `${Object(error).message} ${String(Object(error).description)}`;

const START: INodeParameters = {
	resource: 'case',
	operation: 'start',
	modelKey: { __rl: true, mode: 'key', value: 'order_risk_review' },
	businessKey: 'abc123:order:7:risk-review:1',
};

const CASE = { id: 'case-1', businessKey: START.businessKey, processDefinitionKey: 'order_risk_review' };

const NO_CASES: Answered = { body: { _links: {}, page: { totalElements: 0 } } };

describe('K1: whoever is required is asked, or nothing is sent', () => {
	const people = (...signer: INodeParameters[]) => ({
		...sending('sandbox1:order:7:sign-off:1'),
		signers: { signer },
	});

	it('mails nobody when the required customer has no address, and names the missing person', async () => {
		const { error } = await world.run(
			'openTextCoreSignature',
			people(
				{ name: 'Ada Li', email: '', role: 'signer', order: 1, required: true },
				{ name: 'Director', email: SIGNER, role: 'signer', order: 2, required: false },
			),
		);
		expect(said(error)).toMatch(/^Item 1: .*(Ada Li|Signer 1).*Nothing was (sent|changed)\.$/);
		const sent = world.sandbox.context.exchanges.list({ service: 'signature' });
		expect(sent.filter(({ method, url }) => method === 'POST' && !url.includes('oauth2'))).toEqual([]);
	});

	it('leaves out who is optional and has none, and says so', async () => {
		const item = await world.must(
			'openTextCoreSignature',
			people(
				{ name: 'Ada Li', email: SIGNER, role: 'signer', order: 1, required: true },
				{ name: 'Approver', email: '', role: 'approver', order: 2, required: false },
			),
		);
		expect(item).toMatchObject({
			created: true,
			leftOut: [expect.objectContaining({ name: 'Approver' })],
			requiredSigners: [expect.objectContaining({ name: 'Ada Li' })],
		});
	});
});

describe('K2: a creation in doubt is sent once', () => {
	it.each([0, 6_000, 40_000])('finds the case that a slow gateway shows %i ms later', async (lateMs) => {
		let startedAt: number | undefined;
		const { url, writes } = await answering(({ method, path }) => {
			if (method === 'POST') startedAt = Date.now();
			if (method === 'POST') return { status: 504, ...PAGE };
			const isThere = startedAt !== undefined && Date.now() - startedAt >= lateMs;
			if (path.endsWith('/process-instances') && isThere)
				return { body: { _embedded: { 'process-instances': [CASE] } } };
			return NO_CASES;
		});
		const { outputs, error } = await runAt('openTextWorkflow', url, START);
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ caseId: 'case-1' });
		expect(writes()).toEqual(['POST /workflow/v1/process-instances']);
	});

	it('says that it is not known when it never shows, and the next run looks first', async () => {
		let isThere = false;
		const { url, writes } = await answering(({ method, path }) => {
			if (method === 'POST') return { status: 504, ...PAGE };
			return isThere && path.endsWith('/process-instances')
				? { body: { _embedded: { 'process-instances': [CASE] } } }
				: NO_CASES;
		});
		const { error } = await runAt('openTextWorkflow', url, START);
		expect(said(error)).toMatch(/It is not known whether a case/);
		expect(said(error)).not.toContain('Nothing was');
		isThere = true;
		const again = await runAt('openTextWorkflow', url, START);
		expect(again.outputs[0][0].json).toMatchObject({ created: false, caseId: 'case-1' });
		expect(writes()).toEqual(['POST /workflow/v1/process-instances']);
	});
});

describe('K3: a good status is not a good answer', () => {
	it('starts no second case while the list is a maintenance page (K3a)', async () => {
		const { url, writes } = await answering(({ method }) =>
			method === 'GET' ? PAGE : { status: 201, body: CASE },
		);
		const { error } = await runAt('openTextWorkflow', url, START);
		expect(said(error)).toMatch(/answered with a web page .*Nothing was changed\.$/);
		expect(writes()).toEqual([]);
	});

	it('overwrites no staff notes when the order cannot be read (K3b)', async () => {
		const { url, writes } = await answering(() => PAGE);
		const { error } = await runAt('bigCommerce', url, {
			resource: 'order',
			operation: 'update',
			orderId: { __rl: true, mode: 'id', value: 7 },
			updateFields: { appendToStaffNotes: 'Approved' },
		});
		expect(said(error)).toMatch(/answered with a web page for order 7 .*Nothing was changed\.$/);
		expect(writes()).toEqual([]);
	});

	const rows = (page: number) =>
		Array.from({ length: page < 3 ? 250 : 3 }, (_, index) => ({ id: (page - 1) * 250 + index + 1 }));

	const getAll = { resource: 'order', operation: 'getAll', returnAll: true, simplify: false };

	it('gives all 503 orders, or none: a page that was cut off is read again (K3c)', async () => {
		let cuts = 0;
		const { url } = await answering(({ query }) => {
			if (Number(query.page) > 3) return { status: 204 };
			const body = JSON.stringify(rows(Number(query.page)));
			const isCut = query.page === '2' && cuts++ < 2;
			return { body: isCut ? body.slice(0, body.length / 2) : body };
		});
		const { outputs, error } = await runAt('bigCommerce', url, getAll);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.id)).toEqual(
			Array.from({ length: 503 }, (_, index) => index + 1),
		);
	});

	it('fails when the page stays cut off (K3c)', async () => {
		const { url } = await answering(({ query }) => {
			const body = JSON.stringify(rows(Number(query.page)));
			return { body: query.page === '2' ? body.slice(0, body.length / 2) : body };
		});
		const { outputs, error } = await runAt('bigCommerce', url, getAll);
		expect(said(error)).toMatch(/answered with text that cannot be read for the list of orders/);
		expect(outputs.flat()).toEqual([]);
	});
});

describe('K4: what is downloaded is looked at', () => {
	it.each([
		['a web page', { type: 'text/html', body: '<html>sign in please</html>' }],
		['0 bytes', { type: 'application/pdf', body: '' }],
		['text', { type: 'application/pdf', body: 'file not available right now' }],
	])('refuses to keep %s as the signed PDF, although the service gave no hash', async (_what, answer) => {
		const files = await answering(() => answer);
		const document = {
			uuid: '0b8f0c5e-0000-4000-8000-000000000001',
			name: 'order-7.pdf',
			external_id: 'k',
			status: 'si',
			processing: false,
			pdf: `${files.url}/signed.pdf`,
			signing_log: { pdf: `${files.url}/log.pdf` },
			signrequest: { uuid: '0b8f0c5e-0000-4000-8000-000000000002', signers: [] },
		};
		const service = await scriptedServer(() => ({ body: document }));
		try {
			const { outputs, error } = await leap(
				async () =>
					await world.engine.run({
						node: 'openTextCoreSignature',
						parameters: {
							resource: 'evidence',
							operation: 'collect',
							documentId: document.uuid,
						},
						credentials: {
							openTextCoreSignatureApi: {
								host: service.url,
								signInService: 'custom',
								signInUrl: `${service.url}/oauth2/token`,
								tenantId: 't',
								grantType: 'clientCredentials',
								clientId: 'c',
								clientSecret: 's',
							},
						},
					}),
			);
			expect(error?.message).toMatch(/^Item 1: /);
			expect(outputs.flat()).toEqual([]);
		} finally {
			await service.close();
		}
	});
});
