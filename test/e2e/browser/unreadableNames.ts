import type { Page } from 'playwright-core';
import { mark } from './mark';

/** Below this people no longer read a letter, px. */
const LEAST_HEIGHT = 9;

/** Runs in the page itself, so that it can use nothing from out here. */
const look = ([nodesAt, least]: readonly [string, number]): string[] => {
	const meet = (one: DOMRect, other: DOMRect) =>
		one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

	const drawn = Array.from(document.querySelectorAll<HTMLElement>(nodesAt), (node) => {
		const name = node.dataset.nodeName ?? '';
		const leaves = Array.from(node.querySelectorAll<HTMLElement>('*')).filter(
			({ childElementCount }) => childElementCount === 0,
		);
		const label = leaves.find(({ textContent }) => textContent?.trim() === name);
		const range = document.createRange();
		if (label) range.selectNodeContents(label);
		const box = node.querySelector('[data-canvas-node-render-type]');
		return {
			name,
			label,
			lines: label ? Array.from(range.getClientRects()) : [],
			box: (box ?? node).getBoundingClientRect(),
		};
	});

	/** The label lets the mouse through: what lies above it is what the mouse meets. */
	const isUnderTools = ({ left, right, top, bottom }: DOMRect) =>
		[left + 1, (left + right) / 2, right - 1].some(
			(x) =>
				!document.elementFromPoint(x, (top + bottom) / 2)?.closest('.vue-flow__pane, .vue-flow__viewport'),
		);

	const isOutside = ({ left, right, top, bottom }: DOMRect) =>
		left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight;

	const heightOf = (label: HTMLElement) =>
		(parseFloat(getComputedStyle(label).fontSize) * label.getBoundingClientRect().width) / label.offsetWidth;

	return drawn.flatMap(({ name, label, lines }) => {
		if (!label) return [`${name}: its name is not drawn`];
		const others = drawn.filter((other) => other.label !== label);
		const height = heightOf(label);
		const faults: Array<[boolean, string]> = [
			[height < least, `its name is ${height.toFixed(1)} px high`],
			[
				label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight,
				'its name is cut off',
			],
			[lines.some(isOutside), 'its name leaves the window'],
			[lines.some((line) => !isOutside(line) && isUnderTools(line)), 'its name lies under the tools'],
			...others.flatMap((other): Array<[boolean, string]> => [
				[
					lines.some((line) => other.lines.some((another) => meet(line, another))),
					`its name overlaps the name of ${other.name}`,
				],
				[lines.some((line) => meet(line, other.box)), `its name overlaps the box of ${other.name}`],
			]),
		];
		return faults.filter(([isFault]) => isFault).map(([, fault]) => `${name}: ${fault}`);
	});
};

/**
 * What keeps people from reading the names of the nodes on the canvas as it stands: one line for each fault, which begins with the node.
 *
 * @returns an empty list when every name is drawn whole, in letters that are high enough, with nothing above it
 */
export const unreadableNames = async (page: Page): Promise<string[]> =>
	await page.evaluate(look, [mark('canvas-node'), LEAST_HEIGHT] as const);
