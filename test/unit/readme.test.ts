/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';
import { FACT_GROUPS, type FactGroup } from '../../nodes/BigCommerce/records/facts/groups';
import { readJson, ROOT, sourceCredentials, sourceNodes } from './support/nodes';

const TEMPLATES = 'workflows-templates';
const MARKER = '<!-- triggers: kept true by test/unit/readme.test.ts -->';

const FACTS_MARKER = '<!-- facts: kept true by test/unit/readme.test.ts -->';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const readme = read('README.md');
const gallery = read(`${TEMPLATES}/README.md`);

/** Rows of a Markdown table without its head, cell by cell. */
const tableAfter = (marker: string): string[][] => {
	const [, after = ''] = readme.split(marker);
	const [table] = after.trimStart().split('\n\n');
	const rows = table.split('\n').map((row) => row.split('|').slice(1, -1));
	return rows.slice(2).map((cells) => cells.map((cell) => cell.trim()));
};

const namesOf = ({ options = [] }: INodeProperties): string[] =>
	options.map((option) => ('displayName' in option ? option.displayName : option.name));

const choices = ({ properties }: INodeTypeDescription, name: string) =>
	properties.filter((property) => property.name === name);

const alphabetical = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));

/** Targets of links in a text, without those that lead to other sites. */
const linksIn = (text: string): string[] =>
	[...text.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target]) => target)
		.filter((target) => !/^https?:/.test(target));

/** How GitHub names the anchor of a heading. */
const anchorsIn = (text: string): string[] =>
	[...text.matchAll(/^#+\s+(.+)$/gm)].map(
		([, heading]) =>
			`#${heading
				.toLowerCase()
				.replace(/[^\w\s-]/g, '')
				.trim()
				.replace(/\s/g, '-')}`,
	);

describe('the README', () => {
	const rows = tableAfter(MARKER);
	const descriptions = sourceNodes().map(({ node }) => node.description);

	it('lists exactly the events of the triggers', () => {
		const triggers = descriptions.filter(({ group }) => group.includes('trigger'));
		expect(rows.map(([node]) => node)).toEqual(triggers.map(({ displayName }) => displayName));
		for (const trigger of triggers) {
			const [event] = choices(trigger, 'event');
			const row = rows.find(([node]) => node === trigger.displayName);
			if (event) expect(row?.[1]).toBe(alphabetical(namesOf(event)).join(', '));
		}
	});

	it('lists exactly the facts of an order, by group, with the scope that they need', () => {
		const shown = tableAfter(FACTS_MARKER).map(([name, facts, scope]) => ({
			name,
			facts: [...facts.matchAll(/`(\w+)`/g)].map(([, fact]) => fact),
			scope,
		}));
		const groups: FactGroup[] = Object.values(FACT_GROUPS);
		expect(shown).toEqual(
			groups.map(({ name, shapes, scopes }) => ({
				name,
				facts: Object.keys(shapes),
				scope: scopes.join(', '),
			})),
		);
	});

	it('links every template, and so does the gallery', () => {
		const files = readdirSync(path.join(ROOT, TEMPLATES)).filter((file) => file.endsWith('.json'));
		expect(files.length).toBeGreaterThan(0);
		expect(linksIn(readme)).toEqual(expect.arrayContaining(files.map((file) => `${TEMPLATES}/${file}`)));
		expect(linksIn(gallery)).toEqual(expect.arrayContaining(files));
	});

	it('links every process model from the gallery', () => {
		for (const folder of ['processes', 'documents']) {
			const beside = readdirSync(path.join(ROOT, TEMPLATES, folder));
			expect(linksIn(gallery)).toEqual(expect.arrayContaining(beside.map((file) => `${folder}/${file}`)));
		}
	});

	it.each([
		['README.md', readme, '.'],
		['the gallery', gallery, TEMPLATES],
	])('leads nowhere astray in %s', (_name, text, folder) => {
		const anchors = anchorsIn(text);
		const broken = linksIn(text).filter((target) =>
			target.startsWith('#') ? !anchors.includes(target) : !existsSync(path.join(ROOT, folder, target)),
		);
		expect(broken).toEqual([]);
	});

	it('has the chapters to which the credentials lead', () => {
		const wanted = sourceCredentials().map(({ documentationUrl = '' }) => new URL(documentationUrl).hash);
		expect(anchorsIn(readme)).toEqual(expect.arrayContaining(wanted));
	});

	it('names only npm scripts that exist', () => {
		const { scripts } = z
			.object({ scripts: z.record(z.string()) })
			.parse(readJson(path.join(ROOT, 'package.json')));
		const named = [
			...readme.matchAll(/\bnpm run ([\w:-]+)/g),
			...readme.matchAll(/\bnpm (start|test)\b/g),
			...readme.matchAll(/`((?:test|lint):[\w-]+)`/g),
		].map(([, script]) => script);
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((script) => !(script in scripts))).toEqual([]);
	});
});
