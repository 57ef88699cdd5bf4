/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import Ajv from 'ajv';
import { loadOutputSchema } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { PACK } from './pack';

const ajv = new Ajv({ strict: false });

/**
 * Holds that an output is what the schema tells the editor: nothing of another type, nothing that it does not name.
 *
 * @param folder of the node below `nodes`
 * @param resource left out, as operation: of a trigger
 */
export function expectNodeSchema(
	folder: string,
	resource: string | undefined,
	operation: string | undefined,
	json: IDataObject,
): void {
	const nodeDir = path.join(PACK, 'dist/nodes', folder);
	const schema = loadOutputSchema({ nodeDir, version: 1, resource, operation });
	const fits = ajv.validate({ ...schema, version: undefined }, json);
	expect({ fits, errors: ajv.errors }).toEqual({ fits: true, errors: null });
	expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(json)));
}
