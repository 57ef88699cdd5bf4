import { outputFile, outputFileOf } from '../../../shared/fields';
import { OutputItem, type Operation } from '../../../shared/operation';
import { object, text, whole } from '../../../shared/shape';
import { downloadAny } from '../../transport/anyFile';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { askedFor, callFields } from './asked';

export const download: Operation<WorkflowClient> = {
	option: {
		name: 'Download',
		value: 'download',
		description: 'Get the file that any path gives, such as a picture',
		action: 'Download a file from any path',
	},
	effect: 'read',
	output: object({
		path: text,
		file: object({ name: text, mimeType: text, bytes: whole, sha256: text }),
	}),
	fields: [...callFields, outputFile],
	async execute(run, client) {
		const property = outputFileOf(run);
		const asked = await askedFor(run, client);
		const { binary, ...file } = await downloadAny(run, client, asked);
		return new OutputItem({ path: asked.path, file }, { [property]: binary });
	},
};
