import type { IDataObject } from 'n8n-workflow';
import { SandboxSending } from '../../../../support/sandboxSending';
import type { ServiceDouble } from '../../../../support/serviceDouble';
import { documentOf, runOutputs, serviceWith, uuid, type SignatureRun } from '../../../../support/signature';

let sandbox: SandboxSending;
beforeAll(async () => {
	sandbox = await SandboxSending.open();
});

afterAll(async () => await sandbox.close());

const WAIT = { resource: 'signatureRequest', operation: 'sendAndWait' };

const ADDRESS = 'https://n8n.example.com/webhook-waiting/77/1';

const item = (more: IDataObject = {}) => ({
	externalId: 'k1',
	source: 'url',
	url: 'https://example.com/offer.pdf',
	signers: { signer: [{ email: 'nathan@example.com', role: 'signer' }] },
	...more,
});

/** One run, and what n8n was asked to do beside it. */
async function run({ address = ADDRESS, ...more }: Partial<SignatureRun> & { address?: string } = {}) {
	const [wait, hints, resumeUrl] = [jest.fn(), jest.fn(), jest.fn()];
	const outputs = runOutputs({
		...WAIT,
		items: [item()],
		...more,
		prepare: (functions) => {
			functions.putExecutionToWait.mockImplementation(async (till) => wait(till));
			functions.addExecutionHints.mockImplementation(hints);
			functions.getContext.mockReturnValue({});
			functions.getSignedResumeUrl.mockImplementation((parameters) => {
				resumeUrl(parameters);
				return `${address}?key=${parameters?.key ?? ''}&signature=invented`;
			});
		},
	});
	return { outputs: await outputs, wait, hints, resumeUrl };
}

const posts = (service: ServiceDouble) => service.requests.filter(({ method }) => method === 'POST');

describe('sending a document and waiting for its signature', () => {
	beforeEach(() =>
		jest.useFakeTimers({
			now: Date.parse('2026-11-22T10:00:00.000Z'),
			doNotFake: ['nextTick', 'setImmediate'],
		}),
	);
	afterEach(() => jest.useRealTimers());

	it("is called back at n8n's signed address, which carries the key of the document", async () => {
		const model = sandbox.begin();
		const { resumeUrl } = await run({ service: model.service });
		expect(resumeUrl).toHaveBeenCalledWith({ key: 'k1' });
		expect(model.posted).toMatchObject([
			{ external_id: 'k1', events_callback_url: `${ADDRESS}?key=k1&signature=invented` },
		]);
	});

	it.each([
		[{ waitAmount: 3, waitUnit: 'days' }, 3 * 86_400_000],
		[{ waitAmount: 2, waitUnit: 'hours' }, 7_200_000],
		[{ waitAmount: 1.5, waitUnit: 'minutes' }, 90_000],
		[{}, 3 * 86_400_000],
	])('waits until its deadline: %j', async (entered, ms) => {
		const { wait } = await run({ service: sandbox.begin().service, items: [item(entered)] });
		expect(wait).toHaveBeenCalledTimes(1);
		const [till] = wait.mock.calls[0];
		expect(till.getTime() - Date.parse('2026-11-22T10:00:00.000Z')).toBe(ms);
	});

	it.each([
		[{ waitAmount: 0 }, 'Wait at Most must be more than 0'],
		[{ waitAmount: -1 }, 'Wait at Most must be more than 0'],
		[{ waitAmount: '' }, 'Wait at Most must be a number of at most 1000000, but it is empty'],
		[{ waitAmount: 'soon' }, 'Wait at Most must be a number of at most 1000000, but it is "soon"'],
		[{ waitUnit: 'years' }, 'Wait Unit is none of minutes, hours and days'],
		[{ waitUnit: 'constructor' }, 'Wait Unit is none of minutes, hours and days'],
	])('needs a deadline: %j', async (entered, what) => {
		const { service } = sandbox.begin();
		await expect(run({ service, items: [item(entered)] })).rejects.toMatchObject({
			message: `Item 1: ${what}`,
		});
		expect(service.requests).toEqual([]);
	});

	it('takes one item at a time: an execution waits once and is called at one address', async () => {
		const { service } = sandbox.begin();
		const several = run({ service, items: [item(), item({ externalId: 'k2' }), item({ externalId: 'k3' })] });
		await expect(several).rejects.toMatchObject({
			message: 'Item 1: Send and Wait takes one item at a time, but 3 came in',
			description: expect.stringContaining('sub-workflow that runs once for each item'),
		});
		expect(service.requests).toEqual([]);
	});

	it('refuses each of several items with Continue On Fail, and waits for none', async () => {
		const { service } = sandbox.begin();
		const { outputs, wait } = await run({
			service,
			items: [item(), item({ externalId: 'k2' }), item({ externalId: 'k3' })],
			continueOnFail: true,
		});
		expect(outputs).toHaveLength(1);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((index) => ({ item: index })),
		);
		for (const { json } of outputs[0]) expect(json.error).toMatch(/takes one item at a time/);
		expect(wait).not.toHaveBeenCalled();
		expect(service.requests).toEqual([]);
	});

	it.each([
		['si', 1],
		['sd', 1],
		['de', 2],
		['ca', 0],
		['xp', 0],
	])('goes on at once when the document is final already: %s by output %i', async (status, output) => {
		const service = serviceWith(documentOf(1, { status }));
		const { outputs, wait, hints } = await run({ service });
		expect(wait).not.toHaveBeenCalled();
		expect(hints).not.toHaveBeenCalled();
		expect(posts(service)).toEqual([]);
		expect(outputs).toHaveLength(output + 1);
		expect(outputs[output]).toMatchObject([
			{ json: { created: false, documentId: uuid(1), final: true }, pairedItem: { item: 0 } },
		]);
	});

	it('warns when it waits for what an earlier run sent: the callbacks go there (reference 4.1)', async () => {
		const earlier = await run({ service: serviceWith(documentOf(1)) });
		expect(earlier.wait).toHaveBeenCalledTimes(1);
		expect(earlier.hints).toHaveBeenCalledWith(expect.objectContaining({ type: 'warning' }));
		const own = await run({ service: sandbox.begin().service });
		expect(own.hints).not.toHaveBeenCalled();
	});

	it.each([
		['http://n8n.example.com/webhook-waiting/77/1', 'it does not begin with https'],
		['https://localhost:5678/webhook-waiting/77/1', 'its host cannot be reached from the internet'],
	])('sends nothing when the service could not call %s', async (address, why) => {
		const { service } = sandbox.begin();
		await expect(run({ service, address })).rejects.toMatchObject({
			message: `Item 1: Core Signature cannot call this n8n back at ${new URL(address).origin}: ${why}`,
			description: expect.stringContaining('WEBHOOK_URL'),
		});
		expect(posts(service)).toEqual([]);
	});

	it('does not wait for what the service refused', async () => {
		const { service } = sandbox.begin({ fate: () => ({ status: 400, body: { detail: 'No.' } }) });
		const { outputs, wait } = await run({ service, continueOnFail: true });
		expect(outputs[0][0].json.error).toMatch(/did not accept/);
		expect(wait).not.toHaveBeenCalled();
	});

	it('has no callback address to choose: it is n8n’s own', async () => {
		const model = sandbox.begin();
		const options = { callbackUrl: 'https://example.com/other' };
		await run({ service: model.service, items: [item({ options })] });
		expect(model.posted[0].events_callback_url).toContain(ADDRESS);
	});
});
