import { createHash } from 'node:crypto';
import type { IBinaryKeyData } from 'n8n-workflow';
import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_TASK, NODE, withTask } from './support';

const textOf = (nth: number) => `What came in parcel ${nth}`;

const fileOf = (nth: number): IBinaryKeyData => ({
	data: {
		data: Buffer.from(textOf(nth)).toString('base64'),
		mimeType: 'text/plain',
		fileName: `parcel ${nth}.txt`,
	},
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export const cases: Cases = {
	upload: {
		prepare: async (world, nth) => ({ ...(await withTask(world, nth)), binaryProperty: 'data' }),
		files: async (_world, nth) => await Promise.resolve(fileOf(nth)),
		...NO_SUCH_TASK,
		gives: ({ taskId }) => ({
			uploaded: true,
			taskId: String(taskId),
			name: expect.stringMatching(/^parcel [13]\.txt$/),
			sha256: expect.stringMatching(new RegExp(`^(${sha256(textOf(1))}|${sha256(textOf(3))})$`)),
		}),
	},
	getAll: {
		async prepare(world, nth) {
			const task = await withTask(world, nth);
			const upload = { resource: 'taskAttachment', operation: 'upload', binaryProperty: 'data' };
			const { error } = await world.run(NODE, { ...upload, ...task }, fileOf(nth));
			if (error) throw error;
			return { ...task, ...ALL };
		},
		...NO_SUCH_TASK,
		gives: ({ taskId }) => ({
			taskId: String(taskId),
			name: expect.stringMatching(/^parcel \d\.txt$/),
			type: 'text/plain',
		}),
	},
};
