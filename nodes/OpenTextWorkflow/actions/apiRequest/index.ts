import { defineResource } from '../../../shared/operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { send } from './send.operation';

export const apiRequest = defineResource(
	{ name: 'API Request', value: 'apiRequest', description: 'Any path of the service' },
	[download, get, getAll, send],
	get,
);
