import type { FastifyInstance, FastifyReply } from 'fastify';

import { acceptJson } from '../../core/jsonBody';
import { SERVICE_PREFIXES } from '../../core/service';
import { authenticateB2b } from '../access';
import type { CollectionBook } from '../collection/book';
import { show } from '../collection/show';
import { malformedJson, notFound } from '../errors';
import type { ReadSwitches } from '../switches';
import { acceptFile, registerAttachments } from './attachments';
import { companies, registerCompanies } from './companies';
import { sendB2bError } from './envelope';
import { registerExtraFields } from './extraFields';
import { registerInvoices } from './invoices';
import { quotes, registerQuotes } from './quotes';
import { registerB2bTable } from './routes';
import { registerSalesStaff } from './salesStaff';
import { B2B_COLLECTIONS } from './tables';

/** BigCommerce reference 13.1; nothing is ever refused for it here. */
const tellQuota = (reply: FastifyReply) =>
	reply.headers({
		'X-Requests-Allocated': '150 times/60 s',
		'X-Requests-Window-Length': '60',
		'X-Requests-Remaining': '1000000',
		'X-Request-Window-Resets-After': '60',
	});

/** B2B Edition under /bigcommerce/api/v3/io: another host at the vendor, with headers and an envelope of its own. */
export async function registerB2bApi(
	root: FastifyInstance,
	book: CollectionBook,
	switches: ReadSwitches,
): Promise<void> {
	await root.register(
		async (app) => {
			acceptJson(app, 'application/json', malformedJson);
			app.setErrorHandler(sendB2bError);
			app.setNotFoundHandler(async () => {
				throw notFound();
			});
			app.addHook('preHandler', async (request, reply) => {
				tellQuota(reply);
				authenticateB2b(request);
			});
			acceptFile(app);
			registerAttachments(app, book, companies);
			for (const table of B2B_COLLECTIONS) registerB2bTable(app, table, book, switches);
			registerCompanies(app, book);
			registerExtraFields(app);
			registerInvoices(app, book);
			registerSalesStaff(app, book);
			registerQuotes(app, book, (record) => show(quotes, record, book));
		},
		{ prefix: `${SERVICE_PREFIXES.bigcommerce}/api/v3/io` },
	);
}
