import type { Operation } from '../../../shared/operation';
import { flag } from '../../../shared/record/field';
import { listing } from '../../../shared/record/listing';
import { models } from '../../records/model';
import { modelVersions } from '../../transport/modelVersions';
import type { WorkflowClient } from '../../transport/WorkflowClient';

const allVersions = {
	...flag('All Versions', 'Whether older versions come, too').property,
	name: 'allVersions',
};

const { fields, output, read, shown } = listing(models, [allVersions]);

export const getAll: Operation<WorkflowClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of deployed process models',
		action: 'Get many models',
	},
	effect: 'read',
	output,
	fields,
	async execute(run, client) {
		const { filters, options, limit } = read(run);
		const query = { ...filters, ...(options.allVersions !== true && { latestVersion: true }) };
		return shown(run, await modelVersions(client, query, limit));
	},
};
