import { el } from './dom.js';

const NUMBERS = { integer: '1', decimal: '0.01' };

/** The control of one field; nothing is chosen before somebody chooses. */
function controlOf({ id, type, required, options = [] }, prefix) {
	const properties = {
		id: `${prefix}-field-${id}`,
		autocomplete: 'off',
		'data-field': id,
		'data-type': type,
	};
	const placeholder = required ? undefined : 'Optional';
	if (type === 'dropdown') {
		const choices = options.map((option) => el('option', { value: option.id }, option.name));
		return el('select', properties, el('option', { value: '' }, ''), ...choices);
	}
	if (type === 'boolean') {
		const choices = ['true', 'false'].map((value) =>
			el('option', { value }, value === 'true' ? 'Yes' : 'No'),
		);
		return el('select', properties, el('option', { value: '' }, ''), ...choices);
	}
	if (type === 'date') return el('input', { ...properties, type: 'date' });
	const step = NUMBERS[type];
	return el('input', { ...properties, type: step === undefined ? 'text' : 'number', step, placeholder });
}

/** The fields of a task's form, each with its label. */
export const formOf = (fields, prefix) =>
	fields.map((field) => {
		const control = controlOf(field, prefix);
		return el('label', { for: control.id }, field.name, control);
	});

const KEPT = { integer: Number, boolean: (text) => text === 'true' };

/** What was filled in below an element, by field: amounts stay texts, as everywhere. */
export function filledIn(element) {
	const values = [...element.querySelectorAll('[data-field]')].flatMap(({ dataset, value }) => {
		const text = value.trim();
		return text === '' ? [] : [[dataset.field, KEPT[dataset.type]?.(text) ?? text]];
	});
	return Object.fromEntries(values);
}
