import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { operationError, type Advice } from './errorText';
import { isRecord } from './isRecord';

/**
 * One item on its way through a node: reads that item's parameters and checks them, so that an operation never sees a value of the wrong shape.
 * Every reader throws a NodeOperationError that names the item and the next step.
 */
export class ItemRun {
	constructor(
		/** n8n's functions for this execution. */
		readonly functions: IExecuteFunctions,
		/** Zero-based index of the item. */
		readonly index: number,
	) {}

	get node(): INode {
		return this.functions.getNode();
	}

	/** An error about this item. */
	refuse(advice: Advice): Error {
		return operationError(this.node, advice, this.index);
	}

	/** A text, trimmed; empty when nothing was entered. Resource locators give their value. */
	text(name: string, fallback = ''): string {
		const value = this.functions.getNodeParameter(name, this.index, fallback, { extractValue: true });
		return value === undefined || value === null ? '' : String(value).trim();
	}

	/** A text that must be there. `label` is the field's name in the editor. */
	requiredText(name: string, label: string): string {
		const value = this.text(name);
		if (value) return value;
		throw this.refuse({
			what: `${label} is empty`,
			next: `Enter the ${label}, or check the expression that should fill it.`,
		});
	}

	/**
	 * A record id as BigCommerce counts them: a whole number above zero (reference 2.4).
	 *
	 * @param label the field's name in the editor, for the error text
	 */
	id(name: string, label: string): number {
		const raw = this.text(name);
		const value = Number(raw);
		if (/^\d+$/.test(raw) && Number.isSafeInteger(value) && value > 0) return value;
		throw this.refuse({
			what: `${label} must be a whole number, but it is "${raw}"`,
			next: `Choose it from the list or enter the number only, for example 4711. Nothing was sent.`,
		});
	}

	number(name: string, fallback: number): number {
		const value = Number(this.functions.getNodeParameter(name, this.index, fallback));
		if (Number.isFinite(value)) return value;
		throw this.refuse({ what: `"${name}" is not a number`, next: 'Enter a number.' });
	}

	flag(name: string, fallback = false): boolean {
		return this.functions.getNodeParameter(name, this.index, fallback) === true;
	}

	list(name: string): string[] {
		const value = this.functions.getNodeParameter(name, this.index, []);
		return Array.isArray(value) ? value.map(String) : [];
	}

	/** The entered part of a collection; empty values are left out, so that a field that was added and left blank changes nothing. */
	collection(name: string): IDataObject {
		const value = this.functions.getNodeParameter(name, this.index, {});
		if (!isRecord(value)) return {};
		return Object.fromEntries(
			Object.entries(value).filter(([, entry]) => entry !== '' && entry !== undefined),
		);
	}

	/**
	 * A JSON field, given as text or as an object from an expression.
	 *
	 * @param label the field's name in the editor
	 * @returns an empty object when nothing was entered
	 */
	json(name: string, label: string): IDataObject {
		const raw: unknown = this.functions.getNodeParameter(name, this.index, '{}');
		const value: unknown = typeof raw === 'string' ? this.parse(raw, label) : raw;
		if (isRecord(value)) return value;
		throw this.refuse({
			what: `${label} must be a JSON object`,
			next: 'Enter something like {"key": "value"}, or an expression that gives an object.',
		});
	}

	/**
	 * A date and time as services take it, in UTC. One without a zone means the workflow's own.
	 *
	 * @param value from a collection
	 * @param label the field's name in the editor
	 * @returns for example `2026-11-22T10:00:00.000Z`
	 */
	time(value: unknown, label: string): string {
		const zone = this.functions.getTimezone() || 'utc';
		const text = value instanceof Date ? value.toISOString() : String(value);
		const time = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone });
		if (time.isValid) return time.toJSDate().toISOString();
		throw this.refuse({
			what: `${label} must be a date and time, but it is "${text}"`,
			next: 'Choose it from the calendar, or write it like 2026-11-22T10:00:00Z. Nothing was sent.',
		});
	}

	private parse(text: string, label: string): unknown {
		if (!text.trim()) return {};
		try {
			return JSON.parse(text);
		} catch {
			throw operationError(
				this.node,
				{
					what: `${label} is not valid JSON`,
					next: 'Check quotes, commas and brackets; the field shows where it stops making sense.',
				},
				this.index,
			);
		}
	}
}
