import type { IDataObject } from 'n8n-workflow';
import { ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	API,
	byDocument,
	describeThreeSignatureItems,
	documentOf,
	refusedWith,
	requestUuid,
	runSignature,
	serviceWith,
	uuid,
} from '../../../../support/signature';

const REMIND = { resource: 'signatureRequest', operation: 'remind' };

const action = (number: number) =>
	`${API}/signature-requests/${requestUuid(number)}/resend_signrequest_email/`;

/** Documents whose reminders are answered so. */
const service = (answer: Answer, ...documents: IDataObject[]) => {
	const reading = serviceWith(...documents);
	return new ServiceDouble(async (request) => {
		if (request.method === 'POST') return request.path.includes('resend_sign') ? answer : { status: 404 };
		const { statusCode: status, body } = Object(await reading.send('', request.options));
		return { status, body };
	});
};

const SENT: Answer = { status: 201, body: { detail: 'OK' } };

const remind = async (asked: ServiceDouble) =>
	(await runSignature({ ...REMIND, items: [byDocument(1)], service: asked }))[0].json;

describe('sending a reminder', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...REMIND,
		items: [byDocument(1), byDocument(2), byDocument(3)],
		service: () => service(SENT, documentOf(3, { status: 'si' }), documentOf(1)),
		outputs: [
			{ reminded: true, documentId: uuid(1) },
			{ reminded: false, documentId: uuid(3), outcome: 'signed' },
		],
		refusal: `Item 2: Core Signature knows no document ${uuid(2)}`,
	});

	it('is done by the request of the document', async () => {
		const asked = service(SENT, documentOf(1));
		expect(await remind(asked)).toMatchObject({ reminded: true });
		expect(asked.lines.at(-1)).toBe(`POST ${action(1)}`);
	});

	it.each(['si', 'sd', 'de', 'ca', 'xp'])('mails nobody when the request has ended: %s', async (status) => {
		const asked = service(SENT, documentOf(1, { status }));
		expect(await remind(asked)).toMatchObject({ reminded: false, final: true });
		expect(asked.lines).toHaveLength(1);
	});

	it.each<[Answer, RegExp]>([
		[refusedWith(400, { detail: 'No.' }), /did not accept the values/],
		[{ broken: 'ECONNRESET' }, /broke at signature request/],
		[{ broken: 'ECONNREFUSED' }, /cannot be reached/],
	])('fails after %j', async (answer, text) => {
		await expect(remind(service(answer, documentOf(1)))).rejects.toThrow(text);
	});

	it.each<[string, Answer]>([
		['a broken connection', { broken: 'ECONNRESET' }],
		['a gateway that gave up', { status: 504 }],
		['a web page with a good status', { status: 200, body: '<html>maintenance</html>' }],
		['nothing with a good status', { status: 201 }],
		['JSON that is cut off', { status: 201, body: '{"detail' }],
		['another shape', { status: 201, body: { ok: true } }],
	])('is sent once, and says that it is not known, after %s', async (_what, answer) => {
		const asked = service(answer, documentOf(1));
		await expect(remind(asked)).rejects.toMatchObject({
			description: expect.stringMatching(
				/People may have been mailed.*It is not known whether a reminder was sent\.$/,
			),
		});
		expect(asked.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});
});
