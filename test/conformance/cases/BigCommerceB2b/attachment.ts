import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, NOBODY, type Cases } from '../../support/operationCase';
import { valueIn } from '../BigCommerce/support';
import { withCompany } from './company';
import { idIn, NODE, noSuch } from './support';

const fileOf = (nth: number): IBinaryKeyData => ({
	data: {
		data: Buffer.from(`%PDF-1.7 ${nth}`).toString('base64'),
		mimeType: 'application/pdf',
		fileName: `agreement-${nth}.pdf`,
	},
});

const withFile = async (world: World, nth: number): Promise<INodeParameters> => {
	const company = await withCompany(world, nth);
	const upload = { resource: 'attachment', operation: 'upload', binaryProperty: 'data' };
	const { outputs, error } = await world.run(NODE, { ...upload, ...company }, fileOf(nth));
	if (error) throw error;
	return { ...company, attachmentId: byId(String(outputs.flat()[0].json.id)) };
};

const NO_FILE = {
	wrong: { attachmentId: byId('00000000-0000-4000-8000-999999999999') },
	refusal: /^B2B Edition knows no attachment .* of company \d+ in this store$/,
};

const NO_COMPANY = { wrong: { companyId: byId(NOBODY) }, refusal: noSuch('attachments of company') };

export const cases: Cases = {
	delete: {
		prepare: withFile,
		...NO_FILE,
		gives: ({ attachmentId }) => ({ id: valueIn(attachmentId), deleted: true }),
	},
	download: {
		prepare: async (world, nth) => ({ ...(await withFile(world, nth)), binaryProperty: 'data' }),
		...NO_FILE,
		gives: ({ attachmentId }) => ({
			id: valueIn(attachmentId),
			file: { name: expect.stringMatching(/^agreement-\d\.pdf$/), mimeType: 'application/pdf', bytes: 10 },
		}),
	},
	getAll: {
		prepare: async (world, nth) => {
			const { companyId } = await withFile(world, nth);
			return { companyId, ...ALL };
		},
		...NO_COMPANY,
		gives: ({ companyId }) => ({
			companyId: idIn(companyId),
			fileName: expect.stringMatching(/^agreement-\d\.pdf$/),
		}),
	},
	upload: {
		prepare: async (world, nth) => ({ ...(await withCompany(world, nth)), binaryProperty: 'data' }),
		files: async (_world, nth) => await Promise.resolve(fileOf(nth)),
		...NO_COMPANY,
		gives: ({ companyId }) => ({
			uploaded: true,
			companyId: idIn(companyId),
			fileName: expect.stringMatching(/^agreement-[13]\.pdf$/),
		}),
	},
};
