import { outputFile, outputFileOf } from '../../../shared/fields';
import { OutputItem } from '../../../shared/operation';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object, text, whole } from '../../../shared/shape';
import type { B2bRecord } from '../../../BigCommerce/edition/records/b2bRecord';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { downloadFile } from '../../../BigCommerce/edition/transport/downloads';
import { idOf, scopes, type Made } from './picked';

/** Where a PDF lies; one that another system gave stands beside it (BigCommerce reference 13.7). */
const ADDRESSES = { url: text, externalPdfUrl: text };

/**
 * A Download PDF.
 *
 * @param pdfOf tells where the PDF lies
 */
export const downloadsPdf = (
	record: B2bRecord,
	pdfOf: (client: B2bClient, id: number) => Promise<Given>,
): Made => {
	const { one, locator } = record;
	return {
		effect: 'read',
		scopes,
		output: object({
			[locator.name]: whole,
			file: object({ name: text, mimeType: text, bytes: whole, sha256: text }),
		}),
		fields: [locatorOf(locator), outputFile],
		async execute(run, client) {
			const id = idOf(run, record);
			const property = outputFileOf(run);
			const { binary, ...file } = await downloadFile(run, client, async () => {
				const { url, externalPdfUrl = '' } = fieldsIn(ADDRESSES, await pdfOf(client, id));
				return { name: `${one}-${id}.pdf`, url: url || externalPdfUrl };
			});
			return new OutputItem({ [locator.name]: id, file }, { [property]: binary });
		},
	};
};
