import type { FormField } from './source';

type Maker = (id: string, name: string, required?: boolean) => FormField;

const of =
	(type: FormField['type']): Maker =>
	(id, name, required = false) => ({ id, name, type, required });

export const text = of('text');
export const longText = of('multi-line-text');
export const yesNo = of('boolean');
export const amount = of('decimal');
export const count = of('integer');
export const date = of('date');

/** One of several values; what people see is what the case keeps. */
export const choice = (id: string, name: string, options: readonly string[]): FormField => ({
	...{ id, name, type: 'dropdown', required: false },
	options: options.map((option) => ({ id: option, name: option })),
});
