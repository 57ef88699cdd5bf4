import { BOUNDS } from '../bounds';
import { resultOf } from '../child';
import type { Places } from '../places';
import { ratioOf, type Ratio } from '../ratios';

/** A node file of ours, and n8n's WooCommerce node. */
const PAIRS = {
	bigCommerce: ['BigCommerce/BigCommerce', 'WooCommerce/WooCommerce'],
	bigCommerceTrigger: ['BigCommerce/BigCommerceTrigger', 'WooCommerce/WooCommerce'],
	openTextCoreSignature: ['OpenTextCoreSignature/OpenTextCoreSignature', 'WooCommerce/WooCommerce'],
	openTextCoreSignatureTrigger: [
		'OpenTextCoreSignature/OpenTextCoreSignatureTrigger',
		'WooCommerce/WooCommerce',
	],
	openTextWorkflow: ['OpenTextWorkflow/OpenTextWorkflow', 'WooCommerce/WooCommerce'],
	openTextWorkflowTrigger: ['OpenTextWorkflow/OpenTextWorkflowTrigger', 'WooCommerce/WooCommerce'],
} as const;

export type NodeName = keyof typeof PAIRS;

export interface LoadReport {
	rounds: number;
	/** our time as a multiple of WooCommerce's, by node */
	ratios: Record<NodeName, Ratio>;
	ok: boolean;
}

/**
 * Loads each node and its counterpart in fresh processes, one after the other, in turns.
 *
 * @param rounds how often each is loaded
 * @throws SetupTrouble when a node cannot be loaded
 */
export async function compareLoading(places: Places, rounds: number): Promise<LoadReport> {
	const { n8nFolder, packFolder } = places;
	const load = async (folder: string, node: string): Promise<number> =>
		Number(
			await resultOf({
				entry: 'load/probe.cjs',
				args: [n8nFolder, folder, `dist/nodes/${node}.node.js`],
				places,
			}),
		);
	const ratioOfNode = async (name: NodeName): Promise<Ratio> => {
		const [ours, theirs] = PAIRS[name];
		const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
		const measure = {
			ours: async () => times.ours.push(await load(packFolder, ours)),
			theirs: async () => times.theirs.push(await load(`${n8nFolder}/node_modules/n8n-nodes-base`, theirs)),
		};
		for (let round = 0; round < rounds; round++) {
			const order = round % 2 ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const);
			for (const side of order) await measure[side]();
		}
		return ratioOf(times.ours, times.theirs, BOUNDS.load);
	};
	const ratios = {
		bigCommerce: await ratioOfNode('bigCommerce'),
		bigCommerceTrigger: await ratioOfNode('bigCommerceTrigger'),
		openTextCoreSignature: await ratioOfNode('openTextCoreSignature'),
		openTextCoreSignatureTrigger: await ratioOfNode('openTextCoreSignatureTrigger'),
		openTextWorkflow: await ratioOfNode('openTextWorkflow'),
		openTextWorkflowTrigger: await ratioOfNode('openTextWorkflowTrigger'),
	};
	return { rounds, ratios, ok: Object.values(ratios).every(({ ok }) => ok) };
}
