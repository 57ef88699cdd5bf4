/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { files, ROOT } from './support/nodes';

/** Guide, section 4: what n8n gives a pack at run time. */
const RUN_TIME_PACKAGES = new Set(['n8n-workflow', 'lodash', 'luxon', 'zod', 'p-limit', 'crypto']);

const MOST_LINES = 300;

/** The rooms of a vendor's folder, and into which rooms each may look (design page, "The house"). */
const ARROWS: Record<string, readonly string[]> = {
	node: ['node', 'actions', 'trigger', 'waiting', 'methods', 'transport', 'shared'],
	actions: [
		'actions',
		'callbacks',
		'rounds',
		'ways',
		'links',
		'records',
		'evidence',
		'waiting',
		'transport',
		'shared',
	],
	trigger: ['trigger', 'callbacks', 'rounds', 'ways', 'links', 'records', 'transport', 'shared'],
	callbacks: ['callbacks', 'records', 'transport', 'shared'],
	rounds: ['rounds', 'ways', 'links', 'records', 'transport', 'shared'],
	ways: ['ways', 'links', 'records', 'transport', 'shared'],
	methods: ['methods', 'links', 'records', 'transport', 'shared'],
	evidence: ['evidence', 'records', 'transport', 'shared'],
	waiting: ['waiting', 'records', 'transport', 'shared'],
	links: ['links', 'transport', 'shared'],
	records: ['records', 'transport', 'shared'],
	transport: ['transport', 'shared'],
	shared: ['shared'],
};

/** The loop of question, decision and deed; nobody uses its rooms (decisions page). */
const DECISIONS = 'OpenTextDecision';

/** Which rooms of others a vendor may use, and whose; left out: nobody else's. */
const SHOWN: Readonly<Record<string, { rooms: readonly string[]; of?: readonly string[] }>> = {
	[DECISIONS]: { rooms: ['callbacks', 'links', 'methods', 'records', 'transport'] },
	// An edition of the same store, and no other vendor: what people decide about its companies and quotes is kept on customers of the store.
	BigCommerceB2b: { rooms: ['links', 'records', 'transport'], of: ['BigCommerce'] },
};

/** The services, and what their makers built them from. */
const VENDORS = /big ?commerce|open ?text|core signature|workflow service|sign ?request\b|flowable/i;

interface Import {
	/** Relative to the project root, as in messages. */
	from: string;
	to: string;
	/** Only the compiler sees it. */
	typeOnly: boolean;
}

const relative = (file: string) => path.relative(ROOT, file).split(path.sep).join('/');

/** An import clause of which nothing is left after compiling. */
const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
	if (!clause) return false;
	const { namedBindings } = clause;
	if (clause.isTypeOnly) return true;
	return (
		!clause.name &&
		namedBindings !== undefined &&
		ts.isNamedImports(namedBindings) &&
		namedBindings.elements.every((element) => element.isTypeOnly)
	);
};

const importsOf = (file: string): Import[] => {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
	const found: Import[] = [];
	const add = (specifier: ts.Expression, typeOnly: boolean) => {
		if (!ts.isStringLiteral(specifier)) return;
		const { text } = specifier;
		const to = text.startsWith('.') ? relative(path.resolve(path.dirname(file), text)) : text;
		found.push({ from: relative(file), to, typeOnly });
	};
	const visit = (node: ts.Node) => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
		if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
		if (ts.isCallExpression(node) && /^(require|import)$/.test(node.expression.getText(source))) {
			add(node.arguments[0], false);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
};

const sources = [...files('nodes', '.ts'), ...files('credentials', '.ts')];
const imports = sources.flatMap(importsOf);
const local = imports.filter(({ to }) => to.includes('/') && /^(nodes|credentials|test)\//.test(to));

const vendorOf = (file: string) => /^nodes\/([^/]+)\//.exec(file)?.[1];

/** The second API of a store: its client and records stand with the store's, whose trigger is told of both (reference 12.5), each in its own room. */
const EDITION = 'nodes/BigCommerce/edition/';

/** `nodes/BigCommerce/actions/order/get.operation` is in room `actions`; a file beside the rooms is the node itself. */
const roomOf = (file: string): string => {
	const [, vendor, room, ...rest] = file.replace(EDITION, 'nodes/BigCommerce/').split('/');
	if (vendor === 'shared') return 'shared';
	return room in ARROWS || rest.length ? room : 'node';
};

const lines = (list: Import[]) => list.map(({ from, to }) => `${from} → ${to}`);

/** Vendors of which it is known what they work with, and how many files they have at least. */
const TYPED: ReadonlyArray<[vendor: string, files: number]> = [
	['BigCommerce', 300],
	['BigCommerceB2b', 80],
	['OpenTextCoreSignature', 60],
	['OpenTextDecision', 60],
	['OpenTextWorkflow', 40],
];

/** Every parameter and property that is any object of n8n's: `file: name`. Items and requests are made as such, and nobody takes one apart. */
const openObjectsIn = (file: string): string[] => {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		const takes = ts.isParameter(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node);
		const type = takes ? node.type?.getText(source) : undefined;
		if (takes && type && /\bIDataObject\b/.test(type)) {
			found.push(`${relative(file)}: ${node.name.getText(source)}`);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
};

describe('the house', () => {
	it('has sources to look at', () => {
		expect(sources.length).toBeGreaterThan(40);
		expect(local.length).toBeGreaterThan(100);
	});

	it('has arrows that run one way only: node → actions, trigger, methods → links, evidence, waiting → records → transport → shared', () => {
		const wrong = local.filter(
			({ from, to }) =>
				from.startsWith('nodes/') && to.startsWith('nodes/') && !ARROWS[roomOf(from)]?.includes(roomOf(to)),
		);
		expect(lines(wrong)).toEqual([]);
	});

	it('has no vendor that looks into another, but for the decision nodes and the edition of a store, which may use some rooms', () => {
		const wrong = local.filter(({ from, to }) => {
			const [own, other] = [vendorOf(from), vendorOf(to)];
			if (own === undefined || other === undefined || other === 'shared' || own === other) return false;
			const { rooms, of = [other] } = SHOWN[own] ?? { rooms: [] };
			return !of.includes(other) || !rooms.includes(roomOf(to));
		});
		expect(lines(wrong)).toEqual([]);
	});

	it('has a store that stands without its edition, but for the trigger, which is told of both', () => {
		const wrong = local.filter(
			({ from, to }) =>
				to.startsWith(EDITION) &&
				vendorOf(from) === 'BigCommerce' &&
				!from.startsWith(EDITION) &&
				roomOf(from) !== 'trigger',
		);
		expect(lines(wrong)).toEqual([]);
	});

	it('has nobody who uses the decision nodes', () => {
		const wrong = local.filter(
			({ from, to }) =>
				vendorOf(to) === DECISIONS && vendorOf(from) !== undefined && vendorOf(from) !== DECISIONS,
		);
		expect(lines(wrong)).toEqual([]);
	});

	it('has nothing in shared that names a vendor, not even in a comment or an example', () => {
		const naming = files('nodes/shared', '.ts').filter((file) => VENDORS.test(readFileSync(file, 'utf8')));
		expect(naming.map(relative)).toEqual([]);
	});

	it('has transports that hold HTTP only: they know no field of the editor and no output', () => {
		const speaking = sources.filter(
			(file) =>
				roomOf(relative(file)) === 'transport' &&
				/\b(INodeProperties|INodeExecutionData)\b/.test(readFileSync(file, 'utf8')),
		);
		expect(speaking.map(relative)).toEqual([]);
	});

	it.each(TYPED)(
		'works with typed records in %s: what a service gives is read by its table in transport',
		(vendor, least) => {
			const rooms = files(`nodes/${vendor}`, '.ts').filter((file) => roomOf(relative(file)) !== 'transport');
			expect(rooms.length).toBeGreaterThan(least);
			expect(rooms.flatMap(openObjectsIn)).toEqual([]);
		},
	);

	it('has nothing in nodes or credentials that needs the tests', () => {
		expect(lines(imports.filter(({ to }) => to.startsWith('test/')))).toEqual([]);
	});

	it('imports at run time only what n8n gives', () => {
		const wrong = imports.filter(
			({ to, typeOnly }) =>
				!typeOnly && !/^(nodes|credentials)\//.test(to) && !RUN_TIME_PACKAGES.has(to.split('/')[0]),
		);
		expect(lines(wrong)).toEqual([]);
	});

	it('takes single functions of lodash by their path', () => {
		expect(lines(imports.filter(({ to, typeOnly }) => to === 'lodash' && !typeOnly))).toEqual([]);
	});

	it(`has no file over ${MOST_LINES} lines`, () => {
		const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > MOST_LINES);
		expect(long.map(relative)).toEqual([]);
	});

	it('has one operation in each operation file, listed in the index beside it', () => {
		const lost = files('nodes', '.operation.ts').filter((file) => {
			const index = readFileSync(path.join(path.dirname(file), 'index.ts'), 'utf8');
			return !index.includes(`'./${path.basename(file, '.ts')}'`);
		});
		expect(lost.map(relative)).toEqual([]);
	});

	it('switches no lint rule off', () => {
		const switched = sources.filter((file) =>
			/eslint-disable|@ts-(ignore|expect-error|nocheck)/.test(readFileSync(file, 'utf8')),
		);
		expect(switched.map(relative)).toEqual([]);
	});
});
