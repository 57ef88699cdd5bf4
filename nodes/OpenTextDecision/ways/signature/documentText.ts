/** A piece of the text of a document, before it is filled. */
export type Piece =
	| { kind: 'text'; text: string }
	/** `{{ name }}` */
	| { kind: 'value'; name: string }
	/** `{{#name}}…{{/name}}` */
	| { kind: 'section'; name: string; pieces: Piece[] }
	/** `[[s|buyer|r:1]]`: where somebody signs or fills in (Core Signature reference 7.9) */
	| { kind: 'tag'; type: string; role: string; rest: string };

/** Why a text cannot be used; the sentence goes on after "The document". */
export class TextFault extends Error {}

const NAME = /^(?:\.|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)$/;

/** What is more than text: braces first, so that a tag cannot be made of them. */
const MARK = /\{\{([#/]?)\s*([^{}]*?)\s*\}\}|\[\[([^[\]{}]*)\]\]|\{\{|\[\[/g;

/** Kinds of tags: signature, date, text, checkbox (Core Signature reference 7.9). */
const TAG = /^\s*([sdtc])\s*\|\s*([^|]*?)\s*((?:\|[^|]*)*)$/;

interface Open {
	name: string;
	pieces: Piece[];
}

const nameIn = (name: string): string => {
	if (NAME.test(name)) return name;
	throw new TextFault(`has {{ ${name} }}, which names no value`);
};

function tagIn(written: string): Piece {
	const [, type, role, rest] = TAG.exec(written) ?? [];
	if (type && role) return { kind: 'tag', type, role, rest };
	throw new TextFault(`has the tag [[${written}]], which is none: write it like [[s|buyer|r:1]]`);
}

/**
 * Reads the text of a document.
 *
 * @throws TextFault when something in braces is no name, a section is not closed, or what looks like a tag is none
 */
export function readText(text: string): Piece[] {
	const open: Open[] = [{ name: '', pieces: [] }];
	let at = 0;
	const add = (piece: Piece) => open[open.length - 1].pieces.push(piece);
	for (const { 0: whole, 1: sign, 2: name, 3: tag, index } of text.matchAll(MARK)) {
		if (index > at) add({ kind: 'text', text: text.slice(at, index) });
		at = index + whole.length;
		if (tag !== undefined) add(tagIn(tag));
		else if (name === undefined)
			throw new TextFault(`has "${text.slice(index, index + 20)}", which does not end`);
		else if (sign === '#') open.push({ name: nameIn(name), pieces: [] });
		else if (sign === '/') close(open, nameIn(name));
		else add({ kind: 'value', name: nameIn(name) });
	}
	if (open.length > 1) throw new TextFault(`has {{#${open[open.length - 1].name}}}, which is not closed`);
	if (at < text.length) add({ kind: 'text', text: text.slice(at) });
	return open[0].pieces;
}

function close(open: Open[], name: string): void {
	const section = open.length > 1 ? open.pop() : undefined;
	if (section?.name !== name) throw new TextFault(`has {{/${name}}} where no such section is open`);
	open[open.length - 1].pieces.push({ kind: 'section', ...section });
}

/** The roles that tags of a text name, those in sections too. */
export const rolesIn = (pieces: readonly Piece[]): string[] =>
	pieces.flatMap((piece) => {
		if (piece.kind === 'tag') return [piece.role];
		return piece.kind === 'section' ? rolesIn(piece.pieces) : [];
	});

/** A tag names nobody. */
export const noSuchRole = (role: string, roles: Iterable<string>): TextFault =>
	new TextFault(`has a tag for "${role}", but no signer has this role: ${[...roles].join(', ')}`);
