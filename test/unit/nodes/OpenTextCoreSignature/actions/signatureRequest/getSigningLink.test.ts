import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	describeThreeSignatureItems,
	documentOf,
	requestOf,
	runSignature,
	serviceWith,
	signerOf,
	uuid,
} from '../../../../support/signature';

const LINK = { resource: 'signatureRequest', operation: 'getSigningLink' };

const EMBED = 'https://sign.example.com/embed/1?token=invented';

const whose = (name: string) => ({ documentId: uuid(1), signerEmail: `${name}@example.com` });

const withSigners = (...signers: IDataObject[]) =>
	serviceWith(documentOf(1, { signrequest: requestOf(1, signers) }));

const NATHAN = signerOf('nathan@example.com', { embed_url: EMBED });

const link = async (service = withSigners(NATHAN), options: INodeParameters = {}) =>
	(
		await runSignature({
			...LINK,
			items: [{ documentId: uuid(1), signerEmail: 'Nathan@Example.com', options }],
			service,
		})
	)[0].json;

describe('getting the signing link of a signer', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeSignatureItems({
		...LINK,
		items: [whose('nathan'), whose('lea'), whose('ada')],
		service: () => withSigners(NATHAN, signerOf('ada@example.com', { embed_url: EMBED })),
		outputs: [{ email: 'nathan@example.com', signingLink: EMBED }, { email: 'ada@example.com' }],
		refusal: 'Item 2: The request has no signer with this e-mail address',
	});

	it('gives the link, whatever the case of the address', async () => {
		expect(await link()).toEqual({
			documentId: uuid(1),
			email: 'nathan@example.com',
			signed: false,
			signingLink: EMBED,
		});
	});

	it('keeps the query of the link beside what is hidden (reference 7.5)', async () => {
		const { signingLink } = await link(undefined, { hideLogo: true, hideDecline: true, hideTitle: false });
		expect(Object.fromEntries(new URL(String(signingLink)).searchParams)).toEqual({
			token: 'invented',
			hide_logo: '1',
			hide_decline: '1',
		});
	});

	it('gives none once it stopped working', async () => {
		const signed = { ...NATHAN, signed: true };
		expect(await link(withSigners(signed))).toMatchObject({ signed: true, signingLink: null });
	});

	it('takes the entry with a link when somebody stands in the list twice', async () => {
		const copy = signerOf('nathan@example.com', { needs_to_sign: false });
		expect(await link(withSigners(copy, NATHAN))).toMatchObject({ signingLink: EMBED });
	});

	it('says what to do when there is no link', async () => {
		await expect(link(withSigners(signerOf('nathan@example.com')))).rejects.toMatchObject({
			message: 'Item 1: The service gives no signing link for this signer',
			description: expect.stringContaining('Embed User ID'),
		});
	});
});
