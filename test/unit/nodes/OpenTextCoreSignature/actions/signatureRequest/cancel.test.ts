import { ServiceDouble, ok, type Answer } from '../../../../support/serviceDouble';
import {
	API,
	byDocument,
	describeThreeSignatureItems,
	documentOf,
	NOT_FOUND,
	refusedWith,
	requestUuid,
	runSignature,
	uuid,
} from '../../../../support/signature';

const CANCEL = { resource: 'signatureRequest', operation: 'cancel' };

type Fate = 'cancelled' | 'cancelled, answer lost' | 'signed meanwhile' | 'nothing happened' | Answer;

/** A service with these documents, whose requests are cancelled with this fate. */
function service(fate: Fate, statuses: Record<number, string> = { 1: 'se' }) {
	const status = new Map(Object.entries(statuses).map(([number, code]) => [Number(number), code]));
	return new ServiceDouble(({ method, path }) => {
		const number = [...status.keys()].find(
			(each) => path === `${API}/documents/${uuid(each)}/` || path.includes(requestUuid(each)),
		);
		if (number === undefined) return NOT_FOUND;
		if (method === 'GET') return ok(documentOf(number, { status: status.get(number) }));
		if (typeof fate === 'object') return fate;
		if (fate === 'nothing happened') return { broken: 'ECONNRESET' };
		if (fate === 'signed meanwhile') {
			status.set(number, 'si');
			return refusedWith(400, { detail: 'The document is signed.' });
		}
		status.set(number, 'ca');
		if (fate !== 'cancelled') return { broken: 'ECONNRESET' };
		return { status: 201, body: { detail: 'OK', cancelled: true } };
	});
}

const cancel = async (asked: ServiceDouble) =>
	(await runSignature({ ...CANCEL, items: [byDocument(1)], service: asked }))[0].json;

const posts = (asked: ServiceDouble) => asked.requests.filter(({ method }) => method === 'POST');

describe('cancelling a signature request', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...CANCEL,
		items: [byDocument(1), byDocument(2), byDocument(3)],
		service: () => service('cancelled', { 1: 'vi', 3: 'de' }),
		outputs: [
			{ cancelled: true, documentId: uuid(1), outcome: 'cancelled' },
			{ cancelled: false, documentId: uuid(3), outcome: 'declined' },
		],
		refusal: `Item 2: Core Signature knows no document ${uuid(2)}`,
	});

	it.each(['si', 'sd', 'de', 'xp', 'ca'])('leaves what has ended as it is: %s', async (status) => {
		const asked = service('cancelled', { 1: status });
		expect(await cancel(asked)).toMatchObject({ cancelled: false, final: true });
		expect(posts(asked)).toEqual([]);
	});

	it('says so when somebody was faster', async () => {
		expect(await cancel(service('signed meanwhile'))).toMatchObject({ cancelled: false, outcome: 'signed' });
	});

	it('looks at the document when the answer was lost', async () => {
		const asked = service('cancelled, answer lost');
		expect(await cancel(asked)).toMatchObject({ cancelled: true, outcome: 'cancelled' });
		expect(posts(asked)).toHaveLength(1);
	});

	it.each<[string, Fate]>([
		['the answer was lost', 'nothing happened'],
		['a gateway gave up', { status: 504 }],
		['a web page came with a good status', { status: 201, body: '<html>ok</html>' }],
		['nothing came with a good status', { status: 201 }],
		['another shape came with a good status', { status: 200, body: [] }],
		['the service said OK', { status: 201, body: { detail: 'OK', cancelled: true } }],
	])('says that the ending is not known when %s and the document stays as it was', async (_what, fate) => {
		const asked = service(fate);
		await expect(cancel(asked)).rejects.toMatchObject({
			description: expect.stringMatching(
				/can still be signed.*It is not known whether the request was cancelled\.$/,
			),
		});
		expect(posts(asked)).toHaveLength(1);
		expect(asked.lines.filter((line) => line.startsWith('GET')).length).toBeGreaterThan(3);
	});

	it.each([1, 3])('believes a good answer when the document shows it after %i looks', async (late) => {
		let looks = 0;
		const asked = new ServiceDouble(({ method }) => {
			if (method === 'POST') return { status: 201, body: { detail: 'OK' } };
			looks += 1;
			return ok(documentOf(1, { status: looks > late + 1 ? 'ca' : 'se' }));
		});
		expect(await cancel(asked)).toMatchObject({ cancelled: true, outcome: 'cancelled' });
	});

	it('does not call a request cancelled that was signed in spite of a good answer', async () => {
		let posted = false;
		const asked = new ServiceDouble(({ method }) => {
			posted ||= method === 'POST';
			return method === 'POST'
				? { status: 201, body: { detail: 'OK' } }
				: ok(documentOf(1, { status: posted ? 'si' : 'se' }));
		});
		expect(await cancel(asked)).toMatchObject({ cancelled: false, outcome: 'signed' });
	});

	it.each<[Answer, string]>([
		[refusedWith(400, { detail: 'Not now.' }), '400'],
		[refusedWith(403, {}), '403'],
	])('refuses with %j', async (answer, httpCode) => {
		await expect(cancel(service(answer))).rejects.toMatchObject({ httpCode });
	});

	it('has nothing to cancel in a document that was never sent', async () => {
		const asked = new ServiceDouble(() => ok(documentOf(1, { status: 'ne', signrequest: null })));
		await expect(cancel(asked)).rejects.toMatchObject({
			message: `Item 1: Document ${uuid(1)} has not been sent for signature`,
		});
	});
});
