import type { Effect } from '../../../nodes/shared/operation';
import type { Exchange } from '../../sandbox/core/exchanges';
import { MARK } from './hostile';
import type { Ran } from './run';

/** A message is read at a glance, whatever was entered. */
const LONGEST = 600;

const UNDONE = /Nothing was (changed|sent)\.?/;

/**
 * What is wrong with how an item ended, whatever was entered: it is done, or an error names the item and what to do next, and says truly whether something was changed.
 *
 * @param writes those of its requests that change something
 * @param isTold whether they tell what was done: none was taken back, and of one in doubt the tests of broken connections tell
 */
export function endingFaults(
	{ error, outputs }: Ran,
	writes: readonly Exchange[],
	effect: Effect,
	isTold: boolean,
): string[] {
	const done = writes.filter(({ status }) => status >= 200 && status < 300);
	if (effect === 'read' && writes.length) return ['sends a change although it only reads'];
	if (!error) return outputs.flat().some(({ error: hidden }) => hidden) ? ['hides what went wrong'] : [];
	const { message } = error;
	const advice = String(error.description ?? '');
	const says = `"${message}" "${advice}"`;
	return [
		...(message.startsWith('Item 1: ') ? [] : [`does not name the item: ${says}`]),
		...(message.length <= LONGEST ? [] : [`is too long: ${says.slice(0, LONGEST)}`]),
		...(/\w{3}/.test(advice.replace(UNDONE, '')) ? [] : [`does not say what to do next: ${says}`]),
		...(!isTold || UNDONE.test(advice) === (done.length === 0)
			? []
			: [`says something else than was done: ${says}`]),
	];
}

export const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/** What is no part of an address but a value, as a text becomes that is put into a key. */
const ONE_WORD = /^[\w.:-]+$/;

/**
 * Where a text of a stranger became part of an address: a part of the path that it does not fill alone, or a name in the query.
 *
 * @param texts that were entered, with their marks
 */
export function injected(sent: readonly Exchange[], texts: readonly string[]): string[] {
	const wholes = texts.map((text) => text.trim());
	return sent.flatMap(({ method, url, requestHeaders }) => {
		const [path, ...queries] = url.split('?');
		const query = new URLSearchParams(queries.join('?'));
		const inPath = path.split('/').map(decoded);
		const bad = [
			...inPath.filter((part) => part.includes(MARK) && !wholes.includes(part)),
			...[...query.keys()].filter((name) => name.includes(MARK)),
			...[...query.values()].filter(
				(value) =>
					value.includes(MARK) && !ONE_WORD.test(value) && !wholes.some((whole) => value.includes(whole)),
			),
			...Object.keys(requestHeaders).filter((name) => name.toLowerCase().includes(MARK)),
		];
		return bad.map(
			(part) => `${method} ${path.slice(0, 200)} was given ${JSON.stringify(part.slice(0, 80))}`,
		);
	});
}
