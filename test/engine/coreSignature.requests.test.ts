import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { resources } from '../../nodes/OpenTextCoreSignature/actions';
import { createSignatureStandIn } from '../sandbox/signature';
import { startServer } from '../sandbox/server';
import { Engine } from './support/engine';
import { expectNodeSchema } from './support/schema';
import { anotherName, sending, signatureControl, signatureCredentials, SIGNER } from './support/signatures';

interface Case {
	operation: string;
	/** Entered the same for every item, with expressions over the item. */
	parameters: INodeParameters;
	/** To whom the documents of the first and third item are sent beforehand. */
	sent?: INodeParameters;
	/** What the first and the third item become, told by their external id. */
	becomes: (key: string) => IDataObject;
	refusal: RegExp;
}

const BY_KEY = { signatureRequestId: { __rl: true, mode: 'externalId', value: '={{ $json.key }}' } };
const UNKNOWN = /^Item 2: Core Signature knows no document with external ID unknown/;
const person = (more: INodeParameters = {}): INodeParameters => ({
	signers: { signer: [{ email: '={{ $json.email }}', order: 1, ...more }] },
});
const PEOPLE = person();
/** Gets a link instead of a mail. */
const EMBEDDED = person({ embedUserId: 'customer-1' });

/** Every operation of the resource but Send and Wait, which takes one item; the test below holds that none is missing. */
const CASES: Case[] = [
	{
		operation: 'send',
		parameters: { ...sending('={{ $json.key }}'), ...PEOPLE },
		becomes: (externalId) => ({ created: true, externalId, outcome: 'pending' }),
		refusal: /^Item 2: Signer 1 has no valid e-mail address$/,
	},
	{
		operation: 'get',
		parameters: BY_KEY,
		sent: PEOPLE,
		becomes: (externalId) => ({
			externalId,
			signers: [{ role: 'sender' }, { email: SIGNER, role: 'signer' }],
		}),
		refusal: UNKNOWN,
	},
	{
		operation: 'getAll',
		parameters: { limit: '={{ $json.limit }}' },
		sent: PEOPLE,
		becomes: () => ({ signers: [{ role: 'sender' }, { email: SIGNER }] }),
		refusal: /^Item 2: Limit must be a whole number of at least 1, but it is "many"$/,
	},
	{
		operation: 'remind',
		parameters: BY_KEY,
		sent: PEOPLE,
		becomes: (externalId) => ({ reminded: true, externalId }),
		refusal: UNKNOWN,
	},
	{
		operation: 'cancel',
		parameters: BY_KEY,
		sent: PEOPLE,
		becomes: (externalId) => ({ cancelled: true, externalId, outcome: 'cancelled' }),
		refusal: UNKNOWN,
	},
	{
		operation: 'getSigningLink',
		parameters: { ...BY_KEY, signerEmail: SIGNER },
		sent: EMBEDDED,
		becomes: () => ({ email: SIGNER, signed: false, signingLink: expect.stringContaining('/sign/') }),
		refusal: UNKNOWN,
	},
];

let engine: Engine;
let sandbox: Awaited<ReturnType<typeof open>>;
let keys = 0;

const open = async () =>
	await startServer({}, async (context) => ({ signature: await createSignatureStandIn(context) }));

beforeAll(async () => {
	engine = await Engine.start();
	sandbox = await open();
});

afterAll(async () => await sandbox.close());

/** Starts with a pace of its own. */
const runner = () => {
	const credentials = signatureCredentials(anotherName(sandbox.url));
	return async (parameters: INodeParameters, items: IDataObject[], onError?: OnError) =>
		await engine.run({
			node: 'openTextCoreSignature',
			parameters: { resource: 'signatureRequest', ...parameters },
			items,
			credentials,
			onError,
		});
};

const readsOnly = ({ operation }: Case) =>
	resources.find(({ option }) => option.value === 'signatureRequest')?.operations[operation].effect ===
	'read';

/** Three items of which the second is wrong in every way. */
async function threeItems(run: ReturnType<typeof runner>, { sent }: Case): Promise<IDataObject[]> {
	keys += 1;
	const item = (position: number) => ({ key: `key-${keys}-${position}`, email: SIGNER, limit: 1 });
	const wrong = { key: `unknown-${keys}`, email: 'nobody', limit: 'many' };
	const items: IDataObject[] = [item(1), wrong, item(3)];
	if (sent) {
		const before = await run({ ...sending('={{ $json.key }}'), ...sent }, [items[0], items[2]]);
		expect(before.error).toBeUndefined();
		// the service converts a document first and mails people then
		for (const { json } of before.outputs[0])
			await signatureControl(sandbox.url).mailed(String(json.documentId));
	}
	return items;
}

describe.each(CASES.map((entry) => [entry.operation, entry] as const))(
	'signatureRequest: %s',
	(operation, entry) => {
		const parameters = { ...entry.parameters, operation };

		it('goes on past the second of three items with Continue On Fail, in order and paired', async () => {
			const run = runner();
			const items = await threeItems(run, entry);
			const { outputs, error } = await run(parameters, items, 'continueRegularOutput');
			expect(error).toBeUndefined();
			const [first, failed, third] = outputs[0];
			expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(first.json).toMatchObject(entry.becomes(String(items[0].key)));
			expect(third.json).toMatchObject(entry.becomes(String(items[2].key)));
			expect(failed.json).toEqual({
				error: expect.stringMatching(entry.refusal),
				details: expect.objectContaining({ description: expect.any(String) }),
			});
			expectNodeSchema('OpenTextCoreSignature', 'signatureRequest', operation, first.json);
		});

		it('sends only the second to the error output', async () => {
			const run = runner();
			const items = await threeItems(run, entry);
			const { outputs } = await run(parameters, items, 'continueErrorOutput');
			expect(outputs.map((output) => output.length)).toEqual([2, 1]);
			expect(outputs[1][0].json).toMatchObject({ error: expect.stringMatching(entry.refusal) });
		});

		it('stops at the second without it, and asks nothing about the third unless it only reads', async () => {
			const run = runner();
			const items = await threeItems(run, entry);
			const since = sandbox.context.exchanges.list().at(-1)?.id ?? 0;
			const { outputs, error } = await run(parameters, items);
			expect(outputs).toEqual([]);
			expect(error).toMatchObject({
				message: expect.stringMatching(entry.refusal),
				context: { itemIndex: 1 },
			});
			const later = sandbox.context.exchanges.list().filter(({ id }) => id > since);
			const about = later.filter((exchange) => JSON.stringify(exchange).includes(String(items[2].key)));
			expect(about.filter(({ method }) => method !== 'GET')).toEqual([]);
			if (!readsOnly(entry)) expect(about).toEqual([]);
		});
	},
);

describe('signatureRequest: sendAndWait', () => {
	const parameters = (key: string) => ({
		...sending(key),
		operation: 'sendAndWait',
		waitAmount: 1,
		waitUnit: 'hours',
	});

	it('refuses three items and sends none of them, with and without Continue On Fail', async () => {
		const run = runner();
		const before = (await run({ operation: 'getAll', returnAll: true }, [{}])).outputs[0].length;
		const items = [{ key: 'wait-1' }, { key: 'wait-2' }, { key: 'wait-3' }];
		const stopped = await run(parameters('={{ $json.key }}'), items);
		expect(stopped.error).toMatchObject({
			message: 'Item 1: Send and Wait takes one item at a time, but 3 came in',
			description: expect.stringContaining('Loop Over Items'),
		});
		const { outputs } = await run(parameters('={{ $json.key }}'), items, 'continueRegularOutput');
		expect(outputs[0].map(({ json }) => json.error)).toEqual(
			items.map((_item, index) => `Item ${index + 1}: Send and Wait takes one item at a time, but 3 came in`),
		);
		expect((await run({ operation: 'getAll', returnAll: true }, [{}])).outputs[0]).toHaveLength(before);
	});

	it('goes on at once by the right output when the document is signed or declined already', async () => {
		const run = runner();
		const control = signatureControl(sandbox.url);
		for (const [action, output] of [
			['sign', 1],
			['decline', 2],
		] as const) {
			const key = `already-${action}`;
			const [[{ json }]] = (await run(sending(key), [{}])).outputs;
			await control.mailed(String(json.documentId));
			await control.act(String(json.documentId), action);
			await control.finished(String(json.documentId));
			const { outputs } = await run(parameters(key), [{}]);
			expect(outputs.map((items) => items.length)).toEqual([...Array(output).fill(0), 1]);
			expectNodeSchema('OpenTextCoreSignature', 'signatureRequest', 'sendAndWait', outputs[output][0].json);
		}
	});
});

describe('the cases above', () => {
	it('are all operations of the resource', () => {
		const { description } = engine.nodeType('openTextCoreSignature');
		const offered = description.properties
			.filter(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.[0] === 'signatureRequest',
			)
			.flatMap(({ options = [] }) =>
				options.map((option) => ('value' in option ? String(option.value) : '')),
			);
		expect([...CASES.map(({ operation }) => operation), 'sendAndWait'].sort()).toEqual(offered.sort());
	});
});
