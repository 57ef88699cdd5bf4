import type { IDataObject } from 'n8n-workflow';
import type { ModelCase, ModelTask, ServiceModel } from './serviceModel';

/** How much a look can have seen: all; some of it, since its time ran out or another ran beside; or it began anew, and all that stands is old. */
export type Sight = 'whole' | 'part' | 'begin';

/** What there is of an event. */
interface Row {
	key: string;
	of: IDataObject;
	/** A list shows it now. */
	isShown: boolean;
}

/** What is due of one event. */
interface Due {
	readonly of: IDataObject;
	/** A look saw it that wanted it: it may be told. */
	isSeen?: true;
	/** A whole look saw it, and no other before it did not want it: it must be told. */
	isDue?: true;
	isSettled?: true;
	isSpoiled?: true;
	/** It stood so already when the trigger began. */
	isOld?: true;
	/** How often the trigger began anew while no list showed it: it remembers nothing of it. */
	forgotten: number;
}

/** Whether a filter of the trigger wants an event. */
function isWanted({ modelKey, outcomes, assignee }: IDataObject, of: IDataObject): boolean {
	const isOf = (given: unknown, value: unknown) =>
		!given || String(given).toLowerCase().split(', ').includes(String(value).toLowerCase());
	return isOf(modelKey, of.model) && isOf(outcomes, of.outcome) && isOf(assignee, of.who);
}

const startOf = (entry: ModelCase | ModelTask, now: number): Row => ({
	key: entry.id,
	of: { id: entry.id, model: entry.model },
	isShown: entry.startShown <= now,
});

const endOf = ({ id, end, endShown, model, ...rest }: ModelCase | ModelTask, now: number): Row[] =>
	end === undefined
		? []
		: [{ key: id, of: { id, model, ...('outcome' in rest && rest) }, isShown: endShown <= now }];

/** All rows of an event, those included that no list shows yet. */
const ROWS: Readonly<Record<string, (model: ServiceModel) => Row[]>> = {
	caseStarted: ({ cases, now }) => cases.map((entry) => startOf(entry, now)),
	caseEnded: ({ cases, now }) => cases.flatMap((entry) => endOf(entry, now)),
	taskCreated: ({ tasks, now }) => tasks.map((entry) => startOf(entry, now)),
	taskCompleted: ({ tasks, now }) => tasks.flatMap((task) => (task.isWithdrawn ? [] : endOf(task, now))),
	taskAssigned: ({ tasks, now }) =>
		tasks.flatMap(({ id, model, end, endShown, holding }) => {
			if (!holding) return [];
			const { who, claimed } = holding;
			const isShown = end === undefined || endShown <= now;
			return [{ key: `${id} ${who} ${String(claimed)}`, of: { id, model, who }, isShown }];
		}),
	taskOverdue: ({ tasks, now, gateway }) =>
		tasks.flatMap(({ id, model, end, endShown, due }) => {
			if (due === undefined || due >= (end ?? gateway)) return [];
			const of = { id, model, due: new Date(due).toISOString() };
			return [{ key: `${id} ${due}`, of, isShown: end === undefined || endShown <= now }];
		}),
};

/** What each look could see, and so what is to be told, written down while a story happens. */
export class Ledger {
	private readonly dues = new Map<string, Due>();

	constructor(
		private readonly model: ServiceModel,
		private readonly event: string,
	) {}

	/** A look is about to read, or has read beside others. */
	look(sight: Sight, filter: IDataObject): void {
		for (const { key, of, isShown } of ROWS[this.event](this.model)) {
			const due = this.dues.get(key) ?? { of, forgotten: 0 };
			this.dues.set(key, due);
			if (sight === 'begin') this.begin(due, isShown);
			else if (isShown) this.see(due, isWanted(filter, of), sight);
		}
	}

	/** How often each must and may be told at least and at most, by what tells one from another. */
	bounds(nameOf: (of: IDataObject) => string): Map<string, { least: number; most: number }> {
		const bounds = new Map<string, { least: number; most: number }>();
		for (const { of, isDue = false, isSeen = false, forgotten } of this.dues.values()) {
			const { least, most } = bounds.get(nameOf(of)) ?? { least: 0, most: 0 };
			bounds.set(nameOf(of), { least: least + Number(isDue), most: most + Number(isSeen) + forgotten });
		}
		return bounds;
	}

	private begin(due: Due, isShown: boolean): void {
		if (isShown) due.isOld = due.isSettled = true;
		else {
			due.isSpoiled = true;
			due.forgotten += 1;
		}
	}

	private see(due: Due, isWantedNow: boolean, sight: Sight): void {
		if (due.isOld) return;
		if (isWantedNow) due.isSeen = true;
		else due.isSpoiled = true;
		if (sight === 'part' || due.isSettled) return;
		due.isSettled = true;
		if (isWantedNow && !due.isSpoiled) due.isDue = true;
	}
}
