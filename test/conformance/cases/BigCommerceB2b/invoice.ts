import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { noSuch } from './support';

/** The invoice that is there when the sandbox starts. */
const INVOICE = 7001;

const NO_INVOICE = { wrong: { invoiceId: byId(NOBODY) }, refusal: noSuch('(.* of )?invoice') };

const it = async () => await Promise.resolve({ invoiceId: byId(INVOICE) });

export const cases: Cases = {
	downloadPdf: {
		prepare: async () => ({ ...(await it()), binaryProperty: 'data' }),
		...NO_INVOICE,
		gives: () => ({
			invoiceId: INVOICE,
			file: { name: `invoice-${INVOICE}.pdf`, mimeType: 'application/pdf', bytes: 26 },
		}),
	},
	get: { prepare: it, ...NO_INVOICE, gives: () => ({ id: INVOICE, invoiceNumber: '00000033' }) },
	getAll: {
		prepare: async () => {
			const filters = { companyId: '801', status: 0, createdAfter: '2020-01-01T00:00:00Z' };
			return await Promise.resolve({ ...ALL, filters });
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ id: INVOICE, customerName: 'Example Trading' }),
	},
	getPdf: {
		prepare: it,
		...NO_INVOICE,
		gives: () => ({ invoiceId: INVOICE, url: expect.stringContaining('.pdf') }),
	},
};
