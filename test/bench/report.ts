import { COPIES, type FloodReport, type Skipped } from './flood/compare';
import type { LoadReport } from './load/compare';
import type { OrdersReport } from './orders/compare';
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
	`  ${name.padEnd(48)} ${median.toFixed(2).padStart(5)} ×   (${min.toFixed(2)} to ${max.toFixed(2)})   at most ${bound.toFixed(1)} ×   ${ok ? 'ok' : 'TOO SLOW'}`;

const ordersLines = ({ rounds, items, ratios }: OrdersReport): string[] => [
	`Get Many of 10,000 orders, median of ${rounds} rounds; our time as a multiple of`,
	line("n8n's HTTP Request node with pagination", ratios.httpRequest),
	line('a bare axios loop', ratios.axios),
	`  items: ${Object.entries(items)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ')}`,
];

const loadLines = ({ rounds, ratios }: LoadReport): string[] => [
	`Loading a node in a fresh process, median of ${rounds} rounds; our time as a multiple of n8n's WooCommerce node of the same kind`,
	...Object.entries(ratios).map(([name, ratio]) => line(name, ratio)),
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
