import type { INodeParameters } from 'n8n-workflow';
import { ServiceDouble } from '../../../support/serviceDouble';
import {
	API,
	byDocument,
	byKey,
	documentOf,
	requestOf,
	requestUuid,
	runOutputs,
	serviceWith,
	signerOf,
	uuid,
} from '../../../support/signature';
import { BinaryStore, signedDocument, storageOf } from '../../../support/signatureFiles';
import { SandboxSending } from '../../../support/sandboxSending';

let sandbox: SandboxSending;
beforeAll(async () => {
	sandbox = await SandboxSending.open();
});

afterAll(async () => await sandbox.close());

interface Case {
	resource: string;
	operation: string;
	item?: INodeParameters;
	/** A service that carries the operation out. */
	service: () => ServiceDouble;
}

const pending = () =>
	documentOf(1, {
		signrequest: requestOf(1, [signerOf('nathan@example.com', { embed_url: 'https://sign.example.com/1' })]),
	});

/** Documents with their requests and actions. */
const whole = (document: () => object) => () => {
	const [one, reading] = [document(), serviceWith({ ...document() })];
	let cancelled = false;
	return new ServiceDouble(async (request) => {
		if (request.method === 'POST') {
			cancelled = true;
			return { status: 201, body: { detail: 'OK' } };
		}
		if (request.path.includes('/signature-requests/')) {
			const row = { ...requestOf(1), uuid: requestUuid(1), document: documentOf(1).url };
			const isList = request.path === `${API}/signature-requests/`;
			return { status: 200, body: isList ? { count: 1, next: null, results: [row] } : row };
		}
		if (cancelled && request.path === `${API}/documents/${uuid(1)}/`)
			return { status: 200, body: { ...one, status: 'ca' } };
		return await reading.reply(request);
	});
};

const BY_ID = { documentId: uuid(1) };
const BY_KEY = byKey('documentId', 'k1');
const REQUESTS = [byDocument(1), byKey('signatureRequestId', 'k1'), { signatureRequestId: requestUuid(1) }];
const SENDING = {
	externalId: 'k1',
	source: 'url',
	url: 'https://example.com/offer.pdf',
	signers: { signer: [{ email: 'nathan@example.com', name: 'Nathan', order: 1, role: 'signer' }] },
};

const OPEN = whole(pending);
const FINISHED = whole(() => signedDocument(1));

const CASES: Case[] = [
	...[BY_ID, BY_KEY].map((item) => ({ resource: 'document', operation: 'get', item, service: OPEN })),
	{ resource: 'document', operation: 'getAll', service: OPEN },
	{
		resource: 'document',
		operation: 'getAll',
		item: { returnAll: true, filters: { status: 'se' } },
		service: OPEN,
	},
	{ resource: 'document', operation: 'download', item: BY_ID, service: FINISHED },
	{ resource: 'evidence', operation: 'collect', item: BY_KEY, service: FINISHED },
	...REQUESTS.flatMap((item) =>
		['get', 'cancel', 'remind'].map((operation) => ({
			resource: 'signatureRequest',
			operation,
			item,
			service: OPEN,
		})),
	),
	{
		resource: 'signatureRequest',
		operation: 'get',
		item: { ...byDocument(1), simplify: false },
		service: OPEN,
	},
	{ resource: 'signatureRequest', operation: 'getAll', service: OPEN },
	{
		resource: 'signatureRequest',
		operation: 'getSigningLink',
		item: { ...byDocument(1), signerEmail: 'nathan@example.com' },
		service: OPEN,
	},
	{
		resource: 'signatureRequest',
		operation: 'send',
		item: SENDING,
		service: () => sandbox.begin().service,
	},
];

const BODIES: Array<[string, unknown]> = [
	['a web page', '<!DOCTYPE html><html><body>maintenance</body></html>'],
	['JSON that is cut off', '{"count": 1, "results": [{"uuid": "0b8f'],
	['nothing', ''],
	['another shape', { message: 'ok' }],
	['a bare list', []],
];

const run = async ({ resource, operation, item = {} }: Case, service: ServiceDouble) =>
	await runOutputs({
		resource,
		operation,
		items: [item],
		service,
		prepare: new BinaryStore().prepare(storageOf(1)),
	});

describe('a good status is not a good answer (K3)', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
	afterEach(() => jest.useRealTimers());

	const titled = CASES.map((each) => ({
		...each,
		title: `${each.resource}: ${each.operation} ${JSON.stringify(each.item ?? {})}`,
	}));

	it.each(titled)('$title works with good answers', async (each) => {
		expect((await run(each, each.service())).flat()).toHaveLength(1);
	});

	it.each(titled.flatMap((each) => BODIES.map(([kind, body]) => ({ ...each, kind, body }))))(
		'$title: $kind in the place of any of its answers never ends as success, nor in a further write',
		async ({ body, resource, operation, item, service: make }) => {
			const each: Case = { resource, operation, item, service: make };
			const good = each.service();
			await run(each, good);
			const lines = [...new Set(good.lines)];
			for (const line of lines) {
				const inner = each.service();
				const service = new ServiceDouble(async (request) =>
					`${request.method} ${request.path}` === line ? { status: 200, body } : await inner.reply(request),
				);
				await expect(run(each, service)).rejects.toThrow();
				const seen = service.lines;
				expect(seen.filter((sent) => sent.startsWith('POST')).length).toBeLessThanOrEqual(1);
				expect(seen.slice(seen.indexOf(line) + 1).filter((sent) => !sent.startsWith('GET'))).toEqual([]);
			}
		},
	);
});
