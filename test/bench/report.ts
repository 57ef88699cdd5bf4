import { COPIES, type FloodReport, type Skipped } from './flood/compare';
import type { LoadReport, PackReport } from './load/compare';
import type { OrdersReport, RaceReport } from './orders/compare';
import type { RaceName } from './orders/plan';
import type { Ratio } from './ratios';

/** What one run found out; a part that was left out is absent. */
export interface BenchReport {
	orders?: OrdersReport;
	load?: LoadReport;
	flood?: FloodReport | Skipped;
	/** whether every part that ran kept every bound */
	ok: boolean;
}

const line = (name: string, { median, min, max, bound, ok }: Ratio): string =>
	`  ${name.padEnd(48)} ${median.toFixed(2).padStart(5)} ×   (${min.toFixed(2)} to ${max.toFixed(2)})   at most ${bound.toFixed(2)} ×   ${ok ? 'ok' : 'TOO SLOW'}`;

const RACE_TITLES: Readonly<Record<RaceName, string>> = {
	list: 'Get Many of 10,000 orders',
	distant: 'Get Many of 10,000 orders from a store that takes 50 ms to answer',
	singles: 'Get of one order for each of 1,000 items, from a store that takes 10 ms to answer',
	updates: 'Update of one customer for each of 1,000 items',
	prices: 'Create or Update of one price of a price list for each of 1,000 items',
	products: 'Update of one product for each of 1,000 items',
	details: 'Get Many of 1,000 orders with their lines and addresses',
};

const raceLines = (
	title: string,
	{ items, traffic, ratios }: RaceReport,
	rival = "n8n's HTTP Request node",
): string[] => [
	`${title}; our time as a multiple of`,
	...(ratios.httpRequest ? [line(rival, ratios.httpRequest)] : []),
	...(ratios.axios ? [line('a bare axios loop', ratios.axios)] : []),
	`  calls (most at once): ${Object.entries(traffic)
		.map(([name, { calls, atOnce }]) => `${name} ${calls} (${atOnce})`)
		.join(', ')}; items: ${Object.entries(items)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ')}`,
];

const ordersLines = ({ rounds, races }: OrdersReport): string[] => [
	`Races, median of ${rounds} rounds`,
	...raceLines(RACE_TITLES.list, races.list),
	...raceLines(RACE_TITLES.distant, races.distant),
	...raceLines(RACE_TITLES.singles, races.singles, "n8n's HTTP Request node in a loop of five"),
	...raceLines(RACE_TITLES.updates, races.updates),
	...raceLines(RACE_TITLES.prices, races.prices),
	...raceLines(RACE_TITLES.products, races.products),
	...raceLines(RACE_TITLES.details, races.details, "n8n's HTTP Request node, two calls more for each order"),
];

const packLines = (name: string, { operations, isLazy, ratio }: PackReport): string[] => [
	line(`${name}, ${operations} operations`, ratio),
	...(isLazy ? [] : ['    n8n loads every node of it: its metadata are missing or broken']),
];

const loadLines = ({ rounds, now, large }: LoadReport): string[] => [
	`What n8n loads of the package at its start, median of ${rounds} rounds; our time as a multiple of n8n's WooCommerce node alone`,
	...packLines('the package', now),
	...packLines('a large package', large),
];

const floodLines = (report: FloodReport | Skipped): string[] => {
	if ('skipped' in report) return [`A flood of copies of one delivery: skipped, ${report.skipped}`];
	const { rounds, taken, sent, ratio } = report;
	return [
		`A flood of ${COPIES} copies of one delivery to the published Order Risk Review, median of ${rounds} rounds; its time as a multiple of`,
		line('its trigger with nothing behind it', ratio),
		`  answered with 200 of ${sent}: ${taken.template}, and ${taken.triggerAlone} by the trigger alone`,
	];
};

/** The report for people. */
export const formatReport = ({ orders, load, flood, ok }: BenchReport): string =>
	[
		...(orders ? ordersLines(orders) : []),
		...(load ? loadLines(load) : []),
		...(flood ? floodLines(flood) : []),
		ok ? 'Every bound is kept.' : 'A bound is broken.',
		'',
	].join('\n');
