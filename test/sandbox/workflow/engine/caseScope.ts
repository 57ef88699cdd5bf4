import type { CaseRecord, Variable } from '../types';
import { findVariable, putVariables, toVariable } from '../variables';

import type { Scope } from './expressions';

/** The members of `execution` in expressions (reference 6.6, 6.7). */
const executionOf = (record: CaseRecord, find: (name: unknown) => Variable | undefined) => ({
	processInstanceId: record.id,
	processInstanceBusinessKey: record.businessKey,
	getVariable: (name: unknown) => find(name)?.value ?? null,
	hasVariable: (name: unknown) => find(name) !== undefined,
	setVariable: (name: unknown, value: unknown) => {
		putVariables(record.variables, [toVariable({ name: String(name), value })]);
		return null;
	},
});

/** What names mean in the expressions of a case: its transient variables, its variables, `execution`. */
export function caseScope(record: CaseRecord, transient: readonly Variable[]): Scope {
	const find = (name: unknown) =>
		findVariable(transient, String(name)) ?? findVariable(record.variables, String(name));
	const execution = executionOf(record, find);
	return {
		read(name) {
			const variable = find(name);
			if (variable !== undefined) return variable.value;
			if (name === 'execution') return execution;
			throw new ReferenceError(`Unknown property used in expression: \${${name}}`);
		},
	};
}
