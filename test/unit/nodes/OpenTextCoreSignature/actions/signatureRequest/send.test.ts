import { SendingModel } from '../../../../support/modelSending';
import {
	API,
	describeThreeSignatureItems,
	documentOf,
	runSignature,
	serviceWith,
	uuid,
} from '../../../../support/signature';

const SEND = { resource: 'signatureRequest', operation: 'send' };

const item = (externalId: string, email = 'nathan@example.com') => ({
	externalId,
	source: 'url',
	url: 'https://example.com/offer.pdf',
	signers: { signer: [{ email, name: 'Nathan Example', order: 1, role: 'signer' }] },
});

describe('sending a document for signature', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...SEND,
		items: [item('k1'), item('k2', 'no address'), item('k3', 'lea@example.com')],
		service: () => new SendingModel().service,
		outputs: [
			{ created: true, externalId: 'k1', signers: [{ email: 'nathan@example.com' }] },
			{ created: true, externalId: 'k3', signers: [{ email: 'lea@example.com' }] },
		],
		refusal: 'Item 2: Signer 1 has no valid e-mail address',
	});

	it('sends everything that was entered in one call', async () => {
		const model = new SendingModel();
		const entered = {
			...item('k1'),
			documentName: 'Order 4711',
			subject: 'Please sign',
			message: 'Thank <b>you</b>',
			expireDays: 30,
			options: { fromName: 'Example Ltd', reminders: false, autoDeleteDays: 10, callbackUrl: '' },
		};
		await runSignature({ ...SEND, items: [entered], service: model.service });
		expect(model.service.lines).toEqual([
			`GET ${API}/documents/`,
			`POST ${API}/signature-request-quick-create/`,
			`GET ${API}/documents/${uuid(1)}/`,
		]);
		expect(model.posted).toEqual([
			{
				who: 'o',
				name: 'Order 4711',
				subject: 'Please sign',
				message: 'Thank <b>you</b>',
				auto_expire_days: 30,
				from_email_name: 'Example Ltd',
				send_reminders: false,
				auto_delete_days: 10,
				file_from_url: 'https://example.com/offer.pdf',
				external_id: 'k1',
				signers: [
					{ email: 'nathan@example.com', full_name: 'Nathan Example', order: 1, needs_to_sign: true },
				],
			},
		]);
	});

	it('returns what is there for a key that was sent before, in its present state', async () => {
		const service = serviceWith(documentOf(1, { status: 'si' }));
		const [{ json }] = await runSignature({ ...SEND, items: [item('k1')], service });
		expect(json).toMatchObject({ created: false, documentId: uuid(1), outcome: 'signed' });
		expect(service.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('needs an external id', async () => {
		const { service } = new SendingModel();
		await expect(runSignature({ ...SEND, items: [item('')], service })).rejects.toMatchObject({
			message: 'Item 1: External ID is empty',
		});
		expect(service.requests).toEqual([]);
	});
});
