import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	byDocument,
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

const whose = (name: string) => ({ ...byDocument(1), signerEmail: `${name}@example.com` });

const withSigners = (...signers: IDataObject[]) =>
	serviceWith(documentOf(1, { signrequest: requestOf(1, signers) }));

const NATHAN = signerOf('nathan@example.com', { embed_url: EMBED, full_name: 'Nathan' });

const link = async (service = withSigners(NATHAN), options: INodeParameters = {}) =>
	(
		await runSignature({
			...LINK,
			items: [{ ...byDocument(1), signerEmail: 'Nathan@Example.com', options }],
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
			name: 'Nathan',
			signed: false,
			signingLink: EMBED,
		});
	});

	it('keeps the query of the link beside what is hidden (reference 7.5)', async () => {
		const { signingLink } = await link(undefined, { hide: ['hide_logo', 'hide_decline'] });
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

	describe('of several with one address (K15: an address is no key of a person)', () => {
		const FAMILY = 'family@example.com';
		const person = (name: string, order: number, more: IDataObject = {}) =>
			signerOf(FAMILY, {
				full_name: name,
				order,
				embed_url: `https://sign.example.com/embed/${name}`,
				...more,
			});
		const SIGNED = { signed: true, signed_on: '2026-11-22T10:00:00Z' };
		const of = async (signers: IDataObject[], options: INodeParameters = {}) =>
			(
				await runSignature({
					...LINK,
					items: [{ ...byDocument(1), signerEmail: FAMILY, options }],
					service: withSigners(...signers),
				})
			)[0].json;

		it.each<[string, IDataObject[], INodeParameters, string, boolean]>([
			['still has to sign', [person('Ann', 1, SIGNED), person('Bob', 1)], {}, 'Bob', false],
			[
				'still has to sign, whoever stands first',
				[person('Bob', 1), person('Ann', 1, SIGNED)],
				{},
				'Bob',
				false,
			],
			['is asked first', [person('Bob', 2), person('Ann', 1)], {}, 'Ann', false],
			['is asked next', [person('Ann', 1, SIGNED), person('Cem', 3), person('Bob', 2)], {}, 'Bob', false],
			['has the name', [person('Ann', 1), person('Bob', 1)], { signerName: ' bob ' }, 'Bob', false],
			[
				'has the name, also when that one signed',
				[person('Ann', 1, SIGNED), person('Bob', 1)],
				{ signerName: 'Ann' },
				'Ann',
				true,
			],
			[
				'did not hand the task on',
				[person('Ann', 1, { forwarded: true }), person('Bob', 1)],
				{},
				'Bob',
				false,
			],
			['acts', [person('Ann', 0, { needs_to_sign: false }), person('Bob', 1)], {}, 'Bob', false],
			[
				'acts, when all who act have signed',
				[person('Ann', 0, { needs_to_sign: false }), person('Bob', 1, SIGNED)],
				{},
				'Bob',
				true,
			],
		])('gives that of whoever %s', async (_who, signers, options, name, signed) => {
			expect(await of(signers, options)).toMatchObject({
				name,
				signed,
				signingLink: signed ? null : `https://sign.example.com/embed/${name}`,
			});
		});

		it('asks for the name when two are asked at the same time', async () => {
			await expect(of([person('Ann', 1), person('Bob', 1)])).rejects.toMatchObject({
				message: 'Item 1: Several signers with this e-mail address have to sign at the same time',
				description: expect.stringContaining('Signer Name'),
			});
			await expect(of([person('Ann', 1), person('Ann', 1)], { signerName: 'Ann' })).rejects.toMatchObject({
				description: expect.stringContaining('a name or an order of their own'),
			});
		});

		it('says that the name is wrong rather than give the link of another', async () => {
			await expect(of([person('Ann', 1)], { signerName: 'Eve' })).rejects.toMatchObject({
				message: 'Item 1: The request has no signer with this e-mail address and name',
			});
		});
	});

	it('says what to do when there is no link', async () => {
		await expect(link(withSigners(signerOf('nathan@example.com')))).rejects.toMatchObject({
			message: 'Item 1: The service gives no signing link for this signer',
			description: expect.stringContaining('Embed User ID'),
		});
	});
});
