/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import BpmnModdle from 'bpmn-moddle';
import { modelFiles } from '../../run/models/files';
import { fileNameOf } from '../../run/models/source';
import { SOURCES } from '../../run/models/sources';
import { OPENTEXT_MODDLE } from '../../sandbox/workflow/model/moddle';
import { ROOT } from '../support/nodes';

const FOLDER = path.join(ROOT, 'workflows-templates/processes');
const committed = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');

/** BPMN knows no types of XML Schema as elements of its own; the service writes them so (reference 6.2). */
const A_SCHEMA_TYPE = /^unresolved reference <xsd:(string|int|datetime)>$/;

describe('the files of the process models', () => {
	it.each(SOURCES.map((source) => [source.key, source] as const))(
		'%s: are as npm run models writes them',
		(_, source) => {
			for (const [name, text] of Object.entries(modelFiles(source))) {
				if (committed(name) !== text) throw new Error(`${name}: run npm run models`);
			}
		},
	);

	it('are those of the sources and no others', () => {
		const names = SOURCES.map(fileNameOf).flatMap((name) => [
			...[`${name}.bpmn20.xml`, `${name}.form.json`, `${name}.model.json`],
		]);
		expect(readdirSync(FOLDER).sort()).toEqual(names.sort());
	});

	it.each(SOURCES.map((source) => [source.key, fileNameOf(source)]))(
		'%s: is BPMN 2.0 without a fault',
		async (_, name) => {
			const { warnings } = await new BpmnModdle(OPENTEXT_MODDLE).fromXML(committed(`${name}.bpmn20.xml`));
			const faults = warnings.map(({ message }) => message).filter((text) => !A_SCHEMA_TYPE.test(text));
			expect(faults).toEqual([]);
		},
	);

	it.each(SOURCES.map((source) => [source.key, source] as const))(
		'%s: both forms say the same',
		(key, source) => {
			const json = JSON.parse(committed(`${fileNameOf(source)}.model.json`));
			const xml = committed(`${fileNameOf(source)}.bpmn20.xml`);
			expect(json.properties.process_id).toBe(key);
			const ids: string[] = json.childShapes.map(({ resourceId }: { resourceId: string }) => resourceId);
			expect(ids.sort()).toEqual([...source.nodes, ...source.flows].map(({ id }) => id).sort());
			for (const id of ids) expect(xml).toContain(` id="${id}"`);
			for (const { properties } of json.childShapes) {
				const condition = properties.conditionsequenceflow?.expression?.staticValue;
				if (condition !== undefined) expect(xml).toContain(`<![CDATA[${condition}]]>`);
			}
			const declared = json.properties.dataproperties.items.map(
				({ dataproperty_name: name }: { dataproperty_name: string }) => name,
			);
			for (const name of declared) expect(xml).toContain(`<dataObject id="declared_${name}" name="${name}"`);
		},
	);
});
