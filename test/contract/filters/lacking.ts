import { parametersOf } from '../parameters';
import { listOf } from '../spec/json';
import type { Operation, SpecSet } from '../spec/specSet';
import type { Asked } from './asked';
import { TYPED } from './leftOut';

/** What a description has for a list: query parameters, and the words that it names for one, as `sort=name`. */
export function describedFor(specs: SpecSet, operation: Operation): string[] {
	const { file } = operation;
	return parametersOf(specs, operation)
		.filter((parameter) => parameter.in === 'query')
		.flatMap(({ name, schema }) => {
			const resolved = specs.resolve(file, schema);
			const words = TYPED.has(name) ? [] : listOf(specs.resolve(file, resolved.items ?? resolved).enum);
			return [name, ...words.map((word) => `${name}=${String(word)}`)];
		});
}

/** Whether a parameter was sent, or a word of one; a field to sort by stands for itself in ascending order (BigCommerce reference 3.2). */
export function isAsked({ sent }: Asked, described: string): boolean {
	const [name, word] = described.split('=');
	const values = sent.get(name);
	if (word === undefined || values === undefined) return word !== undefined || values !== undefined;
	return values.has(word) || values.has(`${word}:asc`);
}
