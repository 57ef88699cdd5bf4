import { loadSignatureSpecs, SIGNATURE_SPECS_ABSENT } from './spec/signatureSpecs';
import { loadSpecs, SPECS_ABSENT } from './spec/specSet';
import type { SpecSet } from './spec/specSet';

/** Services of the sandbox whose requests and answers can be held against a vendor's description. */
export type DescribedService = 'bigcommerce' | 'signature';

const LOADERS: Record<DescribedService, () => SpecSet | undefined> = {
	bigcommerce: () => loadSpecs(),
	signature: () => loadSignatureSpecs(),
};

/** One line for a skipped suite. */
export const ABSENCES: Record<DescribedService, string> = {
	bigcommerce: SPECS_ABSENT,
	signature: SIGNATURE_SPECS_ABSENT,
};

const loaded = new Map<DescribedService, SpecSet>();

/** The official descriptions of a service, read once for all suites of a process; undefined when they are absent. */
export function officialSpecs(service: DescribedService = 'bigcommerce'): SpecSet | undefined {
	const specs = loaded.get(service) ?? LOADERS[service]();
	if (specs !== undefined) loaded.set(service, specs);
	return specs;
}
