import type { RecordedExchange } from './exchange';
import { formatProblems } from './problem';
import type { Problem } from './problem';
import { officialSpecs } from './officialSpecs';
import { SPECS_ABSENT } from './spec/specSet';
import type { SpecSet } from './spec/specSet';
import { validateRequest } from './validateRequest';
import { validateResponse } from './validateResponse';

/** Which side of the exchanges is looked at; both unless told otherwise. */
export interface ContractOptions {
	/** false where a test sends something wrong on purpose */
	requests?: boolean;
	/** false where the answers are not the sandbox's */
	responses?: boolean;
	specs?: SpecSet;
}

/** Every problem of the exchanges with the vendor's descriptions; empty when they fit. */
export function contractProblems(
	specs: SpecSet,
	exchanges: readonly RecordedExchange[],
	{ requests = true, responses = true }: Omit<ContractOptions, 'specs'> = {},
): Problem[] {
	return exchanges.flatMap((exchange) => [
		...(requests ? validateRequest(specs, exchange) : []),
		...(responses ? validateResponse(specs, exchange) : []),
	]);
}

/**
 * Fails when an exchange departs from the vendor's descriptions, BigCommerce's unless others are given, in either direction.
 * @throws Error with one line per problem; or that the descriptions are absent: skip the suite then (`officialSpecs()` is undefined)
 */
export function expectContract(
	exchanges: readonly RecordedExchange[],
	{ specs = officialSpecs(), ...options }: ContractOptions = {},
): void {
	if (specs === undefined) throw new Error(SPECS_ABSENT);
	const problems = contractProblems(specs, exchanges, options);
	if (problems.length > 0) {
		throw new Error(
			`${problems.length} problems with ${specs.vendor.descriptions}:\n${formatProblems(problems)}`,
		);
	}
}
