/** A variable that a case may lack: nothing then, where its bare name would be an error. */
export const maybe = (name: string): string => `execution.getVariable("${name}")`;

/** Its value as a number: 0 when the case lacks it, and amounts that are texts are compared as amounts (Unified Expression Language 1.7). */
export const numberOf = (name: string): string => `${maybe(name)} * 1.0`;

/** Its value, or another where the case lacks it. */
export const valueOr = (name: string, otherwise: string): string =>
	`\${empty ${maybe(name)} ? "${otherwise}" : ${maybe(name)}}`;

export const isGiven = (name: string): string => `!empty ${maybe(name)}`;

export const isMissing = (name: string): string => `empty ${maybe(name)}`;

export const is = (name: string, ...values: readonly string[]): string => {
	const tests = values.map((value) => `${maybe(name)} == "${value}"`);
	return tests.length === 1 ? tests[0] : `(${tests.join(' || ')})`;
};

/** An amount that is known to be below a limit: what is not filled in is not. */
export const isBelow = (name: string, limit: string): string =>
	`${numberOf(name)} > 0 && ${numberOf(name)} < ${numberOf(limit)}`;
