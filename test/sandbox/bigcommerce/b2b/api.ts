import type { FastifyInstance } from 'fastify';

import type { Clock } from '../../core/clock';
import { acceptJson } from '../../core/jsonBody';
import { SERVICE_PREFIXES } from '../../core/service';
import { authenticateB2b } from '../access';
import type { CollectionBook } from '../collection/book';
import { show } from '../collection/show';
import { malformedJson, notFound } from '../errors';
import type { ReadSwitches } from '../switches';
import { acceptFile, registerAttachments } from './attachments';
import { registerBulk } from './bulk';
import { companies, registerCompanies } from './companies';
import { minuteCaps } from './endpointCaps';
import { sendB2bError } from './envelope';
import { registerExtraFields } from './extraFields';
import { registerInvoices } from './invoices';
import { registerPdfs } from './pdfs';
import { B2bQuota } from './quota';
import { quotes, registerQuotes } from './quotes';
import { registerB2bTable } from './routes';
import { registerSalesStaff } from './salesStaff';
import { B2B_COLLECTIONS } from './tables';

/** B2B Edition under /bigcommerce/api/v3/io: another host at the vendor, with headers and an envelope of its own. */
export async function registerB2bApi(
	root: FastifyInstance,
	clock: Clock,
	book: CollectionBook,
	switches: ReadSwitches,
): Promise<void> {
	const quota = new B2bQuota(clock, switches);
	const takeCap = minuteCaps(clock);
	await root.register(
		async (app) => {
			acceptJson(app, 'application/json', malformedJson);
			app.setErrorHandler(sendB2bError(switches));
			app.setNotFoundHandler(async () => {
				throw notFound();
			});
			app.addHook('preHandler', async (request, reply) => {
				quota.take(reply);
				authenticateB2b(request);
				takeCap(request);
			});
			acceptFile(app);
			registerAttachments(root, app, book, companies, switches);
			registerPdfs(root);
			for (const table of B2B_COLLECTIONS) registerB2bTable(app, table, book, switches);
			registerCompanies(app, book, switches);
			registerBulk(app, book);
			registerExtraFields(app);
			registerInvoices(app, book);
			registerSalesStaff(app, book);
			registerQuotes(app, book, (record) => show(quotes, record, book), switches);
		},
		{ prefix: `${SERVICE_PREFIXES.bigcommerce}/api/v3/io` },
	);
}
