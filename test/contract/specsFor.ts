/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { officialSpecs } from './expectContract';
import { SPECS_ABSENT, type SpecSet } from './spec/specSet';

/**
 * BigCommerce's descriptions for one suite. Where they are absent, one line says which checks are left out and why.
 * @param suite as the line names it
 */
export function specsFor(suite: string): SpecSet | undefined {
	const specs = officialSpecs();
	if (specs === undefined) process.stderr.write(`${suite}: ${SPECS_ABSENT}\n`);
	return specs;
}
