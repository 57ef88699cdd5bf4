/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parse } from 'yaml';

import { bigCommerce } from '../vendor';
import type { Vendor } from '../vendor';
import { atPointer, isJsonObject, objectOf, textOf } from './json';
import type { JsonObject } from './json';
import { knownSpecDeviations } from './knownSpecDeviations';
import type { SpecDeviation } from './knownSpecDeviations';
import { compareSpecificity, matchTemplate, scanPaths, scanScopes } from './pathTemplates';
import type { PathEntry } from './pathTemplates';
import { withParts } from './parts';
import { SchemaValidators } from './schemaValidators';
import type { Direction } from './schemaDialect';
import type { SchemaProblem } from './schemaValidators';

/** One file per webhook scope, and `_all.yml`, which only gathers them. */
const CALLBACKS = 'docs/webhooks/callbacks';

/** B2B Edition, version 3. */
const B2B = 'docs/b2b-edition/specs/api-v3';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** One method on one path template of one description. */
export interface Operation {
	file: string;
	/** `v2` or `v3` */
	version: string;
	/** JSON pointer of the operation in its file */
	pointer: string;
	pathItem: JsonObject;
	operation: JsonObject;
	/** path parameters as they stand in the URL, decoded */
	pathValues: Record<string, string>;
}

/** Operations at an address; `methods` names those that exist there, for the text of a problem. */
export interface Address {
	operations: Operation[];
	methods: string[];
}

/**
 * A vendor's descriptions in one folder, BigCommerce's unless told otherwise. Files are parsed when a path in them is asked for; compiled schemas are kept.
 * The known deviations are applied to a file as it is read.
 */
export class SpecSet {
	private readonly documents = new Map<string, JsonObject>();

	private readonly validators = new SchemaValidators((file) => this.document(file));

	private entries: PathEntry[] | undefined;

	private callbackFiles: Map<string, string> | undefined;

	constructor(
		private readonly folder: string,
		private readonly deviations: readonly SpecDeviation[] = knownSpecDeviations,
		/** whose they are */
		readonly vendor: Vendor = bigCommerce,
	) {}

	/** Every path template of the REST descriptions, found without parsing them. */
	paths(): PathEntry[] {
		this.entries ??= [...this.files('reference'), ...this.files(B2B)].flatMap((file) =>
			scanPaths(file, readFileSync(join(this.folder, file), 'utf8')),
		);
		return this.entries;
	}

	/** Descriptions under one sub-folder, as paths relative to the folder of the set, with `/`; none when it is absent. */
	files(under: string): string[] {
		const root = join(this.folder, under);
		if (!existsSync(root)) return [];
		return readdirSync(root, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('_'))
			.map((name) => `${under}/${name.split(sep).join('/')}`)
			.sort();
	}

	/**
	 * A parsed description with its deviations applied.
	 * @throws Error when the file is absent, is no object, or lacks the spot of a deviation
	 */
	document(file: string): JsonObject {
		const known = this.documents.get(file);
		if (known !== undefined) return known;
		const text = readFileSync(join(this.folder, file), 'utf8');
		const read: unknown = file.endsWith('.json') ? JSON.parse(text) : parse(text);
		const parsed = file.startsWith(B2B)
			? withParts(read, file, (part) => parse(readFileSync(join(this.folder, part), 'utf8')))
			: read;
		if (!isJsonObject(parsed)) throw new Error(`${file} holds no description`);
		for (const deviation of this.deviations.filter((each) => each.file === file)) relax(parsed, deviation);
		this.documents.set(file, parsed);
		return parsed;
	}

	/** Operations for a method and path (without query). Several files may describe the same one. */
	find(method: string, path: string): Address {
		const matches = this.paths()
			.map((entry) => ({ entry, pathValues: matchTemplate(entry.template, path) }))
			.filter((match) => match.pathValues !== undefined)
			.sort((left, right) => compareSpecificity(left.entry.template, right.entry.template));
		const best = matches.filter(
			({ entry }) => compareSpecificity(entry.template, matches[0].entry.template) === 0,
		);
		const wanted = method.toLowerCase();
		const methods = new Set<string>();
		const operations = best.flatMap(({ entry, pathValues = {} }) => {
			const pathItem = objectOf(atPointer(this.document(entry.file), entry.pointer));
			Object.keys(pathItem)
				.filter((key) => METHODS.has(key))
				.forEach((key) => methods.add(key.toUpperCase()));
			const operation = pathItem[wanted];
			if (!isJsonObject(operation)) return [];
			const pointer = `${entry.pointer}/${wanted}`;
			return [{ file: entry.file, version: entry.version, pointer, pathItem, operation, pathValues }];
		});
		return { operations, methods: [...methods] };
	}

	/** The object itself, or the one its `$ref` names in the same file. */
	resolve(file: string, value: unknown): JsonObject {
		const reference = textOf(objectOf(value).$ref);
		return reference === undefined
			? objectOf(value)
			: this.resolve(file, atPointer(this.document(file), reference.slice(1)));
	}

	/** The callback schema of a webhook scope and where it stands; undefined when no file describes the scope. */
	callback(scope: string): { file: string; schema: JsonObject } | undefined {
		this.callbackFiles ??= new Map(
			this.files(CALLBACKS).flatMap((file) =>
				scanScopes(readFileSync(join(this.folder, file), 'utf8')).map((name) => [name, file]),
			),
		);
		const file = this.callbackFiles.get(scope);
		if (file === undefined) return undefined;
		return { file, schema: objectOf(objectOf(this.document(file).properties)[scope]) };
	}

	/** Checks a value against the schema object found in a file. */
	check(file: string, schema: unknown, direction: Direction, value: unknown): SchemaProblem[] {
		return this.validators.check(file, objectOf(schema), direction, value);
	}
}

function relax(document: JsonObject, { file, pointers, set, source }: SpecDeviation): void {
	for (const pointer of pointers) {
		const spot = atPointer(document, pointer);
		if (!isJsonObject(spot)) throw new Error(`Deviation of ${source}: ${file} has nothing at ${pointer}`);
		Object.assign(spot, set);
	}
}

/** Where the official files lie beside the project; they may not be copied into it. */
const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/specs/bigcommerce');

/**
 * @param folder of BigCommerce's descriptions, with `reference` and `docs` in it
 * @returns undefined when the folder is absent
 */
export function loadSpecs(folder: string = DEFAULT_FOLDER): SpecSet | undefined {
	return existsSync(join(folder, 'reference')) ? new SpecSet(folder) : undefined;
}

/** One line for a skipped suite. */
export const SPECS_ABSENT = absence(bigCommerce.descriptions, DEFAULT_FOLDER);

/** One line for a suite that is skipped because descriptions are absent. */
export function absence(descriptions: string, folder: string): string {
	return `skipped: ${descriptions} are not in ${relative(process.cwd(), folder)}`;
}
