import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { starting } from '../conformance/cases/OpenTextWorkflow/support';
import { OPENTEXT_CLIENT_SECRET } from '../sandbox/core/fixtures';
import { leap, withLeapingSleep } from './support/leapingTime';
import { NODE, TokenWorld } from './support/tokenWorld';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const HOUR = 3_600_000;

const CASE = /\/process-instances\/[^/]+$/;

let service: TokenWorld;

beforeEach(async () => {
	service = await TokenWorld.open(world);
});

afterEach(async () => await service.gate.close());

const revoke = async () => await service.control('/workflow/revoke-tokens');

describe('a run goes on with one new token, and repeats one request,', () => {
	it('when its token has expired', async () => {
		const reading = await service.reading();
		await service.control('/clock', { advanceMs: 2 * HOUR });
		const { outputs, error } = await service.run(reading, 3);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		expect(service.tokens).toBe(2);
	});

	it('when its token is revoked between two items', async () => {
		const reading = await service.reading();
		service.before('GET', CASE, revoke, 2);
		const { outputs, error } = await service.run(reading, 6);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.caseId)).toEqual(Array(6).fill(reading.caseId));
		expect(service.tokens).toBe(2);
	});

	it('when its token is revoked before a change, which is made once', async () => {
		await service.reading();
		service.before('POST', /\/process-instances$/, revoke);
		const started = await service.must({ resource: 'case', operation: 'start', ...starting(2) });
		expect(started).toMatchObject({ created: true });
		expect(service.answered('POST', /\/process-instances$/)).toEqual([201, 401, 201]);
		expect(service.tokens).toBe(2);
	});

	it('when its token is revoked before a file is uploaded, which arrives whole', async () => {
		await service.reading();
		const { taskId } = await service.must({ resource: 'task', operation: 'getAll', returnAll: true });
		service.before('POST', /\/attachments$/, revoke);
		const upload = { resource: 'taskAttachment', operation: 'upload', taskId: String(taskId) };
		const text = 'what was found in the parcel';
		const data = { data: Buffer.from(text).toString('base64'), mimeType: 'text/plain', fileName: 'a.txt' };
		const run = { node: NODE, parameters: { ...upload, binaryProperty: 'data' }, binaries: [{ data }] };
		const { outputs, error } = await world.engine.run({ ...run, credentials: service.credentials() });
		expect(error).toBeUndefined();
		const { attachmentId } = outputs[0][0].json;
		const download = { ...upload, operation: 'download', attachmentId: String(attachmentId) };
		expect((await service.must(download)).file).toMatchObject({
			bytes: text.length,
			uploadedHashMatches: true,
		});
	});
});

describe('fifty that are parallel ask for one token', () => {
	const FIFTY = 50;

	it('as the items of one run', async () => {
		const reading = await service.reading();
		await revoke();
		const { outputs, error } = await service.run(reading, FIFTY);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(FIFTY);
		expect(service.tokens).toBe(2);
	});

	it.each([
		['when there is none yet', async () => await Promise.resolve(), 1],
		['when it was revoked', revoke, 2],
	])(
		'as executions of their own, each with the credential as it was stored, %s',
		async (_when, happen, all) => {
			const stored = service.credentials();
			const reading = { resource: 'task', operation: 'getAll', returnAll: true };
			if (all > 1) await service.run(reading, 1, stored);
			await happen();
			const results = await leap(
				async () =>
					await Promise.all(
						Array.from({ length: FIFTY }, async () => {
							const credentials = structuredClone(stored);
							return await world.engine.run({ node: NODE, parameters: reading, credentials });
						}),
					),
			);
			expect(results.filter(({ error }) => error)).toEqual([]);
			expect(service.tokens).toBe(all);
		},
	);
});

interface Refused {
	when: string;
	/** What differs in the credential. */
	entered?: ICredentialDataDecryptedObject;
	/** How the service answers: to which paths, with which status and body. */
	answers?: [path: string, status: number, body: object];
	says: string;
	next: string;
}

const fault = (faultstring: string, errorcode: string) => ({ fault: { faultstring, detail: { errorcode } } });

const TOKEN = '/oauth2/token$';
const SERVICE = '^/workflow/';

/** What OpenText answers (reference 2.4, 3.7), and what a user reads of it. */
const REFUSED: Refused[] = [
	{
		when: 'the tenant is another',
		entered: { tenantId: 'another-tenant' },
		says: 'The sign-in was refused (status 401)',
		next: 'Check tenant ID, client ID and client secret in the credential, and that they belong to its host. The service said: "Client authentication failed."',
	},
	{
		when: 'the tenant is of another region',
		answers: [TOKEN, 404, { error: 'invalid_request', error_description: 'Tenant not found.' }],
		says: 'The sign-in service at {host} knows no such tenant',
		next: 'Check host and tenant ID in the credential: they must belong together. The service said: "Tenant not found."',
	},
	{
		when: 'there is no such region',
		entered: { host: 'http://127.0.0.1:9/opentext' },
		says: 'The sign-in service could not be reached',
		next: 'Check the host in the credential, which leads to 127.0.0.1:9, and whether this n8n may reach it.',
	},
	{
		when: 'the region has no Workflow Service',
		answers: [
			SERVICE,
			404,
			fault('Unable to identify proxy for host', 'messaging.adaptors.http.flow.ApplicationNotFound'),
		],
		says: 'There is no Workflow Service at the host of this credential',
		next: 'Open the OpenText Workflow credential and correct the host: it is the region that the developer console shows beside your organization. The service said: "Unable to identify proxy for host"',
	},
	{
		when: 'the gateway lets the application through to nothing, as without a subscription',
		answers: [SERVICE, 403, fault('Access denied', 'steps.raisefault.RaiseFault')],
		says: 'The gateway in front of Workflow Service did not let this request through',
		next: 'Ask your administrator whether the application of this credential may use Workflow Service in this tenant, and whether something between n8n and the service blocks it. The service said: "Access denied"',
	},
	{
		when: 'the subscription of the application is without this service',
		answers: [
			SERVICE,
			401,
			fault(
				'Invalid API call as no apiproduct match found',
				'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
			),
		],
		says: 'The application of this credential may not use Workflow Service in this tenant',
		next: `Ask your administrator to add Workflow Service to the application's subscription, or use the client of an application that has it. The service said: "Invalid API call as no apiproduct match found"`,
	},
	{
		when: 'every token is refused, also a new one',
		answers: [SERVICE, 401, fault('Invalid access token', 'oauth.v2.InvalidAccessToken')],
		says: 'Workflow Service does not accept the sign-in',
		next: 'Open the OpenText Workflow credential: host (the region), tenant ID and client must belong together. Correct them and test it. The service said: "Invalid access token"',
	},
	{
		when: 'the client may not sign in this way',
		answers: [TOKEN, 400, { error: 'unauthorized_client', error_description: 'Grant not allowed.' }],
		says: 'The sign-in was refused (status 400)',
		next: 'Choose another grant type in the credential, or ask your administrator to allow it to this client. The service said: "Grant not allowed."',
	},
	{
		when: 'the password is wrong',
		entered: { grantType: 'password', username: 'rita.reviewer@example.com', password: 'not-the-password' },
		says: 'The sign-in was refused (status 401)',
		next: 'Check user name and password in the credential. The service said: "User name or password is wrong."',
	},
];

describe('one sentence says what is wrong, and one what to do,', () => {
	it.each(REFUSED)('when $when', async ({ entered, answers, says, next }) => {
		if (answers) await service.answers(...answers);
		const starts = { resource: 'case', operation: 'start', ...starting(1) };
		const { error } = await service.run(starts, 1, service.credentials(entered));
		const host = new URL(service.gate.url).host;
		expect(error).toMatchObject({
			message: `Item 1: ${says.replace('{host}', host)}`,
			description: expect.stringMatching(/ Nothing was (changed|sent)\.$/),
		});
		expect(error?.description?.replace(/ Nothing was \w+\.$/, '')).toBe(next);
		expect(JSON.stringify(error)).not.toContain(OPENTEXT_CLIENT_SECRET);
		expect(service.answered('POST', /\/process-instances$/)).not.toContain(201);
		expect(service.tokens).toBeLessThanOrEqual(3);
	});

	it('is never that something is not there: the gateway alone answered', async () => {
		const { caseId } = await service.reading();
		await service.answers(
			SERVICE,
			404,
			fault('Unable to identify proxy for host', 'messaging.adaptors.http.flow.ApplicationNotFound'),
		);
		const { outputs, error } = await service.run({
			resource: 'case',
			operation: 'terminate',
			caseId: String(caseId),
			reason: 'cancelled',
		});
		expect(outputs.flat()).toEqual([]);
		expect(error?.message).toBe('Item 1: There is no Workflow Service at the host of this credential');
	});
});
