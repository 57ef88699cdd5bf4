import { createHash } from 'node:crypto';
import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, type Cases } from '../../support/operationCase';
import { NO_SUCH_TASK, NODE, UNKNOWN, withTask } from './support';

const textOf = (nth: number) => `What came in parcel ${nth}`;

const fileOf = (nth: number): IBinaryKeyData => ({
	data: {
		data: Buffer.from(textOf(nth)).toString('base64'),
		mimeType: 'text/plain',
		fileName: `parcel ${nth}.txt`,
	},
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const NO_SUCH = {
	wrong: { attachmentId: UNKNOWN },
	refusal: /^Workflow Service knows no attachment f8985abd-0000-\S+ of task \S+, or it has ended$/,
};

/** A task with a file, as parameters. */
async function withFile(world: World, nth: number): Promise<INodeParameters> {
	const task = await withTask(world, nth);
	const upload = { resource: 'taskAttachment', operation: 'upload', binaryProperty: 'data' };
	const { error, outputs } = await world.run(NODE, { ...upload, ...task }, fileOf(nth));
	if (error) throw error;
	return { ...task, attachmentId: String(outputs[0][0].json.attachmentId) };
}

const ofAttachment =
	(more: object) =>
	({ taskId, attachmentId }: INodeParameters) => ({
		taskId: String(taskId),
		attachmentId: String(attachmentId),
		...more,
	});

export const cases: Cases = {
	addLink: {
		prepare: async (world, nth) => ({
			...(await withTask(world, nth)),
			linkName: `Order ${nth}`,
			externalUrl: `https://store.example.com/orders/${nth}`,
		}),
		...NO_SUCH_TASK,
		gives: ({ taskId, externalUrl }) => ({
			added: true,
			taskId: String(taskId),
			externalUrl: String(externalUrl),
		}),
	},
	delete: { prepare: withFile, ...NO_SUCH, gives: ofAttachment({ deleted: true }) },
	download: {
		prepare: withFile,
		...NO_SUCH,
		gives: ofAttachment({ file: expect.objectContaining({ uploadedHashMatches: true }) }),
	},
	get: { prepare: withFile, ...NO_SUCH, gives: ofAttachment({ type: 'text/plain', externalUrl: null }) },
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
			const { taskId } = await withFile(world, nth);
			return { taskId, ...ALL };
		},
		...NO_SUCH_TASK,
		gives: ({ taskId }) => ({
			taskId: String(taskId),
			name: expect.stringMatching(/^parcel \d\.txt$/),
			type: 'text/plain',
		}),
	},
};
