import escape from 'lodash/escape';
import { isRecord } from '../../../shared/isRecord';
import { noSuchRole, type Piece, readText, TextFault } from './documentText';

/** Where a value is looked for: the nearest first. */
export type Scope = ReadonlyArray<Readonly<Record<string, unknown>>>;

/** Somebody whom tags may name. */
export interface TagOwner {
	/** As the service counts the signers; left out for somebody who is not asked, whose tags go. */
	index?: number;
}

export interface Filled {
	html: string;
	/** The roles that have a place to sign. */
	signing: ReadonlySet<string>;
}

/** What cannot be seen, and what a page does not show: between two brackets it would make them look like one tag to whoever reads the text only. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\n\t])\p{Cc}/gu;

/** Two brackets begin a tag, whoever wrote them: those of a value are kept apart, also from what stands beside it. */
const apart = (text: string): string =>
	text
		.replace(/([[\]])(?=\1)/g, '$1 ')
		.replace(/^(?=[[\]])/, ' ')
		.replace(/(?<=[[\]])$/, ' ');

/** A value as text of a page: it cannot become markup or a tag. */
export const safeText = (value: string): string =>
	escape(apart(value.replace(/\r\n?/g, '\n').replace(INVISIBLE, '')))
		.replace(/`/g, '&#96;')
		.replace(/\n/g, '<br>');

/** @returns undefined when nothing has the name */
function find(name: string, scope: Scope): unknown {
	if (name === '.') return scope[0]['.'];
	const [first, ...rest] = name.split('.');
	const place = scope.find((values) => Object.hasOwn(values, first));
	return rest.reduce<unknown>(
		(value, part) => (isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined),
		place?.[first],
	);
}

function shown(name: string, scope: Scope): string {
	const value = find(name, scope);
	if (value === undefined) {
		throw new TextFault(
			`has {{ ${name} }}, which has no value: fill it, or put {{#${name}}} … {{/${name}}} around what needs it`,
		);
	}
	if (value === null) return '';
	if (typeof value === 'object') throw new TextFault(`has {{ ${name} }}, which is more than one value`);
	return safeText(String(value));
}

/** The scopes in which a section is written: one for each row of a list, one where something is there, none otherwise. */
function scopesOf(value: unknown, scope: Scope): Scope[] {
	if (Array.isArray(value)) {
		return value.map((row: unknown) => [isRecord(row) ? { ...row, '.': null } : { '.': row }, ...scope]);
	}
	if (isRecord(value)) return [[value, ...scope]];
	return value === undefined || value === null || value === '' || value === false ? [] : [scope];
}

/**
 * Fills the text of a document.
 *
 * @param text HTML with `{{ name }}`, `{{#name}}…{{/name}}` and tags of roles
 * @param scope the values
 * @param owners whom tags may name, by role
 * @throws TextFault when a value is missing, or a tag names nobody
 */
export function fillDocument(text: string, scope: Scope, owners: ReadonlyMap<string, TagOwner>): Filled {
	const signing = new Set<string>();
	const tag = ({ type, role, rest }: Extract<Piece, { kind: 'tag' }>): string => {
		const owner = owners.get(role);
		if (!owner) throw noSuchRole(role, owners.keys());
		if (owner.index === undefined) return '';
		if (type === 's') signing.add(role);
		return `[[${type}|${owner.index}${rest}]]`;
	};
	const written = (pieces: readonly Piece[], within: Scope): string =>
		pieces
			.map((piece) => {
				if (piece.kind === 'text') return piece.text;
				if (piece.kind === 'value') return shown(piece.name, within);
				if (piece.kind === 'tag') return tag(piece);
				return scopesOf(find(piece.name, within), within)
					.map((inner) => written(piece.pieces, inner))
					.join('');
			})
			.join('');
	return { html: written(readText(text), scope), signing };
}
