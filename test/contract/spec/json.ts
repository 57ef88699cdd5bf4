export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as an object, or an empty one: a description that lacks a part has nothing in it. */
export const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const escaped = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** RFC 6901 pointer from its steps. */
export const pointerOf = (...steps: string[]) => steps.map((step) => `/${escaped(step)}`).join('');

/** What an RFC 6901 pointer names in a document; undefined when nothing is there. */
export function atPointer(document: unknown, pointer: string): unknown {
	let found = document;
	for (const step of pointer.split('/').slice(1).map(unescaped)) {
		found = Array.isArray(found) ? found[Number(step)] : objectOf(found)[step];
	}
	return found;
}
