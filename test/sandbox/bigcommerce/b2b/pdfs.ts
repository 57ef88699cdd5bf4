import type { FastifyInstance, FastifyRequest } from 'fastify';

import { paramOf } from '../request';

/** Where made PDFs lie: on another host at the vendor, which asks for no token. */
const PDFS = '/storage/pdfs';

/** @param name such as `quotes/9001` */
export const pdfAddress = ({ protocol, host }: FastifyRequest, name: string): string =>
	`${protocol}://${host}${PDFS}/${name}.pdf`;

/** The PDFs of quotes and invoices: BigCommerce reference 13.6 and 13.7. */
export const registerPdfs = (root: FastifyInstance): void => {
	root.get(`${PDFS}/:kind/:name`, async (request, reply) => {
		const about = `${paramOf(request, 'kind')} ${paramOf(request, 'name')}`;
		return await reply.type('application/pdf').send(Buffer.from(`%PDF-1.7 ${about}`));
	});
};
