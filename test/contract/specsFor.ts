/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { ABSENCES, officialSpecs, type DescribedService } from './officialSpecs';
import type { SpecSet } from './spec/specSet';

/**
 * The descriptions of a service for one suite. Where they are absent, one line says which checks are left out and why.
 * @param suite as the line names it
 * @param service `signature` for Core Signature, held against its look-alike
 */
export function specsFor(suite: string, service: DescribedService = 'bigcommerce'): SpecSet | undefined {
	const specs = officialSpecs(service);
	if (specs === undefined) process.stderr.write(`${suite}: ${ABSENCES[service]}\n`);
	return specs;
}
