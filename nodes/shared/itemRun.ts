import type { IDataObject, IExecuteFunctions, INode, INodeProperties } from 'n8n-workflow';
import { readField } from './enteredFields';
import { operationError, type Advice } from './errorText';
import { isRecord } from './isRecord';
import { labelOf } from './labels';
import { Ledger } from './ledger';
import { isMissing, Values, type NumberRules } from './values';

/**
 * One item on its way through a node: reads that item's parameters and checks them, so that an operation never sees a value of the wrong shape.
 * Every reader throws a NodeOperationError that names the item and the next step. A name with a dot reaches into a collection: `options.comment`.
 */
export class ItemRun {
	/** Reads values that were taken out of a collection of rows. */
	readonly values: Values;

	/** What was sent for this item; items that are sent together share one. */
	ledger = new Ledger();

	constructor(
		/** n8n's functions for this execution. */
		readonly functions: IExecuteFunctions,
		/** Zero-based index of the item. */
		readonly index: number,
	) {
		this.values = new Values(
			(advice) => this.refuse(advice),
			() => functions.getTimezone() || 'utc',
		);
	}

	get node(): INode {
		return this.functions.getNode();
	}

	/** An error about this item. */
	refuse(advice: Advice): Error {
		return operationError(this.node, advice, this.index);
	}

	/** Whether something was entered: a field of a collection that was added, and whose expression came to something. */
	has(name: string): boolean {
		const value = this.raw(name);
		return !isMissing(value) && value !== '';
	}

	/** A text, trimmed; empty when nothing was entered. Resource locators give their value. @param label left out: made of the name */
	text(name: string, fallback = '', label = labelOf(name)): string {
		return this.values.text(this.extracted(name, fallback, label), label);
	}

	/** A text that must be there. `label` is the field's name in the editor. */
	requiredText(name: string, label: string): string {
		return this.required(this.text(name, '', label), label);
	}

	/** A text that must be there, in which an object of an expression stands as JSON. */
	requiredTextOrJson(name: string, label: string): string {
		return this.required(this.values.textOrJson(this.raw(name), label), label);
	}

	/**
	 * A record id that counts: a whole number above zero.
	 *
	 * @param label the field's name in the editor, for the error text
	 */
	id(name: string, label: string): number {
		const raw = this.text(name, '', label);
		const value = Number(raw);
		if (/^\d+$/.test(raw) && Number.isSafeInteger(value) && value > 0) return value;
		throw this.refuse({
			what: `${label} must be a whole number, but it is "${raw}"`,
			next: `Choose it from the list or enter the number only, for example 4711.`,
		});
	}

	/** A number. @param fallback for a field that is not there, which is another thing than an empty one */
	number(name: string, fallback: number, rules: NumberRules & { label?: string } = {}): number {
		return this.values.number(this.raw(name, fallback), rules.label ?? labelOf(name), rules);
	}

	/** How many rows a Get Many gives at most; Infinity for all of them. */
	limit(): number {
		if (this.flag('returnAll')) return Number.POSITIVE_INFINITY;
		return this.number('limit', 50, { least: 1, whole: true });
	}

	/** @param label the field's name in the editor */
	flag(name: string, fallback = false, label = labelOf(name)): boolean {
		return this.values.flag(this.raw(name, fallback), label);
	}

	/** Several choices. @param allowed what can be chosen; left out where the service decides */
	list(name: string, allowed?: readonly string[]): string[] {
		return this.values.list(this.raw(name, []), labelOf(name), allowed);
	}

	/**
	 * The entered part of a collection, each value read by the kind of its field. What was added and left blank is left out, so that it changes nothing; an expression that came
	 * to nothing is refused.
	 *
	 * @param fields of the collection, as the editor shows them
	 */
	fields(name: string, fields: readonly INodeProperties[]): IDataObject {
		return this.collected(name, fields, (value) => value === '');
	}

	/** As `fields`, for what narrows a list down: a blank filter would give everything, so it is refused as well. */
	filters(name: string, fields: readonly INodeProperties[]): IDataObject {
		return this.collected(name, fields, () => false);
	}

	/**
	 * A JSON field, given as text or as an object from an expression.
	 *
	 * @param label the field's name in the editor
	 * @returns an empty object when nothing was entered
	 */
	json(name: string, label: string): IDataObject {
		return this.values.json(this.raw(name, '{}'), label);
	}

	/** A JSON field that holds a list. @returns an empty list when nothing was entered */
	jsonList(name: string, label: string): unknown[] {
		return this.values.jsonList(this.raw(name, '[]'), label);
	}

	/** A JSON field that holds an object or a list. @returns undefined when nothing was entered */
	anyJson(name: string, label: string): unknown {
		return this.values.anyJson(this.raw(name), label);
	}

	/** A date and time in UTC, see `Values.time`. */
	time(value: unknown, label: string): string {
		return this.values.time(value, label);
	}

	/**
	 * The rows of a collection of rows, as they were entered: read each value with `values`. Where an expression stands in place of them, it has to give rows.
	 *
	 * @param row what one row is called in the collection
	 */
	rows(name: string, row: string): IDataObject[] {
		const entered = this.raw(name, {});
		if (isMissing(entered) || entered === '') return [];
		const rows: unknown = isRecord(entered) ? (entered[row] ?? []) : entered;
		if (Array.isArray(rows) && rows.every(isRecord)) return rows;
		throw this.refuse({
			what: `${labelOf(name)} must be rows of values, but something else was given`,
			next: 'Add the rows one by one, or check the expression that should give them.',
		});
	}

	/**
	 * What is picked; n8n takes the id out of an address itself, and its own text of one without names neither the item nor what to do. Only when that fails is it looked at
	 * what was entered, since n8n works an expression out anew with each reading.
	 */
	private extracted(name: string, fallback: string, label: string): unknown {
		const read = (): unknown =>
			this.functions.getNodeParameter(name, this.index, fallback, { extractValue: true });
		try {
			return read();
		} catch {
			const entered = this.raw(name, fallback);
			if (!isRecord(entered) || entered.mode !== 'url') return read();
			throw this.refuse({
				what: `${label} must be picked by the address of its page, but it is "${String(entered.value)}"`,
				next: 'Copy the address from the browser, or choose it from the list.',
			});
		}
	}

	private raw(name: string, fallback: string | number | boolean | object = ''): unknown {
		const value: unknown = this.functions.getNodeParameter(name, this.index, fallback);
		return value;
	}

	private required(value: string, label: string): string {
		if (value) return value;
		throw this.refuse({
			what: `${label} is empty`,
			next: `Enter the ${label}, or check the expression that should fill it.`,
		});
	}

	private collected(
		name: string,
		fields: readonly INodeProperties[],
		isLeftOut: (value: unknown) => boolean,
	): IDataObject {
		const entered = this.raw(name, {});
		const isBlank = entered === '' || (Array.isArray(entered) && entered.length === 0);
		if (!isRecord(entered) && !isBlank) {
			throw this.refuse({
				what: `${labelOf(name)} must be fields with values, but an expression gives something else`,
				next: 'Add the fields one by one, or check the expression that should give them.',
			});
		}
		const entries = isRecord(entered) ? Object.entries(entered) : [];
		const given = entries.filter(([, value]) => value !== undefined && !isLeftOut(value));
		return Object.fromEntries(given.map(([key, value]) => [key, this.entry(name, key, value, fields)]));
	}

	private entry(
		collection: string,
		key: string,
		value: unknown,
		fields: readonly INodeProperties[],
	): IDataObject[string] {
		const field = fields.find((candidate) => candidate.name === key);
		if (!field) {
			throw this.refuse({
				what: `${labelOf(collection)} has no field "${key}"`,
				next: 'Remove it; the field may have been renamed in a newer version of this node.',
			});
		}
		if (isMissing(value) || value === '') {
			throw this.refuse({
				what: `${field.displayName} is empty`,
				next: `Remove it from ${labelOf(collection)}, or check the expression that should fill it.`,
			});
		}
		return readField(this.values, value, field);
	}
}
