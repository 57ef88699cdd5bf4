/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { loadPack, PACK } from './support/pack';
import { loadOutputSchema } from 'n8n-core';
import { z } from 'zod';

const { n8n } = z
	.object({ n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }) })
	.parse(JSON.parse(readFileSync(path.join(PACK, 'package.json'), 'utf8')));

/** `dist/nodes/BigCommerce/BigCommerce.node.js` holds node `bigCommerce`. */
const nameOf = (file: string, ending: string) => {
	const base = path.basename(file, ending);
	return base[0].toLowerCase() + base.slice(1);
};

describe("the built package in n8n's own loader", () => {
	let loader: Awaited<ReturnType<typeof loadPack>>;

	beforeAll(async () => {
		loader = await loadPack();
	});

	it('gives every listed node and credential', () => {
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(
			n8n.nodes.map((file) => nameOf(file, '.node.js')).sort(),
		);
		expect(Object.keys(loader.credentialTypes).sort()).toEqual(
			n8n.credentials.map((file) => nameOf(file, '.credentials.js')).sort(),
		);
	});

	it.each(n8n.nodes.map((file) => [nameOf(file, '.node.js'), path.dirname(file)]))(
		'finds icons, codex and credentials of %s',
		(name) => {
			const { description } = loader.nodeTypes[name].type;
			expect(description).toMatchObject({
				iconUrl: {
					light: expect.stringMatching(/^icons\/n8n-nodes-bigcommerce-opentext\/dist\/.*\.svg$/),
					dark: expect.stringMatching(/^icons\/n8n-nodes-bigcommerce-opentext\/dist\/.*\.dark\.svg$/),
				},
				codex: { categories: expect.arrayContaining([expect.any(String)]) },
			});
			expect(description.codex?.resources?.primaryDocumentation).not.toHaveLength(0);
		},
	);

	it('serves what each operation gives', () => {
		for (const file of n8n.nodes) {
			const { type } = loader.nodeTypes[nameOf(file, '.node.js')];
			const properties =
				'description' in type && 'properties' in type.description ? type.description.properties : [];
			for (const property of properties.filter(({ name }) => name === 'operation')) {
				const resource = String(property.displayOptions?.show?.resource?.[0]);
				for (const option of property.options ?? []) {
					const operation = 'value' in option ? String(option.value) : '';
					const schema = loadOutputSchema({
						nodeDir: path.join(PACK, path.dirname(file)),
						version: 1,
						resource,
						operation,
					});
					expect({ resource, operation, type: schema?.type }).toEqual({
						resource,
						operation,
						type: 'object',
					});
				}
			}
		}
	});
});
