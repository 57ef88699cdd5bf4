import { createHash } from 'crypto';
import { outputFile, outputFileOf } from '../../../shared/fields';
import { OutputItem, type Operation } from '../../../shared/operation';
import { caseItem } from '../../records/caseItem';
import { DRAWN } from '../../records/case';
import { diagramOf } from '../../transport/diagram';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { caseLocator, caseOfItem } from './caseFields';

export const getDiagram: Operation<WorkflowClient> = {
	option: {
		name: 'Get Diagram',
		value: 'getDiagram',
		description: 'Download the picture of a running case, with the steps at which it stands',
		action: 'Get the diagram of a case',
	},
	effect: 'read',
	output: DRAWN,
	fields: [caseLocator, outputFile],
	async execute(run, client) {
		const property = outputFileOf(run);
		const found = await caseOfItem(run, client);
		if (found.ended) {
			throw run.refuse({
				what: `Case ${found.id} has ended, and only running cases are drawn`,
				next: 'Read how it ended with Get.',
			});
		}
		const bytes = await diagramOf(run, client, found.id);
		const name = `case-${found.id}.png`;
		const binary = await run.functions.helpers.prepareBinaryData(bytes, name, 'image/png');
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const file = { name, mimeType: 'image/png', bytes: bytes.length, sha256 };
		return new OutputItem({ ...caseItem(found), file }, { [property]: binary });
	},
};
