import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, mapped, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, idIn, made, noSuch } from './support';

const content = (nth: number): INodeParameters => ({
	contactInfo: '{"name": "Nora Buyer", "email": "nora@example.org"}',
	expiredAt: '2027-12-31',
	productList:
		'[{"sku": "MUG-GRY", "productId": 111, "basePrice": 25, "discount": 5, "offeredPrice": 20, "quantity": 1}]',
	subtotal: 25,
	discount: 5,
	grandTotal: 20,
	referenceNumber: `OFFER-10${nth}`,
	companyId: COMPANY.approved,
	allowCheckout: false,
});

const withQuote = async (world: World, nth: number): Promise<INodeParameters> =>
	await made(world, 'quote', mapped(content(nth)), ['quoteId', 'quoteId']);

const NO_QUOTE = { wrong: { quoteId: byId(NOBODY) }, refusal: noSuch('(.* of )?quote') };

const same = ({ quoteId }: INodeParameters) => ({ quoteId: idIn(quoteId) });

export const cases: Cases = {
	assignToOrder: {
		prepare: async (world, nth) => ({ ...(await withQuote(world, nth)), bcOrderId: byId(4710 + nth) }),
		...NO_QUOTE,
		gives: ({ bcOrderId, ...entered }) => ({
			...same(entered),
			bcOrderId: String(idIn(bcOrderId)),
			status: 4,
		}),
	},
	create: {
		prepare: async (_world, nth) => await Promise.resolve(mapped(content(nth))),
		wrong: mapped({ ...content(9), expiredAt: 'tomorrow' }),
		refusal: /^Expires On must be a day, but it is "tomorrow"$/,
		gives: () => ({ grandTotal: 20, totalAmount: 20, allowCheckout: false, status: 2 }),
	},
	delete: {
		prepare: withQuote,
		...NO_QUOTE,
		gives: ({ quoteId }) => ({ id: idIn(quoteId), deleted: true }),
	},
	downloadPdf: {
		prepare: async (world, nth) => ({ ...(await withQuote(world, nth)), binaryProperty: 'data' }),
		...NO_QUOTE,
		gives: (entered) => ({
			...same(entered),
			file: { name: expect.stringMatching(/^quote-\d+\.pdf$/), mimeType: 'application/pdf' },
		}),
	},
	get: { prepare: withQuote, ...NO_QUOTE, gives: same },
	getAll: {
		prepare: async (world, nth) => {
			await withQuote(world, nth);
			const filters = { company: 'supplies', status: 2 };
			return { ...ALL, filters, options: { sort: 'createdAt', direction: 'desc' } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ company: 'Ada Supplies' }),
	},
	getCheckoutLink: {
		prepare: withQuote,
		...NO_QUOTE,
		gives: (entered) => ({ ...same(entered), checkoutUrl: expect.stringContaining('https://') }),
		keyless: true,
	},
	getPdf: {
		prepare: withQuote,
		...NO_QUOTE,
		gives: (entered) => ({ ...same(entered), url: expect.stringContaining('.pdf') }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withQuote(world, nth)),
			...mapped({ allowCheckout: true, notes: 'Signed' }),
		}),
		...NO_QUOTE,
		gives: (entered) => ({ ...same(entered), allowCheckout: true, notes: 'Signed' }),
	},
};
